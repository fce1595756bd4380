import { defineRule } from '../../linting/rule.js'
import type { TextEdit } from '../../text/edit.js'

type MessageId = 'damaged'

const DAMAGED = /[〝〞]/g

/** 〞 and 〝 stand for the quotes of GB/T 15834 where a text went through character recognition or a bad font. */
export default defineRule<'document', MessageId>({
  id: 'residue/damaged-quotes',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '引号变成了“〞”',
  summaryEn: 'Quotes damaged into 〞',
  rationale: 'GB/T 15834—2011规定横排文稿用弯引号“ ”。“〞”“〝”不是引号的正确形式，多是识别扫描件或从旧资料站复制时带来的；一处有，往往全文都有，所以每段只提示一次，一次改全文。',
  messages: { damaged: { what: '引号写成了“{mark}”（全文{count}处）。', advice: '全部改为“”。', en: 'A quotation mark is damaged into “{mark}” ({count} in the text).' } },
  examples: [
    {
      title: '后引号损坏', text: '2024年工作总结\n\n围绕“教育质量⟦〞这一核心，突出“教育改革〞⟧两大主题。\n\n完成“十三五⟦〞⟧项目编制。', reports: ['damaged', 'damaged'], message: '引号写成了“〞”（全文3处）。',
      fixed: '2024年工作总结\n\n围绕“教育质量”这一核心，突出“教育改革”两大主题。\n\n完成“十三五”项目编制。',
    },
    { title: '前后都损坏', text: '2024年工作总结\n\n评选⟦〝文明校园〞⟧3所。', reports: ['damaged'], fixed: '2024年工作总结\n\n评选“文明校园”3所。' },
    { title: '正常的引号', text: '2024年工作总结\n\n评选“文明校园”3所，其中‘示范’1所。', reports: [] },
  ],
  *check(document, { say }) {
    const edits: TextEdit[] = []
    const first: { start: number; end: number; mark: string }[] = []
    for (const at of document.prose()) {
      const places = [...at.block.text.matchAll(DAMAGED)]
      if (places.length === 0) continue
      for (const { index, 0: mark } of places) {
        const opens = mark === '〝' || isOpening(at.block.text, index)
        edits.push({ ...document.toDocument(at, { start: index, end: index + 1 }), newText: opens ? '“' : '”' })
      }
      const [head, tail] = [places[0]?.index ?? 0, places[places.length - 1]?.index ?? 0]
      first.push({ ...document.toDocument(at, { start: head, end: tail + 1 }), mark: places[0]?.[0] ?? '' })
    }
    const title = say(`把全文${edits.length}处改为“”`, `Mend all ${edits.length} quotation marks`)
    for (const { start, end, mark } of first) yield { range: { start, end }, messageId: 'damaged', args: { mark, count: edits.length }, fixes: [{ title, safety: 'safe', edits }] }
  },
})

/** Where every quote was damaged into 〞, the one with none open before it opens. */
function isOpening(text: string, at: number): boolean {
  if (/[“〝]/.test(text)) return false
  return (text.slice(0, at).match(/〞/g) ?? []).length % 2 === 0
}

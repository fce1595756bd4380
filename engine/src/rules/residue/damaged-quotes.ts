import { Question } from '../../document/gathering.js'
import { PLACES_SHOWN } from '../../document/repeated-damage.js'
import { defineRule } from '../../linting/rule.js'
import type { TextEdit } from '../../text/edit.js'
import { matchesOf } from '../../text/matches.js'

type MessageId = 'damaged' | 'again'

const DAMAGED = /[〝〞]/g
const PLACES = new Question(({ text }) => (text.includes('〞') || text.includes('〝') ? matchesOf(DAMAGED, text) : undefined))

/** 〞 and 〝 stand for the quotes of GB/T 15834 where a text went through character recognition or a bad font. */
export default defineRule<'document', MessageId>({
  id: 'residue/damaged-quotes',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '引号变成了“〞”',
  summaryEn: 'Quotes damaged into 〞',
  rationale:
    'GB/T 15834—2011规定横排文稿用弯引号“ ”。“〞”“〝”不是引号的正确形式，多是识别扫描件或从旧资料站复制时带来的；一处有，往往全文都有，所以只提示最先的三段，一次改全文。',
  messages: {
    damaged: { what: '引号写成了“{mark}”（全文{count}处）。', advice: '全部改为“”。', en: 'A quotation mark is damaged into “{mark}” ({count} in the text).' },
    again: { what: '这里的引号也写成了“{mark}”。', advice: '与全文一起改为“”。', en: 'Here too a quotation mark is damaged into “{mark}”.', severity: 'info' },
  },
  examples: [
    {
      title: '后引号损坏',
      text: '2024年工作总结\n\n抓住“课堂效率⟦〞这个关键，做实“作业减量〞⟧两件事。\n\n完成“十三五⟦〞⟧项目编制。',
      reports: ['damaged', 'again'],
      message: '引号写成了“〞”（全文3处）。',
      fixed: '2024年工作总结\n\n抓住“课堂效率”这个关键，做实“作业减量”两件事。\n\n完成“十三五”项目编制。',
    },
    {
      title: '全文都是，只提示三段',
      text: '2024年工作总结\n\n评选“文明校园⟦〞⟧3所。\n\n建成“书香校园⟦〞⟧5所。\n\n创建“平安校园⟦〞⟧8所。\n\n命名“绿色校园〞2所。',
      reports: ['damaged', 'again', 'again'],
      fixed: '2024年工作总结\n\n评选“文明校园”3所。\n\n建成“书香校园”5所。\n\n创建“平安校园”8所。\n\n命名“绿色校园”2所。',
    },
    { title: '前后都损坏', text: '2024年工作总结\n\n评选⟦〝文明校园〞⟧3所。', reports: ['damaged'], fixed: '2024年工作总结\n\n评选“文明校园”3所。' },
    { title: '正常的引号', text: '2024年工作总结\n\n评选“文明校园”3所，其中‘示范’1所。', reports: [] },
  ],
  reads: () => [PLACES.reading],
  *check(document, { say }) {
    const edits: TextEdit[] = []
    const first: { start: number; end: number; mark: string }[] = []
    for (const { at, answer: places } of document.ask(PLACES)) {
      // where every quote was damaged into 〞, the one with none open before it opens
      const isPlain = !/[“〝]/.test(at.block.text)
      for (const [k, { index, 0: mark }] of places.entries()) {
        const opens = mark === '〝' || (isPlain && k % 2 === 0)
        edits.push({ ...document.toDocument(at, { start: index, end: index + 1 }), newText: opens ? '“' : '”' })
      }
      const [head, tail] = [places[0]?.index ?? 0, places[places.length - 1]?.index ?? 0]
      first.push({ ...document.toDocument(at, { start: head, end: tail + 1 }), mark: places[0]?.[0] ?? '' })
    }
    const title = say(`把全文${edits.length}处改为“”`, `Mend all ${edits.length} quotation marks`)
    for (const [i, { start, end, mark }] of first.slice(0, PLACES_SHOWN).entries()) {
      yield { range: { start, end }, messageId: i === 0 ? 'damaged' : 'again', args: { mark, count: edits.length }, fixes: [{ title, safety: 'safe', edits }] }
    }
  },
})

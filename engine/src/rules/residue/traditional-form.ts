import { Question } from '../../document/gathering.js'
import type { ReportDocument } from '../../document/report-document.js'
import { defineRule } from '../../linting/rule.js'
import { traditionalUnits, MIXED_WORDS, SIMPLIFIED_FORMS, SIMPLIFIED_OF } from '../../lexicon/traditional-forms.js'
import type { Block } from '../../markdown/block.js'
import type { TextEdit } from '../../text/edit.js'

/** Traditional forms in a simplified text: what is left when a text was converted there and back. */
export default defineRule<'document', 'form'>({
  id: 'residue/traditional-form',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '简体文稿里夹着繁体字',
  summaryEn: 'Traditional forms in a simplified text',
  rationale:
    '《国家通用语言文字法》规定国家机关公文使用规范汉字。文稿经繁简转换、镜像站转载再转回来，常有几个字没有转对，如“閤格”“製度”“乾部”。每段提示一次；全文用繁体字的不报。引号、书名号里的字可能是原名，由写作者定。',
  messages: {
    form: {
      what: '这一段夹着{count}处繁体字，如“{words}”，应为“{right}”。',
      advice: '核对后改为简体字。',
      en: '{count} traditional forms in this paragraph, such as “{words}” for “{right}”.',
    },
  },
  examples: [
    {
      title: '转换时留下的字',
      text: '2024年工作总结\n\n健全管理⟦製⟧度，选派乾部12名下沉一线，及时瞭解群众诉求，评选閤格单位3个，推进高质量发展和公共服务均等化。',
      reports: ['form'],
      message: '这一段夹着4处繁体字，如“製”，应为“制”。',
      fixed: '2024年工作总结\n\n健全管理制度，选派干部12名下沉一线，及时了解群众诉求，评选合格单位3个，推进高质量发展和公共服务均等化。',
    },
    {
      title: '全文用繁体字',
      text: '2024年工作總結\n\n健全管理製度，選派幹部12名下沉一線，及時瞭解群眾訴求，評選合格單位3個。',
      reports: [],
    },
    {
      title: '简体文稿里也用的字',
      text: '2024年工作总结\n\n乾坤村建成瞭望塔2座，昇腾算力中心投用，走访余姓、於姓群众36户，张志徵同志获评先进。',
      reports: [],
    },
  ],
  *check(document, { say }) {
    const found = document.ask(FORMS)
    const count = found.reduce((sum, { answer }) => sum + answer.length, 0)
    if (count === 0 || isTraditional(document, count)) return
    for (const { at, answer: edits } of found) {
      const first = edits[0] as TextEdit
      yield {
        range: document.toDocument(at, first),
        messageId: 'form',
        args: { count: edits.length, words: at.block.text.slice(first.start, first.end), right: first.newText },
        fixes: edits.every((edit) => at.block.isVerbatim(edit))
          ? [
              {
                title: say('本段改为简体字', 'Use simplified forms in this paragraph'),
                safety: 'unsafe',
                edits: edits.map((edit) => ({ ...document.toDocument(at, edit), newText: edit.newText })),
              },
            ]
          : [],
      }
    }
  },
})

/** The forms of a block with what is right; nothing where there is none. */
const FORMS = new Question((block) => {
  const edits = editsOf(block)
  return edits.length === 0 ? undefined : edits
})

/** Whether the text is in traditional script and not damaged: more of its characters are traditional forms than simplified ones. */
function isTraditional(document: ReportDocument, count: number): boolean {
  let simplified = 0
  for (const { block } of document.prose()) {
    for (const character of block.text) if (SIMPLIFIED_FORMS.has(character) && ++simplified >= count) return false
  }
  return true
}

/** What would have to be put in place of what, in offsets of the block's text and in their order. */
function editsOf({ text }: Block): TextEdit[] {
  const words = MIXED_WORDS.match(text).map(({ start, end, value }) => ({ start, end, newText: value }))
  const edits: TextEdit[] = words.filter(({ start }, i) => i === 0 || start >= (words[i - 1] as TextEdit).end)
  const units = traditionalUnits()
  for (let at = 0; at < text.length; at++) {
    if (units[text.charCodeAt(at)] === 0) continue
    const right = SIMPLIFIED_OF.get(text[at] as string)
    if (right !== undefined && !words.some(({ start, end }) => start <= at && at < end)) edits.push({ start: at, end: at + 1, newText: right })
  }
  return edits.sort((a, b) => a.start - b.start)
}

import { Question } from '../../document/gathering.js'
import { PLACES_SHOWN } from '../../document/repeated-damage.js'
import { defineRule } from '../../linting/rule.js'
import type { TextEdit } from '../../text/edit.js'
import type { TextRange } from '../../text/range.js'
import { matchesOf } from '../../text/matches.js'

type MessageId = 'damaged' | 'again'

const IN_QUESTION_MARKS = /\?([^?？。！\n]{4,60})\?/g
const KIND_OF_TEXT =
  /(?:条例|办法|方案|意见|通知|规定|细则|纲要|规划|指南|标准|读本|[法函书]|报告|决定|决议|计划|制度|预案|要点|章程|手册|倡议书|公约|清单|目录|大纲|公告|公报|通报|总结|准则|规则|规程|指引|宣言|一封信|讲话|纪要|实录|选编|汇编|文件)(?:（[^（）]{1,12}）)?$/
const WORKS = /^(?:一文|一书|一课|专题|的报道|报道|文章|等|的通知|的讲话|精神|节目|栏目|剧目)/
const ASKING = /[谁吗呢哪]|什么|怎么|怎样|如何|为何|是否|多少|几[个时]|干啥/

/** ?…? where 《…》 stood: a font or a conversion lost the title marks. */
export default defineRule<'document', MessageId>({
  id: 'residue/damaged-title-marks',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '书名号变成了问号',
  summaryEn: 'Title marks damaged into question marks',
  rationale:
    'GB/T 15834—2011规定文件名、书名用书名号《》。转码或识别时书名号认不出来，就变成成对的问号：“?教育督导条例?”。一处有，往往全文都有，所以只提示最先的三段，一次改全文。真正的问句不报。',
  messages: {
    damaged: {
      what: '“?{title}?”的书名号变成了问号（全文{count}对）。',
      advice: '改为“《{title}》”，全文一起改。',
      en: 'The title marks around “{title}” became question marks ({count} pairs in the text).',
    },
    again: {
      what: '“?{title}?”的书名号也变成了问号。',
      advice: '与全文一起改。',
      en: 'The title marks around “{title}” became question marks too.',
      severity: 'info',
    },
  },
  examples: [
    {
      title: '文件名',
      text: '2024年工作总结\n\n贯彻⟦?教育督导条例?⟧，印发?2024年校园安全工作实施方案（试行）?。\n\n落实⟦?校园安全责任清单?⟧。',
      reports: ['damaged', 'again'],
      message: '“?教育督导条例?”的书名号变成了问号（全文3对）。',
      fixed: '2024年工作总结\n\n贯彻《教育督导条例》，印发《2024年校园安全工作实施方案（试行）》。\n\n落实《校园安全责任清单》。',
    },
    { title: '文章', text: '2024年工作总结\n\n⟦?探索发展路径——某县的实践?⟧专题报道被采用。', reports: ['damaged'] },
    { title: '真正的问句', text: '2024年工作总结\n\n围绕为了谁?我们怎么办?下一步干什么工作?三个问题开展讨论，解决“谁来管?按什么办法?”的困惑。', reports: [] },
  ],
  reads: () => [TITLES.reading],
  *check(document, { say }) {
    const edits: TextEdit[] = []
    const first: { range: TextRange; title: string }[] = []
    for (const { at, answer: titles } of document.ask(TITLES)) {
      for (const { start, end } of titles) {
        edits.push(
          { ...document.toDocument(at, { start, end: start + 1 }), newText: '《' },
          { ...document.toDocument(at, { start: end - 1, end }), newText: '》' },
        )
      }
      const [head] = titles
      if (head !== undefined) first.push({ range: document.toDocument(at, head), title: at.block.text.slice(head.start + 1, head.end - 1) })
    }
    const places = edits.length / 2
    const fix = { title: say(`把全文${places}对改为书名号《》`, `Use title marks 《》 for all ${places}`), safety: 'safe' as const, edits, places }
    for (const [i, { range, title }] of first.slice(0, PLACES_SHOWN).entries()) {
      yield { range, messageId: i === 0 ? 'damaged' : 'again', args: { title: title.slice(0, 40), count: places }, fixes: [fix] }
    }
  },
})

/** Pairs of question marks in a block's text that stand for title marks. */
const TITLES = new Question(({ canonical, text }): TextRange[] | undefined => {
  if (!text.includes('?')) return undefined
  return matchesOf(IN_QUESTION_MARKS, text).flatMap((match) => {
    const title = match[1] as string
    const end = match.index + match[0].length
    if (ASKING.test(title) || !/[\u4e00-\u9fff]{2}/.test(title) || /^[\s，、]/.test(title)) return []
    if (!KIND_OF_TEXT.test(canonical.slice(match.index + 1, end - 1)) && !WORKS.test(text.slice(end))) return []
    return [{ start: match.index, end }]
  })
})

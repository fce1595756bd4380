import { Question } from '../../document/gathering.js'
import { PLACES_SHOWN } from '../../document/repeated-damage.js'
import { defineRule } from '../../linting/rule.js'
import type { TextEdit } from '../../text/edit.js'
import type { TextRange } from '../../text/range.js'
import { matchesOf } from '../../text/matches.js'

type MessageId = 'damaged' | 'again'

const BRACKETED = /〔([^〔〕\n]{1,40})〕/g
/** 〔2024〕12号 is what these brackets are for; 〔英〕某某 names an author's country or dynasty. */
const NUMBER_BEHIND = /^[\s第]{0,2}\d{1,4}号/
const YEAR = /^(?:19|20)\d\d年?$/
const ORIGIN = /^[\u4e00-\u9fff]{1,2}$/
/** So many of them are no slip of the writer's. */
const MANY = 3

/** 〔园〕 where （园） stood: character recognition took round brackets for those of document numbers. */
export default defineRule<'document', MessageId>({
  id: 'residue/damaged-brackets',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '圆括号变成了“〔〕”',
  summaryEn: 'Round brackets damaged into 〔〕',
  rationale:
    '六角括号〔〕只用于发文字号（〔2024〕12号）等少数地方。识别扫描件或从旧资料站复制的文稿，常把圆括号都认成了六角括号。全文有三处以上，或序号的括号也错了，才认定是识别错误；只提示最先的三段，一次改全文。',
  messages: {
    damaged: {
      what: '“{words}”的圆括号变成了六角括号（全文{count}处）。',
      advice: '全部改为圆括号。',
      en: 'The round brackets of “{words}” became 〔〕 ({count} in the text).',
    },
    again: {
      what: '“{words}”的圆括号也变成了六角括号。',
      advice: '与全文一起改为圆括号。',
      en: 'The round brackets of “{words}” became 〔〕 too.',
      severity: 'info',
    },
  },
  examples: [
    {
      title: '全文的圆括号都认错了',
      text: '2024年工作总结\n\n各校⟦〔园〕⟧组织演练12次，签订责任书86份〔含民办〕。\n\n深入学校⟦〔幼儿园〕⟧检查30次。',
      reports: ['damaged', 'again'],
      message: '“〔园〕”的圆括号变成了六角括号（全文3处）。',
      fixed: '2024年工作总结\n\n各校（园）组织演练12次，签订责任书86份（含民办）。\n\n深入学校（幼儿园）检查30次。',
    },
    { title: '发文字号的六角括号是对的', text: '2024年工作总结\n\n落实教办〔2024〕12号、教基〔2024〕3号、教师〔2023〕36号文件。', reports: [] },
    { title: '注明国别、朝代的六角括号', text: '2024年工作总结\n\n共读〔英〕莎士比亚、〔唐〕杜甫、〔宋〕苏轼的作品。', reports: [] },
    { title: '只有一处', text: '2024年工作总结\n\n各校〔园〕组织演练12次。', reports: [] },
  ],
  reads: () => [PAIRS.reading],
  *check(document, { say }) {
    const edits: TextEdit[] = []
    const first: { range: TextRange; words: string }[] = []
    for (const { at, answer: pairs } of document.ask(PAIRS)) {
      const { text } = at.block
      for (const { start, end } of pairs) {
        edits.push(
          { ...document.toDocument(at, { start, end: start + 1 }), newText: '（' },
          { ...document.toDocument(at, { start: end - 1, end }), newText: '）' },
        )
      }
      const [head] = pairs
      if (head !== undefined) first.push({ range: document.toDocument(at, head), words: text.slice(head.start, head.end) })
    }
    const places = edits.length / 2
    if (places < MANY && !document.outline.headings.some(({ ordinal }) => ordinal?.brackets.includes('〔') === true)) return
    const fix = { title: say(`把全文${places}处改为圆括号`, `Use round brackets in all ${places} places`), safety: 'safe' as const, edits, places }
    // one place fewer than quotes: damaged ordinals, which stand beside them, have findings of their own
    for (const [i, { range, words }] of first.slice(0, PLACES_SHOWN - 1).entries()) {
      yield { range, messageId: i === 0 ? 'damaged' : 'again', args: { words, count: places }, fixes: [fix] }
    }
  },
})

const PAIRS = new Question(({ text }) =>
  text.includes('〔')
    ? matchesOf(BRACKETED, text).flatMap((match) => (isDamaged(text, match) ? [{ start: match.index, end: match.index + match[0].length }] : []))
    : undefined,
)

/** An ordinal at the start is the matter of structure/ordinal-marks. */
function isDamaged(text: string, match: RegExpExecArray): boolean {
  const inside = match[1] as string
  const behind = text.slice(match.index + match[0].length)
  if (text.slice(0, match.index).trim() === '' || YEAR.test(inside) || NUMBER_BEHIND.test(behind)) return false
  // the name of an author follows at once, and a mark or a verb comes before
  return !ORIGIN.test(inside) || /[\u4e00-\u9fff]/.test(text[match.index - 1] as string)
}

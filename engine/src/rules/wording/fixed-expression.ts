import { yearsIn } from '../../document/date-period.js'
import { isInTitle } from '../../document/date-timeline.js'
import { sentenceQuestion, sentencesThat } from '../../document/gathering.js'
import { isAllowed, type GuardedTerm } from '../../lexicon/guarded-term.js'
import { WORDING } from '../../lexicon/lexicon.generated.js'
import { TermMatcher } from '../../lexicon/term-matcher.js'
import { defineRule } from '../../linting/rule.js'
import { matchesOf } from '../../text/matches.js'

interface Expression extends GuardedTerm {
  readonly right: string
  readonly from?: number
  readonly until?: number
  readonly level?: string
  readonly note?: string
}

const EXPRESSIONS: readonly Expression[] = WORDING['fixed-expressions'].expressions
const NUMBER = '(\\d{1,3}|[一二三四五六七八九十百]{1,4})'
// one pattern finds all: a number may stand where the list has #
const PATTERNS = EXPRESSIONS.map((expression) => ({
  expression,
  pattern: new RegExp(expression.wrong.replace('#', NUMBER), 'g'),
  head: expression.wrong.split('#')[0] ?? '',
}))

/** The words that each phrase begins with, found in one pass; the rest of the phrase is looked for only behind them. */
const HEADS = new TermMatcher(PATTERNS.flatMap(({ head }, i) => (head.length >= 2 ? [{ text: head, value: i }] : [])))
const HEADLESS = PATTERNS.flatMap(({ head }, i) => (head.length >= 2 ? [] : [i]))

/** Every phrase of the list in a sentence, whatever the year; kept with it. */
const FOUND = sentenceQuestion(({ canonical }) => {
  const heads = HEADS.match(canonical)
  if (heads.length === 0 && HEADLESS.length === 0) return []
  const places = new Set([...HEADLESS, ...heads.map(({ value }) => value)])
  return PATTERNS.flatMap(({ expression, pattern }, i) => (places.has(i) ? matchesOf(pattern, canonical).map((match) => ({ expression, match })) : []))
})

/** Set phrases of the Party and the government written in another way than they are set. */
export default defineRule<'document', 'wrong' | 'hint'>({
  id: 'wording/fixed-expression',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '固定表述写错',
  summaryEn: 'A set phrase written in another way than it is set',
  rationale: '公文中的固定表述有规范的写法，一字不能错。词表只收确定的误写，并按年份取舍：表述后来有变化的，不用新写法要求旧材料。',
  messages: {
    wrong: { what: '固定表述“{right}”写成了“{wrong}”。', advice: '改为“{right}”。{note}', en: 'The set phrase “{right}” is written “{wrong}”. {note}' },
    hint: { what: '“{wrong}”一般写作“{right}”。', advice: '请斟酌。{note}', severity: 'info', en: '“{wrong}” is usually written “{right}”. {note}' },
  },
  examples: [
    {
      title: '字词错了',
      text: '2024年工作总结\n\n以⟦习近平新时代中国特色社会主义理论⟧为指导，⟦筑牢中华民族共同体意识⟧，⟦为党育才、为国育人⟧。',
      reports: ['wrong', 'wrong', 'wrong'],
      fixed: '2024年工作总结\n\n以习近平新时代中国特色社会主义思想为指导，筑牢中华民族共同体意识，为党育才、为国育人。',
    },
    {
      title: '漏了“思想”，动词配错',
      text: '2024年工作总结\n\n坚持以⟦习近平新时代中国特色社会主义⟧为指导，增强“四个意识”、坚定“四个自信”、⟦做到“两个确立”⟧。',
      reports: ['wrong', 'wrong'],
      message: '固定表述“习近平新时代中国特色社会主义思想”写成了“习近平新时代中国特色社会主义”。',
      fixed: '2024年工作总结\n\n坚持以习近平新时代中国特色社会主义思想为指导，增强“四个意识”、坚定“四个自信”、做到“两个确立”。',
    },
    {
      title: '写全了的',
      text: '2024年工作总结\n\n学习习近平新时代中国特色社会主义思想、习近平新时代中国特色社会主义经济思想，坚持新时代中国特色社会主义道路，深刻领悟“两个确立”的决定性意义，坚决做到“两个维护”。',
      reports: [],
    },
    { title: '张冠李戴', text: '2024年工作总结\n\n统筹推进⟦“五位一体”战略布局⟧，发挥⟦党员战斗堡垒作用⟧。', reports: ['wrong', 'wrong'] },
    { title: '带数字的', text: '2024年工作总结\n\n庆祝⟦建国75周年⟧。', reports: ['wrong'], message: '固定表述“新中国成立75周年”写成了“建国75周年”。' },
    { title: '动词的搭配', text: '2024年工作总结\n\n⟦坚定“四个意识”⟧。', reports: ['hint'] },
    {
      title: '规范的写法，题目，当时还没有的写法',
      text: '2015年工作总结\n\n2015年，以习近平同志为总书记的党中央坚强领导，培养德智体美全面发展的接班人。落实《筑牢中华民族共同体意识读本》，统筹推进“五位一体”总体布局、“四个全面”战略布局，为党育人、为国育才，发挥党组织和党员战斗堡垒作用、先锋模范作用。',
      reports: [],
    },
  ],
  reads: () => [FOUND.reading],
  *check(document, { say }) {
    const year = document.profile.year ?? yearsIn(document.text.slice(0, 400))[0]
    const isInForce = ({ from, until }: Expression): boolean => year === undefined || ((from ?? year) <= year && year <= (until ?? year))
    for (const { at, sentence, found } of sentencesThat(document, FOUND)) {
      const { canonical } = sentence
      for (const { expression, match } of found) {
        const end = match.index + match[0].length
        if (!isInForce(expression) || isInTitle(canonical, match.index) || !isAllowed(canonical, match.index, end, expression)) continue
        const right = expression.right.replace('#', match[1] ?? '')
        const range = document.toDocument(at, { start: sentence.start + match.index, end: sentence.start + end })
        const note = expression.note === undefined ? '' : say(`${expression.note}。`, '')
        yield {
          range,
          messageId: expression.level === 'info' ? 'hint' : 'wrong',
          args: { wrong: match[0], right, note },
          fixes: at.block.isVerbatim({ start: sentence.start + match.index, end: sentence.start + end })
            ? [{ title: say(`改为“${right}”`, `Change to “${right}”`), safety: 'unsafe', edits: [{ ...range, newText: right }] }]
            : [],
        }
      }
    }
  },
})

import { sentenceQuestion, sentencesThat } from '../../document/gathering.js'
import { isInPlan, reportPeriodOf, TOLD_OF_THEN } from '../../document/date-period.js'
import type { ReportDocument } from '../../document/report-document.js'
import { defineRule } from '../../linting/rule.js'
import { matchesOf } from '../../text/matches.js'

const AHEAD = /(?<![^，。；：、])今年(?:将|拟|计划)(?!近)(?=[\u4e00-\u9fff])/g
const SOFTENED = /提出|明确|部署|规定|目标|年初|会议/
const AFTERWARDS = /下一?步|接下来|今后/

/** 今年将完成……: what a year's summary tells of its own year has been done. */
export default defineRule<'document', 'ahead' | 'past-goal'>({
  id: 'figures/future-in-summary',
  scope: 'document',
  severity: 'info',
  source: 'practice',
  summary: '总结里把当年的事写成将要做',
  summaryEn: 'A year’s summary tells of its own year as yet to come',
  rationale: '全年总结写的是做完的事。“今年将”“今年拟”常是年中材料没有改过来，读者不知道到底完成没有。',
  messages: {
    ahead: {
      what: '全年总结里写“{words}”，看不出是否已经完成。',
      advice: '写明完成情况；尚未完成的移到存在问题或下一步打算。',
      en: '“{words}” in a year’s summary does not tell whether it was done.',
    },
    'past-goal': {
      what: '报告写的是{year}年，“{words}”却把{goal}年写成将来。',
      advice: '核对年份；若已完成，写明完成情况，若是往年材料没有改过来，改正年份。',
      severity: 'warning',
      en: 'The report is of {year}, yet “{words}” puts {goal} in the future.',
    },
  },
  examples: [
    {
      title: '总结部分',
      text: '2024年工作总结\n\n启动巡查工作。⟦今年将⟧完成对8所学校的巡查。',
      reports: ['ahead'],
      message: '全年总结里写“今年将”，看不出是否已经完成。',
    },
    {
      title: '把往年写成将来',
      text: '2024年工作总结和2025年工作打算\n\n2024年，我局认真履职。\n\n二、2025年工作打算\n\n推进校舍改造，⟦力争2023年底前全部建成⟧。',
      reports: ['past-goal'],
      message: '报告写的是2024年，“力争2023年底前全部建成”却把2023年写成将来。',
    },
    {
      title: '当年的、已经做完的、说当时打算的',
      text: '2024年工作总结\n\n力争2024年底前全部建成。计划2023年底建成的两所学校已经交付。原定2023年底前建成，因汛期推迟。上年提出力争2023年底前建成。',
      reports: [],
    },
    { title: '计划部分、半年总结、将近', text: '2024年工作总结\n\n今年将近2000人受益。\n\n二、2025年工作计划\n\n今年将完成对8所学校的巡查。', reports: [] },
    { title: '半年总结可以写后半年的事', text: '2024年上半年工作总结\n\n今年将完成对8所学校的巡查。', reports: [] },
  ],
  reads: () => [GOALS.reading, ({ canonical }) => (canonical.includes('今年') ? canonical : '')],
  *check(document) {
    if (document.profile.kind !== 'annual') return
    yield* pastGoals(document)
    for (const { at, sentence, found } of sentencesThat(document, COMING)) {
      for (const match of found) {
        if (isInPlan(document, at) || SOFTENED.test(sentence.canonical) || AFTERWARDS.test(at.block.canonical.slice(0, sentence.start))) continue
        const start = sentence.start + match.index
        yield { range: document.toDocument(at, { start, end: start + match[0].length }), messageId: 'ahead', args: { words: match[0] } }
      }
    }
  },
})

/** What a sentence says is still to come this year. */
const COMING = sentenceQuestion(({ canonical }) => matchesOf(AHEAD, canonical), /今年/)

const GOAL =
  /(?:力争|确保|争取|预计|有望|拟于|将[于在])[到于在]?((?:19|20)\d\d)年(?:\d{1,2}月)?[底末]?(?:之?前|以前)?[^，。；的\d]{0,10}(?:完成|建成|投用|投入使用|实现|开工|竣工|交付|完工|达到)/g
/** The aims for a named year of sentences that do not tell of an aim of then. */
const GOALS = sentenceQuestion(({ canonical }) => (TOLD_OF_THEN.test(canonical) ? [] : matchesOf(GOAL, canonical)), /20\d\d年|19\d\d年/)

/** Aims for a year that lies before the report's own. */
function* pastGoals(document: ReportDocument) {
  const period = reportPeriodOf(document)
  if (period === undefined) return
  for (const { at, sentence, found } of sentencesThat(document, GOALS)) {
    for (const match of found) {
      const goal = Number(match[1])
      if (goal >= period.year) continue
      const start = sentence.start + match.index
      const range = document.toDocument(at, { start, end: start + match[0].length })
      yield { range, messageId: 'past-goal' as const, args: { year: period.year, words: match[0], goal } }
    }
  }
}

import { monthNumber } from '../../document/date-calendar.js'
import { isInPlan, reportPeriodOf, TOLD_OF_THEN } from '../../document/date-period.js'
import { sentenceQuestion, sentencesThat } from '../../document/gathering.js'
import { defineRule } from '../../linting/rule.js'
import { matchesOf } from '../../text/matches.js'

const DEADLINE =
  /((?:19|20)\d\d)年(\d{1,2})月(?:[底末]|\d{1,2}日)?(?:之?前|以前)(?=[^，。；的]{0,12}(?:完成|建成|投用|交付|出台|印发|实现|完工|竣工|到位|启动|开工))(?![^，。；]{1,30}的)/g

/** The deadlines by month of sentences that do not tell of an aim of then. */
const DEADLINES = sentenceQuestion(({ canonical }) => (TOLD_OF_THEN.test(canonical) ? [] : matchesOf(DEADLINE, canonical)), /前/)

/** So many months before the end of its period a report of the period is not yet written. */
const WRITTEN_BEFORE = { annual: 2, 'half-year': 1 } as const

/** 2024年3月底前完成……: a plan whose deadline had passed when the report was written. */
export default defineRule<'document', 'passed'>({
  id: 'figures/plan-deadline',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '计划里的期限已经过了',
  summaryEn: 'A plan’s deadline had passed when the report was written',
  rationale: '计划部分的期限早于写报告的时候，多半是沿用了旧稿的年份，或者写错了月份。',
  messages: {
    passed: {
      what: '计划里的期限“{words}”，在写这份报告时已经过了。',
      advice: '核对期限的年份、月份。',
      en: 'The plan’s deadline “{words}” had passed when the report was written.',
    },
  },
  examples: [
    {
      title: '计划的期限已经过了',
      text: '2024年上半年工作总结及下半年工作计划\n\n上半年，我局认真履职。\n\n二、下半年工作计划\n\n⟦2024年3月底前⟧完成食堂改造。',
      reports: ['passed'],
      message: '计划里的期限“2024年3月底前”，在写这份报告时已经过了。',
    },
    {
      title: '年度计划的期限在上一年年中',
      text: '2024年工作总结和2025年工作计划\n\n2024年，我局认真履职。\n\n二、2025年工作计划\n\n⟦2024年6月底前⟧完成食堂改造。',
      reports: ['passed'],
    },
    {
      title: '工作情况里的小标题也有“建议”“重点任务”',
      text: '2024年工作总结和2025年工作计划\n\n2024年，我局认真履职。\n\n一、2024年工作情况\n\n（一）办理建议提案。办理建议26件，2024年6月底前全部完成答复。\n\n（二）聚焦重点任务。2024年9月底前完成系统升级。\n\n二、2025年工作计划\n\n2025年6月底前完成食堂改造。',
      reports: [],
    },
    {
      title: '期限没有过，或说的是当时',
      text: '2024年工作总结和2025年工作计划\n\n2024年，我局认真履职，2024年6月底前完成了食堂改造。\n\n二、2025年工作计划\n\n2025年6月底前完成食堂改造，2024年12月底前完成招标。对2024年5月底前建成的校舍开展质量回访。',
      reports: [],
    },
  ],
  reads: () => [DEADLINES.reading],
  *check(document) {
    const period = reportPeriodOf(document)
    const { kind } = document.profile
    if (period === undefined || (kind !== 'annual' && kind !== 'half-year')) return
    for (const { at, sentence, found } of sentencesThat(document, DEADLINES)) {
      for (const match of found) {
        if (monthNumber(Number(match[1]), Number(match[2])) >= period.last - WRITTEN_BEFORE[kind] || !isInPlan(document, at)) continue
        const start = sentence.start + match.index
        yield { range: document.toDocument(at, { start, end: start + match[0].length }), messageId: 'passed', args: { words: match[0] } }
      }
    }
  },
})

import { daysInMonth, monthNumber, weekdayOf } from '../../document/date-calendar.js'
import { isInPlan, reportPeriodOf, type ReportPeriod } from '../../document/date-period.js'
import { datesOf } from '../../document/date.js'
import { sentenceQuestion, sentencesThat } from '../../document/gathering.js'
import type { PositionedBlock } from '../../document/outline.js'
import type { ReportDocument } from '../../document/report-document.js'
import { signatureOf } from '../../document/signature.js'
import { defineRule } from '../../linting/rule.js'

/** 5月6日（星期五）, （5月6日，星期五）, 5月12日国际护士节（星期四） */
const WEEKDAY =
  /^(?: ?（?(?:星期|周)([一二三四五六日天])）?|，(?:星期|周)([一二三四五六日天])）|(?:(?![次前后起至到])[\u4e00-\u9fff“”]){1,10}（(?:星期|周)([一二三四五六日天])）)/
const NAMES = '日一二三四五六'

/** 2024年5月6日（星期五）: the weekday beside a date must be the one that the calendar gives it. */
export default defineRule<'document', 'wrong' | 'probably'>({
  id: 'figures/date-weekday',
  scope: 'document',
  severity: 'error',
  source: 'arithmetic',
  summary: '日期与星期对不上',
  summaryEn: 'A date and its weekday disagree',
  rationale: '年、月、日定了，星期几就定了，可以推算。日期与星期对不上，说明两者必有一错，常见于套用上年材料时只改了日期。',
  messages: {
    wrong: { what: '{date}是星期{right}，文中写作“{written}”。', advice: '核对日期和星期哪一个写错了。', en: '{date} is weekday {right}, not “{written}”.' },
    probably: {
      what: '按报告年份推算，{date}是星期{right}，文中写作“{written}”。',
      advice: '核对日期、星期和年份。',
      severity: 'warning',
      en: 'By the year of the report, {date} is weekday {right}, not “{written}”.',
    },
  },
  examples: [
    {
      title: '写了年份',
      text: '2024年工作总结\n\n⟦2024年5月6日（星期五）⟧召开动员会。',
      reports: ['wrong'],
      message: '2024年5月6日是星期一，文中写作“星期五”。',
    },
    { title: '年份在标题里', text: '2024年工作总结\n\n⟦5月6日（周五）⟧召开动员会。', reports: ['probably'] },
    {
      title: '隔着节日名称；写在括号里',
      text: '2024年工作总结\n\n⟦5月12日国际护士节（星期三）⟧举行表彰会。清明节（⟦4月4日，星期三⟧）组织祭扫。',
      reports: ['probably', 'probably'],
    },
    {
      title: '签发以后才有的日子，不会是总结里的',
      text: '清溪镇2024年工作总结\n\n2024年，全镇推进各项工作。⟦12月25日（星期四）⟧召开会议，⟦3月31日（星期一）⟧上好第一课。\n\n清溪镇人民政府\n2024年12月28日',
      reports: ['probably', 'probably'],
    },
    {
      title: '计划里的日子在下一年',
      text: '清溪镇2024年工作总结\n\n2024年，全镇推进各项工作，各项任务按期完成，群众比较满意，现将有关情况和下一步的打算报告如下，请予审议并提出意见。\n\n一、主要工作\n1月6日（星期一）补报材料。\n\n二、2025年工作打算\n定于12月25日（星期四）组织考评。',
      reports: [],
    },
    {
      title: '对得上，或者是上年、下年的',
      text: '2024年工作总结\n\n2024年5月6日（星期一）召开动员会，5月7日（周二）下发通知，1月6日（星期一）补报。每月5日周末除外。5月13日及次日（星期二）开会。',
      reports: [],
    },
  ],
  reads: () => [NAMED_DATES.reading],
  *check(document) {
    const period = reportPeriodOf(document)
    for (const { at, sentence, found } of sentencesThat(document, NAMED_DATES)) {
      for (const { date, named } of found) {
        const { start, end, year, month, day } = date
        if (month === undefined || day === undefined || day > daysInMonth(month, year)) continue
        const name = named[1] ?? named[2] ?? named[3] ?? ''
        const written = name === '天' ? 0 : NAMES.indexOf(name)
        const years = year !== undefined ? [year] : period === undefined ? [] : yearsFor(document, at, period, month)
        const likely = years[0]
        if (likely === undefined || years.some((candidate) => weekdayOf(candidate, month, day) === written)) continue
        yield {
          range: document.toDocument(at, { start: sentence.start + start, end: sentence.start + end + named[0].length - (named[2] === undefined ? 0 : 1) }),
          messageId: year === undefined ? 'probably' : 'wrong',
          args: {
            date: `${likely}年${month}月${day}日`,
            right: NAMES[weekdayOf(likely, month, day)] ?? '',
            written: /(?:星期|周).）?$/.exec(named[0])?.[0].replace('）', '') ?? '',
          },
        }
      }
    }
  },
})

/** Units of text behind a date that its weekday stands in. */
const LONGEST_NAMED = 16

const NAMED_DATES = sentenceQuestion((sentence) =>
  datesOf(sentence).flatMap((date) => {
    const named = WEEKDAY.exec(sentence.canonical.slice(date.end, date.end + LONGEST_NAMED))
    return named === null ? [] : [{ date, named }]
  }),
)

/**
 * The years that a date without one may lie in: the report's and the one before; the one after only where the report can
 * tell of it, in a plan or before it was signed.
 */
function yearsFor(document: ReportDocument, at: PositionedBlock, period: ReportPeriod, month: number): number[] {
  const years = [period.year, period.year - 1]
  const signed = signatureOf(document).date
  const latest = signed === undefined ? period.latest : Math.min(period.latest, monthNumber(signed.year, signed.month))
  const isAhead = document.profile.kind !== 'annual' && document.profile.kind !== 'half-year'
  if (isAhead || isInPlan(document, at) || monthNumber(period.year + 1, month) <= latest) years.push(period.year + 1)
  return years
}

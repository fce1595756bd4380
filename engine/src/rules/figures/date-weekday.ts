import { daysInMonth, weekdayOf } from '../../document/date-calendar.js'
import { reportPeriodOf } from '../../document/date-period.js'
import { datesOf } from '../../document/date.js'
import { defineRule } from '../../linting/rule.js'

const WEEKDAY = /^ ?（?(?:星期|周)([一二三四五六日天])）?/
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
    probably: { what: '按报告年份推算，{date}是星期{right}，文中写作“{written}”。', advice: '核对日期、星期和年份。', severity: 'warning', en: 'By the year of the report, {date} is weekday {right}, not “{written}”.' },
  },
  examples: [
    { title: '写了年份', text: '2024年工作总结\n\n⟦2024年5月6日（星期五）⟧召开动员会。', reports: ['wrong'], message: '2024年5月6日是星期一，文中写作“星期五”。' },
    { title: '年份在标题里', text: '2024年工作总结\n\n⟦5月6日（周五）⟧召开动员会。', reports: ['probably'] },
    { title: '对得上，或者是上年、下年的', text: '2024年工作总结\n\n2024年5月6日（星期一）召开动员会，5月7日（周二）下发通知，1月6日（星期一）补报。每月5日周末除外。', reports: [] },
  ],
  *check(document) {
    const period = reportPeriodOf(document)
    for (const { at, sentence } of document.sentences()) {
      for (const { start, end, year, month, day } of datesOf(sentence)) {
        const named = WEEKDAY.exec(sentence.canonical.slice(end, end + 8))
        if (named === null || month === undefined || day === undefined || day > daysInMonth(month, year)) continue
        const written = named[1] === '天' ? 0 : NAMES.indexOf(named[1] as string)
        const years = year !== undefined ? [year] : period === undefined ? [] : [period.year, period.year + 1, period.year - 1]
        const likely = years[0]
        if (likely === undefined || years.some((candidate) => weekdayOf(candidate, month, day) === written)) continue
        yield {
          range: document.toDocument(at, { start: sentence.start + start, end: sentence.start + end + named[0].length }),
          messageId: year === undefined ? 'probably' : 'wrong',
          args: { date: `${likely}年${month}月${day}日`, right: NAMES[weekdayOf(likely, month, day)] ?? '', written: named[0].replace(/[（） ]/g, '') },
        }
      }
    }
  },
})

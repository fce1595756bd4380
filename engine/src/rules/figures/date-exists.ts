import { daysInMonth } from '../../document/date-calendar.js'
import { datesOf, type DateMention } from '../../document/date.js'
import { defineRule } from '../../linting/rule.js'

/** 2月30日, 13月5日: a date that the calendar does not have. */
export default defineRule<'sentence', 'month' | 'day'>({
  id: 'figures/date-exists',
  scope: 'sentence',
  severity: 'error',
  source: 'arithmetic',
  summary: '日历上没有的日期',
  summaryEn: 'A date that the calendar does not have',
  rationale: '一年十二个月，四、六、九、十一月三十天，二月二十八天，闰年二十九天。写出日历上没有的日期，多半是录入错误，而日期往往是考核、审计时要核对的。',
  messages: {
    month: { what: '“{date}”不存在：一年只有12个月。', advice: '核对月份。', en: '“{date}” does not exist: a year has 12 months.' },
    day: { what: '“{date}”不存在：{month}只有{days}天。', advice: '核对日期。', en: '“{date}” does not exist: {month} has {days} days.' },
  },
  examples: [
    {
      title: '二月三十日',
      text: '2024年工作总结\n\n截至⟦2024年2月30日⟧，完成验收12项。',
      reports: ['day'],
      message: '“2024年2月30日”不存在：2024年2月只有29天。',
    },
    { title: '平年的二月二十九日、小月的三十一日', text: '2023年工作总结\n\n⟦2023年2月29日⟧召开部署会，⟦11月31日⟧组织验收。', reports: ['day', 'day'] },
    { title: '没有的月份', text: '2024年工作总结\n\n⟦2024年13月5日⟧组织验收。', reports: ['month'] },
    {
      title: '闰年、没有写年份的2月29日、期限和比例',
      text: '2024年工作总结\n\n2024年2月29日召开会议，历时18个月，2月29日、4月30日分别调度，工期24月，支付率3.31%，5号楼交付。',
      reports: [],
    },
  ],
  *check(sentence) {
    for (const date of datesOf(sentence)) {
      const slip = slipOf(date)
      if (slip === undefined) continue
      const { start, end, year, month } = date
      yield {
        range: { start, end },
        messageId: slip,
        args: {
          date: sentence.canonical.slice(start, end),
          month: `${year === undefined ? '' : `${year}年`}${month ?? 0}月`,
          days: daysInMonth(month ?? 0, year),
        },
      }
    }
  },
})

function slipOf({ year, month, day }: DateMention): 'month' | 'day' | undefined {
  if (month === undefined) return undefined
  // 工期24月 counts months; only a whole date tells that a month is meant
  if (month < 1 || month > 12) return day !== undefined || year !== undefined ? 'month' : undefined
  return day !== undefined && (day < 1 || day > daysInMonth(month, year)) ? 'day' : undefined
}

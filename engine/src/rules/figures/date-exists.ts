import { daysInMonth } from '../../document/date-calendar.js'
import { parseChineseInteger } from '../../document/numeral-chinese.js'
import { datesOf, type DateMention } from '../../document/date.js'
import { defineRule } from '../../linting/rule.js'
import { matchesOf } from '../../text/matches.js'

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
      title: '汉字日期、用点和连字符写的日期',
      text: '2024年工作总结\n\n⟦二月三十日⟧召开部署会，⟦二〇二三年二月二十九日⟧发文，⟦2024-04-31⟧完成招标，⟦2024.11.31⟧验收。',
      reports: ['day', 'day', 'day', 'day'],
      message: '“二月三十日”不存在：2月只有29天。',
    },
    {
      title: '写得对的汉字日期、编号',
      text: '2024年工作总结\n\n二〇二四年二月二十九日召开会议，十月三十一日验收，编号2024-13-45，2024.12.31归档。',
      reports: [],
    },
    {
      title: '闰年、没有写年份的2月29日、期限和比例',
      text: '2024年工作总结\n\n2024年2月29日召开会议，历时18个月，2月29日、4月30日分别调度，工期24月，支付率3.31%，5号楼交付。',
      reports: [],
    },
  ],
  triggers: ['月'],
  *check(sentence) {
    for (const date of [...datesOf(sentence), ...otherDates(sentence.canonical)]) {
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

const CHINESE = /(?<![一二三四五六七八九十〇零○])(?:([〇零○一二三四五六七八九]{4})年)?([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/g
const MARKED = /(?<![\d.\-/])((?:19|20)\d\d)([-./])(\d{1,2})\2(\d{1,2})(?![\d.\-/])/g

/** Dates in Chinese numerals, and those with points or hyphens that nothing but their day makes impossible (numbers of files have months too). */
function* otherDates(text: string): Iterable<DateMention> {
  if (text.includes('月')) {
    for (const match of matchesOf(CHINESE, text)) {
      const [whole, year, month, day] = match
      const at = { start: match.index, end: match.index + whole.length }
      yield {
        ...at,
        year: year === undefined ? undefined : Number(Array.from(year, digitOf).join('')),
        month: integerOf(month ?? ''),
        day: integerOf(day ?? ''),
      }
    }
  }
  for (const match of matchesOf(MARKED, text)) {
    const [whole, year, , month, day] = match
    const date = { start: match.index, end: match.index + whole.length, year: Number(year), month: Number(month), day: Number(day) }
    if (date.month >= 1 && date.month <= 12 && date.day >= 29 && date.day <= 31) yield date
  }
}

function digitOf(character: string): number {
  return Math.max(0, '零一二三四五六七八九'.indexOf(character))
}

function integerOf(numeral: string): number | undefined {
  const parsed = parseChineseInteger(numeral)
  return parsed === undefined || parsed.low !== parsed.high ? undefined : Number(parsed.high)
}

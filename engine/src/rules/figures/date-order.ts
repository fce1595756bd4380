import { monthNumber } from '../../document/date-calendar.js'
import { dateSpansOf, SPAN_TRIGGERS, type DateSpan } from '../../document/date.js'
import { defineRule } from '../../linting/rule.js'

/** 2024年至2021年: a span must not end before it begins. */
export default defineRule<'sentence', 'years' | 'dates' | 'crossing'>({
  id: 'figures/date-order',
  scope: 'sentence',
  severity: 'error',
  source: 'arithmetic',
  summary: '起止日期前后颠倒',
  summaryEn: 'A span of dates ends before it begins',
  rationale: '从某时至某时，止点不能早于起点。跨年的起止（如9月至次年1月）应写明“次年”或后一个年份；没有写年份的跨年月份不在此列。',
  messages: {
    years: { what: '起止年份颠倒：“{span}”的止年{to}早于起年{from}。', advice: '核对两个年份。', en: 'The span “{span}” ends in {to}, before {from}.' },
    dates: { what: '起止日期颠倒：“{span}”的终点早于起点。', advice: '核对日期；若是跨年，写明后一个年份。', en: 'The span “{span}” ends before it begins.' },
    crossing: {
      what: '“{span}”的终月早于起月，若是跨年，没有写明次年。',
      advice: '写明“次年”或后一个年份，否则核对月份。',
      severity: 'warning',
      en: 'The span “{span}” ends in an earlier month; name the year if it runs into the next.',
    },
  },
  examples: [
    {
      title: '年份',
      text: '2024年工作总结\n\n完成了⟦2024年至2021年⟧新建校舍项目的备案，落实《提升方案（⟦2025—2023年⟧）》。',
      reports: ['years', 'years'],
      message: '起止年份颠倒：“2024年至2021年”的止年2021早于起年2024。',
    },
    {
      title: '同一个月里的日子',
      text: '2024年工作总结\n\n⟦7月11日至7月1日⟧、⟦9月20日—16日⟧组织排查，从⟦2024年9月至6月⟧轮训。',
      reports: ['dates', 'dates', 'crossing'],
    },
    {
      title: '跨年、学年、比分',
      text: '2024年工作总结\n\n12月28日至1月3日值班，9月至次年6月轮训，2024年10月至次年3月、2024年11月至翌年3月防火，2023年9月至2024年1月试点，2023—2024学年、2021年至2025年规划，电话2025-2023，2024年到2021年建成的小区走访。',
      reports: [],
    },
  ],
  triggers: SPAN_TRIGGERS,
  *check(sentence) {
    for (const span of dateSpansOf(sentence)) {
      const { start, end, from, to } = span
      const slip = slipOf(span)
      if (slip === undefined) continue
      yield { range: { start, end }, messageId: slip, args: { span: sentence.canonical.slice(start, end), from: from.year ?? '', to: to.year ?? '' } }
    }
  },
})

function slipOf({ from, to }: DateSpan): 'years' | 'dates' | 'crossing' | undefined {
  if (from.year !== undefined && to.year !== undefined) {
    if (to.year < from.year) return 'years'
    if (from.month === undefined || to.month === undefined) return undefined
    const order = monthNumber(to.year, to.month) - monthNumber(from.year, from.month)
    return order < 0 || (order === 0 && isEarlierDay(from.day, to.day)) ? 'dates' : undefined
  }
  if (from.month === undefined || to.month === undefined) return undefined
  // without a year, 12月28日至1月3日 runs into the next one
  if (from.month === to.month) return isEarlierDay(from.day, to.day) ? 'dates' : undefined
  return from.year !== undefined && to.month < from.month ? 'crossing' : undefined
}

function isEarlierDay(from: number | undefined, to: number | undefined): boolean {
  return from !== undefined && to !== undefined && to < from
}

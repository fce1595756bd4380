import { parseOrdinalNumeral } from '../../document/chinese-numeral.js'
import { dateSpansOf, SPAN_TRIGGERS, type DateSpan } from '../../document/date.js'
import { defineRule } from '../../linting/rule.js'

const BEFORE = /(?<![\d〇零一二三四五六七八九十])([一二三四五六七八九十]{1,3}|\d{1,2})年[^，。；（）《》、：]{0,14}(?:方案|计划|规划|行动|工程)[》”]{0,2}（?$/
const AFTER = /^年?）?的?([一二三四五六七八九十]{1,3}|\d{1,2})年(?!级)[^，。；（）《》、：]{0,14}(?:方案|计划|规划|行动|工程)/

/** 五年行动方案（2022—2022年）: the years of a plan must be as many as its name says. */
export default defineRule<'sentence', 'length' | 'one-more' | 'empty'>({
  id: 'figures/plan-length',
  scope: 'sentence',
  severity: 'error',
  source: 'arithmetic',
  summary: '规划、行动方案的年数与起止年份对不上',
  summaryEn: 'The years of a plan do not add up to its name',
  rationale: '“三年行动”应当跨三个年度：止年减起年再加一等于三。起止年份相同，或者与年数对不上，多半是年份套改造成的。',
  messages: {
    length: {
      what: '名称说是{claimed}年，起止年份{from}—{to}是{years}年（{to}－{from}＋1＝{years}）。',
      advice: '核对起止年份和名称。',
      en: 'The plan is of {claimed} years, but {from}–{to} makes {years}.',
    },
    'one-more': {
      what: '名称说是{claimed}年，起止年份{from}—{to}按整年算是{years}年。',
      advice: '若从年中起算可以不改，否则核对年份。',
      severity: 'info',
      en: 'The plan is of {claimed} years, but {from}–{to} makes {years} whole years.',
    },
    empty: { what: '起止年份相同：“{span}”，没有跨度。', advice: '核对起止年份。', en: 'The span “{span}” begins and ends in one year.' },
  },
  examples: [
    {
      title: '年数对不上',
      text: '2024年工作总结\n\n印发《美育三年行动方案（⟦2021—2025年⟧）》。',
      reports: ['length'],
      message: '名称说是3年，起止年份2021—2025是5年（2025－2021＋1＝5）。',
    },
    {
      title: '起止年份相同',
      text: '2024年工作总结\n\n推进体育五年行动方案（⟦2024—2024年⟧），核查⟦2023年至2023年⟧的项目。',
      reports: ['empty', 'empty'],
      message: '起止年份相同：“2024—2024年”，没有跨度。',
    },
    { title: '从年中起算的可能', text: '2024年工作总结\n\n落实⟦2021—2024年⟧三年行动计划。', reports: ['one-more'] },
    {
      title: '对得上的、学年的、不是一回事的',
      text: '2024年工作总结\n\n落实三年行动方案（2024—2026年）、《五年规划2021—2025年》、2021—2023年三年行动计划，完成2021年7月至2024年6月三年行动计划，实施三年行动计划，完成2013年至2019年新建校舍备案，2024年3月至2024年9月试点，用好2021年至2023年三年级数据，印发2023年工作计划（2024—2026年）、第十四个五年规划（2021—2025年）。',
      reports: [],
    },
  ],
  triggers: SPAN_TRIGGERS,
  *check(sentence) {
    const { canonical } = sentence
    for (const span of dateSpansOf(sentence)) {
      const { start, end, from, to, isAcademic } = span
      if (from.year === undefined || to.year === undefined || isAcademic || to.year < from.year) continue
      const range = { start, end }
      const text = canonical.slice(start, end)
      if (from.year === to.year && from.month === undefined && to.month === undefined) yield { range, messageId: 'empty', args: { span: text } }
      else {
        const claimed = claimedYears(canonical, span)
        const years = to.year - from.year + 1
        if (claimed === 0 || from.month !== undefined || claimed === years) continue
        yield { range, messageId: claimed === years - 1 ? 'one-more' : 'length', args: { claimed, from: from.year, to: to.year, years } }
      }
    }
  },
})

/** How many years the plan's name before or after the span promises; 0 when no plan is named there. */
function claimedYears(text: string, { start, end }: DateSpan): number {
  const numeral = (BEFORE.exec(text.slice(Math.max(0, start - 32), start)) ?? AFTER.exec(text.slice(end, end + 28)))?.[1]
  if (numeral === undefined) return 0
  return /^\d/.test(numeral) ? Number(numeral) : parseOrdinalNumeral(numeral)
}

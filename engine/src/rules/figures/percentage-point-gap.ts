import { directionHolds, gapHolds, isRelativeChange, pointGaps, type PointGap } from '../../figures/point-gap.js'
import { written } from '../../figures/placed-figure.js'
import { figureFix, rewriteNumeral } from '../../figures/repair.js'
import { soundRepairs } from '../../figures/slips-of-block.js'
import type { Fix } from '../../linting/finding.js'
import { defineRule, type RuleContext } from '../../linting/rule.js'
import { PERCENTAGES } from '../../linting/triggers.js'

type MessageId = 'gap' | 'direction' | 'unit'

/** The gap between two percentages must be their difference, and be given in percentage points. */
export default defineRule<'block', MessageId>({
  id: 'figures/percentage-point-gap',
  scope: 'block',
  severity: 'error',
  source: 'arithmetic',
  summary: '两个百分数相差的百分点算错，或升降说反',
  summaryEn: 'The gap between two percentages is wrong, or goes the other way',
  rationale:
    '“由a%提高到b%，提高x个百分点”和“b%，高于全市a%的x个百分点”，x应等于两个百分数之差。百分数之差用“个百分点”，不用“%”：从20%提高到30%，提高了10个百分点，也就是提高了50%。',
  messages: {
    gap: {
      what: '{from}与{to}相差{expected}个百分点，文中写作{actual}。',
      advice: '核对三个数。可能的改法：{repairs}。',
      en: '{from} and {to} differ by {expected} percentage points, not {actual}.',
    },
    direction: {
      what: '从{from}到{to}是{truth}，文中说的是{said}。',
      advice: '核对两个百分数的先后，或者改正表示升降的词。',
      en: 'From {from} to {to} is {truth}, but the text says {said}.',
    },
    unit: {
      what: '{from}与{to}之差应为{expected}个百分点，文中写作{actual}。',
      advice: '百分数之差用“个百分点”。可能的改法：{repairs}。',
      en: 'The difference of {from} and {to} is {expected} percentage points, not {actual}.',
    },
  },
  examples: [
    {
      title: '差算错',
      text: '2024年工作总结\n\n平台月活跃率由上年的61.3%提高到74.8%，提高⟦15.3个百分点⟧。',
      reports: ['gap'],
      message: '61.3%与74.8%相差13.5个百分点，文中写作15.3个百分点。',
      fixed: '2024年工作总结\n\n平台月活跃率由上年的61.3%提高到74.8%，提高13.5个百分点。',
    },
    { title: '比上年的某数', text: '2024年工作总结\n\n毛入园率达到92.4%，比2023年的88.9%提高⟦4.9个百分点⟧。', reports: ['gap'] },
    {
      title: '差了两个末位；整数的目标比上年',
      text: '2024年工作总结\n\n住院率81.6%，较上年的79.8%提高了⟦1.6个百分点⟧。公办园占比达到62%，比上年的58.3%提高⟦4.7个百分点⟧。',
      reports: ['gap', 'gap'],
    },
    { title: '升降说反', text: '2024年工作总结\n\n近视率由52.6%提高到⟦50.1%⟧，下降2.5个百分点。', reports: ['direction'] },
    {
      title: '用了“%”',
      text: '2024年工作总结\n\n优良率由52.4%提高到55.1%，提高⟦2.7%⟧。',
      reports: ['unit'],
      fixed: '2024年工作总结\n\n优良率由52.4%提高到55.1%，提高2.7个百分点。',
    },
    { title: '汉字小数也认得', text: '2024年工作总结\n\n优秀率为6.93%，高于全市5%的一点九三个百分点。', reports: [] },
    {
      title: '末位四舍五入、相对变化',
      text: '2024年工作总结\n\n覆盖率由84.65%提高到96.9%，提高12.3个百分点；参与率由20%提高到30%，提高50%。住院率81.6%，较上年的79.8%提高1.9个百分点。公办园占比达到62%，比上年的58.3%提高4.1个百分点。',
      reports: [],
    },
    {
      title: '分别说两件事、年均',
      text: '2024年工作总结\n\n小学、初中优良率分别为58.2%、61.4%，比上年提高2.1个百分点。发生率由12.3%下降到1.8%，年均下降2.6个百分点。',
      reports: [],
    },
  ],
  triggers: PERCENTAGES,
  *check(block, { say }) {
    for (const gap of pointGaps(block)) {
      const { from, to } = gap
      const related = [from, to].map((figure) => ({ ...figure.at, message: written(figure) }))
      const args = { from: written(from), to: written(to), actual: written(gap.gap), expected: difference(gap).toString() }
      const inPoints = gap.gap.kind === 'percentage-point'
      if (!directionHolds(gap)) {
        const [truth, said] = gap.direction > 0 ? [say('下降', 'a fall'), say('上升', 'a rise')] : [say('上升', 'a rise'), say('下降', 'a fall')]
        yield { range: (to.at.start > from.at.start ? to : from).at, messageId: 'direction', args: { ...args, truth, said }, related }
      } else if (inPoints ? !gapHolds(gap) : !isRelativeChange(gap)) {
        const fixes = soundRepairs(block, gap.gap, repairsOf(gap, say))
        const repairs = fixes.length > 0 ? fixes.map(({ title }) => title).join('；') : '查原始数据'
        yield { range: gap.gap.at, messageId: inPoints ? 'gap' : 'unit', args: { ...args, repairs }, related, fixes }
      }
    }
  },
})

function difference({ from, to }: PointGap): PointGap['gap']['value'] {
  return to.value.minus(from.value).abs().trimmed
}

/** The gap rewritten, or the later percentage, or the earlier one. */
function repairsOf(gap: PointGap, say: RuleContext['say']): Fix[] {
  const expected = difference(gap)
  const text = `${expected}个百分点`
  const ofGap: Fix = {
    title: say(`把${written(gap.gap)}改为${text}`, `Change ${written(gap.gap)} to ${text}`),
    safety: 'unsafe',
    edits: [{ start: gap.gap.numeralAt.start, end: gap.gap.numeralAt.end + gap.gap.unit.length, newText: text }],
  }
  if (gap.gap.kind === 'percentage') return [ofGap]
  const sign = gap.to.value.compare(gap.from.value) >= 0
  const [high, low] = sign ? [gap.to, gap.from] : [gap.from, gap.to]
  const options = [
    { figure: high, value: low.value.plus(gap.gap.value) },
    { figure: low, value: high.value.minus(gap.gap.value) },
  ]
  const others = options.flatMap(({ figure, value }) => {
    const numeral = rewriteNumeral(figure, value, value.trimmed.scale)
    return numeral === undefined || value.sign <= 0
      ? []
      : [figureFix(figure, numeral, say(`把${written(figure)}改为${numeral}%`, `Change ${written(figure)} to ${numeral}%`))]
  })
  return [ofGap, ...others]
}

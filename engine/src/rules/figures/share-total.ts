import { written } from '../../figures/placed-figure.js'
import { wrongShareTotals } from '../../figures/share-total.js'
import { defineRule } from '../../linting/rule.js'

/** Shares that exclude each other cannot come to more than a hundred per cent. */
export default defineRule<'block', 'sum'>({
  id: 'figures/share-total',
  scope: 'block',
  severity: 'warning',
  source: 'arithmetic',
  summary: '同一总体的各项占比相加不是100%',
  summaryEn: 'The shares of one whole do not come to 100%',
  rationale: '互不交叉的各项占比（公办与民办、优秀与良好与合格）相加不会超过100%；列到“其他”的，相加应为100%。末位四舍五入的误差不算。',
  messages: { sum: { what: '各项占比相加是{sum}%：{formula}。', advice: '请核实各项占比，相加应为100%。', en: 'The shares come to {sum}%: {formula}.' } },
  examples: [
    {
      title: '公办加民办超过100%',
      text: '2024年工作总结\n\n全县幼儿园中，公办占62.5%，民办占⟦42.5%⟧。',
      reports: ['sum'],
      message: '各项占比相加是105%：62.5%＋42.5%。',
    },
    { title: '列到“其他”却不足', text: '2024年工作总结\n\n来电中，咨询占52%，投诉占21%，其他占⟦17%⟧。', reports: ['sum'] },
    {
      title: '相加为100%，或可以交叉',
      text: '2024年工作总结\n\n公办占62.5%，民办占37.5%；教师中女性占71%，党员占42%，研究生占33%。优秀占33.3%，良好占33.3%，合格占33.3%。',
      reports: [],
    },
  ],
  triggers: ['占', '比例'],
  *check(block) {
    for (const { shares, sum } of wrongShareTotals(block)) {
      const last = shares[shares.length - 1]
      if (last === undefined) continue
      yield {
        range: last.at,
        messageId: 'sum',
        args: { sum: sum.toString(), formula: shares.map(written).join('＋') },
        related: shares.slice(0, -1).map((share) => ({ ...share.at, message: written(share) })),
      }
    }
  },
})

import { contraryBases } from '../../figures/implied-base.js'
import { written } from '../../figures/placed-figure.js'
import { defineRule } from '../../linting/rule.js'

/** Two shares of one whole must imply one whole. */
export default defineRule<'document', 'differs'>({
  id: 'figures/implied-base',
  scope: 'document',
  severity: 'warning',
  source: 'arithmetic',
  summary: '同一总数的两个占比，倒算出的总数不同',
  summaryEn: 'Two shares of one whole imply different wholes',
  rationale:
    '“占全县教师总数的22.5%”“占全县教师总数的31%”说的是同一个总数，用部分数除以占比倒算，两处应当得到同一个总数。相差超过0.5%，说明至少有一个数错了，或者口径不同。',
  messages: {
    differs: {
      what: '按{secondPart}占{secondShare}倒算，{name}约{second}；按{firstPart}占{firstShare}倒算约{first}，两处不一致。',
      advice: '请核实四个数，或者写明两处的口径。',
      en: '{secondPart} being {secondShare} of {name} implies {second}; {firstPart} being {firstShare} implies {first}.',
    },
  },
  examples: [
    {
      title: '两个占比的总数不同',
      text: '2024年工作总结\n\n现有高级教师630人，占全县教师总数的22.5%。\n\n骨干教师420人，占全县教师总数的⟦18.6%⟧。',
      reports: ['differs'],
      message: '按420人占18.6%倒算，全县教师约2258；按630人占22.5%倒算约2800，两处不一致。',
    },
    {
      title: '算得出同一个总数，或者说的是上年',
      text: '2024年工作总结\n\n现有高级教师630人，占全县教师总数的22.5%。骨干教师420人，占全县教师总数的15%。上年骨干教师380人，占全县教师总数的17%。新教师96人，占全县小学教师的5%。',
      reports: [],
    },
  ],
  *check(document) {
    for (const { first, second } of contraryBases(document)) {
      yield {
        range: second.range,
        messageId: 'differs',
        args: {
          name: second.name,
          firstPart: written(first.part),
          firstShare: written(first.share),
          first: first.value.toString(),
          secondPart: written(second.part),
          secondShare: written(second.share),
          second: second.value.toString(),
        },
        related: [{ ...first.range, message: `${written(first.part)}，${written(first.share)}` }],
      }
    }
  },
})

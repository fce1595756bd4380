import { Decimal } from '../../document/decimal.js'
import { CONTRARY_BASES, type ContraryBase } from '../../figures/implied-base.js'
import { written } from '../../figures/placed-figure.js'
import { joined } from '../../linting/joined.js'
import { defineRule, type Report } from '../../linting/rule.js'

/** Two shares of one whole must imply one whole. */
export default defineRule<'document', 'differs' | 'stated'>({
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
    stated: {
      what: '按{part}占{share}倒算，{name}约{value}，第{line}行写的是{stated}。',
      advice: '若总数{stated}无误，占比应为{expected}；否则请核实{part}和{share}，或者写明口径。',
      en: '{part} being {share} of {name} implies {value}; line {line} says {stated}.',
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
      title: '与别处写的总数不符',
      text: '宁源县教育局2024年工作总结\n\n全县现有专任教师2864人，幼儿园62所。\n\n一、队伍建设\n\n县级以上骨干教师430人，占全县专任教师总数的⟦18.6%⟧。',
      reports: ['stated'],
      message: '按430人占18.6%倒算，全县专任教师约2312，第3行写的是2864人。',
    },
    {
      title: '与别处写的总数相符，或者说的不是一回事',
      text: '宁源县教育局2024年工作总结\n\n全县现有专任教师2864人，城区专任教师1530人。\n\n一、队伍建设\n\n县级以上骨干教师430人，占全县专任教师总数的15%。女教师1260人，占全县小学专任教师的71.2%。城区骨干教师290人，占全市专任教师的2.4%。',
      reports: [],
    },
    {
      title: '算得出同一个总数，或者说的是上年',
      text: '2024年工作总结\n\n现有高级教师630人，占全县教师总数的22.5%。骨干教师420人，占全县教师总数的15%。上年骨干教师380人，占全县教师总数的17%。新教师96人，占全县小学教师的5%。',
      reports: [],
    },
    {
      title: '总数写的是0，占比说的必是别的总数',
      text: '宁源县教育局2024年工作总结\n\n全县现有专任教师0人。\n\n一、队伍建设\n\n县级以上骨干教师430人，占全县专任教师总数的18.6%。',
      reports: [],
    },
  ],
  ...joined([CONTRARY_BASES], (contrary) => (contrary.kind === 'shares' ? sharesReport(contrary) : statedReport(contrary))),
})

function sharesReport({ first, second }: Extract<ContraryBase, { kind: 'shares' }>): Report<'differs'> {
  return {
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

function statedReport({ implied, stated }: Extract<ContraryBase, { kind: 'stated' }>): Report<'stated'> {
  const { name, part, share, value } = implied
  const expected = part.value.times(Decimal.of(100)).quotient(stated.value ?? value, share.decimals)
  return {
    range: implied.range,
    messageId: 'stated',
    args: {
      name,
      part: written(part),
      share: written(share),
      value: value.toString(),
      line: stated.line,
      stated: stated.written,
      expected: `${expected}%`,
    },
    related: [{ start: stated.start, end: stated.end, message: `${stated.metric}${stated.written}` }],
  }
}

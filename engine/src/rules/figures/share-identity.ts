import { written } from '../../figures/placed-figure.js'
import { wrongShareIdentities } from '../../figures/share-identity.js'
import { defineRule } from '../../linting/rule.js'
import { pairsOf } from '../../text/triggers.js'

/** A rate, the rate of the whole and the shares of both counts bind each other. */
export default defineRule<'block', 'wrong'>({
  id: 'figures/share-identity',
  scope: 'block',
  severity: 'warning',
  source: 'arithmetic',
  summary: '本地比率与全市比率、两个占比之间算不拢',
  summaryEn: 'A local rate disagrees with the rate of the whole and the two shares of it',
  rationale:
    '上线率＝上线人数÷参考人数。本县上线人数占全市的几成、参考人数占全市的几成都写了，再给出全市上线率，就能推出本县的上线率：全市上线率×上线人数占比÷参考人数占比。四个数算不拢，至少有一个错了，哪怕人数一个也没写。',
  messages: {
    wrong: {
      what: '{rate}与另外三个数算不拢：{whole}×{part}÷{base}≈{expected}%。',
      advice: '请核实本地比率、全市比率和两个占比。',
      en: '{rate} does not agree with the other three: {whole} × {part} ÷ {base} ≈ {expected}%.',
    },
  },
  examples: [
    {
      title: '上线率',
      text: '2024年工作总结\n\n我县参考人数占全市考生的11.8%，本科上线人数占全市上线人数的13.2%；本科上线率⟦68.2%⟧，高于全市平均水平54.1%。',
      reports: ['wrong'],
      message: '68.2%与另外三个数算不拢：54.1%×13.2%÷11.8%≈60.5%。',
    },
    {
      title: '优秀率',
      text: '2024年工作总结\n\n我区参考学生占全市参考人数的9.6%，优秀学生占全市优秀学生的8.1%。优秀率为⟦25.2%⟧，低于全市的26.4%。',
      reports: ['wrong'],
    },
    {
      title: '算得拢，或者少了一个数',
      text: '2024年工作总结\n\n我县参考人数占全市考生的11.8%，本科上线人数占全市上线人数的13.2%；本科上线率60.5%，高于全市平均水平54.1%。\n\n我县本科上线人数占全市上线人数的13.2%；本科上线率68.2%，高于全市平均水平54.1%。',
      reports: [],
    },
  ],
  triggers: pairsOf('于出比', '全'),
  *check(block) {
    for (const { rate, rateOfWhole, shareOfPart, shareOfBase, expected } of wrongShareIdentities(block)) {
      yield {
        range: rate.at,
        messageId: 'wrong',
        args: {
          rate: written(rate),
          whole: written(rateOfWhole),
          part: written(shareOfPart),
          base: written(shareOfBase),
          expected: expected.toString(),
        },
        related: [rateOfWhole, shareOfPart, shareOfBase].map((figure) => ({ ...figure.at, message: figure.label.slice(-12) + written(figure) })),
      }
    }
  },
})

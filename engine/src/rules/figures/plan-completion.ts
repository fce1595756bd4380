import { Decimal } from '../../document/decimal.js'
import { completionReadings, isAbovePlan } from '../../figures/completion.js'
import { isKnownPlaced, quantitiesOf, written, type KnownPlacedFigure } from '../../figures/placed-figure.js'
import { figureFix, intervalWith, rewriteNumeral } from '../../figures/repair.js'
import { partFor, shareHolds, sharePercent } from '../../figures/share-arithmetic.js'
import { defineRule } from '../../linting/rule.js'

/** 完成年度目标的73.7%: done in a hundred of planned. */
export default defineRule<'block', 'wrong'>({
  id: 'figures/plan-completion',
  scope: 'block',
  severity: 'error',
  source: 'arithmetic',
  summary: '完成计划的百分数与完成数、计划数不符',
  summaryEn: 'A percentage of a plan that the planned and the done do not give',
  rationale: '“完成年度计划的百分之几”＝完成数÷计划数。同一句里计划数、完成数都写了，就可以重新算一遍；算不拢，三个数里至少有一个错了。',
  messages: {
    wrong: {
      what: '{claim}与文中数字不符：{formula}＝{expected}。',
      advice: '核对完成数、计划数和百分数。可能的改法：{repairs}。',
      en: '{claim} does not agree: {formula} = {expected}.',
    },
  },
  examples: [
    {
      title: '完成投资',
      text: '2024年工作总结\n\n年度计划投资86.5亿元，已完成投资61.2亿元，完成年度目标的⟦78.2%⟧。',
      reports: ['wrong'],
      message: '78.2%与文中数字不符：61.2亿÷86.5亿＝70.8%。',
      fixed: '2024年工作总结\n\n年度计划投资86.5亿元，已完成投资61.2亿元，完成年度目标的70.8%。',
    },
    {
      title: '算得拢、超额完成',
      text: '2024年工作总结\n\n年度计划投资99.8亿元，已完成投资73.58亿元，完成年度目标比率73.73%；计划培训400人，实际培训436人，完成计划的109%。',
      reports: [],
    },
    {
      title: '计划写在完成数后面',
      text: '2024年工作总结\n\n筹集保障房1500套，当年任务1200套，完成率⟦135%⟧。新增学位3240个，计划新增3000个，超额完成⟦18%⟧。',
      reports: ['wrong', 'wrong'],
    },
    {
      title: '算得拢的完成率、超额完成',
      text: '2024年工作总结\n\n筹集保障房1500套，当年任务1200套，完成率125%。计划新增学位3000个，实际新增3240个，超额完成8%。改造厕所320座，其中年度任务300座，完成率100%；招生计划300人，报名450人，完成率100%。',
      reports: [],
    },
    { title: '没有写计划数', text: '2024年工作总结\n\n新增就业2630人，为960名困难人员提供援助，完成年度目标任务的105.2%。', reports: [] },
  ],
  triggers: ['目标', '任务', '计划', '预算'],
  *check(block, { say }) {
    const quantities = quantitiesOf(block)
    for (const [i, claim] of quantities.entries()) {
      const readings = completionReadings(block, quantities, i)
      if (readings === undefined || !isKnownPlaced(claim)) continue
      // 超额完成8% is said of a done that is 108% of the planned
      const above = isAbovePlan(claim) ? Decimal.of(100) : Decimal.ZERO
      const { low, high } = claim.interval
      const claimed = { low: low.plus(above), high: high?.plus(above) }
      const [reading] = readings.keyed
      if (reading === undefined || readings.keyed.length > 1 || readings.all.some((other) => shareHolds(other, claimed))) continue
      const done = reading.parts[0] as KnownPlacedFigure
      const percent = sharePercent(reading, claim.decimals).minus(above)
      if (percent.sign < 0) continue
      const wanted = partFor(reading, claim.value.plus(above))
      const holds = shareHolds({ ...reading, parts: [{ ...done, interval: intervalWith(done, wanted) }] }, claimed)
      const fixes = [
        { figure: claim, value: percent, holds: true },
        { figure: done, value: wanted, holds },
      ].flatMap(({ figure, value, holds: isRight }) => {
        const numeral = isRight ? rewriteNumeral(figure, value) : undefined
        return numeral === undefined
          ? []
          : [figureFix(figure, numeral, say(`把${written(figure)}改为${numeral}${figure.unit}`, `Change ${written(figure)} to ${numeral}${figure.unit}`))]
      })
      const text = (figure: KnownPlacedFigure): string => figure.sentence.text.slice(figure.numeral.start, figure.numeral.end)
      yield {
        range: claim.at,
        messageId: 'wrong',
        fixes,
        args: {
          claim: written(claim),
          formula: `${text(done)}÷${text(reading.total)}${above.isZero ? '' : '－100%'}`,
          expected: `${percent}%`,
          repairs: fixes.map(({ title }) => title).join('；') || '查原始数据',
        },
        related: [done, reading.total].map((figure) => ({ ...figure.at, message: written(figure) })),
      }
    }
  },
})

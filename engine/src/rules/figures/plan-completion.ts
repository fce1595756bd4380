import { isComparable } from '../../document/figure.js'
import { isDelta, isKnownPlaced, quantitiesOf, subjectOf, written, type KnownPlacedFigure, type PlacedFigure } from '../../figures/placed-figure.js'
import { figureFix, intervalWith, rewriteNumeral } from '../../figures/repair.js'
import { partFor, shareHolds, sharePercent, type ShareReading } from '../../figures/share-arithmetic.js'
import { defineRule } from '../../linting/rule.js'

const COMPLETED =
  /(?:完成|占|为|达到?)了?(?:全年|年度|年初|年|既定|下达|上级下达|省市?下达|市下达)?[^，。；\d]{0,6}?(?:目标|任务|计划|预算)(?:任务|总数|总额|数|比率)?的?$/
const PLANNED = /计划|目标|任务|预算|下达|安排|应/
const PLANNED_PERCENT = /力争|确保|完成率|比/

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
    { title: '没有写计划数', text: '2024年工作总结\n\n新增就业2630人，为960名困难人员提供援助，完成年度目标任务的105.2%。', reports: [] },
  ],
  triggers: ['目标', '任务', '计划', '预算'],
  *check(block, { say }) {
    const quantities = quantitiesOf(block)
    for (const [i, claim] of quantities.entries()) {
      if (
        claim.kind !== 'percentage' ||
        !isKnownPlaced(claim) ||
        claim.approximation === 'range' ||
        !COMPLETED.test(claim.label) ||
        PLANNED_PERCENT.test(claim.label)
      )
        continue
      const readings = readingsOf(claim, quantities.slice(Math.max(0, i - 20), i))
      const [reading] = readings.keyed
      if (reading === undefined || readings.keyed.length > 1 || readings.all.some((other) => shareHolds(other, claim.interval))) continue
      const done = reading.parts[0] as KnownPlacedFigure
      const percent = sharePercent(reading, claim.decimals)
      const wanted = partFor(reading, claim.value)
      const holds = shareHolds({ ...reading, parts: [{ ...done, interval: intervalWith(done, wanted) }] }, claim.interval)
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
          formula: `${text(done)}÷${text(reading.total)}`,
          expected: `${percent}%`,
          repairs: fixes.map(({ title }) => title).join('；') || '查原始数据',
        },
        related: [done, reading.total].map((figure) => ({ ...figure.at, message: written(figure) })),
      }
    }
  },
})

/** All pairs of comparable figures of the claim's sentence, and those where the words name a plan and what came of it. */
function readingsOf(claim: KnownPlacedFigure, before: readonly PlacedFigure[]): { all: ShareReading[]; keyed: ShareReading[] } {
  const own = before
    .filter(isKnownPlaced)
    .filter((figure) => figure.sentenceIndex === claim.sentenceIndex && !isDelta(figure) && (figure.kind === 'count' || figure.kind === 'money'))
  const all = own.flatMap((part) =>
    own.filter((total) => total !== part && isComparable(part, total) && !total.value.isZero).map((total) => ({ parts: [part], total })),
  )
  const last = own[own.length - 1]
  const keyed = all.filter(
    ({ parts: [part], total }) => part === last && PLANNED.test(subjectOf(total)) && !/完成|实现/.test(total.label) && !PLANNED.test(part?.label ?? ''),
  )
  return { all, keyed }
}

import { Decimal } from '../../document/decimal.js'
import { CHANGED_BY, directionAtEnd } from '../../figures/change-words.js'
import { isKnownPlaced, quantitiesOf, subjectOf, textBetween, written, type KnownPlacedFigure, type PlacedFigure } from '../../figures/placed-figure.js'
import { defineRule, type Report, type RuleContext } from '../../linting/rule.js'
import type { Block } from '../../markdown/block.js'
import { PERCENTAGES } from '../../linting/triggers.js'

type MessageId = 'percent' | 'doubtful' | 'points' | 'impossible'

const LEVEL =
  /(?:率|比例|比重|占比|覆盖面|份额|满意度|占[^，。；]{1,16}的)[已均都也]?(?:达到了?|[达为是约]|提高到|提升到|上升到|增加到|下降到|降低到|保持在|稳定在)?$/
const GROWTH = /增长率|增速|增幅|涨幅|利率|税率|变化率|降幅|贡献率/
const KNOWN_RATE =
  /(?:覆盖率|普惠率|合格率|入[学园]率|巩固率|就业率|升学率|录取率|上线率|优良率|优秀率|及格率|满意率|满意度|达标率|参与率|普及率|城镇化率|机械化率|比重|占比|比例)(?:同比|环比|[比较][^，。；]{1,12}?)[^，。；]{0,2}(?:提高|提升|上升|下降|降低|增加|减少)了?$/
const QUANTITY =
  /(?:人数|数量|金额|收入|总量|产值|产量|总额|投资额|面积|经费|次数|学位)(?:同比|环比|[比较][^，。；]{1,12}?)?(?:增长|提高|增加|下降|减少|上升)了?$/
/** 降幅收窄4.6%: what is said of a rate of growth is a gap of two rates. */
const MOVED_GROWTH = /(?:增速|增幅|降幅|涨幅|跌幅)(?:[比较][^，。；]{1,12}?)?(?:收窄|扩大|回落|加快|放缓|提高)了?$/
/** 读者62.4万人次，同比增长 and nothing else between the two */
const CHANGE_OF_COUNT = /^，?(?:同比|环比|[比较](?:上年|去年)(?:同期)?)?(?:增长|增加|减少)了?$/
const NOT_QUANTITY = /率|比例|比重|占|增速|增幅|涨幅|幅度|贡献|水平|份额|差距/

/** A share or rate rises by percentage points, an amount by per cent. */
export default defineRule<'block', MessageId>({
  id: 'figures/percentage-point',
  scope: 'block',
  severity: 'error',
  source: 'arithmetic',
  summary: '“%”与“个百分点”用混',
  summaryEn: '% and percentage points mixed up',
  rationale:
    '比例、比重、占比、……率本身是百分数，两个百分数之差用“个百分点”；人数、金额这类数量的增减才用“%”。写“比例为84%，比上年提高18%”，可以理解为上年66%，也可以理解为上年71.2%，两个数相去甚远。',
  messages: {
    percent: {
      what: '{level}“{verb}{change}”应写“个百分点”：按百分点算，原为{before}%；按“%”算，原为{relative}%。',
      advice: '若原为{before}%，改为“{change_points}个百分点”；若确为相对变化，改为“{points}个百分点”。',
      en: '“{verb}{change}” of {level} should be in percentage points: it was {before}% or {relative}%.',
    },
    doubtful: {
      what: '“{verb}{change}”说的是比率的变化，一般用“个百分点”。',
      advice: '若是两个百分数之差，改为“{change_points}个百分点”；若确为相对变化，请写明变化前后的数。',
      en: '“{verb}{change}” of a rate is usually given in percentage points.',
      severity: 'warning',
    },
    points: {
      what: '“{subject}”是数量，增减用“%”，不用“{change}”。',
      advice: '改为“{value}%”；若说的是比率，请写明是什么率。',
      en: '“{subject}” is a quantity; it changes by %, not by “{change}”.',
    },
    impossible: {
      what: '{level}，{verb}{change}，则原为{before}%，不在0到100%之间。',
      advice: '核对两个数；若{change}是相对变化，请改用“%”。',
      en: '{level} after {verb}{change} would have been {before}%.',
    },
  },
  examples: [
    {
      title: '比例提高用了“%”',
      text: '2024年工作总结\n\n优质学校比例为62.5%，比上年提高⟦12.5%⟧。',
      reports: ['percent'],
      message: '62.5%“提高12.5%”应写“个百分点”：按百分点算，原为50.0%；按“%”算，原为55.6%。',
      fixed: '2024年工作总结\n\n优质学校比例为62.5%，比上年提高12.5个百分点。',
    },
    { title: '没有写现在是多少', text: '2024年工作总结\n\n普惠性幼儿园覆盖率比上年提高⟦3.2%⟧。', reports: ['doubtful'] },
    {
      title: '人数用了百分点',
      text: '2024年工作总结\n\n参训人数比上年增加⟦5个百分点⟧。',
      reports: ['points'],
      fixed: '2024年工作总结\n\n参训人数比上年增加5%。',
    },
    { title: '降幅收窄用了“%”', text: '2024年工作总结\n\n商品房销售面积下降6.4%，降幅比上半年收窄⟦2.3%⟧。', reports: ['doubtful'] },
    { title: '前面就是数量', text: '2024年工作总结\n\n接待游客48.6万人次，同比增长⟦12.5个百分点⟧。', reports: ['points'] },
    { title: '原来会小于零', text: '2024年工作总结\n\n骨干教师占比为8.2%，比上年提高⟦12.5个百分点⟧。', reports: ['impossible'] },
    { title: '写对的', text: '2024年工作总结\n\n覆盖率为84.4%，比上年提高8.8个百分点；发放资金986万元，增长12%；收入增速比上年提高2个百分点。', reports: [] },
    {
      title: '数量后面说的是比率',
      text: '2024年工作总结\n\n优良天数338天，优良率同比增加2.1个百分点；参保36万人，参保率92%，同比增加0.8个百分点；工业增加值增长6.1%，增速比前三季度加快0.4个百分点；增速回落到5%。',
      reports: [],
    },
    { title: '前面有数量，“增长”说的是数量', text: '2024年工作总结\n\n落实教育经费12.6亿元，占一般公共预算支出的23.8%，比上年增长5.6%。', reports: [] },
    {
      title: '增长率本身、提高到',
      text: '2024年工作总结\n\n投入增长率为8%，比上年提高1个百分点；覆盖率由75%提高到80%；覆盖率比上年有所提高，达到90%。',
      reports: [],
    },
  ],
  triggers: PERCENTAGES,
  *check(block, { say }) {
    const quantities = quantitiesOf(block)
    for (const [i, change] of quantities.entries()) {
      if (!isKnownPlaced(change) || change.approximation === 'range') continue
      const previous = quantities[i - 1]
      const level = previous !== undefined && isKnownPlaced(previous) && isLevelOf(block, previous, change) ? previous : undefined
      const report =
        change.kind === 'percentage'
          ? isOfAmount(quantities, i)
            ? undefined
            : percentReport(change, level, say)
          : change.kind === 'percentage-point'
            ? pointReport(block, change, level, previous, say)
            : undefined
      if (report !== undefined) yield report
    }
  },
})

/** 落实经费12.6亿元，占……的23.8%，比上年增长5.6%: with an amount before, 增长 speaks of that. */
function isOfAmount(quantities: readonly PlacedFigure[], i: number): boolean {
  const change = quantities[i] as PlacedFigure
  return (
    /(?:增长|增加|减少)了?$/.test(change.label) &&
    quantities
      .slice(Math.max(0, i - 4), i - 1)
      .some(({ kind, sentenceIndex }) => (kind === 'count' || kind === 'money') && sentenceIndex === change.sentenceIndex)
  )
}

function isLevelOf(block: Block, level: KnownPlacedFigure, change: KnownPlacedFigure): boolean {
  return (
    level.kind === 'percentage' &&
    level.sentenceIndex === change.sentenceIndex &&
    LEVEL.test(level.label) &&
    !GROWTH.test(level.label) &&
    CHANGED_BY.test(textBetween(block, level, change))
  )
}

function percentReport(change: KnownPlacedFigure, level: KnownPlacedFigure | undefined, say: RuleContext['say']): Report<MessageId> | undefined {
  const isOfRate = (KNOWN_RATE.test(change.label) && !GROWTH.test(change.label)) || MOVED_GROWTH.test(change.label)
  if (level === undefined && !isOfRate) return undefined
  const direction = directionAtEnd(change.label)
  const points = written(change).replace(/%$/, '')
  const fixes = [
    {
      title: say(`改为“${points}个百分点”`, `Write ${points} percentage points`),
      safety: 'unsafe' as const,
      edits: [{ start: change.numeralAt.end, end: change.numeralAt.end + change.unit.length, newText: '个百分点' }],
    },
  ]
  const args = { verb: verbOf(change), change: written(change), change_points: points }
  if (level === undefined) return { range: change.at, messageId: 'doubtful', args, fixes }
  const before = direction < 0 ? level.value.plus(change.value) : level.value.minus(change.value)
  const factor = direction < 0 ? Decimal.of(100).minus(change.value) : Decimal.of(100).plus(change.value)
  if (before.sign < 0 || factor.sign <= 0) return undefined
  const relative = level.value.times(Decimal.of(100)).quotient(factor, level.decimals)
  const difference = level.value.minus(relative).abs()
  const related = [{ ...level.at, message: written(level) }]
  const isSame = difference.equals(change.value)
  const second = {
    title: say(`按相对变化改为“${difference}个百分点”`, `Write ${difference} percentage points, if the change is relative`),
    safety: 'unsafe' as const,
    edits: [{ start: change.numeralAt.start, end: change.numeralAt.end + change.unit.length, newText: `${difference}个百分点` }],
  }
  return {
    range: change.at,
    messageId: 'percent',
    args: { ...args, level: written(level), before: before.toString(), relative: relative.toString(), points: difference.toString() },
    related,
    fixes: isSame ? fixes : [...fixes, second],
  }
}

function pointReport(
  block: Block,
  change: KnownPlacedFigure,
  level: KnownPlacedFigure | undefined,
  previous: PlacedFigure | undefined,
  say: RuleContext['say'],
): Report<MessageId> | undefined {
  if (level !== undefined) {
    const old = directionAtEnd(change.label) < 0 ? level.value.plus(change.value) : level.value.minus(change.value)
    const isPossible = old.sign >= 0 && (old.compare(Decimal.of(100)) <= 0 || /毛|完成/.test(level.label))
    if (isPossible || directionAtEnd(change.label) === 0) return undefined
    return {
      range: change.at,
      messageId: 'impossible',
      args: { level: written(level), verb: verbOf(change), change: written(change), before: old.toString() },
      related: [{ ...level.at, message: written(level) }],
    }
  }
  const isOfCount = previous !== undefined && isChangeOfCount(block, previous, change)
  if (previous?.kind === 'percentage' || (!isOfCount && (!QUANTITY.test(change.label) || NOT_QUANTITY.test(change.label)))) return undefined
  const value = written(change).slice(0, -change.unit.length)
  const fix = {
    title: say(`改为“${value}%”`, `Write ${value}%`),
    safety: 'unsafe' as const,
    edits: [{ start: change.numeralAt.end, end: change.numeralAt.end + change.unit.length, newText: '%' }],
  }
  return {
    range: change.at,
    messageId: 'points',
    args: { subject: isOfCount ? written(previous) : change.label.slice(-12), change: written(change), value },
    fixes: [fix],
  }
}

/** 接待读者62.4万人次，同比增长13.9个百分点: the count right before is what grew. */
function isChangeOfCount(block: Block, previous: PlacedFigure, change: PlacedFigure): boolean {
  return (
    (previous.kind === 'count' || previous.kind === 'money') &&
    previous.sentenceIndex === change.sentenceIndex &&
    previous.depth === change.depth &&
    !NOT_QUANTITY.test(subjectOf(previous)) &&
    CHANGE_OF_COUNT.test(textBetween(block, previous, change).replace(previous.noun, ''))
  )
}

function verbOf(change: KnownPlacedFigure): string {
  return /[\u4e00-\u9fff]{2}了?$/.exec(change.label)?.[0] ?? ''
}

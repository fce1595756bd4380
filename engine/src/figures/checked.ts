import { Decimal } from '../document/decimal.js'
import { meet } from '../document/figure.js'
import type { PositionedBlock } from '../document/outline.js'
import type { ReportDocument } from '../document/report-document.js'
import type { Block } from '../markdown/block.js'
import type { TextRange } from '../text/range.js'
import { differenceHolds, growthDirectionHolds, growthsOf, isImpossible, rateInterval, type Growth } from './growth.js'
import { isKnownPlaced, quantitiesOf, type KnownPlacedFigure } from './placed-figure.js'
import { directionHolds, gapHolds, pointGaps, type PointGap } from './point-gap.js'
import { readBareShare, readNamedShare, readShareWithTotal } from './share-of.js'
import { readRate } from './share-rate.js'
import { sharePercent, shareHolds, type ShareReading } from './share-arithmetic.js'
import { wrongShares, type ShareContext } from './share.js'

/** A figure that the report lets one compute from others, and what came of it. Ranges are of the whole text. */
export interface CheckedFigure {
  readonly kind: 'share' | 'growth' | 'difference' | 'points'
  /** the figure that was computed */
  readonly claim: TextRange
  /** the figures that it was computed from */
  readonly operands: readonly TextRange[]
  /** as one would write it on paper: 16388÷27478 */
  readonly formula: string
  /** what the formula gives, its unit included: 59.64% */
  readonly result: string
  /** whether an operand is rounded or approximate, so that the result is so too */
  readonly isRounded: boolean
  /** whether the claim is what the formula gives, with what rounding allows */
  readonly holds: boolean
}

interface CheckedInBlock extends Omit<CheckedFigure, 'claim' | 'operands'> {
  readonly claim: KnownPlacedFigure
  readonly operands: readonly KnownPlacedFigure[]
}

const HUNDRED = Decimal.of(100)
const SENTENCES_BACK = 2
const MOST_FIGURES_BACK = 60
const LONGEST_GROUP = 1000
const ABOVE_WHOLE = /超额|超出|超过|超收|超计划|结余|节约|高出/
const checkedInBlock = new WeakMap<Block, readonly CheckedInBlock[]>()

/**
 * The shares, rates of change, differences and percentage points of a report whose operands the words name, each with its
 * arithmetic; in reading order of blocks. A claim that holds by chance alone (of figures that its words do not name) is none.
 */
export function checkedFigures(document: ReportDocument): readonly CheckedFigure[] {
  return document.prose().flatMap((at) => inBlock(at.block).map((checked) => placed(document, at, checked)))
}

function placed(document: ReportDocument, at: PositionedBlock, checked: CheckedInBlock): CheckedFigure {
  const range = (figure: KnownPlacedFigure): TextRange => document.toDocument(at, figure.at)
  return { ...checked, claim: range(checked.claim), operands: checked.operands.map(range) }
}

function inBlock(block: Block): readonly CheckedInBlock[] {
  let checked = checkedInBlock.get(block)
  if (checked === undefined) {
    checked = [...sharesOf(block), ...growthsOf(block).flatMap(changesOf), ...pointGaps(block).flatMap(pointsOf)]
    checkedInBlock.set(block, checked)
  }
  return checked
}

function sharesOf(block: Block): CheckedInBlock[] {
  const quantities = quantitiesOf(block)
  const wrong = new Map(wrongShares(block).map(({ claim, keyed }) => [claim, keyed]))
  return quantities.flatMap((claim, i) => {
    if (claim.kind !== 'percentage' || !isKnownPlaced(claim) || claim.approximation === 'range' || claim.value.isZero) return []
    const readings = wrong.get(claim)
    // of several readings that fail, none is the one that the words mean
    if (readings !== undefined) return readings.length === 1 ? [shareOf(claim, readings[0] as ShareReading, false)] : []
    const context = contextOf(block, claim, quantities.slice(Math.max(0, i - MOST_FIGURES_BACK), i))
    const right = keyedReadings(context).find((reading) => reading.total.interval.low.compare(Decimal.ZERO) > 0 && shareHolds(reading, claim.interval))
    return right === undefined ? [] : [shareOf(claim, right, true)]
  })
}

function keyedReadings(context: ShareContext): readonly ShareReading[] {
  if (ABOVE_WHOLE.test(context.clause)) return []
  return (readShareWithTotal(context) ?? readBareShare(context) ?? readNamedShare(context) ?? readRate(context))?.keyed ?? []
}

/** What the readers of shares are given of a claim: the same reach as when wrong shares are looked for. */
function contextOf(block: Block, claim: KnownPlacedFigure, earlier: ReturnType<typeof quantitiesOf>): ShareContext {
  const clause = /[^，。；：！？\n]*$/.exec(block.canonical.slice(Math.max(0, claim.at.start - 60), claim.at.start))?.[0] ?? ''
  const from = Math.max(claim.sentence.start, claim.at.start - LONGEST_GROUP)
  return {
    block,
    claim,
    clause,
    clauseStart: claim.at.start - clause.length,
    groupStart: from + block.canonical.slice(from, claim.at.start).lastIndexOf('；') + 1,
    before: earlier.filter(({ kind, sentenceIndex }) => (kind === 'count' || kind === 'money') && claim.sentenceIndex - sentenceIndex <= SENTENCES_BACK),
    percentages: earlier.filter(isKnownPlaced).filter(({ kind, sentenceIndex }) => kind === 'percentage' && sentenceIndex === claim.sentenceIndex),
  }
}

function shareOf(claim: KnownPlacedFigure, reading: ShareReading, holds: boolean): CheckedInBlock {
  const { parts, total } = reading
  const sum = parts.map(numeralOf).join('＋')
  const operands = [...parts, total]
  const result = `${sharePercent(reading, Math.max(1, claim.decimals)).toString()}%`
  return {
    kind: 'share',
    claim,
    operands,
    formula: `${parts.length > 1 ? `（${sum}）` : sum}÷${numeralOf(total)}`,
    result,
    isRounded: operands.some(isRounded),
    holds,
  }
}

function changesOf(growth: Growth): CheckedInBlock[] {
  const { from, to, difference, rate, direction } = growth
  if (direction === 0 || isImpossible(growth) || !growthDirectionHolds(growth)) return []
  const checked: CheckedInBlock[] = []
  if (from !== undefined && difference !== undefined) {
    const [high, low] = direction < 0 ? [from, to] : [to, from]
    checked.push({
      kind: 'difference',
      claim: difference,
      operands: [from, to],
      formula: `${numeralOf(high)}－${numeralOf(low)}`,
      result: `${inForm(high.value.minus(low.value), difference)}${difference.unit}`,
      isRounded: [from, to].some(isRounded),
      holds: differenceHolds(growth),
    })
  }
  const interval = rate === undefined ? undefined : rateInterval(growth)
  if (rate === undefined || interval === undefined) return checked
  const holds = meet(interval, rate.interval)
  // what changed may be another figure of the sentence: the rule weighs that, here only what holds is told
  if (!holds && growth.others.length > 0) return checked
  const change = difference?.value ?? to.value.minus((from as KnownPlacedFigure).value).abs()
  const start = from?.value ?? (direction < 0 ? to.value.plus(change) : to.value.minus(change))
  if (start.compare(Decimal.ZERO) <= 0) return checked
  const operands = [from, to, difference].filter((figure) => figure !== undefined)
  const result = `${change.times(HUNDRED).quotient(start, Math.max(1, rate.decimals)).toString()}%`
  return [...checked, { kind: 'growth', claim: rate, operands, formula: rateFormula(growth), result, isRounded: operands.some(isRounded), holds }]
}

function rateFormula({ from, to, difference, direction }: Growth): string {
  const [high, low] = direction < 0 ? [from, to] : [to, from]
  const change =
    difference !== undefined ? numeralOf(difference) : `（${high === undefined ? '' : numeralOf(high)}－${low === undefined ? '' : numeralOf(low)}）`
  const start =
    from !== undefined ? numeralOf(from) : `（${numeralOf(to)}${direction < 0 ? '＋' : '－'}${difference === undefined ? '' : numeralOf(difference)}）`
  return `${change}÷${start}`
}

function pointsOf(gap: PointGap): CheckedInBlock[] {
  const { from, to, gap: claim } = gap
  if (claim.kind !== 'percentage-point' || !directionHolds(gap)) return []
  const [high, low] = to.value.compare(from.value) >= 0 ? [to, from] : [from, to]
  const result = `${high.value.minus(low.value).trimmed.toString()}个百分点`
  return [
    {
      kind: 'points',
      claim,
      operands: [from, to],
      formula: `${high.value.trimmed.toString()}%－${low.value.trimmed.toString()}%`,
      result,
      isRounded: false,
      holds: gapHolds(gap),
    },
  ]
}

function numeralOf({ sentence, numeral }: KnownPlacedFigure): string {
  return sentence.text.slice(numeral.start, numeral.end)
}

/** A value with the 万 or 亿 that a figure is written with. */
function inForm(value: Decimal, { multiplier }: KnownPlacedFigure): string {
  const power = { 万: 4, 亿: 8 }[multiplier]
  return power === undefined ? value.trimmed.toString() : `${value.shift(-power).trimmed.toString()}${multiplier}`
}

/** Whether a figure stands for more than one value. */
function isRounded({ interval }: KnownPlacedFigure): boolean {
  return interval.high?.equals(interval.low) !== true
}

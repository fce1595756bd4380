import { Decimal } from '../document/decimal.js'
import { meet } from '../document/figure.js'
import type { PositionedBlock } from '../document/outline.js'
import type { ReportDocument } from '../document/report-document.js'
import type { Block } from '../markdown/block.js'
import type { TextRange } from '../text/range.js'
import { differenceHolds, growthDirectionHolds, growthsOf, isImpossible, rateInterval, type Growth } from './growth.js'
import type { KnownPlacedFigure } from './placed-figure.js'
import { directionHolds, gapHolds, pointGaps, type PointGap } from './point-gap.js'
import { sharePercent, sumOfValues, type ShareReading } from './share-arithmetic.js'
import { readShares, wrongShares } from './share.js'
import { readSums, sumHolds, type SumClaim } from './sum.js'
import { Shelf } from '../text/kept.js'

/** A figure that the report lets one compute from others, and what came of it. Ranges are of the whole text. */
export interface CheckedFigure {
  readonly kind: 'sum' | 'share' | 'growth' | 'difference' | 'points'
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
const checkedInBlock = new Shelf<Block, readonly CheckedInBlock[]>()

/**
 * The sums, shares, rates of change, differences and percentage points of a report whose operands the words name, each with its
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
    checked = [...readSums(block).flatMap(totalOf), ...sharesOf(block), ...growthsOf(block).flatMap(changesOf), ...pointGaps(block).flatMap(pointsOf)]
    checkedInBlock.set(block, checked)
  }
  return checked
}

/** A total that its items make up, or are said to; items that are only some of it tell nothing. */
function totalOf(claim: SumClaim): CheckedInBlock[] {
  const { total, items, relation } = claim
  if (relation === 'at-most') return []
  return [
    {
      kind: 'sum',
      claim: total,
      operands: items,
      formula: items.map(numeralOf).join('＋'),
      result: `${inForm(sumOfValues(items), total)}${total.unit}`,
      isRounded: items.some(isRounded),
      holds: sumHolds(claim),
    },
  ]
}

function sharesOf(block: Block): CheckedInBlock[] {
  const wrong = new Map(wrongShares(block).map(({ claim, keyed }) => [claim, keyed]))
  return readShares(block).flatMap(({ claim, right }) => {
    const readings = wrong.get(claim)
    // of several readings that fail, none is the one that the words mean
    if (readings !== undefined) return readings.length === 1 ? [shareOf(claim, readings[0] as ShareReading, false)] : []
    return right === undefined ? [] : [shareOf(claim, right, true)]
  })
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

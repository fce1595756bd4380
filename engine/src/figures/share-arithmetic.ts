import { Decimal } from '../document/decimal.js'
import { meet, sumOf, type FigureInterval } from '../document/figure.js'
import type { KnownPlacedFigure } from './placed-figure.js'

const HUNDRED = Decimal.of(100)
const PRECISION = 10

/** One way to read a share: the sum of `parts` in a hundred of `total`. */
export interface ShareReading {
  readonly parts: readonly KnownPlacedFigure[]
  readonly total: KnownPlacedFigure
}

/** The percentages that a part of a total may come to, both being intervals; nothing when the total may be zero. */
export function shareInterval(parts: readonly FigureInterval[], total: FigureInterval): FigureInterval | undefined {
  const part = sumOf(parts)
  if (total.low.compare(Decimal.ZERO) <= 0 || part.low.compare(Decimal.ZERO) < 0) return undefined
  const low = total.high === undefined ? Decimal.ZERO : part.low.times(HUNDRED).quotient(total.high, PRECISION, 'down')
  const high = part.high?.times(HUNDRED).quotient(total.low, PRECISION, 'up')
  return { low, high }
}

/** Whether a claimed percentage may be the share that a reading gives, rounded or cut off as writers do. */
export function shareHolds(reading: ShareReading, claim: FigureInterval): boolean {
  const share = shareInterval(
    reading.parts.map(({ interval }) => interval),
    reading.total.interval,
  )
  return share === undefined || meet(share, claim)
}

/** The sum of some figures' values. */
export function sumOfValues(figures: readonly KnownPlacedFigure[]): Decimal {
  return figures.reduce((sum, { value }) => sum.plus(value), Decimal.ZERO)
}

/**
 * The percentage that a reading gives, with as many decimals as asked.
 *
 * @throws RangeError for a total of zero, which has no shares: no such reading is ever said not to hold
 */
export function sharePercent(reading: ShareReading, decimals: number): Decimal {
  return sumOfValues(reading.parts).times(HUNDRED).quotient(reading.total.value, decimals)
}

/** The last part that would make a claimed percentage true, the other parts being right. */
export function partFor(reading: ShareReading, percent: Decimal): Decimal {
  const last = reading.parts[reading.parts.length - 1] as KnownPlacedFigure
  const sum = reading.total.value.times(percent).quotient(HUNDRED, PRECISION)
  return sum.minus(sumOfValues(reading.parts).minus(last.value))
}

/**
 * The total that would make a claimed percentage true.
 *
 * @throws RangeError for a percentage of zero, which no total makes true: no context is read for such a claim
 */
export function totalFor(reading: ShareReading, percent: Decimal): Decimal {
  return sumOfValues(reading.parts).times(HUNDRED).quotient(percent, PRECISION)
}

/** Whether a percentage is within so many points of what a reading gives; readings that are far off are of other things, and so is a total of zero. */
export function isPlausible(reading: ShareReading, percent: Decimal, points: number): boolean {
  return !reading.total.value.isZero && sharePercent(reading, 2).minus(percent).abs().compare(Decimal.of(points)) <= 0
}

import { Decimal } from './decimal.js'

/** The values that a figure may stand for; no `high` means without bound. */
export interface FigureInterval {
  readonly low: Decimal
  readonly high: Decimal | undefined
}

/** How near a figure says it is: 2500余 is `over`, 近300 `under`, 约300 and 300左右 `about`, 5至8 a `range`. */
export type Approximation = 'exact' | 'over' | 'under' | 'about' | 'at-least' | 'at-most' | 'range'

const ONE = Decimal.of(1)
const HALF = Decimal.of(5, 1)
const NINE_TENTHS = Decimal.of(9, 1)
const ELEVEN_TENTHS = Decimal.of(11, 1)

/**
 * The values that a figure may stand for as writers round. Integers without 万 or 亿 are what they say. With decimals or a
 * multiplier, and in percentages, the last written place may have been rounded half up (half a step below) or cut off (a
 * step above); percentages are also rounded up in published statistics, so that a whole step below is let pass there.
 *
 * @param step the value of one unit of the last place that is written
 * @param low the first value of 七八十 or 5至8, as a rule the lesser one; equal to `value` for one number
 */
export function intervalOf(value: Decimal, low: Decimal, step: Decimal, approximation: Approximation, isPercentage = false): FigureInterval {
  switch (approximation) {
    case 'exact':
      if (!isPercentage && step.equals(ONE)) return { low, high: value }
      return { low: low.minus(isPercentage ? step : step.times(HALF)), high: value.plus(step) }
    case 'over':
      return { low, high: value.plus(lastNonZeroPlace(value, step)) }
    case 'under':
      return { low: value.minus(lastNonZeroPlace(value, step)), high: value }
    case 'about':
      return { low: low.times(NINE_TENTHS), high: value.times(ELEVEN_TENTHS) }
    case 'at-least':
      return { low, high: undefined }
    case 'at-most':
      return { low: Decimal.ZERO, high: value }
    case 'range':
      // 10至0 is written from the greater end
      return low.compare(value) > 0 ? { low: value, high: low } : { low, high: value }
  }
}

/** One unit of the last place that is not zero: a hundred for 2500, a thousand for 4.8万. */
function lastNonZeroPlace(value: Decimal, step: Decimal): Decimal {
  if (value.isZero) return step
  const place = Decimal.of(1, 0 - value.lastPlace)
  return place.compare(step) < 0 ? step : place
}

/** Whether two intervals have a value in common. */
export function meet(a: FigureInterval, b: FigureInterval): boolean {
  return (a.high === undefined || b.low.compare(a.high) <= 0) && (b.high === undefined || a.low.compare(b.high) <= 0)
}

/** The interval of a sum. */
export function sumOf(intervals: readonly FigureInterval[]): FigureInterval {
  let low = Decimal.ZERO
  let high: Decimal | undefined = Decimal.ZERO
  for (const interval of intervals) {
    low = low.plus(interval.low)
    high = high === undefined || interval.high === undefined ? undefined : high.plus(interval.high)
  }
  return { low, high }
}

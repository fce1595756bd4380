import { Decimal } from '../document/decimal.js'
import type { KnownPlacedFigure } from './placed-figure.js'
import { sumOfValues } from './share-arithmetic.js'

/**
 * Whether one digit mistyped, or two neighbouring digits exchanged, in one of the figures would make a total and its items
 * agree, and the two are within a tenth of each other. Lists that were never meant to be complete rarely look so.
 */
export function isOneSlip({ total, items }: { readonly total: KnownPlacedFigure; readonly items: readonly KnownPlacedFigure[] }): boolean {
  const gap = sumOfValues(items).minus(total.value).abs()
  if (total.value.compare(Decimal.of(100).times(total.step)) < 0 || gap.shift(1).compare(total.value) > 0) return false
  const significant = gap.trimmed.digits.toString().replace(/0{1,40}$/, '')
  return /^[1-9]$/.test(significant) || ['18', '27', '36', '45', '54', '63', '72', '81'].includes(significant)
}

import { Decimal } from '../document/decimal.js'
import type { Block } from '../markdown/block.js'
import { judgeLabels } from './label-families.js'
import { isKnownPlaced, quantitiesOf, textBetween, type KnownPlacedFigure, type PlacedFigure } from './placed-figure.js'
import { sumOfValues } from './share-arithmetic.js'

/** Shares of one whole that together are more than the whole, or that leave something out although 其他 is among them. */
export interface ShareTotal {
  readonly shares: readonly KnownPlacedFigure[]
  readonly sum: Decimal
}

const SHARE = /占比?[为约达]?$|比例为?$/

/** The lists of shares of a block that do not come to a hundred: 优秀占21.6%、良好占45%、合格占43.4%. */
export function wrongShareTotals(block: Block): ShareTotal[] {
  const quantities = quantitiesOf(block)
  const wrong: ShareTotal[] = []
  for (let i = 0; i < quantities.length; i++) {
    const shares = sharesFrom(block, quantities, i)
    if (shares.length < 2) continue
    i += shares.length - 1
    const { isExclusive } = judgeLabels(shares.map(({ label }) => label))
    const hasRest = /其他|其余/.test(shares[shares.length - 1]?.label ?? '')
    const sum = sumOfValues(shares)
    const over = sum.minus(Decimal.of(100))
    if (over.abs().compare(slackOf(shares)) <= 0) continue
    if ((isExclusive && over.sign > 0) || (hasRest && shares.length >= 3)) wrong.push({ shares, sum: sum.trimmed })
  }
  return wrong
}

/** Percentages that follow one another with 占 before each, nothing but their own words between. */
function sharesFrom(block: Block, quantities: readonly PlacedFigure[], first: number): KnownPlacedFigure[] {
  const shares: KnownPlacedFigure[] = []
  for (let i = first; i < quantities.length; i++) {
    const share = quantities[i] as PlacedFigure
    const previous = shares[shares.length - 1]
    if (
      share.kind !== 'percentage' ||
      !isKnownPlaced(share) ||
      share.approximation !== 'exact' ||
      !SHARE.test(share.label) ||
      /[比较]上|同比/.test(share.label)
    )
      break
    if (
      previous !== undefined &&
      (previous.sentenceIndex !== share.sentenceIndex || !/^[、，；][^，。；、：]{2,16}$/.test(textBetween(block, previous, share)))
    )
      break
    shares.push(share)
  }
  return shares
}

/** One unit of the last place for each share: each may have been rounded. */
function slackOf(shares: readonly KnownPlacedFigure[]): Decimal {
  return shares.reduce((slack, { step }) => slack.plus(step), Decimal.ZERO)
}

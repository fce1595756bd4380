import { isComparable, meet, sumOf } from '../document/figure.js'
import type { Decimal } from '../document/decimal.js'
import { keptWith } from '../text/kept.js'
import type { Block } from '../markdown/block.js'
import { isDelta, isKnownPlaced, isPerUnit, quantitiesOf, textBetween, type KnownPlacedFigure, type PlacedFigure } from './placed-figure.js'
import { sumOfValues } from './share-arithmetic.js'
import { totalsAfterLists } from './sum-after-list.js'
import { totalsInBrackets } from './sum-in-brackets.js'
import { medalTotals } from './sum-medals.js'
import { totalsOfPairs } from './sum-pairs.js'
import { totalsOfRemainders, totalsOfStages } from './sum-remainder.js'
import { listsOfWhich } from './sum-of-which.js'

/** A total and the items that it is said to be made of. */
export interface SumClaim {
  readonly total: KnownPlacedFigure
  readonly items: readonly KnownPlacedFigure[]
  /** `equal`: the items make up the total; `at-most`: they are some of it */
  readonly relation: 'equal' | 'at-most'
  /** whether the words leave no other reading */
  readonly isCertain: boolean
}

/** The totals of a block and the items that the words say make them up; also totals that are less than some of their items. */
export const readSums = keptWith((block: Block): readonly SumClaim[] => {
  const quantities = quantitiesOf(block)
  if (quantities.length < 2) return []
  // each form is looked for where the words are that it cannot do without
  const { canonical } = block
  const claims: SumClaim[] = []
  if (canonical.includes('其中')) claims.push(...listsOfWhich(block, quantities))
  if (/[共计]|总数/.test(canonical)) claims.push(...totalsAfterLists(block, quantities))
  if (/[（：]|，分别/.test(canonical)) claims.push(...totalsInBrackets(block, quantities))
  if (canonical.includes('金')) claims.push(...medalTotals(quantities))
  if (/还有|[尚剩余空]/.test(canonical)) claims.push(...totalsOfRemainders(block, quantities))
  if (/在建|正在[建施实]/.test(canonical)) claims.push(...totalsOfStages(block, quantities))
  if (/[，；（](?:其中|已)/.test(canonical)) claims.push(...totalsOfPairs(block, quantities))
  if (claims.length < 2) return claims
  // of two readings of one total that holds counts
  const best = new Map<KnownPlacedFigure, SumClaim>()
  for (const claim of claims) {
    const known = best.get(claim.total)
    if (known === undefined || (!sumHolds(known) && sumHolds(claim))) best.set(claim.total, claim)
  }
  return [...best.values()]
})

/** The totals of a block that their items do not make up, or that are less than some of their items. */
export function wrongSums(block: Block): SumClaim[] {
  return readSums(block).filter((claim) => !sumHolds(claim))
}

/** Whether items and total agree, with what rounding, 余 and 约 allow. */
export function sumHolds({ total, items, relation }: Pick<SumClaim, 'total' | 'items' | 'relation'>): boolean {
  const sum = sumOf(items.map(({ interval }) => interval))
  if (meet(sum, total.interval)) return true
  return relation === 'at-most' && (total.interval.high === undefined || sum.low.compare(total.interval.high) <= 0)
}

/** How far the items are above the total; below zero when they fall short. */
export function excess({ total, items }: Pick<SumClaim, 'total' | 'items'>): Decimal {
  return sumOfValues(items).minus(total.value)
}

/** What may stand between the items of a list: no mark that ends a clause group; with semicolons where the list is of long items. */
const CLOSE = /^[^。；：（）]{0,24}$/
const WIDE = /^[^。：（）]{0,24}$/

/** A longer run of figures is no list: nobody sums so many in a sentence, and one that is read from each of its figures on would cost the square of its length. */
const MOST_LISTED = 60

/**
 * The comparable figures that follow one another as a list from `first` on: joined by 、 ，和, percentages of theirs between.
 *
 * @param isWide whether semicolons may part them too
 */
export function listFrom(block: Block, quantities: readonly PlacedFigure[], first: number, isWide = false): KnownPlacedFigure[] {
  const head = quantities[first]
  const items: KnownPlacedFigure[] = []
  let previous: PlacedFigure | undefined
  for (let i = first; head !== undefined && i < quantities.length; i++) {
    if (i - first > MOST_LISTED) return []
    const figure = quantities[i] as PlacedFigure
    if (figure.sentenceIndex !== head.sentenceIndex || figure.depth !== head.depth) break
    if (previous !== undefined && !(isWide ? WIDE : CLOSE).test(textBetween(block, previous, figure))) break
    previous = figure
    if (figure.kind === 'percentage' || figure.kind === 'percentage-point') continue
    if (!isComparable(figure, head) || !isKnownPlaced(figure) || isDelta(figure) || isPerUnit(figure) || figure.approximation === 'range') break
    if (/其中|共[有计]?$|合计|总计|累计/.test(items.length > 0 ? figure.label : '')) break
    items.push(figure)
  }
  return items
}

/** Whether the items stand as `一等奖3个、二等奖5个`: nothing but their own words and 、 ， 和 between them. */
export function isTightList(block: Block, items: readonly KnownPlacedFigure[], marks = '、和及与'): boolean {
  return items.every((item, i) => {
    const next = items[i + 1]
    if (next === undefined) return true
    const between = textBetween(block, item, next)
    return (
      [...between].filter((mark) => '、，和及与'.includes(mark) && !marks.includes(mark)).length === 0 &&
      /^[^，。；：]{0,10}[、，和及与]?[^、，。；：]{0,14}$/.test(between)
    )
  })
}

import { isComparable, sumOf } from '../document/figure.js'
import type { Block } from '../markdown/block.js'
import { isDelta, isKnownPlaced, textBetween, type KnownPlacedFigure } from './placed-figure.js'
import { shareHolds, sumOfValues } from './share-arithmetic.js'
import { shareContextsOf, type ShareContext } from './share-context.js'
import { isPartialCount, isPartOf, isQualified, rateNamed } from './share-rate.js'

/** A rate of what is done, with what is done and what is left; the text gives no whole. */
export interface RestShare {
  readonly claim: KnownPlacedFigure
  readonly done: KnownPlacedFigure
  readonly left: KnownPlacedFigure
  /** done and left together, as a figure */
  readonly whole: KnownPlacedFigure
}

const LEFT = /(?:仅剩|只剩|还剩|尚剩|剩余|剩下|余下|其余|还有|尚有|仍有|尚余)的?$/

/** 签约1140户，签约率95%，仅剩60户: the rates of a block that what is done and what is left do not give. */
export function wrongRests(block: Block): RestShare[] {
  if (!/[剩余]|[还尚仍]有/.test(block.canonical)) return []
  return shareContextsOf(block).flatMap((context) => {
    const share = restShare(block, context)
    return share === undefined || holds(share) ? [] : [share]
  })
}

/** Whether the rate is right; 整改问题126个，整改率95.2%，剩余6个 may name the whole first and not what is done. */
function holds({ claim, done, left, whole }: RestShare): boolean {
  const value = done.value.minus(left.value)
  return (
    shareHolds({ parts: [done], total: whole }, claim.interval) ||
    (value.sign > 0 && shareHolds({ parts: [{ ...done, value, interval: { low: value, high: value } }], total: done }, claim.interval))
  )
}

function restShare(block: Block, { claim, clause, before, behind, groupStart }: ShareContext): RestShare | undefined {
  const [left] = behind
  const rate = rateNamed(clause)
  if (left === undefined || rate === undefined || rate.term.also !== undefined || !isKnownPlaced(left) || !LEFT.test(left.label)) return undefined
  if (!/^，[^，。；：\d]{0,8}$/.test(textBetween(block, claim, left))) return undefined
  // a greater figure before may be the whole: that is read as a share of it
  const own = before.filter((figure) => isComparable(figure, left))
  const [done] = own
  if (own.length !== 1 || done === undefined || !isKnownPlaced(done) || done.at.start < groupStart || !isPartOf(done, rate.term)) return undefined
  // 办结119件，按期办结率100%，剩余6件: of those that were done, all in time
  if (!isQualified(rate.name, rate.term, [done, left])) return undefined
  if (isDelta(done) || isPartialCount(done, rate.name) || ![done, left].every(({ approximation, unit }) => approximation === 'exact' && unit === left.unit))
    return undefined
  const both = [done, left] as const
  return { claim, done, left, whole: { ...done, value: sumOfValues(both), interval: sumOf(both.map(({ interval }) => interval)) } }
}

import { isComparable } from '../document/figure.js'
import { Decimal } from '../document/decimal.js'
import type { Block } from '../markdown/block.js'
import { isDelta, isKnownPlaced, isPerUnit, textBetween, type KnownPlacedFigure, type PlacedFigure } from './placed-figure.js'
import { excess, sumHolds, type SumClaim } from './sum.js'

/** A count with the people that it concerns right behind it: 18起26人, 42户136人. */
type Pair = readonly [KnownPlacedFigure, KnownPlacedFigure]

/** Labels that one case or one household may have several of. */
const OVERLAPPING = /新增|累计|以上|重点|典型|涉及|困难|留守|贫困|残疾|低保/
/** Pairs beyond which nobody adds up. */
const MOST_PAIRS = 20
/** What stands between the pairs of a list: at most the words of the next one. */
const NEXT = /^[、，；][^。；：（）、，]{1,20}(?:、[^。；：（）、，]{1,12})?$/

/** 查处问题18起26人，其中奢靡之风问题11起15人、官僚主义问题9起11人: each column of the pairs by itself. */
export function totalsOfPairs(block: Block, quantities: readonly PlacedFigure[]): SumClaim[] {
  return quantities.flatMap((_, i) => {
    const total = pairAt(block, quantities, i)
    const next = quantities[i + 2]
    if (total === undefined || next === undefined) return []
    const between = textBetween(block, total[1], next)
    const isOfWhich = /^[，；（]其中[^。；：（）]{0,20}$/.test(between)
    if (!isOfWhich && !/^[，；（]已/.test(between)) return []
    const items = pairsBehind(block, quantities, i + 2, total)
    if (items.length < 2 || items.some(([{ label }]) => OVERLAPPING.test(label))) return []
    // 已消除风险31户102人，未消除风险11户34人: what is done and what is not make up the whole
    const isAll = items.length === 2 && !isOfWhich && /(?:^|[^已])(?:未|尚未|正在|尚有|剩余|其余)/.test(items[1]?.[0].label ?? '')
    if (!isOfWhich && !isAll) return []
    return [0, 1].flatMap((column): SumClaim[] => {
      const claim: SumClaim = {
        total: total[column] as KnownPlacedFigure,
        items: items.map((pair) => pair[column] as KnownPlacedFigure),
        relation: 'equal',
        isCertain: false,
      }
      const over = excess(claim)
      const isFar = over.abs().times(Decimal.of(2)).compare(claim.total.value) > 0
      return sumHolds(claim) || ((isAll || over.sign > 0) && !isFar) ? [claim] : []
    })
  })
}

/** The pair that begins at a place: two exact counts of different units with nothing between them. */
function pairAt(block: Block, quantities: readonly PlacedFigure[], i: number): Pair | undefined {
  const [first, second] = [quantities[i], quantities[i + 1]]
  if (
    first === undefined ||
    second === undefined ||
    first.at.end < second.at.start ||
    !isKnownPlaced(first) ||
    !isKnownPlaced(second) ||
    isComparable(first, second)
  )
    return undefined
  const isFit = [first, second].every((figure) => figure.kind === 'count' && figure.approximation === 'exact' && !isDelta(figure) && !isPerUnit(figure))
  return isFit && first.sentenceIndex === second.sentenceIndex && textBetween(block, first, second) === '' ? [first, second] : undefined
}

/** The pairs of the same two units that follow one another from a place on. */
function pairsBehind(block: Block, quantities: readonly PlacedFigure[], start: number, total: Pair): Pair[] {
  const pairs: Pair[] = []
  for (let i = start; i < quantities.length && pairs.length < MOST_PAIRS; i += 2) {
    const pair = pairAt(block, quantities, i)
    if (pair === undefined || pair[0].sentenceIndex !== total[0].sentenceIndex || pair[0].depth < total[0].depth) break
    if (!isComparable(pair[0], total[0]) || !isComparable(pair[1], total[1])) break
    const previous = pairs[pairs.length - 1]
    if (previous !== undefined && !NEXT.test(textBetween(block, previous[1], pair[0]))) break
    pairs.push(pair)
  }
  return pairs
}

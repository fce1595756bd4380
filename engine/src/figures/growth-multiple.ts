import { Decimal } from '../document/decimal.js'
import { isComparable, meet } from '../document/figure.js'
import type { Block } from '../markdown/block.js'
import { CHANGED_TO, COMPARED_WITH_BASE, mayBind } from './change-words.js'
import { isKnownPlaced, quantitiesOf, textBetween, type KnownPlacedFigure, type PlacedFigure } from './placed-figure.js'

/** A change told in multiples: 由6个增加到12个，增长2倍; 6个，比上年的3个翻了两番. */
export interface MultipleGrowth {
  readonly from: KnownPlacedFigure
  readonly to: KnownPlacedFigure
  /** the words that tell the multiple, in the block's text */
  readonly claim: { readonly start: number; readonly end: number }
  /** how many times the first value the second would be by them */
  readonly times: Decimal
  /** whether they are 翻番 and not 倍 */
  readonly isDoubling: boolean
}

const GROWN_BY = /^，?(?:同比|比上年|较上年|比去年|较去年)?(?:增长|增加|提高|扩大|提升|增幅)了?(?:达到?|为)?$/
/** 翻一番, 翻了两番, 翻番 right behind the second value; 去年为2个 may follow. */
const DOUBLED = /^，?(?:同比|实现|比上年|较上年|比去年|较去年)?(?:实现)?翻了?(?:([一两二三1-3])番|番)(?!以上)/
const BASE_BEHIND = /^，(?:上一?年|去年)(?:同期)?[为是]?$/
const ONE = Decimal.of(1)

/** The changes of a block that are told in multiples, where both values are given. */
export function multipleGrowths(block: Block): MultipleGrowth[] {
  const { canonical } = block
  if (!canonical.includes('倍') && !canonical.includes('番')) return []
  const quantities = quantitiesOf(block)
  return quantities.flatMap((first, i) => {
    const second = quantities[i + 1]
    if (second === undefined || !isKnownPlaced(first) || !isKnownPlaced(second) || !isComparable(first, second)) return []
    if (second.sentenceIndex !== first.sentenceIndex || first.value.isZero || second.value.isZero) return []
    const between = textBetween(block, first, second)
    // 3个，同比翻了一番，去年为2个: the value before stands last
    const doubled = DOUBLED.exec(between)
    if (doubled !== null && BASE_BEHIND.test(between.slice(doubled[0].length))) return [doubling(second, first, first.at.end, doubled)]
    if (!mayBind(between)) return []
    const [from, to] = CHANGED_TO.test(between) ? [first, second] : COMPARED_WITH_BASE.test(between) ? [second, first] : []
    return from === undefined || to === undefined ? [] : toldBehind(block, from, to, second, quantities[i + 2])
  })
}

function toldBehind(block: Block, from: KnownPlacedFigure, to: KnownPlacedFigure, last: KnownPlacedFigure, next: PlacedFigure | undefined): MultipleGrowth[] {
  const doubled = DOUBLED.exec(block.canonical.slice(last.at.end, last.at.end + 16))
  if (doubled !== null) return [doubling(from, to, last.at.end, doubled)]
  if (next?.kind !== 'multiple' || !isKnownPlaced(next) || next.sentenceIndex !== last.sentenceIndex || next.approximation !== 'exact') return []
  if (!GROWN_BY.test(textBetween(block, last, next))) return []
  return [{ from, to, claim: next.at, times: next.value.plus(ONE), isDoubling: false }]
}

function doubling(from: KnownPlacedFigure, to: KnownPlacedFigure, at: number, match: RegExpExecArray): MultipleGrowth {
  const [words, count = '一'] = match
  const start = at + words.lastIndexOf('翻')
  const power = '一1'.includes(count) ? 2 : '三3'.includes(count) ? 8 : 4
  return { from, to, claim: { start, end: at + words.length }, times: Decimal.of(power), isDoubling: true }
}

/** How many times the first value the second is. */
export function timesOf({ from, to }: MultipleGrowth): Decimal {
  return to.value.quotient(from.value, 2)
}

const [LEAST, MOST] = [Decimal.of(9).shift(-1), Decimal.of(15).shift(-1)]

/**
 * Whether the words go with the values. 翻番 is said of what is nearly twice as much, or more; of 倍 those are told from the
 * right ones that the whole second value gives (6 and 12 are 增长1倍, not 2倍).
 */
export function multipleHolds(growth: MultipleGrowth): boolean {
  const { from, to, times, isDoubling } = growth
  if (from.interval.high === undefined || to.interval.high === undefined || from.interval.low.sign <= 0) return true
  const ratio = { low: to.interval.low.quotient(from.interval.high, 6, 'down'), high: to.interval.high.quotient(from.interval.low, 6, 'up') }
  if (isDoubling) return meet(ratio, { low: times.times(LEAST), high: times.times(MOST) })
  const half = Decimal.of(5).shift(-1)
  if (meet(ratio, { low: times.minus(half), high: times.plus(half) })) return true
  return !meet(ratio, { low: times.minus(ONE).minus(half), high: times.minus(ONE).plus(half) })
}

import { Decimal } from '../document/decimal.js'
import { meet } from '../document/figure.js'
import type { Block } from '../markdown/block.js'
import { BY, CHANGED_TO, COMPARED_WITH, directionAtEnd } from './change-words.js'
import { isKnownPlaced, quantitiesOf, textBetween, type KnownPlacedFigure, type PlacedFigure } from './placed-figure.js'

/** Two percentages and the gap between them as the text has it. */
export interface PointGap {
  readonly from: KnownPlacedFigure
  readonly to: KnownPlacedFigure
  /** in percentage points, or in % where the text has that */
  readonly gap: KnownPlacedFigure
  /** what the words say: 1 that `to` is higher, -1 that it is lower, 0 nothing */
  readonly direction: 1 | -1 | 0
}

/** The gaps of a block: 由61.3%提高到74.8%，提高13.5个百分点; 82.4%，比上年的78.9%提高3.5个百分点; 6.93%，高于全市5%的1.93个百分点. */
export function pointGaps(block: Block): PointGap[] {
  const quantities = quantitiesOf(block)
  if (quantities.length < 3) return []
  return quantities.flatMap((first, i) => {
    const second = quantities[i + 1]
    const gap = quantities[i + 2]
    if (second === undefined || gap === undefined || first.sentenceIndex !== gap.sentenceIndex) return []
    if (![first, second, gap].every((figure) => isKnownPlaced(figure) && /^percentage/.test(figure.kind))) return []
    const behindGap = gapBehindAnother(block, quantities, i)
    if (behindGap !== undefined) return [behindGap]
    const reversed = gapBeforeChange(block, first, second, gap)
    if (reversed !== undefined) return [reversed]
    if (first.kind !== 'percentage' || second.kind !== 'percentage' || first.approximation !== 'exact' || second.approximation !== 'exact') return []
    const [a, b, c] = [first, second, gap] as [KnownPlacedFigure, KnownPlacedFigure, KnownPlacedFigure]
    const between = textBetween(block, a, b)
    const behind = textBetween(block, b, c)
    if (/分别|各|[年月季]均|平均每|每年|逐年|累计/.test(between + behind) || !BY.test(behind)) return []
    const direction = directionAtEnd(behind)
    const changed = CHANGED_TO.exec(between)?.[1]
    if (changed !== undefined) return [{ from: a, to: b, gap: c, direction: directionAtEnd(changed) }]
    const compared = COMPARED_WITH.exec(between)?.[1]
    if (compared === undefined) return []
    return [{ from: b, to: a, gap: c, direction: direction === 0 ? directionAtEnd(compared) : direction }]
  })
}

const ALSO_COMPARED = /^[，、](?:[又也还且并]|同时)?(?:高于|低于|高出|[比较])[^，。；\d]{0,16}$/

/** 70%，比上年提高2.1个百分点，高于全市66.3%的3.7个百分点: the second gap is of the same rate. */
function gapBehindAnother(block: Block, quantities: readonly PlacedFigure[], i: number): PointGap | undefined {
  const [to, other, from, gap] = [quantities[i], quantities[i + 1], quantities[i + 2], quantities[i + 3]]
  if (to === undefined || other === undefined || from === undefined || gap === undefined || gap.sentenceIndex !== to.sentenceIndex) return undefined
  if (to.kind !== 'percentage' || other.kind !== 'percentage-point' || from.kind !== 'percentage' || gap.kind !== 'percentage-point') return undefined
  if (![to, from, gap].every((figure) => isKnownPlaced(figure) && figure.approximation === 'exact')) return undefined
  const between = textBetween(block, other, from)
  const behind = textBetween(block, from, gap)
  if (!ALSO_COMPARED.test(between) || !/^的?[^，。；]{0,6}$/.test(behind) || /[由从]/.test(textBetween(block, to, other))) return undefined
  const direction = directionAtEnd(behind) || (/低于/.test(between) ? -1 : /高/.test(between) ? 1 : 0)
  return { from: from as KnownPlacedFigure, to: to as KnownPlacedFigure, gap: gap as KnownPlacedFigure, direction }
}

/** 提高5.2个百分点，由48.6%提高到53.8%: the gap stands before the change that it is of. */
function gapBeforeChange(block: Block, gap: PlacedFigure, from: PlacedFigure, to: PlacedFigure): PointGap | undefined {
  if (
    !isKnownPlaced(gap) ||
    !isKnownPlaced(from) ||
    !isKnownPlaced(to) ||
    gap.kind !== 'percentage-point' ||
    from.kind !== 'percentage' ||
    to.kind !== 'percentage'
  )
    return undefined
  const changed = CHANGED_TO.exec(textBetween(block, from, to))?.[1]
  if (changed === undefined || directionAtEnd(gap.label) !== directionAtEnd(changed) || !/^，[由从][^，。；]{0,10}$/.test(textBetween(block, gap, from)))
    return undefined
  return { from, to, gap, direction: directionAtEnd(changed) }
}

/**
 * Whether the gap is what the two percentages differ by. However exact figures were rounded or cut off, it is off by no more
 * than one unit of the last place that they have alike, and by less than one of the coarsest where they differ.
 */
export function gapHolds({ from, to, gap }: PointGap): boolean {
  const slack = [from, to].reduce((most, { step }) => (step.compare(most) > 0 ? step : most), gap.step)
  const difference = to.value.minus(from.value).abs()
  if (gap.approximation !== 'exact') return meet({ low: difference.minus(slack), high: difference.plus(slack) }, gap.interval)
  const off = difference.minus(gap.value.abs()).abs().compare(slack)
  return off < 0 || (off === 0 && [from, to, gap].every(({ step }) => step.equals(slack)))
}

/** Whether the values move the way the words say. */
export function directionHolds({ from, to, direction }: PointGap): boolean {
  return direction === 0 || to.value.compare(from.value) * direction >= 0
}

/** Whether the gap is the relative change from one percentage to the other: from 20% to 30% is 50% more. */
export function isRelativeChange({ from, to, gap }: PointGap): boolean {
  if (from.value.isZero) return false
  const change = to.value.minus(from.value).abs().times(Decimal.of(100)).quotient(from.value, 8)
  return meet({ low: change, high: change }, gap.interval)
}

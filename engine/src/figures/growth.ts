import { Decimal } from '../document/decimal.js'
import { isComparable, meet, type FigureInterval } from '../document/figure.js'
import type { Block } from '../markdown/block.js'
import { keptOn } from '../text/kept.js'
import { BY, CHANGED_BY, CHANGED_TO, COMPARED_WITH_BASE, directionAtEnd, mayBind, ownSubject } from './change-words.js'
import { isDelta, isKnownPlaced, isPerUnit, quantitiesOf, textBetween, type KnownPlacedFigure, type PlacedFigure } from './placed-figure.js'

/** A change of a count or an amount: the value before, the value after, the difference, the rate; two or more are given. */
export interface Growth {
  readonly from: KnownPlacedFigure | undefined
  readonly to: KnownPlacedFigure
  readonly difference: KnownPlacedFigure | undefined
  readonly rate: KnownPlacedFigure | undefined
  readonly direction: 1 | -1 | 0
  /** other figures of the sentence that may be what changed */
  readonly others: readonly KnownPlacedFigure[]
}

/** 上年8.4亿元，今年9.66亿元: the two years one behind the other. */
const YEAR_BY_YEAR = /^[^，。；]{0,8}，(?:今年|本年|本期|20\d\d年|[年期]末|年底)[^，。；]{0,8}$/
/** Words between a rate of change and the difference that it is of. */
const DIFFERENCE_BEHIND =
  /^[，、（](?:即|共|[较比](?:上年|去年)(?:同期)?|合计|绝对[额数值]|总[额量数])?(?:净?增加?|净?减少?|增[收产长]|减[收产]|下降|降低|提高|压减|[多少])了?[约近]?$/
/** What grows at constant prices: the rate is not that of the values as written. */
export const AT_CONSTANT_PRICES = /生产总值|增加值|GDP|总产值|可比|不变价|实际(?=增)|扣除|同口径|剔除/
const PREVIOUS = /(?:上年|去年|上期|20\d\d年|[年期]初)[^，。；]{0,10}$/

/** The changes of a block, computed once: 由64间增加到102间，增长59.4%; 412人次，比上年的360人次增加52人次，增长14.4%; 9640人次，比上年增加1240人次，增长14.8%. */
export const growthsOf = keptOn((block: Block): readonly Growth[] => {
  const quantities = quantitiesOf(block)
  const growths: Growth[] = []
  for (let i = 0; quantities.length > 1 && i < quantities.length; i++) {
    const growth = growthAt(block, quantities, i)
    if (growth !== undefined) growths.push(growth)
  }
  return growths
})

/** The change that begins with a quantity. */
function growthAt(block: Block, quantities: readonly PlacedFigure[], i: number): Growth | undefined {
  const first = quantities[i] as PlacedFigure
  const second = quantities[i + 1]
  if (second === undefined || second.sentenceIndex !== first.sentenceIndex) return undefined
  if (first.kind === 'percentage' && second.kind !== 'percentage') return comparedBehindShare(block, quantities, i)
  if (second.kind === 'percentage') {
    return rateMoved(block, first, second, quantities[i + 2], quantities[i - 1]) ?? rateBeforeDifference(block, quantities, i)
  }
  if (!isComparable(first, second) || !isKnownPlaced(first) || !isKnownPlaced(second) || isBroken(first, second)) return undefined
  const between = textBetween(block, first, second)
  if (!mayBind(between) || /分别|各/.test(between)) return undefined
  // 分别由680元、7200元提高到720元、7800元: first goes with first
  if (/分别[由从][^，。；]{1,40}$/.test(block.canonical.slice(Math.max(first.sentence.start, first.at.start - NAMED_BEFORE), first.at.start))) return undefined
  const changed = CHANGED_TO.exec(between)?.[1]
  if (changed !== undefined) return { ...tail(block, quantities, i + 1), from: first, to: second, direction: directionAtEnd(changed), others: [] }
  if (YEAR_BY_YEAR.test(between) && PREVIOUS.test(first.label) && isOfTheSame(first, second)) {
    const rest = tail(block, quantities, i + 1)
    const direction = directionAtEnd((rest.difference ?? rest.rate)?.label ?? '')
    return direction === 0 ? undefined : { ...rest, from: first, to: second, direction, others: [] }
  }
  // 与上年的86件相比减少43件: the first is what is compared with
  if (between.startsWith('相比')) return undefined
  if (CHANGED_BY.test(between)) {
    const direction = directionAtEnd(between.replace(/([多少])[^，。；]{1,2}$/, '$1'))
    return { from: undefined, to: first, difference: second, ...rateBehind(block, quantities, i + 1), direction, others: othersBefore(quantities, i) }
  }
  return COMPARED_WITH_BASE.test(between) ? comparedWithBase(block, quantities, i) : undefined
}

/** 412人次，比上年的360人次增加52人次: the second is what the first is compared with. */
function comparedWithBase(block: Block, quantities: readonly PlacedFigure[], i: number): Growth | undefined {
  const from = quantities[i + 1] as KnownPlacedFigure
  const rest = tail(block, quantities, i + 1)
  const to = wholeBeforeList(block, quantities, i, from) ?? comparedValue(quantities, i, from)
  if (to === undefined || (rest.difference === undefined && rest.rate === undefined)) return undefined
  return {
    ...rest,
    from,
    to,
    direction: directionAtEnd((rest.difference ?? rest.rate)?.label ?? ''),
    others: othersBefore(quantities, i + 1).filter((other) => other !== to),
  }
}

/** What a value was to be, and not what it is. */
const WANTED = /计划|任务|目标|预算|指标/

/** 招生1342人，完成计划1300人的103.2%，比上年的1218人增长10.2%: a share stands between what changed and what it is compared with. */
function comparedBehindShare(block: Block, quantities: readonly PlacedFigure[], i: number): Growth | undefined {
  const [share, from] = [quantities[i] as PlacedFigure, quantities[i + 1] as PlacedFigure]
  if (!isKnownPlaced(from) || isBroken(share, from) || !COMPARED_WITH_BASE.test(textBetween(block, share, from))) return undefined
  const all = othersBefore(quantities, i).filter((other) => isComparable(other, from) && !isDelta(other) && !isPerUnit(other))
  const own = all.filter(({ label }) => !WANTED.test(label))
  const to = own[own.length - 1]
  const rest = tail(block, quantities, i + 1)
  if (to === undefined || own.length > 1 || (rest.difference === undefined && rest.rate === undefined)) return undefined
  return { ...rest, from, to, direction: directionAtEnd((rest.difference ?? rest.rate)?.label ?? ''), others: all.filter((other) => other !== to) }
}

/** 年初现金0.86亿元，年末1.29亿元: the second is called as the first, or nothing; 年末存款 is another thing than 年初贷款. */
function isOfTheSame(first: PlacedFigure, second: PlacedFigure): boolean {
  const own = second.label.replace(/今年|本年|本期|20\d\d年|[年期][末底]|达到?|增加|增长|提高|上升|减少|下降|降低|[为到至则有共增升降减了]/g, '')
  return [...own].every((character) => first.label.includes(character))
}

/** 培训6200人次，其中职工3400人次、农民2800人次，比上年的5000人次增长24%: behind a list of parts the whole is compared. */
function wholeBeforeList(block: Block, quantities: readonly PlacedFigure[], i: number, base: PlacedFigure): KnownPlacedFigure | undefined {
  const last = quantities[i] as PlacedFigure
  const before = block.canonical.slice(last.sentence.start, last.at.start)
  const listAt = before.lastIndexOf('其中')
  if (listAt < 0 || before.includes('；', listAt)) return undefined
  const whole = quantities.slice(Math.max(0, i - 12), i).filter((figure) => figure.at.end <= last.sentence.start + listAt && isComparable(figure, base))
  const near = whole[whole.length - 1]
  const items = quantities.slice(Math.max(0, i - 12), i + 1).filter((figure) => figure.at.start > last.sentence.start + listAt && isComparable(figure, base))
  if (near === undefined || items.length < 2 || near.sentenceIndex !== last.sentenceIndex) return undefined
  return isKnownPlaced(near) && !isDelta(near) && !isPerUnit(near) && near.approximation !== 'range' ? near : undefined
}

/** What is compared with a base: 接警3862起，日均10.6起，比上年的4215起下降8.4% speaks of the total and not of its daily average. */
function comparedValue(quantities: readonly PlacedFigure[], i: number, base: PlacedFigure): KnownPlacedFigure | undefined {
  const near = quantities[i] as PlacedFigure
  if (!isPerUnit(near) || isPerUnit(base)) return isKnownPlaced(near) ? near : undefined
  const before = quantities[i - 1]
  const isWhole = before !== undefined && before.sentenceIndex === near.sentenceIndex && isComparable(before, base) && !isPerUnit(before)
  return isWhole && isKnownPlaced(before) && before.approximation !== 'range' ? before : undefined
}

/** 9640人次，比上年增长14.8%，增加1240人次; 增长14.8%（净增1240人次）: the rate stands before the difference. */
function rateBeforeDifference(block: Block, quantities: readonly PlacedFigure[], i: number): Growth | undefined {
  const [to, rate, difference] = [quantities[i], quantities[i + 1], quantities[i + 2]]
  if (to === undefined || rate === undefined || difference === undefined || rate.kind !== 'percentage') return undefined
  if (!isKnownPlaced(to) || !isKnownPlaced(rate) || !isKnownPlaced(difference) || !isComparable(to, difference)) return undefined
  if (isBroken(to, rate) || isBroken(to, difference) || to.approximation === 'at-least' || isSecondValue(block, quantities[i - 1], to)) return undefined
  const between = textBetween(block, to, rate)
  if (/分别|各|累计|[年月季]均/.test(between) || !(CHANGED_BY.test(between) || BY.test(between))) return undefined
  const direction = directionAtEnd(between)
  if (direction === 0 || rateOrNothing(rate) === undefined || !DIFFERENCE_BEHIND.test(textBetween(block, rate, difference))) return undefined
  return directionAtEnd(difference.label) === direction ? { from: undefined, to, difference, rate, direction, others: othersBefore(quantities, i) } : undefined
}

/** Whether a value is the later one of two, or the one compared with: the change is read with the first. */
function isSecondValue(block: Block, first: PlacedFigure | undefined, second: PlacedFigure): boolean {
  if (first === undefined || !isComparable(first, second) || first.sentenceIndex !== second.sentenceIndex) return false
  const between = textBetween(block, first, second)
  return CHANGED_TO.test(between) || COMPARED_WITH_BASE.test(between) || YEAR_BY_YEAR.test(between)
}

/** 由85%提高到92% without the gap: only the direction can be wrong. With points given the gap is looked at as a whole. */
function rateMoved(
  block: Block,
  from: PlacedFigure,
  to: PlacedFigure | undefined,
  next: PlacedFigure | undefined,
  before: PlacedFigure | undefined,
): Growth | undefined {
  if (to === undefined || !isKnownPlaced(from) || !isKnownPlaced(to) || from.kind !== 'percentage' || to.kind !== 'percentage' || isBroken(from, to))
    return undefined
  const between = textBetween(block, from, to)
  const changed = CHANGED_TO.exec(between)?.[1]
  const isPoints = (other: PlacedFigure | undefined): boolean =>
    other !== undefined && other.sentenceIndex === from.sentenceIndex && /^percentage/.test(other.kind)
  if (changed === undefined || /分别|各|、/.test(between) || !/[由从][^，。；]{0,14}$/.test(from.label) || isPoints(next) || isPoints(before)) return undefined
  return { from, to, difference: undefined, rate: undefined, direction: directionAtEnd(changed), others: [] }
}

function isBroken(first: PlacedFigure, second: PlacedFigure): boolean {
  return first.sentenceIndex !== second.sentenceIndex || first.approximation === 'range' || second.approximation === 'range'
}

/** The difference and the rate behind the last of two values. */
function tail(
  block: Block,
  quantities: readonly PlacedFigure[],
  i: number,
): { difference: KnownPlacedFigure | undefined; rate: KnownPlacedFigure | undefined } {
  const last = quantities[i] as PlacedFigure
  const next = quantities[i + 1]
  // 由760元提高到800元、由7320元提高到7800元，分别提高5.3%和6.6%: each value has its own
  if (next === undefined || !isKnownPlaced(next) || next.sentenceIndex !== last.sentenceIndex || !isOfOne(block, last, next))
    return { difference: undefined, rate: undefined }
  if (next.kind === 'percentage') return { difference: differenceBehind(block, next, quantities[i + 2], last), rate: rateOrNothing(next) }
  if (!isComparable(next, last) || /的$/.test(next.label)) return { difference: undefined, rate: undefined }
  return { difference: next, ...rateBehind(block, quantities, i + 1) }
}

/** Units of text before a value that name what it is of. */
const NAMED_BEFORE = 40

/** Whether words between a value and a change tell of a change of that value alone: not 车辆由36辆减少到30辆，燃油费用下降. */
function isOfOne(block: Block, value: PlacedFigure, change: PlacedFigure): boolean {
  const between = textBetween(block, value, change)
  if (!BY.test(between) || between.includes('分别')) return false
  const subject = ownSubject(between)
  const named = block.canonical.slice(Math.max(0, value.at.start - NAMED_BEFORE), value.at.end)
  // 办理材料, 办理时限: the last word tells the two apart
  return subject.length < 2 || named.includes(subject.slice(-2))
}

/** 由64间增加到102间，增长59.4%，增加38间. */
function differenceBehind(block: Block, rate: PlacedFigure, next: PlacedFigure | undefined, last: PlacedFigure): KnownPlacedFigure | undefined {
  if (next === undefined || !isKnownPlaced(next) || next.sentenceIndex !== last.sentenceIndex || !isComparable(next, last)) return undefined
  const isOfTheSame = DIFFERENCE_BEHIND.test(textBetween(block, rate, next)) && directionAtEnd(next.label) === directionAtEnd(rate.label)
  return isOfTheSame && next.approximation !== 'range' ? next : undefined
}

function rateBehind(block: Block, quantities: readonly PlacedFigure[], i: number): { rate: KnownPlacedFigure | undefined } {
  const figure = quantities[i] as PlacedFigure
  const next = quantities[i + 1]
  const isRate = next !== undefined && isKnownPlaced(next) && next.kind === 'percentage' && next.sentenceIndex === figure.sentenceIndex
  return { rate: isRate && isOfOne(block, figure, next) ? rateOrNothing(next) : undefined }
}

/** A rate of change; not 占……的 or 的12%, which are shares. */
function rateOrNothing(figure: KnownPlacedFigure): KnownPlacedFigure | undefined {
  if (AT_CONSTANT_PRICES.test(figure.sentence.canonical.slice(Math.max(0, figure.start - 40), figure.start))) return undefined
  return figure.approximation === 'range' || /的$|占/.test(figure.label) || directionAtEnd(figure.label) === 0 ? undefined : figure
}

/** The figures of the sentence before that could be the value that changed. */
function othersBefore(quantities: readonly PlacedFigure[], i: number): KnownPlacedFigure[] {
  const to = quantities[i] as PlacedFigure
  return quantities
    .slice(Math.max(0, i - 60), i)
    .filter(isKnownPlaced)
    .filter((other) => other.sentenceIndex === to.sentenceIndex && (to.kind === 'percentage' || isComparable(other, to)))
}

/** Whether all that the text gives of a change agrees, for the value it names or for another of the sentence. */
export function isConsistent(growth: Growth): boolean {
  return [growth.to, ...growth.others].some((to) => {
    const read = { ...growth, to }
    const interval = growth.rate === undefined ? undefined : rateInterval(read)
    return (
      growthDirectionHolds(read) &&
      differenceHolds(read) &&
      (growth.rate === undefined || (interval !== undefined && meet(interval, growth.rate.interval))) &&
      !isImpossible(read)
    )
  })
}

/** Whether a rise is as large as what there is after it, so that nothing was there before. */
export function isImpossible(growth: Growth): boolean {
  const start = startOf(growth)
  return growth.from === undefined && growth.direction > 0 && start?.high !== undefined && start.high.sign < 0
}

/** The value before the change, given or computed. */
export function startOf({ from, to, difference, direction }: Growth): FigureInterval | undefined {
  if (from !== undefined) return from.interval
  if (difference === undefined || difference.interval.high === undefined || to.interval.high === undefined) return undefined
  return direction < 0
    ? { low: to.interval.low.plus(difference.interval.low), high: to.interval.high.plus(difference.interval.high) }
    : { low: to.interval.low.minus(difference.interval.high), high: to.interval.high.minus(difference.interval.low) }
}

/** Whether the difference is what the two values differ by; true where not all three are given. */
export function differenceHolds({ from, to, difference, direction }: Growth): boolean {
  if (from === undefined || difference === undefined) return true
  const [high, low] = direction < 0 ? [from.interval, to.interval] : [to.interval, from.interval]
  return meet(gap(high, low), difference.interval) && (!areAlikeRounded(from, to, difference) || isWithinAStep(from, to, difference))
}

/** Whether three figures are written to the same place and as exact ones. */
function areAlikeRounded(from: KnownPlacedFigure, to: KnownPlacedFigure, difference: KnownPlacedFigure): boolean {
  return [from, to, difference].every((figure) => figure.approximation === 'exact' && figure.step.equals(from.step))
}

/** 由3.1个增加到4.2个，增加1.2个: however the three were rounded, the difference is off by no more than one unit of the last place. */
function isWithinAStep(from: KnownPlacedFigure, to: KnownPlacedFigure, difference: KnownPlacedFigure): boolean {
  return to.value.minus(from.value).abs().minus(difference.value).abs().compare(difference.step) <= 0
}

function gap(high: FigureInterval, low: FigureInterval): FigureInterval {
  return { low: low.high === undefined ? Decimal.ZERO : high.low.minus(low.high), high: high.high?.minus(low.low) }
}

/** The rate of change in per cent that the other figures give; nothing where they do not. */
export function rateInterval(growth: Growth): FigureInterval | undefined {
  const start = startOf(growth)
  const { to, direction } = growth
  if (start?.high === undefined || start.low.compare(Decimal.ZERO) <= 0) return undefined
  const change = growth.difference?.interval ?? (direction < 0 ? gap(start, to.interval) : gap(to.interval, start))
  if (change.high === undefined || change.low.sign < 0) return undefined
  const hundred = Decimal.of(100)
  return { low: change.low.times(hundred).quotient(start.high, 10, 'down'), high: change.high.times(hundred).quotient(start.low, 10, 'up') }
}

/** Whether the values move the way the words say. */
export function growthDirectionHolds({ from, to, direction }: Growth): boolean {
  if (from === undefined || direction === 0) return true
  return direction > 0
    ? to.interval.high === undefined || to.interval.high.compare(from.interval.low) >= 0
    : from.interval.high === undefined || to.interval.low.compare(from.interval.high) <= 0
}

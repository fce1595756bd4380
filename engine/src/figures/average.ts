import { Decimal } from '../document/decimal.js'
import { meet, type FigureInterval } from '../document/figure.js'
import type { Block } from '../markdown/block.js'
import { isDelta, isKnownPlaced, isPerUnit, quantitiesOf, subjectOf, type KnownPlacedFigure, type PlacedFigure } from './placed-figure.js'

/** An average and the total and the number of heads that its words tie it to. */
export interface Average {
  readonly average: KnownPlacedFigure
  readonly total: KnownPlacedFigure
  /** how many share the total; nothing for 月均, whose months are counted in `months` */
  readonly heads: KnownPlacedFigure | undefined
  readonly months: number | undefined
}

/** What an average is taken over: the class of unit and the words of the figure that counts it. */
interface Heads {
  readonly classes: RegExp
  readonly words: RegExp
}

const ANY = /^/
const HEADS: Readonly<Record<string, Heads>> = {
  人: { classes: /^person$/, words: ANY },
  生: { classes: /^person$/, words: /生|幼儿|儿童/ },
  师: { classes: /^person$/, words: /教师|教职工|教职员工|老师/ },
  户: { classes: /^household$/, words: ANY },
  班: { classes: /^(?:class|item)$/, words: /班/ },
  校: { classes: /^(?:institution|校)$/, words: /校|小学|中学|高中|初中/ },
  园: { classes: /^(?:institution|园)$/, words: /园/ },
  小区: { classes: /^(?:小区|item)$/, words: /小区/ },
  社区: { classes: /^(?:社区|item)$/, words: /社区/ },
  基地: { classes: /^(?:基地|item)$/, words: /基地/ },
  网格: { classes: /^(?:网格|item)$/, words: /网格/ },
  村: { classes: /^(?:村|item)$/, words: /村/ },
  亩: { classes: /^亩$/, words: ANY },
  场: { classes: /^场$/, words: ANY },
  期: { classes: /^期$/, words: ANY },
  次: { classes: /^(?:次|场次)$/, words: ANY },
  家: { classes: /^(?:institution|家)$/, words: ANY },
  栋: { classes: /^(?:栋|building)$/, words: ANY },
  台: { classes: /^台$/, words: ANY },
  套: { classes: /^套$/, words: ANY },
  处: { classes: /^处$/, words: ANY },
  件: { classes: /^(?:件|item)$/, words: ANY },
  项: { classes: /^(?:项|item)$/, words: ANY },
  乡: { classes: /^(?:乡|乡镇|item)$/, words: /乡/ },
  镇: { classes: /^(?:镇|乡镇|item)$/, words: /镇/ },
}
const AVERAGE =
  /(?:([人生师户班校园村亩场期月件])均|平均(亩)产|每?(亩)产|平均(班)额|平均每个?(小区|社区|基地|网格|[人生师户班校园村亩场期次家栋台套处件项乡镇])|每([人户班校园村亩场期])(?:平均)?)([\u4e00-\u9fff]{0,6}?)(?:高?达到?|[为约])?$/
/** One of these stands in all of them. */
const SAYS_AVERAGE = /[均每亩]/
/** A standard for a time, another kind of average. */
const OTHER_RATE = /每年|每月|每天|每日|每学期|每学年|[年月日天]$|标准|不少于|不低于|至少|最高|上限|可支配|纯收入|生产总值|GDP|预期|寿命/
const MONTHS: readonly (readonly [RegExp, number])[] = [
  [/全年|一年来|年内/, 12],
  [/上半年/, 6],
]
/** Readings further off are of other figures than the words name. */
const FURTHEST = Decimal.of(2)

/** The averages of a block that the one total and the one count beside them do not give: 资助800人120万元，人均1800元. */
export function wrongAverages(block: Block): Average[] {
  const quantities = quantitiesOf(block)
  return quantities.flatMap((average, i) => {
    const match = SAYS_AVERAGE.test(average.label) ? AVERAGE.exec(average.label) : null
    if (match === null || !isKnownPlaced(average) || average.approximation === 'range' || average.value.isZero) return []
    if ((average.kind !== 'count' && average.kind !== 'money') || OTHER_RATE.test(average.label) || /[/每]/.test(average.noun.charAt(0))) return []
    const over = match.slice(1, 7).find((word) => word !== undefined) ?? ''
    const group = groupAround(block, quantities, i, over === '亩')
    const totals = totalsOf(average, match[7] ?? '', group, /[期场次]/.test(over))
    const all = over === '月' ? byMonths(block, average, totals) : byHeads(average, HEADS[over], totals, group)
    const found = all.length > 1 ? withoutParts(block, all) : all
    const whose = clauseEnd(average.label.slice(0, match.index))
    return found.length === 1 ? found.filter((reading) => !holds(reading) && isNear(reading) && isOfTheSame(whose, reading)) : []
  })
}

/** 播种面积6万亩，其中水稻4万亩、小麦2万亩，总产3万吨，平均亩产: of a whole and its parts the average is of the whole. */
function withoutParts({ canonical }: Block, readings: readonly Average[]): readonly Average[] {
  const [first] = readings
  const whole = first?.heads
  if (first === undefined || whole === undefined) return readings
  const isPart = (figure: KnownPlacedFigure, of: KnownPlacedFigure): boolean =>
    figure.value.compare(of.value) < 0 && /^，?其中[^。；]{0,60}$/.test(canonical.slice(of.at.end, figure.at.start))
  const own = readings.filter(({ heads, total }) => !(heads !== undefined && isPart(heads, whole)) && !isPart(total, first.total))
  return own.length === 1 && average(own[0]).at.start > whole.at.end ? own : readings
}

function average(reading: Average | undefined): KnownPlacedFigure {
  return (reading as Average).average
}

/** Words before an average that narrow nothing. */
const NARROWS_NOTHING = /其中|全[省市州县区镇乡村校街园]|[我本][省市县区镇乡村校园]|平均|总体|整体|年度?|今年|目前|预计|实现|完成|达到?|综合|实际|[的其共约为]/g

/** What stands before an average in its own clause: 水稻 before 亩产. */
function clauseEnd(text: string): string {
  return (/[\u4e00-\u9fff]{0,12}$/.exec(text)?.[0] ?? '').replace(NARROWS_NOTHING, '')
}

/** Whether total or heads are said to be of what the average is of: 粮食总产量3.4万吨，水稻亩产520公斤 speaks of two. */
function isOfTheSame(whose: string, { total, heads }: Average): boolean {
  const words = subjectOf(total) + (heads === undefined ? '' : subjectOf(heads) + heads.unit)
  return [...whose].every((character) => words.includes(character))
}

/** The average that a reading gives, to the places that the claim is written with. */
export function averageOf({ average, total, heads, months }: Average): Decimal {
  const power = POWERS[average.multiplier] ?? 0
  return total.value.shift(-power).quotient(heads?.value ?? Decimal.of(months ?? 1), average.decimals)
}

const POWERS: Readonly<Record<string, number>> = { 万: 4, 亿: 8 }

/** Units of text beyond which nobody looks for an average's total. */
const FURTHEST_UNITS = 400

/** The figures of the average's sentence that no semicolon parts from it, but for the land of a yield: 播种面积2万亩；总产量1万吨，亩产500公斤. */
function groupAround(block: Block, quantities: readonly PlacedFigure[], i: number, isYield: boolean): KnownPlacedFigure[] {
  const average = quantities[i] as PlacedFigure
  const isApart = (figure: PlacedFigure): boolean =>
    figure.sentenceIndex !== average.sentenceIndex ||
    Math.abs(figure.at.start - average.at.start) > FURTHEST_UNITS ||
    (!(isYield && /面积$/.test(figure.label)) &&
      block.canonical.slice(Math.min(figure.at.end, average.at.end), Math.max(figure.at.start, average.at.start)).includes('；'))
  return quantities.slice(Math.max(0, i - 8), i + 4).filter((figure) => figure !== average && !isApart(figure) && isKnownPlaced(figure)) as KnownPlacedFigure[]
}

/** What may be shared out: of the average's unit (人次 too for 平均每期125人), greater than it, and named with its words (图书 for 生均图书). */
function totalsOf(average: KnownPlacedFigure, words: string, group: readonly KnownPlacedFigure[], isPerCourse: boolean): KnownPlacedFigure[] {
  return group
    .map((figure) => inUnitOf(average, figure))
    .filter(
      (total) =>
        total.kind === average.kind &&
        (total.unitClass === average.unitClass || (isPerCourse && average.unitClass === 'person' && total.unitClass === 'person-time')) &&
        !isDelta(total) &&
        !isPerUnit(total) &&
        total.approximation !== 'range' &&
        total.value.compare(average.value) > 0 &&
        (words === '' || [...words].some((character) => subjectOf(total).includes(character))),
    )
}

/** Tons as kilograms beside an average in kilograms: 总产量2.36万吨，平均亩产420公斤. */
function inUnitOf(average: KnownPlacedFigure, figure: KnownPlacedFigure): KnownPlacedFigure {
  if (average.unitClass !== 'kilogram' || figure.unitClass !== '吨') return figure
  const { low, high } = figure.interval
  const interval = { low: low.shift(KILOGRAMS_A_TON), high: high?.shift(KILOGRAMS_A_TON) }
  return { ...figure, unitClass: 'kilogram', value: figure.value.shift(KILOGRAMS_A_TON), interval, step: figure.step.shift(KILOGRAMS_A_TON) }
}

/** as a power of ten */
const KILOGRAMS_A_TON = 3

/** Readings with each total and each count of heads; none where any of them holds. */
function byHeads(average: KnownPlacedFigure, heads: Heads | undefined, totals: readonly KnownPlacedFigure[], group: readonly KnownPlacedFigure[]): Average[] {
  if (heads === undefined) return []
  const counts = group.filter(
    (figure) =>
      figure.kind === 'count' &&
      heads.classes.test(figure.unitClass) &&
      heads.words.test(subjectOf(figure) + figure.unit) &&
      !isDelta(figure) &&
      !isPerUnit(figure) &&
      figure.approximation !== 'range' &&
      figure.interval.low.sign > 0,
  )
  const readings = totals.flatMap((total) => counts.filter((count) => count !== total).map((count) => ({ average, total, heads: count, months: undefined })))
  return readings.some(holds) ? [] : readings
}

function byMonths(block: Block, average: KnownPlacedFigure, totals: readonly KnownPlacedFigure[]): Average[] {
  const words = block.canonical.slice(average.sentence.start, average.at.start)
  const months = MONTHS.find(([pattern]) => pattern.test(words))?.[1]
  if (months === undefined || totals.some(({ at }) => at.start > average.at.start)) return []
  return totals.map((total) => ({ average, total, heads: undefined, months }))
}

/** Whether an average may be what its total and its heads give; the last place of a whole number may have been rounded either way. */
function holds({ average, total, heads, months }: Average): boolean {
  const over: FigureInterval = heads?.interval ?? { low: Decimal.of(months ?? 1), high: Decimal.of(months ?? 1) }
  const low = over.high === undefined ? Decimal.ZERO : total.interval.low.quotient(over.high, 10, 'down')
  const high = total.interval.high?.quotient(over.low, 10, 'up')
  const { interval, step } = average
  const slack = isExact(average) ? step : Decimal.ZERO
  if (!meet({ low, high }, { low: interval.low.minus(slack), high: interval.high?.plus(slack) })) return false
  // 126块 at 63处 are 2块 each and nothing else: where the division comes out even there is nothing to round
  if (heads === undefined || ![total, heads, average].every(isExact)) return true
  const each = total.value.quotient(heads.value, average.decimals)
  return each.equals(average.value) || !each.times(heads.value).equals(total.value)
}

/** Whether a figure is the number it is written as: no 余 or 约, no place that was rounded. */
function isExact({ approximation, interval }: KnownPlacedFigure): boolean {
  return approximation === 'exact' && interval.high !== undefined && interval.low.equals(interval.high)
}

function isNear(reading: Average): boolean {
  const { average, total, heads, months } = reading
  const value = total.value.quotient(heads?.value ?? Decimal.of(months ?? 1), 6)
  const [small, large] = value.compare(average.value) < 0 ? [value, average.value] : [average.value, value]
  // 326万元 for 3260人 are 0.1万元 each: 1万元 is that with its point in the wrong place
  return large.compare(small.times(FURTHEST)) <= 0 || TENFOLD.some((places) => small.shift(places).equals(large))
}

/** A point that slipped, 元 for 万元. */
const TENFOLD = [1, 4] as const

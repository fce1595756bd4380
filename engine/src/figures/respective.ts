import { isComparable, sumOf } from '../document/figure.js'
import type { Block } from '../markdown/block.js'
import { isDelta, isKnownPlaced, quantitiesOf, textBetween, type KnownPlacedFigure, type PlacedFigure } from './placed-figure.js'
import { shareHolds, sumOfValues, type ShareReading } from './share-arithmetic.js'
import { listFrom } from './sum.js'

/** 甲、乙、丙分别为A、B: things and values that ought to be as many. */
export interface RespectiveCount {
  readonly kind: 'count'
  /** what the values are of, as written; or the values before, for 25所、12所，分别增加3所 */
  readonly things: string
  readonly count: number
  readonly values: readonly PlacedFigure[]
}

/** 25所、12所、3所，分别占62.5%、30%、7.5%: the one share that its part does not give while all others hold. */
export interface RespectiveShare {
  readonly kind: 'share'
  readonly claim: KnownPlacedFigure
  /** one part; the total as a figure, or the sum of all parts where the text gives no total */
  readonly reading: ShareReading
  /** whether the text gives no total, so that it is the sum of the parts */
  readonly isSum: boolean
  readonly parts: readonly KnownPlacedFigure[]
}

const RESPECTIVELY = /分别(?![设建在从对由以向于]|为期|组织|召开)[^，。；：、\d]{0,8}$/
/** Words that are two or more things without a mark between them, or whose number is left open. */
const COMPOUND =
  /[等各两其]|城乡|中小学|师生|男女|党政|干群|水电|教职|省市|市县|县乡|区县|初高中|中高考|上下|内外|双方|二者|三者|[三四五六七八九十](?:[个级类项大种地方校县区镇村科]|年级)|前后|进出口|东中西|以上|大中小|老少|农林牧渔|文体|科教|财税|产供|软硬|文化和|资源和|住房和|发展和|经济和|工业和|农村和|产业和/
/** 和, 与 and 及 as words that join; 及格, 参与, 和谐 hold none. */
const JOINT = /和(?![谐平睦美])|(?<!参)与(?!会)|及(?![格时])/g
const MOST_VALUES = 8

/** What 分别 ties together in a block and does not go together. */
export function wrongRespectives(block: Block): (RespectiveCount | RespectiveShare)[] {
  const quantities = quantitiesOf(block)
  return quantities.flatMap((first, i): (RespectiveCount | RespectiveShare)[] => {
    if (!RESPECTIVELY.test(first.label)) return []
    const values = valuesFrom(block, quantities, i)
    if (values.length < 2) return []
    const before = listBefore(block, quantities, i)
    const share = before.length === values.length ? shareSlip(quantities, before, values, i) : undefined
    return share === undefined ? countSlip(block, first, values, before) : [share]
  })
}

/** Values joined by 、 和 with nothing else between them. */
function valuesFrom(block: Block, quantities: readonly PlacedFigure[], first: number): PlacedFigure[] {
  const values: PlacedFigure[] = []
  for (const figure of quantities.slice(first, first + MOST_VALUES)) {
    const previous = values[values.length - 1]
    if (previous !== undefined && (previous.unitClass !== figure.unitClass || !/^[、和及与]$|^以及$/.test(textBetween(block, previous, figure)))) break
    if (figure.approximation === 'range') return []
    values.push(figure)
  }
  return values
}

/** The list of values right before the clause of 分别, where nothing but a comparison stands between. */
function listBefore(block: Block, quantities: readonly PlacedFigure[], i: number): KnownPlacedFigure[] {
  const first = quantities[i] as PlacedFigure
  const last = quantities[i - 1]
  if (last === undefined || last.sentenceIndex !== first.sentenceIndex) return []
  if (!/^[^，。；：、]{0,6}，(?:[同环占]比|[比较][^，。；、]{1,10})?[^，。；、]{0,2}分别[^，。；、]{0,8}$/.test(textBetween(block, last, first))) return []
  for (let from = Math.max(0, i - MOST_VALUES); from < i - 1; from++) {
    const list = listFrom(block, quantities, from)
    const head = list[0]
    if (head === undefined || list.length < 2 || list[list.length - 1] !== last || head !== quantities[from]) continue
    const previous = quantities[from - 1]
    // a list that goes on to the left is not read from its middle
    if (
      previous !== undefined &&
      isComparable(previous, head) &&
      /^[^，。；：（）]{0,14}[、和及][^，。；：（）]{0,14}$/.test(textBetween(block, previous, head))
    )
      continue
    return list.every((item, n) => n === 0 || /^[^，。；]{0,8}[、和及与][^，。；、]{0,14}$/.test(textBetween(block, list[n - 1] as PlacedFigure, item)))
      ? list
      : []
  }
  return []
}

function countSlip(block: Block, first: PlacedFigure, values: readonly PlacedFigure[], before: readonly KnownPlacedFigure[]): RespectiveCount[] {
  if (before.length >= 2) {
    const written = before.map(({ sentence, start, end }) => sentence.text.slice(start, end)).join('、')
    return before.length === values.length || before.some(isDelta) ? [] : [{ kind: 'count', things: written, count: before.length, values }]
  }
  const things = thingsBefore(block, first)
  if (things === undefined || (values.length >= things.least && values.length <= things.most)) return []
  return [{ kind: 'count', things: things.text, count: things.most, values }]
}

/** The things named before 分别 in its clause, and how many they may be: 和 may join two or stand inside one. */
function thingsBefore({ canonical }: Block, first: PlacedFigure): { text: string; least: number; most: number } | undefined {
  const before = canonical.slice(Math.max(first.at.start - first.sentence.canonical.length, first.at.start - 80, 0), first.at.start)
  const whole = /(?:^|[，。；：！？）\n])([^，。；：！？（）\n]{2,60})分别[^，。；：、\d]{0,8}$/.exec(before)?.[1]
  // 三至六年级语文、数学、英语: the years are those of each
  const clause = whole === undefined ? undefined : withoutCount(whole.replace(/^[一二三四五六七八九]至[一二三四五六七八九]年级(?=[\u4e00-\u9fff]{2})/, ''))
  if (clause === undefined || /[\d“”《》]/.test(clause) || COMPOUND.test(clause)) return undefined
  const parts = clause.split('、')
  const joints = clause.match(JOINT)?.length ?? 0
  if (parts.length + joints < 2 || parts.some((part) => part.length > 14) || /[在对把将向]/.test(clause.slice(0, 1))) return undefined
  // 县城、乡镇和村: behind 、 the last two are joined by 和; 改革和创新、科技 may hold a name with 和 in it, as may 教学楼、宿舍楼主体工程和附属工程
  const [one = '', other, more] = (parts[parts.length - 1] as string).split(JOINT)
  const isPlain = parts.length > 1 && joints === 1 && other !== undefined && more === undefined && one.slice(-2) !== other.slice(-2)
  return { text: clause, least: isPlain ? parts.length + 1 : parts.length, most: parts.length + joints }
}

/** 语文、数学、英语三科: a count that says no more than the names before it do; 七、八年级三个班 is another. */
function withoutCount(clause: string): string {
  const count = /([两三四五六七八九])(?:个(?:学段|方面|领域|片区|年级)?|部门|[科项类种校县区镇村所])/.exec(clause)
  if (count === null || clause.split('、').length - 1 !== clause.slice(0, count.index).split('、').length - 1) return clause
  return '两三四五六七八九'.indexOf(count[1] as string) + 2 === clause.split('、').length ? clause.replace(count[0], '') : clause
}

/** The one of several shares that does not hold for the total that makes all the others hold. */
function shareSlip(
  quantities: readonly PlacedFigure[],
  parts: readonly KnownPlacedFigure[],
  values: readonly PlacedFigure[],
  i: number,
): RespectiveShare | undefined {
  const claims = values.filter(isKnownPlaced)
  if (claims.length < values.length || !claims.every(({ kind, label }) => kind === 'percentage' && !/[增减升降高低]/.test(label))) return undefined
  if (!/占|比重|比例/.test((values[0] as PlacedFigure).label)) return undefined
  const [head] = parts as [KnownPlacedFigure]
  const earlier = quantities.slice(Math.max(0, i - 20), quantities.indexOf(head)).filter(isKnownPlaced)
  const sum = { ...head, value: sumOfValues(parts), interval: sumOf(parts.map(({ interval }) => interval)) }
  const totals = [
    ...earlier.filter((total) => isComparable(total, head) && !isDelta(total) && parts.every((part) => part.value.compare(total.value) <= 0)),
    sum,
  ]
  const wrong = totals.map((total) => ({ total, failing: claims.flatMap((claim, n) => (holdsFor(parts[n], total, claim) ? [] : [n])) }))
  if (wrong.some(({ failing }) => failing.length === 0)) return undefined
  const near = wrong.find(({ failing }) => failing.length === 1)
  const n = near?.failing[0]
  if (near === undefined || n === undefined) return undefined
  const reading = { parts: [parts[n] as KnownPlacedFigure], total: near.total }
  return { kind: 'share', claim: claims[n] as KnownPlacedFigure, reading, isSum: near.total === sum, parts }
}

function holdsFor(part: KnownPlacedFigure | undefined, total: KnownPlacedFigure, claim: KnownPlacedFigure): boolean {
  return part !== undefined && shareHolds({ parts: [part], total }, claim.interval)
}

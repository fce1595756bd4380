import { isComparable, sumOf } from '../document/figure.js'
import type { Block } from '../markdown/block.js'
import { isDelta, isKnownPlaced, isPerUnit, quantitiesOf, type KnownPlacedFigure, type PlacedFigure } from './placed-figure.js'
import { shareHolds, sumOfValues, type ShareReading } from './share-arithmetic.js'
import { readBareShare, readNamedShare, readShareWithTotal } from './share-of.js'
import { readRate } from './share-rate.js'

/** What a claimed percentage was found to be: the readings that its words allow, best first. */
export interface ShareClaim {
  readonly claim: KnownPlacedFigure
  /** readings that the words point at */
  readonly keyed: readonly ShareReading[]
  /** whether the words leave only this reading */
  readonly isCertain: boolean
}

/** What a reader of one form of share is given. */
export interface ShareContext {
  readonly block: Block
  readonly claim: KnownPlacedFigure
  /** the words between the last mark before the claim and the claim, and where they begin in the block */
  readonly clause: string
  readonly clauseStart: number
  /** where the claim's group begins in the block: behind the last semicolon before it in its sentence */
  readonly groupStart: number
  /** quantities before the claim in its sentence and the two sentences before, reading order; no percentages */
  readonly before: readonly PlacedFigure[]
  /** percentages before the claim in its sentence */
  readonly percentages: readonly KnownPlacedFigure[]
}

/** The readings of one form: those the words point at, others that would do, and whether the first are beyond doubt. */
export interface ShareReadings {
  readonly keyed: readonly ShareReading[]
  readonly others: readonly ShareReading[]
  readonly isCertain: boolean
}

const SENTENCES_BACK = 2
const MOST_FIGURES_BACK = 60
const LONGEST_GROUP = 1000

/**
 * The percentages of a block that claim to be a part of a whole, that no reading of the words makes true, and that the
 * words tie to two counts: 占比, 占……的, and rates such as 开工率.
 */
export function wrongShares(block: Block): ShareClaim[] {
  const quantities = quantitiesOf(block)
  const wrong: ShareClaim[] = []
  for (const [i, claim] of quantities.entries()) {
    if (claim.kind !== 'percentage' || !isKnownPlaced(claim) || claim.approximation === 'range' || claim.value.isZero) continue
    const context = contextOf(block, claim, quantities.slice(Math.max(0, i - MOST_FIGURES_BACK), i))
    // 超额完成年度任务（300户）的6.7%: what lies above the whole, not a part of it
    if (/超额|超出|超过|超收|超计划|结余|节约|高出/.test(context.clause)) continue
    const readings = readShareWithTotal(context) ?? readBareShare(context) ?? readNamedShare(context) ?? readRate(context)
    if (readings === undefined || readings.keyed.length === 0 || hasUnknown(context, readings)) continue
    if ([...readings.keyed, ...readings.others].some((reading) => shareHolds(reading, claim.interval))) continue
    if (anyPairHolds(context)) continue
    wrong.push({ claim, keyed: readings.keyed, isCertain: readings.isCertain && readings.keyed.length === 1 })
  }
  return wrong
}

function contextOf(block: Block, claim: KnownPlacedFigure, earlier: readonly PlacedFigure[]): ShareContext {
  const head = block.canonical.slice(Math.max(0, claim.at.start - 60), claim.at.start)
  const clause = /[^，。；：！？\n]*$/.exec(head)?.[0] ?? ''
  const before = earlier.filter(({ kind, sentenceIndex }) => (kind === 'count' || kind === 'money') && claim.sentenceIndex - sentenceIndex <= SENTENCES_BACK)
  const from = Math.max(claim.sentence.start, claim.at.start - LONGEST_GROUP)
  const groupStart = from + block.canonical.slice(from, claim.at.start).lastIndexOf('；') + 1
  const percentages = earlier.filter(isKnownPlaced).filter(({ kind, sentenceIndex }) => kind === 'percentage' && sentenceIndex === claim.sentenceIndex)
  return { block, claim, clause, clauseStart: claim.at.start - clause.length, groupStart, before, percentages }
}

/** Whether a placeholder (X名) or 数百 stands where a part or a whole might. */
function hasUnknown({ before }: ShareContext, { keyed }: ShareReadings): boolean {
  return before.some((figure) => figure.value === undefined && keyed.some(({ total }) => isComparable(figure, total)))
}

/**
 * Whether any two comparable figures of the claim's own sentence give the percentage, or one of them and the sum of
 * neighbours: 高级11名、一级37名、二级42名；青年教师33名，占36.7%.
 */
function anyPairHolds({ claim, before }: ShareContext): boolean {
  const own = before
    .filter(isKnownPlaced)
    .filter(({ sentenceIndex }) => sentenceIndex === claim.sentenceIndex)
    .slice(-12)
  for (const [i, part] of own.entries()) {
    for (let from = 0; from < i; from++) {
      for (let to = from + 2; to <= i && to - from <= 5; to++) {
        const whole = own.slice(from, to)
        if (whole.every((figure) => isComparable(figure, part)) && shareHolds({ parts: [part], total: sumFigure(whole) }, claim.interval)) return true
      }
    }
    for (const total of own) {
      if (part === total || !isComparable(part, total)) continue
      if (shareHolds({ parts: [part], total }, claim.interval)) return true
    }
  }
  return false
}

/** Some figures as one: its value and interval are those of their sum. */
function sumFigure(figures: readonly KnownPlacedFigure[]): KnownPlacedFigure {
  const [first] = figures as [KnownPlacedFigure]
  return { ...first, value: sumOfValues(figures), interval: sumOf(figures.map(({ interval }) => interval)) }
}

/**
 * The figures of a context that may be parts or wholes: known, comparable with `like`, and no differences.
 *
 * @param withPerUnit whether figures of each one (日均, 每校) may be among them
 */
export function comparableWith(like: PlacedFigure, figures: readonly PlacedFigure[], withPerUnit = false): KnownPlacedFigure[] {
  return figures
    .filter(isKnownPlaced)
    .filter(
      (figure) => figure !== like && isComparable(like, figure) && !isDelta(figure) && (withPerUnit || !isPerUnit(figure)) && figure.approximation !== 'range',
    )
}

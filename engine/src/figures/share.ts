import { isComparable, sumOf } from '../document/figure.js'
import type { Block } from '../markdown/block.js'
import { isKnownPlaced, type KnownPlacedFigure } from './placed-figure.js'
import { shareHolds, sumOfValues, type ShareReading } from './share-arithmetic.js'
import { shareContextsOf, type ShareContext, type ShareReadings } from './share-context.js'
import { readBareShare, readNamedShare, readShareWithTotal } from './share-of.js'
import { readRate } from './share-rate.js'
import { readRateBefore } from './share-rate-before.js'
import { keptOn } from '../text/kept.js'

/** What a claimed percentage was found to be: the readings that its words allow, best first. */
export interface ShareClaim {
  readonly claim: KnownPlacedFigure
  /** readings that the words point at */
  readonly keyed: readonly ShareReading[]
  /** whether the words leave only this reading */
  readonly isCertain: boolean
}

/** A percentage that its words tie to figures; `isRight` that one of the readings that they point at makes it true. */
export interface ReadShare extends ShareReadings {
  readonly context: ShareContext
  readonly claim: KnownPlacedFigure
  /** the reading among those pointed at that makes it true */
  readonly right: ShareReading | undefined
}

/** The percentages of a block whose words name their part and their whole: 占比, 占……的, and rates such as 开工率; computed once. */
export const readShares = keptOn((block: Block): readonly ReadShare[] =>
  shareContextsOf(block).flatMap((context) => {
    const { claim } = context
    const readings = readShareWithTotal(context) ?? readBareShare(context) ?? readNamedShare(context) ?? readRate(context)
    const found = readings === undefined || readings.keyed.length > 0 ? readings : (readRateBefore(context) ?? readings)
    if (found === undefined || found.keyed.length === 0) return []
    const right = found.keyed.find((reading) => !reading.total.value.isZero && shareHolds(reading, claim.interval))
    return [{ ...found, context, claim, right }]
  }),
)

/** The shares of a block that no reading of the words makes true. */
export function wrongShares(block: Block): ShareClaim[] {
  return readShares(block).flatMap((share) => {
    const { context, claim, keyed, others, isCertain } = share
    if (share.right !== undefined || hasUnknown(share) || [...keyed, ...others].some((reading) => shareHolds(reading, claim.interval)) || anyPairHolds(context))
      return []
    return [{ claim, keyed, isCertain: isCertain && keyed.length === 1 }]
  })
}

/** Whether a placeholder (X名) or 数百 stands where a part or a whole might. */
function hasUnknown({ context, keyed }: ReadShare): boolean {
  return context.before.some((figure) => figure.value === undefined && keyed.some(({ total }) => isComparable(figure, total)))
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
      // 超20万元 and 超50万元 are bounds that sort things, and no amounts that one is a share of the other
      if (part === total || !isComparable(part, total) || (part.approximation === 'at-least' && total.approximation === 'at-least')) continue
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

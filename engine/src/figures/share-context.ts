import { isComparable } from '../document/figure.js'
import { keptOn } from '../text/kept.js'
import type { Block } from '../markdown/block.js'
import { marksOf, runBefore } from './clause-before.js'
import { isDelta, isKnownPlaced, isPerUnit, quantitiesOf, type KnownPlacedFigure, type PlacedFigure } from './placed-figure.js'
import type { ShareReading } from './share-arithmetic.js'

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
  /** quantities behind the claim in its sentence, up to the next percentage or semicolon */
  readonly behind: readonly PlacedFigure[]
  /** percentages before the claim in its sentence */
  readonly percentages: readonly KnownPlacedFigure[]
}

/** The readings of one form: those the words point at, others that would do, and whether the first are beyond doubt. */
export interface ShareReadings {
  readonly keyed: readonly ShareReading[]
  readonly others: readonly ShareReading[]
  readonly isCertain: boolean
}

const CLAUSE_MARKS = marksOf('，。；：！？\n')
const LONGEST_CLAUSE = 60
/** One of these stands in the clause of every percentage whose words name its part and its whole. */
const SAYS_SHARE = /[占率]|比[例重]|覆盖面|完成/
/** 超额完成年度任务（300户）的6.7%: what lies above the whole, not a part of it; 分别占42%、31%、27% is read as a whole list, elsewhere. */
const NO_SHARE = /超额|超出|超过|超收|超计划|结余|节约|高出|分别/
const SENTENCES_BACK = 2
const MOST_FIGURES_BACK = 60
const MOST_FIGURES_BEHIND = 4
const LONGEST_GROUP = 1000

/** The percentages of a block that may be shares, each with what stands around it; computed once. */
export const shareContextsOf = keptOn((block: Block): readonly ShareContext[] => {
  const quantities = quantitiesOf(block)
  const contexts: ShareContext[] = []
  for (let i = 0; i < quantities.length; i++) {
    const claim = quantities[i] as PlacedFigure
    if (claim.kind !== 'percentage' || !isKnownPlaced(claim) || claim.approximation === 'range' || claim.value.isZero) continue
    const clause = block.canonical.slice(runBefore(block.canonical, claim.at.start, CLAUSE_MARKS, LONGEST_CLAUSE), claim.at.start)
    if (SAYS_SHARE.test(clause) && !NO_SHARE.test(clause)) contexts.push(contextOf(block, quantities, claim, i, clause))
  }
  return contexts
})

function contextOf(block: Block, quantities: readonly PlacedFigure[], claim: KnownPlacedFigure, i: number, clause: string): ShareContext {
  const before: PlacedFigure[] = []
  const percentages: KnownPlacedFigure[] = []
  for (const figure of quantities.slice(Math.max(0, i - MOST_FIGURES_BACK), i)) {
    const { kind, sentenceIndex } = figure
    if ((kind === 'count' || kind === 'money') && claim.sentenceIndex - sentenceIndex <= SENTENCES_BACK) before.push(figure)
    else if (kind === 'percentage' && sentenceIndex === claim.sentenceIndex && isKnownPlaced(figure)) percentages.push(figure)
  }
  const from = Math.max(claim.sentence.start, claim.at.start - LONGEST_GROUP)
  const groupStart = from + block.canonical.slice(from, claim.at.start).lastIndexOf('；') + 1
  return {
    block,
    claim,
    clause,
    clauseStart: claim.at.start - clause.length,
    groupStart,
    before,
    behind: behindClaim(block, quantities.slice(i + 1, i + 1 + MOST_FIGURES_BEHIND), claim),
    percentages,
  }
}

function behindClaim(block: Block, following: readonly PlacedFigure[], claim: KnownPlacedFigure): PlacedFigure[] {
  const behind: PlacedFigure[] = []
  let last = claim.at.end
  for (const figure of following) {
    if (figure.sentenceIndex !== claim.sentenceIndex || /^percentage/.test(figure.kind) || block.canonical.slice(last, figure.at.start).includes('；')) break
    last = figure.at.end
    behind.push(figure)
  }
  return behind
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

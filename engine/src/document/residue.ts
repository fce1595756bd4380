import type { ResidueKind } from '../lexicon/residue-phrases.js'
import type { Block } from '../markdown/block.js'
import { keptOn } from '../text/kept.js'
import type { TextRange } from '../text/range.js'
import { readOrdinal } from './ordinal.js'
import { isContents } from './residue-contents.js'
import { markNeighbours } from './residue-neighbours.js'
import { partsOf } from './residue-parts.js'
import { settleSafety } from './residue-safety.js'
import { readShapes } from './residue-shapes.js'
import { RESIDUE_SCORE, signalsOf, type ResidueSignals } from './residue-signals.js'
import { isTitleLike } from './residue-titles.js'
import { isWholly } from './residue-whole.js'

export type { ResidueKind } from '../lexicon/residue-phrases.js'

/** A block that a site or a tool left in the text, or one that holds such a piece beside the report's own words. */
export interface ResidueBlock {
  /** place among the document's blocks */
  readonly index: number
  readonly kind: ResidueKind
  /** whether it is a site's beyond doubt; the message says so */
  readonly isCertain: boolean
  /** whether it can be removed without a look: certain, and no writer could have put it there; never without `isCertain` */
  readonly isSafe: boolean
  /** the signs that gave it away */
  readonly evidence: readonly string[]
  /** the pieces, in offsets of `block.text`, when the rest of the block is the report's; absent when the whole block goes */
  readonly parts?: readonly TextRange[]
}

/** What a block is, before it is settled whether it can go without a look. */
export type ResidueVerdict = Omit<ResidueBlock, 'isSafe'>

/** A judgement in the making: blocks, their signals, and the verdicts so far by block index. */
export interface ResidueReading {
  readonly blocks: readonly Block[]
  readonly signals: readonly ResidueSignals[]
  readonly verdicts: Map<number, ResidueVerdict>
  /** index of the first and the last block that is a paragraph or a heading of the report */
  readonly firstBody: number
  readonly lastBody: number
}

/**
 * Judges which blocks are leftovers of document-sharing sites, portals and tools: by what they say, where they stand and
 * what stands beside them; never by one word, for reports download, print and have members too.
 *
 * A block that is partly the report's gets `parts` and stays readable for the other rules.
 *
 * @param phrases what the user counts as residue, besides the lexicon
 */
export function classifyResidue(blocks: readonly Block[], phrases: readonly string[]): ResidueBlock[] {
  const signals = blocks.map((block) => signalsOf(block))
  const isBody = blocks.map((block) => isBodyBlock(block))
  const firstBody = isBody.indexOf(true)
  const reading: ResidueReading = {
    blocks,
    signals,
    verdicts: new Map(),
    firstBody: firstBody < 0 ? blocks.length : firstBody,
    lastBody: isBody.lastIndexOf(true),
  }
  const shapes = readShapes(reading)
  blocks.forEach((block, index) => {
    if (!block.isProse) return
    const shape = shapes.get(index)
    const verdict = userVerdict(block, index, phrases) ?? (shape === undefined ? wholeVerdict(reading, index) : { index, ...shape })
    if (verdict !== undefined) reading.verdicts.set(index, verdict)
  })
  markNeighbours(reading)
  blocks.forEach((block, index) => {
    if (!block.isProse || reading.verdicts.has(index)) return
    const found = partsOf(block, { isHead: index <= reading.firstBody, isTail: index >= reading.lastBody, isTitle: isTitleLike(block) })
    if (found === undefined) return
    const { kind, isCertain, evidence, parts } = found
    const isAll = parts.length === 1 && parts[0]?.start === 0 && parts[0].end === block.text.length
    reading.verdicts.set(index, isAll ? { index, kind, isCertain, evidence } : { index, kind, isCertain, evidence, parts })
  })
  return settleSafety(
    [...reading.verdicts.values()].sort((a, b) => a.index - b.index),
    reading,
  )
}

/**
 * Whether one paragraph may take the place of another and no verdict on any block of a text changes: both are long, are body
 * or none, and bear no sign of a site. Where lone names are judged by whether the report says them, this alone is no proof.
 */
export function isSilentBody(before: Block, after: Block, phrases: readonly string[]): boolean {
  const [a, b] = [signalsOf(before), signalsOf(after)]
  return (
    isBodyBlock(before) === isBodyBlock(after) &&
    Math.min(a.likeness, MOST_LIKE) === Math.min(b.likeness, MOST_LIKE) &&
    [before, after].every((block) => isSilent(block, phrases))
  )
}

/** Likeness to a report above this is all the same. */
const MOST_LIKE = 5

function isSilent(block: Block, phrases: readonly string[]): boolean {
  const { score, evidence } = signalsOf(block)
  return (
    score === 0 &&
    evidence.length === 0 &&
    !isContents(block) &&
    readShapes({ blocks: [block], firstBody: 0, lastBody: 0 }).size === 0 &&
    partsOf(block, { isHead: true, isTail: true, isTitle: false }) === undefined &&
    !phrases.some((phrase) => phrase !== '' && block.text.includes(phrase))
  )
}

const isBodyBlock = keptOn((block: Block): boolean => {
  const signals = signalsOf(block)
  if (!block.isProse || signals.score >= RESIDUE_SCORE) return false
  const { length } = block.text
  return (
    (length >= 40 && signals.likeness >= 2) ||
    (length >= 150 && signals.score === 0) ||
    (signals.likeness >= 1 && readOrdinal(block.text)?.style.includes('chinese') === true)
  )
})

/** What the user calls residue: the whole line when it is short or little else, else the phrase alone. */
function userVerdict(block: Block, index: number, phrases: readonly string[]): ResidueVerdict | undefined {
  const evidence = phrases.filter((phrase) => phrase !== '' && block.text.includes(phrase))
  if (evidence.length === 0) return undefined
  const said = evidence.reduce((total, phrase) => total + phrase.length, 0)
  if (block.text.length <= Math.max(40, said * 3)) return { index, kind: 'user-phrase', isCertain: true, evidence }
  const parts = evidence
    .map((phrase) => ({ start: block.text.indexOf(phrase), end: block.text.indexOf(phrase) + phrase.length }))
    .sort((a, b) => a.start - b.start)
  return { index, kind: 'user-phrase', isCertain: true, evidence, parts: parts.filter((part, i) => i === 0 || part.start >= (parts[i - 1] as TextRange).end) }
}

/** A block that is residue as a whole by its own signs and its place. */
function wholeVerdict({ blocks, signals, firstBody, lastBody }: ResidueReading, index: number): ResidueVerdict | undefined {
  const block = blocks[index] as Block
  const { score, isDecisive, kind, evidence, likeness } = signals[index] as ResidueSignals
  if (score === 0 || (isTitleLike(block) && !isDecisive)) return undefined
  // the place speaks against a line, not against a sentence
  const atEdge = (index < firstBody || index > lastBody) && !block.canonical.endsWith('。')
  if (score + (atEdge ? 1 : 0) < RESIDUE_SCORE || !isWholly(block, likeness, kind)) return undefined
  return { index, kind, isCertain: isDecisive || score > RESIDUE_SCORE, evidence }
}

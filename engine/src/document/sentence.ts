import { isBlankCode } from '../text/characters.js'
import type { Block } from '../markdown/block.js'
import { Shelf, ShelfPlaces } from '../text/kept.js'
import { nextOf } from '../text/matches.js'
import type { TextRange } from '../text/range.js'

/** One sentence of a block, its final mark and closing quotes or brackets included. */
export interface Sentence extends TextRange {
  /** the block it stands in; `start` and `end` are offsets in `block.text` */
  readonly block: Block
  /** as written */
  readonly text: string
  /** with canonical characters, of the same length */
  readonly canonical: string
  /** what has been read of it, see `Shelf` */
  readonly kept: unknown[]
}

/** A part of a sentence between commas, semicolons and colons; `start` and `end` are offsets in the sentence. */
export interface Clause extends TextRange {
  readonly canonical: string
}

const sentencesOfBlock = new Shelf<Block, readonly Sentence[]>()
/** For what is kept on sentences, see `Shelf`. */
export const OF_SENTENCES = new ShelfPlaces()
const clausesOfSentence = new Shelf<Sentence, readonly Clause[]>(OF_SENTENCES)

/**
 * The sentences of a block, computed once. A sentence ends at 。！？…… and the closing quotes and brackets behind them;
 * the cells of a table row are sentences of their own. Text without a final mark is a sentence too.
 */
export function sentencesOf(block: Block): readonly Sentence[] {
  let sentences = sentencesOfBlock.get(block)
  if (sentences === undefined) {
    sentences = block.isProse ? split(block) : []
    sentencesOfBlock.set(block, sentences)
  }
  return sentences
}

/** The clauses of a sentence, without the marks between them, computed once. */
export function clausesOf(sentence: Sentence): readonly Clause[] {
  let clauses = clausesOfSentence.get(sentence)
  if (clauses === undefined) {
    clauses = splitClauses(sentence.canonical)
    clausesOfSentence.set(sentence, clauses)
  }
  return clauses
}

const END = /[。！？\n]/g
const CLOSERS = '”’》）〉」』】'

/** Whether a unit is one of 。！？ or a line break. */
function isEnd(code: number): boolean {
  return code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 10
}

function split(block: Block): Sentence[] {
  const sentences: Sentence[] = []
  const { canonical } = block
  let start = 0
  let at = 0
  while ((at = nextOf(END, canonical, at) + 1) > 0) {
    while (at < canonical.length && (CLOSERS.includes(canonical[at] as string) || isEnd(canonical.charCodeAt(at)))) at++
    push(sentences, block, start, at)
    start = at
  }
  push(sentences, block, start, canonical.length)
  return sentences
}

function push(sentences: Sentence[], block: Block, from: number, to: number): void {
  let start = from
  let end = to
  while (start < end && isSpace(block.canonical.charCodeAt(start))) start++
  while (end > start && isSpace(block.canonical.charCodeAt(end - 1))) end--
  if (start < end)
    sentences.push({ block, start, end, text: block.text.slice(start, end), canonical: block.canonical.slice(start, end), kept: OF_SENTENCES.room() })
}

function isSpace(code: number): boolean {
  return code === 10 || isBlankCode(code)
}

function splitClauses(canonical: string): Clause[] {
  const clauses: Clause[] = []
  let start = 0
  for (let i = 0; i <= canonical.length; i++) {
    if (i < canonical.length && !'，；：。！？\n'.includes(canonical[i] as string)) continue
    if (i > start) clauses.push({ start, end: i, canonical: canonical.slice(start, i) })
    start = i + 1
  }
  return clauses
}

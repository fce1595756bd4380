import { Question } from './gathering.js'
import { fitsContext, SCRAMBLED_WORDS, type ScrambledPair, type ScrambledTier } from '../lexicon/scrambled-words.js'
import type { Block } from '../markdown/block.js'
import { Shelf } from '../text/kept.js'
import type { TextRange } from '../text/range.js'
import type { PositionedBlock } from './outline.js'
import type { ReportDocument } from './report-document.js'

/** A word that a scrambler put there. Offsets of `block.text`. */
export interface ScrambledWord extends TextRange {
  readonly pair: ScrambledPair
}

/** What a document as a whole tells of scrambling. */
export interface ScrambledDocument {
  /** weak ones only where the document bears them out */
  readonly words: readonly { readonly at: PositionedBlock; readonly word: ScrambledWord }[]
  /** how many different words were swapped for certain, or nearly so: one may be the writer's own, three are a machine's */
  readonly kinds: number
}

/** This many different swapped words are the work of a machine, not of a writer: then the weak ones count too. */
const MACHINE = 3
const RANK: Readonly<Record<ScrambledTier, number>> = { always: 0, strong: 1, weak: 2 }
const wordsOfBlock = new Shelf<Block, readonly ScrambledWord[]>()

/** The swapped words of a block in reading order, weak ones included, computed once. */
export function scrambledWordsOf(block: Block): readonly ScrambledWord[] {
  let words = wordsOfBlock.get(block)
  if (words === undefined) {
    words = block.isProse ? read(block.canonical) : []
    wordsOfBlock.set(block, words)
  }
  return words
}

const WORDS = new Question((block) => {
  const words = scrambledWordsOf(block)
  return words.length === 0 ? undefined : words
})

/** The swapped words of a document and how many different ones there are. */
export function readScrambling(document: ReportDocument): ScrambledDocument {
  const words = document.ask(WORDS).flatMap(({ at, answer }) => answer.map((word) => ({ at, word })))
  const sure = new Set(words.filter(({ word }) => word.pair.tier !== 'weak').map(({ word }) => word.pair.wrong))
  const rare = new Set(words.filter(({ word }) => isRare(word.pair) && !sure.has(word.pair.wrong)).map(({ word }) => word.pair.wrong))
  const isMachine = sure.size >= MACHINE || (sure.size === MACHINE - 1 && rare.size >= 2)
  const isBorne = ({ wrong, own }: ScrambledPair): boolean => own !== true || [...sure].some((other) => other.includes(wrong))
  return { words: words.filter(({ word }) => word.pair.tier !== 'weak' || (isMachine && isBorne(word.pair))), kinds: sure.size + (isMachine ? rare.size : 0) }
}

/** A weak word that reports hardly use, whatever stands beside it. */
function isRare({ tier, before, after, own }: ScrambledPair): boolean {
  return tier === 'weak' && before === undefined && after === undefined && own !== true
}

/** Where two words overlap, the surer and then the longer one stays. */
function read(text: string): ScrambledWord[] {
  const found = SCRAMBLED_WORDS.match(text)
    .filter(({ start, end, value }) => fitsContext(value, text, start, end))
    .map(({ start, end, value }) => ({ start, end, pair: value }))
    .sort((a, b) => RANK[a.pair.tier] - RANK[b.pair.tier] || b.end - b.start - (a.end - a.start) || a.start - b.start)
  const kept: ScrambledWord[] = []
  const taken = new Uint8Array(found.length === 0 ? 0 : text.length)
  for (const word of found) {
    if (taken.subarray(word.start, word.end).includes(1)) continue
    taken.fill(1, word.start, word.end)
    kept.push(word)
  }
  return kept.sort((a, b) => a.start - b.start)
}

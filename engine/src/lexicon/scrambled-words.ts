import { isChinesePunctuation, isDigit } from '../text/characters.js'
import { SCRAMBLED } from './lexicon.generated.js'
import { TermMatcher } from './term-matcher.js'

/**
 * How sure a swapped word is: `always` wrong wherever it stands; `strong` wrong in the contexts listed; `weak` only worth
 * a look in a text that is known to be scrambled.
 */
export type ScrambledTier = 'always' | 'strong' | 'weak'

/** A word that text scramblers put in another's place, and the contexts that give it away (`data/lexicon/scrambled`). */
export interface ScrambledPair {
  readonly wrong: string
  readonly right: string
  readonly tier: ScrambledTier
  readonly before?: readonly string[]
  readonly after?: readonly string[]
  readonly both?: boolean
  readonly not_before?: readonly string[]
  readonly not_after?: readonly string[]
  readonly not_ahead?: readonly string[]
  /** weak, and only where the text holds the same wrong word for certain elsewhere */
  readonly own?: boolean
}

const families: readonly (readonly ScrambledPair[])[] = Object.values(SCRAMBLED) as unknown as readonly (readonly ScrambledPair[])[]

/** Every pair of every family. */
export const SCRAMBLED_PAIRS: readonly ScrambledPair[] = families.flat()

/** Finds the swapped words; whether the context fits is for `fitsContext` to say. */
export const SCRAMBLED_WORDS = new TermMatcher<ScrambledPair>(SCRAMBLED_PAIRS.map((pair) => ({ text: pair.wrong, value: pair })))

const AHEAD = 14
/** An opening mark ends no clause: 开展“一帮一”活动 goes on. */
const OPENING = '“‘《（【〈'

/** Whether a pair's word at a place of a canonical text stands in a context that makes it wrong. */
export function fitsContext(pair: ScrambledPair, text: string, start: number, end: number): boolean {
  const endsWith = (word: string): boolean => (word === '¶' ? isEdge(text, start - 1) : text.endsWith(word, start) && start >= word.length)
  const startsWith = (word: string): boolean =>
    word === '¶' ? isEdge(text, end) && !OPENING.includes(text[end] ?? '　') : word === '#' ? isDigit(text.charCodeAt(end)) : text.startsWith(word, end)
  if (pair.not_before?.some(endsWith) === true || pair.not_after?.some(startsWith) === true) return false
  if (pair.not_ahead !== undefined && isAhead(text, end, pair.not_ahead)) return false
  const before = pair.before?.some(endsWith)
  const after = pair.after?.some(startsWith)
  if (before === undefined && after === undefined) return true
  return pair.both === true ? before !== false && after !== false : before === true || after === true
}

/** Whether a place is a mark, a blank, or outside the text. */
function isEdge(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return true
  const code = text.charCodeAt(at)
  return code <= 32 || isChinesePunctuation(code)
}

function isAhead(text: string, from: number, words: readonly string[]): boolean {
  let to = from
  while (to < text.length && to < from + AHEAD && !isEdge(text, to)) to++
  const clause = text.slice(from, to)
  return words.some((word) => clause.includes(word))
}

import { isDigit } from '../text/characters.js'
import { ENDS_WORDS, is } from './figure-characters.js'
import type { Draft } from './figure-reader.js'

/** Units of text before a figure, and behind it, that may say what it counts. */
const LONGEST_LABEL = 30
const LONGEST_NOUN = 20
/** A note in brackets that is longer tells more than what the words before it are. */
const LONGEST_NOTE = 10
const OPEN = 0xff08
const CLOSE = 0xff09

/** Gives each figure of a sentence the words around it and its depth in round brackets. */
export function addWords(text: string, drafts: readonly Draft[]): void {
  let depth = 0
  let scanned = 0
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i] as Draft
    for (; scanned < draft.start; scanned++) {
      const code = text.charCodeAt(scanned)
      if (code === OPEN) depth++
      else if (code === CLOSE && depth > 0) depth--
    }
    draft.depth = depth
    draft.label = labelOf(text, drafts, i)
    draft.noun = nounOf(text, drafts, i)
  }
}

/** Dates, years and ordinals are words to the figures beside them. */
function isQuantity({ kind }: Draft): boolean {
  return kind !== 'date' && kind !== 'year' && kind !== 'ordinal'
}

function labelOf(text: string, drafts: readonly Draft[], i: number): string {
  const { start } = drafts[i] as Draft
  // nothing further off than the words that are read has a say
  let before = i - 1
  while (before >= 0 && (drafts[before] as Draft).end > start - LONGEST_LABEL && !isQuantity(drafts[before] as Draft)) before--
  const from = Math.max(drafts[before]?.end ?? 0, start - LONGEST_LABEL)
  const end = text.charCodeAt(start - 1) === CLOSE ? beforeNote(text, from, start) : start
  let labelStart = end
  while (labelStart > from && !is(ENDS_WORDS, text, labelStart - 1)) labelStart--
  return text.slice(labelStart, end).trim()
}

/** Where a short note in round brackets begins that stands between a figure and its words: 就业（含升学）1164人. */
function beforeNote(text: string, from: number, start: number): number {
  for (let at = start - 2; at >= Math.max(from, start - LONGEST_NOTE); at--) {
    const code = text.charCodeAt(at)
    if (code === OPEN) return at
    if (is(ENDS_WORDS, text, at) || isDigit(code)) break
  }
  return start
}

function nounOf(text: string, drafts: readonly Draft[], i: number): string {
  const { end } = drafts[i] as Draft
  let after = i + 1
  while (after < drafts.length && (drafts[after] as Draft).start < end + LONGEST_NOUN && !isQuantity(drafts[after] as Draft)) after++
  const to = Math.min(drafts[after]?.start ?? text.length, end + LONGEST_NOUN)
  let nounEnd = end
  while (nounEnd < to && !is(ENDS_WORDS, text, nounEnd)) nounEnd++
  return text.slice(end, nounEnd).trim()
}

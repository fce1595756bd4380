import { PairTable } from '../text/pair-table.js'
import type { TextRange } from '../text/range.js'

/** A phrase and what it stands for. */
export interface Term<Value> {
  readonly text: string
  readonly value: Value
}

/** A phrase found in a text; the range is relative to that text. */
export interface TermMatch<Value> extends TextRange {
  readonly value: Value
}

/**
 * Finds many fixed phrases in one pass: the first two units of every place are looked up in a table of the phrases that
 * begin with them. Every occurrence of every phrase is found, overlapping ones too.
 */
export class TermMatcher<Value> {
  /** the number of the bucket of the phrases that begin with two units */
  private readonly heads = new PairTable()
  private readonly buckets: Term<Value>[][] = []
  /** which units begin a phrase at all: most places of a text are passed over by this alone */
  private readonly begins = new Uint8Array(0x10000)

  /** @throws RangeError for a phrase of fewer than two units: it would match nearly everywhere */
  constructor(terms: Iterable<Term<Value>>) {
    for (const term of terms) {
      if (term.text.length < 2) throw new RangeError(`phrase too short: ${JSON.stringify(term.text)}`)
      const first = term.text.charCodeAt(0)
      const second = term.text.charCodeAt(1)
      this.begins[first] = 1
      const known = this.heads.get(first, second)
      if (known > 0) (this.buckets[known - 1] as Term<Value>[]).push(term)
      else this.heads.set(first, second, this.buckets.push([term]))
    }
  }

  /** Every occurrence, by place and then in the order the phrases were given. */
  match(text: string): TermMatch<Value>[] {
    const matches: TermMatch<Value>[] = []
    const { begins, heads, buckets } = this
    const { seconds } = heads
    const last = text.length - 1
    for (let i = 0; i < last; i++) {
      const first = text.charCodeAt(i)
      if (begins[first] === 0) continue
      const second = text.charCodeAt(i + 1)
      if (((seconds[second] as number) & (1 << (first & 7))) === 0) continue
      const number = heads.get(first, second)
      if (number === 0) continue
      const bucket = buckets[number - 1] as Term<Value>[]
      for (let k = 0; k < bucket.length; k++) {
        const term = bucket[k] as Term<Value>
        if (text.startsWith(term.text, i)) matches.push({ start: i, end: i + term.text.length, value: term.value })
      }
    }
    return matches
  }
}

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
  private readonly byHead = new Map<number, Term<Value>[]>()
  /** which units begin a phrase at all: most places of a text are passed over by this alone */
  private readonly begins = new Uint8Array(0x10000)

  /** @throws RangeError for a phrase of fewer than two units: it would match nearly everywhere */
  constructor(terms: Iterable<Term<Value>>) {
    for (const term of terms) {
      if (term.text.length < 2) throw new RangeError(`phrase too short: ${JSON.stringify(term.text)}`)
      const head = headAt(term.text, 0)
      this.begins[term.text.charCodeAt(0)] = 1
      const bucket = this.byHead.get(head)
      if (bucket === undefined) this.byHead.set(head, [term])
      else bucket.push(term)
    }
  }

  /** Every occurrence, by place and then in the order the phrases were given. */
  match(text: string): TermMatch<Value>[] {
    const matches: TermMatch<Value>[] = []
    const { begins } = this
    for (let i = 0; i + 1 < text.length; i++) {
      if (begins[text.charCodeAt(i)] === 0) continue
      const bucket = this.byHead.get(headAt(text, i))
      if (bucket === undefined) continue
      for (const term of bucket) if (text.startsWith(term.text, i)) matches.push({ start: i, end: i + term.text.length, value: term.value })
    }
    return matches
  }
}

function headAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)
}

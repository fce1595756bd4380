import { TermMatcher, type TermMatch } from './term-matcher.js'

/**
 * A phrase that counts only between certain neighbours. `before` and `after` list what must stand right beside it (one
 * of them is enough), `not-before` and `not-after` what must not: 布署 is a slip, but not in 公布署名.
 */
export interface GuardedTerm {
  readonly wrong: string
  readonly before?: readonly string[]
  readonly after?: readonly string[]
  readonly 'not-before'?: readonly string[]
  readonly 'not-after'?: readonly string[]
}

/**
 * A finder of guarded phrases.
 *
 * @returns a function that gives the occurrences in a text whose neighbours allow them, by place; ranges are of that text
 */
export function guardedFinder<Term extends GuardedTerm>(terms: readonly Term[]): (text: string) => TermMatch<Term>[] {
  const matcher = new TermMatcher(terms.map((term) => ({ text: term.wrong, value: term })))
  return (text) => matcher.match(text).filter(({ start, end, value }) => isAllowed(text, start, end, value))
}

/** Whether the neighbours of a place in a text allow a guarded phrase there. */
export function isAllowed(text: string, start: number, end: number, term: Omit<GuardedTerm, 'wrong'>): boolean {
  const endsWith = (part: string): boolean => text.startsWith(part, start - part.length)
  const follows = (part: string): boolean => text.startsWith(part, end)
  if (term.before !== undefined && !term.before.some(endsWith)) return false
  if (term.after !== undefined && !term.after.some(follows)) return false
  return term['not-before']?.some(endsWith) !== true && term['not-after']?.some(follows) !== true
}

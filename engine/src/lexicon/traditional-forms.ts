import { RESIDUE } from './lexicon.generated.js'
import { TermMatcher } from './term-matcher.js'

/** Traditional characters that no simplified text holds, each with the simplified one. */
export const SIMPLIFIED_OF: ReadonlyMap<string, string> = new Map(
  [...RESIDUE.traditional.traditional].map((character, i) => [character, [...RESIDUE.traditional.simplified][i] as string]),
)

/** The simplified ones. */
export const SIMPLIFIED_FORMS: ReadonlySet<string> = new Set(SIMPLIFIED_OF.values())

/** Words in which a character that simplified texts do use stands for another one: `乾部`, `瞭解`. */
export const MIXED_WORDS = new TermMatcher<string>(Object.entries(RESIDUE.traditional.together).map(([text, value]) => ({ text, value })))

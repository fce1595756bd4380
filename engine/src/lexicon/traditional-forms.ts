import { RESIDUE } from './lexicon.generated.js'
import { TermMatcher } from './term-matcher.js'

const SIMPLIFIED = Array.from(RESIDUE.traditional.simplified)

/** Traditional characters that no simplified text holds, each with the simplified one. */
export const SIMPLIFIED_OF: ReadonlyMap<string, string> = new Map(
  Array.from(RESIDUE.traditional.traditional, (character, i) => [character, SIMPLIFIED[i] as string]),
)

let units: Uint8Array | undefined

/** 1 for each UTF-16 unit that begins a traditional character: asked at every place of a text, where a look-up of the character would be slow. */
export function traditionalUnits(): Uint8Array {
  if (units === undefined) {
    units = new Uint8Array(0x10000)
    for (const character of SIMPLIFIED_OF.keys()) units[character.charCodeAt(0)] = 1
  }
  return units
}

/** The simplified ones. */
export const SIMPLIFIED_FORMS: ReadonlySet<string> = new Set(SIMPLIFIED_OF.values())

/** Words in which a character that simplified texts do use stands for another one: `乾部`, `瞭解`. */
export const MIXED_WORDS = new TermMatcher<string>(Object.entries(RESIDUE.traditional.together).map(([text, value]) => ({ text, value })))

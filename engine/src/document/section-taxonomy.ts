import { PROFILES, SECTIONS } from '../lexicon/lexicon.generated.js'
import { TermMatcher, type Term } from '../lexicon/term-matcher.js'
import { TriggerTable } from '../text/triggers.js'

/** A part that reports have, as data/lexicon/sections describes it. */
export interface SectionType {
  readonly id: string
  /** as a message names it, e.g. `“双减”工作` */
  readonly name: string
  /** heading that a new section of this type is given */
  readonly title: string
  /** whose reports may have it; all when left out */
  readonly fields?: readonly string[]
  /** words that make a heading one of this section */
  readonly headings: readonly string[]
  /** how a message names such headings; the first three of `headings` when left out */
  readonly looked?: readonly string[]
  /** source of a regular expression over a heading's words that does the same */
  readonly headingPattern?: string
  /** words of the body, with weights 1 to 3 */
  readonly keywords: Readonly<Record<string, number>>
  /** phrases that hold a word of this section and mean something else */
  readonly misleading: readonly string[]
  /** sources of regular expressions over a sentence that opens this section's substance; one of the cue's words stands in it */
  readonly openers?: readonly { readonly cue: readonly string[]; readonly pattern: string }[]
  /** source of a regular expression over sentences that open nothing after all: 查摆存在的问题 */
  readonly unless?: string
  /** sections under whose headings its words are theirs, not its own: 高考 under 普通高中 */
  readonly notUnder?: readonly string[]
  /** sections that take a heading for themselves when it names them too or stands under theirs: 加快项目建设，促进经济发展 */
  readonly yieldsTo?: readonly string[]
  /** stage of schools whose own reports are about nothing else: a kindergarten's about 学前教育 */
  readonly wholeOf?: string
  /** `opening`: only the first paragraphs can hold it */
  readonly within?: string
  /** first and last month (`2021-07`) in which the section is asked for */
  readonly from?: string
  readonly to?: string
  /** whether it stands behind all work sections */
  readonly last?: boolean
  /** sections that it stands behind, best first */
  readonly after: readonly string[]
  /** lines that a new section is filled with */
  readonly skeleton: readonly string[]
}

/** How much a section is asked for. */
export type SectionRequirement = 'required' | 'expected' | 'optional'

/** What a profile asks of one kind of report. */
export interface SectionDemands {
  readonly required: readonly string[]
  readonly expected: readonly string[]
  readonly conditional?: readonly {
    readonly id: string
    readonly requirement: SectionRequirement
    readonly when?: string
    readonly titlePattern?: string
    readonly fromYear?: number
    readonly untilYear?: number
  }[]
}

/** Every section type, in the order in which reports usually have them. */
export const SECTION_TYPES: readonly SectionType[] = Object.values(SECTIONS as unknown as Record<string, readonly SectionType[]>).flat()

/** Section types by id. */
export const SECTION_BY_ID: ReadonlyMap<string, SectionType> = new Map(SECTION_TYPES.map((type) => [type.id, type]))

/** What a profile (education-bureau, school, department, duty, government) asks of a kind of report, if it knows that kind. */
export function demandsOf(profile: string, kind: string): SectionDemands | undefined {
  return (PROFILES as unknown as Record<string, Record<string, SectionDemands>>)[profile]?.[kind]
}

/** What a word found in the text says. */
export interface SectionWord {
  readonly type: SectionType
  readonly word: string
  /** weight in the body; 0 for a word that only headings use */
  readonly weight: number
  readonly isHeadingWord: boolean
  readonly isMisleading: boolean
}

/** A way to open a section's substance, unless something else in the sentence says that it does not. */
export interface SectionOpener {
  readonly type: SectionType
  readonly pattern: RegExp
  readonly unless: RegExp | undefined
}

/** A set of section types, with what finding them in texts needs. Documents with one taxonomy share what is read of a block. */
export class SectionTaxonomy {
  readonly byId: ReadonlyMap<string, SectionType>
  /** finds every word of every section type in one pass over a text */
  readonly words: TermMatcher<SectionWord>
  /** in the order of the types; a sentence opens a type's substance when any of its openers says so */
  readonly openers: readonly SectionOpener[]
  /** tells in one pass over a text which openers can say anything of it */
  readonly openerCues: TriggerTable
  readonly headingPatterns: readonly { readonly type: SectionType; readonly pattern: RegExp }[]

  /** @param types in the order in which reports usually have them */
  constructor(readonly types: readonly SectionType[]) {
    this.byId = new Map(types.map((type) => [type.id, type]))
    this.words = new TermMatcher(types.flatMap(termsOf))
    this.openers = types.flatMap((type) => {
      const unless = type.unless === undefined ? undefined : new RegExp(type.unless)
      return (type.openers ?? []).map(({ pattern }) => ({ type, pattern: new RegExp(pattern), unless }))
    })
    this.openerCues = new TriggerTable(types.flatMap(({ openers = [] }) => openers.map(({ cue }) => cue)))
    this.headingPatterns = types.flatMap((type) => (type.headingPattern === undefined ? [] : [{ type, pattern: new RegExp(type.headingPattern) }]))
  }
}

/** The taxonomy of reports whose unit has said nothing of its own. */
export const COMMON_TAXONOMY = new SectionTaxonomy(SECTION_TYPES)

function termsOf(type: SectionType): Term<SectionWord>[] {
  const words = new Set([...type.headings, ...Object.keys(type.keywords)])
  const terms = [...words].map((word) => ({
    text: word,
    value: { type, word, weight: type.keywords[word] ?? 0, isHeadingWord: type.headings.some((heading) => word.includes(heading)), isMisleading: false },
  }))
  const misleading = type.misleading.map((word) => ({ text: word, value: { type, word, weight: 0, isHeadingWord: false, isMisleading: true } }))
  return [...terms, ...misleading]
}

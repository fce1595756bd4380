import { RESIDUE } from './lexicon.generated.js'
import { TermMatcher } from './term-matcher.js'

/** What left a piece of residue; decides the words of the message. */
export type ResidueKind =
  | 'share-notice'
  | 'member-notice'
  | 'editor-lead'
  | 'advert'
  | 'copyright'
  | 'page-tool'
  | 'page-meta'
  | 'notice'
  | 'news'
  | 'file-name'
  | 'page-number'
  | 'cover'
  | 'sample-mark'
  | 'site-name'
  | 'ai-talk'
  | 'software'
  | 'user-phrase'

/** A phrase, a combination or a label of sites: 3 decides alone, 2 needs one more sign, 1 only supports. */
export interface ResidueSign {
  readonly kind: ResidueKind
  readonly weight: number
}

/** A phrase of sites, as `data/lexicon/residue/phrases.yaml` writes it: no blanks, no marks, lower case. */
export interface ResiduePhrase extends ResidueSign {
  readonly text: string
}

/** Meanings that together are a site's voice; the names are the keys of `concepts.yaml`. */
export interface ResidueCombination extends ResidueSign {
  readonly concepts: readonly string[]
}

/** A way of speaking that sites and writing tools have and reports have not. */
export interface ResidueVoice extends ResidueSign {
  /** one of these words stands in the text, or the pattern need not be tried */
  readonly cue: readonly string[]
  /** for text without blanks, in lower case */
  readonly pattern: RegExp
}

const phraseList: ResiduePhrase[] = RESIDUE.phrases.flatMap(({ kind, weight, words }) => words.map((text) => ({ kind, weight, text })))
const conceptList = Object.entries(RESIDUE.concepts).flatMap(([concept, words]) => words.map((text: string) => ({ text, value: concept })))
const labelList = Object.entries(RESIDUE.labels).flatMap(([kind, byWeight]) =>
  Object.entries(byWeight as Readonly<Record<string, readonly string[]>>).flatMap(([weight, words]) =>
    words.map((text) => ({ text, value: { kind: kind as ResidueKind, weight: Number(weight), text } })),
  ),
)

/** Phrases of sites, found in folded text (see `document/residue-folding.ts`). */
export const RESIDUE_PHRASES = new TermMatcher<ResiduePhrase>(phraseList.map((phrase) => ({ text: phrase.text, value: phrase })))

/** Ways of speaking, as `data/lexicon/residue/voices.yaml` writes them. */
export const RESIDUE_VOICES: readonly ResidueVoice[] = RESIDUE.voices.map(({ kind, weight, cue, pattern }) => ({
  kind,
  weight,
  cue,
  pattern: new RegExp(pattern),
}))

/** Words of each meaning. */
export const RESIDUE_CONCEPTS = new TermMatcher<string>(conceptList)

/** Meanings that together give a site away. */
export const RESIDUE_COMBINATIONS: readonly ResidueCombination[] = RESIDUE.combinations

/** Labels of page metadata: a line that is nothing but labels and values. */
export const RESIDUE_LABELS = new TermMatcher<ResiduePhrase>(labelList)

/** Buttons and headings of pages that stand on a line of their own. */
export const LONE_PAGE_PARTS: ReadonlySet<string> = new Set<string>(RESIDUE.lines.alone)

/** All buttons and headings of pages, longest first: a line made of them is no report. */
export const PAGE_PARTS: readonly string[] = [...new Set<string>([...RESIDUE.lines.alone, ...RESIDUE.lines.joined])].sort((a, b) => b.length - a.length)

/** Words of web pages and programs: a short line made of them mostly is no report's. */
export const WEB_WORDS = new TermMatcher<string>(
  [...new Set([...Object.values(RESIDUE.web).flat(), ...labelList.map(({ text }) => text), ...PAGE_PARTS.filter((part) => part.length > 1)])].map((text) => ({
    text,
    value: text,
  })),
)

/** Buttons and menu words that say something only right beside parts of a page. */
export const PARTS_BESIDE: ReadonlySet<string> = new Set<string>([...RESIDUE.lines.beside, ...RESIDUE.lines.joined])

/** Headings of numbered notices. */
export const NOTICE_HEADINGS: ReadonlySet<string> = new Set<string>(RESIDUE.lines.notices)

/** Words of reports: the more of them a sentence holds, the less it is a site's. */
export const REPORT_WORDS = new TermMatcher<string>(RESIDUE.report.words.map((text) => ({ text, value: text })))

/** Words near those of sites that are a report's own: each takes three off. */
export const HONEST_WORDS = new TermMatcher<string>(RESIDUE.report.honest.map((text) => ({ text, value: text })))

/** Look-alike and traditional characters, each with the one it stands for. */
export const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(Object.entries(RESIDUE.evasions.look_alikes))

/** Spellings that evade filters, each with the word it stands for. */
export const EVASIVE_WORDS: readonly (readonly [string, string])[] = Object.entries(RESIDUE.evasions.words)

/** Names of provinces as they stand, of prefecture-level cities with 市 behind them. */
export const PLACE_NAMES = new TermMatcher<string>(
  [...RESIDUE.places.provinces, ...RESIDUE.places.cities.map((name) => `${name}市`)].map((text) => ({ text, value: text })),
)

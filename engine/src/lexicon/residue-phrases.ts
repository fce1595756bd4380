import { RESIDUE } from './lexicon.generated.js'
import { TermMatcher, type Term } from './term-matcher.js'

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
  | 'contents'
  | 'mail'
  | 'draft'
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

/** Ways of speaking, as `data/lexicon/residue/voices.yaml` writes them. */
export const RESIDUE_VOICES: readonly ResidueVoice[] = RESIDUE.voices.map(({ kind, weight, cue, pattern }) => ({
  kind,
  weight,
  cue,
  pattern: new RegExp(pattern),
}))

/** Meanings that together give a site away. */
export const RESIDUE_COMBINATIONS: readonly ResidueCombination[] = RESIDUE.combinations

/** The labels of page metadata as they are written, in lower case. */
export const LABEL_WORDS: readonly string[] = labelList.map(({ text }) => text)

/** Labels of page metadata: a line that is nothing but labels and values. Found in lines in lower case. */
export const RESIDUE_LABELS = new TermMatcher<ResiduePhrase>(labelList)

/** Buttons and headings of pages that stand on a line of their own. */
export const LONE_PAGE_PARTS: ReadonlySet<string> = new Set<string>(RESIDUE.lines.alone)

/** All buttons and headings of pages, longest first: a line made of them is no report. */
export const PAGE_PARTS: readonly string[] = [...new Set<string>([...RESIDUE.lines.alone, ...RESIDUE.lines.joined])].sort((a, b) => b.length - a.length)

/** Buttons and menu words that say something only right beside parts of a page. */
export const PARTS_BESIDE: ReadonlySet<string> = new Set<string>([...RESIDUE.lines.beside, ...RESIDUE.lines.joined])

/** Headings of numbered notices. */
export const NOTICE_HEADINGS: ReadonlySet<string> = new Set<string>(RESIDUE.lines.notices)

/** Look-alike and traditional characters, each with the one it stands for. */
export const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(Object.entries(RESIDUE.evasions.look_alikes))

/** Spellings that evade filters, each with the word it stands for. */
export const EVASIVE_WORDS: readonly (readonly [string, string])[] = Object.entries(RESIDUE.evasions.words)

/**
 * A word that says something of residue: a phrase of sites; a word of a meaning; a spelling that evades filters; a word of web
 * pages and programs, of which a short line that is no report's is mostly made; a word of reports, and the more of them a
 * sentence holds, the less it is a site's; a word near those of sites that is a report's own, which takes three off.
 */
export type ResidueWord =
  | { readonly lexicon: 'phrase'; readonly value: ResiduePhrase }
  | { readonly lexicon: 'concept' | 'evasion' | 'web' | 'report' | 'honest'; readonly value: string }

const webList = new Set([...Object.values(RESIDUE.web).flat(), ...labelList.map(({ text }) => text), ...PAGE_PARTS.filter((part) => part.length > 1)])

/** Finds the words of every lexicon of residue in one pass over folded text (see `document/residue-folding.ts`). */
export const RESIDUE_WORDS = new TermMatcher<ResidueWord>([
  ...phraseList.map((value) => ({ text: value.text, value: { lexicon: 'phrase', value } as const })),
  ...conceptList.map(({ text, value }) => ({ text, value: { lexicon: 'concept', value } as const })),
  ...EVASIVE_WORDS.map(([text]) => wordOf('evasion', text)),
  ...Array.from(webList, (text) => wordOf('web', text)),
  ...RESIDUE.report.words.map((text) => wordOf('report', text)),
  ...RESIDUE.report.honest.map((text) => wordOf('honest', text)),
])

function wordOf(lexicon: 'evasion' | 'web' | 'report' | 'honest', text: string): Term<ResidueWord> {
  return { text, value: { lexicon, value: text } }
}

/** Names of provinces as they stand, of prefecture-level cities with 市 behind them. */
export const PLACE_NAMES = new TermMatcher<string>(
  [...RESIDUE.places.provinces, ...RESIDUE.places.cities.map((name) => `${name}市`)].map((text) => ({ text, value: text })),
)

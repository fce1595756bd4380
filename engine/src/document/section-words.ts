import type { Block } from '../markdown/block.js'
import type { TermMatch } from '../lexicon/term-matcher.js'
import { Shelf } from '../text/kept.js'
import type { TextRange } from '../text/range.js'
import { forEachRule } from '../text/triggers.js'
import { sentencesOf } from './sentence.js'
import { COMMON_TAXONOMY, type SectionOpener, type SectionTaxonomy, type SectionType, type SectionWord } from './section-taxonomy.js'

/** What one sentence, or part of one between semicolons, says of sections; the range is in the block's text. */
export interface SectionUnit extends TextRange {
  /** weight of the different words of a section in it, and the words */
  readonly scores: ReadonlyMap<SectionType, { readonly score: number; readonly words: readonly string[] }>
  /** sections that its first words name: 一是抓党建, or a short first sentence */
  readonly leads: ReadonlySet<SectionType>
  /** sections whose substance it opens */
  readonly opens: ReadonlySet<SectionType>
  /** the first place of a word, for each section */
  readonly places: ReadonlyMap<SectionType, TextRange>
}

const HEADING_WEIGHT = 3
const MAX_LEAD = 26
const LEAD_ORDINAL = /^(?:[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]，|[（(]?[一二三四五六七八九十\d]{1,2}[）).．、])/
const NO_WORDS: readonly TermMatch<SectionWord>[] = []
const NO_TYPES: ReadonlySet<SectionType> = new Set()
const NO_SCORES: SectionUnit['scores'] = new Map()
const NO_PLACES: SectionUnit['places'] = new Map()

/** What was read of blocks under one taxonomy. */
interface Readings {
  readonly units: Pick<WeakMap<Block, readonly SectionUnit[]>, 'get'> & { set(block: Block, units: readonly SectionUnit[]): unknown }
  readonly headings: WeakMap<Block, Map<string, ReadonlySet<SectionType>>>
}

const readingsOfTaxonomy = new WeakMap<SectionTaxonomy, Readings>()

function readingsOf(taxonomy: SectionTaxonomy): Readings {
  let readings = readingsOfTaxonomy.get(taxonomy)
  if (readings === undefined)
    readingsOfTaxonomy.set(taxonomy, (readings = { units: taxonomy === COMMON_TAXONOMY ? new Shelf() : new WeakMap(), headings: new WeakMap() }))
  return readings
}

/** The units of a block and the sections that they speak of, computed once; a table says nothing of sections. */
export function sectionUnits(block: Block, taxonomy: SectionTaxonomy = COMMON_TAXONOMY): readonly SectionUnit[] {
  const { units: known } = readingsOf(taxonomy)
  let units = known.get(block)
  if (units === undefined) {
    units = block.kind === 'table-row' ? [] : read(block, taxonomy)
    known.set(block, units)
  }
  return units
}

/** The sections that the words of a block's heading name; computed once for each heading of a block. */
export function sectionsOfHeading(block: Block, words: string, taxonomy: SectionTaxonomy = COMMON_TAXONOMY): ReadonlySet<SectionType> {
  const { headings } = readingsOf(taxonomy)
  const known = headings.get(block) ?? new Map<string, ReadonlySet<SectionType>>()
  headings.set(block, known)
  let found = known.get(words)
  if (found === undefined) known.set(words, (found = readHeading(words, taxonomy)))
  return found
}

function readHeading(words: string, taxonomy: SectionTaxonomy): ReadonlySet<SectionType> {
  const found = new Set<SectionType>()
  for (const { value } of wordsIn(words, taxonomy)) if (value.isHeadingWord || value.weight >= HEADING_WEIGHT) found.add(value.type)
  const misled = new Set(taxonomy.words.match(words).flatMap(({ value }) => (value.isMisleading ? [value.type] : [])))
  for (const { type, pattern } of taxonomy.headingPatterns) if (!misled.has(type) && pattern.test(words)) found.add(type)
  return found
}

/** Words of sections in a text in reading order: none that touches a misleading phrase of its section, none twice. */
function wordsIn(text: string, taxonomy: SectionTaxonomy): TermMatch<SectionWord>[] {
  const words: TermMatch<SectionWord>[] = []
  const found = taxonomy.words.match(text)
  if (found.length === 0) return words
  const takenUntil = new Map<SectionType, number>()
  const byPlace = found.sort((a, b) => a.start - b.start || Number(b.value.isMisleading) - Number(a.value.isMisleading) || b.end - a.end)
  for (const match of byPlace) {
    const { type, isMisleading } = match.value
    const until = takenUntil.get(type) ?? 0
    if (match.start < until && !isMisleading) continue
    takenUntil.set(type, Math.max(until, match.end))
    // a misleading phrase takes back the word that it begins inside of
    if (isMisleading) dropFrom(words, type, match.start)
    else words.push(match)
  }
  return words
}

/** Takes the last word of a section off when it reaches past `start`. */
function dropFrom(words: TermMatch<SectionWord>[], type: SectionType, start: number): void {
  for (let i = words.length - 1; i >= 0 && i >= words.length - 8; i--) {
    const word = words[i] as TermMatch<SectionWord>
    if (word.value.type !== type) continue
    if (word.end > start) words.splice(i, 1)
    return
  }
}

function read(block: Block, taxonomy: SectionTaxonomy): SectionUnit[] {
  const matches = wordsIn(block.canonical, taxonomy)
  const openers = openersIn(block.canonical, taxonomy)
  const units: SectionUnit[] = []
  let next = 0
  for (const range of partsOf(block)) {
    const from = next
    while (next < matches.length && (matches[next] as TermMatch<SectionWord>).start < range.end) next++
    const own = next === from ? NO_WORDS : matches.slice(from, next)
    units.push(unitOf(block, range, own, units.length === 0, openers))
  }
  return units
}

/** The openers whose cues stand in a text. */
function openersIn(text: string, { openers, openerCues }: SectionTaxonomy): SectionOpener[] {
  const found: SectionOpener[] = []
  forEachRule(openerCues.read(text, text), (i) => found.push(openers[i] as SectionOpener))
  return found
}

/** Sentences of a block, split at semicolons too. */
function partsOf(block: Block): TextRange[] {
  const parts: TextRange[] = []
  for (const sentence of sentencesOf(block)) {
    let start = sentence.start
    for (let at = sentence.canonical.indexOf('；'); at >= 0; at = sentence.canonical.indexOf('；', at + 1)) {
      parts.push({ start, end: sentence.start + at + 1 })
      start = sentence.start + at + 1
    }
    if (start < sentence.end) parts.push({ start, end: sentence.end })
  }
  return parts
}

function unitOf(
  block: Block,
  { start, end }: TextRange,
  matches: readonly TermMatch<SectionWord>[],
  isFirst: boolean,
  openers: readonly SectionOpener[],
): SectionUnit {
  const opens = openers.length === 0 ? NO_TYPES : opensOf(block.canonical.slice(start, end), openers)
  if (matches.length === 0) return { start, end, scores: NO_SCORES, places: NO_PLACES, opens, leads: NO_TYPES }
  const scores = new Map<SectionType, { score: number; words: string[] }>()
  const places = new Map<SectionType, TextRange>()
  for (const { value, start: from, end: to } of matches) {
    if (!places.has(value.type)) places.set(value.type, { start: from, end: to })
    if (value.weight === 0) continue
    const own = scores.get(value.type)
    if (own === undefined) scores.set(value.type, { score: value.weight, words: [value.word] })
    else if (!own.words.includes(value.word)) {
      own.words.push(value.word)
      own.score += value.weight
    }
  }
  return { start, end, scores, places, opens, leads: leadsOf(block.canonical.slice(start, end), start, matches, isFirst) }
}

/** The sections whose substance a sentence opens. */
function opensOf(text: string, openers: readonly SectionOpener[]): ReadonlySet<SectionType> {
  const found = openers.filter(({ pattern, unless }) => unless?.test(text) !== true && pattern.test(text))
  return found.length === 0 ? NO_TYPES : new Set(found.map(({ type }) => type))
}

/** Sections that the first words name, up to the first mark, behind 一是 or in a short first sentence. */
function leadsOf(text: string, start: number, matches: readonly TermMatch<SectionWord>[], isFirst: boolean): ReadonlySet<SectionType> {
  const ordinal = LEAD_ORDINAL.exec(text)?.[0].length ?? 0
  const length = ordinal + text.slice(ordinal).search(/[，。：；]|$/)
  const isShortSentence = isFirst && text.length <= MAX_LEAD && text.endsWith('。')
  if (length > MAX_LEAD || (ordinal === 0 && !isShortSentence)) return new Set()
  return new Set(matches.flatMap(({ value, end }) => (end <= start + length && isLeadWord(value) ? [value.type] : [])))
}

/** A heading's word says less at the start of a sentence: it must be long, or weigh something in the body too. */
function isLeadWord({ isHeadingWord, word, weight }: SectionWord): boolean {
  return weight >= HEADING_WEIGHT || (isHeadingWord && (word.length >= 3 || weight >= 2))
}

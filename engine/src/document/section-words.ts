import type { Block } from '../markdown/block.js'
import type { TermMatch } from '../lexicon/term-matcher.js'
import type { TextRange } from '../text/range.js'
import { sentencesOf } from './sentence.js'
import { SECTION_TYPES, SECTION_WORDS, type SectionType, type SectionWord } from './section-taxonomy.js'

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
const unitsOfBlock = new WeakMap<Block, readonly SectionUnit[]>()
const headingsOfBlock = new WeakMap<Block, Map<string, ReadonlySet<SectionType>>>()
const openers = SECTION_TYPES.filter(({ openers: sources }) => sources !== undefined).map((type) => ({ type, patterns: (type.openers ?? []).map((source) => new RegExp(source)), unless: type.unless === undefined ? undefined : new RegExp(type.unless) }))
const headingPatterns = SECTION_TYPES.flatMap((type) => (type.headingPattern === undefined ? [] : [{ type, pattern: new RegExp(type.headingPattern) }]))

/** The units of a block and the sections that they speak of, computed once; a table says nothing of sections. */
export function sectionUnits(block: Block): readonly SectionUnit[] {
  let units = unitsOfBlock.get(block)
  if (units === undefined) {
    units = block.kind === 'table-row' ? [] : read(block)
    unitsOfBlock.set(block, units)
  }
  return units
}

/** The sections that the words of a block's heading name; computed once for each heading of a block. */
export function sectionsOfHeading(block: Block, words: string): ReadonlySet<SectionType> {
  const known = headingsOfBlock.get(block) ?? new Map<string, ReadonlySet<SectionType>>()
  headingsOfBlock.set(block, known)
  let found = known.get(words)
  if (found === undefined) known.set(words, (found = readHeading(words)))
  return found
}

function readHeading(words: string): ReadonlySet<SectionType> {
  const found = new Set<SectionType>()
  for (const { value } of wordsIn(words)) if (value.isHeadingWord || value.weight >= HEADING_WEIGHT) found.add(value.type)
  const misled = new Set(SECTION_WORDS.match(words).flatMap(({ value }) => (value.isMisleading ? [value.type] : [])))
  for (const { type, pattern } of headingPatterns) if (!misled.has(type) && pattern.test(words)) found.add(type)
  return found
}

/** Words of sections in a text in reading order: none that touches a misleading phrase of its section, none twice. */
function wordsIn(text: string): TermMatch<SectionWord>[] {
  const takenUntil = new Map<SectionType, number>()
  const words: TermMatch<SectionWord>[] = []
  const byPlace = SECTION_WORDS.match(text).sort((a, b) => a.start - b.start || Number(b.value.isMisleading) - Number(a.value.isMisleading) || b.end - a.end)
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

function read(block: Block): SectionUnit[] {
  const matches = wordsIn(block.canonical)
  const units: SectionUnit[] = []
  let next = 0
  for (const range of partsOf(block)) {
    const own: TermMatch<SectionWord>[] = []
    for (; next < matches.length && (matches[next] as TermMatch<SectionWord>).start < range.end; next++) own.push(matches[next] as TermMatch<SectionWord>)
    units.push(unitOf(block, range, own, units.length === 0))
  }
  return units
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

function unitOf(block: Block, range: TextRange, matches: readonly TermMatch<SectionWord>[], isFirst: boolean): SectionUnit {
  const text = block.canonical.slice(range.start, range.end)
  const found = new Map<SectionType, Map<string, number>>()
  const places = new Map<SectionType, TextRange>()
  for (const { value, start, end } of matches) {
    if (!places.has(value.type)) places.set(value.type, { start, end })
    if (value.weight === 0) continue
    const words = found.get(value.type) ?? new Map<string, number>()
    found.set(value.type, words.set(value.word, value.weight))
  }
  const scores = new Map([...found].map(([type, words]) => [type, { score: [...words.values()].reduce((sum, weight) => sum + weight, 0), words: [...words.keys()] }] as const))
  const opens = new Set(openers.flatMap(({ type, patterns, unless }) => (unless?.test(text) !== true && patterns.some((pattern) => pattern.test(text)) ? [type] : [])))
  return { ...range, scores, places, opens, leads: leadsOf(text, range.start, matches, isFirst) }
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

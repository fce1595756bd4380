import { applyEdits, type TextEdit } from '../text/edit.js'
import type { TextRange } from '../text/range.js'
import { referenceEdits, type DoubtfulEdit } from './heading-references.js'
import { DIVISIONS, formatOrdinal } from './ordinal.js'
import type { Heading, PositionedBlock, Section } from './outline.js'
import { convertToMarkdown, convertToPlain, demoteSection, promoteSection, renumberDocument, renumberGroup, renumberHeading } from './renumber.js'
import type { ReportDocument } from './report-document.js'
import { isSignature, siblingsByStyle } from './siblings.js'

/** Changes of a report's headings that leave its words alone. Those of the second list are about one section. */
export const DOCUMENT_RESTRUCTURINGS = ['renumber', 'unify-ordinals', 'to-markdown', 'to-plain'] as const
/** See `DOCUMENT_RESTRUCTURINGS`. */
export const SECTION_RESTRUCTURINGS = ['renumber-level', 'promote', 'demote', 'move-up', 'move-down'] as const

export type DocumentRestructuring = (typeof DOCUMENT_RESTRUCTURINGS)[number]
export type SectionRestructuring = (typeof SECTION_RESTRUCTURINGS)[number]

/** The edits of a restructuring, of the whole text. They overlap each other in no place. */
export interface RestructuringEdits {
  /** the headings, and the references to them that certainly go along */
  readonly edits: readonly TextEdit[]
  /** references that may have to go along: for somebody to look at */
  readonly doubtful: readonly DoubtfulEdit[]
  /** references of that kind inside the section that is moved: they go with it as they are, and want looking at afterwards */
  readonly leftAlone: readonly DoubtfulEdit[]
}

/** Two neighbouring sections that change places, without the blank lines behind them. Ranges of the whole text. */
interface Exchange {
  readonly upper: TextRange
  readonly lower: TextRange
}

interface Plan {
  /** edits that leave every section in its place */
  readonly edits: readonly TextEdit[]
  readonly exchange?: Exchange
}

const NOTHING: Plan = { edits: [] }

/** Whether a restructuring changes anything: cheap enough to be asked at every move of the caret. */
export function canRestructure(document: ReportDocument, kind: DocumentRestructuring): boolean
export function canRestructure(document: ReportDocument, kind: SectionRestructuring, section: Section): boolean
export function canRestructure(document: ReportDocument, kind: DocumentRestructuring | SectionRestructuring, section?: Section): boolean {
  const { edits, exchange } = planOf(document, kind, section)
  return edits.length > 0 || exchange !== undefined
}

/**
 * The edits of a restructuring: of the headings, and of the references to them in the text (见第三部分).
 *
 * - `renumber`, `renumber-level`: every sequence of ordinals, or that of the section, runs from one on
 * - `unify-ordinals`: brackets and marks as GB/T 9704-2012 7.3.3 writes them
 * - `to-markdown`, `to-plain`: `#` before the headings, by level, or none
 * - `promote`, `demote`: the section with all that stands under it one level out or in, and all numbers made right
 * - `move-up`, `move-down`: the section exchanged with its neighbour, each place keeping its number
 *
 * @param section the section that is meant, of this document's outline, for the kinds that are about one
 */
export function restructure(document: ReportDocument, kind: DocumentRestructuring): RestructuringEdits
export function restructure(document: ReportDocument, kind: SectionRestructuring, section: Section): RestructuringEdits
export function restructure(document: ReportDocument, kind: DocumentRestructuring | SectionRestructuring, section?: Section): RestructuringEdits {
  const { edits, exchange } = planOf(document, kind, section)
  if (kind === 'to-markdown' || kind === 'to-plain' || kind === 'unify-ordinals') return { edits, doubtful: [], leftAlone: [] }
  const references = referenceEdits(document, edits)
  const all = [...edits, ...references.edits]
  if (exchange === undefined) return { edits: all, doubtful: references.doubtful, leftAlone: [] }
  // what is written anew elsewhere cannot be offered as an edit of its own: the section with fewer doubts is taken up
  const isUpper = countIn(references.doubtful, exchange.upper) <= countIn(references.doubtful, exchange.lower)
  const taken = isUpper ? exchange.upper : exchange.lower
  return {
    edits: exchanged(document.text, exchange, taken, all),
    doubtful: references.doubtful.filter((edit) => !isWithin(edit, taken)),
    leftAlone: references.doubtful.filter((edit) => isWithin(edit, taken)),
  }
}

function countIn(edits: readonly TextEdit[], range: TextRange): number {
  return edits.filter((edit) => isWithin(edit, range)).length
}

function planOf(document: ReportDocument, kind: DocumentRestructuring | SectionRestructuring, section?: Section): Plan {
  switch (kind) {
    case 'renumber':
      return { edits: renumberDocument(document) }
    case 'unify-ordinals':
      return { edits: document.outline.headings.flatMap(unifyOrdinal) }
    case 'to-markdown':
      return { edits: convertToMarkdown(document) }
    case 'to-plain':
      return { edits: convertToPlain(document) }
    default:
      return section === undefined ? NOTHING : planOfSection(document, kind, section)
  }
}

function planOfSection(document: ReportDocument, kind: SectionRestructuring, section: Section): Plan {
  switch (kind) {
    case 'renumber-level':
      return { edits: renumberGroup(siblingsByStyle(document.outline).find((group) => section.heading !== undefined && group.includes(section.heading)) ?? []) }
    case 'promote':
      return { edits: promoteSection(section) }
    case 'demote':
      return { edits: demoteSection(section) }
    case 'move-up':
    case 'move-down':
      return planMove(document, section, kind === 'move-up' ? -1 : 1)
  }
}

/** Brackets and mark of an ordinal as the standard has them; where the mark is missing, the space in its place goes. */
function unifyOrdinal({ ordinal, ordinalRange }: Heading): TextEdit[] {
  if (ordinal === undefined || ordinalRange === undefined || DIVISIONS.has(ordinal.style)) return []
  const newText = formatOrdinal(ordinal.style, ordinal.value)
  if (newText === ordinal.text) return []
  const isBare = ordinal.style === 'chinese' && ordinal.mark === ''
  return [{ start: ordinalRange.start, end: isBare ? ordinalRange.start + ordinal.end - ordinal.start : ordinalRange.end, newText }]
}

/**
 * Whole lines move: a section glued into a paragraph does not, nor does what stands under the last one (signature, date).
 * Headings of different kinds do not change places: the upper one would come to stand under the other.
 */
function planMove(document: ReportDocument, section: Section, by: 1 | -1): Plan {
  const siblings = section.parent?.children ?? []
  const neighbour = siblings[siblings.indexOf(section) + by]
  if (neighbour === undefined || !isOfOneKind(section, neighbour)) return NOTHING
  const [upper, lower] = by < 0 ? [neighbour, section] : [section, neighbour]
  const exchange = { upper: trimmed(document.text, upper.start, lower.start), lower: trimmed(document.text, lower.start, endOfWords(document, lower)) }
  const [above, below] = [upper.heading, lower.heading]
  if (above?.ordinal === undefined || below?.ordinal === undefined) return { edits: [], exchange }
  return { edits: [...renumberHeading(above, below.ordinal.value), ...renumberHeading(below, above.ordinal.value)], exchange }
}

function isOfOneKind({ heading: a }: Section, { heading: b }: Section): boolean {
  return a !== undefined && b !== undefined && !a.isJoinedBefore && !b.isJoinedBefore && a.ordinal?.style === b.ordinal?.style && a.depth === b.depth
}

function trimmed(text: string, start: number, end: number): TextRange {
  return { start, end: start + text.slice(start, end).trimEnd().length }
}

/** Where a section's own words end: signature, date, list of attachments and residue at the end of a report are not of it. */
function endOfWords(document: ReportDocument, section: Section): number {
  if (section.end < document.text.length) return section.end
  const inside = document.blocks.filter(({ start, block }) => start > section.start && block.kind !== 'separator')
  const attachments = inside.findIndex(({ block }) => /^附件[:：]/.test(block.canonical))
  let last = attachments < 0 ? inside.length : attachments
  const headings = new Set(document.outline.headings.map(({ at }) => at))
  while (last > 0 && isClosing(inside[last - 1] as PositionedBlock, headings)) last--
  return inside[last]?.start ?? section.end
}

function isClosing(at: PositionedBlock, headings: ReadonlySet<PositionedBlock>): boolean {
  return at.isResidue || (at.block.kind === 'paragraph' && !headings.has(at) && isSignature(at.block.canonical))
}

function isWithin({ start, end }: TextRange, outer: TextRange): boolean {
  return outer.start <= start && end <= outer.end
}

/**
 * The edits of two sections that change places: one of them is taken up, with the edits inside it worked in, and set down on
 * the other side of its neighbour, which stays where it is; the blank lines between the two stay between them.
 */
function exchanged(text: string, { upper, lower }: Exchange, taken: TextRange, edits: readonly TextEdit[]): TextEdit[] {
  const inside = edits.filter((edit) => isWithin(edit, taken)).map((edit) => ({ ...edit, start: edit.start - taken.start, end: edit.end - taken.start }))
  const words = applyEdits(text.slice(taken.start, taken.end), inside)
  const between = text.slice(upper.end, lower.start)
  const moves =
    taken === upper
      ? [
          { start: upper.start, end: lower.start, newText: '' },
          { start: lower.end, end: lower.end, newText: between + words },
        ]
      : [
          { start: upper.start, end: upper.start, newText: words + between },
          { start: upper.end, end: lower.end, newText: '' },
        ]
  return [...edits.filter((edit) => !isWithin(edit, taken)), ...moves].sort((a, b) => a.start - b.start || a.end - b.end)
}

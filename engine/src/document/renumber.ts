import type { TextEdit } from '../text/edit.js'
import { formatNumeral, formatOrdinal, type OrdinalStyle } from './ordinal.js'
import type { Heading, Section } from './outline.js'
import type { ReportDocument } from './report-document.js'
import { siblingsByStyle } from './siblings.js'

/** The styles of GB/T 9704-2012 7.3.3 from the outermost in, as promoting and demoting goes through them. */
const LADDER: readonly OrdinalStyle[] = ['chinese', 'bracketed-chinese', 'digit', 'bracketed-digit', 'circled']

/**
 * The edit that gives a heading another number, numeral alone: marks, brackets and all other characters stay. Nothing
 * when the number is right already or the heading has no ordinal. Offsets of the whole text.
 */
export function renumberHeading({ ordinal, ordinalRange }: Heading, value: number): TextEdit[] {
  if (ordinal === undefined || ordinalRange === undefined || ordinal.value === value) return []
  const start = ordinalRange.start + ordinal.numeral.start - ordinal.start
  return [{ start, end: start + ordinal.numeral.end - ordinal.numeral.start, newText: formatNumeral(ordinal.style, value) }]
}

/** Numbers headings in the order given, from `first` on. Offsets of the whole text. */
export function renumberFrom(headings: readonly Heading[], first: number): TextEdit[] {
  return headings.flatMap((heading, i) => renumberHeading(heading, first + i))
}

/** Numbers every sequence of a document from one on. Only numerals change. */
export function renumberDocument(document: ReportDocument): TextEdit[] {
  return siblingsByStyle(document.outline).flatMap((group) => (group.length > maximumOf(group) ? [] : renumberFrom(group, 1)))
}

/** How far a style counts. */
function maximumOf(group: readonly Heading[]): number {
  return group[0]?.ordinal?.style === 'circled' ? 20 : 999
}

/**
 * Sets `#` before every plain heading that stands alone on its line: two for the outermost, up to six. Headings that run
 * on into their paragraph stay as they are, for a Markdown heading cannot. The first title line gets a single `#`.
 */
export function convertToMarkdown(document: ReportDocument): TextEdit[] {
  const { titles, headings } = document.outline
  const title = titles[0]
  const edits: TextEdit[] = []
  if (title !== undefined && title.block.kind === 'paragraph') edits.push(insertAt(document.toDocument(title, { start: 0, end: 0 }).start, '# '))
  for (const { form, level, start } of headings) {
    if (form === 'line' || form === 'unnumbered') edits.push(insertAt(start, `${'#'.repeat(Math.min(6, level + 1))} `))
  }
  return edits
}

/** Removes the `#` of every Markdown heading, title included; `# 一、……` becomes `一、……`. */
export function convertToPlain(document: ReportDocument): TextEdit[] {
  return document.blocks.flatMap((at) => {
    if (at.block.kind !== 'heading' || at.isResidue) return []
    const marks = /^\s{0,3}#{1,6}[ \t]{0,20}/.exec(at.block.source)
    if (marks === null) return []
    const tail = /[ \t]{1,20}#{1,20}[ \t]{0,20}$/.exec(at.block.source)
    return [{ start: at.start, end: at.start + marks[0].length, newText: '' }, ...(tail === null ? [] : [{ start: at.start + tail.index, end: at.start + at.block.source.length, newText: '' }])]
  })
}

/**
 * Moves a section one level out with everything under it: （一） becomes 一、 and its 1. becomes （一）; Markdown depths go
 * with it. What follows is renumbered on both levels.
 *
 * @returns nothing when the section already stands on the outermost level
 */
export function promoteSection(section: Section): TextEdit[] {
  const parent = section.parent
  if (parent?.heading === undefined || section.heading?.ordinal === undefined || parent.heading.ordinal === undefined) return []
  const uncles = numberedLike(parent.parent, parent)
  const value = parent.heading.ordinal.value + 1
  const siblings = numberedLike(parent, section)
  const behind = siblings.slice(siblings.indexOf(section.heading) + 1)
  return [
    ...restyleTree(section, -1, value),
    // what stood behind it comes to stand under it, and starts anew
    ...renumberFrom(behind, section.children.filter(({ heading }) => heading?.ordinal !== undefined).length + 1),
    ...renumberFrom(uncles.slice(uncles.indexOf(parent.heading) + 1), value + 1),
  ]
}

/**
 * Moves a section one level in, under the sibling before it: 二、 becomes （一）, or the next number there. What follows is
 * renumbered.
 *
 * @returns nothing when no sibling stands before it, or its innermost level has no style below
 */
export function demoteSection(section: Section): TextEdit[] {
  const parent = section.parent
  const before = parent?.children[parent.children.indexOf(section) - 1]
  if (parent === undefined || before === undefined || section.heading?.ordinal === undefined || depthOf(section) > LADDER.length) return []
  const siblings = numberedLike(parent, section)
  const value = before.children.filter(({ heading }) => heading?.ordinal !== undefined).length + 1
  return [...restyleTree(section, 1, value), ...renumberFrom(siblings.slice(siblings.indexOf(section.heading) + 1), section.heading.ordinal.value)]
}

/** The innermost step of the ladder that a section or what stands under it takes, from one. */
function depthOf(section: Section): number {
  const own = section.heading?.ordinal === undefined ? 0 : LADDER.indexOf(section.heading.ordinal.style) + 2
  return section.children.reduce((most, child) => Math.max(most, depthOf(child)), own)
}

function numberedLike(parent: Section | undefined, section: Section): Heading[] {
  const style = section.heading?.ordinal?.style
  return (parent?.children ?? []).flatMap(({ heading }) => (heading?.ordinal !== undefined && heading.ordinal.style === style ? [heading] : []))
}

/** Writes a section's ordinal, and those under it, `by` steps further in (or out), and its Markdown depth with it. */
function restyleTree(section: Section, by: 1 | -1, value?: number): TextEdit[] {
  const { heading } = section
  const edits: TextEdit[] = []
  if (heading?.ordinal !== undefined && heading.ordinalRange !== undefined) {
    const style = LADDER[LADDER.indexOf(heading.ordinal.style) + by]
    if (style !== undefined && LADDER.includes(heading.ordinal.style)) edits.push({ ...heading.ordinalRange, newText: formatOrdinal(style, value ?? heading.ordinal.value) })
  }
  if (heading !== undefined && heading.depth > 0) edits.push(...redepth(heading, by))
  return [...edits, ...section.children.flatMap((child) => restyleTree(child, by))]
}

/** Adds or removes one `#`. */
export function redepth(heading: Heading, by: number): TextEdit[] {
  const marks = /^(\s{0,3})(#{1,6})/.exec(heading.at.block.source)
  if (marks === null) return []
  const start = heading.at.start + (marks[1] as string).length
  const depth = Math.min(6, Math.max(1, heading.depth + by))
  return [{ start, end: start + (marks[2] as string).length, newText: '#'.repeat(depth) }]
}

/**
 * Exchanges a section with the sibling before it (`up`) or behind it (`down`), text and all, each keeping the place's
 * number. Whole lines move; a section glued into a paragraph does not.
 *
 * @returns nothing when there is no such sibling
 */
export function moveSection(document: ReportDocument, section: Section, direction: 'up' | 'down'): TextEdit[] {
  const siblings = section.parent?.children ?? []
  const at = siblings.indexOf(section)
  const upper = direction === 'up' ? siblings[at - 1] : section
  const lower = direction === 'up' ? section : siblings[at + 1]
  if (upper === undefined || lower === undefined || isGlued(upper) || isGlued(lower)) return []
  const { text } = document
  const [first, second] = [text.slice(upper.start, lower.start), text.slice(lower.start, lower.end)]
  const gap = /\s*$/.exec(first)?.[0] ?? ''
  const tail = /\s*$/.exec(second)?.[0] ?? ''
  const swapped = withNumberOf(second.slice(0, second.length - tail.length), lower, upper) + gap + withNumberOf(first.slice(0, first.length - gap.length), upper, lower) + tail
  return [{ start: upper.start, end: lower.end, newText: swapped }]
}

function isGlued({ heading }: Section): boolean {
  return heading?.isJoinedBefore === true
}

/** The text of a section with the ordinal of another place of the same style. */
function withNumberOf(text: string, section: Section, place: Section): string {
  const own = section.heading
  const other = place.heading?.ordinal
  if (own?.ordinal === undefined || own.ordinalRange === undefined || other?.style !== own.ordinal.style) return text
  const [edit] = renumberHeading(own, other.value)
  if (edit === undefined) return text
  return text.slice(0, edit.start - section.start) + edit.newText + text.slice(edit.end - section.start)
}

function insertAt(start: number, newText: string): TextEdit {
  return { start, end: start, newText }
}

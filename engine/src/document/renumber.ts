import type { TextEdit } from '../text/edit.js'
import { formatNumeral, formatOrdinal, type OrdinalStyle } from './ordinal.js'
import type { Heading, PositionedBlock, Section } from './outline.js'
import type { ReportDocument } from './report-document.js'
import { siblingsByStyle } from './siblings.js'

/** The styles of GB/T 9704-2012 7.3.3 from the outermost in, as promoting and demoting goes through them. */
const LADDER: readonly OrdinalStyle[] = ['chinese', 'bracketed-chinese', 'digit', 'bracketed-digit', 'circled']

/**
 * The edit that gives a heading another number, numeral alone: marks, brackets and all other characters stay. Nothing
 * when the number is right already, the heading has no ordinal, or its style does not count so far. Offsets of the whole text.
 */
export function renumberHeading({ ordinal, ordinalRange }: Heading, value: number): TextEdit[] {
  if (ordinal === undefined || ordinalRange === undefined || ordinal.value === value || value > maximumOf(ordinal.style)) return []
  const start = ordinalRange.start + ordinal.numeral.start - ordinal.start
  const numeral = formatNumeral(ordinal.style, value)
  // ㈢ holds its brackets; the numeral that takes its place needs them
  const newText = /^[㈠-㈩]/.test(ordinal.text) ? `（${numeral}）` : numeral
  return [{ start, end: start + ordinal.numeral.end - ordinal.numeral.start, newText }]
}

/** Numbers headings in the order given, from `first` on. Offsets of the whole text. */
export function renumberFrom(headings: readonly Heading[], first: number): TextEdit[] {
  return headings.flatMap((heading, i) => renumberHeading(heading, first + i))
}

/** Numbers every sequence of a document from one on. Only numerals change. */
export function renumberDocument(document: ReportDocument): TextEdit[] {
  return siblingsByStyle(document.outline).flatMap((group) => renumberGroup(group))
}

/** Numbers one sequence from one on; one that is longer than its style counts stays as it is. */
export function renumberGroup(group: readonly Heading[]): TextEdit[] {
  const style = group[0]?.ordinal?.style
  return style === undefined || group.length > maximumOf(style) ? [] : renumberFrom(group, 1)
}

/** How far a style counts. */
function maximumOf(style: OrdinalStyle): number {
  return style === 'circled' ? 20 : 999
}

/**
 * Sets `#` before every plain heading that stands alone on its line: two for the outermost, up to six. Headings that run
 * on into their paragraph stay as they are, for a Markdown heading cannot. The first title line gets a single `#`. The
 * marks go before the indentation: behind full-width spaces they would be none.
 */
export function convertToMarkdown(document: ReportDocument): TextEdit[] {
  const { titles, headings } = document.outline
  const title = titles[0]
  const edits: TextEdit[] = []
  if (title !== undefined && title.block.kind === 'paragraph' && !isMarked(title)) edits.push(insertAt(lineStart(document, title), '# '))
  for (const { form, level, at } of headings) {
    if ((form === 'line' || form === 'unnumbered') && !isMarked(at)) edits.push(insertAt(lineStart(document, at), `${'#'.repeat(Math.min(6, level + 1))} `))
  }
  return edits
}

/** In a text that is read as plain, a line may have its `#` already. */
function isMarked({ block }: PositionedBlock): boolean {
  return /^#{1,6} /.test(block.text)
}

/** Where a line starts, a byte-order mark left before it. */
function lineStart({ text }: ReportDocument, { start }: PositionedBlock): number {
  return text[start] === '\ufeff' ? start + 1 : start
}

/**
 * Removes the `#` of every Markdown heading, title included, with one space behind it: `# 一、……` becomes `一、……`, and what
 * `convertToMarkdown` made of a plain text becomes that text again.
 */
export function convertToPlain(document: ReportDocument): TextEdit[] {
  return document.blocks.flatMap((at) => {
    if (at.block.kind !== 'heading' || at.isResidue) return []
    const marks = /^(\ufeff? {0,3})(#{1,6}[ \t]?)/.exec(at.block.source)
    if (marks === null) return []
    const [, before = '', hashes = ''] = marks
    const start = at.start + before.length
    const tail = /[ \t]{1,20}#{1,20}[ \t]{0,20}$/.exec(at.block.source.slice(before.length + hashes.length))
    return [
      { start, end: start + hashes.length, newText: '' },
      ...(tail === null ? [] : [{ start: at.start + at.block.source.length - tail[0].length, end: at.start + at.block.source.length, newText: '' }]),
    ]
  })
}

/**
 * Moves a section one level out with everything under it: （一） becomes 一、 and its 1. becomes （一）, as far as the report
 * has these levels; Markdown depths go with it. What follows is renumbered on both levels.
 *
 * @returns nothing when the section already stands on the outermost level
 */
export function promoteSection(section: Section): TextEdit[] {
  const parent = section.parent
  const own = section.heading?.ordinal
  const above = parent?.heading?.ordinal
  if (parent?.heading === undefined || section.heading === undefined || own === undefined || above === undefined) return []
  const styles = levelsOf(section)
  if (!styles.includes(above.style) || styles.indexOf(above.style) !== styles.indexOf(own.style) - 1) return []
  const uncles = numberedLike(parent.parent, parent)
  const siblings = numberedLike(parent, section)
  const behind = siblings.slice(siblings.indexOf(section.heading) + 1)
  return [
    ...restyleTree(section, -1, styles, above.value + 1),
    // what stood behind it comes to stand under it, and counts on from what stands there
    ...renumberFrom(behind, section.children.filter(({ heading }) => heading?.ordinal !== undefined).length + 1),
    ...renumberFrom(uncles.slice(uncles.indexOf(parent.heading) + 1), above.value + 2),
  ]
}

/**
 * Moves a section one level in, under the sibling before it: 二、 becomes （一）, or the next number there, in the style that
 * the report has on that level. What follows is renumbered.
 *
 * @returns nothing when no sibling stands before it, or its innermost level has no style below
 */
export function demoteSection(section: Section): TextEdit[] {
  const parent = section.parent
  const before = parent?.children[parent.children.indexOf(section) - 1]
  const own = section.heading?.ordinal
  if (parent === undefined || before?.heading?.ordinal?.style !== own?.style || section.heading === undefined || own === undefined || before === undefined)
    return []
  const used = levelsOf(section)
  const styles = [...used, ...LADDER.slice(LADDER.indexOf(used[used.length - 1] as OrdinalStyle) + 1)]
  const inner = styles[styles.indexOf(own.style) + 1]
  if (inner === undefined || !styles.includes(own.style) || innermostOf(section, styles) + 1 >= styles.length) return []
  const siblings = numberedLike(parent, section)
  const value = before.children.filter(({ heading }) => heading?.ordinal?.style === inner).length + 1
  if (!fits(section, styles, value)) return []
  return [...restyleTree(section, 1, styles, value), ...renumberFrom(siblings.slice(siblings.indexOf(section.heading) + 1), own.value)]
}

/** The styles of the ladder that the report has, outermost first. */
function levelsOf(section: Section): OrdinalStyle[] {
  let root = section
  while (root.parent !== undefined) root = root.parent
  const used = new Set<OrdinalStyle>()
  const pending = [...root.children]
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (at.heading?.ordinal !== undefined) used.add(at.heading.ordinal.style)
    pending.push(...at.children)
  }
  return LADDER.filter((style) => used.has(style))
}

/** The innermost of some styles that a section or what stands under it has. */
function innermostOf({ heading, children }: Section, styles: readonly OrdinalStyle[]): number {
  const own = heading?.ordinal === undefined ? -1 : styles.indexOf(heading.ordinal.style)
  return children.reduce((most, child) => Math.max(most, innermostOf(child, styles)), own)
}

/** Whether the numbers of a section and of what stands under it can be written one style further in. */
function fits({ heading, children }: Section, styles: readonly OrdinalStyle[], value = heading?.ordinal?.value ?? 0): boolean {
  const style = heading?.ordinal && styles[styles.indexOf(heading.ordinal.style) + 1]
  return (style === undefined || value <= maximumOf(style)) && children.every((child) => fits(child, styles))
}

function numberedLike(parent: Section | undefined, section: Section): Heading[] {
  const style = section.heading?.ordinal?.style
  return (parent?.children ?? []).flatMap(({ heading }) => (heading?.ordinal !== undefined && heading.ordinal.style === style ? [heading] : []))
}

/** Writes a section's ordinal, and those under it, one of `styles` further in (or out), and its Markdown depth with it. */
function restyleTree(section: Section, by: 1 | -1, styles: readonly OrdinalStyle[], value?: number): TextEdit[] {
  const { heading } = section
  const edits: TextEdit[] = []
  if (heading?.ordinal !== undefined && heading.ordinalRange !== undefined && styles.includes(heading.ordinal.style)) {
    const style = styles[styles.indexOf(heading.ordinal.style) + by]
    if (style !== undefined) edits.push({ ...heading.ordinalRange, newText: formatOrdinal(style, value ?? heading.ordinal.value) })
  }
  if (heading !== undefined && heading.depth > 0) edits.push(...redepth(heading, by))
  return [...edits, ...section.children.flatMap((child) => restyleTree(child, by, styles))]
}

/** Adds or removes one `#`. */
export function redepth(heading: Heading, by: number): TextEdit[] {
  const marks = /^(\s{0,3})(#{1,6})/.exec(heading.at.block.source)
  if (marks === null) return []
  const start = heading.at.start + (marks[1] as string).length
  const depth = Math.min(6, Math.max(1, heading.depth + by))
  return [{ start, end: start + (marks[2] as string).length, newText: '#'.repeat(depth) }]
}

function insertAt(start: number, newText: string): TextEdit {
  return { start, end: start, newText }
}

import { plainParagraphOf, type BlockCache } from '../markdown/splitter.js'
import type { Block } from '../markdown/block.js'
import type { LineIndex, SourceLine } from '../text/line-index.js'
import type { TextRange } from '../text/range.js'
import { headingsOf } from './heading.js'
import { isSameItem } from './numbered-edit.js'
import { readOrdinal } from './ordinal.js'
import type { PositionedBlock } from './outline.js'
import { cutsSentence } from './outline-lines.js'
import type { ReportDocument } from './report-document.js'
import { isSilentBody } from './residue.js'
import { MAX_NAME } from './residue-neighbours.js'
import { signalsOf } from './residue-signals.js'

/**
 * An edit inside one paragraph that leaves the shape of the report as it was: lines, all other blocks, residue and headings
 * are the same, but for the words of a numbered line's own heading. What was read of the text before holds then for all but that paragraph, moved behind the edit.
 */
export interface ParagraphEdit {
  readonly previous: ReportDocument
  /** the paragraph as it was and as it is; both stand at the same place among the blocks */
  readonly before: PositionedBlock
  readonly after: Block
  /**
   * whether it is a numbered line, short or with other words in its heading: what `Rule.reads` says of long paragraphs is not
   * said of it, but the outline has the same sections, and sentences and figures below it are read as before
   */
  readonly isItem: boolean
  readonly lines: LineIndex
  /** what was replaced, a range of the text before */
  readonly replaced: TextRange
  /** by how much what stands behind has moved */
  readonly shift: number
}

/** Longer edits are read as a new text. */
const MAX_EDIT = 400
/** A shorter paragraph may be a title, a heading, a label or a site's line. */
const MIN_PARAGRAPH = 61
/** A shorter paragraph that does not end in a stop may be the title that a file's name repeats. */
const MIN_OPEN = 91
/** So much of the report above a paragraph, and so many paragraphs below it, keep it out of title, lead and signature. */
const UNITS_ABOVE = 4000
const BLOCKS_ABOVE = 40
const BLOCKS_BELOW = 12
/** The first units of a paragraph may be an ordinal, a year, 附件. */
const HEAD = 10
/** What stands behind a paragraph's last heading, at least: less may be no text for a section. */
const MIN_TEXT = 40

/** The last units of a paragraph, for rules that ask how it ends. */
export function endOf(units: number): (block: Block) => string {
  return ({ canonical }) => canonical.slice(-units)
}

/** The edit that makes a text of the one before, when it is such a one; nothing when the text has to be read anew. */
export function paragraphEdit(previous: ReportDocument, text: string, phrases: readonly string[], cache: BlockCache | undefined): ParagraphEdit | undefined {
  const replaced = difference(previous.text, text)
  const shift = text.length - previous.text.length
  if (replaced.end - replaced.start > MAX_EDIT || replaced.end - replaced.start + shift > MAX_EDIT) return undefined
  const { lines } = previous
  const number = lines.lineAt(replaced.start)
  const line = lines.line(number) as SourceLine
  const before = previous.blockOfLine(number)
  if (before === undefined || before.firstLine !== before.lastLine || replaced.end > line.end || replaced.start < line.start) return undefined
  const source = text.slice(line.start, line.end + shift)
  if (/[\n\r]/.test(source)) return undefined
  const read = (words: string): Block | undefined => plainParagraphOf(words, previous.format)
  if (before.block.kind !== 'paragraph' || read(before.block.source) === undefined) return undefined
  const after = cache === undefined ? read(source) : cache.paragraph(source, () => read(source))
  if (after === undefined || !isInside(previous, before)) return undefined
  const editAt = replaced.start - line.start
  const isItem = editAt < HEAD || !isAlike(before.block, after, editAt, phrases)
  if (isItem && !isSameItem(before.block, after, editAt, phrases)) return undefined
  if (previous.residue.some(({ index }) => index === before.index) || !saysSameNames(previous, before.block, after)) return undefined
  return { previous, before, after, isItem, replaced, shift, lines: lines.moved(number, shift) }
}

/** Where an offset of the text before stands now; one inside of what was replaced has no place of its own. */
export function moveOffset({ replaced, shift }: ParagraphEdit, offset: number): number {
  return offset <= replaced.start ? offset : offset + shift
}

/** A range of the text before as one of the text now. */
export function moveRange(edit: ParagraphEdit, { start, end }: TextRange): TextRange {
  return { start: moveOffset(edit, start), end: moveOffset(edit, end) }
}

/** Whether a range of the text before holds the edit or touches it, so that it cannot be told where it stands now. */
export function touchesEdit({ replaced }: ParagraphEdit, { start, end }: TextRange): boolean {
  return start <= replaced.end && end >= replaced.start
}

/** The blocks of the text now. */
export function moveBlocks({ previous, before, after, shift }: ParagraphEdit): PositionedBlock[] {
  return previous.blocks.map((at, i) => {
    if (i < before.index) return at
    const { index, firstLine, lastLine, start, end, isResidue } = at
    // in the order of the first reading, for one shape of object
    if (i === before.index) return { block: after, index, firstLine, lastLine, start, end: end + shift, isResidue }
    return { block: at.block, index, firstLine, lastLine, start: start + shift, end: end + shift, isResidue }
  })
}

/** Units compared at once where two texts are mostly the same: V8 compares slices many times as fast as units one by one. */
const STRIDE = 4096

/** What is to be replaced of one text to make the other. */
function difference(a: string, b: string): TextRange {
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start + STRIDE <= shorter && a.slice(start, start + STRIDE) === b.slice(start, start + STRIDE)) start += STRIDE
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++
  const most = shorter - start
  let behind = 0
  while (behind + STRIDE <= most && sliceBefore(a, behind) === sliceBefore(b, behind)) behind += STRIDE
  while (behind < most && a.charCodeAt(a.length - 1 - behind) === b.charCodeAt(b.length - 1 - behind)) behind++
  return { start, end: a.length - behind }
}

function sliceBefore(text: string, behind: number): string {
  return text.slice(text.length - behind - STRIDE, text.length - behind)
}

/** Whether a paragraph stands well below title and lead and well above the signature. */
function isInside(document: ReportDocument, { index }: PositionedBlock): boolean {
  const prose = document.prose()
  const last = prose[prose.length - BLOCKS_BELOW]
  if (last === undefined || last.index <= index) return false
  let units = 0
  for (let i = 0; i < prose.length; i++) {
    const at = prose[i] as PositionedBlock
    if (at.index >= index) return false
    units += at.block.text.length
    if (i >= BLOCKS_ABOVE && units >= UNITS_ABOVE) return true
  }
  return false
}

/** Whether two paragraphs say the same of the short lines of a text: one that is a site's name, and no word of the report, is residue. */
function saysSameNames({ residue, blocks }: ReportDocument, before: Block, after: Block): boolean {
  if (residue.length === 0) return true
  const [was, is] = [signalsOf(before).plain, signalsOf(after).plain]
  return blocks.every(({ block }) => block.text.length > MAX_NAME || was.includes(signalsOf(block).plain) === is.includes(signalsOf(block).plain))
}

/** Whether two paragraphs say the same of the shape of a report: the same headings before the edit, and nothing of a site. */
function isAlike(before: Block, after: Block, editAt: number, phrases: readonly string[]): boolean {
  const headings = headingsOf(before)
  const last = headings[headings.length - 1]
  const { start } = before.toSource({
    start: last === undefined ? 0 : last.title.end + last.endMark.length + 1,
    end: last === undefined ? 0 : before.text.length,
  })
  if (editAt <= start) return false
  for (const { text, canonical } of [before, after]) {
    const rest = text.slice(last?.title.end ?? 0).replace(/\s/g, '')
    if (text.length < (canonical.endsWith('。') ? MIN_PARAGRAPH : MIN_OPEN) || rest.length < MIN_TEXT || !/[，。]/.test(canonical)) return false
  }
  return (
    before.canonical.slice(0, HEAD) === after.canonical.slice(0, HEAD) &&
    cutsSentence(before.canonical) === cutsSentence(after.canonical) &&
    JSON.stringify(readOrdinal(before.text)) === JSON.stringify(readOrdinal(after.text)) &&
    JSON.stringify(headings) === JSON.stringify(headingsOf(after)) &&
    isSilentBody(before, after, phrases)
  )
}

import { splitAround, type BlockCache } from '../markdown/splitter.js'
import type { Block } from '../markdown/block.js'
import type { LineIndex, SourceLine } from '../text/line-index.js'
import type { TextRange } from '../text/range.js'
import { planPartsOf, yearsIn } from './date-period.js'
import { headingsOf } from './heading.js'
import { readOrdinal } from './ordinal.js'
import { isSameTree, type Outline, type PositionedBlock } from './outline.js'
import { cutsSentence } from './outline-lines.js'
import type { ReportDocument } from './report-document.js'
import { isSilentBody } from './residue.js'
import { MAX_NAME } from './residue-neighbours.js'
import { signalsOf } from './residue-signals.js'

/** An edit inside one line that leaves lines and all other blocks as they were. */
export interface LineEdit {
  readonly previous: ReportDocument
  /** the line's block as it was and as it is; both stand at the same place among the blocks */
  readonly before: PositionedBlock
  readonly after: Block
  /** the blocks that are others now, by their places: that of the line, and those of a table that is none any more */
  readonly changed: ReadonlyMap<number, Block>
  /**
   * whether tree of headings, profile and plans are as they were, so that of other blocks nothing is read that was not read before
   */
  readonly keepsShape: boolean
  /**
   * whether the line is a long paragraph inside the report that says the same of the report's shape: `Rule.reads` is said of
   * such lines alone, and residue and outline need not be read again
   */
  readonly isInText: boolean
  /** whether the line stands well below title and lead and well above the signature */
  readonly isInside: boolean
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

/** The edit that makes a text of the one before, when it is such a one; nothing when the text has to be split anew. */
export function lineEdit(previous: ReportDocument, text: string, phrases: readonly string[], cache: BlockCache | undefined): LineEdit | undefined {
  const replaced = difference(previous.text, text)
  const shift = text.length - previous.text.length
  if (replaced.end - replaced.start > MAX_EDIT || replaced.end - replaced.start + shift > MAX_EDIT) return undefined
  const number = previous.lines.lineAt(replaced.start)
  const line = previous.lines.line(number) as SourceLine
  const before = previous.blockOfLine(number)
  if (before === undefined || before.firstLine !== before.lastLine || replaced.end > line.end || replaced.start < line.start) return undefined
  if (/[\n\r]/.test(text.slice(line.start, line.end + shift))) return undefined
  const lines = previous.lines.moved(number, shift)
  const changed = changedBlocks(before, previous, splitAround(text, lines, number, before.block.source, previous.format, cache))
  const after = changed?.get(before.index)
  if (changed === undefined || after === undefined) return undefined
  const inside = isInside(previous, before)
  const inText = inside && changed.size === 1 && isInText(previous, before, after, replaced.start - line.start, phrases)
  return { previous, before, after, changed, keepsShape: inText, isInText: inText, isInside: inside, replaced, shift, lines }
}

/** The blocks that have come in the place of others, by their places; nothing when lines belong to other blocks than before. */
function changedBlocks(before: PositionedBlock, { blocks }: ReportDocument, split: ReturnType<typeof splitAround>): Map<number, Block> | undefined {
  const at = split?.findIndex(({ firstLine }) => firstLine === before.firstLine) ?? -1
  if (split === undefined || at < 0) return undefined
  const from = before.index - at
  const changed = new Map<number, Block>()
  for (const [i, { block, firstLine, lastLine }] of split.entries()) {
    const known = blocks[from + i]
    if (known?.firstLine !== firstLine || known.lastLine !== lastLine) return undefined
    if (i === at || !known.block.isReadAs(block)) changed.set(from + i, block)
  }
  // no block of before may be left over
  const next = blocks[from + split.length]
  const isWhole = (blocks[from - 1]?.lastLine ?? -1) < (split[0]?.firstLine ?? 0) && (next === undefined || next.firstLine > (split.at(-1)?.lastLine ?? 0))
  return isWhole ? changed : undefined
}

function isInText(previous: ReportDocument, before: PositionedBlock, after: Block, editAt: number, phrases: readonly string[]): boolean {
  return (
    [before.block, after].every((block) => block.kind === 'paragraph' && block.isVerbatim({ start: 0, end: block.text.length })) &&
    editAt >= HEAD &&
    isAlike(before.block, after, editAt, phrases) &&
    !previous.residue.some(({ index }) => index === before.index) &&
    saysSameNames(previous, before.block, after)
  )
}

/**
 * Whether an edited text with the same residue is of the same shape as the one before: tree of headings, profile and parts about plans are
 * the same, so that what is read of the other blocks is, too.
 */
export function leavesShape({ previous, before, after, changed }: LineEdit, document: ReportDocument): boolean {
  const { block, index } = before
  return (
    changed.size === 1 &&
    block.kind === after.kind &&
    block.isProse === after.isProse &&
    !(block.kind === 'table-row' && isTableHead(previous, before)) &&
    (previous.outline.shape === document.outline.shape || isSameTree(previous.outline, document.outline)) &&
    yearsOfHeadings(previous.outline, index) === yearsOfHeadings(document.outline, index) &&
    JSON.stringify(previous.profile) === JSON.stringify(document.profile) &&
    planSections(previous).join() === planSections(document).join()
  )
}

/** Whether an edit leaves residue and titles alone, so that what is told of other blocks can be told apart from what is told of these. */
export function leavesResidue({ previous, changed }: LineEdit, { residue, outline }: Pick<ReportDocument, 'residue' | 'outline'>): boolean {
  const { titles } = previous.outline
  return (
    residue.length === previous.residue.length &&
    JSON.stringify(residue) === JSON.stringify(previous.residue) &&
    !residue.some(({ index }) => changed.has(index)) &&
    titles.length === outline.titles.length &&
    titles.every(({ index }, i) => index === outline.titles[i]?.index && !changed.has(index))
  )
}

/** Whether a row is the first of its table: what the others say is read by it. */
function isTableHead(document: ReportDocument, { index }: PositionedBlock): boolean {
  for (let i = index - 1; i >= 0; i--) {
    const { block, isResidue } = document.blocks[i] as PositionedBlock
    if (block.isProse && !isResidue) return block.kind !== 'table-row'
  }
  return true
}

/** The years in a block's headings: figures below them are of these. */
function yearsOfHeadings({ headings }: Outline, index: number): string {
  return headings.flatMap(({ at, title }) => (at.index === index ? [yearsIn(title).join()] : [])).join('|')
}

/** Which sections are about what is still to be done. */
function planSections(document: ReportDocument): readonly number[] {
  const plans = new Set<unknown>(planPartsOf(document))
  return document.outline.sections.flatMap((section, i) => (plans.has(section) ? [i] : []))
}

/** Where an offset of the text before stands now; one inside of what was replaced has no place of its own. */
export function moveOffset({ replaced, shift }: LineEdit, offset: number): number {
  return offset <= replaced.start ? offset : offset + shift
}

/** A range of the text before as one of the text now. */
export function moveRange(edit: LineEdit, { start, end }: TextRange): TextRange {
  return { start: moveOffset(edit, start), end: moveOffset(edit, end) }
}

/** Whether a range of the text before holds the edit or touches it, so that it cannot be told where it stands now. */
export function touchesEdit({ replaced }: LineEdit, { start, end }: TextRange): boolean {
  return start <= replaced.end && end >= replaced.start
}

/** The blocks of the text now. */
export function moveBlocks({ previous, before, changed, shift }: LineEdit): PositionedBlock[] {
  return previous.blocks.map((at, i) => {
    const own = changed.get(i)
    if (i < before.index && own === undefined) return at
    const { index, firstLine, lastLine, start, end, isResidue } = at
    // in the order of the first reading, for one shape of object
    return {
      block: own ?? at.block,
      index,
      firstLine,
      lastLine,
      start: i > before.index ? start + shift : start,
      end: i >= before.index ? end + shift : end,
      isResidue,
    }
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

/** Whether a block stands well below title and lead and well above the signature. */
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

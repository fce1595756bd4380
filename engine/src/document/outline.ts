import type { Block } from '../markdown/block.js'
import type { TextRange } from '../text/range.js'
import { headingsOf, type BlockHeading, type HeadingForm } from './heading.js'
import { findLineHeadings, findPreviewNumbers, findTitles, isNumbered, opensAttachments, type LineHeading } from './outline-lines.js'
import { ORDINAL_RANK, type Ordinal } from './ordinal.js'

/** A block and where it stands; offsets are of the whole text, lines are zero-based. */
export interface PositionedBlock {
  readonly block: Block
  /** place among the document's blocks */
  readonly index: number
  /** offset of the first unit of `block.source` */
  readonly start: number
  readonly end: number
  readonly firstLine: number
  readonly lastLine: number
  /** what a site or a tool left here: no other rule reads it */
  readonly isResidue: boolean
}

/** A heading in its place; every range is of the whole text. */
export interface Heading extends TextRange {
  readonly form: HeadingForm | 'unnumbered'
  /** the ordinal; its own ranges are offsets in the block's text */
  readonly ordinal: Ordinal | undefined
  /** where the ordinal stands in the whole text */
  readonly ordinalRange: TextRange | undefined
  /** the words after the ordinal, without final mark */
  readonly title: string
  readonly titleRange: TextRange
  readonly endMark: string
  /** 1 for the outermost */
  readonly level: number
  /** depth of a Markdown heading, 0 for others */
  readonly depth: number
  /** its block; with form `glued` other headings may stand in the same block */
  readonly at: PositionedBlock
  /** whether text of another section stands before it in its paragraph */
  readonly isJoinedBefore: boolean
  /** whether its text follows the title without a mark or a line break between */
  readonly isJoinedAfter: boolean
}

/**
 * A heading and all that stands under it up to the next heading of its level or above. The root section has no heading
 * and holds the whole report, title and lead included.
 */
export interface Section extends TextRange {
  readonly heading: Heading | undefined
  readonly level: number
  readonly parent: Section | undefined
  readonly children: readonly Section[]
  /**
   * the blocks that belong to this section itself and stand before its first child, heading's own block included. A
   * block with several headings glued together is in each of their sections: cut it at the section's range
   */
  readonly ownBlocks: readonly PositionedBlock[]
  /** offset where the section ends: the start of the next section, or the end of the text */
  readonly end: number
}

/** The tree of a report's headings, with the title lines that stand above them. */
export interface Outline {
  readonly root: Section
  /** every heading in reading order */
  readonly headings: readonly Heading[]
  /** every section but the root, in reading order: the section of `headings[i]` is `sections[i]` */
  readonly sections: readonly Section[]
  /** title lines, in reading order: more than one when a report was pasted together */
  readonly titles: readonly PositionedBlock[]
  /**
   * one object for outlines that follow one another with the same tree over the same blocks, the same ordinals and the same
   * introductions of lists: what is read of these alone may be kept with it, by the places of headings and sections
   */
  readonly shape: object
}

/**
 * Builds the outline of blocks in reading order. Blocks marked as residue, code, tables and quotes hold no headings, nor
 * do the numbers of a list of attachments or of a preview page. Linear in the blocks.
 *
 * @param textLength length of the whole text, the end of the last section
 * @param toDocument turns a range of a block's text into one of the whole text
 */
export function buildOutline(
  blocks: readonly PositionedBlock[],
  textLength: number,
  toDocument: (at: PositionedBlock, range: TextRange) => TextRange,
): Outline {
  const builder = new OutlineBuilder(textLength, toDocument)
  const titles = findTitles(blocks)
  const previewed = findPreviewNumbers(blocks)
  const silent = new Set<PositionedBlock>(titles)
  const lineHeadings = findLineHeadings(blocks, (at) => !silent.has(at))
  let inAttachments = false
  for (const at of blocks) {
    inAttachments = opensAttachments(at.block) || (inAttachments && isNumbered(at.block))
    const line = lineHeadings.get(at)
    const all = line !== undefined ? [line] : silent.has(at) || at.isResidue || inAttachments ? [] : headingsOf(at.block)
    const found = previewed.has(at) ? all.filter(({ isJoinedBefore }) => isJoinedBefore) : all
    if (found.length === 0 || found[0]?.isJoinedBefore === true) builder.addBlock(at)
    for (const heading of found) builder.addHeading(at, heading)
  }
  return builder.finish(titles)
}

/** A section as it is built. */
export interface OpenSection {
  heading: Heading | undefined
  level: number
  rank: number
  parent: OpenSection | undefined
  children: OpenSection[]
  ownBlocks: PositionedBlock[]
  start: number
  end: number
}

class OutlineBuilder {
  private readonly root: OpenSection
  private readonly headings: Heading[] = []
  private readonly sections: OpenSection[] = []
  private current: OpenSection

  constructor(
    private readonly textLength: number,
    private readonly toDocument: (at: PositionedBlock, range: TextRange) => TextRange,
  ) {
    this.root = { heading: undefined, level: 0, rank: Number.NEGATIVE_INFINITY, parent: undefined, children: [], ownBlocks: [], start: 0, end: textLength }
    this.current = this.root
  }

  addBlock(at: PositionedBlock): void {
    this.current.ownBlocks.push(at)
  }

  addHeading(at: PositionedBlock, found: BlockHeading | LineHeading): void {
    const depth = found.form === 'markdown' ? at.block.depth : 0
    const rank = rankOf(found)
    const parent = this.parentFor(depth, rank)
    const level = parent.level + 1
    const heading = placeHeading(at, found, level, depth, this.toDocument)
    this.headings.push(heading)
    const start = heading.isJoinedBefore ? heading.start : at.start
    const section: OpenSection = { heading, level, rank, parent, children: [], ownBlocks: [at], start, end: this.textLength }
    parent.children.push(section)
    this.sections.push(section)
    this.current = section
  }

  /**
   * The section that a new heading stands under. A Markdown heading closes every section that is not a Markdown heading
   * of smaller depth; a plain one closes those whose ordinals are not of a smaller rank.
   */
  private parentFor(depth: number, rank: number): OpenSection {
    let open = this.current
    while (open.parent !== undefined && !isParent(open, depth, rank)) open = open.parent
    return open
  }

  /** Closes each section where the next one of its level or above begins, and gives the outline. */
  finish(titles: readonly PositionedBlock[]): Outline {
    const open: OpenSection[] = []
    for (const section of this.sections) {
      while (open.length > 0 && (open[open.length - 1] as OpenSection).level >= section.level) (open.pop() as OpenSection).end = section.start
      open.push(section)
    }
    return { root: this.root, headings: this.headings, sections: this.sections as readonly Section[], titles, shape: {} }
  }
}

/** A heading of a block in its place. */
export function placeHeading(
  at: PositionedBlock,
  found: BlockHeading | LineHeading,
  level: number,
  depth: number,
  toDocument: (at: PositionedBlock, range: TextRange) => TextRange,
): Heading {
  const { ordinal, endMark, isJoinedBefore, isJoinedAfter } = found
  const titleRange = toDocument(at, found.title)
  const written = ordinal && { start: ordinal.start, end: ordinal.start + ordinal.text.length }
  const ordinalRange = written !== undefined && isWrittenWhole(at.block, written) ? toDocument(at, written) : undefined
  return {
    form: 'rank' in found ? 'unnumbered' : found.form,
    ordinal,
    ordinalRange,
    title: at.block.text.slice(found.title.start, found.title.end),
    titleRange,
    endMark,
    level,
    depth,
    at,
    isJoinedBefore,
    isJoinedAfter,
    start: ordinalRange?.start ?? titleRange.start,
    end: titleRange.end + endMark.length,
  }
}

function isParent(open: OpenSection, depth: number, rank: number): boolean {
  const openDepth = open.heading?.depth ?? 0
  if (depth > 0) return openDepth > 0 && openDepth < depth
  if (openDepth > 0 && open.rank >= rank) return open.heading?.ordinal === undefined
  return open.rank < rank
}

/** Whether two outlines are the same but for where headings stand and what those in one block say: the same tree over the same blocks. */
export function isSameTree(a: Outline, b: Outline): boolean {
  return a.headings.length === b.headings.length && a.headings.every((heading, i) => isSamePlace(heading, b.headings[i] as Heading))
}

function isSamePlace(a: Heading, b: Heading): boolean {
  return (
    a.at.index === b.at.index &&
    a.level === b.level &&
    a.depth === b.depth &&
    a.form === b.form &&
    a.isJoinedBefore === b.isJoinedBefore &&
    a.isJoinedAfter === b.isJoinedAfter
  )
}

/** Rank of a heading by its ordinal; a Markdown heading without ordinal ranks with 一、, the outermost that reports use. */
function rankOf(found: BlockHeading | LineHeading): number {
  if ('rank' in found) return found.rank
  return found.ordinal === undefined ? ORDINAL_RANK.chinese : ORDINAL_RANK[found.ordinal.style]
}

/** Whether nothing but escapes (`1\.`) stands in an ordinal besides itself: with a tag in it (`（二）<b>，`) it cannot be written anew. */
function isWrittenWhole(block: Block, ordinal: TextRange): boolean {
  const { start, end } = block.toSource(ordinal)
  return block.source.slice(start, end).replaceAll('\\', '') === block.text.slice(ordinal.start, ordinal.end)
}

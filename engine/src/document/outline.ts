import type { Block } from '../markdown/block.js'
import type { TextRange } from '../text/range.js'
import { headingOf, type BlockHeading, type HeadingForm } from './heading.js'
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
  readonly at: PositionedBlock
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
  /** the blocks that belong to this section itself and stand before its first child, heading's own block included */
  readonly ownBlocks: readonly PositionedBlock[]
  /** offset where the section ends: the start of the next section, or the end of the text */
  readonly end: number
}

/** The tree of a report's headings, with the title lines that stand above them. */
export interface Outline {
  readonly root: Section
  /** every heading in reading order */
  readonly headings: readonly Heading[]
  /** every section but the root, in reading order */
  readonly sections: readonly Section[]
  /** title lines, in reading order: more than one when a report was pasted together */
  readonly titles: readonly PositionedBlock[]
}

const TITLE_WORDS = /(?:总结|计划|报告|汇报|要点|打算|述职|思路|安排|情况|小结|回顾|规划)[^。，；]{0,20}$/
const UNNUMBERED = /^(?:20\d\d年|下一?步|今后|明年|存在|面临|主要|工作|下半年|上半年|基本)[^。！？；，]{0,24}$/
const UNNUMBERED_WORDS = /(?:打算|计划|安排|思路|要点|问题|不足|困难|成效|做法|情况|总结|回顾|设想|举措|重点工作)$/
const MAX_TITLE = 60
const MAX_TITLE_LINES = 15

/**
 * Builds the outline of blocks in reading order. Blocks marked as residue, code, tables and quotes hold no headings.
 *
 * @param textLength length of the whole text, the end of the last section
 * @param toDocument turns a range of a block's text into one of the whole text
 */
export function buildOutline(blocks: readonly PositionedBlock[], textLength: number, toDocument: (at: PositionedBlock, range: TextRange) => TextRange): Outline {
  const builder = new OutlineBuilder(textLength, toDocument)
  const titles = findTitles(blocks)
  const titleBlocks = new Set(titles)
  for (const at of blocks) {
    const found = titleBlocks.has(at) || at.isResidue ? undefined : (headingOf(at.block) ?? unnumbered(at, blocks))
    if (found === undefined) builder.addBlock(at)
    else builder.addHeading(at, found)
  }
  return builder.finish(titles)
}

/** Title lines: a first-depth Markdown heading, or short lines above the first paragraph that name a kind of report. */
function findTitles(blocks: readonly PositionedBlock[]): PositionedBlock[] {
  const titles: PositionedBlock[] = []
  let seen = 0
  for (const at of blocks) {
    const { block } = at
    if (at.isResidue || !block.isProse) continue
    if (seen++ >= MAX_TITLE_LINES) break
    const heading = headingOf(block)
    if (heading?.ordinal !== undefined) break
    const isMarkdownTitle = block.kind === 'heading' && block.depth === 1 && titles.length === 0
    if (isMarkdownTitle || (block.text.length <= MAX_TITLE && TITLE_WORDS.test(block.canonical) && !/[。！？；：]$/.test(block.canonical))) titles.push(at)
    else if (block.kind === 'heading' || block.text.length > MAX_TITLE) break
  }
  return titles
}

/** A short line without ordinal or final mark that names a part of the report, between blocks of its own. */
function unnumbered(at: PositionedBlock, blocks: readonly PositionedBlock[]): (BlockHeading & { unnumbered: true }) | undefined {
  const { block } = at
  if (block.kind !== 'paragraph' || block.text.length > 28) return undefined
  const { canonical } = block
  if (!UNNUMBERED.test(canonical) || !UNNUMBERED_WORDS.test(canonical)) return undefined
  if (!blocks.slice(0, at.index).some((other) => !other.isResidue && other.block.isProse && other.block.text.length > MAX_TITLE)) return undefined
  return { form: 'line', ordinal: undefined, title: { start: 0, end: block.text.length }, endMark: '', unnumbered: true }
}

interface OpenSection {
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

  addHeading(at: PositionedBlock, found: BlockHeading & { unnumbered?: true }): void {
    const depth = found.form === 'markdown' ? at.block.depth : 0
    const parent = this.parentFor(depth, found)
    const level = parent.level + 1
    const titleRange = this.toDocument(at, found.title)
    const ordinalRange = found.ordinal === undefined ? undefined : this.toDocument(at, { start: found.ordinal.start, end: found.ordinal.start + found.ordinal.text.length })
    const start = ordinalRange?.start ?? titleRange.start
    const title = at.block.text.slice(found.title.start, found.title.end)
    const heading: Heading = {
      form: found.unnumbered === true ? 'unnumbered' : found.form,
      ordinal: found.ordinal, ordinalRange, title, titleRange, endMark: found.endMark, level, depth, at, start, end: titleRange.end + found.endMark.length,
    }
    this.headings.push(heading)
    const section: OpenSection = { heading, level, rank: rankOf(found), parent, children: [], ownBlocks: [at], start: at.start, end: this.textLength }
    parent.children.push(section)
    this.sections.push(section)
    this.current = section
  }

  /**
   * The section that a new heading stands under. A Markdown heading closes every section that is not a Markdown heading
   * of smaller depth; a plain one closes those whose ordinals are not of a smaller rank.
   */
  private parentFor(depth: number, found: BlockHeading & { unnumbered?: true }): OpenSection {
    let open = this.current
    const rank = rankOf(found)
    while (open.parent !== undefined) {
      const openDepth = open.heading?.depth ?? 0
      const isParent = depth > 0 ? openDepth > 0 && openDepth < depth : openDepth > 0 && open.rank >= rank ? open.heading?.ordinal === undefined : open.rank < rank
      if (isParent) break
      open = open.parent
    }
    return open
  }

  finish(titles: readonly PositionedBlock[]): Outline {
    this.sections.forEach((section, i) => {
      const next = this.sections.slice(i + 1).find((other) => other.level <= section.level)
      section.end = next?.start ?? this.textLength
    })
    return { root: this.root, headings: this.headings, sections: this.sections as readonly Section[], titles }
  }
}

/** Rank of a heading by its ordinal; one without ordinal ranks with 一、, the outermost that reports use. */
function rankOf(found: BlockHeading): number {
  return found.ordinal === undefined ? ORDINAL_RANK.chinese : ORDINAL_RANK[found.ordinal.style]
}

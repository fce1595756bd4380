import type { Block } from '../markdown/block.js'
import type { PositionedBlock } from './outline.js'
import { headingsOf, type BlockHeading } from './heading.js'
import { ORDINAL_RANK } from './ordinal.js'

/** A heading that its neighbours betray: a short line without ordinal. `rank` is where it stands among ordinals. */
export interface LineHeading extends BlockHeading {
  readonly rank: number
}

const TITLE_WORDS = /(?:总结|计划|报告|汇报|要点|打算|述职|思路|安排|情况|小结|回顾|规划)[^。，；]{0,20}$/
const WHOLE_TITLE = /(?:工作(?:总结|计划|报告|要点|汇报|打算|思路)|述职(?:述廉)?报告|情况(?:报告|汇报))[及和与]?[^。，；]{0,16}$/
const SUBTITLED = /^[^。，；]{0,30}(?:报 ?告|总结|计划) {0,4}[—-]{1,2}[^。；]{0,70}$/
const MAX_SUBTITLED = 110
const PIECE = /^[【（]?篇[一二三四五六七八九十\d]{1,2}[】）：、]? ?|^附件 ?\d{0,2}：?$/
const UNNUMBERED = /^(?:20\d\d年|下一?步|今后|明年|存在|面临|主要|工作|下半年|上半年|基本)[^。！？；，]{0,24}$/
const UNNUMBERED_WORDS = /(?:打算|计划|安排|思路|要点|问题|不足|困难|成效|做法|情况|总结|回顾|设想|举措|重点工作)$/
const MAX_TITLE = 60
const MAX_CLOSED_TITLE = 40
const MAX_TITLE_LINES = 15
const MAX_LINE_HEADING = 40
/** Ranks of lines without ordinal: a report of its own, a part of a report, a section beside 一、. */
const RANK_OF_REPORT = 0
const RANK_OF_PART = ORDINAL_RANK.chinese - 0.5
const RANK_OF_SECTION = ORDINAL_RANK.chinese

/** Whether a block begins the list of what is attached. */
export function opensAttachments({ canonical }: Block): boolean {
  return canonical.startsWith('附件：')
}

/** Whether a block begins with a figure, as the items of a list of attachments do. */
export function isNumbered({ canonical }: Block): boolean {
  return /^\d/.test(canonical)
}

/**
 * What the outline takes from the neighbours' lines of a block inside the report that is no title and no heading of this file's
 * kinds; nothing where it may be one.
 */
export function neighbourReading(block: Block): string | undefined {
  const at = { block, isResidue: false }
  if (isPiece(at) || rankOfLine(at, true) !== undefined || rankOfLine(at, false) !== undefined) return undefined
  const { canonical } = block
  return [canonical.length > MAX_TITLE, isPreviewed(block), cutsSentence(canonical), opensAttachments(block), isNumbered(block)].join()
}

function isPreviewed({ canonical }: Block): boolean {
  return /^\d{1,3}、/.test(canonical)
}

/** Title lines: a first-depth Markdown heading, or short lines above the first paragraph that name a kind of report. */
export function findTitles(blocks: readonly PositionedBlock[]): PositionedBlock[] {
  const titles: PositionedBlock[] = []
  const hasPieces = blocks.filter(isPiece).length > 1
  let seen = 0
  for (const at of blocks) {
    const { block } = at
    // 篇一 of several is a report under the title of the whole
    if (hasPieces && titles.length > 0 && isPiece(at)) break
    if (at.isResidue || !block.isProse) continue
    if (seen++ >= MAX_TITLE_LINES) break
    if (headingsOf(block)[0]?.ordinal !== undefined) break
    const isMarkdownTitle = block.kind === 'heading' && block.depth === 1 && titles.length === 0
    if (isMarkdownTitle || isTitleLine(block.canonical, titles.length === 0)) titles.push(at)
    else if (block.kind === 'heading' || block.text.length > MAX_TITLE) break
  }
  return titles
}

/** 篇一：……, the title of one report among several. */
function isPiece({ block }: Pick<PositionedBlock, 'block'>): boolean {
  return block.kind === 'paragraph' && block.text.length <= MAX_LINE_HEADING && /^[【（]?篇[一二三四五六七八九十\d]{1,2}[】）：、 ]/.test(block.canonical)
}

/** A title takes no final mark; the first line may carry one by mistake. */
function isTitleLine(canonical: string, isFirst: boolean): boolean {
  // 政府工作报告——2007年3月5日在……会议上: title and subtitle on one line
  if (isFirst && canonical.length <= MAX_SUBTITLED && SUBTITLED.test(canonical)) return true
  if (canonical.length > MAX_TITLE) return false
  if (isFirst && canonical.length <= MAX_CLOSED_TITLE && /[。：；，]$/.test(canonical))
    return WHOLE_TITLE.test(canonical.slice(0, -1)) && !/现将/.test(canonical)
  return TITLE_WORDS.test(canonical) && !/[。！？；：]$/.test(canonical)
}

/**
 * Finds headings without ordinal among the blocks of a report: short lines without final mark, below the first paragraph,
 * that name a part (`2025年工作打算`) or a report of its own (`篇二：……`, `附件1`, a second title). One after which 一、 starts anew
 * stands above 一、; others stand beside it.
 *
 * @param isHeading whether a block may be read as a heading at all
 */
export function findLineHeadings(blocks: readonly PositionedBlock[], isHeading: (at: PositionedBlock) => boolean): Map<PositionedBlock, LineHeading> {
  const found = new Map<PositionedBlock, LineHeading>()
  const firstLong = blocks.findIndex((at) => !at.isResidue && at.block.isProse && at.block.text.length > MAX_TITLE)
  if (firstLong < 0) return found
  const counts = new Map<string, number>()
  for (const { block } of blocks) if (block.text.length <= MAX_LINE_HEADING) counts.set(block.text, (counts.get(block.text) ?? 0) + 1)
  let nextValue = 0
  const hasPieces = blocks.filter(isPiece).length > 1
  for (let i = blocks.length - 1; i >= 0; i--) {
    const at = blocks[i] as PositionedBlock
    if (i <= firstLong && !(hasPieces && isPiece(at))) continue
    if (!isHeading(at)) continue
    const numbered = at.isResidue ? undefined : headingsOf(at.block).find(({ ordinal }) => ordinal?.style === 'chinese')?.ordinal
    if (numbered !== undefined) nextValue = numbered.value
    const rank = rankOfLine(at, nextValue === 1)
    // what stands there again and again is a label inside sections
    if (rank === undefined || (rank === RANK_OF_SECTION && (counts.get(at.block.text) ?? 0) > 1)) continue
    const end = at.block.text.length
    found.set(at, { form: 'line', ordinal: undefined, title: { start: 0, end }, endMark: '', isJoinedBefore: false, isJoinedAfter: false, rank })
    nextValue = 0
  }
  return found
}

function rankOfLine({ block, isResidue }: Pick<PositionedBlock, 'block' | 'isResidue'>, startsAnew: boolean): number | undefined {
  if (block.kind !== 'paragraph' || block.text.length > MAX_LINE_HEADING || headingsOf(block).length > 0) return undefined
  const { canonical } = block
  if (/[。！？；，：]$/.test(canonical)) return undefined
  if (PIECE.test(canonical)) return RANK_OF_REPORT
  if (startsAnew && WHOLE_TITLE.test(canonical) && !UNNUMBERED.test(canonical)) return RANK_OF_REPORT
  if (isResidue) return undefined
  if (block.text.length > 28 || !UNNUMBERED.test(canonical) || !UNNUMBERED_WORDS.test(canonical)) return undefined
  return startsAnew ? RANK_OF_PART : RANK_OF_SECTION
}

/**
 * Numbers that a preview page set before its blocks (`2、` in the middle of a sentence): they look like ordinals and are
 * none. When two of them cut a sentence, or one does where the count runs on from the one before, all lines numbered
 * `数字、` are taken for such.
 *
 * @returns the blocks that begin with such a number
 */
export function findPreviewNumbers(blocks: readonly PositionedBlock[]): ReadonlySet<PositionedBlock> {
  const numbered: PositionedBlock[] = []
  let cuts = 0
  let previous: PositionedBlock | undefined
  for (const at of blocks) {
    if (!at.block.isProse) continue
    if (isPreviewed(at.block)) {
      numbered.push(at)
      if (previous !== undefined && cutsSentence(previous.block.canonical)) cuts++
    }
    previous = at
  }
  return new Set(cuts >= 2 || (cuts === 1 && numbered.length <= 3) ? numbered : [])
}

/** Whether a long paragraph breaks off without a final mark. */
export function cutsSentence(canonical: string): boolean {
  return canonical.length > MAX_TITLE && /[\u4e00-\u9fff，、“（\d]$/.test(canonical)
}

import type { Block } from '../markdown/block.js'
import { rangeOf, type TextRange } from '../text/range.js'
import { innerHeadings, jointAfter } from './heading-joint.js'
import { Shelf } from '../text/kept.js'
import { readOrdinal, type Ordinal } from './ordinal.js'
import { sentencesOf } from './sentence.js'

/**
 * How a heading stands: `markdown` behind `#`; `line`, plain text alone on its line; `run-in`, the first sentence of a
 * paragraph (`（一）加强党建工作。一年来……`); `item`, a numbered paragraph whose first sentence is no title; `glued`, a
 * heading that lost a line break or a stop: text of another section stands before it in its paragraph, or its own text
 * follows without a mark between (`二、2025年工作思路2025年，……`).
 */
export type HeadingForm = 'markdown' | 'line' | 'run-in' | 'item' | 'glued'

/** The heading of a block, in offsets of `block.text`. */
export interface BlockHeading {
  readonly form: HeadingForm
  readonly ordinal: Ordinal | undefined
  /** the words after the ordinal, final mark excluded */
  readonly title: TextRange
  /** the final mark of the title as written, e.g. `。`; empty when there is none */
  readonly endMark: string
  /** whether text of another section stands before it in its paragraph */
  readonly isJoinedBefore: boolean
  /** whether its text follows the title without a mark or a line break between */
  readonly isJoinedAfter: boolean
}

const END_MARK = /[。；：，、,;:.]$/
const MAX_LINE_TITLE = 50
const MAX_CLOSED_LINE_TITLE = 36
const MAX_RUN_IN_TITLE = 45
const headings = new Shelf<Block, readonly BlockHeading[]>()
const NONE: readonly BlockHeading[] = []

/**
 * The headings of a block in reading order, computed once: a Markdown heading, an ordinal in front, and headings inside
 * the paragraph that lost their line break. A plain line without ordinal is judged by its neighbours, in the outline.
 */
export function headingsOf(block: Block): readonly BlockHeading[] {
  let found = headings.get(block)
  if (found === undefined) {
    found = read(block)
    headings.set(block, found)
  }
  return found
}

/** What the headings of a block end with: a reading for rules. */
export function endMarksIn(block: Block): string {
  return headingsOf(block)
    .map(({ endMark }) => endMark)
    .join('|')
}

/** The words of a block's headings: a reading for rules. */
export function titlesIn(block: Block): string {
  return headingsOf(block)
    .map(({ title }) => block.text.slice(title.start, title.end))
    .join('\n')
}

/** The heading that a block is or begins with; nothing when it begins with other text. */
export function headingOf(block: Block): BlockHeading | undefined {
  const first = headingsOf(block)[0]
  return first === undefined || first.isJoinedBefore ? undefined : first
}

function read(block: Block): readonly BlockHeading[] {
  if (block.kind === 'heading') return [titled('markdown', readOrdinal(block.text), block, block.text.length)]
  if (block.kind !== 'paragraph' || block.text === '') return NONE
  const ordinal = readOrdinal(block.text)
  const joint = ordinal === undefined ? undefined : jointAfter(block.canonical, ordinal.end)
  const first = ordinal === undefined ? undefined : readFirst(block, ordinal, joint)
  const inner = innerHeadings(block.text, block.canonical, ordinal && { end: ordinal.end, titleEnd: joint })
  if (first === undefined && inner.length === 0) return NONE
  return [...(first === undefined ? [] : [first]), ...inner.map((heading) => joined(block, heading.ordinal, heading.titleEnd, true, heading.isJoinedAfter))]
}

/** The heading at the start of a plain paragraph. */
function readFirst(block: Block, ordinal: Ordinal, joint: number | undefined): BlockHeading | undefined {
  if (joint !== undefined) return joined(block, ordinal, joint, false, true)
  const sentences = sentencesOf(block)
  const first = sentences[0]
  if (first === undefined) return undefined
  const length = first.end - ordinal.end
  if (sentences.length === 1) return titled(isLineTitle(block.canonical.slice(ordinal.end)) ? 'line' : 'item', ordinal, block, first.end)
  if (length <= MAX_RUN_IN_TITLE && first.canonical.endsWith('。')) return titled('run-in', ordinal, block, first.end)
  return titled('item', ordinal, block, first.end)
}

function joined(block: Block, ordinal: Ordinal, end: number, isJoinedBefore: boolean, isJoinedAfter: boolean): BlockHeading {
  const endMark = isJoinedAfter ? '' : (END_MARK.exec(block.text.slice(end, end + 1))?.[0] ?? '')
  return { form: 'glued', ordinal, title: rangeOf(ordinal.end, end), endMark, isJoinedBefore, isJoinedAfter }
}

/** Whether a numbered line is a title and not a sentence: short, and with a final stop shorter still and without figures. */
function isLineTitle(words: string): boolean {
  if (words.length > MAX_LINE_TITLE) return false
  if (!/[。；]$/.test(words)) return !/[。；]/.test(words)
  return words.length <= MAX_CLOSED_LINE_TITLE && !/\d/.test(words.replace(/(?:19|20)\d\d年/g, '')) && !/[。；]/.test(words.slice(0, -1))
}

function titled(form: HeadingForm, ordinal: Ordinal | undefined, block: Block, end: number): BlockHeading {
  const start = ordinal?.end ?? 0
  const endMark = form === 'item' ? '' : (END_MARK.exec(block.text.slice(start, end))?.[0] ?? '')
  return { form, ordinal, title: rangeOf(start, end - endMark.length), endMark, isJoinedBefore: false, isJoinedAfter: false }
}

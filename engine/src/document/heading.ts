import type { Block } from '../markdown/block.js'
import { rangeOf, type TextRange } from '../text/range.js'
import { readOrdinal, type Ordinal } from './ordinal.js'
import { sentencesOf } from './sentence.js'

/**
 * How a heading stands: `markdown` behind `#`; `line`, plain text alone on its line; `run-in`, the first sentence of a
 * paragraph (`（一）加强党建工作。一年来……`); `item`, a numbered paragraph whose first sentence is no title.
 */
export type HeadingForm = 'markdown' | 'line' | 'run-in' | 'item'

/** The heading of a block, in offsets of `block.text`. */
export interface BlockHeading {
  readonly form: HeadingForm
  readonly ordinal: Ordinal | undefined
  /** the words after the ordinal, final mark excluded */
  readonly title: TextRange
  /** the final mark of the title as written, e.g. `。`; empty when there is none */
  readonly endMark: string
}

const END_MARK = /[。；：，、,;:.]$/
const MAX_LINE_TITLE = 50
const MAX_CLOSED_LINE_TITLE = 36
const MAX_RUN_IN_TITLE = 45
const headings = new WeakMap<Block, BlockHeading | null>()

/**
 * The heading that a block is or begins with, computed once: a Markdown heading, or a paragraph with an ordinal in front.
 * A plain line without ordinal is judged by its neighbours, in the outline.
 */
export function headingOf(block: Block): BlockHeading | undefined {
  let heading = headings.get(block)
  if (heading === undefined) {
    heading = read(block) ?? null
    headings.set(block, heading)
  }
  return heading ?? undefined
}

function read(block: Block): BlockHeading | undefined {
  if (block.kind === 'heading') return titled('markdown', readOrdinal(block.text), block, block.text.length)
  if (block.kind !== 'paragraph' || block.text === '') return undefined
  const ordinal = readOrdinal(block.text)
  if (ordinal === undefined) return undefined
  const sentences = sentencesOf(block)
  const first = sentences[0]
  if (first === undefined) return undefined
  const length = first.end - ordinal.end
  if (sentences.length === 1) return titled(isLineTitle(block.canonical.slice(ordinal.end)) ? 'line' : 'item', ordinal, block, first.end)
  if (length <= MAX_RUN_IN_TITLE && first.canonical.endsWith('。')) return titled('run-in', ordinal, block, first.end)
  return titled('item', ordinal, block, first.end)
}

/** Whether a numbered line is a title and not a sentence: short, and with a final stop shorter still and without figures. */
function isLineTitle(words: string): boolean {
  if (words.length > MAX_LINE_TITLE) return false
  if (!/[。；]$/.test(words)) return !/[。；]/.test(words)
  return words.length <= MAX_CLOSED_LINE_TITLE && !/\d[\d.]*(?:[%个名人所项次元万亿家处件]|余)/.test(words) && !/[。；]/.test(words.slice(0, -1))
}

function titled(form: HeadingForm, ordinal: Ordinal | undefined, block: Block, end: number): BlockHeading {
  const start = ordinal?.end ?? 0
  const endMark = form === 'item' ? '' : (END_MARK.exec(block.text.slice(start, end))?.[0] ?? '')
  return { form, ordinal, title: rangeOf(start, end - endMark.length), endMark }
}

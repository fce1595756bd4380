import type { LineIndex, SourceLine, TextRange } from '@gongwen/engine'
import { printable } from '../terminal.js'

/** One line of a text around a finding, and the marks to print below it. */
export interface Excerpt {
  /** fits the width asked for; cut ends are shown as `…` */
  readonly line: string
  /** spaces, then one `^` for each column of the finding; no trailing space */
  readonly marks: string
}

/** Columns that a string takes in a terminal. */
export type MeasureWidth = (text: string) => number

interface Cell {
  readonly text: string
  readonly width: number
  readonly isMarked: boolean
}

/**
 * The line that a range begins on, cut around the range so that it takes at most `width` columns, double-width characters
 * counted as two. Of a range that spans lines the part on the first line is marked; an empty range is marked by one `^`.
 */
export function excerptOf(text: string, lines: LineIndex, range: TextRange, width: number, measure: MeasureWidth): Excerpt {
  const line = lines.lines[lines.lineAt(range.start)] as SourceLine
  const start = Math.min(range.start, line.end)
  const end = Math.min(Math.max(range.end, start), line.end)
  // no character takes less than a unit, but for rare ones without width: what is further off than this cannot be shown
  const from = Math.max(line.start, start - width * 4)
  const to = Math.min(line.end, end + width * 4, start + width * 8)
  const cells = cellsOf(text.slice(from, to), start - from, end - from, measure)
  const marked = cells.findIndex(({ isMarked }) => isMarked)
  const first = marked < 0 ? cells.length : marked
  const count = marked < 0 ? 0 : cells.filter(({ isMarked }) => isMarked).length
  const [left, right] = windowAround(cells, first, first + count, width, from > line.start, to < line.end)
  const head = left > 0 || from > line.start ? '…' : ''
  const tail = right < cells.length || to < line.end ? '…' : ''
  const shown = cells.slice(left, right)
  const indent = head.length + widthOf(cells.slice(left, first))
  const length = Math.max(1, widthOf(shown.filter(({ isMarked }) => isMarked)))
  return { line: head + shown.map((cell) => cell.text).join('') + tail, marks: ' '.repeat(indent) + '^'.repeat(length) }
}

/** The characters of a piece as a reader sees them; one that a range cuts through is marked whole. */
function cellsOf(piece: string, start: number, end: number, measure: MeasureWidth): Cell[] {
  return Array.from(graphemes(printable(piece)), ({ index, segment }) => ({
    text: segment, width: measure(segment), isMarked: index < end && index + segment.length > start && start < end,
  }))
    .concat(start === end ? [] : [])
    .flatMap((cell, i, all) => (start === end && positionOf(all, i) === start ? [{ text: '', width: 0, isMarked: true }, cell] : [cell]))
}

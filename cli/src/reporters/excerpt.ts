import { ceilToCodePoint, floorToCodePoint, type LineIndex, type SourceLine, type TextRange } from '@gongwen/engine'
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

/** Gives what measures any string; asked only for a line with characters out of the ordinary. */
export type LoadMeasure = () => Promise<MeasureWidth>

/** A character as a reader sees it; offsets are of the piece that was cut into cells. */
interface Cell {
  readonly text: string
  readonly width: number
  readonly start: number
  readonly end: number
}

/**
 * The line that a range begins on, cut around the range so that it takes at most `width` columns, double-width characters
 * counted as two. Of a range that spans lines the part on the first line is marked; an empty range is marked by one `^`.
 */
export async function excerptOf(text: string, lines: LineIndex, range: TextRange, width: number, loadMeasure: LoadMeasure): Promise<Excerpt> {
  const line = lines.line(lines.lineAt(range.start)) as SourceLine
  const start = Math.min(range.start, line.end)
  const end = Math.min(Math.max(range.end, start), line.end)
  // few characters take less than a column a unit: what is further off than this is not shown
  const from = Math.max(line.start, floorToCodePoint(text, start - width * 2))
  const to = Math.min(line.end, ceilToCodePoint(text, start + width * 4))
  const piece = printable(text.slice(from, to))
  const cells = PLAIN.test(piece) ? plainCellsOf(piece) : cellsOf(piece, await loadMeasure())
  const first = indexFrom(cells, ({ end: cellEnd }) => cellEnd > start - from)
  const last = start === end ? first : indexFrom(cells, (cell) => cell.start >= end - from)
  const isWhole = from === line.start && to === line.end && widthOf(cells) <= width
  const [left, right] = isWhole ? [0, cells.length] : windowAround(cells, first, last, width - 2)
  const head = left > 0 || from > line.start ? '…' : ''
  const tail = right < cells.length || to < line.end ? '…' : ''
  const indent = head.length + widthOf(cells.slice(left, first))
  const length = Math.max(1, widthOf(cells.slice(first, Math.min(last, right))))
  return { line: head + textOf(cells.slice(left, right)) + tail, marks: ' '.repeat(indent) + '^'.repeat(length) }
}

/** Which cells to show: those from `first` to `last` as far as they fit, then as many on both sides as the width allows. */
function windowAround(cells: readonly Cell[], first: number, last: number, width: number): [left: number, right: number] {
  let [left, right, used] = [first, first, 0]
  const fits = (cell: Cell | undefined): cell is Cell => cell !== undefined && used + cell.width <= width
  while (right < last && fits(cells[right])) used += (cells[right++] as Cell).width
  for (let isFull = false; !isFull;) {
    isFull = true
    if (fits(cells[left - 1])) [used, isFull] = [used + (cells[--left] as Cell).width, false]
    if (right >= last && fits(cells[right])) [used, isFull] = [used + (cells[right++] as Cell).width, false]
  }
  return [left, right]
}

let graphemes: Intl.Segmenter | undefined

/**
 * Texts in which every UTF-16 unit is a character of its own whose width is known from its code, as nearly all lines of a
 * report are. Measuring one other character costs a tenth of a check: it compiles the properties of all of Unicode.
 */
const PLAIN = /^[ -~\u4e00-\u9fff\u3000-\u3029\uff01-\uff5e“”‘’—…·×℃\u2160-\u216b\u2460-\u2473]*$/
/** The first plain character of double width; those before it are single. */
const FIRST_WIDE = 0x3000

function plainCellsOf(piece: string): Cell[] {
  return Array.from(piece, (text, start) => ({ text, width: text.charCodeAt(0) < FIRST_WIDE ? 1 : 2, start, end: start + 1 }))
}

/** Widths of characters, by how they are measured: a report has few different ones, and measuring takes long. */
const widths = new WeakMap<MeasureWidth, Map<string, number>>()
const MOST_WIDTHS = 20_000

function cellWidth(character: string, measure: MeasureWidth): number {
  let known = widths.get(measure)
  if (known === undefined || known.size > MOST_WIDTHS) widths.set(measure, (known = new Map()))
  let width = known.get(character)
  if (width === undefined) known.set(character, (width = measure(character)))
  return width
}

function cellsOf(piece: string, measure: MeasureWidth): Cell[] {
  graphemes ??= new Intl.Segmenter('zh', { granularity: 'grapheme' })
  return Array.from(graphemes.segment(piece), ({ index, segment }) => ({
    text: segment,
    width: cellWidth(segment, measure),
    start: index,
    end: index + segment.length,
  }))
}

function indexFrom(cells: readonly Cell[], test: (cell: Cell) => boolean): number {
  const index = cells.findIndex(test)
  return index < 0 ? cells.length : index
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0)
}

function textOf(cells: readonly Cell[]): string {
  return cells.map(({ text }) => text).join('')
}

/** A zero-based line and column; columns count UTF-16 units, as the language server protocol does. */
export interface LinePosition {
  readonly line: number
  readonly column: number
}

/** One source line, without and with its line break; offsets are of the whole text. */
export interface SourceLine {
  readonly start: number
  /** end of the line's text, before its line break */
  readonly end: number
  /** end of the line break; equal to `end` on the last line */
  readonly next: number
}

/** Splits at LF, CRLF and CR, as editors do. A text always has at least one line. */
export function splitLines(text: string): SourceLine[] {
  const lines: SourceLine[] = []
  const { length } = text
  let start = 0
  // the next of each kind, `length` when there is none
  let feed = placeOf('\n', text, 0)
  let carriage = placeOf('\r', text, 0)
  for (let end = Math.min(feed, carriage); end < length; end = Math.min(feed, carriage)) {
    // a CR that ends the text has no LF behind it
    const isPair = end === carriage && feed === carriage + 1 && feed < length
    const next = end + (isPair ? 2 : 1)
    lines.push({ start, end, next })
    start = next
    if (feed < next) feed = placeOf('\n', text, next)
    if (carriage < next) carriage = placeOf('\r', text, next)
  }
  lines.push({ start, end: length, next: length })
  return lines
}

function placeOf(unit: string, text: string, from: number): number {
  const at = text.indexOf(unit, from)
  return at < 0 ? text.length : at
}

/**
 * Turns offsets of one text into lines and columns and back. Keeps two integers a line, no object: a long text has many lines,
 * and an edit moves all behind it.
 *
 * @example In `甲\r\n乙` the offset 3 is `{ line: 1, column: 0 }`.
 */
export class LineIndex {
  private constructor(
    /** where each line starts */
    private readonly starts: Int32Array,
    /** where each line's text ends, before its line break */
    private readonly ends: Int32Array,
    private readonly textLength: number,
  ) {}

  /** The index of a text. */
  static of(text: string): LineIndex {
    const lines = splitLines(text)
    const starts = new Int32Array(lines.length)
    const ends = new Int32Array(lines.length)
    lines.forEach(({ start, end }, i) => {
      starts[i] = start
      ends[i] = end
    })
    return new LineIndex(starts, ends, text.length)
  }

  /** The index of the text after an edit inside a line that makes it longer by so many units, or shorter when below zero. */
  moved(line: number, by: number): LineIndex {
    const starts = this.starts.slice()
    const ends = this.ends.slice()
    for (let i = line + 1; i < starts.length; i++) starts[i] = (starts[i] as number) + by
    for (let i = line; i < ends.length; i++) ends[i] = (ends[i] as number) + by
    return new LineIndex(starts, ends, this.textLength + by)
  }

  /** How many lines there are, at least one. */
  get count(): number {
    return this.starts.length
  }

  /** A line by its zero-based number. */
  line(number: number): SourceLine | undefined {
    const start = this.starts[number]
    if (start === undefined) return undefined
    return { start, end: this.ends[number] as number, next: this.starts[number + 1] ?? this.textLength }
  }

  /** Where a line starts, which must be one of the text's. */
  startOf(line: number): number {
    return this.starts[line] as number
  }

  /** The zero-based line that holds an offset; an offset inside a line break belongs to the line that it ends. */
  lineAt(offset: number): number {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  /** Zero-based position of an offset, clamped to the text; inside a line break it is the end of the line. */
  positionAt(offset: number): LinePosition {
    const line = this.lineAt(Math.max(0, offset))
    const { start, end } = this.line(line) as SourceLine
    return { line, column: Math.min(Math.max(0, offset), end) - start }
  }

  /** Offset of a zero-based position, clamped to the line. */
  offsetAt(position: LinePosition): number {
    const line = this.line(Math.min(Math.max(0, position.line), this.count - 1)) as SourceLine
    if (position.line < 0) return 0
    if (position.line >= this.count) return line.end
    return Math.min(line.start + Math.max(0, position.column), line.end)
  }
}

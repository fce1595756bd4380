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
  let start = 0
  const length = text.length
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if (code !== 10 && code !== 13) continue
    const next = code === 13 && i + 1 < length && text.charCodeAt(i + 1) === 10 ? i + 2 : i + 1
    lines.push({ start, end: i, next })
    start = next
    i = next - 1
  }
  lines.push({ start, end: length, next: length })
  return lines
}

/**
 * Turns offsets of one text into lines and columns and back.
 *
 * @example In `甲\r\n乙` the offset 3 is `{ line: 1, column: 0 }`.
 */
export class LineIndex {
  constructor(readonly lines: readonly SourceLine[]) {}

  /** The index of a text. */
  static of(text: string): LineIndex {
    return new LineIndex(splitLines(text))
  }

  /** The zero-based line that holds an offset; an offset inside a line break belongs to the line that it ends. */
  lineAt(offset: number): number {
    let low = 0
    let high = this.lines.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.lines[middle] as SourceLine).start <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  /** Zero-based position of an offset, clamped to the text; inside a line break it is the end of the line. */
  positionAt(offset: number): LinePosition {
    const line = this.lineAt(Math.max(0, offset))
    const { start, end } = this.lines[line] as SourceLine
    return { line, column: Math.min(Math.max(0, offset), end) - start }
  }

  /** Offset of a zero-based position, clamped to the line. */
  offsetAt(position: LinePosition): number {
    const line = this.lines[Math.min(Math.max(0, position.line), this.lines.length - 1)] as SourceLine
    if (position.line < 0) return 0
    if (position.line >= this.lines.length) return line.end
    return Math.min(line.start + Math.max(0, position.column), line.end)
  }
}

/** Offsets to lines and characters and back: the only such place in the server. Both sides count UTF-16 units. */
import type { LineIndex, TextEdit, TextRange } from '@gongwen/engine'
import type { Position, Range, TextEdit as ProtocolEdit } from 'vscode-languageserver'

/** A place of the text as the protocol writes it. */
export function toPosition(lines: LineIndex, offset: number): Position {
  const { line, column } = lines.positionAt(offset)
  return { line, character: column }
}

/**
 * A range of the text as the protocol writes it.
 *
 * @example In `甲\r\n𠮷乙` the range 5–6 (乙) is line 1, characters 2 to 3.
 */
export function toRange(lines: LineIndex, { start, end }: TextRange): Range {
  return { start: toPosition(lines, start), end: toPosition(lines, end) }
}

/** The offset of a place in the protocol's terms, brought into the text. */
export function toOffset(lines: LineIndex, { line, character }: Position): number {
  return lines.offsetAt({ line, column: character })
}

/** Edits as the protocol writes them; the ranges are of the text before any of them. */
export function toEdits(lines: LineIndex, edits: readonly TextEdit[]): ProtocolEdit[] {
  return edits.map((edit) => ({ range: toRange(lines, edit), newText: edit.newText }))
}

import { overlaps, type TextRange } from './range.js'

/** Replaces a range by `newText`; the range is relative to the text that the edit is for. An empty range inserts. */
export interface TextEdit extends TextRange {
  readonly newText: string
}

/**
 * Applies edits to a text. They may come in any order; two edits at one place (both insertions) are applied in the
 * order given.
 *
 * @throws RangeError when two edits overlap or one is out of bounds: the caller asked for two different texts.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits.map((edit, order) => ({ edit, order }))
  sorted.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.order - b.order)
  let result = ''
  let at = 0
  for (const { edit } of sorted) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`edit ${edit.start}-${edit.end} overlaps another or is out of bounds`)
    }
    result += text.slice(at, edit.start) + edit.newText
    at = edit.end
  }
  return result + text.slice(at)
}

/** Whether two lists of edits can be applied together: none overlaps, and no two insert at one place. */
export function editsConflict(a: readonly TextEdit[], b: readonly TextEdit[]): boolean {
  return a.some((x) => b.some((y) => overlaps(x, y) || (x.start === y.start && (x.start === x.end || y.start === y.end))))
}

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

/**
 * The edits of a text that do at once what two lists do one after the other: `second` is for the text that `first` gives.
 * Undefined when an edit of `second` touches what one of `first` has written.
 */
export function composeEdits(first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] | undefined {
  const sorted = [...first].sort((a, b) => a.start - b.start || a.end - b.end)
  const composed = [...first]
  for (const edit of second) {
    let shift = 0
    for (const { start, end, newText } of sorted) {
      const from = start + shift
      if (edit.end <= from) break
      if (edit.start < from + newText.length || (newText === '' && edit.start < from)) return undefined
      shift += newText.length - (end - start)
    }
    composed.push({ start: edit.start - shift, end: edit.end - shift, newText: edit.newText })
  }
  return composed
}

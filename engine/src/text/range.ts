/**
 * A half-open range of UTF-16 offsets, in the text that owns it (a sentence, a block or the whole document; every
 * function that hands one out says which).
 *
 * @example `{ start: 0, end: 2 }` of `一、工作回顾` is the ordinal `一、`.
 */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** Makes a range. Offsets are UTF-16 units. */
export function rangeOf(start: number, end: number): TextRange {
  return { start, end }
}

/** The same range, `by` units further on: moves a range from a part's text into the text that holds the part. */
export function shiftRange(range: TextRange, by: number): TextRange {
  return { start: range.start + by, end: range.end + by }
}

/** Whether two ranges share at least one unit; an empty range overlaps what it stands inside of. */
export function overlaps(a: TextRange, b: TextRange): boolean {
  if (a.start === a.end) return a.start > b.start && a.start < b.end
  if (b.start === b.end) return b.start > a.start && b.start < a.end
  return a.start < b.end && b.start < a.end
}

/** Order by start, then by end. */
export function compareRanges(a: TextRange, b: TextRange): number {
  return a.start - b.start || a.end - b.end
}

/** Moves an offset off the middle of a surrogate pair, to the pair's start. */
export function floorToCodePoint(text: string, offset: number): number {
  return isInsidePair(text, offset) ? offset - 1 : offset
}

/** Moves an offset off the middle of a surrogate pair, to the pair's end. */
export function ceilToCodePoint(text: string, offset: number): number {
  return isInsidePair(text, offset) ? offset + 1 : offset
}

function isInsidePair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  const before = text.charCodeAt(offset - 1)
  const at = text.charCodeAt(offset)
  return before >= 0xd800 && before <= 0xdbff && at >= 0xdc00 && at <= 0xdfff
}

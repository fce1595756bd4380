/** The marks of a clause as a set of UTF-16 units, for `runBefore`. */
export function marksOf(marks: string): ReadonlySet<number> {
  return new Set(Array.from(marks, (mark) => mark.charCodeAt(0)))
}

/**
 * Where the run of units begins that ends at an offset and holds none of some marks.
 *
 * A loop and not `/[^，。]{0,40}$/`, which tries every place of the text before and takes the square of its length.
 *
 * @param longest no run is read further back
 */
export function runBefore(text: string, at: number, marks: ReadonlySet<number>, longest: number): number {
  const from = Math.max(0, at - longest)
  let start = at
  while (start > from && !marks.has(text.charCodeAt(start - 1))) start--
  return start
}

const NONE: readonly RegExpExecArray[] = []

/**
 * All matches of a pattern in a text, as `matchAll` gives them but at once: `matchAll` makes a pattern and an iterator of
 * its own for each call, and of the thousands of calls in a check most find nothing.
 *
 * @param pattern with the flag `g`
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  if (match === null) return NONE
  const matches: RegExpExecArray[] = []
  do {
    matches.push(match)
    if (match[0] === '') pattern.lastIndex = afterUnit(pattern, text)
    match = pattern.exec(text)
  } while (match !== null)
  return matches
}

/** Where to look on behind an empty match: one character, which for patterns with `u` or `v` may be two units. */
function afterUnit({ lastIndex, unicode }: RegExp, text: string): number {
  return lastIndex + (unicode && (text.codePointAt(lastIndex) ?? 0) > 0xffff ? 2 : 1)
}

/**
 * The place of the next unit that a pattern of one unit matches, at or behind `from`; -1 when there is none. What is rare in a
 * text is found sooner so than by a look at each unit.
 *
 * @param pattern with the flag `g`
 */
export function nextOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex - 1 : -1
}

/**
 * The ways to read a numbered outline: which single slips of a right outline give the same text. Written for the tests,
 * apart from the engine: it tries every slip and knows nothing of how the engine looks for them.
 */

/** A heading as a reader sees it: the level that its ordinal names, its number, and its depth where `#` tells it. */
export interface ReadHeading {
  readonly level: number
  readonly value: number
  readonly depth: number | undefined
}

/** A single slip that explains a text. `at` is the heading that it makes wrong; of a lost heading, the one behind it. */
export interface Slip {
  readonly kind: 'level' | 'depth' | 'repeat' | 'drop'
  readonly at: number
  /** the right level of a heading on a wrong one */
  readonly level: number
}

/** Whether every number follows: those of one level under one heading count from one on. */
export function isWhole(headings: readonly ReadHeading[]): boolean {
  const counts: number[] = []
  return headings.every(({ level, value, depth }) => {
    counts.length = Math.min(counts.length, level + 1)
    const isNext = value === (counts[level] ?? 0) + 1
    counts[level] = value
    return isNext && (depth === undefined || depth === level)
  })
}

/** Whether an outline is right: whole, no level left out, and no heading alone on its level but on the outermost one. */
export function isRight(headings: readonly ReadHeading[]): boolean {
  const counts: number[] = []
  const hasLone = (from: number): boolean => counts.slice(Math.max(1, from)).includes(1)
  for (const { level, value, depth } of headings) {
    if (level > counts.length || hasLone(level + 1) || (depth !== undefined && depth !== level)) return false
    counts.length = Math.min(counts.length, level + 1)
    if (value !== (counts[level] ?? 0) + 1) return false
    counts[level] = value
  }
  return !hasLone(1)
}

/** Every single slip that gives this text from a right outline of so many levels. */
export function slipsBehind(headings: readonly ReadHeading[], levels: number): Slip[] {
  const slips: Slip[] = []
  const numbers = [...Array(headings.length + 1).keys()]
  const changed = (at: number, change: Partial<ReadHeading>): boolean => isRight(headings.map((own, i) => (i === at ? { ...own, ...change } : own)))
  for (const at of numbers) {
    const own = headings[at]
    for (let level = 0; level < levels; level++) {
      const depth = headings[0]?.depth === undefined ? undefined : level
      if (own !== undefined && own.level !== level && changed(at, { level })) slips.push({ kind: 'level', at, level })
      if (own?.depth !== undefined && own.depth !== level && changed(at, { depth: level })) slips.push({ kind: 'depth', at, level })
      // a heading is dropped with its text, and not from above those under it
      const isLeaf = own === undefined || own.level <= level
      if (isLeaf && numbers.some((value) => isRight([...headings.slice(0, at), { level, value: value + 1, depth }, ...headings.slice(at)])))
        slips.push({ kind: 'drop', at, level })
    }
    if (own !== undefined && changed(at, { value: own.value + 1 })) slips.push({ kind: 'repeat', at, level: own.level })
  }
  return slips
}

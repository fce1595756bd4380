import type { Heading, Outline } from './outline.js'
import type { OrdinalStyle } from './ordinal.js'

const depthsOfOutline = new WeakMap<Outline, ReadonlyMap<Heading, number>>()

/**
 * The Markdown headings whose depth is not that of the other headings with their kind of ordinal, and the depth that they
 * should have: one that at least twice as many of them have. Computed once for an outline.
 */
export function wrongDepths(outline: Outline): ReadonlyMap<Heading, number> {
  let found = depthsOfOutline.get(outline)
  if (found === undefined) depthsOfOutline.set(outline, (found = find(outline)))
  return found
}

/**
 * The Markdown headings with an ordinal of the same kind as those right under them, which count from one: there the ordinal
 * is wrong, and not the depth.
 */
export function namesakes(outline: Outline): Heading[] {
  const depths = wrongDepths(outline)
  return outline.sections.flatMap(({ heading, children }) => {
    const first = children[0]?.heading
    if (heading?.ordinal === undefined || first?.ordinal === undefined || first.depth === 0 || !depths.has(heading)) return []
    return first.ordinal.style === heading.ordinal.style && first.ordinal.value === 1 ? [heading] : []
  })
}

function find(outline: Outline): Map<Heading, number> {
  const counts = countDepths(outline)
  const wrong = new Map<Heading, number>()
  for (const heading of outline.headings) {
    const { ordinal, depth } = heading
    const byDepth = ordinal && counts.get(ordinal.style)
    if (byDepth === undefined || byDepth.size < 2 || depth === 0) continue
    const [usual, most] = [...byDepth].reduce((best, entry) => (entry[1] > best[1] ? entry : best))
    if (depth !== usual && most >= 2 * (byDepth.get(depth) ?? 0)) wrong.set(heading, usual)
  }
  return wrong
}

/** How many headings of each style stand at each depth. */
function countDepths({ headings }: Outline): Map<OrdinalStyle, Map<number, number>> {
  const counts = new Map<OrdinalStyle, Map<number, number>>()
  for (const { ordinal, depth } of headings) {
    if (ordinal === undefined || depth === 0) continue
    const byDepth = counts.get(ordinal.style) ?? new Map<number, number>()
    counts.set(ordinal.style, byDepth.set(depth, (byDepth.get(depth) ?? 0) + 1))
  }
  return counts
}

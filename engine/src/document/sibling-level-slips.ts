import { searchLevelSlips } from './level-slip-search.js'
import { ORDINAL_RANK, type Ordinal, type OrdinalStyle } from './ordinal.js'
import type { Heading, Outline } from './outline.js'
import { siblingsByStyle } from './siblings.js'

/** Headings that are numbered on the wrong level, and what that explains. */
export interface LevelSlips {
  /** each heading on the wrong level, with the style that its number belongs to */
  readonly slips: ReadonlyMap<Heading, OrdinalStyle>
  /** headings whose numbers are right as soon as those, or the depths of Markdown headings, are mended */
  readonly explained: ReadonlySet<Heading>
  readonly reversals: readonly Reversal[]
}

/** 1. with （一）（二） under it, 2. with （一）（二） under it: two styles that have changed places. */
export interface Reversal {
  readonly outer: readonly Heading[]
  readonly inner: readonly Heading[]
}

type NumberedHeading = Heading & { readonly ordinal: Ordinal }

/** Outlines beyond this are no report: nothing is told of them. */
const MAX_HEADINGS = 5000
const slipsOfOutline = new WeakMap<Outline, LevelSlips>()

/**
 * Finds 一、二、（三）四、 and （一）二、（三）: numbers that go on from another level than they are written on. Only where no
 * other single slip explains the break in the count as well: see `searchLevelSlips`. Computed once for an outline.
 */
export function levelSlipsOf(outline: Outline): LevelSlips {
  let found = slipsOfOutline.get(outline)
  if (found === undefined) {
    const known = slipsOfShape.get(outline.shape)
    found = known === undefined ? find(outline) : inOutline(known, outline)
    slipsOfOutline.set(outline, found)
    if (known === undefined) slipsOfShape.set(outline.shape, withPlaces(found, outline))
  }
  return found
}

/** Slips with places among an outline's headings for the headings: outlines of one shape have the same. */
interface PlacedSlips {
  readonly slips: readonly (readonly [number, OrdinalStyle])[]
  readonly explained: readonly number[]
  readonly reversals: readonly { readonly outer: readonly number[]; readonly inner: readonly number[] }[]
}

const slipsOfShape = new WeakMap<object, PlacedSlips>()

function withPlaces({ slips, explained, reversals }: LevelSlips, { headings }: Outline): PlacedSlips {
  const places = new Map(headings.map((heading, place) => [heading, place]))
  const placesOf = (some: Iterable<Heading>): number[] => Array.from(some, (heading) => places.get(heading) as number)
  return {
    slips: Array.from(slips, ([heading, style]) => [places.get(heading) as number, style] as const),
    explained: placesOf(explained),
    reversals: reversals.map(({ outer, inner }) => ({ outer: placesOf(outer), inner: placesOf(inner) })),
  }
}

function inOutline({ slips, explained, reversals }: PlacedSlips, { headings }: Outline): LevelSlips {
  const at = (places: readonly number[]): Heading[] => places.map((place) => headings[place] as Heading)
  return {
    slips: new Map(slips.map(([place, style]) => [headings[place] as Heading, style])),
    explained: new Set(at(explained)),
    reversals: reversals.map(({ outer, inner }) => ({ outer: at(outer), inner: at(inner) })),
  }
}

function find(outline: Outline): LevelSlips {
  const slips = new Map<Heading, OrdinalStyle>()
  const explained = new Set<Heading>()
  const reversals: Reversal[] = []
  if (outline.headings.length > MAX_HEADINGS) return { slips, explained, reversals }
  const places = new Map(outline.headings.map((heading, i) => [heading, i]))
  for (const group of siblingsByStyle(outline) as NumberedHeading[][]) {
    const reversal = (group[0] as Heading).depth > 0 ? undefined : reversed(group, outline.headings, places)
    if (reversal === undefined) continue
    reversals.push(reversal)
    for (const heading of [...reversal.outer, ...reversal.inner]) explained.add(heading)
  }
  for (const { heading, style, mended } of searchLevelSlips(outline, explained)) {
    if (style !== undefined) slips.set(heading, style)
    for (const own of mended) explained.add(own)
  }
  return { slips, explained, reversals }
}

/** A group that starts anew behind every number of one inner style, which counts on: those are above it, and not below. */
function reversed(inner: readonly NumberedHeading[], headings: readonly Heading[], places: ReadonlyMap<Heading, number>): Reversal | undefined {
  const starts = inner.filter(({ ordinal }) => ordinal.value === 1)
  if (starts.length < 2 || inner[0] !== starts[0]) return undefined
  const outer = starts.map((start) => headings[(places.get(start) ?? 0) - 1])
  const style = outer[0]?.ordinal?.style
  if (style === undefined || ORDINAL_RANK[style] <= ORDINAL_RANK[(inner[0] as NumberedHeading).ordinal.style]) return undefined
  if (outer.some((heading, i) => heading?.ordinal?.style !== style || heading.ordinal.value !== i + 1)) return undefined
  return { outer: outer as Heading[], inner }
}

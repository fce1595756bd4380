import { wrongDepths } from './heading-depths.js'
import { LevelCounter, MARKDOWN_LEVELS, type LevelReading, type LevelStep } from './level-count.js'
import { ORDINAL_RANK, type OrdinalStyle } from './ordinal.js'
import type { Heading, Outline } from './outline.js'
import { sequencesOf } from './siblings.js'

/** One heading on the wrong level, and the headings whose numbers are right once it is mended. */
export interface LevelSlip {
  readonly heading: Heading
  /** the style that its number belongs to; nothing when the depth of a Markdown heading is wrong, and not its ordinal */
  readonly style: OrdinalStyle | undefined
  readonly mended: readonly Heading[]
}

/** How far behind a break is counted, how many headings before it may be the one, and how many breaks are looked at. */
const MAX_BEHIND = 40
const MAX_CANDIDATES = 40
const MAX_BREAKS = 30
/** by rank, which counts from one */
const STYLES = Object.keys(ORDINAL_RANK) as OrdinalStyle[]

/**
 * Finds the breaks in the count that one heading on the wrong level explains, and no single lost or repeated one explains
 * as well: each way to read the text is counted through, and the one with the fewest faults is taken where it is the only
 * one, or the likeliest of one heading. In Markdown the depth tells the level: the style of the ordinal is wrong, or the depth itself.
 *
 * @param explained headings whose breaks are explained already
 */
export function searchLevelSlips(outline: Outline, explained: ReadonlySet<Heading>): LevelSlip[] {
  const depths = wrongDepths(outline)
  const counter = new LevelCounter(outline.headings.map(stepOf), breaksOf(outline))
  const known = new Set(explained)
  const slips: LevelSlip[] = []
  let looked = 0
  for (const [i, { heading }] of counter.steps.entries()) {
    if (!counter.isBreak(i) || known.has(heading)) continue
    if (looked++ >= MAX_BREAKS) break
    const slip = explain(i, counter, depths)
    if (slip === undefined || known.has(slip.heading)) continue
    slips.push(slip)
    for (const own of [slip.heading, ...slip.mended]) known.add(own)
  }
  return slips
}

function stepOf(heading: Heading): LevelStep {
  const rank = heading.ordinal === undefined ? 0 : ORDINAL_RANK[heading.ordinal.style]
  const level = heading.depth > 0 ? heading.depth : rank === 0 ? 0 : MARKDOWN_LEVELS + rank
  return { heading, level, rank, value: heading.ordinal?.value ?? 0 }
}

/** The headings whose numbers do not follow the one before in their sequence. What is glued may have begun unseen. */
function breaksOf(outline: Outline): Set<Heading> {
  const breaks = new Set<Heading>()
  for (const group of sequencesOf(outline)) {
    group.forEach(({ heading }, i) => {
      const before = i === 0 ? 0 : (group[i - 1]?.heading?.ordinal?.value ?? 0)
      if (heading !== undefined && !heading.isJoinedBefore && heading.ordinal?.value !== before + 1) breaks.add(heading)
    })
  }
  return breaks
}

/**
 * Of readings that leave equally few faults the one of the nearest level, where all are of one heading's style: （三） that is
 * the third on two levels below is wrong at its place in any case.
 */
function nearestOf(readings: readonly LevelReading[], counter: LevelCounter): LevelReading | undefined {
  const styles = readings.filter((reading) => reading.kind === 'style')
  const [first] = styles
  if (first === undefined || styles.length < readings.length || styles.some(({ at }) => at !== first.at)) return undefined
  const { rank } = counter.steps[first.at] as LevelStep
  const distanceOf = (reading: { readonly rank: number }): number => Math.abs(reading.rank - rank)
  const [nearest, next] = [...styles].sort((a, b) => distanceOf(a) - distanceOf(b))
  return nearest !== undefined && (next === undefined || distanceOf(next) > distanceOf(nearest)) ? nearest : undefined
}

/** The reading that leaves fewer faults behind than any other one, where it is that of a heading on another level. */
function explain(at: number, counter: LevelCounter, depths: ReadonlyMap<Heading, number>): LevelSlip | undefined {
  const from = Math.max(counter.reachOf(at), at - MAX_CANDIDATES)
  const to = Math.min(counter.steps.length, at + MAX_BEHIND)
  const unread = counter.faults(from, to)
  let least = unread
  let best: LevelReading[] = []
  for (let i = from; i <= at; i++) {
    for (const reading of counter.readings(i)) {
      const faults = counter.faults(from, to, reading, least.breaks)
      const difference = faults.breaks - least.breaks || faults.oddities - least.oddities
      if (difference < 0) best = []
      if (difference <= 0) best.push(reading)
      if (difference < 0) least = faults
    }
  }
  if (least.breaks >= unread.breaks) return undefined
  const slipOf = (reading: LevelReading, style?: OrdinalStyle): LevelSlip => {
    const { heading } = counter.steps[reading.at] as LevelStep
    return { heading, style, mended: counter.mended(from, to, reading) }
  }
  // where the depth may be wrong as well, structure/heading-depth tells of the place
  const deeper = best.find(({ kind, at: place, level }) => kind === 'depth' && depths.get((counter.steps[place] as LevelStep).heading) === level)
  if (deeper !== undefined) return slipOf(deeper)
  const likeliest = nearestOf(best, counter)
  return likeliest && slipOf(likeliest, STYLES[likeliest.rank - 1])
}

import type { Block } from '../markdown/block.js'
import { keptOn } from '../text/kept.js'
import type { PositionedBlock } from './outline.js'
import type { ReportDocument } from './report-document.js'

/** Paragraphs that stand in the text a second time, one behind the other. */
export interface RepeatedRun {
  readonly blocks: readonly PositionedBlock[]
  /** where they stood before */
  readonly first: readonly PositionedBlock[]
}

/** Fewer paragraphs, or fewer characters, may be alike by chance or by habit. */
const MIN_BLOCKS = 3
const MIN_LENGTH = 80

/** So many lines of no more than two kinds are a list or a table, and no text that was pasted twice. */
const MOST_MONOTONOUS = 50

const wordsOf = keptOn(({ canonical }: Block): string => (/[ \u3000]/.test(canonical) ? canonical.replace(/[ \u3000]/g, '') : canonical))

/** The runs of paragraphs that repeat earlier ones word for word, in reading order; blanks do not count. */
export function repeatedRunsOf(document: ReportDocument): RepeatedRun[] {
  const prose = document.prose()
  const first = new Map<string, number>()
  // for every paragraph, the first one that says the same
  const same = prose.map(({ block }, i) => {
    const words = wordsOf(block)
    const known = first.get(words)
    if (known === undefined) first.set(words, i)
    return known ?? i
  })
  const runs: RepeatedRun[] = []
  for (let at = 0; at < prose.length; at++) {
    const before = same[at] as number
    const length = before < at ? lengthOfRun(same, before, at) : 0
    if (length < MIN_BLOCKS) continue
    const blocks = prose.slice(at, at + length)
    if (blocks.reduce((sum, { block }) => sum + wordsOf(block).length, 0) < MIN_LENGTH) continue
    runs.push({ blocks, first: prose.slice(before, before + length) })
    at += length - 1
  }
  return runs
}

/** How many paragraphs from `at` on repeat those from `before` on; none when they are of one or two kinds. */
function lengthOfRun(same: readonly number[], before: number, at: number): number {
  const kinds = new Set<number>()
  let length = 0
  // a run may not reach into itself: forty lines 中。 are no second copy of anything
  while (at + length < same.length && before + length < at && same[before + length] === same[at + length]) {
    if (kinds.size < MIN_BLOCKS) kinds.add(same[at + length] as number)
    length++
    if (length >= MOST_MONOTONOUS && kinds.size < MIN_BLOCKS) return 0
  }
  return kinds.size < MIN_BLOCKS ? 0 : length
}

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

/** The runs of paragraphs that repeat earlier ones word for word, in reading order; blanks do not count. */
export function repeatedRunsOf(document: ReportDocument): RepeatedRun[] {
  const prose = [...document.prose()]
  const words = prose.map(({ block }) => block.canonical.replace(/[ \u3000]/g, ''))
  const places = new Map<string, number>()
  const runs: RepeatedRun[] = []
  for (let at = 0; at < prose.length; at++) {
    const before = places.get(words[at] as string)
    let length = 0
    // a run may not reach into itself: forty lines 中。 are no second copy of anything
    while (before !== undefined && at + length < prose.length && before + length < at && words[before + length] === words[at + length]) length++
    if (before === undefined) places.set(words[at] as string, at)
    if (before === undefined || length < MIN_BLOCKS || new Set(words.slice(at, at + length)).size < MIN_BLOCKS) continue
    if (words.slice(at, at + length).join('').length < MIN_LENGTH) continue
    runs.push({ blocks: prose.slice(at, at + length), first: prose.slice(before, before + length) })
    at += length - 1
  }
  return runs
}

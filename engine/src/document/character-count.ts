import type { Block } from '../markdown/block.js'
import { isBlankCode } from '../text/characters.js'
import { keptOn } from '../text/kept.js'
import type { TextRange } from '../text/range.js'
import type { PositionedBlock } from './outline.js'
import type { ReportDocument } from './report-document.js'

/**
 * How many characters of prose stand in a range of the whole text, as a writer counts them: white space, line breaks, Markdown
 * marks and lines of residue left out, a character beyond the basic plane once. A block that the range cuts, as headings
 * glued into one paragraph do, is counted by its source between the cuts.
 */
export function countCharacters(document: ReportDocument, range: TextRange): number {
  const prose = document.prose()
  let count = 0
  for (let i = firstAfter(prose, range.start); i < prose.length; i++) {
    const { block, start, end } = prose[i] as PositionedBlock
    if (start >= range.end) break
    const isWhole = start >= range.start && end <= range.end
    count += isWhole ? charactersOf(block) : charactersIn(document.text.slice(Math.max(start, range.start), Math.min(end, range.end)))
  }
  return count
}

/** The place of the first block that ends after an offset. */
function firstAfter(prose: readonly PositionedBlock[], offset: number): number {
  let [low, high] = [0, prose.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((prose[middle] as PositionedBlock).end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Asked of every section that a block stands in, and after every edit. */
const charactersOf = keptOn((block: Block) => charactersIn(block.text))

function charactersIn(text: string): number {
  let count = 0
  for (const character of text) {
    const code = character.charCodeAt(0)
    if (!isBlankCode(code) && code !== 10 && code !== 13) count++
  }
  return count
}

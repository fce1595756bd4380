import type { ResidueKind } from '../lexicon/residue-phrases.js'
import type { Block } from '../markdown/block.js'
import { readOrdinal } from './ordinal.js'
import { opensAsReport, partsOf } from './residue-parts.js'
import { readSignals } from './residue-signals.js'
import { sentencesOf } from './sentence.js'

/** A numbered line that is longer than this is a heading with its text. */
const LONGEST_HEADING = 40

/** Whether a block with signs of residue holds nothing of a report besides. */
export function isWholly(block: Block, likeness: number, kind: ResidueKind): boolean {
  const { length } = block.text
  // a writing tool's sentence stands among the report's own: only what it says itself goes
  if (kind === 'ai-talk') {
    const parts = partsOf(block, { isHead: false, isTail: false, isTitle: false })?.parts
    return parts === undefined || parts.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), block.text).trim() === ''
  }
  if (length <= 30) return !holdsReportSentence(block)
  // （三）某项工作。…… is a section of the report, whatever was put in among its sentences
  if (length > LONGEST_HEADING && readOrdinal(block.text)?.style.includes('chinese') === true) return false
  const pieces = partsOf(block, { isHead: false, isTail: false, isTitle: false })
  // a lead names the report that it praises, so some words of reports are no proof against it
  return length <= 260 && likeness <= (length <= 120 ? 6 : 4) && pieces?.leavesReport !== true && pieces?.leavesSilence !== true && !opensAsReport(block)
}

/** Whether one of several short sentences is a report's: no sign of a site, a word of reports. */
function holdsReportSentence(block: Block): boolean {
  const sentences = sentencesOf(block)
  return (
    sentences.length > 1 &&
    sentences.some(({ start, end }) => {
      const { score, likeness } = readSignals(block.canonical.slice(start, end))
      return score === 0 && likeness >= 1
    })
  )
}

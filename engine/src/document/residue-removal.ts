import type { TextEdit } from '../text/edit.js'
import type { PositionedBlock } from './outline.js'
import type { ReportDocument } from './report-document.js'
import type { ResidueBlock } from './residue.js'

/** Lines of residue that stand together. */
export interface ResidueRegion {
  readonly blocks: readonly ResidueBlock[]
  /** whether every line of it can go without a look */
  readonly isSafe: boolean
}

/** The regions of a document: whole lines of residue with nothing of the report between them, in reading order. */
export function residueRegions(document: ReportDocument): ResidueRegion[] {
  const regions: ResidueBlock[][] = []
  for (const block of document.residue) {
    if (block.parts !== undefined) continue
    const region = regions[regions.length - 1]
    if (region !== undefined && region[region.length - 1]?.index === block.index - 1) region.push(block)
    else regions.push([block])
  }
  return regions.map((blocks) => ({ blocks, isSafe: blocks.every(({ isSafe }) => isSafe) }))
}

/** The runs of lines in a region that can go without a look: what explains what (a notice and the name that it made known) stays together. */
export function safeRuns(region: ResidueRegion): ResidueRegion[] {
  const runs: ResidueBlock[][] = []
  region.blocks.forEach((block, i) => {
    if (!block.isSafe) return
    if (i > 0 && region.blocks[i - 1]?.isSafe === true) runs[runs.length - 1]?.push(block)
    else runs.push([block])
  })
  return runs.map((blocks) => ({ blocks, isSafe: true }))
}

/** The edit that takes out the whole lines of some neighbouring blocks; of the whole text. */
export function removeLines(document: ReportDocument, blocks: readonly ResidueBlock[]): TextEdit {
  const first = document.blocks[(blocks[0] as ResidueBlock).index] as PositionedBlock
  const last = document.blocks[(blocks[blocks.length - 1] as ResidueBlock).index] as PositionedBlock
  return { ...document.wholeLines(first.firstLine, last.lastLine), newText: '' }
}

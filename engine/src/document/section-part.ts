import type { Heading, PositionedBlock } from './outline.js'
import type { PlacedSentence, ReportDocument } from './report-document.js'
import { sectionEvidence } from './section-evidence.js'
import { sentencesOf } from './sentence.js'
import { keptWith } from '../text/kept.js'

/** A part of the report with a heading of its own, and the sentences under it, headings left out. */
export interface ReportPart {
  readonly heading: Heading
  readonly sentences: readonly PlacedSentence[]
}

const partsOfDocument = keptWith((_: ReportDocument) => new Map<string, ReportPart | undefined>())
const headingBlocksOf = keptWith(
  (document: ReportDocument): ReadonlySet<PositionedBlock> =>
    new Set(document.outline.headings.filter(({ form }) => form === 'line' || form === 'markdown' || form === 'unnumbered').map(({ at }) => at)),
)

/** The part that a section type's heading opens, subsections included; nothing when the report has no such heading. Computed once. */
export function partOfReport(document: ReportDocument, id: string): ReportPart | undefined {
  const parts = partsOfDocument(document)
  if (!parts.has(id)) parts.set(id, readPart(document, id))
  return parts.get(id)
}

function readPart(document: ReportDocument, id: string): ReportPart | undefined {
  const section = sectionEvidence(document).get(id)?.section
  if (section?.heading === undefined) return undefined
  const { heading, end } = section
  const headingBlocks = headingBlocksOf(document)
  const sentences: PlacedSentence[] = []
  // its own blocks alone are looked at: the report around it may be long
  for (let i = heading.at.index, at = document.blocks[i]; at !== undefined && at.start < end; at = document.blocks[++i]) {
    if (at.isResidue || at.end < heading.end || headingBlocks.has(at)) continue
    for (const sentence of sentencesOf(at.block)) {
      const { start } = document.toDocument(at, sentence)
      if (start >= heading.end && start < end) sentences.push({ at, sentence })
    }
  }
  return { heading, sentences }
}

import type { Heading, PositionedBlock } from './outline.js'
import type { ReportDocument } from './report-document.js'
import { sectionEvidence } from './section-evidence.js'
import type { Sentence } from './sentence.js'

/** A part of the report with a heading of its own, and the sentences under it, headings left out. */
export interface ReportPart {
  readonly heading: Heading
  readonly sentences: readonly { readonly at: PositionedBlock; readonly sentence: Sentence }[]
}

/** The part that a section type's heading opens, subsections included; nothing when the report has no such heading. */
export function partOfReport(document: ReportDocument, id: string): ReportPart | undefined {
  const section = sectionEvidence(document).get(id)?.section
  if (section?.heading === undefined) return undefined
  const { heading, end } = section
  const headings = document.outline.headings.filter(({ form }) => form === 'line' || form === 'markdown' || form === 'unnumbered')
  const headingBlocks = new Set(headings.map(({ at }) => at))
  const sentences = [...document.sentences()].filter(({ at, sentence }) => {
    const { start } = document.toDocument(at, sentence)
    return start >= heading.end && start < end && !headingBlocks.has(at)
  })
  return { heading, sentences }
}

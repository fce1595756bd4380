import { clausesOf, sentencesOf, type ReportDocument, type Section, type TextRange } from '@gongwen/engine'
import type { SelectionRange } from 'vscode-languageserver'
import { toOffset, toRange } from '../converters/positions.js'
import { answer, type HandlerContext } from './handler-context.js'

/** Widens a selection as a writer thinks: clause, sentence, paragraph, section, the sections around it, the text. */
export function serveSelectionRanges({ connection, documents }: HandlerContext): void {
  connection.onSelectionRanges(({ textDocument: { uri }, positions }) =>
    answer(connection, 'textDocument/selectionRange', async (): Promise<SelectionRange[] | null> => {
      const checked = await documents.check(uri)
      if (checked?.isChecked !== true) return null
      const { document } = checked
      return positions.map((position) => nested(document, stepsAt(document, toOffset(document.lines, position))))
    }),
  )
}

/** The ranges around a place, the narrowest first. */
function stepsAt(document: ReportDocument, offset: number): TextRange[] {
  const { outline, text } = document
  const steps: TextRange[] = []
  const at = document.blocks.find(({ start, end }) => start <= offset && offset <= end)
  if (at !== undefined) {
    for (const sentence of sentencesOf(at.block)) {
      const range = document.toDocument(at, sentence)
      if (offset < range.start || offset > range.end) continue
      for (const { start, end } of clausesOf(sentence)) {
        const clause = document.toDocument(at, { start: sentence.start + start, end: sentence.start + end })
        if (clause.start <= offset && offset <= clause.end && steps.length === 0) steps.push(clause)
      }
      steps.push(range)
      break
    }
    steps.push({ start: at.start, end: at.end })
  }
  let section: Section | undefined = outline.sections.findLast(({ start, end }) => start <= offset && offset < end)
  for (; section?.heading !== undefined; section = section.parent) {
    // blank lines behind a section are no part of it, unless the caret stands in them
    const end = section.start + text.slice(section.start, section.end).trimEnd().length
    steps.push({ start: section.start, end: Math.max(end, offset) })
  }
  return [...steps, { start: 0, end: text.length }]
}

/** Each range in the next one; one that does not widen the one before it is left out. */
function nested({ lines }: ReportDocument, steps: readonly TextRange[]): SelectionRange {
  const growing: TextRange[] = []
  for (const step of steps) {
    const last = growing[growing.length - 1]
    if (last === undefined || (step.start <= last.start && step.end >= last.end && (step.start < last.start || step.end > last.end))) growing.push(step)
  }
  return growing.reduceRight<SelectionRange | undefined>(
    (parent, step) => ({ range: toRange(lines, step), ...(parent !== undefined && { parent }) }),
    undefined,
  ) as SelectionRange
}

import type { Heading, Outline, ReportDocument, Section, TextRange } from '@gongwen/engine'
import { FoldingRangeKind, SymbolKind, type DocumentSymbol, type FoldingRange, type SymbolInformation } from 'vscode-languageserver'
import { toRange } from './positions.js'

/** The outline as nested symbols: the report's title, when it has one, holds its sections. */
export function toSymbols(document: ReportDocument): DocumentSymbol[] {
  const { outline, lines, text } = document
  const sections = outline.root.children.map((section) => symbolOf(document, section))
  const title = outline.titles[0]
  if (title === undefined) return sections
  const name = title.block.text.trim()
  if (name === '') return sections
  const own = document.toDocument(title, { start: 0, end: title.block.text.length })
  const root = {
    name,
    kind: SymbolKind.File,
    range: toRange(lines, { start: title.start, end: endOf(text, title.start, text.length) }),
    selectionRange: toRange(lines, own),
  }
  return [{ ...root, children: sections }]
}

function symbolOf(document: ReportDocument, section: Section): DocumentSymbol {
  const heading = section.heading as Heading
  const { lines, text } = document
  return {
    name: nameOf(heading),
    kind: SymbolKind.String,
    range: toRange(lines, {
      start: section.start,
      end: Math.max(heading.end, endOf(text, section.start, section.end)),
    }),
    selectionRange: toRange(lines, heading),
    children: section.children.map((child) => symbolOf(document, child)),
  }
}

/** Ordinal and title of a heading as written; symbols must have a name. */
export function nameOf({ ordinal, title }: Heading): string {
  return `${ordinal?.text ?? ''}${title.trim()}` || '…'
}

/** The same symbols in a flat list, for clients that know no nesting. */
export function flatten(uri: string, symbols: readonly DocumentSymbol[], container?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children }) => [
    { name, kind, location: { uri, range }, ...(container !== undefined && { containerName: container }) },
    ...flatten(uri, children ?? [], name),
  ])
}

/** The sections that take more than one line, blank lines at their ends left unfolded. */
export function toFoldingRanges(outline: Outline, document: ReportDocument): FoldingRange[] {
  return outline.sections.flatMap(({ heading, start, end }) => {
    const startLine = document.lines.lineAt(heading?.start ?? start)
    const endLine = document.lines.lineAt(endOf(document.text, start, end))
    return endLine > startLine ? [{ startLine, endLine, kind: FoldingRangeKind.Region }] : []
  })
}

/** Where the words of a range end: blanks and line breaks at its end are no part of a section. */
function endOf(text: string, start: TextRange['start'], end: TextRange['end']): number {
  return start + text.slice(start, end).trimEnd().length
}

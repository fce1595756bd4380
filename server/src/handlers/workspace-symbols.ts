import type { ReportDocument } from '@gongwen/engine'
import { type CancellationToken, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver'
import { nameOfFile, type WorkspaceReports } from '../checking/workspace-reports.js'
import { nameOf } from '../converters/outline.js'
import { toRange } from '../converters/positions.js'
import { answer, type HandlerContext } from './handler-context.js'

/** Editors show no more than they can list. */
const MOST = 400

/**
 * Finds headings by their words: those of open reports, and, once something was typed, those of the reports in the
 * workspace folders.
 */
export function serveWorkspaceSymbols(context: HandlerContext, reports: WorkspaceReports): void {
  const { connection, documents } = context
  connection.onWorkspaceSymbol(({ query }, token) =>
    answer(connection, 'workspace/symbol', async (): Promise<WorkspaceSymbol[]> => {
      const found: WorkspaceSymbol[] = []
      for (const uri of documents.openUris()) {
        const checked = await documents.check(uri)
        if (checked?.isChecked === true) found.push(...matching(headingsOf(uri, checked.document), query))
      }
      if (query.trim() !== '') found.push(...(await inClosed(reports, query, token)))
      return found.slice(0, MOST)
    }),
  )
}

async function inClosed(reports: WorkspaceReports, query: string, token: CancellationToken): Promise<WorkspaceSymbol[]> {
  const found: WorkspaceSymbol[] = []
  for await (const { uri } of reports.closed(token)) {
    const headings = await reports.of(uri, 'headings', 'read', ({ document }) => headingsOf(uri, document))
    found.push(...matching(headings ?? [], query))
    if (found.length >= MOST) break
  }
  return found
}

function headingsOf(uri: string, { outline, lines }: ReportDocument): WorkspaceSymbol[] {
  const containerName = nameOfFile(uri)
  const titles = outline.titles.slice(0, 1).map((at) => ({ name: at.block.text.trim(), kind: SymbolKind.File, range: at }))
  const headings = outline.headings.map((heading) => ({ name: nameOf(heading), kind: SymbolKind.String, range: heading }))
  return [...titles, ...headings]
    .filter(({ name }) => name !== '')
    .map(({ name, kind, range }) => ({ name, kind, containerName, location: { uri, range: toRange(lines, range) } }))
}

/** Symbols that hold the characters of a query in their order, as editors match. */
function matching(symbols: readonly WorkspaceSymbol[], query: string): WorkspaceSymbol[] {
  const wanted = [...query.toLowerCase()].filter((character) => character.trim() !== '')
  return symbols.filter(({ name }) => {
    const words = name.toLowerCase()
    let at = 0
    return wanted.every((character) => (at = words.indexOf(character, at) + 1) > 0)
  })
}

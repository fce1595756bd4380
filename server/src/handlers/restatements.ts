import { figureAt, restatementsOf, type LedgerEntry } from '@gongwen/engine'
import { DocumentHighlightKind, type DocumentHighlight, type Location, type Position } from 'vscode-languageserver'
import type { CheckedText } from '../checking/checked-text.js'
import { toOffset, toRange } from '../converters/positions.js'
import { answer, type HandlerContext } from './handler-context.js'

/** Shows where a report gives the figure under the caret again: as references and as highlights. */
export function serveRestatements(context: HandlerContext): void {
  const { connection, documents } = context
  connection.onReferences(({ textDocument: { uri }, position, context: { includeDeclaration } }) =>
    answer(connection, 'textDocument/references', async (): Promise<Location[] | null> => {
      const checked = await documents.check(uri)
      const entry = figureUnder(checked, position)
      if (checked === undefined || entry === undefined) return null
      return restatementsOf(checked.document, entry)
        .filter((other) => includeDeclaration || other !== entry)
        .map((other) => ({ uri, range: toRange(checked.document.lines, other) }))
    }),
  )
  connection.onDocumentHighlight(({ textDocument: { uri }, position }) =>
    answer(connection, 'textDocument/documentHighlight', async (): Promise<DocumentHighlight[] | null> => {
      const checked = await documents.check(uri)
      const entry = figureUnder(checked, position)
      if (checked === undefined || entry === undefined) return null
      const places = restatementsOf(checked.document, entry)
      // null for a figure that stands once: the editor then highlights equal words, as elsewhere
      if (places.length < 2) return null
      return places.map((place) => ({ range: toRange(checked.document.lines, place), kind: DocumentHighlightKind.Text }))
    }),
  )
}

/** The figure at a place of a text that is checked; none in a text that is no report. */
export function figureUnder(checked: CheckedText | undefined, position: Position): LedgerEntry | undefined {
  if (checked?.isChecked !== true) return undefined
  return figureAt(checked.document, toOffset(checked.document.lines, position))
}

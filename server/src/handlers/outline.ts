import { flatten, toFoldingRanges, toSymbols } from '../converters/outline.js'
import { answer, type HandlerContext } from './handler-context.js'

/** Gives a report's headings as symbols (the editor's outline) and its sections as folding ranges. */
export function serveOutline(context: HandlerContext): void {
  const { connection, documents } = context
  connection.onDocumentSymbol(({ textDocument: { uri } }) =>
    answer(connection, 'textDocument/documentSymbol', async () => {
      const checked = await documents.check(uri)
      if (checked?.isChecked !== true) return []
      const symbols = toSymbols(checked.document)
      return context.client().capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true ? symbols : flatten(uri, symbols)
    }),
  )
  connection.onFoldingRanges(({ textDocument: { uri } }) =>
    answer(connection, 'textDocument/foldingRange', async () => {
      const checked = await documents.check(uri)
      // null, not none: the editor then folds a text that is no report by its own lights
      return checked?.isChecked === true ? toFoldingRanges(checked.document.outline, checked.document) : null
    }),
  )
}

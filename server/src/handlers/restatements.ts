import { figureAt, restatementsOf, type LedgerEntry, type TextRange } from '@gongwen/engine'
import { DocumentHighlightKind, type DocumentHighlight, type Location, type Position } from 'vscode-languageserver'
import type { CheckedText } from '../checking/checked-text.js'
import { termAt, type Term, type TermPlace } from '../checking/terms.js'
import { toOffset, toRange } from '../converters/positions.js'
import { answer, type HandlerContext } from './handler-context.js'

/** Shows where a report gives the figure, or the term, under the caret again: as references and as highlights. */
export function serveRestatements(context: HandlerContext): void {
  const { connection, documents } = context
  connection.onReferences(({ textDocument: { uri }, position, context: { includeDeclaration } }) =>
    answer(connection, 'textDocument/references', async (): Promise<Location[] | null> => {
      const checked = await documents.check(uri)
      const places = placesOf(checked, position)
      if (checked === undefined || places === undefined) return null
      return places.all.filter((other) => includeDeclaration || other !== places.asked).map((other) => ({ uri, range: toRange(checked.document.lines, other) }))
    }),
  )
  connection.onDocumentHighlight(({ textDocument: { uri }, position }) =>
    answer(connection, 'textDocument/documentHighlight', async (): Promise<DocumentHighlight[] | null> => {
      const checked = await documents.check(uri)
      const places = placesOf(checked, position)
      // null for what stands once: the editor then highlights equal words, as elsewhere
      if (checked === undefined || places === undefined || places.all.length < 2) return null
      return places.all.map((place) => ({ range: toRange(checked.document.lines, place), kind: DocumentHighlightKind.Text }))
    }),
  )
}

interface Places {
  readonly all: readonly TextRange[]
  /** the one that the caret stands in */
  readonly asked: TextRange
}

function placesOf(checked: CheckedText | undefined, position: Position): Places | undefined {
  const term = termUnder(checked, position)
  if (term !== undefined) return { all: term.places, asked: term.asked }
  const entry = figureUnder(checked, position)
  return checked === undefined || entry === undefined ? undefined : { all: restatementsOf(checked.document, entry), asked: entry }
}

/** The term at a place of a text that is checked, with the place itself; it goes before a figure that is part of it. */
export function termUnder(checked: CheckedText | undefined, position: Position): (Term & { readonly asked: TermPlace }) | undefined {
  if (checked?.isChecked !== true) return undefined
  const offset = toOffset(checked.document.lines, position)
  const term = termAt(checked.document, offset)
  const asked = term?.places.find(({ start, end }) => start <= offset && offset <= end)
  return term === undefined || asked === undefined ? undefined : { ...term, asked }
}

/** The figure at a place of a text that is checked; none in a text that is no report. */
export function figureUnder(checked: CheckedText | undefined, position: Position): LedgerEntry | undefined {
  if (checked?.isChecked !== true) return undefined
  return figureAt(checked.document, toOffset(checked.document.lines, position))
}

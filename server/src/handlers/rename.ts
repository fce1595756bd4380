import { rewritableNumeral, rewriteFigure, type TextEdit, type TextRange } from '@gongwen/engine'
import { ErrorCodes, ResponseError, type AnnotatedTextEdit, type WorkspaceEdit } from 'vscode-languageserver'
import type { CheckedText } from '../checking/checked-text.js'
import { toRange } from '../converters/positions.js'
import { answer, type HandlerContext } from './handler-context.js'
import { figureUnder } from './restatements.js'

const ANNOTATION = 'restated-figure'

/** Changes a figure wherever the report restates it; the writer is shown every place before anything is changed. */
export function serveRename(context: HandlerContext): void {
  const { connection, documents } = context
  connection.onPrepareRename(({ textDocument: { uri }, position }) =>
    answer(connection, 'textDocument/prepareRename', async () => {
      const checked = await documents.check(uri)
      const entry = figureUnder(checked, position)
      if (checked === undefined || entry === undefined) return null
      const place = rewritableNumeral(checked.document, entry)
      return place === undefined ? null : { range: toRange(checked.document.lines, place), placeholder: place.text }
    }),
  )
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }) =>
    answer(connection, 'textDocument/rename', async () => {
      const checked = await documents.check(uri)
      const entry = figureUnder(checked, position)
      const place = entry === undefined || checked === undefined ? undefined : rewritableNumeral(checked.document, entry)
      if (checked === undefined || entry === undefined || place === undefined) return null
      const edits = rewriteFigure(checked.document, entry, newName)
      if (edits === undefined) throw new ResponseError(ErrorCodes.InvalidParams, notNumeral(checked, newName))
      return previewed(checked, edits, place, context)
    }),
  )
}

function notNumeral(checked: CheckedText, typed: string): string {
  return checked.say(`“${typed}”不是一个确切的数，请写成 12460、1.2万、二十三 这样的形式。`, `“${typed}” is no exact numeral: write 12460, 1.2万 or 二十三.`)
}

/**
 * The edits, each for the writer to confirm. A client that cannot ask gets the edit of the place that the writer stands on:
 * that one the writer has just typed, the others nobody would have looked at.
 */
function previewed(checked: CheckedText, edits: readonly TextEdit[], asked: TextRange, { client }: HandlerContext): WorkspaceEdit {
  const { uri, version, document } = checked
  const { documentChanges, changeAnnotationSupport } = client().capabilities.workspace?.workspaceEdit ?? {}
  const canAsk = documentChanges === true && changeAnnotationSupport !== undefined
  const given = canAsk ? edits : edits.filter(({ start }) => start === asked.start)
  const changes = given.map((edit) => ({ range: toRange(document.lines, edit), newText: edit.newText }))
  if (documentChanges !== true) return { changes: { [uri]: changes } }
  if (!canAsk) return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
  const annotated: AnnotatedTextEdit[] = changes.map((edit) => ({ ...edit, annotationId: ANNOTATION }))
  return {
    documentChanges: [{ textDocument: { uri, version }, edits: annotated }],
    changeAnnotations: {
      [ANNOTATION]: {
        label: checked.say('文中的同一个数，请逐处确认', 'The same figure elsewhere: confirm each place'),
        needsConfirmation: true,
        description: checked.say(
          `共${edits.length}处。占比、合计等由它算出的数不会自动改。`,
          `${edits.length} places. Shares and totals computed from it are not changed.`,
        ),
      },
    },
  }
}

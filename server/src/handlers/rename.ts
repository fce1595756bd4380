import { rewritableNumeral, rewriteFigure, type TextEdit, type TextRange } from '@gongwen/engine'
import { ErrorCodes, ResponseError, type AnnotatedTextEdit, type WorkspaceEdit } from 'vscode-languageserver'
import type { CheckedText } from '../checking/checked-text.js'
import type { Term } from '../checking/terms.js'
import { toRange } from '../converters/positions.js'
import { answer, type HandlerContext } from './handler-context.js'
import { figureUnder, termUnder } from './restatements.js'
import { workspaceEdit } from './workspace-edit.js'

const ANNOTATION = 'restated'

/**
 * Changes a figure wherever the report restates it, or a term wherever it stands: the name of a work in every 《》 that
 * holds it, a short name behind its definition. The writer is shown every place that is not certain before anything is
 * changed.
 */
export function serveRename(context: HandlerContext): void {
  const { connection, documents } = context
  connection.onPrepareRename(({ textDocument: { uri }, position }) =>
    answer(connection, 'textDocument/prepareRename', async () => {
      const checked = await documents.check(uri)
      const term = termUnder(checked, position)
      if (checked !== undefined && term !== undefined) return { range: toRange(checked.document.lines, term.asked), placeholder: term.term }
      const entry = figureUnder(checked, position)
      if (checked === undefined || entry === undefined) return null
      const place = rewritableNumeral(checked.document, entry)
      return place === undefined ? null : { range: toRange(checked.document.lines, place), placeholder: place.text }
    }),
  )
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }) =>
    answer(connection, 'textDocument/rename', async () => {
      const checked = await documents.check(uri)
      const term = termUnder(checked, position)
      if (checked !== undefined && term !== undefined) return renamed(checked, term, newName, context)
      const entry = figureUnder(checked, position)
      const place = entry === undefined || checked === undefined ? undefined : rewritableNumeral(checked.document, entry)
      if (checked === undefined || entry === undefined || place === undefined) return null
      const edits = rewriteFigure(checked.document, entry, newName)
      if (edits === undefined) throw new ResponseError(ErrorCodes.InvalidParams, notNumeral(checked, newName))
      return previewed(checked, edits, place, previewOfFigure(checked, edits.length), context)
    }),
  )
}

function renamed(checked: CheckedText, { kind, places, asked }: Term & { readonly asked: TextRange }, newName: string, context: HandlerContext): WorkspaceEdit {
  if (newName.trim() === '' || /[《》“”\r\n]/.test(newName)) throw new ResponseError(ErrorCodes.InvalidParams, notName(checked, newName))
  const edits = places.map(({ start, end }) => ({ start, end, newText: newName }))
  return kind === 'work' ? workspaceEdit(checked, edits, context) : previewed(checked, edits, asked, previewOfTerm(checked, edits.length), context)
}

function notName(checked: CheckedText, typed: string): string {
  return checked.say(
    `“${typed}”不能作名称：不能为空，不能带书名号、引号和换行。`,
    `“${typed}” is no name: it must not be empty or hold title marks, quotation marks or line breaks.`,
  )
}

/** What the writer is told of the places before they are changed. */
interface Preview {
  readonly label: string
  readonly description: string
}

function previewOfFigure(checked: CheckedText, count: number): Preview {
  return {
    label: checked.say('文中的同一个数，请逐处确认', 'The same figure elsewhere: confirm each place'),
    description: checked.say(`共${count}处。占比、合计等由它算出的数不会自动改。`, `${count} places. Shares and totals computed from it are not changed.`),
  }
}

function previewOfTerm(checked: CheckedText, count: number): Preview {
  return {
    label: checked.say('文中的同一个简称，请逐处确认', 'The same short name elsewhere: confirm each place'),
    description: checked.say(`共${count}处，从说明简称的一处起。`, `${count} places, from its definition on.`),
  }
}

function notNumeral(checked: CheckedText, typed: string): string {
  return checked.say(`“${typed}”不是一个确切的数，请写成 12460、1.2万、二十三 这样的形式。`, `“${typed}” is no exact numeral: write 12460, 1.2万 or 二十三.`)
}

/**
 * The edits, each for the writer to confirm. A client that cannot ask gets the edit of the place that the writer stands on:
 * that one the writer has just typed, the others nobody would have looked at.
 */
function previewed(checked: CheckedText, edits: readonly TextEdit[], asked: TextRange, preview: Preview, { client }: HandlerContext): WorkspaceEdit {
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
        ...preview,
        needsConfirmation: true,
      },
    },
  }
}

import type { DoubtfulEdit, TextEdit } from '@gongwen/engine'
import type { AnnotatedTextEdit, ChangeAnnotation, WorkspaceEdit } from 'vscode-languageserver'
import type { CheckedText } from '../checking/checked-text.js'
import { toEdits, toRange } from '../converters/positions.js'
import type { HandlerContext } from './handler-context.js'

/** Whether the client can ask for the edits of an action later, when the user takes it. */
export function canResolveEdits({ client }: HandlerContext): boolean {
  return client().capabilities.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true
}

/**
 * An edit that the client refuses when its text has moved on, where the client can tell.
 *
 * @param doubtful edits that the client is to ask the user about; a client that cannot ask is not given them
 */
export function workspaceEdit(
  checked: CheckedText,
  edits: readonly TextEdit[],
  { client }: HandlerContext,
  doubtful: readonly DoubtfulEdit[] = [],
): WorkspaceEdit {
  const { uri, version, document } = checked
  const changes = toEdits(document.lines, edits)
  const { documentChanges, changeAnnotationSupport } = client().capabilities.workspace?.workspaceEdit ?? {}
  if (documentChanges !== true) return { changes: { [uri]: changes } }
  if (doubtful.length === 0 || changeAnnotationSupport === undefined) return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
  return {
    documentChanges: [{ textDocument: { uri, version }, edits: [...changes, ...annotated(checked, doubtful)] }],
    changeAnnotations: Object.fromEntries(doubtful.map((edit, i) => [annotationId(i), annotationOf(checked, edit)])),
  }
}

function annotated({ document }: CheckedText, doubtful: readonly DoubtfulEdit[]): AnnotatedTextEdit[] {
  return doubtful.map((edit, i) => ({
    range: toRange(document.lines, edit),
    newText: edit.newText,
    annotationId: annotationId(i),
  }))
}

function annotationId(i: number): string {
  return `gongwen.reference.${i}`
}

function annotationOf(checked: CheckedText, { start, end, newText, text }: DoubtfulEdit): ChangeAnnotation {
  const now = checked.text.slice(start, end)
  return {
    label: checked.say('文中的指引，请核实后再改', 'References to look at'),
    needsConfirmation: true,
    description: checked.say(`“${text}”：“${now}”改为“${newText}”？`, `“${text}”: “${now}” to “${newText}”?`),
  }
}

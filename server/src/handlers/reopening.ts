import { CodeActionKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver'
import type { CheckedText } from '../checking/checked-text.js'
import type { HandlerContext } from './handler-context.js'

/**
 * The one thing to do with a text opened in a wrong encoding: opening it in another. Comments that silence the finding are
 * not offered, for the text must not be saved as it is.
 */
export function reopening(checked: CheckedText, { context: { only, diagnostics } }: CodeActionParams, { client }: HandlerContext): CodeAction[] {
  const isWanted = only === undefined || only.includes(CodeActionKind.QuickFix)
  if (!isWanted || client().options.changeEncoding !== true || checked.findings.length === 0) return []
  const title = checked.say('换一种编码重新打开…', 'Reopen with another encoding…')
  const command = { title, command: 'workbench.action.editor.changeEncoding' }
  const own = diagnostics.filter(({ code }) => code === checked.findings[0]?.ruleId)
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: own, isPreferred: true, command }]
}

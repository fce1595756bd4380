import * as vscode from 'vscode'
import { columnOf } from './document-places.js'
import { SELECTOR } from './document-schemes.js'

let last: vscode.TextDocument | undefined

/** Remembers which report was last worked on, while a walkthrough, a preview or a log is in front. */
export function followDocumentInUse(): vscode.Disposable {
  const remember = (editor: vscode.TextEditor | undefined): void => {
    if (editor !== undefined && vscode.languages.match(SELECTOR, editor.document) > 0) last = editor.document
  }
  remember(vscode.window.activeTextEditor)
  return vscode.window.onDidChangeActiveTextEditor(remember)
}

/** The document of the active editor where it may be a report, else the one that was last worked on and is still open. */
export function documentInUse(): vscode.TextDocument | undefined {
  const active = vscode.window.activeTextEditor?.document
  if (active !== undefined && vscode.languages.match(SELECTOR, active) > 0) return active
  return last === undefined || last.isClosed ? undefined : last
}

/**
 * The document that a command is for, brought to the front where something else is there: a button of the walkthrough is for
 * the report behind it. Tells the writer when there is none.
 */
export async function documentForCommand(): Promise<vscode.TextDocument | undefined> {
  const active = vscode.window.activeTextEditor?.document
  const document = active !== undefined && active.uri.scheme !== 'output' ? active : documentInUse()
  if (document === undefined) void vscode.window.showInformationMessage(vscode.l10n.t('Open a report first.'))
  else if (document !== active) await vscode.window.showTextDocument(document, columnOf(document.uri))
  return document
}

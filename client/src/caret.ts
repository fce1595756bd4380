import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { CaretNotification } from './protocol.js'

/** Milliseconds without another move after which the server is told: while somebody types, the caret moves with every key. */
const STILL = 120

/** Tells the server where the caret stands in documents that were edited. */
export function followCaret(client: BaseLanguageClient, selector: vscode.DocumentSelector): vscode.Disposable {
  const edited = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = (document: vscode.TextDocument, caret: vscode.Position): void => {
    if (!client.isRunning()) return
    const { code2ProtocolConverter } = client
    const uri = code2ProtocolConverter.asUri(document.uri)
    client
      .sendNotification(CaretNotification, { uri, version: document.version, position: code2ProtocolConverter.asPosition(caret) })
      .catch((error: unknown) => client.outputChannel.appendLine(`gongwen/caret: ${String(error)}`))
  }
  const tellSoon = ({ document }: vscode.TextEditor): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const editor = vscode.window.activeTextEditor
      if (editor?.document === document) tell(document, editor.selection.active)
    }, STILL)
  }
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || vscode.languages.match(selector, document) === 0) return
      edited.add(document.uri.toString())
      // an edit that a command makes elsewhere does not move the caret
      const editor = vscode.window.activeTextEditor
      if (editor?.document === document) tellSoon(editor)
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => void edited.delete(uri.toString())),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (edited.has(textEditor.document.uri.toString())) tellSoon(textEditor)
    }),
    { dispose: () => clearTimeout(timer) },
  )
}

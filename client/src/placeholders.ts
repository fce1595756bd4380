import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { check, isMeant, noReport } from './checking.js'
import { HealthRequest } from './protocol.js'

/** Selects the next place to be filled in behind the selection; the first one when there is none behind it. */
export async function goToNextPlaceholder(client: BaseLanguageClient, editor: vscode.TextEditor): Promise<void> {
  await client.start()
  const { document, selection } = editor
  const { health } = await client.sendRequest(HealthRequest, { uri: client.code2ProtocolConverter.asUri(document.uri) })
  const places = (health?.placeholders ?? []).map(({ start, end }) => new vscode.Range(start.line, start.character, end.line, end.character))
  const [first] = places
  if (first === undefined) {
    if (health !== null || isMeant(await check(client, document), noReport.notChecked()))
      void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing left to fill in.'))
    return
  }
  // the place that is selected counts as left behind, one that the caret stands before does not
  const next = places.find(({ start }) => (selection.isEmpty ? start.isAfterOrEqual(selection.active) : start.isAfter(selection.start))) ?? first
  editor.selection = new vscode.Selection(next.start, next.end)
  editor.revealRange(next, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
}

import * as vscode from 'vscode'
import { CodeActionRequest, CodeActionResolveRequest, type BaseLanguageClient as LanguageClient, type CodeAction } from 'vscode-languageclient'
import { withCancellableProgress } from './late-progress.js'

/** Restructurings of the whole document, by the kind of the server's code action. */
export type Restructuring = 'refactor.rewrite.gongwen.renumber' | 'refactor.rewrite.gongwen.toMarkdown'

/**
 * Makes the edits of one of the server's code actions. Edits that the server is unsure of are shown to the writer first.
 *
 * @returns false when there is nothing to change
 */
export async function restructure(client: LanguageClient, document: vscode.TextDocument, kind: Restructuring): Promise<boolean> {
  const action = await withCancellableProgress(vscode.l10n.t('Reading the headings…'), (token) => actionOf(client, document, kind, token))
  if (action === undefined) return false
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(action.edit)
  const isApplied = edit !== undefined && (await vscode.workspace.applyEdit(edit))
  if (!isApplied) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing was changed.'))
    return true
  }
  // Markdown headings are worth nothing in a text that is shown as plain
  if (kind === 'refactor.rewrite.gongwen.toMarkdown' && document.languageId === 'plaintext')
    await vscode.languages.setTextDocumentLanguage(document, 'markdown')
  return true
}

/** Asked of the server itself: the editor’s own way loses which edits want a look. */
async function actionOf(
  client: LanguageClient,
  document: vscode.TextDocument,
  kind: Restructuring,
  token: vscode.CancellationToken,
): Promise<CodeAction | undefined> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0)
  const params = {
    textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
    range: client.code2ProtocolConverter.asRange(whole),
    context: { diagnostics: [], only: [kind] },
  }
  const actions = await client.sendRequest(CodeActionRequest.type, params, token)
  const action = (actions ?? []).find((offered): offered is CodeAction => 'kind' in offered && offered.kind === kind)
  return action === undefined || action.edit !== undefined ? action : client.sendRequest(CodeActionResolveRequest.type, action, token)
}

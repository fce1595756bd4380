import * as vscode from 'vscode'
import { CodeActionRequest, CodeActionResolveRequest, type CodeAction, type Range } from 'vscode-languageclient'
import type { BaseLanguageClient } from 'vscode-languageclient'

const FIX_ALL = 'source.fixAll.gongwen'

/**
 * Applies one fix of one finding, as the server offers it for the newest text.
 *
 * @param finding the finding's identity, as the server keeps it with its diagnostic
 * @returns false when the text has moved on and the fix is offered no more
 */
export async function applyFix(client: BaseLanguageClient, document: vscode.TextDocument, finding: string, range: Range, title: string): Promise<boolean> {
  const actions = await actionsIn(client, document, range, vscode.CodeActionKind.QuickFix.value)
  const action = actions.find((offered) => offered.title === title && offered.diagnostics?.some(({ data }) => isOf(data, finding)) === true)
  return action !== undefined && apply(client, document, action)
}

/** Applies all safe fixes, figures left alone; false when there is none or the text has moved on. */
export async function applyAllSafe(client: BaseLanguageClient, document: vscode.TextDocument): Promise<boolean> {
  const whole = { start: { line: 0, character: 0 }, end: { line: document.lineCount, character: 0 } }
  const action = (await actionsIn(client, document, whole, FIX_ALL)).find(({ kind }) => kind === FIX_ALL)
  return action !== undefined && apply(client, document, action)
}

async function actionsIn(client: BaseLanguageClient, { uri }: vscode.TextDocument, range: Range, kind: string): Promise<CodeAction[]> {
  const offered = await client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
    range,
    context: { diagnostics: [], only: [kind] },
  })
  return (offered ?? []).filter((action): action is CodeAction => 'kind' in action)
}

async function apply(client: BaseLanguageClient, document: vscode.TextDocument, action: CodeAction): Promise<boolean> {
  const { version } = document
  const resolved = action.edit === undefined ? await client.sendRequest(CodeActionResolveRequest.type, action) : action
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(resolved.edit)
  // typed meanwhile: the ranges are of another text
  if (edit === undefined || document.version !== version) return false
  return vscode.workspace.applyEdit(edit)
}

function isOf(data: unknown, finding: string): boolean {
  return typeof data === 'object' && data !== null && 'identity' in data && data.identity === finding
}

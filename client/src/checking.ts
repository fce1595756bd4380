import type { DocumentStatus } from '@gongwen/messages'
import * as vscode from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import { withCancellableProgress } from './late-progress.js'
import { CheckRequest } from './protocol.js'

/** What is said of a document that is no report, by what the writer wanted of it. */
export const noReport = {
  notChecked: (): string =>
    vscode.l10n.t('This document does not look like a work report, so it is not checked. Set “gongwen.enable” to “always” to check it all the same.'),
  notChanged: (): string => vscode.l10n.t('This document does not look like a work report, so nothing was changed.'),
  notCompared: (): string => vscode.l10n.t('This document does not look like a work report, so there is nothing to compare.'),
}

/** Checks the document as it now is, whatever became of earlier checks. */
export async function check(client: LanguageClient, document: vscode.TextDocument): Promise<DocumentStatus> {
  await client.start()
  const uri = client.code2ProtocolConverter.asUri(document.uri)
  return withCancellableProgress(vscode.l10n.t('Checking the whole document…'), (token) => client.sendRequest(CheckRequest, { uri }, token))
}

/**
 * Whether the document of the active editor is one that is checked. The writer is told why not: a report opened in a wrong
 * encoding is not said to be none.
 *
 * @param otherwise what is said of a document that is no report
 */
export function isMeant(status: DocumentStatus, otherwise: string): boolean {
  if (status.isMisread === true) offerOtherEncoding()
  else if (!status.isChecked) void vscode.window.showInformationMessage(otherwise)
  return status.isChecked
}

/** Says that the document of the active editor was opened in a wrong encoding, and opens it in another if the writer wants. */
function offerOtherEncoding(): void {
  const reopen = vscode.l10n.t('Reopen with Another Encoding…')
  const message = vscode.l10n.t('This file was opened in the wrong encoding, so it cannot be checked. Do not save it.')
  // not awaited: the message stays until the writer is done with it, the command is over now
  void vscode.window
    .showWarningMessage(message, reopen)
    .then((choice) => (choice === reopen ? vscode.commands.executeCommand('workbench.action.editor.changeEncoding') : undefined))
}

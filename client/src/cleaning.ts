import type { CleaningPlan } from '@gongwen/messages'
import * as vscode from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import { check, isMeant, noReport } from './checking.js'
import { progressGone, withCancellableProgress } from './late-progress.js'
import { CleanRequest } from './protocol.js'

/**
 * Asks whether to clean a document: all at once, which one undo takes back, or by a preview in which the writer ticks what
 * is to go. Says how much it is before and what is left afterwards.
 */
export async function cleanResidue(client: LanguageClient, document: vscode.TextDocument): Promise<void> {
  await client.start()
  const uri = client.code2ProtocolConverter.asUri(document.uri)
  const plan = await withCancellableProgress(vscode.l10n.t('Looking for residue…'), (token) => client.sendRequest(CleanRequest, { uri }, token))
  if (!plan.isChecked && !isMeant(await check(client, document), noReport.notChanged())) return
  if (plan.places === 0) {
    const nothing =
      plan.left === 0 ? vscode.l10n.t('No residue found.') : vscode.l10n.t('No residue that can go without a look. Places to look at: {0}.', plan.left)
    void vscode.window.showInformationMessage(nothing)
    return
  }
  const all = vscode.l10n.t('Clean All')
  const preview = vscode.l10n.t('Preview Each')
  await progressGone()
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('Places to clean: {0}.', plan.places),
    {
      modal: true,
      detail: vscode.l10n.t('Only what sites left or damaged changes; no sentence of the report and no figure is touched.'),
    },
    all,
    preview,
  )
  if (choice === undefined) return
  const meanwhile = vscode.l10n.t('The document changed meanwhile; please run the command again.')
  if (plan.version !== document.version) throw new Error(meanwhile)
  if (!(await vscode.workspace.applyEdit(editOf(plan, choice === preview, client, document)))) {
    if (choice === all) throw new Error(meanwhile)
    return
  }
  if (document.version === plan.version) return
  void vscode.window.showInformationMessage(plan.left === 0 ? vscode.l10n.t('Cleaned.') : vscode.l10n.t('Cleaned. Places to look at: {0}.', plan.left))
}

/** The edits, under a heading for what goes and one for what is mended; with `needsConfirmation` the editor shows them first. */
function editOf({ removals, repairs }: CleaningPlan, needsConfirmation: boolean, client: LanguageClient, document: vscode.TextDocument): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit()
  const add = (changes: CleaningPlan['removals'], label: string): void => {
    for (const { range, newText } of changes) edit.replace(document.uri, client.protocol2CodeConverter.asRange(range), newText, { needsConfirmation, label })
  }
  add(removals, vscode.l10n.t('Remove what sites left'))
  add(repairs, vscode.l10n.t('Mend damaged marks and words'))
  return edit
}

import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import { cleanResidue } from './cleaning.js'
import { CheckRequest, type DocumentStatus } from './protocol.js'
import { restructure, type Restructuring } from './restructuring.js'
import { explainRule } from './rule-pages.js'
import { describeCounts } from './status-item.js'

const FIX_ALL = 'source.fixAll.gongwen'

/** Registers the commands that the manifest declares. A command that fails says so and does not throw at the editor. */
export function registerCommands(context: vscode.ExtensionContext, client: LanguageClient): vscode.Disposable[] {
  const register = (id: string, run: (...args: unknown[]) => Promise<void>): vscode.Disposable =>
    vscode.commands.registerCommand(id, async (...args: unknown[]) => {
      try {
        await run(...args)
      } catch (error) {
        client.outputChannel.appendLine(`${id}: ${String(error)}`)
        void vscode.window.showErrorMessage(vscode.l10n.t('Gongwen Lint: {0}', error instanceof Error ? error.message : String(error)))
      }
    })
  return [
    register('gongwen.checkDocument', () => checkDocument(client)),
    register('gongwen.fixDocument', () => fixDocument(client)),
    register('gongwen.cleanResidue', () => cleanActive(client)),
    register('gongwen.renumber', () => renumber(client)),
    register('gongwen.toMarkdown', () => toMarkdown(client)),
    register('gongwen.explainRule', (ruleId) => explainRule(context, typeof ruleId === 'string' ? ruleId : undefined)),
    register('gongwen.showOutput', async () => client.outputChannel.show()),
  ]
}

/** Checks the document of the active editor, opens the list of problems and says how many there are. */
async function checkDocument(client: LanguageClient): Promise<void> {
  const document = activeDocument()
  if (document === undefined) return
  const status = await check(client, document)
  if (!status.isChecked) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('This document does not look like a work report, so it is not checked. Set “gongwen.enable” to “always” to check it all the same.'),
    )
    return
  }
  const { error, warning, info, hint } = status.counts
  if (error + warning + info + hint > 0) await vscode.commands.executeCommand('workbench.actions.view.problems')
  const fix = vscode.l10n.t('Fix Safe Problems')
  const isMendable = (await fixAllEdits(document)).length > 0
  const summary = vscode.l10n.t('Whole document checked: {0}.', describeCounts(status.counts))
  // not awaited: the message stays until the writer is done with it, the command is over now
  void vscode.window
    .showInformationMessage(summary, ...(isMendable ? [fix] : []))
    .then((choice) => (choice === fix ? vscode.commands.executeCommand('gongwen.fixDocument') : undefined))
}

/** Applies the safe fixes to the document of the active editor, figures left alone, and says what is left. */
async function fixDocument(client: LanguageClient): Promise<void> {
  const document = activeDocument()
  if (document === undefined) return
  const before = await check(client, document)
  const edits = await fixAllEdits(document)
  for (const edit of edits) {
    if (!(await vscode.workspace.applyEdit(edit))) throw new Error(vscode.l10n.t('The document changed meanwhile; please run the command again.'))
  }
  if (edits.length === 0) {
    void vscode.window.showInformationMessage(
      before.isChecked
        ? vscode.l10n.t('Nothing here can be fixed without a look ({0}).', describeCounts(before.counts))
        : vscode.l10n.t('This document does not look like a work report, so nothing was changed.'),
    )
    return
  }
  const after = await check(client, document)
  void vscode.window.showInformationMessage(vscode.l10n.t('Fixed; figures were left alone. What remains: {0}.', describeCounts(after.counts)))
}

async function cleanActive(client: LanguageClient): Promise<void> {
  const document = activeDocument()
  if (document !== undefined) await cleanResidue(client, document)
}

/** Numbers the headings of the document in the active editor anew, and the references to them. */
async function renumber(client: LanguageClient): Promise<void> {
  if (await hasNothingFor(client, 'refactor.rewrite.gongwen.renumber'))
    void vscode.window.showInformationMessage(vscode.l10n.t('The numbers of this document are right already.'))
}

/** Turns the plain headings of the document in the active editor into Markdown headings. */
async function toMarkdown(client: LanguageClient): Promise<void> {
  if (await hasNothingFor(client, 'refactor.rewrite.gongwen.toMarkdown'))
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no plain heading to turn into a Markdown heading.'))
}

/** Restructures the document of the active editor; true when it is a report and has nothing to change. */
async function hasNothingFor(client: LanguageClient, kind: Restructuring): Promise<boolean> {
  const document = activeDocument()
  if (document === undefined) return false
  if ((await check(client, document)).isChecked) return !(await restructure(client, document, kind))
  void vscode.window.showInformationMessage(vscode.l10n.t('This document does not look like a work report, so nothing was changed.'))
  return false
}

function activeDocument(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document
  if (document === undefined) void vscode.window.showInformationMessage(vscode.l10n.t('Open a report first.'))
  return document
}

async function check(client: LanguageClient, document: vscode.TextDocument): Promise<DocumentStatus> {
  await client.start()
  return client.sendRequest(CheckRequest, { uri: client.code2ProtocolConverter.asUri(document.uri) })
}

/** The edits of “fix all”, from the same code action that the editor may run on saving. */
async function fixAllEdits(document: vscode.TextDocument): Promise<vscode.WorkspaceEdit[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0)
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[] | undefined>('vscode.executeCodeActionProvider', document.uri, whole, FIX_ALL, 1)
  return (actions ?? []).flatMap(({ edit, kind }) => (edit !== undefined && kind?.value === FIX_ALL ? [edit] : []))
}

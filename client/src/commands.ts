import * as vscode from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import { beginReport } from './beginning.js'
import { check, isMeant, noReport } from './checking.js'
import { cleanResidue } from './cleaning.js'
import { compareWithLastYear, Comparisons } from './comparing.js'
import { createConfiguration } from './configuring.js'
import { documentForCommand, documentInUse } from './document-in-use.js'
import { progressGone, withCancellableProgress } from './late-progress.js'
import { ReportPanels } from './panel/report-panels.js'
import { goToNextPlaceholder } from './placeholders.js'
import { restructure, type Restructuring } from './restructuring.js'
import { explainRule } from './rule-pages.js'
import { describeCounts } from './status-item.js'
import { isHealthNode, type HealthView } from './views/health-view.js'

const FIX_ALL = 'source.fixAll.gongwen'

/** Registers the commands that the manifest declares. A command that fails says so and does not throw at the editor. */
export function registerCommands(context: vscode.ExtensionContext, client: LanguageClient, health: HealthView): vscode.Disposable[] {
  const fail = (id: string, error: unknown): void => {
    client.outputChannel.appendLine(`${id}: ${String(error)}`)
    void vscode.window.showErrorMessage(vscode.l10n.t('Gongwen Lint: {0}', error instanceof Error ? error.message : String(error)))
  }
  const register = (id: string, run: (...args: unknown[]) => Promise<void>): vscode.Disposable =>
    vscode.commands.registerCommand(id, async (...args: unknown[]) => {
      try {
        await run(...args)
      } catch (error) {
        // given up by the writer, who knows
        if (!(error instanceof vscode.CancellationError)) fail(id, error)
      }
    })
  const panels = new ReportPanels({
    client,
    assets: vscode.Uri.joinPath(context.extensionUri, 'dist', 'client'),
    toWord: async (content) => (await import('./panel/content/to-word.js')).toWord(content),
    fail: (error) => fail('gongwen.showReport', error),
  })
  const comparisons = new Comparisons()
  return [
    comparisons,
    panels,
    register('gongwen.showReport', async (uri, last) => panels.show(asUri(uri) ?? documentInUse()?.uri, asUri(last))),
    register('gongwen.checkDocument', () => checkDocument(client)),
    register('gongwen.fixDocument', () => fixDocument(client)),
    register('gongwen.cleanResidue', () => onActive((document) => cleanResidue(client, document))),
    register('gongwen.renumber', () => renumber(client)),
    register('gongwen.toMarkdown', () => toMarkdown(client)),
    register('gongwen.explainRule', (rule) => explainRule(context, ruleIdOf(rule))),
    register('gongwen.fixFinding', async (node) => (isHealthNode(node) ? health.fix(node) : undefined)),
    register('gongwen.newReport', () => beginReport(client, context.workspaceState)),
    register('gongwen.compareWithLastYear', () => onActive((document) => compareWithLastYear(client, document, comparisons))),
    register('gongwen.nextPlaceholder', () => nextPlaceholder(client)),
    register('gongwen.createConfiguration', () => createConfiguration(client)),
    register('gongwen.showOutput', async () => client.outputChannel.show()),
  ]
}

/** Menus give more than addresses, other extensions may give anything. */
function asUri(argument: unknown): vscode.Uri | undefined {
  return argument instanceof vscode.Uri ? argument : undefined
}

/** A rule's id: itself, or that of an entry of the view. */
function ruleIdOf(rule: unknown): string | undefined {
  if (isHealthNode(rule)) return rule.ruleId ?? undefined
  return typeof rule === 'string' ? rule : undefined
}

async function onActive(act: (document: vscode.TextDocument) => Promise<void>): Promise<void> {
  const document = await documentForCommand()
  if (document !== undefined) await act(document)
}

async function nextPlaceholder(client: LanguageClient): Promise<void> {
  const document = await documentForCommand()
  const editor = vscode.window.activeTextEditor
  if (document !== undefined && editor !== undefined) await goToNextPlaceholder(client, editor)
}

/** Checks the document of the active editor, opens the list of problems and says how many there are. */
async function checkDocument(client: LanguageClient): Promise<void> {
  const document = await documentForCommand()
  if (document === undefined) return
  const status = await check(client, document)
  if (!isMeant(status, noReport.notChecked())) return
  const { error, warning, info, hint } = status.counts
  if (error + warning + info + hint > 0) await vscode.commands.executeCommand('workbench.actions.view.problems')
  const fix = vscode.l10n.t('Fix Safe Problems')
  const isMendable = (await fixAllEdits(document)).length > 0
  await progressGone()
  const summary = vscode.l10n.t('Whole document checked: {0}.', describeCounts(status.counts))
  // not awaited: the message stays until the writer is done with it, the command is over now
  void vscode.window
    .showInformationMessage(summary, ...(isMendable ? [fix] : []))
    .then((choice) => (choice === fix ? vscode.commands.executeCommand('gongwen.fixDocument') : undefined))
}

/** Applies the safe fixes to the document of the active editor, figures left alone, and says what is left. */
async function fixDocument(client: LanguageClient): Promise<void> {
  const document = await documentForCommand()
  if (document === undefined) return
  const before = await check(client, document)
  if (!isMeant(before, noReport.notChanged())) return
  const edits = await fixAllEdits(document)
  for (const edit of edits) {
    if (!(await vscode.workspace.applyEdit(edit))) throw new Error(vscode.l10n.t('The document changed meanwhile; please run the command again.'))
  }
  if (edits.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing here can be fixed without a look ({0}).', describeCounts(before.counts)))
    return
  }
  const after = await check(client, document)
  await progressGone()
  void vscode.window.showInformationMessage(vscode.l10n.t('Fixed; figures were left alone. What remains: {0}.', describeCounts(after.counts)))
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
  const document = await documentForCommand()
  if (document === undefined) return false
  return isMeant(await check(client, document), noReport.notChanged()) && !(await restructure(client, document, kind))
}

/** The edits of “fix all”, from the same code action that the editor may run on saving. */
async function fixAllEdits(document: vscode.TextDocument): Promise<vscode.WorkspaceEdit[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0)
  const actions = await withCancellableProgress(vscode.l10n.t('Looking for what can be fixed safely…'), async () =>
    vscode.commands.executeCommand<vscode.CodeAction[] | undefined>('vscode.executeCodeActionProvider', document.uri, whole, FIX_ALL, 1),
  )
  return (actions ?? []).flatMap(({ edit, kind }) => (edit !== undefined && kind?.value === FIX_ALL ? [edit] : []))
}

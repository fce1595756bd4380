import type { CompareAnswer, OtherText } from '@gongwen/messages'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { check, isMeant, noReport } from './checking.js'
import { columnOf, nameOf } from './document-places.js'
import { progressGone, withCancellableProgress } from './late-progress.js'
import { chooseLastYear, readOther, siblingsOf } from './panel/last-year.js'
import { CompareRequest } from './protocol.js'

/** Scheme of comparisons: read-only documents that live in memory. */
const SCHEME = 'gongwen-comparison'

/** The comparisons that were made, as documents that the Markdown preview can show. */
export class Comparisons implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>()
  /** the newest comparison of each document */
  private readonly newest = new Map<string, string>()
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this)
  private made = 0

  provideTextDocumentContent(uri: vscode.Uri): string {
    // after a reload of the window the tab is there and the comparison is not
    return this.texts.get(uri.toString()) ?? vscode.l10n.t('Please run “Compare with Last Year” again.')
  }

  /**
   * Shows a comparison in a preview beside the editor. Every comparison has an address of its own: a preview does not draw
   * a document anew whose version it has seen.
   */
  async show(document: vscode.Uri, markdown: string): Promise<void> {
    const name = nameOf(document).replace(/\.[^.]{1,10}$/, '')
    const path = `/${vscode.l10n.t('{0} compared with last year', name)}.md`
    const uri = vscode.Uri.from({ scheme: SCHEME, path, query: `${document.toString()} ${++this.made}` })
    this.texts.delete(this.newest.get(document.toString()) ?? '')
    this.newest.set(document.toString(), uri.toString())
    this.texts.set(uri.toString(), markdown)
    // locked: another preview would turn to the next document that is clicked
    await closePreviewsOf(nameOf(uri))
    await vscode.commands.executeCommand('markdown.showLockedPreviewToSide', uri)
  }

  dispose(): void {
    this.registration.dispose()
  }
}

/** Closes the previews of documents of a name. */
async function closePreviewsOf(name: string): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs)
  const previews = tabs.filter(
    ({ input, label }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('markdown.preview') && label.endsWith(name),
  )
  if (previews.length > 0) await vscode.window.tabGroups.close(previews, true)
}

/** Compares a document with last year's report: the one in its folder, else one that the writer chooses. */
export async function compareWithLastYear(client: BaseLanguageClient, document: vscode.TextDocument, comparisons: Comparisons): Promise<void> {
  await client.start()
  const title = vscode.l10n.t('Comparing with last year’s report…')
  const compared = await withCancellableProgress(title, async (token) => ask(client, document, await siblingsOf(document.uri), token))
  if (!compared.isChecked && !isMeant(await check(client, document), noReport.notCompared())) return
  const answer = compared.last === null ? await compareWithChosen(client, document, title) : compared
  if (answer === undefined) return
  if (answer.markdown === '') void vscode.window.showInformationMessage(whyNot(answer))
  else {
    await comparisons.show(document.uri, answer.markdown)
    offerPanel(client, document.uri, answer)
  }
}

/** Says how many places are to be looked at again; the report panel leads from one to the next. */
function offerPanel(client: BaseLanguageClient, document: vscode.Uri, { flags, last }: CompareAnswer): void {
  const message = flags === 0 ? vscode.l10n.t('Compared: nothing to look at again.') : vscode.l10n.t('Compared. Places to look at again: {0}.', flags)
  const goThrough = vscode.l10n.t('Go through Them')
  // not awaited: the message stays until the writer is done with it, the command is over now
  void vscode.window.showInformationMessage(message, ...(flags === 0 || last === null ? [] : [goThrough])).then(async (choice) => {
    if (choice !== goThrough || last === null) return
    // from the report's own column, so that the panel comes beside it and not beside the preview
    await vscode.window.showTextDocument(document, { viewColumn: columnOf(document) ?? vscode.ViewColumn.One })
    await vscode.commands.executeCommand('gongwen.showReport', document, client.protocol2CodeConverter.asUri(last))
  })
}

/** Asks which report is last year's; nothing when the writer breaks off. */
async function compareWithChosen(client: BaseLanguageClient, document: vscode.TextDocument, title: string): Promise<CompareAnswer | undefined> {
  const choose = vscode.l10n.t('Choose Last Year’s Report…')
  const message = vscode.l10n.t('There is no report of the year before of the same kind and unit in this folder.')
  await progressGone()
  if ((await vscode.window.showInformationMessage(message, choose)) !== choose) return undefined
  const uri = await chooseLastYear(document.uri)
  return uri && withCancellableProgress(title, async (token) => ask(client, document, [await readOther(uri, true)], token))
}

function ask(client: BaseLanguageClient, { uri }: vscode.TextDocument, others: readonly OtherText[], token: vscode.CancellationToken): Promise<CompareAnswer> {
  return client.sendRequest(CompareRequest, { uri: client.code2ProtocolConverter.asUri(uri), others }, token)
}

function whyNot({ obstacle }: CompareAnswer): string {
  switch (obstacle) {
    case 'same-year':
      return vscode.l10n.t('Both reports are of the same year.')
    case 'wrong-order':
      return vscode.l10n.t('The report chosen is of a later year. Open that one, then choose this one as last year’s.')
    case 'current-year-unknown':
      return vscode.l10n.t('It cannot be told which year this report is of. Write the year into its title.')
    default:
      return vscode.l10n.t('It cannot be told which year the other report is of. Write the year into its title.')
  }
}

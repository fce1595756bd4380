import type { OtherText, ReportAnswer } from '@gongwen/messages'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { nameOf } from '../document-places.js'
import { withQuietProgress } from '../late-progress.js'
import { ReportRequest } from '../protocol.js'
import { applyAllSafe, applyFix } from './applying.js'
import { buildContent } from './content/build-content.js'
import { exportReport, type WordWriter } from './exporting.js'
import { fill } from './fill.js'
import { chooseLastYear, readOther, siblingsOf } from './last-year.js'
import { newNonce, panelPage } from './panel-page.js'
import { panelStrings } from './panel-strings.js'
import { readMessage, type FromPanel, type PanelModel, type ToPanel } from './panel-messages.js'
import { reveal } from './revealing.js'

/** Milliseconds without an edit after which the panel asks again. */
const QUIET_AFTER = 400

/** What a panel needs besides the editor. */
export interface PanelContext {
  readonly client: BaseLanguageClient
  /** folder of the panel's script and style sheet */
  readonly assets: vscode.Uri
  readonly toWord: WordWriter
  /** tells the writer of a failure */
  fail(error: unknown): void
}

/** One panel, of one document. It follows the document's edits and its findings. */
export class ReportPanel {
  private readonly subscriptions: vscode.Disposable[] = []
  private readonly strings = panelStrings(vscode)
  private timer: ReturnType<typeof setTimeout> | undefined
  /** the last request sent: an answer to an earlier one is not shown */
  private asked = 0
  private model: PanelModel | undefined
  private isReady = false

  /**
   * @param chosen last year's report where the writer chose it
   */
  constructor(
    readonly uri: vscode.Uri,
    private readonly panel: vscode.WebviewPanel,
    private readonly context: PanelContext,
    private chosen: vscode.Uri | undefined,
  ) {
    const { webview } = panel
    webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [context.assets] }
    panel.title = fill(this.strings.panelOf, nameOf(uri))
    this.subscriptions.push(
      webview.onDidReceiveMessage((raw) => this.receive(raw)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.touched(document.uri)),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => uris.forEach((changed) => this.touched(changed))),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('gongwen', uri)) this.refreshSoon()
      }),
      panel.onDidDispose(() => this.dispose()),
    )
    webview.html = panelPage({
      nonce: newNonce(),
      script: webview.asWebviewUri(vscode.Uri.joinPath(context.assets, 'panel.js')).toString(),
      style: webview.asWebviewUri(vscode.Uri.joinPath(context.assets, 'panel.css')).toString(),
      language: vscode.env.language,
      title: panel.title,
      loading: this.strings.loading,
    })
  }

  /** Brings the panel before the writer, compared with another report where one is given. */
  show(last: vscode.Uri | undefined): void {
    this.panel.reveal(undefined, true)
    if (last === undefined) return
    this.chosen = last
    this.refreshNow()
  }

  private dispose(): void {
    clearTimeout(this.timer)
    this.asked++
    for (const subscription of this.subscriptions) subscription.dispose()
  }

  private post(message: ToPanel): void {
    if (this.isReady) void this.panel.webview.postMessage(message)
  }

  private touched(uri: vscode.Uri): void {
    const changed = uri.toString()
    if (changed === this.uri.toString() || changed === this.chosen?.toString()) this.refreshSoon()
  }

  private refreshSoon(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.refreshNow(), QUIET_AFTER)
  }

  private refreshNow(): void {
    clearTimeout(this.timer)
    this.refresh().catch((error: unknown) => {
      this.post({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
    })
  }

  private async refresh(): Promise<void> {
    const asked = ++this.asked
    this.post({ type: 'busy', isBusy: true })
    try {
      const model = await withQuietProgress(this.strings.loading, this.ask())
      if (asked !== this.asked) return
      this.model = model
      this.post({ type: 'model', model })
    } finally {
      if (asked === this.asked) this.post({ type: 'busy', isBusy: false })
    }
  }

  private async ask(): Promise<PanelModel> {
    await this.context.client.start()
    await this.document()
    const { report, version, isMisread = false } = await this.request(await this.others())
    const last = report?.comparison?.uri
    return {
      uri: this.uri.toString(),
      fileName: nameOf(this.uri),
      lastName: last === undefined ? '' : nameOf(vscode.Uri.parse(last)),
      version,
      report,
      isMisread,
    }
  }

  /** What may be last year's report. One that was chosen and is no longer there is forgotten. */
  private async others(): Promise<OtherText[]> {
    if (this.chosen !== undefined) {
      try {
        return [await readOther(this.chosen, true)]
      } catch {
        this.chosen = undefined
      }
    }
    return siblingsOf(this.uri)
  }

  private request(others: readonly OtherText[]): Promise<ReportAnswer> {
    const { client } = this.context
    return client.sendRequest(ReportRequest, { uri: client.code2ProtocolConverter.asUri(this.uri), others })
  }

  /** The document, opened again when the editor has closed it. */
  private async document(): Promise<vscode.TextDocument> {
    try {
      return await vscode.workspace.openTextDocument(this.uri)
    } catch {
      throw new Error(this.strings.gone)
    }
  }

  private receive(raw: unknown): void {
    const message = readMessage(raw)
    if (message !== undefined) this.handle(message).catch((error: unknown) => this.context.fail(error))
  }

  private async handle(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.greet()
      case 'refresh':
        return this.refreshNow()
      case 'jump':
        return this.jump(message)
      case 'fix':
        return this.fix(message)
      case 'fixAll':
        return this.check(await applyAllSafe(this.context.client, await this.document()))
      case 'explain':
        return void (await vscode.commands.executeCommand('gongwen.explainRule', message.ruleId))
      case 'chooseLast':
        return this.choose()
      case 'export':
        return this.export(message.format)
    }
  }

  /** A page has been loaded, for the first time or after it was hidden: it knows nothing yet. */
  private greet(): void {
    this.isReady = true
    this.post({ type: 'strings', strings: this.strings, state: { uri: this.uri.toString(), last: this.chosen?.toString() ?? null } })
    if (this.model !== undefined) this.post({ type: 'model', model: this.model })
    this.refreshNow()
  }

  private async jump({ range, isInLast }: Extract<FromPanel, { type: 'jump' }>): Promise<void> {
    const last = this.model?.report?.comparison?.uri
    if (isInLast && last !== undefined) return reveal(await vscode.workspace.openTextDocument(vscode.Uri.parse(last)), range, this.panel, false)
    return reveal(await this.document(), range, this.panel, false)
  }

  private async fix({ finding, range, title }: Extract<FromPanel, { type: 'fix' }>): Promise<void> {
    const document = await this.document()
    this.check(await applyFix(this.context.client, document, finding, range, title))
    // the writer sees what changed; the keyboard stays in the panel
    await reveal(document, { start: range.start, end: range.start }, this.panel, true)
  }

  private check(isApplied: boolean): void {
    this.refreshNow()
    if (!isApplied) throw new Error(vscode.l10n.t('The document changed meanwhile; please run the command again.'))
  }

  private async choose(): Promise<void> {
    const last = await chooseLastYear(this.uri)
    if (last === undefined) return
    // one that cannot be read is told at once
    await readOther(last, true)
    this.chosen = last
    this.post({ type: 'strings', strings: this.strings, state: { uri: this.uri.toString(), last: last.toString() } })
    await this.refresh()
  }

  private async export(format: Extract<FromPanel, { type: 'export' }>['format']): Promise<void> {
    // what is on the screen may be older than the text
    const { report, isMisread, lastName, fileName } = await this.ask()
    if (report === null) throw new Error(isMisread ? this.strings.misread : this.strings.noReport)
    const content = buildContent(report, { strings: this.strings, fileName, lastName, language: vscode.env.language })
    await exportReport(this.uri, format, content, this.context.toWord)
  }
}

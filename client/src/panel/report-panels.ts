import * as vscode from 'vscode'
import { readState } from './panel-messages.js'
import { panelStrings } from './panel-strings.js'
import { ReportPanel, type PanelContext } from './report-panel.js'

/** The webview's own type; not a command. */
const VIEW_TYPE = 'gongwenReport'

/** The report panels that are open, one a document. Panels come back after the window is loaded again. */
export class ReportPanels implements vscode.Disposable {
  private readonly panels = new Map<string, ReportPanel>()
  private readonly serializer: vscode.Disposable

  constructor(private readonly context: PanelContext) {
    this.serializer = vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel, raw: unknown) => {
        const state = readState(raw)
        if (state === undefined) panel.dispose()
        else this.take(vscode.Uri.parse(state.uri), panel, state.last === null ? undefined : vscode.Uri.parse(state.last))
      },
    })
  }

  /**
   * Opens the panel of a document beside its editor, or brings the one that is open to the front.
   *
   * @param uri the document; the one in the active editor when left out
   * @param last last year's report; looked for in the document's folder when left out
   */
  show(uri = vscode.window.activeTextEditor?.document.uri, last?: vscode.Uri): void {
    if (uri === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a report first.'))
      return
    }
    const open = this.panels.get(uri.toString())
    if (open !== undefined) return open.show(last)
    const title = panelStrings(vscode).panel
    this.take(uri, vscode.window.createWebviewPanel(VIEW_TYPE, title, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false }), last)
  }

  private take(uri: vscode.Uri, panel: vscode.WebviewPanel, last: vscode.Uri | undefined): void {
    const key = uri.toString()
    const own = new ReportPanel(uri, panel, this.context, last)
    this.panels.set(key, own)
    panel.onDidDispose(() => {
      if (this.panels.get(key) === own) this.panels.delete(key)
    })
  }

  dispose(): void {
    this.serializer.dispose()
  }
}

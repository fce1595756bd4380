import type { DocumentStatus, SeverityCounts } from '@gongwen/messages'
import * as vscode from 'vscode'

/** So much of a text tells whether it is Chinese. */
const SAMPLE = 2000

/**
 * The status bar's item: how many problems the report in the active editor has; hidden for what is no report. Beside it, in
 * the language status (the braces `{}`), the same in words, and for other Chinese texts why they are not checked.
 */
export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('gongwen.status', vscode.StatusBarAlignment.Left, 10)
  private readonly language = vscode.languages.createLanguageStatusItem('gongwen.language', [])
  private readonly statuses = new Map<string, DocumentStatus>()
  private readonly listener: vscode.Disposable
  /** the document in the editor that was last active */
  private document: vscode.TextDocument | undefined

  /** @param selector the documents that the item may speak of */
  constructor(private readonly selector: vscode.DocumentSelector) {
    this.item.name = vscode.l10n.t('Gongwen Lint')
    this.item.command = 'gongwen.checkDocument'
    this.language.name = vscode.l10n.t('Gongwen Lint')
    this.listener = vscode.window.onDidChangeActiveTextEditor(() => this.show())
  }

  /** Takes what the server found in a document; forgets a document that it no longer has. */
  update(status: DocumentStatus): void {
    const uri = vscode.Uri.parse(status.uri).toString()
    if (status.version < 0) this.statuses.delete(uri)
    else this.statuses.set(uri, status)
    this.show()
  }

  /** Forgets everything: there is no server that would correct it. */
  forget(): void {
    this.statuses.clear()
    this.show()
  }

  private show(): void {
    const active = vscode.window.activeTextEditor?.document
    // the output panel counts as an editor while it has the focus; the report behind it is still the one meant
    if (active?.uri.scheme !== 'output') this.document = active
    const { document } = this
    const status = document !== undefined && vscode.languages.match(this.selector, document) > 0 ? this.statuses.get(document.uri.toString()) : undefined
    const isReport = status?.isChecked === true
    this.showLanguage(document, status)
    void vscode.commands.executeCommand('setContext', 'gongwen.isReport', isReport)
    if (!isReport) {
      this.item.hide()
      return
    }
    this.item.text = textOf(status.counts)
    this.item.tooltip = `${describeCounts(status.counts)}\n${vscode.l10n.t('Click to check the whole document.')}`
    this.item.accessibilityInformation = { label: `${vscode.l10n.t('Gongwen Lint')}: ${describeCounts(status.counts)}` }
    this.item.show()
  }

  private showLanguage(document: vscode.TextDocument | undefined, status: DocumentStatus | undefined): void {
    const { language } = this
    const isMeant = document !== undefined && status !== undefined && (status.isChecked || status.isMisread === true || isChinese(document))
    // an empty selector is for no document, the path for this very one
    language.selector = isMeant ? { language: document.languageId, scheme: document.uri.scheme, pattern: document.uri.fsPath } : []
    if (!isMeant) return
    language.text = textOfLanguage(status)
    const { error, warning } = status.counts
    language.severity =
      error > 0 ? vscode.LanguageStatusSeverity.Error : warning > 0 ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information
    language.command = commandOfLanguage(status)
    language.accessibilityInformation = { label: `${vscode.l10n.t('Gongwen Lint')}: ${language.text}` }
  }

  dispose(): void {
    this.language.dispose()
    this.listener.dispose()
    this.item.dispose()
  }
}

function textOfLanguage({ isChecked, isMisread, counts }: DocumentStatus): string {
  if (isMisread === true) return vscode.l10n.t('Not checked: opened in the wrong encoding')
  return isChecked ? describeCounts(counts) : vscode.l10n.t('Not checked: not like a work report')
}

/** What a click offers: the check, or what to do where there is none. */
function commandOfLanguage({ isChecked, isMisread }: DocumentStatus): vscode.Command {
  if (isMisread === true) return { command: 'workbench.action.editor.changeEncoding', title: vscode.l10n.t('Reopen with Another Encoding…') }
  return isChecked
    ? { command: 'gongwen.checkDocument', title: vscode.l10n.t('Check the Whole Document') }
    : { command: 'workbench.action.openSettings', title: vscode.l10n.t('What Is Checked…'), arguments: ['gongwen.enable'] }
}

function isChinese(document: vscode.TextDocument): boolean {
  const sample = document.getText().slice(0, SAMPLE)
  return (sample.match(/\p{Script=Han}/gu)?.length ?? 0) * 3 > sample.length
}

function textOf({ error, warning, info, hint }: SeverityCounts): string {
  if (error + warning + info + hint === 0) return vscode.l10n.t('Gongwen {0}', '$(check)')
  const parts = [error > 0 ? `$(error) ${error}` : '', warning > 0 ? `$(warning) ${warning}` : '', info + hint > 0 ? `$(info) ${info + hint}` : '']
  return vscode.l10n.t('Gongwen {0}', parts.filter((part) => part !== '').join(' '))
}

/** The counts in words, e.g. `错误 3 处，警告 5 处`; severities without findings are left out. */
export function describeCounts({ error, warning, info, hint }: SeverityCounts): string {
  const parts = [
    error > 0 ? vscode.l10n.t('errors: {0}', error) : '',
    warning > 0 ? vscode.l10n.t('warnings: {0}', warning) : '',
    info + hint > 0 ? vscode.l10n.t('notes: {0}', info + hint) : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? vscode.l10n.t('no problems found') : parts.join(vscode.l10n.t(', '))
}

import type { DocumentStatus } from '@gongwen/messages'
import * as vscode from 'vscode'

/**
 * Says to the editor that there are reports (`gongwen.hasReports`): the view is shown then, and the walkthrough's first step
 * is done. The editor takes a step for done when a context comes to hold after it has read the steps, which it does when a
 * walkthrough is opened for the first time; so for reports that were open before, another context
 * (`gongwen.hasReportsByGuide`) comes to hold when a page of the editor's own, such as a walkthrough, is in front.
 */
export class ReportsSeen implements vscode.Disposable {
  private hasReports = false
  private isByGuide = false
  private readonly listeners = [vscode.window.tabGroups.onDidChangeTabs(() => this.look()), vscode.window.tabGroups.onDidChangeTabGroups(() => this.look())]

  /** A document was checked. */
  checked({ isChecked }: DocumentStatus): void {
    if (!isChecked || this.hasReports) return
    this.hasReports = true
    void vscode.commands.executeCommand('setContext', 'gongwen.hasReports', true)
  }

  private look(): void {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab
    // extensions are not told what the editor's own pages are
    const isByGuide = this.hasReports && tab !== undefined && tab.input === undefined
    if (isByGuide === this.isByGuide) return
    this.isByGuide = isByGuide
    void vscode.commands.executeCommand('setContext', 'gongwen.hasReportsByGuide', isByGuide)
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose()
  }
}

/** How a document is named, and in which group of editors it is open. */
import * as vscode from 'vscode'

/** The last part of a path. */
export function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/**
 * The group of editors that a document is open in: to be shown there, and not a second time in the group that is active.
 *
 * @param except a group that does not count
 */
export function columnOf(uri: vscode.Uri, except?: vscode.ViewColumn): vscode.ViewColumn | undefined {
  const holds = (tab: vscode.Tab | undefined): boolean => tab?.input instanceof vscode.TabInputText && tab.input.uri.toString() === uri.toString()
  const groups = vscode.window.tabGroups.all.filter(({ tabs, viewColumn }) => viewColumn !== except && tabs.some(holds))
  // one that is open in several: where it is to be seen
  return (groups.find(({ activeTab }) => holds(activeTab)) ?? groups[0])?.viewColumn
}

import type { MessageRange } from '@gongwen/messages'
import * as vscode from 'vscode'

/** Selects a range in an editor of the document: in one that shows it, else in the column that is not the panel's. */
export async function reveal(document: vscode.TextDocument, { start, end }: MessageRange, panel: vscode.WebviewPanel, preserveFocus: boolean): Promise<void> {
  const selection = new vscode.Range(start.line, start.character, end.line, end.character)
  const editor = await vscode.window.showTextDocument(document, { viewColumn: columnOf(document, panel), preserveFocus, preview: false, selection })
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
}

function columnOf({ uri }: vscode.TextDocument, { viewColumn }: vscode.WebviewPanel): vscode.ViewColumn {
  const address = uri.toString()
  const isShown = ({ input }: vscode.Tab): boolean => input instanceof vscode.TabInputText && input.uri.toString() === address
  const group = vscode.window.tabGroups.all.find(({ tabs, viewColumn: column }) => column !== viewColumn && tabs.some(isShown))
  if (group !== undefined) return group.viewColumn
  return viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One
}

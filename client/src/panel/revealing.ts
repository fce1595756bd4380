import type { MessageRange } from '@gongwen/messages'
import * as vscode from 'vscode'
import { columnOf } from '../document-places.js'

/** Selects a range in an editor of the document: in one that shows it, else in the column that is not the panel's. */
export async function reveal(document: vscode.TextDocument, { start, end }: MessageRange, panel: vscode.WebviewPanel, preserveFocus: boolean): Promise<void> {
  const selection = new vscode.Range(start.line, start.character, end.line, end.character)
  const besidePanel = panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One
  const viewColumn = columnOf(document.uri, panel.viewColumn) ?? besidePanel
  const editor = await vscode.window.showTextDocument(document, { viewColumn, preserveFocus, preview: false, selection })
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
}

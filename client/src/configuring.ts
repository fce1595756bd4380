import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { ConfigurationTemplateRequest } from './protocol.js'

/** Writes a commented configuration file into a workspace folder and opens it; one that is there already is only opened. */
export async function createConfiguration(client: BaseLanguageClient): Promise<void> {
  const folder = await chosenFolder()
  if (folder === undefined) return
  await client.start()
  const { names, text } = await client.sendRequest(ConfigurationTemplateRequest, { folder: client.code2ProtocolConverter.asUri(folder.uri) })
  const files = names.map((name) => vscode.Uri.joinPath(folder.uri, name))
  const there = (await Promise.all(files.map(async (file) => ((await exists(file)) ? file : undefined)))).find((file) => file !== undefined)
  const target = there ?? (files[0] as vscode.Uri)
  if (there === undefined) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text))
  await vscode.window.showTextDocument(target)
  void vscode.window.showInformationMessage(
    there === undefined
      ? vscode.l10n.t('The configuration holds for this folder and the folders below. Nothing is changed until you write something.')
      : vscode.l10n.t('This folder has a configuration already; nothing was changed.'),
  )
}

async function chosenFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? []
  if (folders.length === 0) void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder first: a configuration file holds for a folder.'))
  if (folders.length < 2) return folders[0]
  return vscode.window.showWorkspaceFolderPick({ placeHolder: vscode.l10n.t('Which folder is the configuration for?') })
}

/** Whether there is a file at an address. */
export async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file)
    return true
  } catch {
    return false
  }
}

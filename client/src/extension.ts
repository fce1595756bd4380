/** The extension in a host that runs on Node: the language server is a process of its own. */
import { join } from 'node:path'
import type * as vscode from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { activateWith } from './activation.js'

export { deactivate } from './activation.js'

/** Called by the editor when the first document that may be a report is opened. */
export function activate(context: vscode.ExtensionContext): void {
  const began = performance.now()
  const module = join(context.extensionPath, 'dist', 'server', 'server.cjs')
  const server = { module, transport: TransportKind.ipc }
  activateWith(context, (id, name, options) => new LanguageClient(id, name, { run: server, debug: server }, options), began)
}

/** The extension in a browser's host (vscode.dev, github.dev): the language server is a worker. */
import * as vscode from 'vscode'
import { LanguageClient } from 'vscode-languageclient/browser'
import { activateWith } from './activation.js'
import { transportsOf, type ServerWorker } from './worker-transports.js'

export { deactivate } from './activation.js'

declare const Worker: new (address: string, options: { readonly name: string }) => ServerWorker

/** Shown among the threads of the browser's developer tools. */
const NAME = { name: 'gongwen-server' }

/** Called by the editor when the first document that may be a report is opened. */
export function activate(context: vscode.ExtensionContext): void {
  const began = performance.now()
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server', 'browser.js')
  activateWith(context, (id, name, options) => new LanguageClient(id, name, async () => transportsOf(await startWorker(script)), options), began)
}

/** A browser starts workers from pages' addresses only; the script of an extension that lies elsewhere is read and handed over. */
async function startWorker(script: vscode.Uri): Promise<ServerWorker> {
  if (script.scheme === 'http' || script.scheme === 'https') {
    try {
      return new Worker(script.toString(true), NAME)
    } catch {
      // of another origin than the host's page
    }
  }
  const blob = new Blob([await vscode.workspace.fs.readFile(script)], { type: 'text/javascript' })
  return new Worker(URL.createObjectURL(blob), NAME)
}

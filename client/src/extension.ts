/** Starts the language server and gives the editor its commands and its status item. */
import { join } from 'node:path'
import * as vscode from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { registerCommands } from './commands.js'
import { restartAfterCrash } from './restarting.js'
import { StatusItem } from './status-item.js'
import { StatusNotification } from './protocol.js'

/** Documents that may be reports; the server looks at their text and keeps silent about others. */
const SELECTOR = ['file', 'untitled', 'vscode-vfs'].flatMap((scheme) => ['markdown', 'plaintext'].map((language) => ({ scheme, language })))

let client: LanguageClient | undefined

/** Called by the editor when the first document that may be a report is opened. Does not wait for the server. */
export function activate(context: vscode.ExtensionContext): void {
  const began = performance.now()
  const module = join(context.extensionPath, 'dist', 'server', 'server.cjs')
  const options = { module, transport: TransportKind.ipc }
  client = new LanguageClient(
    'gongwen',
    vscode.l10n.t('Gongwen Lint'),
    { run: options, debug: options },
    {
      documentSelector: SELECTOR,
      diagnosticPullOptions: { onChange: true },
      initializationOptions: { status: true, explainRule: true },
      // the link of a hover opens the rule's page as a preview
      markdown: { isTrusted: { enabledCommands: ['gongwen.explainRule'] } },
      errorHandler: restartAfterCrash(),
    },
  )
  const status = new StatusItem(SELECTOR)
  context.subscriptions.push(
    status,
    client.onNotification(StatusNotification, (changed) => status.update(changed)),
    ...registerCommands(context, client),
  )
  const { outputChannel } = client
  client.start().then(
    () => outputChannel.appendLine(vscode.l10n.t('Ready after {0} ms.', Math.round(performance.now() - began))),
    (error: unknown) => void vscode.window.showErrorMessage(vscode.l10n.t('Gongwen Lint could not start: {0}', String(error))),
  )
  outputChannel.appendLine(vscode.l10n.t('Activated in {0} ms.', Math.round(performance.now() - began)))
}

/** Called by the editor when it closes or the extension is switched off. */
export async function deactivate(): Promise<void> {
  await client?.stop()
}

import * as vscode from 'vscode'
import { State, type BaseLanguageClient, type ErrorHandler, type LanguageClientOptions } from 'vscode-languageclient'
import { followCaret } from './caret.js'
import { registerCommands } from './commands.js'
import { followDocumentInUse } from './document-in-use.js'
import { SELECTOR } from './document-schemes.js'
import { answerFileRequests } from './file-requests.js'
import { StatusNotification, TrustedNotification } from './protocol.js'
import { ReportsSeen } from './reports-seen.js'
import { Restarting } from './restarting.js'
import { StatusItem } from './status-item.js'
import { HealthView } from './views/health-view.js'

/** Makes a client for a server that runs as this host lets it run: as a process, or as a worker. */
export type ClientMaker = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient

let client: BaseLanguageClient | undefined

/**
 * Starts the language server and gives the editor its commands and views; the same in every host. Does not wait for the
 * server.
 *
 * @param began when activation began, on the clock of `performance`
 */
export function activateWith(context: vscode.ExtensionContext, makeClient: ClientMaker, began: number): void {
  const restarting = new Restarting()
  const started = makeClient('gongwen', vscode.l10n.t('Gongwen Lint'), optionsOf(context, restarting))
  client = started
  const status = new StatusItem(SELECTOR)
  const health = new HealthView(started)
  const seen = new ReportsSeen()
  context.subscriptions.push(
    followDocumentInUse(),
    status,
    health,
    seen,
    started.onNotification(StatusNotification, (changed) => {
      status.update(changed)
      health.checked(changed)
      seen.checked(changed)
    }),
    started.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped || newState === State.StartFailed) status.forget()
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => started.sendNotification(TrustedNotification)),
    followCaret(started, SELECTOR),
    ...answerFileRequests(started, context.extensionUri),
    ...registerCommands(context, started, health),
    restarting,
  )
  const { outputChannel } = started
  restarting.start(started).then(
    () => outputChannel.appendLine(vscode.l10n.t('Ready after {0} ms.', Math.round(performance.now() - began))),
    () => undefined, // told by `restarting`
  )
  outputChannel.appendLine(vscode.l10n.t('Activated in {0} ms.', Math.round(performance.now() - began)))
}

function optionsOf({ extensionUri }: vscode.ExtensionContext, errorHandler: ErrorHandler): LanguageClientOptions {
  const rulePages = `${vscode.Uri.joinPath(extensionUri, 'docs', 'rules').toString()}/`
  return {
    documentSelector: SELECTOR,
    diagnosticPullOptions: { onChange: true },
    initializationOptions: { status: true, explainRule: true, codeLens: true, changeEncoding: true, isTrusted: vscode.workspace.isTrusted, rulePages },
    // the link of a hover opens the rule's page as a preview
    markdown: { isTrusted: { enabledCommands: ['gongwen.explainRule'] } },
    errorHandler,
    // a server that dies while it starts is told of by `errorHandler`, once
    initializationFailedHandler: () => false,
  }
}

/** Called by the editor when it closes or the extension is switched off. */
export async function deactivate(): Promise<void> {
  await client?.stop()
}

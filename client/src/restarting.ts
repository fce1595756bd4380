import * as vscode from 'vscode'
import { CloseAction, ErrorAction, type BaseLanguageClient, type ErrorHandler } from 'vscode-languageclient'
import { CrashCount } from './crash-count.js'

/** A connection that is broken while the server starts may be reported so many milliseconds after the start has failed. */
const CLOSING = 1000

/** One server, from its start to its end. */
interface Run {
  readonly startedAt: number
}

/**
 * Starts the server, and again whenever it ends by itself: with growing pauses if it keeps ending (see CrashCount). The
 * writer is told once that it ended; and when it stays down, together with a button that starts it. The text is the
 * editor's: every new server is given it as it then is.
 */
export class Restarting implements ErrorHandler, vscode.Disposable {
  private readonly crashes = new CrashCount()
  private client: BaseLanguageClient | undefined
  /** the server that runs or starts; nothing while there is none */
  private run: Run | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private isTold = false

  /** @param now milliseconds on any clock that only goes forward */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /**
   * Starts a client whose error handler this is.
   *
   * @throws what kept the client from starting; the writer is told here
   */
  start(client: BaseLanguageClient): Promise<void> {
    this.client ??= silenced(client)
    const run: Run = { startedAt: this.now() }
    this.run = run
    return client.start().catch((error: unknown) => {
      setTimeout(() => this.neverBegan(run, error), CLOSING)
      throw error
    })
  }

  error(): { action: ErrorAction; handled: boolean } {
    return { action: ErrorAction.Continue, handled: true }
  }

  /**
   * Called by the client when the connection is gone. The client is told to stop, which lets go of all that needs a server;
   * if it waited inside this call, every key typed meanwhile would be sent to nobody and fail.
   */
  closed(): { action: CloseAction; handled: boolean; message: string } {
    this.ended()
    return { action: CloseAction.DoNotRestart, handled: true, message: vscode.l10n.t('The connection to the language server is closed.') }
  }

  dispose(): void {
    clearTimeout(this.timer)
    this.client = undefined
  }

  /** Takes the end of a run: once, though a server that dies while it starts is told of by `closed` and by `start`. */
  private ended(): void {
    if (this.run === undefined || this.client === undefined) return
    const wait = this.crashes.ended(this.now() - this.run.startedAt)
    this.run = undefined
    if (wait === undefined) {
      void this.askToStart()
      return
    }
    this.timer = setTimeout(() => this.again(), wait)
    if (this.isTold) return
    this.isTold = true
    void vscode.window.showWarningMessage(vscode.l10n.t('The language server of Gongwen Lint stopped unexpectedly and was started again.'))
  }

  /** Nothing was there that could end: another start would fail as this one did. */
  private neverBegan(run: Run, error: unknown): void {
    // that run has ended meanwhile, and another may be under way
    if (this.run !== run || this.client === undefined) return
    this.run = undefined
    void vscode.window.showErrorMessage(vscode.l10n.t('Gongwen Lint could not start: {0}', String(error)))
  }

  private again(): void {
    const { client } = this
    if (client === undefined) return
    // a failure is in the client's log, and `ended` or `neverBegan` sees to what comes next
    this.start(client).catch(() => undefined)
  }

  private async askToStart(): Promise<void> {
    const start = vscode.l10n.t('Start Again')
    const chosen = await vscode.window.showErrorMessage(
      vscode.l10n.t('The language server of Gongwen Lint keeps stopping and was not started again. Reports are not checked until it is.'),
      start,
    )
    if (chosen !== start) return
    this.crashes.forget()
    this.again()
  }
}

/** The client, writing its own troubles into its log alone: a writer has no use for them, and is told what matters above. */
function silenced(client: BaseLanguageClient): BaseLanguageClient {
  const error = client.error.bind(client)
  client.error = (message, data) => error(message, data, false)
  return client
}

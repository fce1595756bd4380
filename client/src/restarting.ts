import * as vscode from 'vscode'
import { CloseAction, ErrorAction, type BaseLanguageClient, type ErrorHandler } from 'vscode-languageclient'
import { CrashCount } from './crash-count.js'

/**
 * Starts the server, and again whenever it ends by itself: with growing pauses if it keeps ending (see CrashCount). The
 * writer is told once that it ended; and when it stays down, together with a button that starts it. The text is the
 * editor's: every new server is given it as it then is.
 */
export class Restarting implements ErrorHandler, vscode.Disposable {
  private readonly crashes = new CrashCount()
  private client: BaseLanguageClient | undefined
  private startedAt: number | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private isTold = false

  /** @param now milliseconds on any clock that only goes forward */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /**
   * Starts a client whose error handler this is.
   *
   * @throws what kept the client from starting; it is started again all the same
   */
  start(client: BaseLanguageClient): Promise<void> {
    this.client = client
    this.startedAt = this.now()
    return client.start().catch((error: unknown) => {
      this.ended()
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
    return { action: CloseAction.DoNotRestart, handled: true, message: 'The connection to the server is closed.' }
  }

  dispose(): void {
    clearTimeout(this.timer)
    this.client = undefined
  }

  /** Takes the end of a run once, though a server that dies while it starts is reported twice. */
  private ended(): void {
    if (this.startedAt === undefined || this.client === undefined) return
    const wait = this.crashes.ended(this.now() - this.startedAt)
    this.startedAt = undefined
    if (wait === undefined) {
      void this.askToStart()
      return
    }
    this.timer = setTimeout(() => this.again(), wait)
    if (this.isTold) return
    this.isTold = true
    void vscode.window.showWarningMessage(vscode.l10n.t('The language server of Gongwen Lint stopped unexpectedly and was started again.'))
  }

  private again(): void {
    const { client } = this
    if (client === undefined) return
    // a failure is in the client's log, and `ended` has seen to what comes next
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

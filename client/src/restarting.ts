import * as vscode from 'vscode'
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient'

/** Crashes within this many milliseconds count together. */
const SPAN = 180_000
/** So many crashes within the span, and the server stays down: it would only crash again. */
const MOST = 5

/** Restarts a server that ended by itself, and says so once; gives up when it keeps ending. */
export function restartAfterCrash(now: () => number = Date.now): ErrorHandler {
  const crashes: number[] = []
  let told = false
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed() {
      crashes.push(now())
      if (crashes.filter((time) => now() - time < SPAN).length >= MOST) {
        void vscode.window.showErrorMessage(
          vscode.l10n.t('The language server of Gongwen Lint has stopped {0} times and stays stopped. Reload the window to start it again.', MOST),
        )
        return { action: CloseAction.DoNotRestart, handled: true }
      }
      if (!told) void vscode.window.showWarningMessage(vscode.l10n.t('The language server of Gongwen Lint stopped unexpectedly and was started again.'))
      told = true
      return { action: CloseAction.Restart, handled: true }
    },
  }
}

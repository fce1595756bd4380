import * as vscode from 'vscode'

/** What takes less than this many milliseconds needs no sign that it is under way. */
const LATE = 500

/**
 * Does work that may take long. After half a second a notification says so, and lets the writer give it up.
 *
 * @param work is told by the token when the writer has given it up; its answer then counts no more
 * @throws vscode.CancellationError when the writer has given it up
 */
export async function withCancellableProgress<Result>(title: string, work: (token: vscode.CancellationToken) => Promise<Result>): Promise<Result> {
  const source = new vscode.CancellationTokenSource()
  const cancelled = new Promise<never>((_, reject) => source.token.onCancellationRequested(() => reject(new vscode.CancellationError())))
  const answer = Promise.race([work(source.token), cancelled])
  const settled = answer.then(
    () => undefined,
    () => undefined,
  )
  const timer = setTimeout(() => {
    void vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, (_, token) => {
      token.onCancellationRequested(() => source.cancel())
      return settled
    })
  }, LATE)
  try {
    return await answer
  } finally {
    clearTimeout(timer)
    source.dispose()
  }
}

import * as vscode from 'vscode'

/** What takes less than this many milliseconds needs no sign that it is under way. */
const LATE = 500
/** The editor shows a progress for at least this many milliseconds, done or not. */
const SHOWN_FOR = 800

/** When the progress that was shown last may have gone, on the clock of `performance`. */
let goneAt = 0

/** Does what the writer asked for. After half a second a notification says that it is under way. */
export function withProgress<Result>(title: string, work: Promise<Result>): Promise<Result> {
  return shownLate({ location: vscode.ProgressLocation.Notification, title }, work)
}

/** Does what nobody asked for. After half a second the status bar says that it is under way. */
export function withQuietProgress<Result>(title: string, work: Promise<Result>): Promise<Result> {
  return shownLate({ location: vscode.ProgressLocation.Window, title }, work)
}

/**
 * Does what the writer asked for. After half a second a notification says so, and lets the writer give it up.
 *
 * @param work is told by the token when the writer has given it up; its answer then counts no more
 * @throws vscode.CancellationError when the writer has given it up
 */
export async function withCancellableProgress<Result>(title: string, work: (token: vscode.CancellationToken) => Promise<Result>): Promise<Result> {
  const source = new vscode.CancellationTokenSource()
  const cancelled = new Promise<never>((_, reject) => source.token.onCancellationRequested(() => reject(new vscode.CancellationError())))
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true }
  try {
    return await shownLate(options, Promise.race([work(source.token), cancelled]), (token) => token.onCancellationRequested(() => source.cancel()))
  } finally {
    source.dispose()
  }
}

/**
 * Resolves when no notification of work that is done stands there any more: what is asked or told beside one seems to be
 * said while the work goes on. At once where the work was too short to be shown.
 */
export async function progressGone(): Promise<void> {
  const rest = goneAt - performance.now()
  if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest))
}

/** @param begun is given the token of the progress when it is shown */
async function shownLate<Result>(
  options: vscode.ProgressOptions,
  work: Promise<Result>,
  begun: (token: vscode.CancellationToken) => void = () => undefined,
): Promise<Result> {
  const settled = work.then(
    () => undefined,
    () => undefined,
  )
  const timer = setTimeout(() => {
    if (options.location === vscode.ProgressLocation.Notification) goneAt = performance.now() + SHOWN_FOR
    void vscode.window.withProgress(options, (_, token) => {
      begun(token)
      return settled
    })
  }, LATE)
  try {
    return await work
  } finally {
    clearTimeout(timer)
  }
}

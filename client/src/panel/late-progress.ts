import * as vscode from 'vscode'

/** What takes less than this many milliseconds needs no sign that it is under way. */
const LATE = 500

/**
 * Waits for work, and shows that it is under way once it has taken half a second.
 *
 * @param where in the status bar (`Window`) for what comes by itself, as a message for what the writer asked for
 */
export async function withLateProgress<Result>(title: string, work: Promise<Result>, where: vscode.ProgressLocation): Promise<Result> {
  const timer = setTimeout(() => {
    const done = work.then(
      () => undefined,
      () => undefined,
    )
    void vscode.window.withProgress({ location: where, title }, () => done)
  }, LATE)
  try {
    return await work
  } finally {
    clearTimeout(timer)
  }
}

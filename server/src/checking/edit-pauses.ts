import { QUIET_AFTER, type ServerPorts } from '../ports.js'

interface Pause {
  cancel: () => void
  readonly waiting: (() => void)[]
}

/** Knows which documents are being typed in, so that a burst of edits is checked once, at its end. */
export class EditPauses {
  private readonly pauses = new Map<string, Pause>()

  constructor(
    private readonly schedule: ServerPorts['schedule'],
    private readonly onQuiet: (uri: string) => void,
  ) {}

  /** Notes an edit: the document is quiet once no other follows for a while. */
  touch(uri: string): void {
    const pause = this.pauses.get(uri)
    pause?.cancel()
    const cancel = this.schedule(() => this.end(uri, true), QUIET_AFTER)
    if (pause === undefined) this.pauses.set(uri, { cancel, waiting: [] })
    else pause.cancel = cancel
  }

  /** Resolves when the document is quiet, at once when it is. */
  quiet(uri: string): Promise<void> {
    const pause = this.pauses.get(uri)
    return pause === undefined ? Promise.resolve() : new Promise((resolve) => pause.waiting.push(resolve))
  }

  /** Forgets a document that was closed; who waits for it waits no longer. */
  forget(uri: string): void {
    this.end(uri, false)
  }

  private end(uri: string, tell: boolean): void {
    const pause = this.pauses.get(uri)
    if (pause === undefined) return
    pause.cancel()
    this.pauses.delete(uri)
    for (const resolve of pause.waiting) resolve()
    if (tell) this.onQuiet(uri)
  }
}

/** A server that ran this many milliseconds did its work: its end says nothing about how the next one will fare. */
const STEADY = 10_000
/** Milliseconds to wait before each start after servers that ended young, one after the other; then none is started. */
const WAITS: readonly number[] = [0, 1000, 2000, 4000, 8000]

/**
 * Decides when a server that ended by itself is started again. One that had run well is replaced at once, however often
 * that happens. One that keeps ending soon after its start (a text that it cannot bear, a machine without memory) is given
 * longer and longer pauses and then left alone, so that it cannot keep the machine busy for ever.
 */
export class CrashCount {
  private young = 0

  /**
   * Takes the end of a server.
   *
   * @param ran milliseconds from its start to its end
   * @returns milliseconds to wait before the next start; undefined when there shall be none
   */
  ended(ran: number): number | undefined {
    if (ran >= STEADY) this.young = 0
    return WAITS[this.young++]
  }

  /** Forgets what was: somebody asked for a new start. */
  forget(): void {
    this.young = 0
  }
}

import { Session } from 'node:inspector/promises'

/**
 * Which parts of one script have run, as V8 counts them (blocks, not lines). The guide of the fuzzer: an input that runs
 * what none ran before is worth keeping.
 */
export class Coverage {
  private readonly session = new Session()
  private readonly seen = new Set<number>()

  /** `scriptName` is a part of the path of the script that counts. */
  constructor(private readonly scriptName: string) {}

  async start(): Promise<void> {
    this.session.connect()
    await this.session.post('Profiler.enable')
    await this.session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  }

  /** How many blocks ran since the last call that had never run before; they count as seen from now on. */
  async news(): Promise<number> {
    const { result } = await this.session.post('Profiler.takePreciseCoverage')
    const before = this.seen.size
    for (const { url, functions } of result) {
      if (!url.includes(this.scriptName)) continue
      for (const { ranges } of functions)
        for (const { startOffset, endOffset, count } of ranges) {
          // how often a block ran matters by its order of magnitude: a loop run twice is no loop run a hundred times
          if (count > 0) this.seen.add((startOffset * 8 + Math.min(7, Math.floor(Math.log2(count) / 2))) * 64 + (endOffset % 64))
        }
    }
    return this.seen.size - before
  }

  get size(): number {
    return this.seen.size
  }

  stop(): void {
    this.session.disconnect()
  }
}

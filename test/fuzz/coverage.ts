import { Session } from 'node:inspector/promises'

/**
 * Which parts of some scripts have run, as V8 counts them (blocks, not lines). The guide of the fuzzer: an input that runs
 * what none ran before is worth keeping.
 */
export class Coverage {
  private readonly session = new Session()
  private readonly seen = new Set<number>()
  /** by script, since blocks are told apart by their places in one */
  private readonly scripts = new Map<string, number>()

  /** `scriptNames` are parts of the paths of the scripts that count. */
  constructor(private readonly scriptNames: readonly string[]) {}

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
      if (!this.scriptNames.some((name) => url.includes(name))) continue
      const script = this.numberOf(url)
      for (const { ranges } of functions)
        for (const { startOffset, endOffset, count } of ranges) {
          // how often a block ran matters by its order of magnitude: a loop run twice is no loop run a hundred times
          if (count > 0) this.seen.add(((script * MOST_OFFSETS + startOffset) * 8 + Math.min(7, Math.floor(Math.log2(count) / 2))) * 64 + (endOffset % 64))
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

  private numberOf(url: string): number {
    const known = this.scripts.get(url) ?? this.scripts.size
    this.scripts.set(url, known)
    return known
  }
}

/** No script is longer; 4096 of them are still whole numbers. */
const MOST_OFFSETS = 2 ** 28

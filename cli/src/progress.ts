import type { Output, Terminal } from './terminal.js'

/** Shows how far a long run has come. */
export interface Progress {
  /** where results go meanwhile: held back under a bar, so that the two do not mix on the terminal */
  readonly stdout: Output
  step(): void
  /** takes the bar away and lets the results out */
  stop(): void
}

/** Fewer texts are checked faster than one reads a bar. */
const MIN_FILES = 30

/** A bar on the error stream for many files; nothing where that is no terminal, so that no log is filled with it. */
export async function startProgress(total: number, { stdout, stderr }: Terminal): Promise<Progress> {
  if (total < MIN_FILES || stderr.isTTY !== true) return { stdout, step() {}, stop() {} }
  const { default: cliProgress } = await import('cli-progress')
  const stream = stderr as unknown as NodeJS.WritableStream
  const bar = new cliProgress.SingleBar(
    { stream, format: '{bar} {value}/{total}', clearOnComplete: true, hideCursor: true },
    cliProgress.Presets.shades_classic,
  )
  const held: (string | Uint8Array)[] = []
  bar.start(total, 0)
  return {
    stdout: { ...(stdout.columns !== undefined && { columns: stdout.columns }), write: (chunk) => held.push(chunk) },
    step: () => {
      bar.increment()
    },
    stop: () => {
      bar.stop()
      for (const chunk of held) stdout.write(chunk)
    },
  }
}

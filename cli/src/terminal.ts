export { printable, sayIn, type Say } from '@gongwen/engine'

/** Something to write to; a process's stream or a test's buffer. */
export interface Output {
  write(chunk: string | Uint8Array): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** What a command has of the world besides the file system. */
export interface Terminal {
  readonly stdin: AsyncIterable<Uint8Array | string>
  readonly stdout: Output
  readonly stderr: Output
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** The name of a `CannotRunError`. */
export const CANNOT_RUN = 'CannotRunError'

/** Why a command cannot do what it was asked for: one line, told on the error stream; the exit code is 2. */
export class CannotRunError extends Error {
  override readonly name = CANNOT_RUN
}

/** Columns of an output; 100 where it is no terminal. */
export function columnsOf({ stdout, env }: Terminal): number {
  const told = stdout.columns ?? Number(env['COLUMNS'])
  return Number.isInteger(told) && told > 0 ? told : 100
}

/** Whether to colour an output: the option first, then NO_COLOR and FORCE_COLOR, then whether it is a terminal. */
export function wantsColor(option: boolean | undefined, { stdout, env }: Terminal): boolean {
  if (option !== undefined) return option
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false
  if (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '') return env['FORCE_COLOR'] !== '0'
  return stdout.isTTY === true && env['TERM'] !== 'dumb'
}

import type { Locale } from '@gongwen/engine'

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

/** Picks the language of a sentence. */
export type Say = (zh: string, en: string) => string

/** A `Say` for one language. */
export function sayIn(locale: Locale): Say {
  return (zh, en) => (locale === 'en' ? en : zh)
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

// control characters, marks that turn the direction of writing, separators of lines: a text must not steer the terminal
const UNPRINTABLE = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

/** A piece of one line of a text as a terminal may show it, with as many UTF-16 units as before. */
export function printable(text: string): string {
  return text.replace(/[\t\n]/g, ' ').replace(UNPRINTABLE, '\ufffd')
}

import type { Locale, Severity } from '@gongwen/engine'
import type { Say, Terminal } from '../terminal.js'

/** Options that every command that prints takes. */
export interface LookOptions {
  readonly language: 'zh' | 'en'
  readonly color?: boolean
}

/** Options that every command that checks takes. */
export interface CheckingOptions extends LookOptions {
  readonly config?: string
  readonly enable?: 'auto' | 'always' | 'never'
  readonly minSeverity: Severity
}

/** What a command works with besides its arguments and options. */
export interface CommandContext {
  readonly terminal: Terminal
  readonly say: Say
  readonly locale: Locale
  /** tells of something that could not be done and makes the exit code 2; an empty text tells nothing more */
  fail(message: string): void
}

import type { Severity } from '@gongwen/engine'
import type { CheckedText } from '../checking.js'

/** Shows what was found: each text as soon as it was checked, then the whole. */
export interface Reporter {
  text(checked: CheckedText): Promise<void>
  end(): Promise<void>
}

/** How many texts were checked and what was found in them; only findings that are shown count. */
export interface Tally {
  readonly files: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly hints: number
  /** findings that have a safe fix */
  readonly fixable: number
}

export const NOTHING: Tally = { files: 0, errors: 0, warnings: 0, infos: 0, hints: 0, fixable: 0 }

const COUNTERS: Readonly<Record<Severity, 'errors' | 'warnings' | 'infos' | 'hints'>> = { error: 'errors', warning: 'warnings', info: 'infos', hint: 'hints' }

/** The tally with one more text. */
export function tallyWith(tally: Tally, { findings }: Pick<CheckedText, 'findings'>): Tally {
  const next = { ...tally, files: tally.files + 1 }
  for (const { severity, fixes } of findings) {
    next[COUNTERS[severity]]++
    if (fixes.some(({ safety }) => safety === 'safe')) next.fixable++
  }
  return next
}

import type { ReportData } from '@gongwen/messages'
import { fill } from './fill.js'
import type { PanelStrings } from './panel-strings.js'
import { countsInWords } from './wording.js'

/** Whether a report can go out: as it is, after a look, or not before it is mended. */
export type VerdictLevel = 'ready' | 'look' | 'mend'

/** The verdict with the one sentence that says why. */
export interface Verdict {
  readonly level: VerdictLevel
  readonly title: string
  readonly why: string
}

/**
 * The verdict on a report. Only what a standard or arithmetic proves wrong forbids submitting; warnings and required
 * sections that are not found want a look, notes do not.
 */
export function verdictOn({ counts, coverage }: Pick<ReportData, 'counts' | 'coverage'>, strings: PanelStrings): Verdict {
  const missing = coverage.filter(({ requirement, status }) => requirement === 'required' && status === 'absent').map(({ name }) => name)
  const lacks = missing.length === 0 ? '' : fill(strings.whyMissing, missing.join(strings.separator))
  if (counts.error > 0) return { level: 'mend', title: strings.verdictMend, why: sentences(fill(strings.whyMend, fill(strings.errors, counts.error)), lacks) }
  if (counts.warning > 0)
    return { level: 'look', title: strings.verdictLook, why: sentences(fill(strings.whyLook, fill(strings.warnings, counts.warning)), lacks) }
  if (lacks !== '') return { level: 'look', title: strings.verdictLook, why: lacks }
  const notes = counts.info + counts.hint
  return { level: 'ready', title: strings.verdictReady, why: notes > 0 ? fill(strings.whyNotes, countsInWords(counts, strings)) : strings.whyReady }
}

function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').reduce((text, part) => (text === '' ? part : text + (/[.!?]$/.test(text) ? ' ' : '') + part), '')
}

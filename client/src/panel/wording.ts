/** Words for what the server tells by name. */
import type { FigureState, ReportCoverage, ReportData, ReportFigure, ReportObstacle } from '@gongwen/messages'
import { fill } from './fill.js'
import type { PanelStrings } from './panel-strings.js'

/** The counts in words, e.g. `错误 3 处，警告 5 处`; severities without findings are left out. */
export function countsInWords({ error, warning, info, hint }: ReportData['counts'], strings: PanelStrings): string {
  const parts = [
    error > 0 ? fill(strings.errors, error) : '',
    warning > 0 ? fill(strings.warnings, warning) : '',
    info + hint > 0 ? fill(strings.notes, info + hint) : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? strings.none : parts.join(strings.separator)
}

/** How a section stands. */
export function coverageState(status: ReportCoverage['status'], strings: PanelStrings): string {
  return { present: strings.present, embedded: strings.embedded, 'heading-only': strings.headingOnly, absent: strings.absent }[status]
}

/** What a figure says. */
export function roleInWords(role: ReportFigure['role'], strings: PanelStrings): string {
  return { done: strings.done, planned: strings.planned, share: strings.shareRole, change: strings.change, base: strings.base }[role]
}

/** How far a figure is borne out. */
export function stateInWords(state: FigureState, strings: PanelStrings): string {
  return strings[state]
}

/** Why two reports cannot be compared. */
export function obstacleInWords(obstacle: ReportObstacle, strings: PanelStrings): string {
  return {
    'last-year-unknown': strings.lastYearUnknown,
    'current-year-unknown': strings.currentYearUnknown,
    'same-year': strings.sameYear,
    'wrong-order': strings.wrongOrder,
  }[obstacle]
}

/** How many of the sections asked for are there. */
export function coverageInWords(coverage: readonly ReportCoverage[], strings: PanelStrings): string {
  const of = (requirement: ReportCoverage['requirement']): ReportCoverage[] => coverage.filter((section) => section.requirement === requirement)
  const there = (sections: readonly ReportCoverage[]): number => sections.filter(({ status }) => status !== 'absent').length
  const [required, expected] = [of('required'), of('expected')]
  if (required.length + expected.length === 0) return strings.noCoverage
  return fill(strings.coverageSummary, there(required), required.length, there(expected), expected.length)
}

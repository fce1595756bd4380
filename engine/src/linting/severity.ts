/** How much a finding matters, gravest first. `hint` is shown only on request. */
export type Severity = 'error' | 'warning' | 'info' | 'hint'

/** The severities, gravest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint']

/** Whether `severity` is at least as grave as `threshold`. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold)
}

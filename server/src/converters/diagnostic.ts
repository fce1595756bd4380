import type { Finding, Severity } from '@gongwen/engine'
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver'
import type { CheckedText } from '../checking/checked-text.js'
import { toRange } from './positions.js'

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

/** What the client can show of a diagnostic, and where rules are explained. */
export interface DiagnosticAbilities {
  readonly related: boolean
  readonly codeDescription: boolean
  rulePage(ruleId: string): string | undefined
}

/**
 * Tells a finding from every other of its text, whatever the client made of its range. Kept in the diagnostic's `data`, so
 * that a code action can say which diagnostic it is for.
 */
export function identityOf(finding: Finding): string {
  return `${finding.ruleId}#${finding.messageId}@${finding.start}-${finding.end}`
}

/** A finding as a diagnostic. The message says what is wrong and then what to do. */
export function toDiagnostic(checked: CheckedText, finding: Finding, abilities: DiagnosticAbilities): Diagnostic {
  const { lines } = checked.document
  const href = abilities.codeDescription ? abilities.rulePage(finding.ruleId) : undefined
  return {
    range: toRange(lines, finding),
    severity: SEVERITY[finding.severity],
    source: 'gongwen',
    code: finding.ruleId,
    ...(href !== undefined && { codeDescription: { href } }),
    message: finding.message + (finding.advice ?? ''),
    ...(abilities.related &&
      finding.related.length > 0 && {
        relatedInformation: finding.related.map((place) => ({
          location: { uri: checked.uri, range: toRange(lines, place) },
          message: place.message,
        })),
      }),
    data: { identity: identityOf(finding), fixes: finding.fixes.map(({ title, safety }) => ({ title, safety })) },
  }
}

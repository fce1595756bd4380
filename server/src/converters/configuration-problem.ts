import type { ConfigurationProblem } from '@gongwen/platform'
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver'

/** A slip in a configuration file or in front matter as a diagnostic. */
export function toConfigurationDiagnostic({ message, expected, suggestion, start, end }: ConfigurationProblem): Diagnostic {
  const parts = [message, ...(expected === undefined ? [] : [expected]), ...(suggestion === undefined ? [] : [`是不是想写“${suggestion}”？`])]
  const text = parts.join('，')
  return {
    range: { start: { line: start.line, character: start.column }, end: { line: end.line, character: end.column } },
    severity: DiagnosticSeverity.Warning,
    source: 'gongwen',
    code: 'configuration',
    message: /[。？]$/.test(text) ? text : `${text}。`,
  }
}

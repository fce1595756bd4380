import type { Say } from '@gongwen/engine'
import type { ConfigurationProblem, Wording } from '@gongwen/platform/portable'
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver'

/** A slip in a configuration file or in front matter as a diagnostic. */
export function toConfigurationDiagnostic({ message, expected, suggestion, start, end }: ConfigurationProblem, say: Say): Diagnostic {
  const of = ({ zh, en }: Wording): string => say(zh, en)
  const meant = suggestion === undefined ? [] : [say(`是不是想写“${suggestion}”？`, `did you mean “${suggestion}”?`)]
  const text = [of(message), ...(expected === undefined ? [] : [of(expected)]), ...meant].join(say('，', ', '))
  return {
    range: { start: { line: start.line, character: start.column }, end: { line: end.line, character: end.column } },
    severity: DiagnosticSeverity.Warning,
    source: 'gongwen',
    code: 'configuration',
    message: /[。？?]$/.test(text) ? text : `${text}${say('。', '.')}`,
  }
}

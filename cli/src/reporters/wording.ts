import type { Severity } from '@gongwen/engine'
import type { Say } from '../terminal.js'
import type { Tally } from './reporter.js'

const NAMES: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', info: '提示', hint: '建议' }

/** What a severity is called. */
export function severityName(severity: Severity, say: Say): string {
  return say(NAMES[severity], severity)
}

/** Findings by severity, such as `1 个错误、2 个警告`; empty when there are none. */
export function tallyInWords({ errors, warnings, infos, hints }: Pick<Tally, 'errors' | 'warnings' | 'infos' | 'hints'>, say: Say): string {
  const parts: [number, string, string][] = [
    [errors, '个错误', 'errors'],
    [warnings, '个警告', 'warnings'],
    [infos, '条提示', 'infos'],
    [hints, '条建议', 'hints'],
  ]
  return parts.flatMap(([count, zh, en]) => (count === 0 ? [] : [`${count} ${say(zh, en)}`])).join(say('、', ', '))
}

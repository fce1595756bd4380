import {
  comparisonNotes,
  comparisonTables,
  comparisonTitle,
  flagInWords,
  kindName,
  nameOfLast,
  placeOfFlag,
  printable,
  type LedgerEntry,
  type NamedComparison,
  type Say,
} from '@gongwen/engine'
import { alignedTable } from './figure-text.js'

/** The comparison for a terminal: what to look at first, then the tables. */
export function comparisonAsText(named: NamedComparison, say: Say): string {
  const { comparison, currentPath } = named
  const flags = comparison.flags.map((flag) => {
    const { line, column } = placeOfFlag(flag)
    return printable(`${currentPath}:${line}:${column} ${kindName(flag.kind, say)}${say('：', ': ')}${flagInWords(flag, nameOfLast(comparison, say), say)}`)
  })
  const head =
    flags.length === 0
      ? [say('没有需要核对的地方', 'nothing to look at again')]
      : [say(`需要核对（${flags.length} 处）`, `To look at again (${flags.length})`), ...flags]
  const tables = comparisonTables(comparison, say).flatMap(({ title, head: columns, rows }) => [
    title,
    alignedTable({ head: columns, rows: rows.map((row) => row.map((text) => ({ text, isNumber: false }))) }),
  ])
  return [comparisonTitle(named, say), '', ...head, '', ...tables, ...comparisonNotes(comparison, say, whereLeftOut(say))].join('\n')
}

/** The comparison as data; values are exact decimals as text, lines and columns from 1. */
export function comparisonAsJson({ comparison, lastPath, currentPath }: NamedComparison, say: Say): object {
  const { lastYear, currentYear, metrics, plans, carried, unmatched, flags } = comparison
  const side = ({ written, value, line, column }: LedgerEntry): object => ({ written, value: value?.trimmed.toString() ?? null, line, column })
  return {
    version: 1,
    last: { path: lastPath, year: lastYear },
    current: { path: currentPath, year: currentYear },
    flags: flags.map((flag) => ({
      kind: flag.kind,
      line: placeOfFlag(flag).line,
      column: placeOfFlag(flag).column,
      metric: flag.kind === 'carried-over' ? null : flag.entry.metric,
      message: flagInWords(flag, nameOfLast(comparison, say), say),
    })),
    metrics: metrics.map(({ last, current, change, rate, flags: marks }) => ({
      metric: current.metric,
      scope: current.scope,
      unit: current.unit,
      last: side(last),
      current: side(current),
      change: change.trimmed.toString(),
      rate: rate?.toString() ?? null,
      flags: marks.map(({ kind }) => kind),
    })),
    plans: plans.map(({ plan, result, status }) => ({
      metric: plan.metric,
      scope: plan.scope,
      plan: side(plan),
      result: result === undefined ? null : side(result),
      status,
    })),
    carriedOver: carried.map(({ last, current, hasNewFigures }) => ({
      text: current.text,
      last: { line: last.line, column: last.column },
      current: { line: current.line, column: current.column },
      hasNewFigures,
    })),
    unmatched: unmatched.map(({ side: year, reason, entry }) => ({ side: year, reason, metric: entry.metric, scope: entry.scope, ...side(entry) })),
  }
}

/** Where the figures are that no table lists. */
export function whereLeftOut(say: Say): string {
  return say('，见 --format json', ': see --format json')
}

import { placeOfFlag, type LedgerEntry, type ReportComparison, type UnmatchedFigure } from '@gongwen/engine'
import { printable, type Say } from '../terminal.js'
import type { FigureSheet } from './figure-rows.js'
import { alignedTable, markdownTable } from './figure-text.js'
import { flagInWords, kindName, nameOfLast, signed, signedRate, statusName } from './figure-wording.js'

/** Two reports' comparison with the names they were read by. */
export interface NamedComparison {
  readonly comparison: ReportComparison
  readonly lastPath: string
  readonly currentPath: string
}

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
  return [titleOf(named, say), '', ...head, '', ...tablesOf(comparison, say, alignedTable, (title) => title)].join('\n')
}

/** The comparison as a Markdown document. */
export function comparisonAsMarkdown(named: NamedComparison, say: Say): string {
  const { comparison, currentPath } = named
  const flags = comparison.flags.map((flag) => {
    const { line, column } = placeOfFlag(flag)
    return `- ${printable(`**${kindName(flag.kind, say)}** ${currentPath}:${line}:${column} ${flagInWords(flag, nameOfLast(comparison, say), say)}`)}`
  })
  const head = flags.length === 0 ? [say('没有需要核对的地方。', 'Nothing to look at again.')] : flags
  return [
    `# ${titleOf(named, say)}`,
    '',
    `## ${say('需要核对', 'To look at again')}`,
    '',
    ...head,
    '',
    ...tablesOf(comparison, say, markdownTable, (title) => `## ${title}\n`),
  ].join('\n')
}

function titleOf({ comparison: { lastYear, currentYear }, lastPath, currentPath }: NamedComparison, say: Say): string {
  return printable(
    say(`${lastYear} 年（${lastPath}）与 ${currentYear} 年（${currentPath}）对照`, `${lastYear} (${lastPath}) and ${currentYear} (${currentPath})`),
  )
}

function tablesOf(comparison: ReportComparison, say: Say, asTable: (sheet: FigureSheet) => string, asTitle: (title: string) => string): string[] {
  const { metrics, plans, unmatched, carried } = comparison
  const section = (title: string, sheet: FigureSheet): string[] => (sheet.rows.length === 0 ? [] : [asTitle(title), asTable(sheet)])
  const ambiguous = unmatched.filter(({ reason }) => reason === 'ambiguous')
  const absent = unmatched.length - ambiguous.length
  const updated = carried.filter(({ hasNewFigures }) => hasNewFigures).length
  return [
    ...section(say(`指标对照（${metrics.length} 项）`, `Metrics (${metrics.length})`), metricsSheet(comparison, say)),
    ...section(say(`为 ${comparison.currentYear} 年定的计划与结果（${plans.length} 项）`, `Plans and results (${plans.length})`), plansSheet(comparison, say)),
    ...section(
      say(`同一指标有几个数，没有对照（${ambiguous.length} 个）`, `Several values for one metric, not compared (${ambiguous.length})`),
      ambiguousSheet(ambiguous, comparison, say),
    ),
    ...(absent === 0
      ? []
      : [
          say(
            `另有 ${absent} 个数据在另一份报告里没有同名的指标，见 --format json。\n`,
            `${absent} more figures have no namesake in the other report: see --format json.\n`,
          ),
        ]),
    ...(updated === 0 ? [] : [say(`另有 ${updated} 句沿用原句、数字已更新。\n`, `${updated} more sentences are last year’s with new figures.\n`)]),
  ]
}

function metricsSheet({ metrics, lastYear, currentYear }: ReportComparison, say: Say): FigureSheet {
  return sheet(
    [say('指标', 'metric'), say('口径', 'scope'), String(lastYear), String(currentYear), say('增减', 'change'), say('增幅', 'rate'), say('核对', 'look at')],
    metrics.map((metric) => [
      metric.current.metric,
      metric.current.scope,
      metric.last.written,
      metric.current.written,
      signed(metric.change, metric.current, say),
      signedRate(metric),
      metric.flags.map(({ kind }) => kindName(kind, say)).join(say('、', ', ')),
    ]),
  )
}

function plansSheet({ plans, currentYear }: ReportComparison, say: Say): FigureSheet {
  return sheet(
    [say('指标', 'metric'), say(`${currentYear} 年计划`, `plan for ${currentYear}`), say('结果', 'result'), say('情况', 'status'), say('计划行号', 'line')],
    plans.map(({ plan, result, status }) => [plan.metric, plan.written, result?.written ?? '', statusName(status, say), String(plan.line)]),
  )
}

function ambiguousSheet(ambiguous: readonly UnmatchedFigure[], { lastYear, currentYear }: ReportComparison, say: Say): FigureSheet {
  return sheet(
    [say('年份', 'year'), say('行', 'line'), say('指标', 'metric'), say('口径', 'scope'), say('数值', 'value')],
    ambiguous.map(({ side, entry }) => [String(side === 'last' ? lastYear : currentYear), String(entry.line), entry.metric, entry.scope, entry.written]),
  )
}

function sheet(head: readonly string[], rows: readonly (readonly string[])[]): FigureSheet {
  return { head, rows: rows.map((row) => row.map((text) => ({ text, isNumber: false }))) }
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

import { markdownTable, printable } from '../text/printable.js'
import type { Say } from '../text/say.js'
import { placeOfFlag, type ReportComparison, type UnmatchedFigure } from './compare.js'
import { flagInWords, kindName, nameOfLast, signed, signedRate, statusName } from './comparison-wording.js'

/** Two reports' comparison with the names they were read by. */
export interface NamedComparison {
  readonly comparison: ReportComparison
  readonly lastPath: string
  readonly currentPath: string
}

/** A table of a comparison. */
export interface ComparisonTable {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Writes a place of this year's report, lines and columns from 1; a preview makes it a link. */
export type WritePlace = (line: number, column: number) => string

/** The comparison as a Markdown document: what to look at first, then the tables. */
export function comparisonAsMarkdown(
  named: NamedComparison,
  say: Say,
  { place = (line, column) => `${named.currentPath}:${line}:${column}`, where = '' }: { readonly place?: WritePlace; readonly where?: string } = {},
): string {
  const { comparison } = named
  const flags = comparison.flags.map((flag) => {
    const { line, column } = placeOfFlag(flag)
    return `- **${kindName(flag.kind, say)}** ${printable(place(line, column))} ${printable(flagInWords(flag, nameOfLast(comparison, say), say))}`
  })
  const head = flags.length === 0 ? [say('没有需要核对的地方。', 'Nothing to look at again.')] : flags
  return [
    `# ${comparisonTitle(named, say)}`,
    '',
    `## ${say('需要核对', 'To look at again')}`,
    '',
    ...head,
    '',
    ...comparisonTables(comparison, say).flatMap(({ title, head: columns, rows }) => [`## ${title}\n`, markdownTable(columns, rows)]),
    ...comparisonNotes(comparison, say, where),
  ].join('\n')
}

/** Which two years of which texts are compared. */
export function comparisonTitle({ comparison: { lastYear, currentYear }, lastPath, currentPath }: NamedComparison, say: Say): string {
  return printable(
    say(`${lastYear} 年（${lastPath}）与 ${currentYear} 年（${currentPath}）对照`, `${lastYear} (${lastPath}) and ${currentYear} (${currentPath})`),
  )
}

/** The tables of a comparison, empty ones left out. */
export function comparisonTables(comparison: ReportComparison, say: Say): ComparisonTable[] {
  const ambiguous = comparison.unmatched.filter(({ reason }) => reason === 'ambiguous')
  const tables = [metricsTable(comparison, say), plansTable(comparison, say), ambiguousTable(ambiguous, comparison, say)]
  return tables.filter(({ rows }) => rows.length > 0)
}

/**
 * What is not in the tables, a line each.
 *
 * @param where says where the figures left out are to be found; nothing where they are not
 */
export function comparisonNotes({ unmatched, carried }: ReportComparison, say: Say, where = ''): string[] {
  const absent = unmatched.filter(({ reason }) => reason !== 'ambiguous').length
  const updated = carried.filter(({ hasNewFigures }) => hasNewFigures).length
  return [
    ...(absent === 0
      ? []
      : [say(`另有 ${absent} 个数据在另一份报告里没有同名的指标${where}。\n`, `${absent} more figures have no namesake in the other report${where}.\n`)]),
    ...(updated === 0 ? [] : [say(`另有 ${updated} 句沿用原句、数字已更新。\n`, `${updated} more sentences are last year’s with new figures.\n`)]),
  ]
}

function metricsTable({ metrics, lastYear, currentYear }: ReportComparison, say: Say): ComparisonTable {
  return {
    title: say(`指标对照（${metrics.length} 项）`, `Metrics (${metrics.length})`),
    head: [
      say('指标', 'metric'),
      say('口径', 'scope'),
      String(lastYear),
      String(currentYear),
      say('增减', 'change'),
      say('增幅', 'rate'),
      say('核对', 'look at'),
    ],
    rows: metrics.map((metric) => [
      metric.current.metric,
      metric.current.scope,
      metric.last.written,
      metric.current.written,
      signed(metric.change, metric.current, say),
      signedRate(metric),
      metric.flags.map(({ kind }) => kindName(kind, say)).join(say('、', ', ')),
    ]),
  }
}

function plansTable({ plans, currentYear }: ReportComparison, say: Say): ComparisonTable {
  return {
    title: say(`为 ${currentYear} 年定的计划与结果（${plans.length} 项）`, `Plans and results (${plans.length})`),
    head: [
      say('指标', 'metric'),
      say(`${currentYear} 年计划`, `plan for ${currentYear}`),
      say('结果', 'result'),
      say('情况', 'status'),
      say('计划行号', 'line'),
    ],
    rows: plans.map(({ plan, result, status }) => [plan.metric, plan.written, result?.written ?? '', statusName(status, say), String(plan.line)]),
  }
}

function ambiguousTable(ambiguous: readonly UnmatchedFigure[], { lastYear, currentYear }: ReportComparison, say: Say): ComparisonTable {
  return {
    title: say(`同一指标有几个数，没有对照（${ambiguous.length} 个）`, `Several values for one metric, not compared (${ambiguous.length})`),
    head: [say('年份', 'year'), say('行', 'line'), say('指标', 'metric'), say('口径', 'scope'), say('数值', 'value')],
    rows: ambiguous.map(({ side, entry }) => [String(side === 'last' ? lastYear : currentYear), String(entry.line), entry.metric, entry.scope, entry.written]),
  }
}

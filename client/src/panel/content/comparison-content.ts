import type { ComparedMetric, ReportComparison } from '@gongwen/messages'
import { fill } from '../fill.js'
import { obstacleInWords } from '../wording.js'
import type { ContentOptions } from './build-content.js'
import type { Bar, Cell, Part } from './report-content.js'

/** The comparison with last year's report; nothing where there is none. */
export function comparisonParts(comparison: ReportComparison | null, { strings, lastName }: ContentOptions): Part[] {
  if (comparison === null) return []
  const head: Part = { kind: 'heading', level: 2, text: strings.comparison }
  if (comparison.obstacle !== null) return [head, { kind: 'paragraph', text: obstacleInWords(comparison.obstacle, strings), tone: 'plain' }]
  const { flags, metrics, currentYear, lastYear } = comparison
  const summary = fill(strings.compared, currentYear, lastYear, lastName, metrics.length)
  const items = flags.map((flag) => ({
    lead: flag.name,
    tone: 'look' as const,
    text: flag.message,
    details: [fill(strings.line, flag.range.start.line + 1)],
  }))
  const columns = [
    { head: strings.metric, width: 3 },
    { head: String(lastYear), width: 1.6, isNumeric: true },
    { head: String(currentYear), width: 1.6, isNumeric: true },
    { head: strings.difference, width: 1.6, isNumeric: true },
    { head: strings.rate, width: 1.2, isNumeric: true },
    { head: `${strings.drawn} (${lastYear}/${currentYear})`, width: 2 },
    { head: strings.lookAgain, width: 2 },
  ]
  const rows = metrics.map((metric): Cell[] => [
    metric.scope === '' ? metric.metric : `${metric.metric} (${metric.scope})`,
    metric.last.written,
    metric.current.written,
    metric.change,
    metric.rate,
    { bars: barsOf(metric) },
    { text: metric.flags.join(strings.separator), tone: 'look' },
  ])
  return [
    head,
    { kind: 'paragraph', text: summary, tone: 'plain' },
    { kind: 'heading', level: 3, text: `${strings.lookAgain} (${flags.length})` },
    items.length === 0 ? { kind: 'paragraph', text: strings.noFlags, tone: 'plain' } : { kind: 'list', items },
    ...(rows.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 3 as const, text: strings.plot },
          { kind: 'table' as const, columns, rows },
        ]),
  ]
}

/** The two years of a metric as lengths: the greater one is the whole. A negative value has none. */
export function barsOf({ last, current, flags }: ComparedMetric): [last: Bar, current: Bar] {
  const [before, now] = [Math.max(0, Number(last.value)), Math.max(0, Number(current.value))]
  const most = Math.max(before, now)
  const part = (value: number): number => (most === 0 ? 0 : value / most)
  return [
    { fraction: part(before), tone: 'quiet' },
    { fraction: part(now), tone: flags.length > 0 ? 'look' : 'plain' },
  ]
}

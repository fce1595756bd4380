import type { ComparedMetric, ComparedValue, OtherText, ReportComparison, ReportFlag } from '@gongwen/messages'
import {
  compareReports,
  flagInWords,
  kindName,
  nameOfLast,
  Session,
  signed,
  signedRate,
  type ComparisonFlag,
  type KnownEntry,
  type MetricComparison,
  type ReportDocument,
  type ReportProfile,
  type Say,
  type SentencePlace,
  type TextRange,
} from '@gongwen/engine'
import type { CheckedText } from '../checking/checked-text.js'
import { toRange } from '../converters/positions.js'

/** So many texts are kept as read: a panel asks again after every pause in typing. */
const MOST_KEPT = 16

/** Finds last year's report among texts and compares; keeps the texts that it has read. */
export class LastYear {
  private readonly read = new Map<string, { readonly text: string; readonly document: ReportDocument }>()

  /**
   * The comparison with the text that the writer chose, else with the one that is last year's report of the same kind and
   * unit; undefined when there is none.
   */
  compare(checked: CheckedText, others: readonly OtherText[]): ReportComparison | undefined {
    const chosen = others.find(({ isChosen }) => isChosen)
    if (chosen !== undefined) return comparisonWith(checked, chosen.uri, this.documentOf(checked, chosen))
    const { profile } = checked.document
    for (const other of others) {
      if (other.uri === checked.uri) continue
      const document = this.documentOf(checked, other)
      if (isLastYearOf(document.profile, profile)) return comparisonWith(checked, other.uri, document)
    }
    return undefined
  }

  private documentOf(checked: CheckedText, { uri, text, format }: OtherText): ReportDocument {
    const known = this.read.get(uri)
    if (known?.text === text) return known.document
    const { document } = new Session(checked.optionsBeside(format)).update(text)
    this.read.delete(uri)
    this.read.set(uri, { text, document })
    for (const oldest of this.read.keys()) {
      if (this.read.size <= MOST_KEPT) break
      this.read.delete(oldest)
    }
    return document
  }
}

/** Whether a report is the one of the year before, of the same kind and, where both name it, of the same unit. */
export function isLastYearOf(last: ReportProfile, current: ReportProfile): boolean {
  if (!last.isReport || last.kind !== current.kind || current.year === undefined || last.year !== current.year - 1) return false
  if (last.topic !== current.topic) return false
  return last.unit === undefined || current.unit === undefined || last.unit === current.unit
}

function comparisonWith(checked: CheckedText, uri: string, last: ReportDocument): ReportComparison {
  const comparison = compareReports(last, checked.document)
  if (typeof comparison === 'string') return { uri, obstacle: comparison }
  const { lastYear, currentYear, metrics, flags } = comparison
  const say: Say = (zh, en) => checked.say(zh, en)
  const before = nameOfLast(comparison, say)
  return {
    uri,
    obstacle: null,
    lastYear,
    currentYear,
    metrics: metrics.map((metric) => metricOf(metric, checked.document, last, say)),
    flags: flags.map((flag) => ({ name: kindName(flag.kind, say), message: flagInWords(flag, before, say), ...placesOf(flag, checked.document, last) })),
  }
}

function metricOf(compared: MetricComparison, document: ReportDocument, before: ReportDocument, say: Say): ComparedMetric {
  const { last, current, change, flags } = compared
  return {
    metric: current.metric,
    scope: current.scope,
    last: valueOf(last, before),
    current: valueOf(current, document),
    change: signed(change, current, say),
    rate: signedRate(compared),
    flags: flags.map(({ kind }) => kindName(kind, say)),
  }
}

function valueOf(entry: KnownEntry, { lines }: ReportDocument): ComparedValue {
  return { written: entry.written, value: entry.value.trimmed.toString(), range: toRange(lines, entry) }
}

function placesOf(flag: ComparisonFlag, { lines }: ReportDocument, last: ReportDocument): Pick<ReportFlag, 'range' | 'lastRange'> {
  if (flag.kind !== 'carried-over') return { range: toRange(lines, flag.entry), lastRange: toRange(last.lines, flag.last) }
  const { current, last: before } = flag.sentence
  return { range: toRange(lines, rangeOfSentence(current)), lastRange: toRange(last.lines, rangeOfSentence(before)) }
}

function rangeOfSentence({ start, text }: SentencePlace): TextRange {
  return { start, end: start + text.trimEnd().length }
}

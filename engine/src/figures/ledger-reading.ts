import type { ReportDocument } from '../document/report-document.js'
import type { Block } from '../markdown/block.js'
import { entriesAfterEdit, type LedgerEntry } from './ledger.js'

/** Rules on the ledger look no further back from a figure. */
const WORDS_BEFORE = 40

/**
 * What rules on the ledger take from a paragraph: its entries but for their places, and the clause before each figure. All of
 * the paragraph where its entries are not known.
 */
export function figuresIn(block: Block, document: ReportDocument): string {
  const reading = entriesAfterEdit(document, block)
  if (reading === undefined) return block.text
  const { start, entries } = reading
  return entries.map((entry) => `${saidBy(entry, entries)}|${clauseBefore(block.source, entry.start - start)}`).join('\n')
}

function saidBy(entry: LedgerEntry, entries: readonly LedgerEntry[]): string {
  const { metric, metricKey, value, interval, approximation, kind, written, unit, unitClass, scope, year, role, change, direction, section } = entry
  const told = change && [change.direction, change.isYearOnYear, change.subject && entries.indexOf(change.subject)].join(',')
  const range = `${interval.low.toString()}-${interval.high?.toString()}`
  return [metric, metricKey, value?.toString(), range, approximation, kind, written, unit, unitClass, scope, year, role, told, direction, section].join('|')
}

/** The words before a figure back to a mark, and whether 其中 stands before them. */
function clauseBefore(source: string, at: number): string {
  const head = source.slice(Math.max(0, at - WORDS_BEFORE), at)
  const clause = /[^，。；,;\n]{0,40}$/.exec(head)?.[0] ?? ''
  return `${clause}${/其中[，,：:]?$/.test(head.slice(0, head.length - clause.length))}`
}

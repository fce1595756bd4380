import { FIXED_EXPRESSIONS, ledgerOf, type LedgerEntry, type ReportDocument, type SourceLine } from '@gongwen/engine'
import type { Suggestion } from './complete-line.js'

/** So many characters of an expression must be there for it to be offered unasked; one is enough for who asks. */
const TELLING = 2
/** A metric of fewer characters (学校, 教师) is part of too many other words. */
const SHORTEST_METRIC = 3
const MOST_FIGURES = 5
/** What may stand between a metric and its figure, and as much of the figure as has been typed. */
const BETWEEN = /^(?:共有?|达到?|为|有|累计|合计)?((?:约|近)?[\d.]{0,12})$/

/**
 * The fixed expressions whose first characters stand before a place. Behind an opening quotation mark they need no more
 * than one.
 */
export function expressionsFrom(document: ReportDocument, offset: number, isAsked: boolean): Suggestion[] {
  const { line, before, after } = aroundOf(document, offset)
  const found = FIXED_EXPRESSIONS.flatMap(({ name, quoted }) => {
    const length = typedOf(before, name)
    const isQuoted = before[before.length - length - 1] === '“'
    if (length === 0 || length === name.length || after.startsWith(name.slice(length))) return []
    if (length < (isAsked || isQuoted ? 1 : TELLING)) return []
    const closing = isQuoted && !after.startsWith('”') ? '”' : ''
    const text = quoted === true && !isQuoted ? `“${name}”` : name + closing
    return [{ kind: 'expression' as const, text, typed: name.slice(0, length), start: line.start + before.length - length, end: offset }]
  })
  // the more has been typed of one, the likelier it is meant
  return found.sort((a, b) => b.typed.length - a.typed.length)
}

/** How much of the beginning of a name stands at the end of a text. */
function typedOf(before: string, name: string): number {
  for (let length = Math.min(name.length, before.length); length > 0; length--) if (before.endsWith(name.slice(0, length))) return length
  return 0
}

/** A figure that the report gives elsewhere for the metric that stands before a place. */
export interface FigureSuggestion extends Suggestion {
  readonly kind: 'figure'
  readonly entry: LedgerEntry
}

/** The figures that the report gives for the metric before a place, each once, in reading order. */
export function figuresFor(document: ReportDocument, offset: number): FigureSuggestion[] {
  const { before } = aroundOf(document, offset)
  const seen = new Set<string>()
  const found: FigureSuggestion[] = []
  for (const entry of ledgerOf(document)) {
    if (entry.metric.length < SHORTEST_METRIC || entry.value === undefined || (entry.start <= offset && offset <= entry.end)) continue
    const at = before.lastIndexOf(entry.metric)
    const typed = at < 0 ? undefined : BETWEEN.exec(before.slice(at + entry.metric.length))?.[1]
    if (typed === undefined || !entry.written.startsWith(typed) || entry.written === typed || seen.has(entry.written)) continue
    seen.add(entry.written)
    found.push({ kind: 'figure', entry, text: entry.written, typed, start: offset - typed.length, end: offset })
  }
  return found.slice(0, MOST_FIGURES)
}

function aroundOf({ lines, text }: ReportDocument, offset: number): { readonly line: SourceLine; readonly before: string; readonly after: string } {
  const line = lines.line(lines.lineAt(offset)) as SourceLine
  return { line, before: text.slice(line.start, offset), after: text.slice(offset, line.end) }
}

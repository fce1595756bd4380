import { sentencesOf } from './sentence.js'
import { timelineMentionsOf, type TimelineKind } from './date-timeline.js'
import { formatMonth } from './date-calendar.js'
import type { ReportDocument } from './report-document.js'
import type { TextRange } from '../text/range.js'
import { GLOSSARY } from '../lexicon/lexicon.generated.js'
import { TermMatcher } from '../lexicon/term-matcher.js'

/** A fixed expression of official papers: what it stands for and when it was coined. */
export interface FixedExpression {
  /** without quotation marks */
  readonly name: string
  /** what it stands for, in full */
  readonly full: string
  /** year, or year and month, from which it is in use: `2021-11`; absent where that is not certain */
  readonly from?: string
  readonly note?: string
  /** whether it counts only in quotation marks: shorter ones are found in other words */
  readonly quoted?: boolean
}

/** A fixed expression, or something else that has its time (a meeting, a campaign, a law), where a text names it. */
export interface ExpressionMention extends TextRange {
  /** a meeting is at its time, a campaign from it to another, everything else from it on */
  readonly kind: 'expression' | TimelineKind
  /** as it is named in full: 三会一课, 党的二十届三中全会 */
  readonly name: string
  /** what it stands for; absent for meetings, campaigns and laws */
  readonly full: string | undefined
  /** year and month of its beginning as a writer writes it, 2021年11月 */
  readonly from: string | undefined
  /** of a campaign its end, in the same form */
  readonly until: string | undefined
  readonly note: string | undefined
}

/** Every fixed expression that is known, in the order of the word list. */
export const FIXED_EXPRESSIONS: readonly FixedExpression[] = GLOSSARY.expressions

let matcher: TermMatcher<FixedExpression> | undefined

/**
 * The fixed expressions and dated names at a place of the whole text, the longest first. The end of one counts, for a
 * caret stands there.
 */
export function expressionsAt(document: ReportDocument, offset: number): ExpressionMention[] {
  const at = document.prose().find(({ start, end }) => start <= offset && offset <= end)
  if (at === undefined) return []
  const found: ExpressionMention[] = []
  for (const { start, value } of (matcher ??= matcherOf()).match(at.block.canonical)) {
    const range = document.toDocument(at, { start, end: start + value.name.length })
    if (covers(range, offset) && (value.quoted !== true || isQuoted(at.block.canonical, start, value.name.length)))
      found.push({ ...range, ...described(value) })
  }
  for (const sentence of sentencesOf(at.block)) {
    if (!covers(document.toDocument(at, sentence), offset)) continue
    for (const { name, from, until, kind, start, end } of timelineMentionsOf(sentence)) {
      const range = document.toDocument(at, { start: sentence.start + start, end: sentence.start + end })
      if (!covers(range, offset) || found.some((other) => other.name === bare(name))) continue
      found.push({
        ...range,
        kind,
        name: bare(name),
        full: undefined,
        from: formatMonth(from),
        until: kind === 'campaign' && until !== undefined ? formatMonth(until) : undefined,
        note: undefined,
      })
    }
  }
  return found.sort((a, b) => b.end - b.start - (a.end - a.start))
}

function matcherOf(): TermMatcher<FixedExpression> {
  return new TermMatcher(FIXED_EXPRESSIONS.map((value) => ({ text: value.name, value })))
}

function described({ name, full, from, note }: FixedExpression): Omit<ExpressionMention, 'start' | 'end'> {
  const [year, month] = from?.split('-') ?? []
  return {
    kind: 'expression',
    name,
    full,
    from: year === undefined ? undefined : `${year}年${month === undefined ? '' : `${Number(month)}月`}`,
    until: undefined,
    note,
  }
}

function covers({ start, end }: TextRange, offset: number): boolean {
  return start <= offset && offset <= end
}

function isQuoted(text: string, start: number, length: number): boolean {
  return text[start - 1] === '“' && text[start + length] === '”'
}

function bare(name: string): string {
  return name.replace(/^“(.{1,20})”$/, '$1')
}

import type { OrdinalStyle, ReportDocument, SourceLine, TextRange } from '@gongwen/engine'
import { nextItem } from './enumerations.js'
import type { LackingSection } from './lacking-sections.js'
import { nextOrdinals } from './next-ordinals.js'

/** Something that may be written at a place. The range, of the whole text, is what it replaces. */
export interface Suggestion extends TextRange {
  readonly text: string
  readonly kind: 'ordinal' | 'section' | 'item' | 'expression' | 'figure'
  /** what stands in the range before the caret: editors narrow their list by it */
  readonly typed: string
}

/** Indentation and Markdown marks; an ordinal, whole or begun; the first words of a title. */
const LINE = /^([ \t\u3000]{0,8}(?:#{1,6} {1,4})?(?:\*\*)?)([（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})?[）)、.．]?)([^\s。，；、]{0,20})$/

/**
 * What may be written at an offset: at the start of a line the next ordinal, alone or with a section that the report
 * still lacks; within a paragraph the next item of 一是……二是…….
 *
 * @param lacking sections that the report lacks, in the order in which they are offered
 * @param isAsked whether the user asked; on an empty line nothing is offered unasked
 */
export function suggestAt(document: ReportDocument, offset: number, lacking: readonly LackingSection[], isAsked: boolean): Suggestion[] {
  const lineNumber = document.lines.lineAt(offset)
  const line = document.lines.line(lineNumber) as SourceLine
  const before = document.text.slice(line.start, offset)
  const after = document.text.slice(offset, line.end)
  const item = nextItem(before, wordsAbove(document, lineNumber))
  const items: Suggestion[] =
    item === undefined || (item.typed === '' && !isAsked && !/[；;]$/.test(before))
      ? []
      : [{ kind: 'item', text: item.text, typed: item.typed, start: offset - item.typed.length, end: offset }]
  return [...items, ...(/^[）)]?\s*$/.test(after) ? headings(document, line, before, offset, lacking, isAsked) : [])]
}

function headings(
  document: ReportDocument,
  line: SourceLine,
  before: string,
  offset: number,
  lacking: readonly LackingSection[],
  isAsked: boolean,
): Suggestion[] {
  const match = LINE.exec(before)
  if (match === null) return []
  const [, marks, ordinal, words] = match as unknown as [string, string, string, string]
  if (ordinal === '' && (words !== '' || !isAsked)) return []
  const typed = before.slice(marks.length)
  const closing = /^[）)]/.test(document.text.slice(offset, line.end)) ? 1 : 0
  const place = { typed, start: line.start + marks.length, end: offset + closing }
  const next = nextOrdinals(document, line.start).filter(({ style }) => mayBecome(ordinal, style))
  const titled = lacking.flatMap(({ title, style }) =>
    next
      .filter((ordinal) => ordinal.style === style && title.startsWith(words))
      .map(({ text }) => ({ kind: 'section' as const, text: text + title, ...place })),
  )
  const bare = words === '' ? next.filter(({ text }) => text !== ordinal).map(({ text }) => ({ kind: 'ordinal' as const, text, ...place })) : []
  return [...titled, ...bare]
}

/** Whether an ordinal of this style may come of what was typed; nothing typed may become any. */
function mayBecome(typed: string, style: OrdinalStyle): boolean {
  if (typed === '') return true
  if (/^[（(]/.test(typed)) return style === 'bracketed-digit' ? !/[一二三四五六七八九十]/.test(typed) : style === 'bracketed-chinese' && !/\d/.test(typed)
  return /^\d/.test(typed) ? style === 'digit' : style === 'chinese'
}

/** The nearest line above that holds words. */
function wordsAbove({ lines, text }: ReportDocument, lineNumber: number): string {
  for (let i = lineNumber - 1; i >= Math.max(0, lineNumber - 3); i--) {
    const { start, end } = lines.line(i) as SourceLine
    const words = text.slice(start, end).trim()
    if (words !== '') return words
  }
  return ''
}

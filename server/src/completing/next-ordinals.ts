import { formatOrdinal, type Ordinal, type OrdinalStyle, type ReportDocument } from '@gongwen/engine'

/** An ordinal that may come next. */
export interface NextOrdinal {
  readonly style: OrdinalStyle
  readonly value: number
  /** as GB/T 9704-2012 7.3.3 writes it */
  readonly text: string
}

/** The styles in the order in which they nest (GB/T 9704-2012 7.3.3). */
const NESTING: readonly OrdinalStyle[] = ['part', 'chapter', 'section', 'chinese', 'bracketed-chinese', 'digit', 'bracketed-digit', 'circled']
/** Styles that a heading may open a level with. */
const FIRST: readonly OrdinalStyle[] = ['chinese', 'bracketed-chinese', 'digit', 'bracketed-digit']
const MOST: Readonly<Record<string, number>> = { circled: 20 }

/**
 * The ordinals that may stand on a line: the next one of each level that is open there, innermost first, then the first
 * one of a level below.
 *
 * @param offset start of the line, of the whole text; headings at or after it do not count
 * @example After `一、回顾` and `（一）党建` they are `（二）`, `二、`, `1.`.
 */
export function nextOrdinals({ outline }: ReportDocument, offset: number): NextOrdinal[] {
  const open: Ordinal[] = []
  for (const { ordinal, start } of outline.headings) {
    if (start >= offset) break
    if (ordinal === undefined) continue
    while (open.length > 0 && rankOf(open[open.length - 1] as Ordinal) >= rankOf(ordinal)) open.pop()
    open.push(ordinal)
  }
  const following = [...open].reverse().flatMap(({ style, value, counter }) => make(style, value + 1, counter))
  const innermost = open.length === 0 ? -1 : rankOf(open[open.length - 1] as Ordinal)
  const below = FIRST.find((style) => NESTING.indexOf(style) > innermost)
  return [...following, ...(below === undefined ? [] : make(below, 1))]
}

function rankOf({ style }: Ordinal): number {
  return NESTING.indexOf(style)
}

function make(style: OrdinalStyle, value: number, counter = ''): NextOrdinal[] {
  if (value > (MOST[style] ?? 999)) return []
  return [{ style, value, text: counter === '' ? formatOrdinal(style, value) : formatOrdinal(style, value, counter) }]
}

/** What is exported of a report's check, apart from any file format: headings, paragraphs, lists, tables, bars. */

/** How good or bad what it says is. */
export type Tone = 'good' | 'look' | 'bad' | 'plain' | 'quiet'

/** A drawn length from 0 to 1. */
export interface Bar {
  readonly fraction: number
  readonly tone: Tone
}

/** A cell of a table: words, or bars under each other. */
export type Cell = string | { readonly bars: readonly Bar[] } | { readonly text: string; readonly tone: Tone }

/** An item of a list: what it is first, then what it says, then what belongs to it. */
export interface Item {
  readonly lead: string
  readonly tone: Tone
  readonly text: string
  readonly details: readonly string[]
}

/** A column of a table: its head, and its share of the width. */
export interface Column {
  readonly head: string
  readonly width: number
  readonly isNumeric?: boolean
}

/** A part of the content. */
export type Part =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone: Tone; readonly isStrong?: boolean }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] }

/** The content in reading order, and the language that it is mostly in. */
export interface ReportContent {
  readonly title: string
  readonly language: string
  readonly parts: readonly Part[]
}

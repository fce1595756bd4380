import { markdownTable as tableInMarkdown, printable } from '@gongwen/engine'
import stringWidth from 'string-width'
import type { FigureSheet } from './figure-rows.js'

const WIDEST = 36

/** A table aligned by the columns that a terminal gives each character; long cells are cut and end with `…`. */
export function alignedTable({ head, rows }: FigureSheet): string {
  const texts = [[...head], ...rows.map((row) => row.map(({ text }) => cut(printable(text))))]
  const widths = head.map((_, column) => Math.max(...texts.map((row) => stringWidth(row[column] ?? ''))))
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  const lines = texts.map((row) =>
    row
      .map((text, column) => text + ' '.repeat((widths[column] as number) - stringWidth(text)))
      .join('  ')
      .trimEnd(),
  )
  return `${[lines[0], rule, ...lines.slice(1)].join('\n')}\n`
}

/** A Markdown table; a bar in a cell is escaped. */
export function markdownTable({ head, rows }: FigureSheet): string {
  return tableInMarkdown(
    head,
    rows.map((row) => row.map(({ text }) => text)),
  )
}

/** Comma-separated values with a byte-order mark, so that Excel reads them as UTF-8; a text cannot act as a formula. */
export function commaSeparated({ head, rows }: FigureSheet): string {
  const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const lines = [head.map(quoted), ...rows.map((row) => row.map(({ text, isNumber }) => quoted(!isNumber && /^[=+\-@\t]/.test(text) ? `'${text}` : text)))]
  return `\ufeff${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`
}

let graphemes: Intl.Segmenter | undefined

function cut(text: string): string {
  if (stringWidth(text) <= WIDEST) return text
  graphemes ??= new Intl.Segmenter('zh', { granularity: 'grapheme' })
  let kept = ''
  let width = 1
  for (const { segment } of graphemes.segment(text)) {
    width += stringWidth(segment)
    if (width > WIDEST) break
    kept += segment
  }
  return `${kept}…`
}

import writeExcelFile from 'write-excel-file/node'
import type { FigureSheet } from './figure-rows.js'

const WIDTHS = [30, 16, 8, 16, 12, 8, 8, 30, 6, 6]

/** An Excel workbook with the table on one sheet, its head fixed; a number that a cell cannot hold exactly stays text. */
export async function workbookOf({ head, rows }: FigureSheet, sheet: string): Promise<Uint8Array> {
  const cells = rows.map((row) =>
    row.map(({ text, isNumber }) => (isNumber && isExact(text) ? { type: Number, value: Number(text) } : { type: String, value: text })),
  )
  const data = [head.map((value) => ({ type: String, value, fontWeight: 'bold' as const })), ...cells]
  return writeExcelFile(data, { sheet, columns: WIDTHS.map((width) => ({ width })), stickyRowsCount: 1 }).toBuffer()
}

function isExact(text: string): boolean {
  return String(Number(text)) === text && Math.abs(Number(text)) <= Number.MAX_SAFE_INTEGER
}

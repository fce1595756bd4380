import { Decimal } from '../document/decimal.js'
import { Question } from '../document/gathering.js'
import type { Block } from '../markdown/block.js'
import type { PositionedBlock } from '../document/outline.js'
import type { ReportDocument } from '../document/report-document.js'
import type { TextRange } from '../text/range.js'

/** A cell with a number; `range` is of the whole text. */
interface NumberCell {
  readonly value: Decimal
  readonly range: TextRange
  readonly text: string
}

/** One row: its label, its cells as written, and its numbers by column (nothing where a cell holds no number). */
export interface TableRow {
  readonly label: string
  readonly texts: readonly string[]
  /** where the cells' words stand in the whole text */
  readonly ranges: readonly TextRange[]
  readonly numbers: readonly (NumberCell | undefined)[]
}

/** A total of a table that its cells do not make up. */
export interface TableTotal {
  readonly total: NumberCell
  readonly items: readonly NumberCell[]
  readonly sum: Decimal
}

const TOTAL = /^(?:合计|总计|共计|总数|全[区县市乡镇校]合计)(?:（.{1,8}）)?$/
const SUBTOTAL = /^小\s?计/
const SUBSET = /^(?:其中|[#—－\-])/
/** Columns whose cells do not add up. */
const NOT_ADDITIVE = /[率均每±/／]|单[价产位]|人均|排名|名次|序号|年份|年度|时间|日期|增长|增幅|同比|标准|电话|编号|代码/
const NUMBER = /^(\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,6})?(%?)$/

/** The wrong totals of all tables: of the row 合计 and of the column 合计. */
export function wrongTableTotals(document: ReportDocument): TableTotal[] {
  return tablesOf(document).flatMap((rows) => [...wrongColumns(rows), ...wrongRows(rows)])
}

const TABLE_ROWS = new Question(({ kind }) => (kind === 'table-row' ? true : undefined))

/** What the tables of a report take from a line: all of a row, and of the line that parts a head from the rows. */
export function rowIn({ kind, source }: Block): string {
  return kind === 'table-row' || kind === 'separator' ? source : ''
}

/** The tables of a report, each its rows in reading order; the first is the head. */
export function tablesOf(document: ReportDocument): TableRow[][] {
  const tables: TableRow[][] = []
  const rows = document.ask(TABLE_ROWS).map(({ at }) => at)
  rows.forEach((at, i) => {
    const last = rows[i - 1]
    if (last === undefined || at.firstLine - last.lastLine > 2 || (at.firstLine - last.lastLine === 2 && isHead(document, at, rows[i + 1]))) tables.push([])
    tables[tables.length - 1]?.push(rowOf(document, at))
  })
  return tables
}

/** Whether a row is the head of a table of Markdown: the line that parts it from the rows stands between them. */
function isHead({ text }: ReportDocument, at: PositionedBlock, next: PositionedBlock | undefined): boolean {
  const between = next === undefined || next.firstLine - at.lastLine !== 2 ? '' : text.slice(at.end, next.start)
  return between.includes('-') && /^[\s|:-]*$/.test(between)
}

function rowOf(document: ReportDocument, at: PositionedBlock): TableRow {
  const cells = at.block.cells
  const texts = cells.map(({ text }) => text.trim())
  const ranges = cells.map((cell, i) => {
    const text = texts[i] as string
    const start = cell.start + cell.text.indexOf(text)
    return document.toDocument(at, { start, end: start + text.length })
  })
  const numbers = texts.map((text, i) => (NUMBER.test(text) ? { value: Decimal.parse(text.replace('%', '')), range: ranges[i] as TextRange, text } : undefined))
  return { label: (cells[0]?.text ?? '').replace(/\s/g, ''), texts, ranges, numbers }
}

function wrongColumns(rows: readonly TableRow[]): TableTotal[] {
  const [head, ...body] = rows
  const at = body.findIndex(({ label }) => TOTAL.test(label))
  const totals = body[at]
  if (head === undefined || totals === undefined) return []
  // the total stands below its rows or above them
  const items = at === 0 ? body.slice(1) : body.slice(0, at)
  if (items.length < 2 || items.some(({ label }) => SUBSET.test(label) || TOTAL.test(label))) return []
  const plain = items.some(({ label }) => SUBTOTAL.test(label)) ? items.filter(({ label }) => SUBTOTAL.test(label)) : items
  return totals.numbers.flatMap((total, column) => {
    const cells = plain.map(({ numbers }) => numbers[column])
    if (total === undefined || column === 0 || NOT_ADDITIVE.test(head.texts[column] ?? '') || !cells.every((cell) => cell !== undefined)) return []
    return judge(total, cells)
  })
}

/** A column 合计, where it is the sum of its row in most rows and not in one. */
function wrongRows(rows: readonly TableRow[]): TableTotal[] {
  const [head, ...body] = rows
  if (head === undefined) return []
  const heads = head.texts.map((text) => text.replace(/\s/g, ''))
  const whole = heads.findIndex((text) => TOTAL.test(text))
  const subtotals = heads.flatMap((text, i) => (SUBTOTAL.test(text) ? [i] : []))
  // several 小计 are of groups of columns, which their heads do not tell
  const column = whole < 0 && subtotals.length === 1 ? (subtotals[0] as number) : whole
  if (column < 1 || (whole >= 0 && subtotals.length > 0)) return []
  const read = body.flatMap(({ numbers }) => {
    const total = numbers[column]
    const cells = numbers.filter((cell, i) => i > 0 && i !== column && cell !== undefined && !NOT_ADDITIVE.test(head.texts[i] ?? '')) as NumberCell[]
    return total === undefined || cells.length < 2 ? [] : [{ total, cells }]
  })
  const wrong = read.filter(({ total, cells }) => !agrees(total, cells))
  return wrong.length * 3 <= read.length ? wrong.flatMap(({ total, cells }) => judge(total, cells)) : []
}

function judge(total: NumberCell, items: readonly NumberCell[]): TableTotal[] {
  if (agrees(total, items)) return []
  const sum = sumOf(items)
  const isAverage = items.some(({ value }) => value.compare(total.value) >= 0)
  const isFar = sum.minus(total.value).abs().times(Decimal.of(2)).compare(total.value) > 0
  return isAverage || isFar ? [] : [{ total, items, sum }]
}

function sumOf(items: readonly NumberCell[]): Decimal {
  return items.reduce((sum, { value }) => sum.plus(value), Decimal.ZERO)
}

/** Whether cells make up a total: half a unit of the last place for each decimal cell is let pass, for rounding. */
function agrees(total: NumberCell, items: readonly NumberCell[]): boolean {
  const scale = Math.max(total.value.scale, ...items.map(({ value }) => value.scale))
  const slack = scale === 0 && !total.text.endsWith('%') ? Decimal.ZERO : Decimal.of(5 * items.length, Math.min(total.value.scale, scale) + 1)
  return sumOf(items).minus(total.value).abs().compare(slack) <= 0
}

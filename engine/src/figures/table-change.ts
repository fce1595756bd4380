import { Decimal } from '../document/decimal.js'
import type { ReportDocument } from '../document/report-document.js'
import type { TextRange } from '../text/range.js'
import { tablesOf, type TableRow } from './table-total.js'

/** A cell for what changed from one year to the next that its row's two values do not give. */
export interface TableChange {
  readonly kind: 'difference' | 'rate'
  readonly row: string
  readonly from: string
  readonly to: string
  readonly actual: string
  /** with a sign where it is a fall */
  readonly expected: string
  /** of the whole text */
  readonly range: TextRange
}

const NOTE = '(?:（.{1,8}）)?$'
const BEFORE = new RegExp(`^(?:上年度?|去年|上年同期|去年同期|上期|年初)[数值]?${NOTE}`)
const AFTER = new RegExp(`^(?:今年|本年度?|本期|年末)[数值]?${NOTE}`)
const YEAR = new RegExp(`^(20\\d\\d)年?([\\u4e00-\\u9fff]{0,8})${NOTE}`)
const DIFFERENCE = /^(?:[比较]上年|同比)?(?:增减|变化|净增|增加)[数量额值]?(?:（[^%）]{1,8}）)?$/
const RATE = /^(?:[比较]上年|同比)?(?:增长率|增幅|增速|增减幅度?|增长|增减|同比)(?:（%）)?$/
const CELL = /^([-－—+＋]?)(\d{1,15}(?:\.\d{1,6})?)(%?)$/

interface Columns {
  readonly from: number
  readonly to: number
}

/** The cells 增减 and 增幅 of all tables that the two years beside them do not give. */
export function wrongTableChanges(document: ReportDocument): TableChange[] {
  return tablesOf(document).flatMap(([head, ...rows]) => {
    if (head === undefined) return []
    const heads = head.texts.map((text) => text.replace(/\s/g, ''))
    const columns = columnsOf(heads)
    if (columns === undefined) return []
    return heads.flatMap((name, column) => {
      const isRate = RATE.test(name) && (name.includes('%') || rows.some(({ texts }) => (texts[column] ?? '').endsWith('%')))
      if (!isRate && !DIFFERENCE.test(name)) return []
      const read = rows.flatMap((row) => (isRate ? rateOf(row, columns, column) : differenceOf(row, columns, column)))
      const wrong = read.flatMap(({ slip }) => (slip === undefined ? [] : [slip]))
      // a column that goes with most of its rows means what its head says
      return wrong.length * 2 < read.length ? wrong : []
    })
  })
}

/** The two columns of one value in two years; nothing where there are more years, or none. */
function columnsOf(heads: readonly string[]): Columns | undefined {
  const years = heads.flatMap((name, column) => {
    const [, year, what] = YEAR.exec(name) ?? []
    return year === undefined ? [] : [{ column, year: Number(year), what }]
  })
  const [first, second] = years
  if (first !== undefined && second !== undefined && years.length === 2 && first.what === second.what && Math.abs(first.year - second.year) === 1)
    return first.year < second.year ? { from: first.column, to: second.column } : { from: second.column, to: first.column }
  const [from, to] = [BEFORE, AFTER].map((pattern) => heads.findIndex((name) => pattern.test(name)))
  return from === undefined || to === undefined || from < 0 || to < 0 ? undefined : { from, to }
}

interface Value {
  readonly value: Decimal
  readonly sign: string
  readonly isPercentage: boolean
  readonly text: string
}

function valueAt({ texts }: TableRow, column: number): Value | undefined {
  const text = (texts[column] ?? '').replace(/,(?=\d{3})/g, '')
  const match = CELL.exec(text)
  return match === null
    ? undefined
    : { value: Decimal.parse(match[2] as string), sign: (match[1] as string).replace(/[－—]/, '-').replace('＋', '+'), isPercentage: match[3] === '%', text }
}

/** One row: its slip, or none. */
interface Judged {
  readonly slip: TableChange | undefined
}

function differenceOf(row: TableRow, { from, to }: Columns, column: number): Judged[] {
  const [a, b, change] = [from, to, column].map((each) => valueAt(row, each))
  if (a === undefined || b === undefined || change === undefined || a.sign !== '' || b.sign !== '') return []
  const expected = b.value.minus(a.value)
  const off = expected.abs().minus(change.value).abs()
  const slack = Decimal.of(Math.max(a.value.scale, b.value.scale, change.value.scale) === 0 ? 0 : 1, change.value.scale)
  return [judged(row, 'difference', [a, b, change], expected, off.compare(slack) <= 0, column)]
}

function rateOf(row: TableRow, { from, to }: Columns, column: number): Judged[] {
  const [a, b, change] = [from, to, column].map((each) => valueAt(row, each))
  if (a === undefined || b === undefined || change === undefined || a.isPercentage || b.isPercentage || a.value.isZero || a.sign !== '' || b.sign !== '')
    return []
  const difference = b.value.minus(a.value)
  const size = difference.abs().times(Decimal.of(100)).quotient(a.value, change.value.scale)
  // the two values may be rounded themselves
  const slack = Decimal.of(1, change.value.scale).plus(size.times(Decimal.of(1, 2)))
  const expected = difference.digits < 0n ? Decimal.ZERO.minus(size) : size
  return [judged(row, 'rate', [a, b, change], expected, size.minus(change.value).abs().compare(slack) <= 0, column)]
}

/** An unsigned cell tells how much and not which way; a signed one both. */
function judged(row: TableRow, kind: TableChange['kind'], [from, to, change]: readonly Value[], expected: Decimal, isSize: boolean, column: number): Judged {
  if (from === undefined || to === undefined || change === undefined) return { slip: undefined }
  const isWay = change.sign === '' || expected.isZero || (change.sign === '-') === expected.digits < 0n
  const suffix = change.isPercentage ? '%' : ''
  return {
    slip:
      isSize && isWay
        ? undefined
        : {
            kind,
            row: row.label,
            from: from.text,
            to: to.text,
            actual: change.text,
            expected: `${expected}${suffix}`,
            range: row.ranges[column] as TextRange,
          },
  }
}

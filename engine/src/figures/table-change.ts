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
      if (!DIFFERENCE.test(name) && !RATE.test(name)) return []
      const read = rows.filter(({ label }) => !NO_AMOUNT.test(label)).flatMap((row) => changeOf(row, columns, column, heads))
      const wrong = read.flatMap(({ slip }) => (slip === undefined ? [] : [slip]))
      // a column that goes with most of its rows means what its head says
      return wrong.length * 2 < read.length && wrong.length * 3 <= read.length + AND_TOTAL ? wrong : []
    })
  })
}

/** A slip goes on into the row 合计. */
const AND_TOTAL = 1

/** Rows whose change nobody writes as a difference: from the fifth to the third is up by two. */
const NO_AMOUNT = /排名|名次|位次|排位/

/** What one cell says of its row: a rate where its head or the cell itself has %, a difference where the head has none. */
function changeOf(row: TableRow, columns: Columns, column: number, heads: readonly string[]): Judged[] {
  const name = heads[column] as string
  if (RATE.test(name) && (name.includes('%') || (row.texts[column] ?? '').endsWith('%'))) return rateOf(row, columns, column)
  const isMeasured = [row.label, ...heads].some((text) => MEASURED.test(text))
  return DIFFERENCE.test(name) ? differenceOf(row, columns, column, isMeasured) : []
}

/** Units whose whole numbers were rounded. */
const MEASURED = /[万亿千吨里米亩顷]/

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

function differenceOf(row: TableRow, { from, to }: Columns, column: number, isMeasured: boolean): Judged[] {
  const [a, b, change] = [from, to, column].map((each) => valueAt(row, each))
  if (a === undefined || b === undefined || change === undefined || a.sign !== '' || b.sign !== '') return []
  const expected = b.value.minus(a.value)
  const off = expected.abs().minus(change.value).abs()
  const places = Math.max(a.value.scale, b.value.scale)
  // each of the three may be rounded: half a place of the two years' each, and one of the change
  const slack = Decimal.of(places === 0 && !isMeasured ? 0 : 1, places)
  const own = Decimal.of(change.value.scale < places ? 1 : 0, change.value.scale)
  return [judged(row, 'difference', [a, b, change], expected, off.compare(slack.plus(own)) <= 0, column)]
}

function rateOf(row: TableRow, { from, to }: Columns, column: number): Judged[] {
  const [a, b, change] = [from, to, column].map((each) => valueAt(row, each))
  if (a === undefined || b === undefined || change === undefined || a.isPercentage || b.isPercentage || a.value.isZero || a.sign !== '' || b.sign !== '')
    return []
  if (OTHER_RATE.test(row.label)) return []
  const difference = b.value.minus(a.value)
  const { scale } = change.value
  const size = difference.abs().times(HUNDRED).quotient(a.value, scale)
  const expected = difference.sign < 0 ? Decimal.ZERO.minus(size) : size
  const step = Decimal.of(1, scale)
  const [least, most] = rounded(a, b, scale + FINER)
  const stated = change.value
  // an unsigned cell gives the size of a fall too
  const isSize = [stated, Decimal.ZERO.minus(stated)].some((value) => least.minus(step).compare(value) <= 0 && value.compare(most.plus(step)) <= 0)
  return [judged(row, 'rate', [a, b, change], expected, isSize, column)]
}

/** The change of a share is told in percentage points, the growth of output and income at comparable prices. */
const OTHER_RATE = /率|占比|比重|指数|%|产值|增加值|GDP|可支配|纯收入|可比|同口径|不变价/
/** Places beyond those of a rate, for bounds that are not themselves rounded by a whole step. */
const FINER = 3
const HUNDRED = Decimal.of(100)

/** The least and the greatest rate that two values give which may themselves be rounded to the places they are written with. */
function rounded(a: Value, b: Value, scale: number): readonly [Decimal, Decimal] {
  const [halfA, halfB] = [a, b].map(({ value }) => Decimal.of(5, value.scale + 1)) as [Decimal, Decimal]
  const rate = (from: Decimal, to: Decimal): Decimal => to.times(HUNDRED).quotient(from, scale).minus(HUNDRED)
  const least = b.value.compare(halfB) < 0 ? Decimal.ZERO : b.value.minus(halfB)
  return [rate(a.value.plus(halfA), least), rate(a.value.minus(halfA), b.value.plus(halfB))]
}

/** An unsigned cell tells how much and not which way; a signed one both. */
function judged(
  row: TableRow,
  kind: TableChange['kind'],
  [from, to, change]: readonly [Value, Value, Value],
  expected: Decimal,
  isSize: boolean,
  column: number,
): Judged {
  const isWay = change.sign === '' || expected.isZero || (change.sign === '-') === expected.sign < 0
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

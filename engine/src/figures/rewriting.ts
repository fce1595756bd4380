import type { Decimal } from '../document/decimal.js'
import { formatChineseInteger, readNumeral, type Numeral } from '../document/numeral.js'
import type { ReportDocument } from '../document/report-document.js'
import { canonicalise } from '../text/canonical.js'
import type { TextEdit } from '../text/edit.js'
import type { TextRange } from '../text/range.js'
import type { LedgerEntry } from './ledger.js'
import { figurePlaces, restatementsOf, type FigurePlace } from './mentions.js'

/** The numeral of a figure as it may be rewritten; offsets are of the whole text, 余 and the unit left out. */
export interface RewritableNumeral extends TextRange {
  readonly entry: LedgerEntry
  readonly text: string
  readonly numeral: Numeral
  /** the power of ten between the numeral and the entry's value: four in a column headed 万元, one for 七成 */
  readonly power: number
}

const PERCENT = '百分之'
const POWERS: Readonly<Record<string, number>> = { '': 0, 十: 1, 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 百亿: 10, 千亿: 11, 万亿: 12 }
/** More decimals than this before 万 and 亿 nobody writes. */
const MOST_DECIMALS = 2
const LARGEST_POWER = 12
/** From here on there are no Chinese numerals that anybody reads. */
const CHINESE_LIMIT = 10n ** 16n

/**
 * The numeral of a figure, where it can be rewritten: one exact numeral, 约, 近 and 余 around it being let be; nothing for
 * ranges, 三分之二, 七八十, 20多万, placeholders and numerals that Markdown marks cut.
 */
export function rewritableNumeral(document: ReportDocument, entry: LedgerEntry): RewritableNumeral | undefined {
  const place = figurePlaces(document).find((other) => other.entry === entry)
  return place === undefined ? undefined : numeralOf(document, place)
}

function numeralOf(document: ReportDocument, { entry, figure, at }: FigurePlace): RewritableNumeral | undefined {
  if (entry.value === undefined || entry.approximation === 'range' || entry.kind === 'ratio') return undefined
  const { numeral: own, sentence } = figure
  const text = sentence.text.slice(own.start, own.end).replace(/[余多来]$/, '')
  const { start } = document.toDocument(at, figure.numeralAt)
  const end = start + text.length
  if (document.text.slice(start, end) !== text) return undefined
  const numeral = wholeNumeral(text)
  if (numeral === undefined) return undefined
  const power = powerBetween(numeral.value, entry.value)
  return power === undefined ? undefined : { start, end, entry, text, numeral, power }
}

/** A text that is one exact numeral and nothing else. */
function wholeNumeral(text: string): Numeral | undefined {
  const numeral = readNumeral(canonicalise(text), 0)
  return numeral?.end === text.length && !numeral.isOver && numeral.low.equals(numeral.value) && numeral.fraction !== 'other' ? numeral : undefined
}

function powerBetween(numeral: Decimal, value: Decimal): number | undefined {
  for (let power = 0; power <= LARGEST_POWER; power++) if (numeral.shift(power).equals(value)) return power
  return numeral.shift(-1).equals(value) ? -1 : undefined
}

/**
 * The edits that give a figure another value wherever the report restates it, each place in its own way of writing (万,
 * Chinese numerals, separators, decimals) where that way can hold the value, else in digits. The place asked about is
 * written as typed. Places of the same value that are no exact numeral (余 beside an exact one, ranges) are left.
 *
 * @param typed a numeral, with or without the figure's unit: 12460, 1.3万, 二十三, 59.6%
 * @returns edits of the whole text in reading order; nothing when the figure cannot be rewritten or `typed` is no numeral
 */
export function rewriteFigure(document: ReportDocument, entry: LedgerEntry, typed: string): readonly TextEdit[] | undefined {
  const asked = rewritableNumeral(document, entry)
  const read = asked === undefined ? undefined : readTyped(typed.trim(), entry)
  if (asked === undefined || read === undefined) return undefined
  const value = read.value.shift(asked.power)
  return restatementsOf(document, entry).flatMap((other) => {
    const place = other === entry ? asked : rewritableNumeral(document, other)
    if (place === undefined || !isAlikeExact(entry, other)) return []
    const isAsTyped = other === entry && (read.fraction === 'percent') === asked.text.startsWith(PERCENT)
    const newText = isAsTyped ? read.text : writeLike(place, value.shift(-place.power).trimmed)
    return newText === place.text ? [] : [{ start: place.start, end: place.end, newText }]
  })
}

function readTyped(typed: string, { unit, kind }: LedgerEntry): (Numeral & { readonly text: string }) | undefined {
  // 成 and ‰ are other hundredths: a % behind what is typed is not taken for them
  const units = kind === 'percentage' && /^[%％]?$/.test(unit) ? ['%', '％', ''] : [unit, '']
  const text = units.filter((end) => typed.endsWith(end)).map((end) => typed.slice(0, typed.length - end.length))[0] ?? typed
  const numeral = wholeNumeral(text)
  if (numeral === undefined || (numeral.fraction === 'percent' && kind !== 'percentage')) return undefined
  return { ...numeral, text }
}

/** 约 and nothing stand for the same number; 余, 近, 以上 say that it is not quite that. */
function isAlikeExact(a: LedgerEntry, b: LedgerEntry): boolean {
  const plain = ({ approximation }: LedgerEntry): string => (approximation === 'about' ? 'exact' : approximation)
  return plain(a) === plain(b)
}

/** A number in the form of the numeral that stands at a place. */
function writeLike({ text, numeral, entry }: RewritableNumeral, value: Decimal): string {
  const separated = text.includes(',')
  if (text.startsWith(PERCENT) && /\d/.test(text)) return PERCENT + digits(value, numeral.decimals, separated)
  if (numeral.style === 'chinese') return writeChinese(text, entry.unit, value)
  if (numeral.multiplier === '亿万') return writeHundredMillions(value)
  const power = POWERS[numeral.multiplier] ?? 0
  const scaled = value.shift(-power).trimmed
  const most = power === 0 ? scaled.scale : power >= 4 ? Math.max(numeral.decimals, MOST_DECIMALS) : numeral.decimals
  const isSmall = power > 0 && scaled.rounded(0).isZero
  return scaled.scale <= most && !isSmall ? digits(scaled, numeral.decimals, separated) + numeral.multiplier : digits(value, 0, separated)
}

function writeChinese(text: string, unit: string, value: Decimal): string {
  const prefix = text.startsWith(PERCENT) ? PERCENT : ''
  const [whole = '', fraction] = value.toString().split('.')
  if (BigInt(whole) >= CHINESE_LIMIT) return value.toString()
  if (fraction !== undefined)
    return `${prefix}${formatChineseInteger(BigInt(whole))}点${Array.from(fraction, (digit) => '零一二三四五六七八九'.charAt(Number(digit))).join('')}`
  const isCounted = prefix === '' && unit !== '' && unit !== '成'
  return prefix + (isCounted && whole === '2' ? '两' : formatChineseInteger(BigInt(whole)))
}

/** 1亿2000万 and its like; plain digits where 万 do not suffice. */
function writeHundredMillions(value: Decimal): string {
  const [whole, rest] = [value.digits / 100_000_000n, value.digits % 100_000_000n]
  if (value.scale > 0 || whole === 0n || rest % 10_000n !== 0n) return value.toString()
  return `${whole}亿${rest === 0n ? '' : `${rest / 10_000n}万`}`
}

/** At least as many decimals as stood there: 60.0 where 59.0 was. */
function digits(value: Decimal, decimals: number, separated: boolean): string {
  const [whole = '', fraction] = value.rounded(Math.max(decimals, value.scale)).toString().split('.')
  const grouped = separated ? Array.from(whole, (digit, i) => (i > 0 && (whole.length - i) % 3 === 0 ? `,${digit}` : digit)).join('') : whole
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

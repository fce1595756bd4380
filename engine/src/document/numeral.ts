import { isDigit } from '../text/characters.js'
import type { TextRange } from '../text/range.js'
import { Decimal } from './decimal.js'
import { IS_CHINESE_NUMERAL, IS_MULTIPLIER, is, SAYS_OVER } from './figure-characters.js'
import { chineseDigit, parseChineseInteger } from './numeral-chinese.js'

export { formatChineseInteger } from './numeral-chinese.js'

/** How a numeral is written: 105, 一百零五, or 3千 (Arabic digits before 十, 百 or 千). */
export type NumeralStyle = 'arabic' | 'chinese' | 'mixed'

/** A numeral in a text, multipliers such as 万 and 亿 included; `start` and `end` are of that text. */
export interface Numeral extends TextRange {
  readonly style: NumeralStyle
  /** the value; the greater one where the numeral is itself an approximation (七八十) */
  readonly value: Decimal
  /** the lesser value of 七八十; else equal to `value` */
  readonly low: Decimal
  /** the value of one unit of the last place that is written: 0.1 for 3.5, 1000 for 1.2万 */
  readonly step: Decimal
  /** number of decimals that are written */
  readonly decimals: number
  /** what stands behind the digits: 万, 亿, 千; empty when nothing */
  readonly multiplier: string
  /** 余, 多 or 来 inside or behind the numeral: 3万余, 20多万 */
  readonly isOver: boolean
  /** percentages (百分之三十) and other fractions (三分之二) in Chinese numerals */
  readonly fraction: 'none' | 'percent' | 'other'
}

const MULTIPLIERS: readonly (readonly [string, number])[] = [
  ['万亿', 12],
  ['千亿', 11],
  ['百亿', 10],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['亿', 8],
  ['万', 4],
  ['千', 3],
  ['百', 2],
  ['十', 1],
]
/** 3千米, 5百分点, 3十佳, 万元 after 千 is read as one: the unit's first character is no multiplier. */
const NO_MULTIPLIER = /^(?:千(?:[米克瓦伏帕卡赫]|家万户)|百(?:[分强佳货年日校]|名校)|十[佳强大])/
const LONGEST_CHINESE = 24
const MOST_DIGITS = 16
const MOST_DECIMALS = 8
const MOST_GROUPS = 5
const COMMA = 44
const POINT = 46
const ONE = Decimal.of(1)
const HUNDRED_MILLION = Decimal.of(1, -8)

/**
 * Reads the numeral that begins at an offset: 105, 1,234.5, 1.2万, 20多万, 二十三, 一百零五, 二〇二五, 两, 八九十, 三点五,
 * 百分之三十, 三分之二, 百余. It does not say whether the numeral is a figure; the words around it do.
 *
 * @returns nothing when no numeral begins there
 */
export function readNumeral(text: string, at: number): Numeral | undefined {
  return isDigit(text.charCodeAt(at)) ? readArabic(text, at) : readChinese(text, at)
}

function readArabic(text: string, start: number): Numeral | undefined {
  const digitsEnd = arabicEnd(text, start)
  if (digitsEnd === start) return undefined
  let value = Decimal.parse(text.slice(start, digitsEnd))
  const decimals = value.scale
  let step = decimals === 0 ? ONE : Decimal.of(1, decimals)
  const behind = readMultiplier(text, digitsEnd)
  const { power } = behind
  let { end, isOver, multiplier } = behind
  value = value.shift(power)
  step = step.shift(power)
  // 1亿2000万
  const tail = power === 8 && decimals === 0 && !isOver && isDigit(text.charCodeAt(end)) ? readArabic(text, end) : undefined
  if (tail?.multiplier === '万' && tail.value.compare(HUNDRED_MILLION) < 0) {
    ;({ end, isOver } = tail)
    value = value.plus(tail.value)
    step = tail.step
    multiplier = '亿万'
  }
  const style = multiplier === '十' || multiplier === '百' || multiplier === '千' ? 'mixed' : 'arabic'
  return { start, end, style, value, low: value, step, decimals, multiplier, isOver, fraction: 'none' }
}

/** The end of the digits that begin at an offset, with groups of three and a decimal point: 1,234.5 or up to sixteen digits. */
function arabicEnd(text: string, start: number): number {
  let end = digitsEnd(text, start, MOST_DIGITS)
  if (end - start <= 3 && text.charCodeAt(end) === COMMA) end = groupsEnd(text, end)
  const decimals = text.charCodeAt(end) === POINT ? digitsEnd(text, end + 1, MOST_DECIMALS) : end
  return decimals > end + 1 ? decimals : end
}

/** The end of one to five groups `,123` that nothing of the kind follows; where they begin when there are none such. */
function groupsEnd(text: string, from: number): number {
  let end = from
  for (let groups = 0; groups < MOST_GROUPS && text.charCodeAt(end) === COMMA && digitsEnd(text, end + 1, 3) === end + 4; groups++) end += 4
  const next = text.charCodeAt(end)
  return next === COMMA || isDigit(next) ? from : end
}

function digitsEnd(text: string, from: number, most: number): number {
  let end = from
  while (end - from < most && isDigit(text.charCodeAt(end))) end++
  return end
}

const NOTHING_BEHIND = { isOver: false, multiplier: '', power: 0 }

function readMultiplier(text: string, from: number): { end: number; isOver: boolean; multiplier: string; power: number } {
  // behind most digits a unit follows at once
  if (!is(IS_MULTIPLIER | SAYS_OVER, text, from)) return { end: from, ...NOTHING_BEHIND }
  let end = from
  let isOver = false
  if (is(SAYS_OVER, text, end) && is(IS_MULTIPLIER, text, end + 1)) {
    isOver = true
    end++
  }
  const rest = is(IS_MULTIPLIER, text, end) ? text.slice(end, end + 5) : ''
  const found = rest === '' || NO_MULTIPLIER.test(rest) ? undefined : MULTIPLIERS.find(([mark]) => rest.startsWith(mark))
  if (found !== undefined) end += found[0].length
  if (!isOver && is(SAYS_OVER, text, end) && !/^多(?:[元样层功媒边渠部数方维]|年来|种形)/.test(text.slice(end, end + 3))) {
    isOver = true
    end++
  }
  return { end, isOver, multiplier: found?.[0] ?? '', power: found?.[1] ?? 0 }
}

function readChinese(text: string, start: number): Numeral | undefined {
  const run = runAt(text, start)
  if (run === '') return undefined
  const end = start + run.length
  return text.startsWith('分之', end) ? readFraction(text, start, run) : readChineseNumber(text, start, run)
}

/** A numeral in Chinese characters that is no fraction. */
function readChineseNumber(text: string, start: number, run: string): Numeral | undefined {
  const end = start + run.length
  if (/^[百千万]+$/.test(run)) return readBareUnit(text, start, run)
  const whole = parseChineseInteger(run)
  if (whole === undefined) return undefined
  const decimals = text.charAt(end) === '点' ? digitsAt(text, end + 1) : ''
  if (decimals !== '') {
    const value = Decimal.of(BigInt(whole.high.toString() + decimals), decimals.length)
    return chinese(start, end + 1 + decimals.length, { value, low: value, step: Decimal.of(1, decimals.length), decimals: decimals.length })
  }
  const over = readOver(text, end)
  const power = over.power
  const bounds = { value: Decimal.of(whole.high, -power), low: Decimal.of(whole.low, -power), step: Decimal.of(whole.step, -power), isOver: over.isOver }
  return chinese(start, over.end, bounds)
}

function runAt(text: string, start: number): string {
  let end = start
  while (end - start < LONGEST_CHINESE && is(IS_CHINESE_NUMERAL, text, end)) end++
  return text.slice(start, end)
}

/** 二十多, 三千余, 二十余万. */
function readOver(text: string, at: number): { end: number; isOver: boolean; power: number } {
  if (!/[余多来]/.test(text.charAt(at))) return { end: at, isOver: false, power: 0 }
  const power = text.charAt(at + 1) === '万' ? 4 : text.charAt(at + 1) === '亿' ? 8 : 0
  return { end: at + (power > 0 ? 2 : 1), isOver: true, power }
}

/** 百余, 千余, 万余; and 百, 千, 万 alone, for 近万名. */
function readBareUnit(text: string, start: number, run: string): Numeral | undefined {
  const power = { 百: 2, 千: 3, 万: 4, 百万: 6, 千万: 7 }[run]
  if (power === undefined) return undefined
  const value = Decimal.of(1, -power)
  const end = start + run.length
  const isOver = /[余多]/.test(text.charAt(end))
  return chinese(start, isOver ? end + 1 : end, { value, low: value, step: value, isOver, multiplier: run })
}

function readFraction(text: string, start: number, run: string): Numeral | undefined {
  const base = run === '百' ? 100n : run === '千' ? 1000n : run === '万' ? 10_000n : parseChineseInteger(run)?.high
  const from = start + run.length + 2
  const partRun = runAt(text, from)
  // 三分之二分之一 says nothing, and text that goes on so is not to be followed
  if (base === undefined || base === 0n || text.startsWith('分之', from + partRun.length)) return undefined
  const part = isDigit(text.charCodeAt(from)) ? readArabic(text, from) : partRun === '' ? undefined : readChineseNumber(text, from, partRun)
  if (part === undefined) return undefined
  const { end, value, low, step, decimals, isOver } = part
  if (base === 100n) return chinese(start, end, { value, low, step, decimals, isOver, fraction: 'percent' })
  const share = value.quotient(Decimal.of(base), 6)
  return chinese(start, end, { value: share, low: share, step: Decimal.of(1, 6), isOver, fraction: 'other' })
}

function digitsAt(text: string, from: number): string {
  let digits = ''
  for (let at = from; digits.length < 8; at++) {
    const digit = text.charAt(at) === '两' ? -1 : chineseDigit(text.charAt(at))
    if (digit < 0) break
    digits += String(digit)
  }
  return digits
}

function chinese(start: number, end: number, read: Pick<Numeral, 'value' | 'low' | 'step'> & Partial<Numeral>): Numeral {
  return { decimals: 0, multiplier: '', isOver: false, fraction: 'none', ...read, start, end, style: 'chinese' }
}

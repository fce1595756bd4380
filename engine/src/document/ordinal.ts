import { skipBlanks } from '../text/characters.js'
import { shiftRange, type TextRange } from '../text/range.js'
import { formatOrdinalNumeral, parseOrdinalNumeral } from './chinese-numeral.js'

/**
 * The styles of ordinals, outermost first. GB/T 9704-2012 7.3.3 names four: 一、 （一） 1. （1）; `part` is 第一部分 or 第一篇,
 * `chapter` 第一章, `section` 第一节, `circled` ①.
 */
export type OrdinalStyle = 'part' | 'chapter' | 'section' | 'chinese' | 'bracketed-chinese' | 'digit' | 'bracketed-digit' | 'circled'

/** Rank of each style: an ordinal stands under one of a smaller rank. */
export const ORDINAL_RANK: Readonly<Record<OrdinalStyle, number>> = {
  part: 1,
  chapter: 2,
  section: 3,
  chinese: 4,
  'bracketed-chinese': 5,
  digit: 6,
  'bracketed-digit': 7,
  circled: 8,
}

/** The styles of 第……: what they number are divisions of a whole report, and their counts may run through it. */
export const DIVISIONS: ReadonlySet<OrdinalStyle> = new Set(['part', 'chapter', 'section'])
/** The counter of each division, as it is mostly called. */
const COUNTERS: Readonly<Partial<Record<OrdinalStyle, string>>> = { part: '部分', chapter: '章', section: '节' }

/** An ordinal at the start of a text. `start` and `end` (punctuation and space behind it included) are of that text. */
export interface Ordinal extends TextRange {
  readonly style: OrdinalStyle
  readonly value: number
  /** as written, punctuation included, without the space behind it */
  readonly text: string
  /** the numeral alone */
  readonly numeral: TextRange
  /** the punctuation behind the numeral or the closing bracket, as written; empty when there is none */
  readonly mark: string
  /** the brackets as written, e.g. `（）`, `()`, `〔〕`; empty when there are none */
  readonly brackets: string
  /** what 第…… counts (部分, 篇, 章, 节), for the styles of `DIVISIONS` */
  readonly counter: string
}

const NUMERAL = '[一二三四五六七八九十百]{1,5}'
/** A blank may have got between numeral and mark: 一 、 */
const CHINESE = new RegExp(`^(${NUMERAL})(?:([、，,．.：:])|[ \\u3000]{1,2}(、)|(?=[ \\u3000]))`)
const BRACKETED = new RegExp(`^([（(〔[【])[ \\u3000]?(${NUMERAL}|\\d{1,3})[ \\u3000]?([）)〕\\]】])([、，,．.：:]?)`)
const DIGIT = /^(\d{1,3})([.．、)）]|[，,:：](?!\d))/
/** 2.3月底前完成: a month behind the point of an ordinal; 2、3月份 are two months. */
const MONTH = /^(?:[1-9]|1[0-2])月/
const PART = new RegExp(`^(第)(${NUMERAL}|\\d{1,2})(部分|[章节篇])([、，,．.：:]?)`)
/** What every ordinal begins with: most pieces of text are done with at this. */
const BEGINS_ORDINAL = /^[第（(〔[【一二三四五六七八九十百\d①-⑳㈠-㈩]/
const CIRCLED = /^([①-⑳])([、，,．.：:]?)/
const CLOSING: Readonly<Record<string, string>> = { '（': '）', '(': ')', '〔': '〕', '[': ']', '【': '】' }
/** What follows 一、 when it is no ordinal: 一、二年级, 一、二、三等奖; 十、百、千三级: numerals set side by side. */
const COORDINATION =
  /^(?:[一二三四五六七八九十]、){0,4}[一二三四五六七八九十两]+(?:年级|等奖|产业|小(?!时)|次(?!供水)|[线期批中校级类档月])|^[一二三四五六七八九十百千万]、/
/** 三、四季度 are two quarters, 一、二号楼 two buildings; 三、二季度工作安排 is a heading, as 二、八号楼改造 is. */
const NEXT = /^([一二三四五六七八九十])(?:季度|[号楼层孩胎组社排栋幢队连]|两个?月|十[余多几]?[人名])/
/** 十一、中秋双节期间: the holiday, and no eleventh heading. */
const HOLIDAYS = /^(?:元旦|中秋|国庆|春节|五一|端午|重阳)[^，。；]{0,6}(?:期间|前夕|前后|双节|两节|假期|长假)/

/**
 * Reads the ordinal at the start of a text, right or wrong in its brackets and punctuation: `一、`, `（一）`, `1.`, `（1）`,
 * `①`, `第一部分`, and such variants as `一.`, `(一)`, `〔一〕`, `（一）、`, `1、`, `1)`.
 *
 * @param text one line or one piece of a line, as written; leading blanks are skipped
 * @returns nothing for 一以贯之, 2024年, 3.5万元, 一、二年级 and the like
 */
export function readOrdinal(text: string): Ordinal | undefined {
  const start = skipBlanks(text)
  const rest = text.slice(start, start + 24)
  if (!BEGINS_ORDINAL.test(rest)) return undefined
  return (
    readPart(text, rest, start) ??
    readBracketed(text, rest, start) ??
    readChinese(text, rest, start) ??
    readDigit(text, rest, start) ??
    readCircled(text, rest, start) ??
    readEnclosed(text, rest, start)
  )
}

/**
 * The same from an offset on, in the offsets of the whole `text`: for ordinals inside a paragraph.
 */
export function readOrdinalAt(text: string, at: number): Ordinal | undefined {
  const ordinal = readOrdinal(text.slice(at, at + 40))
  if (ordinal === undefined || at === 0) return ordinal
  return { ...ordinal, ...shiftRange(ordinal, at), numeral: shiftRange(ordinal.numeral, at) }
}

function readPart(text: string, rest: string, start: number): Ordinal | undefined {
  const match = PART.exec(rest)
  if (match === null) return undefined
  const [whole, head, numeral, counter, mark] = match as unknown as [string, string, string, string, string]
  const value = valueOf(numeral)
  if (value === 0) return undefined
  const style = divisionOf(counter)
  return make(text, start, whole, { style, value, numeralAt: head.length, numeral, mark, brackets: '', counter })
}

/** The style of a counter: 第一章 may stand under 第一部分 or 第一篇, 第一节 under either. */
export function divisionOf(counter: string): OrdinalStyle {
  return counter === '节' ? 'section' : counter === '章' ? 'chapter' : 'part'
}

function readBracketed(text: string, rest: string, start: number): Ordinal | undefined {
  const match = BRACKETED.exec(rest)
  if (match === null) return undefined
  const [whole, open, numeral, close, mark] = match as unknown as [string, string, string, string, string]
  const value = valueOf(numeral)
  if (value === 0 || (CLOSING[open] !== close && !isMixedPair(open, close))) return undefined
  const style = /\d/.test(numeral) ? 'bracketed-digit' : 'bracketed-chinese'
  const brackets = open + close
  return make(text, start, whole, { style, value, numeralAt: whole.indexOf(numeral), numeral, mark, brackets, counter: '' })
}

/** （一) and (一）: full-width and half-width mixed. */
function isMixedPair(open: string, close: string): boolean {
  return '（('.includes(open) && '）)'.includes(close)
}

function readChinese(text: string, rest: string, start: number): Ordinal | undefined {
  const match = CHINESE.exec(rest)
  if (match === null) return undefined
  const [whole, numeral, near, apart] = match as unknown as [string, string, string | undefined, string | undefined]
  const mark = near ?? apart ?? ''
  const value = valueOf(numeral)
  const words = rest.slice(whole.length)
  if (value === 0 || (numeral.length === 1 && COORDINATION.test(words)) || isNextAfter(value, words) || (value === 11 && HOLIDAYS.test(words))) return undefined
  // 一 加强党建: a numeral with a space behind it is an ordinal only where a title follows
  if (mark === '' && !/^[ \u3000]+[\u4e00-\u9fff]{2}/.test(rest.slice(whole.length))) return undefined
  return make(text, start, whole, { style: 'chinese', value, numeralAt: 0, numeral, mark, brackets: '', counter: '' })
}

function isNextAfter(value: number, words: string): boolean {
  const next = NEXT.exec(words)?.[1]
  return next !== undefined && parseOrdinalNumeral(next) === value + 1
}

function readDigit(text: string, rest: string, start: number): Ordinal | undefined {
  const match = DIGIT.exec(rest)
  if (match === null) return undefined
  const [whole, numeral, mark] = match as unknown as [string, string, string]
  const after = rest.slice(whole.length)
  if (/^\d/.test(after) && !/^(?:19|20)\d\d年/.test(after) && !(/[.．]/.test(mark) && MONTH.test(after))) return undefined
  // 1、2号楼 and 3，4年级 count things; an ordinal has words behind it
  if (after.trim() === '' || Number(numeral) === 0) return undefined
  return make(text, start, whole, { style: 'digit', value: Number(numeral), numeralAt: 0, numeral, mark, brackets: '', counter: '' })
}

function readCircled(text: string, rest: string, start: number): Ordinal | undefined {
  const match = CIRCLED.exec(rest)
  if (match === null) return undefined
  const [whole, numeral, mark] = match as unknown as [string, string, string]
  return make(text, start, whole, { style: 'circled', value: numeral.charCodeAt(0) - 0x245f, numeralAt: 0, numeral, mark, brackets: '', counter: '' })
}

/** ㈠ to ㈩: （一） to （十） as one character; brackets count as half-width ones, for the standard has none of these. */
function readEnclosed(text: string, rest: string, start: number): Ordinal | undefined {
  const match = /^([㈠-㈩])([、，,．.：:]?)/.exec(rest)
  if (match === null) return undefined
  const [whole, numeral, mark] = match as unknown as [string, string, string]
  return make(text, start, whole, {
    style: 'bracketed-chinese',
    value: numeral.charCodeAt(0) - 0x321f,
    numeralAt: 0,
    numeral,
    mark,
    brackets: '()',
    counter: '',
  })
}

interface Parts {
  readonly style: OrdinalStyle
  readonly value: number
  readonly numeralAt: number
  readonly numeral: string
  readonly mark: string
  readonly brackets: string
  readonly counter: string
}

function make(text: string, start: number, whole: string, parts: Parts): Ordinal {
  const { style, value, numeralAt, numeral, mark, brackets, counter } = parts
  const end = skipBlanks(text, start + whole.length)
  const numeralStart = start + numeralAt
  return { start, end, style, value, text: whole, mark, brackets, counter, numeral: { start: numeralStart, end: numeralStart + numeral.length } }
}

function valueOf(numeral: string): number {
  return /^\d/.test(numeral) ? Number(numeral) : parseOrdinalNumeral(numeral)
}

/**
 * The numeral of an ordinal without its marks: `三`, `3`, `③`.
 *
 * @throws RangeError for a value that the style cannot write (below 1, over 20 for ①, over 999)
 */
export function formatNumeral(style: OrdinalStyle, value: number): string {
  if (style === 'digit' || style === 'bracketed-digit') return String(value)
  if (style !== 'circled') return formatOrdinalNumeral(value)
  if (value < 1 || value > 20) throw new RangeError(`no circled numeral for ${value}`)
  return String.fromCharCode(0x245f + value)
}

/**
 * An ordinal as GB/T 9704-2012 7.3.3 writes it: `一、` `（一）` `1.` `（1）` `①` `第一部分`.
 *
 * @param counter what 第…… counts, for the styles of `DIVISIONS`
 * @throws RangeError for a value that the style cannot write (below 1, over 20 for ①, over 999)
 */
export function formatOrdinal(style: OrdinalStyle, value: number, counter = COUNTERS[style] ?? ''): string {
  switch (style) {
    case 'part':
    case 'chapter':
    case 'section':
      return `第${formatOrdinalNumeral(value)}${counter}`
    case 'chinese':
      return `${formatOrdinalNumeral(value)}、`
    case 'bracketed-chinese':
      return `（${formatOrdinalNumeral(value)}）`
    case 'digit':
      return `${value}.`
    case 'bracketed-digit':
      return `（${value}）`
    case 'circled':
      return formatNumeral(style, value)
  }
}

import { isDigit } from '../text/characters.js'
import { Decimal } from './decimal.js'
import { BEGINS_CHINESE_TAIL, BEGINS_DATE_TAIL, BEGINS_ORDINAL_TAIL, is } from './figure-characters.js'
import type { FigureKind } from './figure.js'
import type { Numeral } from './numeral.js'
import { mayBeUnit, readUnit, type UnitClass } from './unit.js'

/** What the words around a numeral make of it. `end` is the end of the unit, an offset in the sentence. */
export interface FigureNature {
  readonly kind: FigureKind
  readonly unit: string
  readonly unitClass: UnitClass
  readonly end: number
  /** the power of ten that brings the numeral to its unit's base: one for 七成, which is 70%; minus one for 5‰ */
  readonly power: number
}

const ORDINAL_TAIL = /^(?:[号级届线楼路院团师营连环]|年级|年制|星级|等奖|季度(?!均)|中(?=[学校队]|全会)|小(?=学|队)|医院)/
const YEAR_TAIL = /^(?:年(?![级制龄])|[—\-–~～至](?:19|20)\d\d|学年|届|级)/
const DATE_TAIL = /^(?:月(?!均)|日(?![均常])|时(?![间段代])|点(?![位评击多余以])|上半年|下半年)/
/** Chinese numerals with these are ordinals or parts of names: 二期工程, 三届, 一级, 四季度. */
const CHINESE_ORDINAL_TAIL = /^(?:[期届级号等线章节款中小]|季度|年级|大全会|大(?:精神|报告|以来|后|和|召开)|次(?:全国|代表|党代|会议|全会))/
const IDIOM_TAIL = /^(?:位一体|以贯|体化|如既往|[手定般些直起致切线带旦同并律体样网码]|岗双责|方面|把手|站式|张网|盘棋|股劲|揽子|竿子|刀切|篮子)/
/** 一人一案, 一户一策, 一校一品, 一件一件. */
const PAIRED = /^[一每][\u4e00-\u9fff]{1,2}[、，]?一[\u4e00-\u9fff]/
/** One-character and two-character units that count only behind Arabic numerals: 四区, 三国, 五部. */
const WEAK_UNITS = new Set([
  '区',
  '国',
  '市',
  '省',
  '县',
  '部',
  '面',
  '线',
  '点',
  '道',
  '分',
  '员',
  '口',
  '步',
  '代',
  '行',
  '列',
  '级',
  '课',
  '科',
  '集',
  '声',
  '发',
  '成',
  '度',
  '里',
  '星',
  '排',
  '圈',
  '层',
  '面',
  '片',
  '夜',
  '街',
  '站',
  '本',
  '院',
  '孔',
  '只',
  '根',
  '样',
  '回',
  '段',
  '门',
  '头',
  '对',
  '字',
])

/**
 * What kind of figure a numeral is, by the words before and behind it.
 *
 * @returns nothing where the number is part of a name or an idiom
 */
export function kindOf(text: string, numeral: Numeral): FigureNature | undefined {
  const { end } = numeral
  if (numeral.fraction === 'percent') return nature(end, 'percentage', '', 'percent')
  if (numeral.fraction === 'other') return nature(end, 'ratio')
  if (text.charCodeAt(numeral.start - 1) === ORDINAL_MARK) return nature(end, 'ordinal', readUnit(text, end)?.text ?? '')
  if (numeral.style === 'chinese') return chineseNature(text, numeral)
  const rest = is(BEGINS_ORDINAL_TAIL | BEGINS_DATE_TAIL, text, end) ? text.slice(end, end + LONGEST_TAIL) : ''
  if (isYear(numeral, text)) return nature(end, 'year', rest.startsWith('年') ? '年' : '')
  if (rest !== '' && numeral.multiplier === '' && !numeral.isOver) {
    if (ORDINAL_TAIL.test(rest)) return nature(end, 'ordinal', /^(?:[号级届]|年级|星级|等奖|季度)/.exec(rest)?.[0] ?? '')
    if (DATE_TAIL.test(rest)) return nature(end, 'date', /^[月日时点]/.exec(rest)?.[0] ?? '')
  }
  if (numeral.decimals > 0 && text.startsWith('版', end)) return undefined
  const unit = readUnit(text, end)
  if (unit !== undefined) return withUnit(numeral, unit.text, unit.unitClass)
  if (numeral.multiplier === '' && end - numeral.start >= 7 && numeral.decimals === 0) return undefined
  return nature(end, 'plain')
}

/**
 * Whether a run of Chinese numerals is no figure whatever it counts up to: nothing stands behind it that makes it one, and no
 * 第 before it. So it is with most of them (一方面, 进一步, 三农).
 */
export function isNoChineseFigure(text: string, start: number, end: number): boolean {
  return !is(BEGINS_CHINESE_TAIL, text, end) && !mayBeUnit(text, end) && text.charCodeAt(start - 1) !== ORDINAL_MARK
}

/** 第 */
const ORDINAL_MARK = 0x7b2c
/** No tail reads further. */
const LONGEST_TAIL = 12

function nature(numeralEnd: number, kind: FigureKind, unit = '', unitClass: UnitClass = '', power = 0): FigureNature {
  return { kind, unit, unitClass, end: numeralEnd + unit.length, power }
}

function isYear({ start, end, decimals, multiplier, value }: Numeral, text: string): boolean {
  if (end - start !== 4 || decimals > 0 || multiplier !== '' || value.compare(FIRST_YEAR) < 0 || value.compare(LAST_YEAR) > 0) return false
  return YEAR_TAIL.test(text.slice(end, end + LONGEST_TAIL)) || /(?:19|20)\d\d年?[—\-–~～至]$/.test(text.slice(Math.max(0, start - 6), start))
}

const FIRST_YEAR = Decimal.of(1840)
const LAST_YEAR = Decimal.of(2100)

const KINDS: Readonly<Record<string, FigureKind>> = {
  percent: 'percentage',
  'percentage-point': 'percentage-point',
  times: 'multiple',
  money: 'money',
  'money-usd': 'money',
  'money-other': 'money',
}

function withUnit({ end }: Numeral, unit: string, unitClass: UnitClass): FigureNature {
  if (unitClass === 'permille') return nature(end, 'percentage', unit, 'percent', -1)
  if (unitClass === '成') return nature(end, 'percentage', unit, 'percent', 1)
  return nature(end, KINDS[unitClass] ?? 'count', unit, unitClass)
}

function chineseNature(text: string, numeral: Numeral): FigureNature | undefined {
  const { start, end } = numeral
  const rest = text.slice(end, end + LONGEST_TAIL)
  const run = text.slice(start, end)
  if (/^[一二三四五六七八九〇零○]{4}$/.test(run)) return /^年(?![级制])/.test(rest) ? nature(end, 'year', '年') : undefined
  if (IDIOM_TAIL.test(rest) && !rest.startsWith('个')) return undefined
  if (run === '一' && (PAIRED.test(text.slice(start, start + 6)) || /一.{1,2}$/.test(text.slice(Math.max(0, start - 3), start)))) return undefined
  if (/^[月日](?!均)/.test(rest)) return nature(end, 'date', rest.charAt(0))
  if (!numeral.isOver && is(BEGINS_CHINESE_TAIL, text, end) && CHINESE_ORDINAL_TAIL.test(rest) && !/^[两几]/.test(run)) return nature(end, 'ordinal')
  if (/^[百千万]+$/.test(run) && !/[近上超逾约达]$/.test(text.slice(Math.max(0, start - 1), start))) return undefined
  const unit = readUnit(text, end)
  if (unit === undefined) return undefined
  if (WEAK_UNITS.has(unit.text) && !numeral.isOver && unit.text !== '成') return undefined
  return isDigit(text.charCodeAt(start - 1)) ? undefined : withUnit(numeral, unit.text, unit.unitClass)
}

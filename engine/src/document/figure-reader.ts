import { isDigit, isLetter } from '../text/characters.js'
import { rangeOf, shiftRange } from '../text/range.js'
import { Decimal } from './decimal.js'
import type { Figure, FigureKind } from './figure.js'
import { approximationAround } from './figure-approximation.js'
import { BEGINS_FIGURE, is, IS_CHINESE_NUMERAL, IS_MULTIPLIER, JOINS_RANGE, nextOf, OPENS_NAME, SAYS_OVER } from './figure-characters.js'
import { intervalOf, type Approximation, type FigureInterval } from './figure-interval.js'
import { isNoChineseFigure, kindOf } from './figure-kind.js'
import { endOfName } from './figure-mask.js'
import { addWords } from './figure-words.js'
import { readNumeral, type Numeral } from './numeral.js'
import type { Sentence } from './sentence.js'
import { readUnit } from './unit.js'

/** A figure whose words and depth are still to be read. */
export type Draft = Omit<Figure, 'label' | 'noun' | 'depth'> & { label: string; noun: string; depth: number }

const PLACEHOLDER = /[Xx×＊*]{1,4}|某/y
const ZERO = { low: Decimal.ZERO, high: undefined }
const ONE = Decimal.of(1)
const NO_FIGURES: readonly Figure[] = []

/**
 * The figures of a sentence in one pass; callers use `figuresOf`, which keeps them.
 *
 * @param index number of the sentence in its block
 * @param from where the words begin: behind the ordinal of the block
 */
export function readFigures(sentence: Sentence, index: number, from: number): readonly Figure[] {
  const text = sentence.canonical
  const place: Place = { sentence, index, text, before: undefined }
  let drafts: Draft[] | undefined
  let at = from
  for (;;) {
    at = nextOf(BEGINS_FIGURE | OPENS_NAME, text, at)
    if (at >= text.length) break
    if (is(OPENS_NAME, text, at)) {
      // numbers inside are names
      at = Math.max(endOfName(text, at), at + 1)
      continue
    }
    const draft = draftAt(place, at)
    if (typeof draft === 'number') at = draft
    else {
      drafts = drafts ?? []
      drafts.push(draft)
      place.before = draft
      at = draft.end
    }
  }
  if (drafts === undefined) return NO_FIGURES
  addWords(text, drafts)
  return drafts
}

/** Where a figure is read, and the figure before it. */
interface Place {
  readonly sentence: Sentence
  readonly index: number
  readonly text: string
  before: Draft | undefined
}

/** The figure that begins at an offset, or the offset to go on at. */
function draftAt(place: Place, at: number): Draft | number {
  const { text } = place
  if (isDigit(text.charCodeAt(at))) return arabicAt(place, at)
  if (is(IS_CHINESE_NUMERAL, text, at)) return chineseAt(place, at)
  return text.startsWith('几', at) || text.startsWith('数', at) ? vagueAt(place, at) : (placeholderAt(place, at) ?? at + 1)
}

function arabicAt(place: Place, at: number): Draft | number {
  const { text } = place
  const numeral = readNumeral(text, at)
  if (numeral === undefined) return at + 1
  if (isPartOfName(text, numeral)) return skipNumber(text, numeral.end)
  const nature = kindOf(text, numeral)
  return nature === undefined ? skipNumber(text, numeral.end) : draftOf(place, numeral, nature)
}

function skipNumber(text: string, from: number): number {
  let at = from
  while (isDigit(text.charCodeAt(at)) || ('.:：/+'.includes(text.charAt(at)) && isDigit(text.charCodeAt(at + 1)))) at++
  return at
}

/** What a number's neighbours may be that make it part of a name; behind most numbers stands none of them. */
function mayJoin(code: number): boolean {
  return code < 0x80 || code === FULL_COLON || code === FULL_POINT
}

const FULL_COLON = 0xff1a
const FULL_POINT = 0xff0e
const POINT = 0x2e
const PLUS = 0x2b
const SPACE = 0x20

/** A5, 5G, 1+X, PM2.5, 10:39, 1/3, 0512-1234567, 1. at the head of a list. */
function isPartOfName(text: string, { start, end }: Numeral): boolean {
  const before = text.charCodeAt(start - 1)
  // A+513人: a grade, whatever follows
  if (before === PLUS && isLetter(text.charCodeAt(start - 2))) return isTornBehind(text, end)
  return (mayJoin(before) && isJoinedBefore(text, start)) || (mayJoin(text.charCodeAt(end)) && isJoinedBehind(text, start, end))
}

/** 1 9 9 7 年, 3．5: digits torn apart. */
function isTornBehind(text: string, end: number): boolean {
  const after = text.charCodeAt(end)
  return after === FULL_POINT || (after === SPACE && isDigitOrPoint(text.charCodeAt(end + 1)))
}

function isDigitOrPoint(code: number): boolean {
  return isDigit(code) || code === POINT || code === FULL_POINT
}

function isJoinedBefore(text: string, start: number): boolean {
  const before = text.charAt(start - 1)
  const further = text.charCodeAt(start - 2)
  if (isLetter(before.charCodeAt(0)) || '@#．+/'.includes(before)) return true
  if (before === ' ') return isDigitOrPoint(further)
  if (before === '-') return isLetter(further)
  return ':：.'.includes(before) && isDigit(further)
}

function isJoinedBehind(text: string, start: number, end: number): boolean {
  const after = text.charAt(end)
  if (isTornBehind(text, end) || after === '+' || after === '/') return true
  if (isLetter(after.charCodeAt(0))) return readUnit(text, end) === undefined
  const isBeforeDigit = isDigit(text.charCodeAt(end + 1))
  if (after === '.') return !isBeforeDigit
  return (after === ':' || after === '：') && isBeforeDigit && end - start <= 2
}

function chineseAt(place: Place, start: number): Draft | number {
  const { text } = place
  const end = chineseEnd(text, start)
  if (text.startsWith('几', end)) return end + 1
  if (isNoChineseFigure(text, start, end)) return end
  const numeral = readNumeral(text, start)
  if (numeral === undefined) return end
  const nature = kindOf(text, numeral)
  return nature === undefined ? Math.max(end, numeral.end) : draftOf(place, numeral, nature)
}

function chineseEnd(text: string, start: number): number {
  let end = start
  while (is(IS_CHINESE_NUMERAL, text, end)) end++
  return end
}

/** 几十名, 数百家: a quantity without a value. */
function vagueAt(place: Place, start: number): Draft | number {
  const { text } = place
  if (!is(IS_MULTIPLIER, text, start + 1)) return start + 1
  const numeralEnd = chineseEnd(text, start + 1)
  if (text.startsWith('几', numeralEnd)) return numeralEnd + 1
  const unitAt = is(SAYS_OVER, text, numeralEnd) ? numeralEnd + 1 : numeralEnd
  const unit = readUnit(text, unitAt)
  return unit === undefined ? numeralEnd : unknown(place, start, numeralEnd, unitAt + unit.text.length, unit.text, unit.unitClass)
}

function placeholderAt(place: Place, at: number): Draft | undefined {
  const { text } = place
  PLACEHOLDER.lastIndex = at
  const match = PLACEHOLDER.exec(text)
  if (match === null || /[\w+“-]/.test(text.charAt(at - 1))) return undefined
  let unitAt = at + match[0].length
  while (/[余多万亿.]/.test(text.charAt(unitAt))) unitAt++
  const unit = readUnit(text, unitAt)
  if (unit === undefined || (match[0] === '某' && unit.unitClass !== 'person') || /[省市县区乡镇村校园国街部站馆科]/.test(unit.text)) return undefined
  return unknown(place, at, at + match[0].length, unitAt + unit.text.length, unit.text, unit.unitClass)
}

function unknown(place: Place, start: number, numeralEnd: number, end: number, unit: string, unitClass: string): Draft {
  const kind = unitClass === 'percent' ? 'percentage' : unitClass === 'money' ? 'money' : 'count'
  const read = { start, end, approximation: 'about', value: undefined, interval: ZERO, step: ONE } as const
  return make(place, read, { kind, unit, unitClass }, { start, end: numeralEnd, style: 'chinese', multiplier: '', decimals: 0 })
}

function draftOf(place: Place, numeral: Numeral, nature: { kind: FigureKind; unit: string; unitClass: string; end: number; power: number }): Draft {
  const { kind, power } = nature
  const around = approximationAround(place.text, numeral, nature.end)
  const range = rangeLow(place, numeral)
  const isExact = numeral.low === numeral.value || numeral.low.equals(numeral.value)
  const approximation = range !== undefined || !isExact ? 'range' : around.approximation
  const value = numeral.value.shift(power)
  const step = numeral.step.shift(power)
  const interval = intervalOf(value, range ?? (isExact ? value : numeral.low.shift(power)), step, approximation, kind === 'percentage')
  return make(place, { start: around.start, end: around.end, approximation, value, interval, step }, nature, numeral)
}

interface ReadValue {
  readonly start: number
  readonly end: number
  readonly approximation: Approximation
  readonly value: Decimal | undefined
  readonly interval: FigureInterval
  readonly step: Decimal
}

/** All figures are made here, so that V8 knows them as one kind of object. */
function make(
  { sentence, index }: Place,
  { start, end, approximation, value, interval, step }: ReadValue,
  { kind, unit, unitClass }: Pick<Figure, 'kind' | 'unit' | 'unitClass'>,
  numeral: Pick<Numeral, 'start' | 'end' | 'style' | 'multiplier' | 'decimals'>,
): Draft {
  const at = sentence.start
  return {
    kind,
    start,
    end,
    numeral: rangeOf(numeral.start, numeral.end),
    style: numeral.style,
    multiplier: numeral.multiplier,
    value,
    interval,
    decimals: numeral.decimals,
    step,
    approximation,
    unit,
    unitClass,
    label: '',
    noun: '',
    depth: 0,
    sentence,
    sentenceIndex: index,
    at: rangeOf(start + at, end + at),
    numeralAt: shiftRange(numeral, at),
  }
}

/** The lesser end of 5至8名, 10%～20%: the figure before, joined by a dash or 至. */
function rangeLow({ text, before }: Place, { start }: Numeral): Decimal | undefined {
  if (before?.value === undefined || before.end >= start || start - before.end > 2) return undefined
  for (let at = before.end; at < start; at++) if (!is(JOINS_RANGE, text, at)) return undefined
  return before.value
}

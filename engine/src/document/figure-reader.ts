import { isDigit, isLetter } from '../text/characters.js'
import { rangeOf, type TextRange } from '../text/range.js'
import { Decimal } from './decimal.js'
import type { Figure } from './figure.js'
import { approximationAround } from './figure-approximation.js'
import { intervalOf } from './figure-interval.js'
import { kindOf, type FigureNature } from './figure-kind.js'
import { namesIn } from './figure-mask.js'
import { isChineseNumeral } from './numeral-chinese.js'
import { readNumeral, type Numeral } from './numeral.js'
import { readOrdinal } from './ordinal.js'
import type { Sentence } from './sentence.js'
import { readUnit } from './unit.js'

/** A figure whose words and depth are still to be read. */
type Draft = Omit<Figure, 'label' | 'noun' | 'depth'> & { label: string; noun: string; depth: number }

const PLACEHOLDER = /[Xx×＊*]{1,4}|某/y
/** Every character that a figure, or a placeholder for one, begins with, one bit for each UTF-16 unit. */
const BEGINNINGS = new Uint8Array(0x10000)
for (const unit of '0123456789零〇○一二两三四五六七八九十百千万亿几数Xx×＊*某') BEGINNINGS[unit.charCodeAt(0)] = 1
/** What ends the words that belong to a figure. */
const STOPS = '，。；：、！？（）\n'
const NO_QUANTITY = /^(?:date|year|ordinal)$/
const ZERO = { low: Decimal.ZERO, high: undefined }

/** The figures of a sentence in one pass; callers use `figuresOf`, which keeps them. */
export function readFigures(sentence: Sentence): Figure[] {
  const text = sentence.canonical
  const names = namesIn(text)
  const drafts: Draft[] = []
  let name = 0
  let at = ordinalEnd(sentence)
  while (at < text.length) {
    while (name < names.length && (names[name] as TextRange).end <= at) name++
    const inside = names[name]
    if (inside !== undefined && at >= inside.start) {
      at = inside.end
      continue
    }
    if (!mayBegin(text.charCodeAt(at))) {
      at++
      continue
    }
    const draft = draftAt(text, at, drafts)
    if (typeof draft === 'number') at = draft
    else {
      drafts.push(draft)
      at = draft.end
    }
  }
  addWords(text, drafts)
  return drafts
}

function mayBegin(code: number): boolean {
  return BEGINNINGS[code] === 1
}

/** The end of the ordinal that the sentence begins with (1. 一、 （2）), where it begins its block. */
function ordinalEnd(sentence: Sentence): number {
  const ordinal = readOrdinal(sentence.block.text)
  return ordinal !== undefined && ordinal.end > sentence.start && ordinal.end < sentence.end ? ordinal.end - sentence.start : 0
}

/** The figure that begins at an offset, or the offset to go on at. */
function draftAt(text: string, at: number, drafts: readonly Draft[]): Draft | number {
  const code = text.charCodeAt(at)
  if (isDigit(code)) return arabicAt(text, at, drafts)
  if (isChineseNumeral(text.charAt(at)) || /[几数]/.test(text.charAt(at))) return chineseAt(text, at, drafts)
  return placeholderAt(text, at) ?? at + 1
}

function arabicAt(text: string, at: number, drafts: readonly Draft[]): Draft | number {
  const numeral = readNumeral(text, at)
  if (numeral === undefined) return at + 1
  if (isPartOfName(text, numeral)) return skipNumber(text, numeral.end)
  const nature = kindOf(text, numeral)
  return nature === undefined ? skipNumber(text, numeral.end) : draftOf(text, numeral, nature, drafts)
}

function skipNumber(text: string, from: number): number {
  let at = from
  while (isDigit(text.charCodeAt(at)) || (/[.:：/+]/.test(text.charAt(at)) && isDigit(text.charCodeAt(at + 1)))) at++
  return at
}

/** A5, 5G, 1+X, PM2.5, 10:39, 1/3, 0512-1234567, 1. at the head of a list. */
function isPartOfName(text: string, { start, end }: Numeral): boolean {
  const before = text.charAt(start - 1)
  const after = text.charAt(end)
  if (isLetter(before.charCodeAt(0)) || before === '@' || before === '#') return true
  // 1 9 9 7 年: digits torn apart by spaces
  if ((before === ' ' && /[\d.．]/.test(text.charAt(start - 2))) || (after === ' ' && /[\d.．]/.test(text.charAt(end + 1)))) return true
  if (before === '．' || after === '．') return true
  if (before === '+') return !isLetter(text.charCodeAt(start - 2))
  if (isLetter(after.charCodeAt(0)) && readUnit(text, end) === undefined) return true
  if (after === '+' || after === '/' || before === '/' || (before === '-' && isLetter(text.charCodeAt(start - 2)))) return true
  if (/[:：]/.test(after) && isDigit(text.charCodeAt(end + 1)) && end - start <= 2) return true
  if (/[:：.]/.test(before) && isDigit(text.charCodeAt(start - 2))) return true
  return after === '.' && !isDigit(text.charCodeAt(end + 1))
}

function chineseAt(text: string, at: number, drafts: readonly Draft[]): Draft | number {
  const isVague = /[几数]/.test(text.charAt(at))
  const start = isVague ? at + 1 : at
  if (isVague && !/^[十百千万亿]/.test(text.slice(start))) return at + 1
  let end = start
  while (isChineseNumeral(text.charAt(end))) end++
  if (text.charAt(end) === '几') return end + 1
  if (isVague) return vagueFigure(text, at, end)
  const numeral = readNumeral(text, start)
  if (numeral === undefined) return end
  const nature = kindOf(text, numeral)
  return nature === undefined ? Math.max(end, numeral.end) : draftOf(text, numeral, nature, drafts)
}

/** 几十名, 数百家: a quantity without a value. */
function vagueFigure(text: string, start: number, numeralEnd: number): Draft | number {
  const unitAt = /[余多]/.test(text.charAt(numeralEnd)) ? numeralEnd + 1 : numeralEnd
  const unit = readUnit(text, unitAt)
  return unit === undefined ? numeralEnd : unknown(start, numeralEnd, unitAt + unit.text.length, unit.text, unit.unitClass)
}

function placeholderAt(text: string, at: number): Draft | undefined {
  PLACEHOLDER.lastIndex = at
  const match = PLACEHOLDER.exec(text)
  if (match === null || /[\w+“-]/.test(text.charAt(at - 1))) return undefined
  let unitAt = at + match[0].length
  while (/[余多万亿.]/.test(text.charAt(unitAt))) unitAt++
  const unit = readUnit(text, unitAt)
  if (unit === undefined || (match[0] === '某' && unit.unitClass !== 'person') || /[省市县区乡镇村校园国街部站馆科]/.test(unit.text)) return undefined
  return unknown(at, at + match[0].length, unitAt + unit.text.length, unit.text, unit.unitClass)
}

function unknown(start: number, numeralEnd: number, end: number, unit: string, unitClass: string): Draft {
  const kind = unitClass === 'percent' ? 'percentage' : unitClass === 'money' ? 'money' : 'count'
  return {
    kind,
    start,
    end,
    numeral: rangeOf(start, numeralEnd),
    style: 'chinese',
    multiplier: '',
    value: undefined,
    interval: ZERO,
    decimals: 0,
    step: Decimal.of(1),
    approximation: 'about',
    unit,
    unitClass,
    label: '',
    noun: '',
    depth: 0,
  }
}

function draftOf(text: string, numeral: Numeral, nature: FigureNature, drafts: readonly Draft[]): Draft {
  const { kind, unit, unitClass, power } = nature
  const around = approximationAround(text, numeral, nature.end)
  const range = rangeLow(text, numeral, drafts[drafts.length - 1])
  const approximation = range !== undefined || !numeral.low.equals(numeral.value) ? 'range' : around.approximation
  const value = numeral.value.shift(power)
  const step = numeral.step.shift(power)
  const low = range ?? numeral.low.shift(power)
  return {
    kind,
    start: around.start,
    end: around.end,
    numeral: rangeOf(numeral.start, numeral.end),
    style: numeral.style,
    multiplier: numeral.multiplier,
    value,
    interval: intervalOf(value, low, step, approximation, kind === 'percentage'),
    decimals: numeral.decimals,
    step,
    approximation,
    unit,
    unitClass,
    label: '',
    noun: '',
    depth: 0,
  }
}

/** The lesser end of 5至8名, 10%～20%: the figure before, joined by a dash or 至. */
function rangeLow(text: string, numeral: Numeral, before: Draft | undefined): Decimal | undefined {
  if (before?.value === undefined || !/^[-—–－~～至到]{1,2}$/.test(text.slice(before.end, numeral.start))) return undefined
  return before.value
}

/** Units of text before a figure, and behind it, that may say what it counts. */
const LONGEST_LABEL = 30
const LONGEST_NOUN = 20

/** Gives each draft the words around it and its depth. */
function addWords(text: string, drafts: readonly Draft[]): void {
  let depth = 0
  let scanned = 0
  drafts.forEach((draft, i) => {
    for (; scanned < draft.start; scanned++) depth += text[scanned] === '（' ? 1 : text[scanned] === '）' && depth > 0 ? -1 : 0
    // nothing further off than the words that are read has a say
    let before = i - 1
    while (before >= 0 && (drafts[before] as Draft).end > draft.start - LONGEST_LABEL && NO_QUANTITY.test((drafts[before] as Draft).kind)) before--
    let after = i + 1
    while (after < drafts.length && (drafts[after] as Draft).start < draft.end + LONGEST_NOUN && NO_QUANTITY.test((drafts[after] as Draft).kind)) after++
    const from = Math.max(drafts[before]?.end ?? 0, draft.start - LONGEST_LABEL)
    const to = Math.min(drafts[after]?.start ?? text.length, draft.end + LONGEST_NOUN)
    let labelStart = draft.start
    while (labelStart > from && !STOPS.includes(text[labelStart - 1] as string)) labelStart--
    let nounEnd = draft.end
    while (nounEnd < to && !STOPS.includes(text[nounEnd] as string)) nounEnd++
    draft.label = text.slice(labelStart, draft.start).trim()
    draft.noun = text.slice(draft.end, nounEnd).trim()
    draft.depth = depth
  })
}

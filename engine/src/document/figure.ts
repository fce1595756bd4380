import type { Block } from '../markdown/block.js'
import { keptOn } from '../text/kept.js'
import type { TextRange } from '../text/range.js'
import type { Decimal } from './decimal.js'
import type { Approximation, FigureInterval } from './figure-interval.js'
import type { NumeralStyle } from './numeral.js'
import { readOrdinal } from './ordinal.js'
import { sentencesOf, type Sentence } from './sentence.js'
import type { UnitClass } from './unit.js'
import { readFigures } from './figure-reader.js'

export { meet, sumOf, type Approximation, type FigureInterval } from './figure-interval.js'

/**
 * What a figure is. `count` has a measure word, `money` an amount of a currency, `percentage` % or 百分之, 成 or ‰;
 * `plain` is a number without a unit. Parts of dates, years and ordinals (第3, 3号楼, 九年级) are no quantities.
 */
export type FigureKind = 'count' | 'money' | 'percentage' | 'percentage-point' | 'ratio' | 'multiple' | 'plain' | 'date' | 'year' | 'ordinal'

/** A figure of a sentence; `start` and `end` (approximating words and unit included) and `numeral` are offsets in it. */
export interface Figure extends TextRange {
  readonly kind: FigureKind
  /** the numeral alone, 万 and 亿 included */
  readonly numeral: TextRange
  readonly style: NumeralStyle
  /** 万, 亿, 千 behind the digits; empty when nothing */
  readonly multiplier: string
  /** in the base unit of its unit: 4262万元 is 42620000; nothing for a placeholder (X名) or 几十, 数百 */
  readonly value: Decimal | undefined
  /** the values it may stand for, for a `value` that is known */
  readonly interval: FigureInterval
  /** number of decimals that are written */
  readonly decimals: number
  /** the value of one unit of the last place that is written */
  readonly step: Decimal
  readonly approximation: Approximation
  /** the measure word or unit as written; empty when there is none */
  readonly unit: string
  readonly unitClass: UnitClass
  /** the words before it in its clause, back to the quantity before */
  readonly label: string
  /** the words behind its unit, up to the next mark or quantity */
  readonly noun: string
  /** how many round brackets it stands in */
  readonly depth: number
  readonly sentence: Sentence
  /** number of its sentence in the block */
  readonly sentenceIndex: number
  /** its place in the block's text */
  readonly at: TextRange
  /** the place of its numeral in the block's text */
  readonly numeralAt: TextRange
}

/** A figure whose value is known. */
export type KnownFigure = Figure & { readonly value: Decimal }

/** The figures of each sentence of a block; a block did not change as long as it is the same. */
const figuresOfBlock = keptOn((block: Block): readonly (readonly Figure[])[] => {
  const ordinalEnd = readOrdinal(block.text)?.end ?? 0
  return sentencesOf(block).map((sentence, i) => read(sentence, i, ordinalEnd))
})

/**
 * The figures of a sentence in reading order, computed once. Numbers that are names are left out: inside book titles and
 * short quotations, document numbers, hotlines and telephone numbers, times of day, versions, list numbers, `1+X`, A4, 5G,
 * and Chinese numerals without a measure word (一以贯之, 三农, 四位一体).
 */
export function figuresOf(sentence: Sentence): readonly Figure[] {
  const { block } = sentence
  const index = indexOf(sentence, sentencesOf(block))
  return index < 0 ? read(sentence, 0, readOrdinal(block.text)?.end ?? 0) : (figuresOfBlock(block)[index] as readonly Figure[])
}

/** The figures of all sentences of a block that holds any, in reading order. */
export function figuresIn(block: Block): readonly (readonly Figure[])[] {
  return figuresOfBlock(block)
}

/** @param ordinalEnd where the ordinal ends that the block begins with (1. 一、 （2）): it is no figure of its sentence */
function read(sentence: Sentence, index: number, ordinalEnd: number): readonly Figure[] {
  return readFigures(sentence, index, ordinalEnd > sentence.start && ordinalEnd < sentence.end ? ordinalEnd - sentence.start : 0)
}

/** The number of a sentence among those of its block, -1 for one that is none of them. */
function indexOf(sentence: Sentence, sentences: readonly Sentence[]): number {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle] as Sentence).start < sentence.start) low = middle + 1
    else high = middle
  }
  return sentences[low] === sentence ? low : -1
}

/** Whether a figure is a quantity and not a part of a date, a year or an ordinal. */
export function isQuantity({ kind }: Figure): boolean {
  return kind !== 'date' && kind !== 'year' && kind !== 'ordinal'
}

/** Whether a figure's value is known. */
export function isKnown(figure: Figure): figure is KnownFigure {
  return figure.value !== undefined
}

/** Whether two figures may be compared: both counts or amounts, and of one class of units. */
export function isComparable(a: Figure, b: Figure): boolean {
  return a.unitClass === b.unitClass && a.kind === b.kind && (a.kind === 'count' || a.kind === 'money')
}

import { figuresOf, isQuantity, type Figure } from '../document/figure.js'
import type { Decimal } from '../document/decimal.js'
import { sentencesOf, type Sentence } from '../document/sentence.js'
import type { Block } from '../markdown/block.js'
import { keptWith } from '../text/kept.js'
import { shiftRange, type TextRange } from '../text/range.js'

/** A quantity with its sentence and its place in the block; its own ranges stay those of the sentence. */
export interface PlacedFigure extends Figure {
  readonly sentence: Sentence
  /** number of its sentence in the block */
  readonly sentenceIndex: number
  /** its place in the block's text */
  readonly at: TextRange
  /** the place of its numeral in the block's text */
  readonly numeralAt: TextRange
}

/** A placed figure whose value is known. */
export type KnownPlacedFigure = PlacedFigure & { readonly value: Decimal }

const quantitiesOfBlock = new WeakMap<Block, readonly PlacedFigure[]>()

/** The quantities of a block in reading order, parts of dates, years and ordinals left out; computed once. */
export function quantitiesOf(block: Block): readonly PlacedFigure[] {
  let quantities = quantitiesOfBlock.get(block)
  if (quantities === undefined) {
    quantities = read(block)
    quantitiesOfBlock.set(block, quantities)
  }
  return quantities
}

const NONE: readonly PlacedFigure[] = []

function read(block: Block): readonly PlacedFigure[] {
  const placed: PlacedFigure[] = []
  sentencesOf(block).forEach((sentence, sentenceIndex) => {
    for (const figure of figuresOf(sentence)) if (isQuantity(figure)) placed.push(place(figure, sentence, sentenceIndex))
  })
  return placed.length === 0 ? NONE : placed
}

/** Written out: a spread of so many properties takes V8 ten times as long, and every quantity of a report comes by here. */
function place(figure: Figure, sentence: Sentence, sentenceIndex: number): PlacedFigure {
  return {
    kind: figure.kind,
    start: figure.start,
    end: figure.end,
    numeral: figure.numeral,
    style: figure.style,
    multiplier: figure.multiplier,
    value: figure.value,
    interval: figure.interval,
    decimals: figure.decimals,
    step: figure.step,
    approximation: figure.approximation,
    unit: figure.unit,
    unitClass: figure.unitClass,
    label: figure.label,
    noun: figure.noun,
    depth: figure.depth,
    sentence,
    sentenceIndex,
    at: shiftRange(figure, sentence.start),
    numeralAt: shiftRange(figure.numeral, sentence.start),
  }
}

/** Whether a placed figure's value is known. */
export function isKnownPlaced(figure: PlacedFigure): figure is KnownPlacedFigure {
  return figure.value !== undefined
}

/** The canonical text between two figures of a block. */
export function textBetween(block: Block, a: PlacedFigure, b: PlacedFigure): string {
  return block.canonical.slice(a.at.end, b.at.start)
}

/** A figure as written, without the words around it that approximate. */
export function written(figure: PlacedFigure): string {
  return figure.sentence.text.slice(figure.numeral.start, figure.numeral.end) + figure.unit
}

/** A figure with what it counts, for lists of candidates: 在园幼儿27478人. */
export function described(figure: PlacedFigure): string {
  const label = figure.label.replace(/^(?:[的有已为]|其中，?|共有|现有|达到)/, '').slice(-8)
  return label + written(figure) + (label === '' ? figure.noun.slice(0, 6) : '')
}

/** The words that say what a figure counts, before and behind it. */
export function subjectOf(figure: PlacedFigure): string {
  return figure.label + figure.noun
}

/** 比上年扩招, 较去年同期节约: a time compared with and a verb, whatever it is. */
const DIFFERENCE = /[比较](?:上一?年|去年|前年|(?:19|20)\d\d年|年初|上一?学年|上一?学期|上一?季度)(?:同期|[底末初])?[^，。；的]{1,6}$/

/** One of these stands in all words that tell of a change. */
const SAYS_CHANGE = /[比较同增减升降提净]/

/** Whether a figure says by how much something changed and not how much there is: 比上年增加198人. */
export const isDelta: (figure: PlacedFigure) => boolean = keptWith(({ label }: PlacedFigure): boolean => {
  if (!SAYS_CHANGE.test(label)) return false
  if (DIFFERENCE.test(label)) return true
  return /(?:[比较][^，。；]{0,14}(?:[增减多少升降高低]|提高|扩大|压缩)|同比[^，。；]{0,6}|(?:增加|增长|减少|上升|下降|提高|降低|净增)了?)$/.test(label)
})

/** Whether a figure is one of each: 每校30人, 人均1200元. */
export const isPerUnit: (figure: PlacedFigure) => boolean = keptWith(
  ({ label, noun }: PlacedFigure): boolean => /^[/／每]/.test(noun) || /(?:每|[平年月日人校户师生班]均|各(?![级类项种]))[^，。；]{0,8}$/.test(label),
)

import { figuresIn, isQuantity, type Figure, type KnownFigure } from '../document/figure.js'
import type { Block } from '../markdown/block.js'
import { keptOn } from '../text/kept.js'

/** A quantity with its sentence and its place in the block, as every figure knows them; its own ranges are those of the sentence. */
export type PlacedFigure = Figure

/** A placed figure whose value is known. */
export type KnownPlacedFigure = KnownFigure

const NONE: readonly PlacedFigure[] = []

/** The quantities of a block in reading order, parts of dates, years and ordinals left out; computed once. */
export const quantitiesOf = keptOn((block: Block): readonly PlacedFigure[] => {
  let quantities: PlacedFigure[] | undefined
  for (const figures of figuresIn(block)) for (const figure of figures) if (isQuantity(figure)) (quantities ??= []).push(figure)
  return quantities ?? NONE
})

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
const CHANGE = /(?:[比较][^，。；]{0,14}(?:[增减多少升降高低]|提高|扩大|压缩)|同比[^，。；]{0,6}|(?:增加|增长|减少|上升|下降|提高|降低|净增)了?)$/

/** Whether a figure says by how much something changed and not how much there is: 比上年增加198人. */
export function isDelta({ label }: PlacedFigure): boolean {
  return SAYS_CHANGE.test(label) && (DIFFERENCE.test(label) || CHANGE.test(label))
}

/** One of these stands in all words that tell of each one. */
const SAYS_EACH = /[每均各]/
const EACH = /(?:每|[平年月日人校户师生班]均|各(?![级类项种]))[^，。；]{0,8}$/

/** Whether a figure is one of each: 每校30人, 人均1200元. */
export function isPerUnit({ label, noun }: PlacedFigure): boolean {
  return (SAYS_EACH.test(label) && EACH.test(label)) || isEachAt(noun.charCodeAt(0))
}

/** / ／ 每 */
function isEachAt(code: number): boolean {
  return code === 0x2f || code === 0xff0f || code === 0x6bcf
}

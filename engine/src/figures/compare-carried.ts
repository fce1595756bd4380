import type { PlacedSentence, ReportDocument } from '../document/report-document.js'
import { countHan } from '../text/characters.js'

/** A sentence and where it stands: line and column from 1, `start` an offset of the whole text. */
export interface SentencePlace {
  readonly text: string
  readonly start: number
  readonly line: number
  readonly column: number
}

/** A sentence of this year's report that stood in last year's with the same words. */
export interface CarriedSentence {
  readonly last: SentencePlace
  readonly current: SentencePlace
  /** whether numbers other than years are new: the words may then be right */
  readonly hasNewFigures: boolean
}

const LEAST = 15
/** Words that reports repeat as a matter of form: the sentence that leads over, thanks, the guiding thought. */
const FORM =
  /(?:现将|现就|现把|特)[^。]{0,60}(?:如下|报告|汇报)|以习近平新时代中国特色社会主义思想为指导|请(?:予|各位)?[^。]{0,8}审议|(?:代表|谨向|表示)[^。]{0,60}(?:感谢|敬意|问候)|^，?向[^。]{0,60}(?:感谢|敬意|问候)|^此件|^特此/

/** Sentences of 15 or more characters that are the same in both reports but for years and numbers, headings left out. */
export function carriedOver(last: ReportDocument, current: ReportDocument): CarriedSentence[] {
  const known = new Map<string, ComparedSentence>()
  for (const sentence of sentencesOf(last)) if (!known.has(sentence.words)) known.set(sentence.words, sentence)
  return sentencesOf(current).flatMap(({ words, numbers, place }) => {
    const before = known.get(words)
    return before === undefined ? [] : [{ last: before.place, current: place, hasNewFigures: before.numbers !== numbers }]
  })
}

interface ComparedSentence {
  readonly words: string
  readonly numbers: string
  readonly place: SentencePlace
}

function sentencesOf(document: ReportDocument): ComparedSentence[] {
  const headings = new Set(document.outline.headings.filter(({ form }) => form === 'line' || form === 'markdown' || form === 'unnumbered').map(({ at }) => at))
  for (const title of document.outline.titles) headings.add(title)
  return document.sentences().flatMap((placed) => {
    if (headings.has(placed.at) || placed.at.block.kind === 'table-row' || FORM.test(placed.sentence.canonical)) return []
    const words = wordsOf(placed.sentence.canonical)
    return countHan(words) < LEAST ? [] : [{ words, numbers: numbersIn(placed.sentence.canonical), place: placeOf(document, placed) }]
  })
}

/** A sentence without what tells the years and amounts apart. */
function wordsOf(canonical: string): string {
  return canonical.replace(/^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]/, '').replace(/[\d.,%\s]|今年|去年|上年|明年|本年度?/g, '')
}

/** The numbers of a sentence that are no years. */
function numbersIn(canonical: string): string {
  return (canonical.match(/\d[\d.,]*/g) ?? []).filter((number) => !/^(?:19|20)\d\d$/.test(number)).join(' ')
}

function placeOf(document: ReportDocument, { at, sentence }: PlacedSentence): SentencePlace {
  const { start } = document.toDocument(at, sentence)
  const { line, column } = document.lines.positionAt(start)
  return { text: sentence.text, start, line: line + 1, column: column + 1 }
}

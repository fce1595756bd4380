import { isInTitle } from '../document/date-timeline.js'
import { OF_SENTENCES, type Sentence } from '../document/sentence.js'
import type { SectionPlaceOfFigure } from './ledger-section.js'
import type { PlacedFigure } from './placed-figure.js'
import { matchesOf } from '../text/matches.js'
import { Shelf } from '../text/kept.js'

/** A word of a sentence that says what year is spoken of behind it; offsets are of the sentence. */
interface YearMark {
  readonly start: number
  readonly end: number
  /** a year, years from this one, or nothing where several years are spoken of */
  readonly year: number | undefined
  readonly offset: number | undefined
  /** whether it is the year of a former value alone: 由上年的61.3%, 比2023年的360人 */
  readonly isFormer: boolean
}

const MARK =
  /((?:19|20)\d\d)(?:年(?![级制])|[—–~～-](?=(?:19|20)\d\d))|(今年|本年度|当年)|(上一?年(?!级)|去年)|(明年|下一?年度|次年)|(前年)|((?<!今年|一年|新学期|开学)以来|[近过去前][一二两三四五六七八九十\d]{1,2}年|“?十[一二三四]五”?(?:期间|以来)|历年|[任本]期内)/g
/** One of these stands in every mark. */
const HAS_MARK = /[年期]|以来|(?:19|20)\d\d[—–~～-]/
const NO_MARKS: readonly YearMark[] = []
/** A year that something is compared with is not the year spoken of. */
const COMPARED = /(?:[比较与和]|对比|相比)$/
const marksOfSentence = new Shelf<Sentence, readonly YearMark[]>(OF_SENTENCES)

/**
 * The year that a value speaks of: of the last word before it in its sentence that names one, else its section's; of a
 * former value nothing when the sentence does not say.
 */
export function yearAt(figure: PlacedFigure, isFormer: boolean, { year, thisYear }: SectionPlaceOfFigure): number | undefined {
  let last: YearMark | undefined
  for (const mark of marksOf(figure.sentence)) {
    if (mark.end > figure.start) break
    if (mark.isFormer === isFormer) last = mark
  }
  if (last === undefined) return isFormer ? undefined : year
  if (last.year !== undefined) return last.year
  return last.offset === undefined || thisYear === undefined ? undefined : thisYear + last.offset
}

function marksOf(sentence: Sentence): readonly YearMark[] {
  let marks = marksOfSentence.get(sentence)
  if (marks === undefined) {
    marks = !HAS_MARK.test(sentence.canonical) ? NO_MARKS : matchesOf(MARK, sentence.canonical).flatMap((match) => markOf(sentence.canonical, match))
    marksOfSentence.set(sentence, marks)
  }
  return marks
}

function markOf(text: string, match: RegExpExecArray): YearMark[] {
  const [whole, year, , lastYear, nextYear, beforeLast, several] = match
  const start = match.index
  const lead = text.slice(Math.max(0, start - 2), start)
  const former = isFormer(lead, text.slice(start + whole.length, start + whole.length + 14))
  if ((!former && COMPARED.test(lead)) || isInTitle(text, start)) return []
  const offset = several !== undefined ? undefined : lastYear !== undefined ? -1 : nextYear !== undefined ? 1 : beforeLast !== undefined ? -2 : 0
  return [{ start, end: start + whole.length, year: year === undefined ? undefined : Number(year), offset, isFormer: former }]
}

/** Whether a former value follows a year: 由上年的61.3%, 比2023年的360人; not 比2023年增加12所, whose figure is of this year. */
function isFormer(lead: string, rest: string): boolean {
  if (!/[比较与由从]$/.test(lead) || !/^[^，。；]{0,12}\d/.test(rest)) return false
  return /[由从]$/.test(lead) || /^(?:[度末底]|同期)?的/.test(rest)
}

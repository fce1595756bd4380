import type { TextRange } from '../text/range.js'
import { OF_SENTENCES, type Sentence } from './sentence.js'
import { matchesOf } from '../text/matches.js'
import { pairsOf } from '../text/triggers.js'
import { Shelf } from '../text/kept.js'

/** A date, month or year as a sentence names it; the range is an offset in the sentence. At least one part is known. */
export interface DateMention extends TextRange {
  readonly year: number | undefined
  readonly month: number | undefined
  readonly day: number | undefined
}

/**
 * A span from one date to another: 2021年至2025年, 7月1日—7月11日, （2024—2026年）. The range is an offset in the sentence; the
 * end has a year only where one is written.
 */
export interface DateSpan extends TextRange {
  readonly from: DateMention
  readonly to: DateMention
  /** whether it counts school years (2024—2025学年) */
  readonly isAcademic: boolean
}

const YEAR = '(?:19|20)\\d\\d'
const MONTH_DAY = '(\\d{1,2}) ?月份?(?: ?(\\d{1,2}) ?[日号])?'
const DATE = new RegExp(`(?<![\\d.—～-])(?:(${YEAR}) ?年(?: ?${MONTH_DAY})?|${MONTH_DAY})`, 'g')
const JOIN = ' ?(?:[至到－～~–]|—{1,2}|-{1,2}) ?'
const YEAR_SPAN = new RegExp(
  `(?<![\\d.—～/-])(${YEAR})( ?年)?(?:(\\d{1,2})月(?:(\\d{1,2})日)?)?${JOIN}(${YEAR})(?![\\d.])( ?学?年)?(?:(\\d{1,2})月(?:(\\d{1,2})日)?)?`,
  'g',
)
const MONTH_SPAN = new RegExp(`(?<![\\d.—～-])(?:(${YEAR})年)?(\\d{1,2})月(?:(\\d{1,2})日)?${JOIN}(?:(\\d{1,2})月)?(?:(\\d{1,2})日)?(?![\\d年月])`, 'g')

/** What stands in every date, and in every span of them: most sentences are done with at this. */
export const HAS_DATE = /\d ?[年月]/
const HAS_JOIN = /[\d年月日] ?[至到－～~–—-]/
/** The same as triggers of rules. */
export const SPAN_TRIGGERS: readonly string[] = pairsOf('0123456789年月日', '至到－～~–—- ')
const NO_DATES: readonly DateMention[] = []
const NO_SPANS: readonly DateSpan[] = []

const dates = new Shelf<Sentence, readonly DateMention[]>(OF_SENTENCES)
const spans = new Shelf<Sentence, readonly DateSpan[]>(OF_SENTENCES)

/** The dates, months and years written in digits in a sentence, in reading order, computed once. */
export function datesOf(sentence: Sentence): readonly DateMention[] {
  let found = dates.get(sentence)
  if (found === undefined) {
    const { canonical } = sentence
    found =
      !(canonical.includes('年') || canonical.includes('月')) || !HAS_DATE.test(canonical)
        ? NO_DATES
        : matchesOf(DATE, canonical).map((match) => {
            const [whole, year, month, day, bareMonth, bareDay] = match
            return mention(match.index, whole, year, month ?? bareMonth, day ?? bareDay)
          })
    dates.set(sentence, found)
  }
  return found
}

/** The spans of dates written in digits in a sentence, in reading order, computed once. Telephone numbers are none. */
export function dateSpansOf(sentence: Sentence): readonly DateSpan[] {
  let found = spans.get(sentence)
  if (found === undefined) {
    found = HAS_JOIN.test(sentence.canonical)
      ? [...yearSpans(sentence.canonical), ...monthSpans(sentence.canonical)].sort((a, b) => a.start - b.start)
      : NO_SPANS
    spans.set(sentence, found)
  }
  return found
}

function* yearSpans(text: string): Generator<DateSpan> {
  for (const match of matchesOf(YEAR_SPAN, text)) {
    const [whole, year1, unit1, month1, day1, year2, unit2, month2, day2] = match
    const end = match.index + whole.length
    // two bare numbers are years only between brackets: （2021—2023）
    const isBracketed = '（(《〈“'.includes(text[match.index - 1] ?? ' ') || '）)》〉'.includes(text[end] ?? ' ')
    if (unit1 === undefined && unit2 === undefined && !isBracketed) continue
    // 2024年到2021年新建的小区走访: 到 joins years only behind 从, or when they run on
    if (whole.includes('到') && Number(year2) <= Number(year1) && !'从自由'.includes(text[match.index - 1] ?? ' ')) continue
    yield {
      start: match.index,
      end,
      from: mention(match.index, year1 as string, year1, month1, day1),
      to: mention(end, '', year2, month2, day2),
      isAcademic: unit2?.includes('学') === true || text.startsWith('学年', end),
    }
  }
}

function* monthSpans(text: string): Generator<DateSpan> {
  for (const match of matchesOf(MONTH_SPAN, text)) {
    const [whole, year, month1, day1, month2, day2] = match
    if (month2 === undefined && (day1 === undefined || day2 === undefined)) continue
    const end = match.index + whole.length
    yield {
      start: match.index,
      end,
      isAcademic: false,
      from: mention(match.index, whole, year, month1, day1),
      to: mention(end, '', undefined, month2 ?? month1, day2),
    }
  }
}

function mention(start: number, text: string, year?: string, month?: string, day?: string): DateMention {
  return { start, end: start + text.length, year: numberOf(year), month: numberOf(month), day: numberOf(day) }
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text)
}

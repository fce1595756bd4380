import { TIMELINE } from '../lexicon/lexicon.generated.js'
import { formatMonth, monthNumber, parseMonth } from './date-calendar.js'
import { TermMatcher } from '../lexicon/term-matcher.js'
import { keptOn, Shelf } from '../text/kept.js'
import { OF_SENTENCES, type Sentence } from './sentence.js'
import type { TextRange } from '../text/range.js'
import { matchesOf } from '../text/matches.js'

/** What a mention of something dated is: a party congress or plenary session, a campaign with an end, a term or a law. */
export type TimelineKind = 'meeting' | 'campaign' | 'term'

/** Something that has its time, as a sentence names it. The range is an offset in the sentence, dates are month numbers. */
export interface TimelineMention extends TextRange {
  readonly kind: TimelineKind
  /** the full name: 党的十八届五中全会 */
  readonly name: string
  /** the month from which it can be spoken of as there */
  readonly from: number
  /** meetings: the month of the next one of its rank; campaigns: the month up to which they ran */
  readonly until: number | undefined
  /** meetings: the name of the next one of its rank */
  readonly next: string | undefined
}

/** A five-year plan as a sentence names it. */
export interface FiveYearPlanMention extends TextRange {
  readonly name: string
  readonly first: number
  readonly last: number
}

const CONGRESS = /(党的)?(十[五六七八九]|二十)大/g
const OF_A_CONGRESS = /^(?:精神|报告|以来|召开|胜利召开|闭幕|[、和及]|作出|提出|部署)/
const PLENUMS = /(十[五六七八九]|二十)届([一二三四五六七]中?(?:[、和及][一二三四五六七]中?){0,6})全会/g
const PLAN = /[“‘]?(十[一二三四五]五)(?=[”’末]|规划|计划|期间|时期|以来|发展|教育|开局)/g
const RANKS = '一二三四五六七'
const NO_MENTIONS: readonly TimelineMention[] = []
const mentions = new Shelf<Sentence, readonly TimelineMention[]>(OF_SENTENCES)

interface DatedTerm {
  readonly text: string
  readonly name: string
  readonly kind: TimelineKind
  readonly from: number
  readonly until: number | undefined
}

const TERMS: readonly DatedTerm[] = [
  ...TIMELINE.campaigns.flatMap((campaign) => {
    const also: readonly string[] = 'also' in campaign ? campaign.also : []
    return [campaign.name, ...also].map((text) => ({
      text,
      name: text,
      kind: 'campaign' as const,
      from: parseMonth(campaign.from),
      until: parseMonth(campaign.until),
    }))
  }),
  ...[...TIMELINE.terms, ...TIMELINE.laws].map(({ name, from }) => ({
    text: name as string,
    name,
    kind: 'term' as const,
    from: parseMonth(from),
    until: undefined,
  })),
]

const TERM_WORDS = new TermMatcher(TERMS.map((term) => ({ text: term.text, value: term })))

/** The dated things of a sentence in reading order, computed once; those inside 《》 are left out, for a title may be old. */
export function timelineMentionsOf(sentence: Sentence): readonly TimelineMention[] {
  let found = mentions.get(sentence)
  if (found === undefined) {
    const { canonical } = sentence
    const all: TimelineMention[] = []
    if (canonical.includes('大')) all.push(...congresses(canonical))
    if (canonical.includes('全会')) all.push(...plenums(canonical))
    for (const { start, end, value } of TERM_WORDS.match(canonical)) {
      const { kind, name, from, until } = value
      all.push({ kind, name, start, end, from, until, next: undefined })
    }
    found = all.length === 0 ? NO_MENTIONS : all.filter(({ start }) => !isInTitle(canonical, start)).sort((a, b) => a.start - b.start)
    mentions.set(sentence, found)
  }
  return found
}

/** The five-year plans of a sentence in reading order, computed once; those inside 《》 are left out. */
export const fiveYearPlansOf = keptOn(({ canonical }: Sentence): readonly FiveYearPlanMention[] => {
  if (!canonical.includes('五')) return []
  return matchesOf(PLAN, canonical).flatMap((match) => {
    const plan = TIMELINE['five-year-plans'].find(({ name }) => name === match[1])
    if (plan === undefined || isInTitle(canonical, match.index)) return []
    const end = match.index + match[0].length
    return [{ start: match.index, end: '”’'.includes(canonical[end] ?? ' ') ? end + 1 : end, name: `“${plan.name}”`, first: plan.first, last: plan.first + 4 }]
  })
}, OF_SENTENCES)

/** No title of a document is longer. */
const LONGEST_TITLE = 200

/** Whether a place lies between 《 and 》. */
export function isInTitle(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_TITLE), at + 1)
  const open = before.lastIndexOf('《')
  return open >= 0 && !before.slice(open, -1).includes('》')
}

function* congresses(text: string): Generator<TimelineMention> {
  for (const match of matchesOf(CONGRESS, text)) {
    // 二十大民生工程 counts projects; a congress is the Party's or is followed by what belongs to one
    if (match[1] === undefined && !OF_A_CONGRESS.test(text.slice(match.index + match[0].length, match.index + match[0].length + 4))) continue
    const at = TIMELINE.congresses.findIndex(({ name }) => name === match[2])
    const congress = TIMELINE.congresses[at]
    if (congress === undefined) continue
    const next = TIMELINE.congresses[at + 1]
    yield {
      kind: 'meeting',
      name: `党的${congress.name}大`,
      start: match.index,
      end: match.index + match[0].length,
      from: parseMonth(congress.date),
      until: next === undefined ? undefined : parseMonth(next.date),
      next: next === undefined ? undefined : `党的${next.name}大`,
    }
  }
}

function* plenums(text: string): Generator<TimelineMention> {
  for (const match of matchesOf(PLENUMS, text)) {
    const [whole, congress, list] = match as unknown as [string, keyof typeof TIMELINE.plenums, string]
    const dates: readonly string[] = TIMELINE.plenums[congress]
    const last = Math.max(...Array.from(list, (rank) => RANKS.indexOf(rank)))
    const date = dates[last]
    if (date === undefined) continue
    const following = dates[last + 1]
    const nextCongress = TIMELINE.congresses[TIMELINE.congresses.findIndex(({ name }) => name === congress) + 1]
    const next = following === undefined ? nextCongress && `党的${nextCongress.name}大` : `${congress}届${RANKS[last + 1] ?? ''}中全会`
    const until = following ?? nextCongress?.date
    yield {
      kind: 'meeting',
      name: `党的${congress}届${RANKS[last] ?? ''}中全会`,
      start: match.index,
      end: match.index + whole.length,
      from: parseMonth(date),
      until: until === undefined ? undefined : parseMonth(until),
      next,
    }
  }
}

/** What the dated things of a report say of its real time. */
export interface TimelineEvidence {
  /** each thing once, with its time, in the order of the text */
  readonly clues: readonly string[]
  /** the months that fit all of them; nothing when none does */
  readonly from: number | undefined
  readonly until: number | undefined
}

/**
 * Brings together the newest meeting of a report and what it tells as going on: each has its window, and the report was
 * most likely written where they meet.
 *
 * @param newest the newest meeting whose spirit the report follows
 */
export function evidenceOf(newest: TimelineMention, others: readonly TimelineMention[], plansPrepared: readonly FiveYearPlanMention[]): TimelineEvidence {
  const windows = [{ clue: `${newest.name}（${formatMonth(newest.from)}）`, from: newest.from, until: (newest.until ?? newest.from) + 6 }]
  for (const { kind, name, from, until } of others) {
    if (kind === 'campaign' && until !== undefined) windows.push({ clue: `${name}（${formatMonth(from)}—${formatMonth(until)}）`, from, until })
  }
  for (const { name, first } of plansPrepared)
    windows.push({ clue: `${name}规划编制（${first}年前后）`, from: monthNumber(first - 2, 1), until: monthNumber(first + 2, 12) })
  const clues = [...new Set(windows.map(({ clue }) => clue))]
  const from = Math.max(...windows.map((window) => window.from))
  const until = Math.min(...windows.map((window) => window.until))
  return from <= until ? { clues, from, until } : { clues, from: undefined, until: undefined }
}

import { isHan } from '../text/characters.js'
import { readOrdinalAt, type Ordinal } from './ordinal.js'
import { matchesOf } from '../text/matches.js'

/** Longest title that is looked for inside a paragraph. */
const MAX_TITLE = 45
const MIN_TITLE = 4
/** An ordinal in the middle of a paragraph that a heading may begin with: `一、` or `（一）`, in any brackets. */
const INNER_ORDINAL = /[（(〔][一二三四五六七八九十]{1,3}[）)〕]|(?<![一二三四五六七八九十第])[一二三四五六七八九十]{1,3}、/g
/** Where a sentence has ended, so that a heading may follow. */
const SENTENCE_END = /[。！？”）] {0,4}$/
const LEAD_END = /如下：? {0,4}$/
/** What a first ordinal may stand behind, where a second one follows it: a colon, or the name of a part. */
const INTRODUCED = /(?:：|计划|打算|思路|安排|要点|情况|回顾|总结|问题|不足|重点工作|主要工作|任务)[ *]{0,4}$/
const FIRST = /^[（(〔]?一[）)〕、]/
const ENUMERATOR = / ?一(?:是|要)(?=[\u4e00-\u9fff“])/g
/** Words that end in 一 and go on with 是 or 要: no enumeration begins there. */
const NO_ENUMERATOR = /[之第统唯单专万其周再同首另]$/
/** A verb with its adverb that opens a sentence, behind a title of some length without mark. */
const OPENING_VERB =
  /(?<=^[\u4e00-\u9fff“”]{6,20})(?:深入|认真|大力|扎实|积极|持续|着力|严格|切实|充分|稳步)(?:实施|推动|推进|开展|学习|贯彻|落实|做好|抓好|加强|发挥|完善)/
const YEAR_START = /20\d\d年(?:以来|度)?，|20\d\d年(?:以来|底前|初|末)/g
/** Words that a title which names a part of the report ends in; what tells the time behind them opens a sentence. */
const PART_END = /(?:计划|打算|思路|安排|要点|情况|回顾|总结|问题|不足|重点工作|主要工作|任务|总体部署|总体要求)$/
const TIME_START = /20\d\d年是|今年是|过去一年|(?:今年以来|一年来|去年以来|今年上半年|上半年)，/g
const FIRST_DIGIT = /(?<=[\u4e00-\u9fff”])1[.．](?=[\u4e00-\u9fff“])/
/** What a year may hang on inside a title or a sentence: 在2024年, 截至2024年, 2023年和2024年. */
const HANGS_ON = /[在到至自从于是和及与、，；：“‘（《前后为以将对比较达的\d年]$/

/**
 * Where a title ends inside a paragraph, judged by what follows it: another ordinal, an enumeration (`一是`), a sentence
 * that opens with the year. Nothing when the title ends in the ordinary way, at a mark.
 *
 * @param canonical the paragraph, canonical characters
 * @param from offset of the title's first character
 * @param isInner whether its own ordinal stands inside the paragraph already, so that less is asked for
 * @returns offset of the first character behind the title (white space excluded), or undefined
 */
export function jointAfter(canonical: string, from: number, isInner = false): number | undefined {
  const stop = /[。；！？：]/.exec(canonical.slice(from, from + MAX_TITLE + 12))
  const limit = Math.min(canonical.length, from + (stop === null ? MAX_TITLE : Math.min(MAX_TITLE, stop.index)))
  const ends = [
    joinedOrdinal(canonical, from, limit),
    joinedEnumeration(canonical, from, limit, isInner),
    joinedYear(canonical, from, limit),
    joinedTime(canonical, from, limit),
    joinedDigit(canonical, from, limit),
  ]
  const found = ends.filter((end): end is number => end !== undefined)
  return found.length === 0 ? undefined : Math.min(...found)
}

function joinedOrdinal(canonical: string, from: number, limit: number): number | undefined {
  for (const match of matchesOf(INNER_ORDINAL, canonical.slice(from, limit + 5))) {
    const at = from + match.index
    // only a first （一） follows a title at once; 第三条（二）项 is no heading
    if (!/[（(〔]一[）)〕]/.test(match[0]) || at - from < MIN_TITLE || at > limit || /[条款第]$/.test(canonical.slice(from, at))) continue
    if (isTitleEnd(canonical, at) && readsAsTitle(canonical, at + match[0].length)) return trimBack(canonical, from, at)
  }
  return undefined
}

function joinedEnumeration(canonical: string, from: number, limit: number, isInner: boolean): number | undefined {
  for (const match of matchesOf(ENUMERATOR, canonical.slice(from, limit + 4))) {
    const at = from + match.index
    if (at - from < MIN_TITLE || at > limit || NO_ENUMERATOR.test(canonical.slice(from, at)) || !isTitleEnd(canonical, at)) continue
    if (isInner || canonical.indexOf(match[0].includes('是') ? '二是' : '二要', at) > 0) return trimBack(canonical, from, at)
  }
  return undefined
}

function joinedYear(canonical: string, from: number, limit: number): number | undefined {
  for (const match of matchesOf(YEAR_START, canonical.slice(from, limit + 9))) {
    const at = from + match.index
    if (at - from < MIN_TITLE || at > limit || HANGS_ON.test(canonical.slice(from, at))) continue
    if (isTitleEnd(canonical, at)) return trimBack(canonical, from, at)
  }
  return undefined
}

function joinedTime(canonical: string, from: number, limit: number): number | undefined {
  for (const match of matchesOf(TIME_START, canonical.slice(from, limit + 9))) {
    const at = from + match.index
    const end = trimBack(canonical, from, at)
    if (end - from >= MIN_TITLE && at <= limit && PART_END.test(canonical.slice(from, end))) return end
  }
  return undefined
}

/** `抓好党的建设1.带头学习`: the first of a list right behind a title. */
function joinedDigit(canonical: string, from: number, limit: number): number | undefined {
  const match = FIRST_DIGIT.exec(canonical.slice(from, limit + 3))
  return match === null || match.index < MIN_TITLE ? undefined : from + match.index
}

/** A title ends in a character, a closing quote or bracket; white space may stand behind it. */
function isTitleEnd(canonical: string, at: number): boolean {
  const end = trimBack(canonical, 0, at)
  return end > 0 && (isHan(canonical.charCodeAt(end - 1)) || '”）》'.includes(canonical[end - 1] as string))
}

function readsAsTitle(canonical: string, at: number): boolean {
  return /^ ?[\u4e00-\u9fff“《\d]/.test(canonical.slice(at, at + 2))
}

function trimBack(canonical: string, from: number, at: number): number {
  while (at > from && canonical[at - 1] === ' ') at--
  return at
}

/** An ordinal inside a paragraph, where its title ends and whether text follows there without a mark. */
export interface InnerHeading {
  readonly ordinal: Ordinal
  readonly titleEnd: number
  readonly isJoinedAfter: boolean
  /** whether the title's end is sure; else it is the end of the first clause */
  readonly isSure: boolean
}

/**
 * The headings inside a paragraph, because a line break was lost: an ordinal behind the end of a sentence, behind
 * `如下：`, or right behind the title of the heading before; and where others count on from it, behind a colon too. Items of a list (`（一）……；（二）……`) are none.
 *
 * @param text the paragraph as written
 * @param canonical the same with canonical characters
 * @param first the ordinal at the paragraph's start, and where its title was found to end
 */
export function innerHeadings(
  text: string,
  canonical: string,
  first: { readonly end: number; readonly titleEnd: number | undefined } | undefined,
): InnerHeading[] {
  const found: InnerHeading[] = []
  const unsure = new Set<InnerHeading>()
  let from = first?.end ?? 1
  let titleEnd = first?.titleEnd
  for (const match of matchesOf(INNER_ORDINAL, canonical)) {
    const at = match.index
    if (at < from) continue
    const before = canonical.slice(Math.max(0, at - 12), at)
    const isBehindTitle = titleEnd !== undefined && trimBack(canonical, 0, at) === titleEnd
    const isBehindSentence = SENTENCE_END.test(before) || (LEAD_END.test(before) && match[0].endsWith('、'))
    if (!isBehindTitle && !isBehindSentence && !(FIRST.test(match[0]) && INTRODUCED.test(before))) continue
    const ordinal = readOrdinalAt(text, at)
    if (ordinal === undefined || !readsAsTitle(canonical, ordinal.end)) continue
    const heading = readTitle(canonical, ordinal) ?? guessTitle(canonical, ordinal)
    if (!isBehindTitle && !(isBehindSentence && heading.isSure)) unsure.add(heading)
    found.push(heading)
    from = ordinal.end
    titleEnd = heading.isJoinedAfter ? heading.titleEnd : undefined
  }
  return found.filter((heading) => !unsure.has(heading) || isCounted(heading, found))
}

/** Whether a neighbour of the same style counts on from an ordinal or up to it: no single 二、 in a sentence does. */
function isCounted({ ordinal }: InnerHeading, all: readonly InnerHeading[]): boolean {
  const same = all.filter((other) => other.ordinal.style === ordinal.style)
  const i = same.findIndex((other) => other.ordinal === ordinal)
  return same[i - 1]?.ordinal.value === ordinal.value - 1 || same[i + 1]?.ordinal.value === ordinal.value + 1
}

/** The first clause, where no title can be told from the sentence. */
function guessTitle(canonical: string, ordinal: Ordinal): InnerHeading {
  const rest = canonical.slice(ordinal.end, ordinal.end + MAX_TITLE)
  const mark = rest.search(/[，。；！？：]/)
  return { ordinal, titleEnd: ordinal.end + trimBack(rest, 0, mark < 0 ? rest.length : mark), isJoinedAfter: false, isSure: false }
}

/** A title, and no sentence or list item: it ends at a joint, soon at 。, with the paragraph, or before a verb that opens the text. */
function readTitle(canonical: string, ordinal: Ordinal): InnerHeading | undefined {
  const joint = jointAfter(canonical, ordinal.end, true)
  if (joint !== undefined) return { ordinal, titleEnd: joint, isJoinedAfter: true, isSure: true }
  const rest = canonical.slice(ordinal.end, ordinal.end + MAX_TITLE + 1)
  const mark = /[。；！？：]/.exec(rest)
  if (mark === null && rest.length <= MAX_TITLE) return { ordinal, titleEnd: ordinal.end + trimBack(rest, 0, rest.length), isJoinedAfter: false, isSure: true }
  if (mark?.[0] === '。' && mark.index >= MIN_TITLE) return { ordinal, titleEnd: ordinal.end + mark.index, isJoinedAfter: false, isSure: true }
  const verb = OPENING_VERB.exec(rest)
  if (verb !== null) return { ordinal, titleEnd: ordinal.end + verb.index, isJoinedAfter: true, isSure: true }
  return undefined
}

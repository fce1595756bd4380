import type { TextRange } from '../text/range.js'
import { isHan } from '../text/characters.js'
import { readOrdinalAt, type Ordinal } from './ordinal.js'

/** Longest title that is looked for inside a paragraph. */
const MAX_TITLE = 45
const MIN_TITLE = 4
/** An ordinal in the middle of a paragraph that a heading may begin with: `一、` or `（一）`, in any brackets. */
const INNER_ORDINAL = /[（(〔][一二三四五六七八九十]{1,3}[）)〕]|(?<![一二三四五六七八九十第])[一二三四五六七八九十]{1,3}、/g
/** Where a sentence has ended, so that a heading may follow. */
const SENTENCE_END = /[。！？”）](?: {0,4})$/
const LEAD_END = /如下：? {0,4}$/
const ENUMERATOR = / ?一(?:是|要)(?=[\u4e00-\u9fff“])/g
/** Words that end in 一 and go on with 是 or 要: no enumeration begins there. */
const NO_ENUMERATOR = /(?:之|第|统|唯|单|专|万|其|周|再|同|首|另)$/
const YEAR_START = /20\d\d年(?:以来|度)?，|20\d\d年(?:以来|底前|初|末)/g
/** What a year may hang on inside a title or a sentence: 在2024年, 截至2024年, 2023年和2024年. */
const HANGS_ON = /[在到至自从于是和及与、，；：“‘（《前后为以将对比较达的\d年]$/

/**
 * Where a title ends inside a paragraph, judged by what follows it: another ordinal, an enumeration (`一是`), a sentence
 * that opens with the year. Nothing when the title ends in the ordinary way, at a mark.
 *
 * @param canonical the paragraph, canonical characters
 * @param from offset of the title's first character
 * @returns offset of the first character behind the title (white space excluded), or undefined
 */
export function jointAfter(canonical: string, from: number): number | undefined {
  const stop = /[。；！？：]/.exec(canonical.slice(from, from + MAX_TITLE + 12))
  const limit = Math.min(canonical.length, from + (stop === null ? MAX_TITLE : Math.min(MAX_TITLE, stop.index)))
  const ends = [joinedOrdinal(canonical, from, limit), joinedEnumeration(canonical, from, limit), joinedYear(canonical, from, limit)]
  const found = ends.filter((end): end is number => end !== undefined)
  return found.length === 0 ? undefined : Math.min(...found)
}

function joinedOrdinal(canonical: string, from: number, limit: number): number | undefined {
  for (const match of canonical.slice(from, limit + 5).matchAll(INNER_ORDINAL)) {
    const at = from + match.index
    if (match[0].endsWith('、') || at - from < MIN_TITLE || at > limit) continue
    if (isTitleEnd(canonical, at) && readsAsTitle(canonical, at + match[0].length)) return trimBack(canonical, from, at)
  }
  return undefined
}

function joinedEnumeration(canonical: string, from: number, limit: number): number | undefined {
  for (const match of canonical.slice(from, limit + 4).matchAll(ENUMERATOR)) {
    const at = from + match.index
    if (at - from < MIN_TITLE || at > limit || NO_ENUMERATOR.test(canonical.slice(from, at)) || !isTitleEnd(canonical, at)) continue
    if (canonical.indexOf(match[0].includes('是') ? '二是' : '二要', at) > 0) return trimBack(canonical, from, at)
  }
  return undefined
}

function joinedYear(canonical: string, from: number, limit: number): number | undefined {
  for (const match of canonical.slice(from, limit + 9).matchAll(YEAR_START)) {
    const at = from + match.index
    if (at - from < MIN_TITLE || at > limit || HANGS_ON.test(canonical.slice(from, at))) continue
    if (isTitleEnd(canonical, at)) return trimBack(canonical, from, at)
  }
  return undefined
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

/** An ordinal inside a paragraph, with text before it that belongs to what went before. */
export interface InnerOrdinal extends TextRange {
  readonly ordinal: Ordinal
}

/**
 * The ordinals inside a paragraph that headings begin with, because a line break was lost: behind the end of a sentence,
 * behind `如下：`, or right behind the title of the heading before. Items of a list (`（一）……；（二）……`) are none.
 *
 * @param text the paragraph as written
 * @param canonical the same with canonical characters
 * @param joints offsets where a title was found to end
 */
export function innerOrdinals(text: string, canonical: string, joints: (from: number) => number | undefined): InnerOrdinal[] {
  const found: InnerOrdinal[] = []
  const first = readOrdinalAt(text, 0)
  let titleEnd = first === undefined ? undefined : joints(first.end)
  for (const match of canonical.matchAll(INNER_ORDINAL)) {
    const at = match.index
    if (at === 0 || at < (found[found.length - 1]?.end ?? first?.end ?? 0)) continue
    const before = canonical.slice(Math.max(0, at - 12), at)
    const isBehindTitle = titleEnd !== undefined && trimBack(canonical, 0, at) === titleEnd
    if (!isBehindTitle && !SENTENCE_END.test(before) && !(LEAD_END.test(before) && match[0].endsWith('、'))) continue
    const ordinal = readOrdinalAt(text, at)
    if (ordinal === undefined || !readsAsTitle(canonical, ordinal.end) || !beginsTitle(canonical, ordinal.end, joints(ordinal.end))) continue
    found.push({ ordinal, start: at, end: ordinal.end })
    titleEnd = joints(ordinal.end)
  }
  return found
}

/** Whether a title, and no sentence or list item, begins here: it ends at a joint, or soon at 。 */
function beginsTitle(canonical: string, at: number, joint: number | undefined): boolean {
  if (joint !== undefined) return true
  const mark = /[。；！？：]/.exec(canonical.slice(at, at + MAX_TITLE + 1))
  return mark !== null && mark[0] === '。' && mark.index >= MIN_TITLE
}

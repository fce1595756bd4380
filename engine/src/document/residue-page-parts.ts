import { LONE_PAGE_PARTS, PAGE_PARTS } from '../lexicon/residue-phrases.js'
import { RESIDUE_SCORE } from './residue-score.js'

/** A number that a page counts by: `1.2万`, `36次`, `￥9.9`, `共4页`. */
const COUNT = /[￥¥]\d{1,6}(?:\.\d{1,2})?|[第共]?\d{1,9}(?:\.\d{1,2})?(?:[万wk]?(?:人次|[次人页份条个位分元%])|[万w]|[mk]b?)?/y

const LONGEST_PAGE_PARTS = 60
/** 点赞：126万: a total of all of a channel's pages, as reports on channels list them; a page counts its own. */
const CHANNEL_TOTAL = /[：:]\d{1,6}(?:\.\d{1,2})?[万亿]/

/** Whether a line gives the totals of a unit's channels. */
export function givesChannelTotals(plain: string): boolean {
  return CHANNEL_TOTAL.test(plain)
}
/** The marks that stand between the parts of a page. */
const BETWEEN_PARTS = ' []【】（）()|丨/／·>＞<：:,，、.。+↓▼#-'
/** The buttons and headings of pages by their first unit, in their order. */
const PAGE_PARTS_BY_HEAD = new Map<string, string[]>()
for (const name of PAGE_PARTS) {
  const alike = PAGE_PARTS_BY_HEAD.get(name[0] as string)
  if (alike === undefined) PAGE_PARTS_BY_HEAD.set(name[0] as string, [name])
  else alike.push(name)
}

/** Whether a text is longer than so many units without the marks around it. */
function isLongerThan(plain: string, most: number): boolean {
  if (plain.length <= most) return false
  let start = 0
  let end = plain.length
  while (start < end && BETWEEN_PARTS.includes(plain[start] as string)) start++
  while (end > start && BETWEEN_PARTS.includes(plain[end - 1] as string)) end--
  return end - start > most
}

/** Whether the first unit behind marks begins a part of a page or a number: nothing else can be made of them. */
function beginsAsPart(plain: string): boolean {
  for (const unit of plain) if (!BETWEEN_PARTS.includes(unit) && unit.trim() !== '') return PAGE_PARTS_BY_HEAD.has(unit) || /[￥¥\d第共]/.test(unit)
  return false
}

/** How surely a line is made of the buttons of a page and nothing else: 3 of several, 2 of one or two with numbers. */
export function weighPageParts(plain: string): number {
  if (isLongerThan(plain, LONGEST_PAGE_PARTS) || !beginsAsPart(plain)) return 0
  const words = plain
    .replace(/[[\]【】（）()|丨/／·>＞<：:,，、.。+↓▼#-]/g, (mark, at: number) => (mark === '.' && /\d\.\d/.test(plain.slice(at - 1, at + 2)) ? mark : ' '))
    .trim()
  if (words === '' || words.length > LONGEST_PAGE_PARTS) return 0
  if (LONE_PAGE_PARTS.has(words)) return RESIDUE_SCORE
  let parts = 0
  let counts = 0
  for (let at = 0; at < words.length;) {
    const part = words[at] === ' ' ? ' ' : PAGE_PARTS_BY_HEAD.get(words[at] as string)?.find((name) => words.startsWith(name, at))
    COUNT.lastIndex = at
    const length = part?.length ?? COUNT.exec(words)?.[0].length
    if (length === undefined) return 0
    if (part === undefined) counts++
    else if (part !== ' ') parts++
    at += length
  }
  // a row of a table has a name and a number too
  if (counts > 0) return givesChannelTotals(plain) ? 0 : parts >= 3 ? RESIDUE_SCORE : parts > 0 ? 2 : 0
  return parts >= 2 ? RESIDUE_SCORE : 0
}

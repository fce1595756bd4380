import { countHan } from '../text/characters.js'
import { Shelf } from '../text/kept.js'
import { nextOf } from '../text/matches.js'
import type { TextRange } from '../text/range.js'
import type { Block } from '../markdown/block.js'
import { headingOf } from './heading.js'
import { sentencesOf, type Sentence } from './sentence.js'

/** A stretch of a paragraph between two marks (the mark 、 too), with the sentence that it stands in. */
export interface Segment extends TextRange {
  /** the words compared: without 一是, （一） and the like in front */
  readonly words: string
  /** place of its sentence in the block */
  readonly sentence: number
  readonly han: number
  /** whether it opens its sentence or a part of it behind ； */
  readonly isFirst: boolean
  /** place of its part between ； in the block, so that parts can be told apart */
  readonly part: number
  /** whether 、 stands before or behind it: it may be a name in a list */
  readonly isListed: boolean
}

const LEAD =
  /^(?:[一二三四五六七八九十]{1,2}是要?|第[一二三四五六七八九十]{1,2}|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.．]|其[一二三四]|同时|另外|此外|首先|其次|再次|最后) ?/
const MARKS = '，；：。！？、\n'
/** No sentence has so many parts between ；. */
const MOST_PARTS = 0x1000000
const segments = new Shelf<Block, readonly Segment[]>()

/**
 * The segments of a block in reading order, computed once; ranges are offsets in the block's text. What stands inside
 * 《》 or “” belongs to the segment around it: a mark there does not cut.
 */
export function segmentsOf(block: Block): readonly Segment[] {
  let found = segments.get(block)
  if (found === undefined) {
    const cuts: Segment[] = []
    sentencesOf(block).forEach((sentence, index) => {
      cut(sentence, index, cuts)
    })
    segments.set(block, (found = cuts))
  }
  return found
}

/** The end of the heading that a block begins with, or 0: a run-in text may well take up the words of its heading. */
export function headingEnd(block: Block): number {
  return headingOf(block)?.title.end ?? 0
}

/** What a unit is to a segment: 1 a mark, 2 opens what a mark does not cut, 3 closes it. */
const ROLES = new Map<number, 1 | 2 | 3>()
for (const unit of MARKS) ROLES.set(unit.charCodeAt(0), 1)
for (const unit of '《“（') ROLES.set(unit.charCodeAt(0), 2)
for (const unit of '》”）') ROLES.set(unit.charCodeAt(0), 3)

const WITH_ROLE = new RegExp(`[${MARKS}《“（》”）]`, 'g')

function cut(sentence: Sentence, index: number, into: Segment[]): void {
  const { canonical } = sentence
  const { length } = canonical
  let start = 0
  let depth = 0
  let part = 0
  let opener = ''
  for (let i = -1; i < length;) {
    const next = nextOf(WITH_ROLE, canonical, i + 1)
    i = next < 0 ? length : next
    const role = i === length ? 1 : ROLES.get(canonical.charCodeAt(i))
    if (role === 2) depth++
    else if (role === 3) depth = Math.max(0, depth - 1)
    else if (i === length || depth === 0) {
      const unit = canonical[i] ?? '。'
      const text = canonical.slice(start, i)
      const lead = text === '' ? 0 : (LEAD.exec(text)?.[0].length ?? 0)
      if (i > start + lead) {
        const words = lead === 0 ? text : text.slice(lead)
        into.push({
          start: sentence.start + start + lead,
          end: sentence.start + i,
          words,
          sentence: index,
          han: countHan(words),
          isFirst: opener === '' || opener === '；',
          part: index * MOST_PARTS + part,
          isListed: opener === '、' || unit === '、',
        })
      }
      start = i + 1
      opener = unit
      if (unit === '；') part++
    }
  }
}

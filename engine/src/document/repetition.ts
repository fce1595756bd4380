import { countHan } from '../text/characters.js'
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
  readonly part: string
  /** whether 、 stands before or behind it: it may be a name in a list */
  readonly isListed: boolean
}

const LEAD =
  /^(?:[一二三四五六七八九十]{1,2}是要?|第[一二三四五六七八九十]{1,2}|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.．]|其[一二三四]|同时|另外|此外|首先|其次|再次|最后) ?/
const MARKS = '，；：。！？、\n'
const segments = new WeakMap<Block, readonly Segment[]>()

/**
 * The segments of a block in reading order, computed once; ranges are offsets in the block's text. What stands inside
 * 《》 or “” belongs to the segment around it: a mark there does not cut.
 */
export function segmentsOf(block: Block): readonly Segment[] {
  let found = segments.get(block)
  if (found === undefined) {
    found = sentencesOf(block).flatMap((sentence, index) => Array.from(cut(sentence, index)))
    segments.set(block, found)
  }
  return found
}

/** The end of the heading that a block begins with, or 0: a run-in text may well take up the words of its heading. */
export function headingEnd(block: Block): number {
  return headingOf(block)?.title.end ?? 0
}

function* cut(sentence: Sentence, index: number): Generator<Segment> {
  const { canonical } = sentence
  let start = 0
  let depth = 0
  let part = 0
  let opener = ''
  for (let i = 0; i <= canonical.length; i++) {
    const unit = canonical[i] ?? '。'
    if (i < canonical.length && '《“（'.includes(unit)) depth++
    else if (i < canonical.length && '》”）'.includes(unit)) depth = Math.max(0, depth - 1)
    else if (i === canonical.length || (depth === 0 && MARKS.includes(unit))) {
      const text = canonical.slice(start, i)
      const lead = LEAD.exec(text)?.[0].length ?? 0
      if (i > start + lead) {
        yield {
          start: sentence.start + start + lead,
          end: sentence.start + i,
          words: text.slice(lead),
          sentence: index,
          han: countHan(text.slice(lead)),
          isFirst: opener === '' || opener === '；',
          part: `${index}.${part}`,
          isListed: opener === '、' || unit === '、',
        }
      }
      start = i + 1
      opener = unit
      if (unit === '；') part++
    }
  }
}

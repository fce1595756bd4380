import { isHan } from '../text/characters.js'
import type { Segmenter } from '../lexicon/segmenter.js'
import { headingOf } from './heading.js'
import type { PositionedBlock } from './outline.js'
import type { ReportDocument } from './report-document.js'
import { isTitleLike } from './residue-titles.js'

/** A number that a preview page put in front of each piece of the text it showed: `2、` in the middle of a sentence. */
export interface PreviewNumber {
  readonly at: PositionedBlock
  readonly value: number
  /** length of the number and its mark, in units of `block.text` */
  readonly length: number
  /** the paragraph whose sentence the number cuts in two; undefined where it stands between two sentences */
  readonly cut: PositionedBlock | undefined
}

const NUMBER = /^(\d{1,2})、(?=[^\s\d])/
const MIN_PIECE = 40

interface Candidate extends PreviewNumber {
  /** whether the cut shows by itself: a comma before it, a word in two halves, a bracket left open */
  readonly isPlain: boolean
}

/**
 * The preview numbers of a document. They run 1、2、3、 through the whole text and pay no heed to its sentences; a list of
 * the report's own starts each number with a sentence.
 *
 * @param segmenter confirms that a cut goes through a word
 */
export function previewNumbersOf(document: ReportDocument, segmenter: Segmenter): PreviewNumber[] {
  const prose = [...document.prose()]
  const chain: Candidate[] = []
  prose.forEach((at, i) => {
    const match = NUMBER.exec(at.block.text)
    if (match === null) return
    const value = Number(match[1])
    const last = chain[chain.length - 1]
    if (last !== undefined ? value !== last.value + 1 : value > 2) return
    chain.push({ at, value, length: match[0].length, ...cutAt(prose[i - 1], at, match[0].length, segmenter) })
  })
  const cuts = chain.filter(({ cut }) => cut !== undefined)
  const plain = chain.filter(({ isPlain }) => isPlain).length
  const isPreview = chain.length >= 2 && (plain >= 2 || (plain >= 1 && cuts.length >= 2) || (plain === 1 && chain.length <= 3))
  // the last piece is what was left over
  if (!isPreview || !chain.every(({ at, length }, i) => i === chain.length - 1 || at.block.text.length - length >= MIN_PIECE || isTitleLike(at.block)))
    return []
  return chain
}

function cutAt(
  before: PositionedBlock | undefined,
  at: PositionedBlock,
  length: number,
  segmenter: Segmenter,
): { cut: PositionedBlock | undefined; isPlain: boolean } {
  if (before === undefined || isTitleLike(before.block) || before.block.text.length < MIN_PIECE || headingOf(before.block)?.form === 'line')
    return { cut: undefined, isPlain: false }
  const head = before.block.canonical
  const tail = at.block.canonical.slice(length)
  if (/[。！？；：…”’》）】]$/.test(head)) return { cut: undefined, isPlain: false }
  return { cut: before, isPlain: /[，、《“（‘]$/.test(head) || isWordCut(head, tail, segmenter) }
}

/** Whether a word goes over the cut. */
function isWordCut(head: string, tail: string, segmenter: Segmenter): boolean {
  if (!isHan(head.charCodeAt(head.length - 1)) || !isHan(tail.charCodeAt(0))) return false
  const left = head.slice(-5)
  let at = 0
  for (const word of segmenter.segment(left + tail.slice(0, 5))) {
    if (at < left.length && at + word.length > left.length) return true
    at += word.length
  }
  return false
}

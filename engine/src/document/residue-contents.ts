import type { Block } from '../markdown/block.js'
import type { ShapeVerdict } from './residue-shapes.js'

/** `一、主要工作........1`: dots that lead to the number of a page. */
const LEADER = /[.…·．。]{4,200} {0,8}\d{1,3}$/
/** A line of contents whose dots were lost: `二、存在的问题    4`. */
const SPACED = /^[^，。；]{2,40}[ \u3000\t]{2,60}\d{1,3}$/
const HEADING = /^目 {0,8}(?:录|次)$/
const LONGEST = 240
/** Fewer lines with dots are no contents. */
const LEAST = 2

/**
 * The lines of a table of contents that came along with its page numbers: headings said twice, and numbers that are true of no
 * page any more. Doubtful, for the writer may have set it.
 *
 * @returns verdicts by block index
 */
export function contentsLines(blocks: readonly Block[]): Map<number, ShapeVerdict> {
  const verdicts = new Map<number, ShapeVerdict>()
  const dotted = blocks.flatMap((block, i) => (isContents(block) ? [i] : []))
  if (dotted.length < LEAST) return verdicts
  const take = (index: number): void => {
    verdicts.set(index, { kind: 'contents', isCertain: false, evidence: [(blocks[index] as Block).canonical] })
  }
  for (const index of dotted) {
    take(index)
    const above = blocks[index - 1]
    if (above !== undefined && HEADING.test(above.canonical.trim())) take(index - 1)
    for (let next = index + 1; blocks[next] !== undefined && SPACED.test((blocks[next] as Block).canonical); next++) take(next)
  }
  return verdicts
}

/** Whether a line ends in dots and the number of a page. */
export function isContents({ canonical, isProse }: Block): boolean {
  const last = canonical.charCodeAt(canonical.length - 1)
  return isProse && last >= 0x30 && last <= 0x39 && canonical.length <= LONGEST && LEADER.test(canonical)
}

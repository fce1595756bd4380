import type { Block } from '../markdown/block.js'
import { isPlanTitle, yearsIn } from './date-period.js'
import { headingsOf, type BlockHeading } from './heading.js'
import { cutsSentence } from './outline-lines.js'
import { isSilentBody } from './residue.js'
import { isTitleLike } from './residue-titles.js'

/** A shorter line may be a site's name, a button or a piece of a cover; a longer one that begins with an ordinal is none of these. */
const MIN_LINE = 21
/** Lines longer than these are no items of a site's list, and no titles. */
const LENGTHS = [50, 60]
/** A label of a web page ends within so many units. */
const LABEL = 12

/**
 * Whether one numbered line may take the place of another and lines, residue and levels of a report stay as they were: both
 * begin with the same ordinal and hold the one heading that it makes, of the same years and part of the report. The heading's
 * words may be others, and the line may be short.
 *
 * @param editAt where the lines begin to differ, in units of their source
 * @param phrases what the user counts as residue
 */
export function isSameItem(before: Block, after: Block, editAt: number, phrases: readonly string[]): boolean {
  const [was, is] = [headingOfItem(before), headingOfItem(after)]
  if (was?.ordinal === undefined || is?.ordinal === undefined) return false
  const { start } = before.toSource({ start: was.ordinal.end, end: before.text.length })
  return (
    editAt >= start &&
    was.form === is.form &&
    JSON.stringify(was.ordinal) === JSON.stringify(is.ordinal) &&
    isSameLine(before, after) &&
    saysSame(titleOf(before, was), titleOf(after, is)) &&
    isSilentBody(before, after, phrases)
  )
}

/** The heading of a line that has one and no more, with its text set off from it. */
function headingOfItem(block: Block): BlockHeading | undefined {
  const [heading, other] = headingsOf(block)
  return heading === undefined || other !== undefined || heading.isJoinedBefore || heading.isJoinedAfter ? undefined : heading
}

function titleOf({ text }: Block, { title }: BlockHeading): string {
  return text.slice(title.start, title.end)
}

/** Whether what judges lines by their length and marks takes two for the same. */
function isSameLine(a: Block, b: Block): boolean {
  return (
    Math.min(a.text.length, b.text.length) >= MIN_LINE &&
    LENGTHS.every((length) => a.text.length > length === b.text.length > length) &&
    [a, b].every(({ canonical }) => !/[：:]/.test(canonical.slice(0, LABEL))) &&
    /[。；，]/.test(a.canonical) === /[。；，]/.test(b.canonical) &&
    isTitleLike(a) === isTitleLike(b) &&
    cutsSentence(a.canonical) === cutsSentence(b.canonical)
  )
}

/** Whether two titles are of the same years and both or neither of a plan: the figures below them are read by that. */
function saysSame(a: string, b: string): boolean {
  return a === b || (yearsIn(a).join() === yearsIn(b).join() && isPlanTitle(a) === isPlanTitle(b))
}

import { ceilToCodePoint, floorToCodePoint, splitLines, type TextEdit } from '@gongwen/engine'
import { diffArrays } from 'diff'

/**
 * The edits that turn one text into another, as small as lines allow: a line that did not change is not touched, and of
 * one that did only the middle. Offsets are of `before`.
 *
 * @example From `二、甲\n四、乙` to `二、甲\n三、乙` it is one edit, of `四`.
 */
export function lineEdits(before: string, after: string): TextEdit[] {
  const edits: TextEdit[] = []
  let at = 0
  let removed: readonly string[] = []
  let added: readonly string[] = []
  const flush = (): void => {
    // as many lines as before: each was changed in its place
    if (removed.length === added.length) removed.forEach((line, i) => (at = push(edits, at, line, added[i] as string)))
    else at = push(edits, at, removed.join(''), added.join(''))
    removed = []
    added = []
  }
  for (const part of diffArrays(linesOf(before), linesOf(after))) {
    if (part.removed) removed = part.value
    else if (part.added) added = part.value
    else {
      flush()
      at += part.value.reduce((length, line) => length + line.length, 0)
    }
  }
  flush()
  return edits
}

function linesOf(text: string): string[] {
  return splitLines(text).map(({ start, next }) => text.slice(start, next))
}

/** Adds the edit of one piece, trimmed to what differs, and gives the offset behind the piece. */
function push(edits: TextEdit[], at: number, before: string, after: string): number {
  if (before !== after) {
    const most = Math.min(before.length, after.length)
    let head = 0
    while (head < most && before[head] === after[head]) head++
    head = Math.min(floorToCodePoint(before, head), floorToCodePoint(after, head))
    let tail = 0
    while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
    tail = Math.min(before.length - ceilToCodePoint(before, before.length - tail), after.length - ceilToCodePoint(after, after.length - tail))
    edits.push({ start: at + head, end: at + before.length - tail, newText: after.slice(head, after.length - tail) })
  }
  return at + before.length
}

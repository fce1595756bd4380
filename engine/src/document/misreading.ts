import { rangeOf, type TextRange } from '../text/range.js'

/** So much of a text tells in which encoding it was read; every keystroke asks. */
const SAMPLE = 1000
/** Fewer signs than this may be damage of a few words. */
const FEWEST = 12
/** Share of the characters beyond ASCII that no decoder could read: nine in ten of GBK read as UTF-8. */
const LOST = 0.5
/** Share of the characters beyond ASCII that UTF-8 read as GBK is full of: one in seven there, one in a hundred elsewhere. */
const MISREAD = 0.08
/** Share of all characters that are Western letters with signs: nearly all of GBK read as Western, one in seven of French. */
const WESTERN = 0.4
/** A place that is pointed at is no longer than this. */
const LONGEST = 40

/** Characters that come of UTF-8 read as GB and that no report uses. */
export const MISREAD_UNITS = '鈥銆锛鐨鍙鏁鍚鍦鍏鍩鍔璁瀛閮鑲涓绗鏄鐢缁忔湪鎴戞潵祹璇熷睍敓暀偛'
const MISREAD_CODES = new Set(Array.from(MISREAD_UNITS, (character) => character.charCodeAt(0)))

/**
 * Where the first characters stand that were read in a wrong encoding, when the whole text was: GBK as UTF-8, UTF-8 as GBK,
 * either as a Western encoding. Nothing for a text that holds some damage only. The range is of the whole text.
 */
export function misreadingIn(text: string): TextRange | undefined {
  const end = Math.min(text.length, SAMPLE)
  let [wide, lost, misread, western] = [0, 0, 0, 0]
  let first = -1
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) continue
    wide++
    if (code === 0xfffd) lost++
    else if (code < 0x100) western++
    else if (MISREAD_CODES.has(code)) misread++
    else continue
    if (first < 0) first = i
  }
  const isMisread =
    (lost >= FEWEST && lost >= wide * LOST) || (misread >= FEWEST && misread >= wide * MISREAD) || (western >= FEWEST && western >= end * WESTERN)
  return isMisread ? rangeOf(first, endOfRun(text, first)) : undefined
}

/** The end of the characters beyond ASCII that begin at an offset, on one line and not too many. */
function endOfRun(text: string, start: number): number {
  let end = start
  while (end < text.length && end < start + LONGEST && text.charCodeAt(end) >= 0x80) end++
  return end
}

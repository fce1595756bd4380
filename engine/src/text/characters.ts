/** Whether a UTF-16 unit is a Chinese character of the basic plane (surrogates of rarer ones count as Chinese too). */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || (code >= 0xd840 && code <= 0xd888) || code === 0x3007
}

/** Whether a UTF-16 unit is full-width Chinese punctuation as GB/T 15834 uses it. */
export function isChinesePunctuation(code: number): boolean {
  return (
    (code >= 0x3001 && code <= 0x3003) ||
    (code >= 0x3008 && code <= 0x3011) ||
    code === 0x3014 ||
    code === 0x3015 ||
    code === 0x301c ||
    code === 0x301d ||
    code === 0x301e ||
    code === 0x2014 ||
    code === 0x2018 ||
    code === 0x2019 ||
    code === 0x201c ||
    code === 0x201d ||
    code === 0x2026 ||
    code === 0xff01 ||
    code === 0xff08 ||
    code === 0xff09 ||
    code === 0xff0c ||
    code === 0xff1a ||
    code === 0xff1b ||
    code === 0xff1f
  )
}

/** Whether a UTF-16 unit belongs to Chinese text: a character or a full-width mark. */
export function isChinese(code: number): boolean {
  return isHan(code) || isChinesePunctuation(code)
}

/** ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** ASCII letter. */
export function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}

/** White space of one line, full-width, no-break and zero-width included. */
export function isBlankCode(code: number): boolean {
  return (
    code === 32 ||
    code === 9 ||
    code === 11 ||
    code === 12 ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0xfeff
  )
}

/** The offset of the first unit at or after `from` that is no white space, or `to`. */
export function skipBlanks(text: string, from = 0, to = text.length): number {
  while (from < to && isBlankCode(text.charCodeAt(from))) from++
  return from
}

/** The offset after the last unit before `to` that is no white space, or `from`. */
export function skipBlanksBack(text: string, to = text.length, from = 0): number {
  while (to > from && isBlankCode(text.charCodeAt(to - 1))) to--
  return to
}

/** Number of Chinese characters in a text. */
export function countHan(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) if (isHan(text.charCodeAt(i))) count++
  return count
}

/** Whether a text has so many Chinese characters; of a long text only its start is read. */
export function hasHan(text: string, least: number): boolean {
  if (text.length < least) return false
  let count = 0
  for (let i = 0; i < text.length && count < least; i++) if (isHan(text.charCodeAt(i))) count++
  return count >= least
}

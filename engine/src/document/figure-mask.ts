import { isDigit } from '../text/characters.js'

const LONGEST_NAME = 28

/**
 * The end of the place that an opening mark begins where numbers are names: 《…》, a short quotation, 〔…〕, and the numbers
 * alone in brackets of a list, （3）; the mark's own offset where it begins none.
 */
export function endOfName(text: string, at: number): number {
  switch (text.charCodeAt(at)) {
    case 0x300a: // 《
      return closing(text, at, '》', 120)
    case 0x3014: // 〔
      return closing(text, at, '〕', 12)
    case 0x201c: // “
      return closing(text, at, '”', LONGEST_NAME)
    case 0x2018: // ‘
      return closing(text, at, '’', LONGEST_NAME)
    case 0xff08: // （
      return listNumber(text, at)
    default:
      return at
  }
}

function listNumber(text: string, at: number): number {
  if (!isDigit(text.charCodeAt(at + 1))) return at
  const close = isDigit(text.charCodeAt(at + 2)) ? at + 3 : at + 2
  return text.charCodeAt(close) === 0xff09 ? close + 1 : at
}

function closing(text: string, at: number, mark: string, longest: number): number {
  const length = text.slice(at + 1, at + 1 + longest).indexOf(mark)
  return length < 0 ? at : at + length + 2
}

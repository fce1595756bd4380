import type { TextRange } from '../text/range.js'

const LONGEST_NAME = 28

/**
 * The places of a canonical sentence where numbers are names: inside 《…》, inside short quotations, inside 〔…〕, and the
 * numbers alone in brackets of a list, （3）.
 */
export function namesIn(text: string): TextRange[] {
  const names: TextRange[] = []
  let at = 0
  while (at < text.length) {
    const end = endOfName(text, at)
    if (end > at) names.push({ start: at, end })
    at = Math.max(end, at + 1)
  }
  return names
}

function endOfName(text: string, at: number): number {
  switch (text[at]) {
    case '《':
      return closing(text, at, '》', 120)
    case '〔':
      return closing(text, at, '〕', 12)
    case '“':
      return closing(text, at, '”', LONGEST_NAME)
    case '‘':
      return closing(text, at, '’', LONGEST_NAME)
    case '（':
      return /^（\d{1,2}）/.test(text.slice(at, at + 4)) ? text.indexOf('）', at) + 1 : at
    default:
      return at
  }
}

function closing(text: string, at: number, mark: string, longest: number): number {
  const length = text.slice(at + 1, at + 1 + longest).indexOf(mark)
  return length < 0 ? at : at + length + 2
}

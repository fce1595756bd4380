/**
 * Canonical characters of a piece of text: the same length, so that an offset in one is an offset in the other, with
 * the variants of a mark brought together, so that every grammar above is written once.
 *
 * What was not canonical is not lost: rules of the group `punctuation` and `residue` compare the two texts and report.
 */
import { isChinese, isDigit, isHan, isLetter } from './characters.js'
import { matchesOf } from './matches.js'

const NEEDS_WORK = /[\t"().,:;!?\u00a0\u2000-\u200b\u202f\u3000\u301d\u301e\u3014\u3015\ufeff\uff02\uff05\uff0e\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/
const HALF_TO_FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' }
const MAX_BRACKETED = 80
const TITLE_IN_QUESTION_MARKS = /\?([^?。！？\n]{4,60})\?/g
/** What stands before the semicolon of `&ldquo;`, which is no mark. */
const ENTITY_NAME = /&[a-z]{2,8}$/i
const DOCUMENT_NUMBER = /^〔(?:19|20)\d\d〕第?\d{1,5}号/

/**
 * The canonical form of one block's or line's text (no line breaks expected, though they do no harm).
 *
 * - white space of every kind becomes a plain space
 * - `〞` and `〝` become `”` and `“`; `〔…〕` becomes `（…）` unless it holds the year of a document number (GB/T 9704)
 * - half-width `, ; : ! ? ( )` beside Chinese become full-width; `1,234`, `10:39`, Latin text stay; a point between
 *   Chinese, or behind Chinese at the end, becomes `。`, but not that of an ordinal
 * - `?…?` around a title becomes `《…》`; straight quotes around Chinese become `“` and `”` in turn
 * - full-width digits, letters, `％` become ASCII
 *
 * @returns a text of exactly the same length
 */
export function canonicalise(text: string): string {
  if (!NEEDS_WORK.test(text)) return text
  const units: Replacements = new Map()
  convertTitles(text, units)
  convertStraightQuotes(text, units)
  convertBrackets(text, units)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (VARIES[code] === 0 || units.has(i)) continue
    const unit = canonicalUnit(text, i)
    if (unit !== text[i]) units.set(i, unit)
  }
  return replaced(text, units)
}

/** The units that change, by their places. */
type Replacements = Map<number, string>

/** Which units `canonicalUnit` may change. */
const VARIES = new Uint8Array(0x10000)
for (const unit of '\t.,:;!?\u00a0\u202f\u3000\u301d\u301e\u3014\u3015\ufeff\uff02\uff05\uff0e') VARIES[unit.charCodeAt(0)] = 1
for (const [first, last] of [
  [0x2000, 0x200b],
  [0xff10, 0xff19],
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
] as const)
  VARIES.fill(1, first, last + 1)

function replaced(text: string, units: Replacements): string {
  if (units.size === 0) return text
  let result = ''
  let from = 0
  for (const [at, unit] of [...units].sort(([a], [b]) => a - b)) {
    result += text.slice(from, at) + unit
    from = at + 1
  }
  return result + text.slice(from)
}

/**
 * Half-width brackets become full-width in pairs, when either stands beside Chinese or Chinese stands between them; one
 * without its partner when it stands beside Chinese itself.
 */
function convertBrackets(text: string, units: Replacements): void {
  if (!/[()]/.test(text)) return
  let open: number[] = []
  const convert = (i: number): void => {
    if (text[i] === '(') units.set(i, '（')
    else if (text[i] === ')') units.set(i, '）')
  }
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]
    if (unit === '\n') open = []
    if (unit === '(' || unit === '（') open.push(i)
    else if (unit === ')' || unit === '）') {
      const start = open.pop()
      const isPair = start !== undefined && i - start <= MAX_BRACKETED
      if (besideChinese(text, i) || (isPair && (besideChinese(text, start) || /[\u4e00-\u9fff]/.test(text.slice(start, i))))) {
        convert(i)
        if (isPair) convert(start)
      }
    }
  }
  for (const i of open) if (besideChinese(text, i)) convert(i)
}

/** Straight quotes in turn open and close; a pair is Chinese when one of the two stands beside Chinese. Of an odd number none can be told. */
function convertStraightQuotes(text: string, units: Replacements): void {
  if (!/["＂]/.test(text)) return
  const places: number[] = []
  for (let i = 0; i < text.length; i++) if (text[i] === '"' || text[i] === '＂') places.push(i)
  if (places.length % 2 === 1) return
  for (let k = 0; k < places.length; k += 2) {
    const pair = places.slice(k, k + 2)
    if (!pair.some((i) => besideChinese(text, i))) continue
    pair.forEach((i, end) => units.set(i, end === 0 ? '“' : '”'))
  }
}

function convertTitles(text: string, units: Replacements): void {
  if (!text.includes('?')) return
  for (const match of matchesOf(TITLE_IN_QUESTION_MARKS, text)) {
    if (!/[\u4e00-\u9fff]{2}/.test(match[1] as string)) continue
    units.set(match.index, '《')
    units.set(match.index + match[0].length - 1, '》')
  }
}

function canonicalUnit(text: string, i: number): string {
  const unit = text[i] as string
  const code = text.charCodeAt(i)
  if (code === 9 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0xfeff) return ' '
  if (code === 0x301e) return '”'
  if (code === 0x301d) return '“'
  if (code === 0x3014) return DOCUMENT_NUMBER.test(text.slice(i, i + 14)) ? unit : '（'
  if (code === 0x3015) return DOCUMENT_NUMBER.test(text.slice(Math.max(0, i - 5), i + 9)) ? unit : '）'
  if (code === 0xff05) return '%'
  if ((code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a)) {
    return String.fromCharCode(code - 0xfee0)
  }
  if (code === 0xff0e) return isAnyDigit(text.charCodeAt(i - 1)) && isAnyDigit(text.charCodeAt(i + 1)) ? '.' : unit
  if (unit === '.') return isChineseStop(text, i) ? '。' : unit
  if (unit === ';' && ENTITY_NAME.test(text.slice(Math.max(0, i - 9), i))) return unit
  const full = HALF_TO_FULL[unit]
  return full !== undefined && isChineseUse(text, i) ? full : unit
}

/** Whether a half-width mark stands in Chinese text and not inside a number, a time, or Latin text. */
function isChineseUse(text: string, i: number): boolean {
  const before = text.charCodeAt(i - 1)
  const after = text.charCodeAt(i + 1)
  if (isDigit(before) && isDigit(after)) return false
  // 去年20%,今年30%; 达41%; at the end: behind a percentage of a Chinese sentence the mark is Chinese
  if ((before === 0x25 || before === 0xff05) && !isLetter(after) && /[\u4e00-\u9fff]/.test(text.slice(Math.max(0, i - 16), i))) return true
  return besideChinese(text, i)
}

/** A point that ends a Chinese sentence: behind Chinese, before Chinese or nothing; not that of 一. or of an ellipsis. */
function isChineseStop(text: string, i: number): boolean {
  const before = text[i - 1] ?? ''
  if (!isHan(text.charCodeAt(i - 1)) && !/[”》）)"〞〉]/.test(before)) return false
  const after = text[i + 1]
  if (after !== undefined && !isHan(text.charCodeAt(i + 1)) && !/[“《（"”\s]/.test(after)) return false
  return !/^[\s（(〔]{0,4}[一二三四五六七八九十百]{1,5}[）)〕]?$|第[一二三四五六七八九十]{1,3}(?:部分|[章节篇])$/.test(text.slice(Math.max(0, i - 12), i))
}

function besideChinese(text: string, i: number): boolean {
  return isChinese(text.charCodeAt(i - 1)) || isChinese(text.charCodeAt(i + 1)) || (text[i + 1] === ' ' && isHan(text.charCodeAt(i + 2)))
}

function isAnyDigit(code: number): boolean {
  return isDigit(code) || (code >= 0xff10 && code <= 0xff19)
}

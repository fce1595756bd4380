import { isBlankCode, isDigit, isHan, isLetter } from '../text/characters.js'
import { EVASIVE_WORDS, LOOK_ALIKES } from '../lexicon/residue-phrases.js'
import { TermMatcher } from '../lexicon/term-matcher.js'

/** A text made comparable with the phrases of sites. No offsets: what is found in it is found in the whole piece. */
export interface FoldedText {
  /** lower case, no blanks, no invisible characters, look-alikes and evasive spellings brought back; marks kept */
  readonly plain: string
  /** Chinese characters, letters and digits of `plain` alone */
  readonly bare: string
  /** how many marks stand between Chinese characters where no writer puts them: `公众@号`, `更{多}` */
  readonly jammers: number
}

const JAMMERS = '{}[]@#%&^$\\*~|【】〔〕'
const HAS_JAMMER = /[{}[\]@#%&^$\\*~|【】〔〕]/

/** Folds a piece of text whose characters are canonical already. */
export function foldText(canonical: string): FoldedText {
  const plain = replaceWords(fold(canonical))
  return {
    plain,
    get bare() {
      return bareOf(plain)
    },
    jammers: countJammers(plain),
  }
}

function bareOf(plain: string): string {
  let bare = ''
  for (let i = 0; i < plain.length; i++) {
    const code = plain.charCodeAt(i)
    if (isHan(code) || isDigit(code) || isLetter(code)) bare += plain[i] as string
  }
  return replaceWords(bare)
}

/** Which UTF-16 units fold to something else than themselves; those beyond CJK may, and are looked at one by one. */
const FOLDED = new Uint8Array(0x10000).fill(1)
FOLDED.fill(0, 0x21, 0x7f).fill(1, 0x41, 0x5b).fill(0, 0x2010, 0x2028).fill(0, 0x3001, 0xa000)
for (const unit of LOOK_ALIKES.keys()) FOLDED[unit.charCodeAt(0)] = 1

function isFolded(canonical: string): boolean {
  for (let i = 0; i < canonical.length; i++) if (FOLDED[canonical.charCodeAt(i)] === 1) return false
  return true
}

function fold(canonical: string): string {
  if (isFolded(canonical)) return canonical
  let folded = ''
  for (let i = 0; i < canonical.length; i++) {
    const code = canonical.charCodeAt(i)
    if (isBlankCode(code) || isInvisible(code)) continue
    const unit = canonical[i] as string
    folded += LOOK_ALIKES.get(unit) ?? unit
  }
  return folded.toLowerCase()
}

/** Zero-width characters, direction marks and the soft hyphen. */
export function isInvisible(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064) ||
    code === 0xfeff ||
    code === 0xad ||
    code === 0x180e
  )
}

const EVASIONS = new TermMatcher(EVASIVE_WORDS.map(([text]) => ({ text, value: true })))

function replaceWords(text: string): string {
  let result = text
  // one replacement may make the place of another
  if (EVASIONS.match(text).length === 0) return text
  for (const [from, to] of EVASIVE_WORDS) if (result.includes(from)) result = result.replaceAll(from, to)
  return result
}

/** Marks with a Chinese character on each side, brackets only when they hold at most one character. */
function countJammers(plain: string): number {
  if (!HAS_JAMMER.test(plain)) return 0
  let count = 0
  for (let i = 1; i + 1 < plain.length; i++) {
    const unit = plain[i] as string
    if (!JAMMERS.includes(unit) || !isHan(plain.charCodeAt(i - 1))) continue
    if (
      '【〔['.includes(unit)
        ? /^.[\u4e00-\u9fff]?[】〕\]][\u4e00-\u9fff]/.test(plain.slice(i, i + 4)) || !/[】〕\]]/.test(plain.slice(i, i + 40))
        : '】〕]'.includes(unit)
          ? !/[【〔[]/.test(plain.slice(Math.max(0, i - 40), i))
          : isHan(plain.charCodeAt(i + 1))
    )
      count++
  }
  return count
}

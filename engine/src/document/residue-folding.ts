import { isBlankCode, isDigit, isHan, isLetter } from '../text/characters.js'
import { EVASIVE_WORDS, LOOK_ALIKES } from '../lexicon/residue-phrases.js'

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

/** Folds a piece of text whose characters are canonical already. */
export function foldText(canonical: string): FoldedText {
  const plain = replaceWords(fold(canonical))
  let bare = ''
  for (let i = 0; i < plain.length; i++) {
    const code = plain.charCodeAt(i)
    if (isHan(code) || isDigit(code) || isLetter(code)) bare += plain[i] as string
  }
  return { plain, bare: replaceWords(bare), jammers: countJammers(plain) }
}

function fold(canonical: string): string {
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

function replaceWords(text: string): string {
  let result = text
  for (const [from, to] of EVASIVE_WORDS) if (result.includes(from)) result = result.replaceAll(from, to)
  return result
}

/** Marks with a Chinese character on each side, brackets only when they hold at most one character. */
function countJammers(plain: string): number {
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

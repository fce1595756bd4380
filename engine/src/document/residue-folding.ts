import { isBlankCode, isDigit, isHan, isLetter } from '../text/characters.js'
import { EVASIVE_WORDS, LOOK_ALIKES, RESIDUE_WORDS, type ResidueWord } from '../lexicon/residue-phrases.js'
import type { TermMatch } from '../lexicon/term-matcher.js'

/** A text made comparable with the phrases of sites. No offsets: what is found in it is found in the whole piece. */
export interface FoldedText {
  /** lower case, no blanks, no invisible characters, look-alikes and evasive spellings brought back; marks kept */
  readonly plain: string
  /** the kinds of units that `plain` may hold: a bit of `UnitKind` is missing only where no unit is of that kind */
  readonly kinds: number
  /** every word of the lexicon of residue in `plain`, by place */
  readonly words: readonly TermMatch<ResidueWord>[]
  /** how many marks stand between Chinese characters where no writer puts them: `公众@号`, `更{多}` */
  readonly jammers: number
}

/** Kinds of units that signs of residue cannot do without, one bit each. */
export const UnitKind = { letter: 2, quote: 4, jammer: 8, arrow: 16 } as const
const ALL_KINDS = 0xff
const JAMMERS = '{}[]@#%&^$\\*~|【】〔〕'

/** The kinds of each UTF-16 unit; the lowest bit is set where it may fold to something else than itself. */
const KINDS = new Uint8Array(0x10000).fill(1)
const FOLDS = 1
for (const [first, end] of [
  [0x21, 0x41],
  [0x5b, 0x7f],
  [0x2010, 0x2028],
  [0x3001, 0xa000],
  // full-width marks
  [0xff01, 0xff21],
  [0xff3b, 0xff41],
  [0xff5b, 0xff60],
] as const)
  KINDS.fill(0, first, end)
for (const unit of LOOK_ALIKES.keys()) addKind(unit, FOLDS)
for (let code = 0; code < 0x80; code++) if (isLetter(code)) addKind(String.fromCharCode(code), UnitKind.letter)
for (const unit of '“”‘’「」『』《') addKind(unit, UnitKind.quote)
for (const unit of JAMMERS) addKind(unit, UnitKind.jammer)
for (const unit of '>＞»›') addKind(unit, UnitKind.arrow)

function addKind(unit: string, kind: number): void {
  KINDS[unit.charCodeAt(0)] = (KINDS[unit.charCodeAt(0)] as number) | kind
}

/** Folds a piece of text whose characters are canonical already, and finds the words of the lexicon in it. */
export function foldText(canonical: string): FoldedText {
  const folded = fold(canonical)
  const words = RESIDUE_WORDS.match(folded.plain)
  if (!words.some(({ value }) => value.lexicon === 'evasion')) {
    const { plain, kinds } = folded
    return { plain, kinds, words, jammers: (kinds & UnitKind.jammer) === 0 ? 0 : countJammers(plain) }
  }
  const plain = replaceWords(folded.plain)
  return { plain, kinds: ALL_KINDS, words: RESIDUE_WORDS.match(plain), jammers: countJammers(plain) }
}

/** Chinese characters, letters and digits of a folded text alone. */
export function bareOf(plain: string): string {
  let bare = ''
  for (let i = 0; i < plain.length; i++) {
    const code = plain.charCodeAt(i)
    if (isHan(code) || isDigit(code) || isLetter(code)) bare += plain[i] as string
  }
  return RESIDUE_WORDS.match(bare).some(({ value }) => value.lexicon === 'evasion') ? replaceWords(bare) : bare
}

function fold(canonical: string): Pick<FoldedText, 'plain' | 'kinds'> {
  let folded = ''
  let from = 0
  let kinds = 0
  let isCased = false
  for (let i = 0; i < canonical.length; i++) {
    const code = canonical.charCodeAt(i)
    const own = KINDS[code] as number
    kinds |= own
    if ((own & FOLDS) === 0) continue
    const unit = canonical[i] as string
    if (isBlankCode(code) || isInvisible(code)) folded += canonical.slice(from, i)
    else {
      const other = LOOK_ALIKES.get(unit) ?? unit
      // what else it may be is not looked into
      kinds = ALL_KINDS
      isCased = true
      folded += canonical.slice(from, i) + other
    }
    from = i + 1
  }
  const plain = from === 0 ? canonical : folded + canonical.slice(from)
  return { plain: isCased ? plain.toLowerCase() : plain, kinds }
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

/** Brings evasive spellings back. */
function replaceWords(text: string): string {
  let result = text
  // one replacement may make the place of another
  for (const [from, to] of EVASIVE_WORDS) if (result.includes(from)) result = result.replaceAll(from, to)
  return result
}

/** Marks with a Chinese character on each side, brackets only when they hold at most one character. */
function countJammers(plain: string): number {
  let count = 0
  for (let i = 1; i + 1 < plain.length; i++) {
    if (((KINDS[plain.charCodeAt(i)] as number) & UnitKind.jammer) === 0 || !isHan(plain.charCodeAt(i - 1))) continue
    const unit = plain[i] as string
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

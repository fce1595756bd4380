import { isChinesePunctuation, isDigit, isLetter } from '../text/characters.js'
import { Block, type BlockKind } from './block.js'
import { keepOrdinal, WEB_WORDS, type TrimmedLine } from './inline.js'

/** Marks besides `**`, `|` and `-`, and control characters: a line with one of these is read by remark. */
const OTHER_MARKS = /[`_[\]<>&\\~\p{Cc}]/u
const BULLET = '- '
const DELIMITER_CELL = /^:?-{1,40}:?$/
const ASTERISK = 0x2a
const BAR = 0x7c

/** A line's prose and where each unit of it stands in the trimmed line; the place of the first alone where all follow it. */
interface Prose {
  readonly text: string
  readonly places: readonly number[] | number
}

/**
 * Reads a run of adjacent lines whose Markdown is what reports mostly have: lines with `**words**` in them, a list of `- `,
 * a table. Gives the blocks that remark would lead to (a property test compares them), at a hundredth of its cost.
 *
 * @returns nothing where any line holds anything else: then remark has to read the run
 */
export function readCommonMarks(lines: readonly TrimmedLine[]): Block[] | undefined {
  const first = (lines[0] as TrimmedLine).trimmed
  const read = first.startsWith(BULLET) ? readItem : first.charCodeAt(0) === BAR ? undefined : readParagraph
  if (lines.some(({ trimmed }) => OTHER_MARKS.test(trimmed) || WEB_WORDS.test(trimmed))) return undefined
  if (read === undefined) return readTable(lines)
  const blocks: Block[] = []
  for (const line of lines) {
    const block = read(line)
    if (block === undefined) return undefined
    blocks.push(block)
  }
  return blocks
}

function readItem(line: TrimmedLine): Block | undefined {
  const { trimmed } = line
  if (!trimmed.startsWith(BULLET) || !startsWords(trimmed, BULLET.length)) return undefined
  const prose = withoutStrong(trimmed, BULLET.length)
  return prose && blockOf('list-item', line, prose)
}

function readParagraph(line: TrimmedLine): Block | undefined {
  const { trimmed } = line
  // an ordinal makes no list here: what stands behind it is read as the paragraph goes on
  if (!startsWords(keepOrdinal(trimmed), 0)) return undefined
  const prose = withoutStrong(trimmed, 0)
  return prose && blockOf('paragraph', line, prose)
}

/** Whether what stands at a place is sure to begin words and no list, heading, table or rule: a Chinese unit or a figure, in `**` or not. */
function startsWords(line: string, at: number): boolean {
  const from = line.startsWith('**', at) ? at + 2 : at
  const code = line.charCodeAt(from)
  if (isIdeograph(code) || isChinesePunctuation(code)) return true
  return isDigit(code) && !/^\d{1,9}[.)](?:[ \t]|$)/.test(line.slice(from, from + 12))
}

function blockOf(kind: BlockKind, { source, indent }: TrimmedLine, { text, places }: Prose): Block {
  if (typeof places === 'number') return new Block(kind, source, text, places + indent)
  const map = new Int32Array(places.length)
  for (let i = 0; i < map.length; i++) map[i] = (places[i] as number) + indent
  return new Block(kind, source, text, map)
}

/**
 * The words of a line without the `**` around some of them; nothing when an asterisk stands there in any other way, or
 * when what stands beside it leaves open whether it opens, closes or is a character.
 */
function withoutStrong(line: string, from: number): Prose | undefined {
  if (line.includes('|', from)) return undefined
  let at = line.indexOf('*', from)
  if (at < 0) return { text: line.slice(from), places: from }
  let text = ''
  const places: number[] = []
  let copied = from
  for (let isOpen = false; ; isOpen = !isOpen) {
    const end = at < 0 ? line.length : at
    text += line.slice(copied, end)
    for (let i = copied; i < end; i++) places.push(i)
    if (at < 0) return isOpen ? undefined : { text, places }
    if (!isStrongMark(line, from, at, isOpen)) return undefined
    copied = at + 2
    at = line.indexOf('*', copied)
  }
}

/** Whether two asterisks at a place surely close (or open) strong words: CommonMark's flanking rules, where they leave no doubt. */
function isStrongMark(line: string, from: number, at: number, isClosing: boolean): boolean {
  if (line.charCodeAt(at + 1) !== ASTERISK || line.charCodeAt(at + 2) === ASTERISK) return false
  const [inner, outer] = isClosing ? [at - 1, at + 2] : [at + 2, at - 1]
  const within = line.charCodeAt(inner)
  if (isWordUnit(within)) return true
  // punctuation inside needs punctuation or an end of the line outside
  const isOuterMark = outer < from || outer >= line.length || isChinesePunctuation(line.charCodeAt(outer))
  return isOuterMark && (isChinesePunctuation(within) || within === 0x25)
}

/** Units that are neither white space nor punctuation. */
function isWordUnit(code: number): boolean {
  return isIdeograph(code) || isDigit(code) || isLetter(code)
}

function isIdeograph(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff
}

/** Rows between bars with a line of dashes below the first, each of as many cells. */
function readTable(lines: readonly TrimmedLine[]): Block[] | undefined {
  const cells = lines.map(({ trimmed }) => cellsOf(trimmed))
  const columns = cells[0]?.length
  const delimiters = cells[1]
  if (delimiters === undefined || !delimiters.every(({ start, end }) => DELIMITER_CELL.test((lines[1] as TrimmedLine).trimmed.slice(start, end))))
    return undefined
  if (cells.some((row) => row?.length !== columns)) return undefined
  return lines.map((line, i) =>
    i === 1 ? new Block('separator', line.source, '', new Int32Array(0)) : blockOf('table-row', line, proseOfRow(line.trimmed, cells[i] as Cell[])),
  )
}

interface Cell {
  readonly start: number
  readonly end: number
}

/** The cells of a row without the spaces around their words; nothing when it does not stand between bars or holds another mark. */
function cellsOf(line: string): Cell[] | undefined {
  const last = line.length - 1
  if (last < 1 || line.charCodeAt(0) !== BAR || line.charCodeAt(last) !== BAR || line.includes('*')) return undefined
  const cells: Cell[] = []
  for (let bar = 0; bar < last;) {
    const next = line.indexOf('|', bar + 1)
    let start = bar + 1
    let end = next
    while (start < end && line.charCodeAt(start) === 0x20) start++
    while (end > start && line.charCodeAt(end - 1) === 0x20) end--
    cells.push({ start, end })
    bar = next
  }
  return cells
}

/** The words of a row, `\n` between cells; the break stands where the next cell that is not empty begins. */
function proseOfRow(line: string, cells: readonly Cell[]): Prose {
  let text = ''
  const places: number[] = []
  let column = 0
  cells.forEach(({ start, end }, i) => {
    if (start === end) return
    for (; column < i; column++) {
      text += '\n'
      places.push(start)
    }
    text += line.slice(start, end)
    for (let at = start; at < end; at++) places.push(at)
  })
  return { text, places }
}

import { formatOrdinal, readOrdinal, type Ordinal, type ReportDocument, type Section, type SourceLine, type TextEdit } from '@gongwen/engine'

const MOST: Readonly<Record<string, number>> = { circled: 20 }
/** Lines between two items of a list: none, or one that is blank. */
const MOST_LINES_BETWEEN = 1

/**
 * What Enter brings with it behind a numbered line: the next number; or, behind a line that holds nothing but the number
 * that Enter brought, that number's removal.
 *
 * A line goes on when it is an item of a list: a numbered paragraph, or a heading under which nothing stands and before
 * which one stands that has nothing under it either. Behind a heading with text to come, Enter only breaks the line.
 *
 * @param offset where the caret stands after Enter, of the whole text, the line break being part of it already
 * @returns edits of the whole text; none where Enter is to be no more than Enter
 * @example Behind `1.排查隐患12处。` it is an insertion of `2.`.
 */
export function continueAt(document: ReportDocument, offset: number): TextEdit[] {
  const lineNumber = document.lines.lineAt(offset)
  const line = document.lines.line(lineNumber) as SourceLine
  const above = document.lines.line(lineNumber - 1)
  if (above === undefined || document.text.slice(line.start, line.end).trim() !== '') return []
  const written = wordsOf(document, lineNumber - 1)
  if (isBrought(document, lineNumber - 1, written)) return [{ start: above.start, end: line.end, newText: '' }]
  const section = sectionOn(document, lineNumber - 1)
  if (section === undefined || !isItem(document, section)) return []
  const next = nextMark(written)
  if (next === undefined) return []
  const gap = isSpaced(document, section) ? document.text.slice(above.end, above.next) : ''
  return [{ start: line.start, end: line.end, newText: gap + next }]
}

function wordsOf({ text, lines }: ReportDocument, lineNumber: number): string {
  const line = lines.line(lineNumber)
  return line === undefined ? '' : text.slice(line.start, line.end)
}

/** Whether a line is the number alone that Enter put behind the line above. */
function isBrought(document: ReportDocument, lineNumber: number, written: string): boolean {
  if (written.trim() === '') return false
  for (let i = lineNumber - 1; i >= Math.max(0, lineNumber - 1 - MOST_LINES_BETWEEN); i--) {
    const above = wordsOf(document, i)
    if (above.trim() !== '') return nextMark(above)?.trimEnd() === written.trimEnd()
  }
  return false
}

/** The section whose heading or item begins on a line; 第二部分 opens a part and is no item. */
function sectionOn({ outline }: ReportDocument, lineNumber: number): Section | undefined {
  const section = outline.sections.find(({ heading }) => heading?.at.firstLine === lineNumber && !heading.isJoinedBefore && heading.ordinal !== undefined)
  const style = section?.heading?.ordinal?.style
  return style === 'part' || style === 'chapter' || style === 'section' ? undefined : section
}

function isItem(document: ReportDocument, section: Section): boolean {
  const { heading, parent } = section
  const siblings = (parent?.children ?? []).filter((other) => other.heading?.ordinal?.style === heading?.ordinal?.style)
  const at = siblings.indexOf(section)
  // a number that is taken already would have to be given twice
  if (siblings[at + 1]?.heading?.ordinal?.value === (heading?.ordinal?.value ?? 0) + 1) return false
  if (heading?.form === 'item' || heading?.form === 'run-in') return true
  const before = siblings[at - 1]
  return heading?.endMark === '；' || (before !== undefined && isBare(document, before))
}

/** Whether nothing but the heading stands in a section. */
function isBare({ text }: ReportDocument, { heading, children, start, end }: Section): boolean {
  const isLine = heading?.form === 'line' || heading?.form === 'markdown'
  return isLine && children.length === 0 && text.slice(start, end).trim().includes('\n') === false
}

/** Whether the items before are set apart by blank lines. */
function isSpaced(document: ReportDocument, { heading, parent }: Section): boolean {
  const first = heading?.at.firstLine ?? 0
  const isFirst = parent?.children[0]?.heading === heading
  return !isFirst && wordsOf(document, first - 1).trim() === ''
}

/** Indentation, Markdown marks and the number that comes next, as the line writes its own. */
function nextMark(words: string): string | undefined {
  const marks = /^[ \t\u3000]{0,8}(?:#{1,6} {1,4})?/.exec(words)?.[0] ?? ''
  // a number alone is read like one with words behind it
  const ordinal = readOrdinal(`${words.slice(marks.length)}甲甲`)
  if (ordinal === undefined || ordinal.start > 0 || ordinal.value >= (MOST[ordinal.style] ?? 99)) return undefined
  return marks + likeWritten(ordinal) + words.slice(marks.length + ordinal.text.length, marks.length + ordinal.end)
}

function likeWritten({ style, value, text, numeral, start, counter }: Ordinal): string {
  const plain = formatOrdinal(style, value + 1, counter || undefined)
  const next = /[一二三四五六七八九十百]+|\d+|[①-⑳]/.exec(plain)?.[0] ?? plain
  return text.slice(0, numeral.start - start) + next + text.slice(numeral.end - start)
}

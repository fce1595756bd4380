import { rangeOf, type TextRange } from '../text/range.js'
import type { PositionedBlock } from './outline.js'
import { readTitle, type ReportTitle } from './profile-title.js'
import type { ReportDocument } from './report-document.js'
import { matchesOf } from '../text/matches.js'

/** A title line and what it says. */
export interface TitleLine {
  readonly at: PositionedBlock
  readonly title: ReportTitle
  /** the title's words, in offsets of the block's text; less than the block when the lead is glued to them */
  readonly range: TextRange
}

const TITLE_BLOCKS = 20
const LONG_PARAGRAPH = 100
const MAX_SHOWN = 60
/** What a lead begins with, where it follows the title without a break. */
const LEAD_START =
  /(?:20\d\d|[XxＸ×]{2,4}|20[XxＸ×*＊]{2})年|今年|一年来|近年来|本学期|各位|同志们|在区委|在市委|在县委|按照|根据|[一二三四五六七八九十]、|（[一二三四五六七八九十]）/g
const titlesOfDocument = new WeakMap<ReportDocument, readonly TitleLine[]>()

/**
 * The titles of a report in reading order, residue left out: more than one when texts were pasted together. When no line
 * is a title, one that is glued to the first paragraph or stands in a file's name that a site left.
 */
export function titleLines(document: ReportDocument): readonly TitleLine[] {
  let titles = titlesOfDocument.get(document)
  if (titles === undefined) {
    titles = findLines(document)
    if (titles.length === 0) titles = findGlued(document) ?? findInResidue(document) ?? []
    titlesOfDocument.set(document, titles)
  }
  return titles
}

/** The blocks that are title and nothing else. */
export function titleBlocks(document: ReportDocument): ReadonlySet<PositionedBlock> {
  return new Set(
    titleLines(document)
      .filter(({ at, range }) => range.end >= at.block.text.length)
      .map(({ at }) => at),
  )
}

/** The title that says most: a strong one with unit and year before others, the first of equals. */
export function mainTitle(document: ReportDocument): TitleLine | undefined {
  const weight = ({ title }: TitleLine): number => (title.isStrong ? 4 : 0) + (title.unit !== undefined ? 2 : 0) + (title.year !== undefined ? 1 : 0)
  return titleLines(document).reduce<TitleLine | undefined>((best, line) => (best === undefined || weight(line) > weight(best) ? line : best), undefined)
}

/**
 * Where a finding about the whole report is shown: the title, else the first heading, else the first line; cut to sixty
 * units. The range is of the whole text.
 */
export function headRange(document: ReportDocument): TextRange {
  const title = mainTitle(document)
  if (title !== undefined && !title.at.isResidue)
    return document.toDocument(title.at, rangeOf(title.range.start, Math.min(title.range.start + MAX_SHOWN, title.range.end)))
  const heading = document.outline.headings[0]
  if (heading !== undefined) return rangeOf(heading.start, Math.min(heading.end, heading.start + MAX_SHOWN))
  const [first] = document.prose()
  return first === undefined ? rangeOf(0, 0) : document.toDocument(first, rangeOf(0, Math.min(24, first.block.text.length)))
}

function findLines(document: ReportDocument): TitleLine[] {
  const titles: TitleLine[] = []
  let seen = 0
  for (const at of document.prose()) {
    if (seen++ >= TITLE_BLOCKS || /^[（(〔]?[一二三四五六七八九十]{1,2}[、）)〕]/.test(at.block.canonical)) break
    const title = at.block.kind === 'table-row' ? undefined : readTitle(at.block.canonical)
    // a weak line below the first title is a heading, not a title
    if (title !== undefined && (titles.length === 0 || title.isStrong)) titles.push({ at, title, range: rangeOf(0, at.block.text.length) })
    if (at.block.text.length > LONG_PARAGRAPH && titles.length > 0) break
  }
  return titles
}

/** A title with unit or year in front of the first paragraph's lead, on the same line. */
function findGlued(document: ReportDocument): TitleLine[] | undefined {
  let seen = 0
  for (const at of document.prose()) {
    if (seen++ >= TITLE_BLOCKS / 2) break
    const opening = at.block.canonical.slice(0, MAX_SHOWN + 20)
    if (opening.length <= MAX_SHOWN) continue
    for (const start of matchesOf(LEAD_START, opening)) {
      const title = start.index > 0 ? readTitle(opening.slice(0, start.index)) : undefined
      if (title?.isStrong === true && (title.unit !== undefined || title.year !== undefined)) return [{ at, title, range: rangeOf(0, start.index) }]
    }
  }
  return undefined
}

function findInResidue(document: ReportDocument): TitleLine[] | undefined {
  for (const at of document.blocks.slice(0, TITLE_BLOCKS)) {
    const title = at.isResidue ? readTitle(at.block.canonical) : undefined
    if (title?.isStrong === true && title.unit !== undefined && title.year !== undefined) return [{ at, title, range: rangeOf(0, at.block.text.length) }]
  }
  return undefined
}

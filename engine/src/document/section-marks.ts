import { rangeOf, type TextRange } from '../text/range.js'
import type { Heading, PositionedBlock, Section } from './outline.js'
import type { ReportDocument } from './report-document.js'
import { SECTION_BY_ID, type SectionTaxonomy, type SectionType } from './section-taxonomy.js'
import { sectionsOfHeading } from './section-words.js'
import { mainTitle, titleBlocks } from './title-lines.js'

/** A heading of any form, with the section types that it names; sentences up to the next mark stand under it. */
export interface SectionMark extends TextRange {
  readonly title: string
  readonly section: Section | undefined
  readonly types: ReadonlySet<SectionType>
  /** which part of the report it opens or stands in */
  readonly part: 'work' | 'problems' | 'next-plan'
  /** how many characters stand under it, subsections included */
  readonly size: number
}

/** Fewer characters under a heading are next to nothing. */
export const MIN_SIZE = 14
/** A numbered paragraph longer than this is no heading. */
export const MAX_HEADING = 45
/** A line that may name a section without being a heading of the outline. */
export const BARE_HEADING = /^[^。！？；：，、,:;.!?\d|]{2,20}$/

/** Headings of the outline, and short bare lines that name a section, in reading order. */
export function sectionMarks(document: ReportDocument): SectionMark[] {
  const { outline } = document
  const titles = titleBlocks(document)
  const title = mainTitle(document)?.title
  const blocksWithHeading = new Set(outline.headings.map(({ at }) => at))
  const marks: SectionMark[] = []
  const parts = new Map<Section, SectionMark['part']>()
  const typesOfSection = new Map<Section, ReadonlySet<SectionType>>()
  for (const section of outline.sections) {
    const heading = section.heading as Heading
    if (titles.has(heading.at)) continue
    const types = typesOf(
      document.taxonomy,
      heading,
      title?.kind === 'plan' ? undefined : title?.year,
      title?.kind === 'half-year' || title?.kind === 'government',
    )
    const part = partOf(types) ?? (section.parent === undefined ? undefined : parts.get(section.parent)) ?? 'work'
    parts.set(section, part)
    const own = withoutYielding(types, section.parent === undefined ? undefined : typesOfSection.get(section.parent))
    typesOfSection.set(section, own)
    marks.push({ start: heading.start, end: heading.end, title: heading.title, section, types: own, part, size: textUnder(document, heading.end, section.end) })
  }
  const bare = bareLines(document, titles, blocksWithHeading)
  return [...marks, ...bare].sort((a, b) => a.start - b.start)
}

/** Sections that a heading names; one about the year summarised is not the plan, one that begins with a later year is. */
function typesOf(taxonomy: SectionTaxonomy, { at, level, title: words }: Heading, year: number | undefined, isHalfYear: boolean): ReadonlySet<SectionType> {
  const types = new Set(sectionsOfHeading(at.block, words, taxonomy))
  const named = /20\d\d/.exec(words)
  const plan = SECTION_BY_ID.get('next-plan') as SectionType
  if (named !== null && year !== undefined && !isHalfYear) {
    if (Number(named[0]) <= year) types.delete(plan)
    else if (named.index === 0 && level === 1) types.add(plan)
  }
  if (words.length > MAX_HEADING) return new Set([...types].filter((type) => type === plan))
  return types
}

/** The types of a heading without those that leave it to another one, which it names too or stands under. */
function withoutYielding(types: ReadonlySet<SectionType>, above: ReadonlySet<SectionType> | undefined): ReadonlySet<SectionType> {
  const others = new Set([...types, ...(above ?? [])].map(({ id }) => id))
  return new Set([...types].filter(({ yieldsTo }) => yieldsTo === undefined || !yieldsTo.some((id) => others.has(id))))
}

export function partOf(types: ReadonlySet<SectionType>): SectionMark['part'] | undefined {
  for (const { id } of types) if (id === 'next-plan' || id === 'problems') return id
  return undefined
}

/** How much stands in a part of the text, as far as that counts. */
export function textUnder(document: ReportDocument, from: number, to: number): number {
  return document.text.slice(from, Math.min(to, from + 200)).replace(/\s+/g, '').length
}

function bareLines(document: ReportDocument, titles: ReadonlySet<PositionedBlock>, taken: ReadonlySet<PositionedBlock>): SectionMark[] {
  const prose = [...document.prose()]
  return prose.flatMap((at, i) => {
    const next = prose[i + 1]
    if (taken.has(at) || titles.has(at) || next === undefined || at.block.kind !== 'paragraph' || !BARE_HEADING.test(at.block.canonical)) return []
    const types = sectionsOfHeading(at.block, at.block.canonical, document.taxonomy)
    if (types.size === 0 || next.block.text.length < MIN_SIZE) return []
    const { start, end } = document.toDocument(at, rangeOf(0, at.block.text.length))
    return [{ start, end, title: at.block.text, section: undefined, types, part: partOf(types) ?? 'work', size: next.block.text.length } satisfies SectionMark]
  })
}

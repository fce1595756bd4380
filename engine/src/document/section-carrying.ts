import type { Block } from '../markdown/block.js'
import type { TextRange } from '../text/range.js'
import { yearsIn } from './date-period.js'
import { headingsOf } from './heading.js'
import type { Heading, PositionedBlock, Section } from './outline.js'
import { moveRange, touchesEdit, type LineEdit } from './line-edit.js'
import type { ReportDocument } from './report-document.js'
import type { SectionEvidence } from './section-evidence.js'
import { BARE_HEADING, MAX_HEADING, MIN_SIZE, textUnder } from './section-marks.js'
import type { SectionTaxonomy, SectionType } from './section-taxonomy.js'
import { sectionsOfHeading, sectionUnits, type SectionUnit } from './section-words.js'

/**
 * The evidence of the text before for the text now, where the edited paragraph says of sections what it said; nothing where
 * the evidence has to be gathered anew.
 *
 * @param evidenceOf what is known of a document
 */
export function carryEvidence(
  document: ReportDocument,
  evidenceOf: (document: ReportDocument) => ReadonlyMap<string, SectionEvidence> | undefined,
): ReadonlyMap<string, SectionEvidence> | undefined {
  const { edit, outline, taxonomy } = document
  if (edit?.keepsShape !== true) return undefined
  const evidence = evidenceOf(edit.previous)
  if (evidence === undefined || wordsOfSections(edit.before.block, taxonomy) !== wordsOfSections(edit.after, taxonomy)) return undefined
  if (!edit.isInText && !marksAsBefore(edit, document)) return undefined
  const { sections } = edit.previous.outline
  const moved = new Map<string, SectionEvidence>()
  const move = (range: TextRange | undefined): TextRange | undefined => range && moveRange(edit, range)
  const sectionNow = (section: Section | undefined): Section | undefined => section && outline.sections[sections.indexOf(section)]
  for (const [id, found] of evidence) {
    const { range, nearest, section } = found
    if ([range?.start, range?.end, nearest?.start, nearest?.end].some((at) => at !== undefined && touchesEdit(edit, { start: at, end: at }))) return undefined
    if (!edit.isInText && range !== undefined && touchesEdit(edit, range)) return undefined
    moved.set(id, { ...found, range: move(range), section: sectionNow(section), nearest: move(nearest) })
  }
  return moved
}

/** Whether a line inside the report, whatever it is, marks sections as it did: by its headings, by its bare words, by what it adds to those around it. */
function marksAsBefore({ previous, before, after, isInside }: LineEdit, document: ReportDocument): boolean {
  const { taxonomy, blocks, outline } = document
  const at = blocks[before.index] as PositionedBlock
  const named = namedSections(before.block, taxonomy)
  if (named === undefined || named !== namedSections(after, taxonomy) || !isInside) return false
  if ([before.block, after].some(({ canonical }) => BARE_HEADING.test(canonical)) && headingsOf(after).length === 0) return false
  // what stands above it may be a bare line that names a section, and counts how much this one says
  if (Math.min(before.block.text.length, after.text.length) < MIN_SIZE && headingsOf(after).length === 0) return false
  return outline.sections.every((section, i) => {
    if (section.start > at.end || section.end < at.start || section.heading === undefined) return true
    const was = previous.outline.sections[i] as Section
    return hasText(previous, was) === hasText(document, section)
  })
}

/** Whether more than next to nothing stands under a heading. */
function hasText(document: ReportDocument, { heading, end }: Section): boolean {
  return textUnder(document, (heading as Heading).end, end) >= MIN_SIZE
}

/** The sections that the headings of a numbered line name; nothing where a year in them may decide. */
function namedSections(block: Block, taxonomy: SectionTaxonomy): string | undefined {
  const titles = headingsOf(block).map(({ title }) => block.text.slice(title.start, title.end))
  if (titles.some((words) => yearsIn(words).length > 0)) return undefined
  return titles.map((words) => `${idsOf(sectionsOfHeading(block, words, taxonomy))}${words.length > MAX_HEADING}`).join('\n')
}

/** All that the evidence takes from a long paragraph: the words of sections, unit by unit, and how long a unit is where that counts. */
function wordsOfSections(block: Block, taxonomy: SectionTaxonomy): string {
  const end = block.canonical.trimEnd()
  const units = sectionUnits(block, taxonomy).map(
    (unit) => `${idsOf(unit.leads)}|${idsOf(unit.opens)}|${scoresOf(unit)}|${idsOf(unit.places.keys())}|${sizeOf(unit, block)}`,
  )
  return `${/如下[：:。]?$/.test(block.canonical)}${end.endsWith('：')}\n${units.join('\n')}`
}

function idsOf(types: Iterable<SectionType>): string {
  return Array.from(types, ({ id }) => id).join(',')
}

function scoresOf({ scores }: SectionUnit): string {
  return Array.from(scores, ([{ id }, { score, words }]) => `${id}=${score}${words.join(',')}`).join(' ')
}

/** Whether a unit is long, and whether it is or ends the paragraph. */
function sizeOf({ start, end }: SectionUnit, { text }: Block): string {
  const length = end - start
  return `${length >= 20}${length >= 40}${length >= text.trimEnd().length - 1}${end >= text.trimEnd().length}`
}

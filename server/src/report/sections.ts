import type { ReportCoverage, SectionLength } from '@gongwen/messages'
import { isBlankCode, sectionCoverage, type PositionedBlock, type ReportDocument, type Section, type TextRange } from '@gongwen/engine'
import type { CheckedText } from '../checking/checked-text.js'
import { nameOf } from '../converters/outline.js'
import { toRange } from '../converters/positions.js'

/** Sections below this level are counted with the one that they stand in. */
const DEEPEST = 2

const REQUIREMENTS = ['required', 'expected', 'optional'] as const

/**
 * The parts that such a report has or lacks, those that must be there first; parts that nobody asks for are named only where
 * they are there.
 */
export function coverageOf({ document }: CheckedText): ReportCoverage[] {
  const sections = sectionCoverage(document)
  return REQUIREMENTS.flatMap((wanted) => sections.filter(({ requirement }) => requirement === wanted))
    .filter(({ requirement, status }) => requirement !== 'optional' || status !== 'absent')
    .map(({ id, name, requirement, status, evidence, place }) => {
      const at = evidence ?? { start: place.offset, end: place.offset }
      return { id, name, requirement, status, range: toRange(document.lines, at) }
    })
}

/** The lengths of the sections of the first two levels, and of what stands above them. */
export function lengthsOf(checked: CheckedText, lead: string): SectionLength[] {
  const { document } = checked
  const { root } = document.outline
  const first = root.children[0]?.start ?? root.end
  const above = lengthOf(checked, { start: 0, end: first }, lead, 0)
  return [...(above.characters > 0 ? [above] : []), ...root.children.flatMap((section) => lengthsUnder(checked, section))]
}

function lengthsUnder(checked: CheckedText, section: Section): SectionLength[] {
  const { heading, level, children } = section
  const own = lengthOf(checked, section, heading === undefined ? '' : nameOf(heading), level)
  return level >= DEEPEST ? [own] : [own, ...children.flatMap((child) => lengthsUnder(checked, child))]
}

function lengthOf({ document, findings }: CheckedText, range: TextRange, name: string, level: number): SectionLength {
  return {
    name,
    level,
    characters: charactersIn(document, range),
    findings: findings.filter(({ start }) => start >= range.start && start < range.end).length,
    range: toRange(document.lines, { start: range.start, end: range.start }),
  }
}

/**
 * The characters of prose in a range of the whole text, white space and residue left out. A block that the range cuts, as
 * headings glued into one paragraph do, is counted by its source between the cuts.
 */
export function charactersIn(document: ReportDocument, range: TextRange): number {
  return document.prose().reduce((sum, at) => sum + charactersOf(document.text, at, range), 0)
}

function charactersOf(text: string, { block, start, end }: PositionedBlock, range: TextRange): number {
  if (end <= range.start || start >= range.end) return 0
  const isWhole = start >= range.start && end <= range.end
  const words = isWhole ? block.text : text.slice(Math.max(start, range.start), Math.min(end, range.end))
  let count = 0
  for (const character of words) if (!isBlankCode(character.charCodeAt(0)) && !/[\r\n]/.test(character)) count++
  return count
}

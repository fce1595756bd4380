import type { ReportCoverage, SectionLength } from '@gongwen/messages'
import { countCharacters, sectionCoverage, type Section, type TextRange } from '@gongwen/engine'
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
    characters: countCharacters(document, range),
    findings: findings.filter(({ start }) => start >= range.start && start < range.end).length,
    range: toRange(document.lines, { start: range.start, end: range.start }),
  }
}

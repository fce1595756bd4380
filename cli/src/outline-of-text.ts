import {
  countCharacters,
  sectionCoverage,
  type Finding,
  type ReportDocument,
  type ReportKind,
  type Section,
  type SectionRequirement,
  type SectionStatus,
} from '@gongwen/engine'
import type { CheckedText } from './checking.js'
import { NOTHING, tallyWith, type Tally } from './reporters/reporter.js'

/** How many findings of each severity. */
export type FindingCounts = Pick<Tally, 'errors' | 'warnings' | 'infos' | 'hints'>

/** A section as `gongwen outline` shows it; what is counted includes the sections below it. */
export interface OutlineEntry {
  /** as written, such as `（一）`; null for a heading without */
  readonly ordinal: string | null
  readonly title: string
  /** 1 for the outermost */
  readonly level: number
  /** from 1 */
  readonly line: number
  /** characters of prose, white space and residue left out; a character beyond the basic plane counts once */
  readonly characters: number
  readonly findings: FindingCounts
  readonly sections: readonly OutlineEntry[]
}

/** A part that reports of this kind have, and whether this one has it. */
export interface CoverageEntry {
  readonly id: string
  readonly name: string
  readonly requirement: SectionRequirement
  readonly status: SectionStatus
  /** where it stands, from 1; null when it is absent */
  readonly line: number | null
}

/** The outline of a whole text. */
export interface OutlineOfText {
  readonly path: string
  readonly kind: ReportKind | null
  readonly year: number | null
  readonly titles: readonly string[]
  readonly characters: number
  readonly findings: FindingCounts
  readonly sections: readonly OutlineEntry[]
  /** when asked for */
  readonly coverage?: readonly CoverageEntry[]
}

/** The parts that reports of this kind may have, and which of them this one has. */
export function coverageOf({ document }: CheckedText): CoverageEntry[] {
  return sectionCoverage(document).map(({ id, name, requirement, status, evidence }) => ({
    id,
    name,
    requirement,
    status,
    line: evidence === undefined ? null : document.lines.lineAt(evidence.start) + 1,
  }))
}

/** The sections of a checked text, with what stands in each. */
export function outlineOf({ read, document, findings }: CheckedText): OutlineOfText {
  const { isReport, kind, year } = document.profile
  const { root, titles } = document.outline
  return {
    path: read.input.path,
    kind: isReport ? kind : null,
    year: isReport ? (year ?? null) : null,
    titles: titles.map(({ block }) => block.text),
    characters: countCharacters(document, root),
    findings: countIn(findings, { start: 0, end: Infinity }),
    sections: root.children.map((section) => entryOf(section, findings, document)),
  }
}

function entryOf(section: Section, findings: readonly Finding[], document: ReportDocument): OutlineEntry {
  const { heading, level, start, children } = section
  return {
    ordinal: heading?.ordinal?.text ?? null,
    title: heading?.title ?? '',
    level,
    line: document.lines.lineAt(start) + 1,
    characters: countCharacters(document, section),
    findings: countIn(findings, section),
    sections: children.map((child) => entryOf(child, findings, document)),
  }
}

function countIn(findings: readonly Finding[], range: { readonly start: number; readonly end: number }): FindingCounts {
  const { errors, warnings, infos, hints } = tallyWith(NOTHING, { findings: findings.filter(({ start }) => start >= range.start && start < range.end) })
  return { errors, warnings, infos, hints }
}

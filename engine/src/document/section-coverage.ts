import type { TextRange } from '../text/range.js'
import type { ReportProfile } from './profile.js'
import type { ReportDocument } from './report-document.js'
import { sectionEvidence, type SectionStatus } from './section-evidence.js'
import { placeOf, type SectionPlace } from './section-skeleton.js'
import { headRange, mainTitle } from './title-lines.js'
import { demandsOf, type SectionDemands, type SectionRequirement, type SectionType } from './section-taxonomy.js'
import type { UserProfile } from './user-profile.js'

type Condition = NonNullable<SectionDemands['conditional']>[number]

/** One section of the taxonomy and how it stands in a report; ranges are of the whole text. */
export interface SectionCoverage {
  readonly id: string
  /** as a message names it, e.g. `“双减”工作`; the plan with its year */
  readonly name: string
  /** `required`: a reviewer would send the report back; `expected`: usual for such reports; `optional`: nobody asks */
  readonly requirement: SectionRequirement
  readonly status: SectionStatus
  /** the heading or the run of sentences that shows it */
  readonly evidence: TextRange | undefined
  /** for an absent section the place that comes nearest: a passing mention */
  readonly nearest: TextRange | undefined
  /** weight of its words scattered over the body; a section that is absent with much of it may be only badly cut */
  readonly mentions: number
  /** whether the plan of a summary alone has a heading for it: it is planned, and nothing is told of it as done */
  readonly isPlanned: boolean
  /** where a new section would stand */
  readonly place: SectionPlace
}

/**
 * Which sections a report has and which it lacks, for every section type that such a unit's reports may have. The sections
 * asked for follow the report's profile: whose it is, what kind, which year (双减 only from July 2021 on).
 */
export function sectionCoverage(document: ReportDocument): SectionCoverage[] {
  const evidence = sectionEvidence(document)
  const requirements = requirementsOf(document)
  return document.taxonomy.types
    .filter((type) => belongsTo(type, document.profile))
    .map((type) => {
      const found = evidence.get(type.id)
      const isWhole = found?.status === 'absent' && type.wholeOf !== undefined && type.wholeOf === document.profile.stage
      return {
        id: type.id,
        name: nameOf(type, document.profile),
        requirement: requirements.get(type.id) ?? 'optional',
        status: isWhole ? 'embedded' : (found?.status ?? 'absent'),
        evidence: isWhole ? headRange(document) : found?.range,
        nearest: isWhole ? undefined : found?.nearest,
        mentions: found?.mentions ?? 0,
        isPlanned: !isWhole && found?.isPlanned === true,
        get place() {
          return placeOf(document, type)
        },
      }
    })
}

/** Whether reports of a unit like this may have the section: a town's report is not about preschools. */
function belongsTo({ fields }: SectionType, { field, kind }: ReportProfile): boolean {
  const whose = kind === 'government' ? 'department' : field
  return fields === undefined || whose === 'unknown' || fields.includes(whose)
}

/** The section's name; the plan's holds its year: 2025年工作计划, 下半年工作计划. */
export function nameOf(type: SectionType, profile: ReportProfile): string {
  if (type.id === 'health' && profile.year !== undefined && profile.year >= 2020 && profile.year <= 2022) return '疫情防控和卫生健康工作'
  if (type.id !== 'next-plan') return type.name
  if (profile.kind === 'half-year') return '下半年工作计划'
  if (profile.kind === 'term') return '下学期工作计划'
  const year = profile.planYear ?? (profile.year === undefined || profile.kind === 'quarter' ? undefined : profile.year + 1)
  return year === undefined ? type.name : `${year}年工作计划`
}

/** What the profile asks for, by section id. */
export function requirementsOf(document: ReportDocument): ReadonlyMap<string, SectionRequirement> {
  const {
    profile,
    ownProfile,
    taxonomy: { byId },
  } = document
  const wanted = new Map<string, SectionRequirement>()
  const ask = (id: string, requirement: SectionRequirement): void => {
    const type = byId.get(id)
    if (type !== undefined && isInTime(type, profile)) wanted.set(id, requirement)
  }
  // a report about one matter, or of a kind that nobody knows, owes no sections but the plan it promises
  const demands =
    profile.topic === undefined ? (ownProfile === undefined ? demandsOf(demanderOf(profile), profile.kind) : ownDemands(ownProfile, profile)) : undefined
  for (const id of demands?.expected ?? []) ask(id, 'expected')
  for (const ids of demands?.required ?? []) ask(neededOf(document, ids), 'required')
  for (const condition of demands?.conditional ?? []) if (holds(condition, document)) ask(condition.id, condition.requirement)
  for (const id of ownProfile?.optional ?? []) ask(id, 'optional')
  if (profile.promisesPlan) ask('next-plan', 'required')
  for (const id of profile.sections.require) if (byId.has(id)) wanted.set(id, 'required')
  for (const id of profile.sections.ignore) wanted.set(id, 'optional')
  return wanted
}

/** What a unit's own profile asks for, over what it starts from. Reports of kinds that it does not speak of owe what others do. */
function ownDemands({ base, kinds, required = [], expected = [] }: UserProfile, profile: ReportProfile): SectionDemands | undefined {
  if (kinds !== undefined && !kinds.includes(profile.kind)) return demandsOf(demanderOf(profile), profile.kind)
  const from = base === undefined ? undefined : demandsOf(base, profile.kind)
  return {
    required: [...(from?.required ?? []), ...required],
    expected: [...(from?.expected ?? []), ...expected],
    ...(from?.conditional && { conditional: from.conditional }),
  }
}

function demanderOf({ kind, field }: ReportProfile): string {
  return kind === 'duty' || kind === 'government' ? kind : field
}

/** Of `a|b|c` the one that the report has; the first when it has none. */
function neededOf(document: ReportDocument, ids: string): string {
  const choices = ids.split('|')
  const evidence = sectionEvidence(document)
  return choices.find((id) => evidence.get(id)?.status !== 'absent') ?? (choices[0] as string)
}

function holds({ when, titlePattern, fromYear, untilYear }: Condition, document: ReportDocument): boolean {
  const { hasSports, stage, year } = document.profile
  if (when !== undefined && !(when === 'sports' ? hasSports : stage === when)) return false
  if (titlePattern !== undefined && !new RegExp(titlePattern).test(titleAndNext(document))) return false
  return (fromYear === undefined || (year !== undefined && year >= fromYear)) && (untilYear === undefined || (year !== undefined && year <= untilYear))
}

/** The title and the short line below it, where a person's post stands. */
function titleAndNext(document: ReportDocument): string {
  const title = mainTitle(document)
  const next = title === undefined ? undefined : document.blocks[title.at.index + 1]?.block.canonical
  return `${title?.title.text ?? ''}\n${next !== undefined && next.length <= 40 ? next : ''}`
}

/** Whether a section was a matter yet at the end of the time reported; without a year nobody can say. */
function isInTime(type: SectionType, { kind, year }: ReportProfile): boolean {
  if (type.from === undefined && type.to === undefined) return true
  if (year === undefined) return false
  const month = kind === 'half-year' ? 6 : 12
  const time = `${year}-${String(month).padStart(2, '0')}`
  return (type.from === undefined || time >= type.from) && (type.to === undefined || time <= type.to)
}

import type { TextRange } from '../text/range.js'
import { formatOrdinal, readOrdinal } from './ordinal.js'
import { placeholdersOf } from './placeholder.js'
import { fieldOf } from './profile-title.js'
import { ReportDocument, type DocumentOptions } from './report-document.js'
import { sectionCoverage } from './section-coverage.js'
import type { SectionType } from './section-taxonomy.js'
import { formOf, unitIn, type SkeletonForm, type SkeletonKind, type SkeletonRequest } from './skeleton-forms.js'

export type { SkeletonKind, SkeletonRequest } from './skeleton-forms.js'

/** Kinds of report that a new one can be begun as, in the order in which they are offered. */
export const SKELETON_KINDS: readonly SkeletonKind[] = ['annual', 'half-year', 'quarter', 'term', 'plan', 'duty', 'government']

/** A report that waits to be filled in. */
export interface ReportSkeleton {
  readonly title: string
  /** Markdown, lines ended by `\n` */
  readonly text: string
  /** the places to be filled in, in reading order; ranges of `text` */
  readonly placeholders: readonly TextRange[]
}

/** Sections that a kind of report has, though nobody asks for them. */
const USUAL: Partial<Record<SkeletonKind, readonly string[]>> = {
  annual: ['problems', 'next-plan'],
  'half-year': ['problems', 'next-plan'],
  quarter: ['next-plan'],
  term: ['problems', 'next-plan'],
  duty: ['problems', 'next-plan'],
  government: ['economy', 'rural', 'livelihood', 'environment', 'rule-of-law', 'problems', 'next-plan'],
}

/**
 * The skeleton of a report: title, lead, and a heading with lines to be filled in for every section that the check will ask
 * such a report for. What is asked for is read by the check's own reading of the title, so the two cannot differ: a fresh
 * skeleton has no finding but its placeholders.
 *
 * @param options what the configuration says: whose report it is, the unit's own profile and sections
 */
export function skeletonOf(request: SkeletonRequest, options: DocumentOptions = {}): ReportSkeleton {
  const field = options.profile?.field ?? (request.unit === undefined ? 'unknown' : fieldOf(request.unit))
  const form = formOf(request, field)
  const opening = [`# ${form.title}`, ...form.underTitle, form.lead]
  const { year: _year, planYear: _planYear, ...told } = options.profile ?? {}
  const profile = { ...told, kind: request.kind, ...(request.unit !== undefined && { unit: request.unit }) }
  const head = new ReportDocument(opening.join('\n\n'), 'markdown', { ...options, profile })
  const parts = partsOf(request, form, inReadingOrder(sectionsFor(request, head)))
  const closing = [unitIn(request), '【请填写：成文日期】']
  const text = `${[...opening, ...parts, ...(request.kind === 'duty' || request.kind === 'government' ? [] : closing)].join('\n\n')}\n`
  const whole = new ReportDocument(text, 'markdown', { ...options, profile })
  const placeholders = whole.blocks.flatMap((at) => placeholdersOf(at.block).map((place) => whole.toDocument(at, place)))
  return { title: form.title, text, placeholders }
}

/** The types of the sections that the check asks a report with this head for, and of those that such a report ends with. */
function sectionsFor({ kind }: SkeletonRequest, head: ReportDocument): SectionType[] {
  const { ignore } = head.profile.sections
  return sectionCoverage(head).flatMap(({ id, requirement, status }) => {
    const type = head.taxonomy.byId.get(id)
    const isUsual = USUAL[kind]?.includes(id) === true && !ignore.includes(id)
    return type !== undefined && status === 'absent' && (requirement !== 'optional' || isUsual) ? [type] : []
  })
}

/** The types with each behind those that it usually follows. */
function inReadingOrder(types: readonly SectionType[]): SectionType[] {
  const ordered: SectionType[] = []
  const waiting = [...types]
  while (waiting.length > 0) {
    const free = waiting.findIndex(({ after }) => !waiting.some(({ id }) => after.includes(id)))
    ordered.push(...waiting.splice(Math.max(0, free), 1))
  }
  return ordered
}

function partsOf(request: SkeletonRequest, form: SkeletonForm, asked: readonly SectionType[]): string[] {
  const { kind } = request
  const problems = asked.find(({ id }) => id === 'problems')
  const plan = asked.find(({ id }) => id === 'next-plan')
  const integrity = kind === 'duty' ? asked.find(({ id }) => id === 'integrity') : undefined
  const work = asked.filter((type) => type !== problems && type !== plan && type !== integrity)
  const parts = [
    { title: form.work, lines: workLines(request, form, work) },
    ...(integrity === undefined ? [] : [{ title: integrity.title, lines: linesOf(integrity, form) }]),
    ...(problems === undefined ? [] : [{ title: form.problems ?? problems.title, lines: linesOf(problems, form) }]),
    ...(plan === undefined ? [] : [{ title: form.plan, lines: linesOf(plan, form).flatMap(planLine) }]),
    ...(kind === 'plan' ? [{ title: form.plan, lines: ['【请填写：组织领导、督促检查和经费保障】。'] }] : []),
  ]
  return parts.flatMap(({ title, lines }, i) => [`## ${formatOrdinal('chinese', i + 1)}${title}`, ...lines])
}

function workLines({ kind }: SkeletonRequest, form: SkeletonForm, asked: readonly SectionType[]): string[] {
  const sections =
    asked.length > 0
      ? asked.map((type) => ({ title: type.title, lines: kind === 'plan' ? [taskLine(type.name)] : linesOf(type, form) }))
      : form.fallback.map((name) => ({
          title: `【请填写：${name}的名称】`,
          lines: [kind === 'plan' ? taskLine(name) : `【请填写：${name}的做法、数据和成效】。`],
        }))
  return sections.flatMap(({ title, lines }, i) => [`### ${formatOrdinal('bracketed-chinese', i + 1)}${title}`, ...lines])
}

function taskLine(name: string): string {
  return `【请填写：${name}的措施】，【请填写：完成时限、责任单位和预期目标】。`
}

/** A section's lines; what they say of 全年 is said of the time that the report is about. */
function linesOf(type: SectionType, { period }: SkeletonForm): string[] {
  return type.skeleton.map((line) => line.replaceAll('全年', period))
}

/** A task of the plan: its heading on a line of its own, as the headings of the work have it. */
function planLine(line: string): string[] {
  const ordinal = readOrdinal(line)
  const stop = line.indexOf('。')
  return ordinal === undefined || stop < 0 ? [line] : [`### ${line.slice(0, stop)}`, line.slice(stop + 1)]
}

import { rangeOf, type TextRange } from '../text/range.js'
import type { PositionedBlock, Section } from './outline.js'
import type { ReportDocument } from './report-document.js'
import { carryEvidence } from './section-carrying.js'
import { MIN_SIZE, partOf, sectionMarks, type SectionMark } from './section-marks.js'
import type { SectionType } from './section-taxonomy.js'
import { sectionUnits, type SectionUnit } from './section-words.js'
import { mainTitle, titleBlocks } from './title-lines.js'

/**
 * How a section stands in a report: `present` with a heading of its own; `embedded` as substance under another heading;
 * `heading-only` with a heading and next to nothing under it; `absent`.
 */
export type SectionStatus = 'present' | 'embedded' | 'heading-only' | 'absent'

/** What shows a section, or comes nearest to it; ranges are of the whole text. */
export interface SectionEvidence {
  readonly status: SectionStatus
  /** the heading, or the run of sentences */
  readonly range: TextRange | undefined
  /** the outline's section whose heading shows it, when there is one */
  readonly section: Section | undefined
  /** the words that spoke for it, a heading's own words first */
  readonly words: readonly string[]
  /** for an absent section, the place that came nearest */
  readonly nearest: TextRange | undefined
  /** weight of its words all over the body, lead and problems left out */
  readonly mentions: number
  /** of a summary: whether its plan alone has a heading for it, and nothing is told of it as done */
  readonly isPlanned: boolean
}

interface Placed {
  readonly at: PositionedBlock
  readonly unit: SectionUnit
  readonly mark: SectionMark | undefined
  readonly isOpening: boolean
}

const RUN_SCORE = 4
const LONG_UNIT = 40
const LONG_UNIT_SCORE = 5
const OPENING_BLOCKS = 4
const LEAD_BLOCKS = 3
/** What goes on beyond this is no lead, but a text whose line breaks were lost. */
const MAX_LEAD = 400
const evidenceOfDocument = new WeakMap<ReportDocument, ReadonlyMap<string, SectionEvidence>>()

/** Evidence for every section type by id, computed once for a document, in time linear in its text. */
export function sectionEvidence(document: ReportDocument): ReadonlyMap<string, SectionEvidence> {
  let evidence = evidenceOfDocument.get(document)
  if (evidence === undefined) {
    evidence = carryEvidence(document, (previous) => evidenceOfDocument.get(previous)) ?? collect(document)
    evidenceOfDocument.set(document, evidence)
  }
  return evidence
}

/** The year that the heading of the plan names. */
export function planHeadingYear(document: ReportDocument): number | undefined {
  const found = sectionEvidence(document).get('next-plan')
  if (found?.section?.heading === undefined) return undefined
  const year = /20\d\d/.exec(found.section.heading.title)?.[0]
  return year === undefined ? undefined : Number(year)
}

const MISDATED_PLAN = /20\d\d年[^。]{0,12}(?:计划|打算|安排|思路|要点|谋划|设想)$|^上半年工作(?:计划|打算|安排)$/

/**
 * Whether a later heading of the outermost level is a plan's, though its date says that it is none: 2024年工作计划 in the
 * summary of 2024. The wrong date is a finding of its own, and the plan is there.
 */
export function hasMisdatedPlan({ outline }: ReportDocument): boolean {
  return outline.headings.some(({ level, title }, i) => i > 0 && level === 1 && MISDATED_PLAN.test(title))
}

function collect(document: ReportDocument): ReadonlyMap<string, SectionEvidence> {
  const marks = sectionMarks(document)
  const units = placeUnits(document, marks)
  const embedded = substanceOf(document, units)
  const nearest = nearestOf(document, units)
  const weights = weightsOf(units)
  const title = mainTitle(document)
  const isSummary = title !== undefined && title.title.kind !== 'plan' && hasWorkBeforePlan(marks)
  const told = isSummary ? weightsOf(units.filter(({ mark }) => mark?.part !== 'next-plan')) : weights
  return new Map(
    document.taxonomy.types.map((type) => {
      const own = marks.filter((mark) => mark.types.has(type) && (mark.part !== 'problems' || partOf(new Set([type])) !== undefined))
      const full = own.find(({ size }) => size >= MIN_SIZE)
      const found = embedded.found.get(type)
      const heading = full ?? own[0]
      const mentions = weights.get(type) ?? 0
      const isPlanned =
        isSummary && own.length > 0 && own.every((mark) => isOnlyPlanned(type, mark)) && !embedded.done.has(type) && (told.get(type) ?? 0) < RUN_SCORE
      let result: SectionEvidence = { status: 'absent', range: undefined, section: undefined, words: [], nearest: nearest.get(type), mentions, isPlanned }
      if (full !== undefined || (heading !== undefined && found === undefined)) {
        const { start, end, section, title: words, size } = heading as SectionMark
        result = {
          status: size >= MIN_SIZE ? 'present' : 'heading-only',
          range: rangeOf(start, end),
          section,
          words: [words],
          nearest: undefined,
          mentions,
          isPlanned,
        }
      } else if (found !== undefined)
        result = { status: 'embedded', range: found.range, section: undefined, words: found.words, nearest: undefined, mentions, isPlanned }
      else if (type.id === 'results') result = resultsOf(marks, title?.title.kind) ?? result
      else if (type.id === 'next-plan' && title?.title.kind === 'plan')
        result = { ...result, status: 'present', range: document.toDocument(title.at, title.range), words: [title.title.text] }
      return [type.id, result]
    }),
  )
}

/** Headings of work done that a text has before its plan, so that it is a summary which ends with one. */
const WORK_BEFORE_PLAN = 2

function hasWorkBeforePlan(marks: readonly SectionMark[]): boolean {
  const plan = marks.findIndex(({ part }) => part === 'next-plan')
  return plan > 0 && marks.slice(0, plan).filter(({ part }) => part === 'work').length >= WORK_BEFORE_PLAN
}

/** What next year's plan says of a section is not told of this year's work. */
function isOnlyPlanned({ id }: SectionType, mark: SectionMark | undefined): boolean {
  return id !== 'next-plan' && mark?.part === 'next-plan'
}

/** A summary whose sections are the results themselves has them without a heading over them all. */
function resultsOf(marks: readonly SectionMark[], kind: string | undefined): SectionEvidence | undefined {
  const work = marks.filter(({ part }) => part === 'work')
  if (kind === 'plan' || kind === undefined || work.length < 2) return undefined
  const { start, end, title } = work[0] as SectionMark
  return { status: 'embedded', range: rangeOf(start, end), section: undefined, words: [title], nearest: undefined, mentions: 0, isPlanned: false }
}

/** The units of the body, each under its mark; titles, headings and the lead left out (the lead is kept as opening). */
function placeUnits(document: ReportDocument, marks: readonly SectionMark[]): Placed[] {
  const titles = titleBlocks(document)
  const placed: Placed[] = []
  let next = 0
  let body = 0
  let leadLength = 0
  let leadEnded = false
  for (const at of document.prose()) {
    if (titles.has(at)) continue
    body++
    for (const unit of sectionUnits(at.block, document.taxonomy)) {
      const { start, end } = document.toDocument(at, unit)
      while (next < marks.length && (marks[next] as SectionMark).start <= start + 1) next++
      const mark = marks[next - 1]
      if (mark !== undefined && start < mark.end && end <= mark.end + 1) continue
      const isLead = mark === undefined && !leadEnded && body <= LEAD_BLOCKS && leadLength < MAX_LEAD
      if (isLead) leadLength += unit.end - unit.start
      placed.push({ at, unit, mark, isOpening: isLead })
    }
    if (leadEnded) continue
    if (/如下[：:。]?$/.test(at.block.canonical) || (marks.length === 0 && body >= 1)) leadEnded = true
  }
  return placed
}

interface Substance {
  readonly range: TextRange
  readonly words: readonly string[]
}

/** Runs of sentences with the substance of a section, the first of each; `done` names the sections that have any outside the plan. */
function substanceOf(document: ReportDocument, units: readonly Placed[]): { found: ReadonlyMap<SectionType, Substance>; done: ReadonlySet<SectionType> } {
  const found = new Map<SectionType, Substance>()
  const done = new Set<SectionType>()
  const running = new Map<SectionType, { from: number; score: number; words: Set<string> }>()
  const accept = (type: SectionType, from: number, to: number, words: Iterable<string>): void => {
    if (!isOnlyPlanned(type, (units[from] as Placed).mark)) done.add(type)
    if (found.has(type)) return
    const first = units[from] as Placed
    const last = units[to] as Placed
    found.set(type, { range: rangeOf(document.toDocument(first.at, first.unit).start, document.toDocument(last.at, last.unit).end), words: [...words] })
  }
  units.forEach((placed, i) => {
    const { unit, mark } = placed
    if (running.size === 0 && unit.scores.size === 0 && unit.leads.size === 0 && unit.opens.size === 0) return
    const isNewMark = i > 0 && units[i - 1]?.mark !== mark
    for (const type of running.keys()) if (isNewMark || !unit.scores.has(type)) running.delete(type)
    for (const [type, { score, words }] of unit.scores) {
      if (!mayHold(type, placed, i)) continue
      const run = running.get(type) ?? { from: i, score: 0, words: new Set<string>() }
      run.score += score
      for (const word of words) run.words.add(word)
      running.set(type, run)
      const isRun = i > run.from && run.score >= RUN_SCORE
      if (isRun || (isWholeParagraph(placed) && score >= LONG_UNIT_SCORE && words.length >= 2)) accept(type, run.from, i, run.words)
    }
    for (const type of unit.leads)
      if (mayHold(type, placed, i) && unit.end - unit.start + (units[i + 1]?.at === placed.at ? 20 : 0) >= 20)
        accept(type, i, i, unit.scores.get(type)?.words ?? [])
    for (const type of unit.opens) if (mayOpen(type, units, i)) accept(type, i, i, [])
  })
  return { found, done }
}

/** Whether a unit's place can hold a section's substance: the lead and the list of problems hold none but their own. */
function mayHold(type: SectionType, { mark, isOpening }: Placed, index: number): boolean {
  if (type.within === 'opening') return isOpening || index < OPENING_BLOCKS * 3
  if (isOpening || mark?.part === 'problems') return false
  if (type.notUnder === undefined || mark === undefined) return true
  for (const { id } of mark.types) if (type.notUnder.includes(id)) return false
  return true
}

/** Whether a unit is a long paragraph of its own. */
function isWholeParagraph({ at, unit }: Placed): boolean {
  return unit.end - unit.start >= LONG_UNIT && unit.end - unit.start >= at.block.text.trimEnd().length - 1
}

function mayOpen(type: SectionType, units: readonly Placed[], i: number): boolean {
  const placed = units[i] as Placed
  return type.within === 'opening' ? mayHold(type, placed, i) : !placed.isOpening && hasMore(units, i)
}

/** Whether an opening sentence is followed by more under its heading, or is long enough to hold the substance itself. */
function hasMore(units: readonly Placed[], i: number): boolean {
  const { unit, at, mark } = units[i] as Placed
  const next = units[i + 1]
  // 下半年，我们将重点抓好以下五项工作： what follows is the substance, whatever headings it has
  if (next !== undefined && unit.end >= at.block.text.trimEnd().length && at.block.canonical.trimEnd().endsWith('：')) return true
  return unit.end - unit.start >= LONG_UNIT || next?.at === at || (next !== undefined && next.mark === mark)
}

function weightsOf(units: readonly Placed[]): ReadonlyMap<SectionType, number> {
  const weights = new Map<SectionType, number>()
  units.forEach((placed, i) => {
    for (const [type, { score }] of placed.unit.scores) if (mayHold(type, placed, i)) weights.set(type, (weights.get(type) ?? 0) + score)
  })
  return weights
}

/** For each section the unit with its highest score: where the report comes nearest to it. */
function nearestOf(document: ReportDocument, units: readonly Placed[]): ReadonlyMap<SectionType, TextRange> {
  const best = new Map<SectionType, { score: number; range: TextRange }>()
  for (const { at, unit } of units) {
    if (unit.places.size === 0) continue
    for (const [type, place] of unit.places) {
      const score = unit.scores.get(type)?.score ?? 0
      if (score > (best.get(type)?.score ?? -1)) best.set(type, { score, range: document.toDocument(at, place) })
    }
  }
  return new Map([...best].map(([type, { range }]) => [type, range]))
}

import type { Decimal } from '../document/decimal.js'
import type { ReportDocument } from '../document/report-document.js'
import { carriedOver, type CarriedSentence } from './compare-carried.js'
import { checkClaims, checkFormerValues, type ClaimFlag } from './compare-claims.js'
import { changeOf, FigureIndex, type KnownEntry } from './compare-match.js'
import { comparePlans, type PlanComparison } from './compare-plans.js'
import { isJump, isUnchanged } from './compare-values.js'
import { ledgerOf, type LedgerEntry } from './ledger.js'

/** Why a figure of this year should be looked at again. */
export type ComparisonFlag =
  | { readonly kind: 'unchanged' | 'jump'; readonly entry: KnownEntry; readonly last: KnownEntry }
  | ClaimFlag
  | { readonly kind: 'plan-missed'; readonly entry: KnownEntry; readonly last: KnownEntry }
  | { readonly kind: 'carried-over'; readonly sentence: CarriedSentence }

/** One metric in both years. */
export interface MetricComparison {
  readonly last: KnownEntry
  readonly current: KnownEntry
  /** this year less last year, in the base unit; percentage points for percentages */
  readonly change: Decimal
  /** the change in a hundred of last year's value, one decimal; nothing for percentages and from zero */
  readonly rate: Decimal | undefined
  readonly flags: readonly ComparisonFlag[]
}

/** A value of one year without its match. */
export interface UnmatchedFigure {
  readonly side: 'last' | 'current'
  readonly entry: KnownEntry
  /** `ambiguous`: its report gives two values for the metric, or the other one does */
  readonly reason: 'absent' | 'ambiguous'
}

/** Two reports of one unit side by side. */
export interface ReportComparison {
  readonly lastYear: number
  readonly currentYear: number
  readonly metrics: readonly MetricComparison[]
  readonly plans: readonly PlanComparison[]
  readonly carried: readonly CarriedSentence[]
  readonly unmatched: readonly UnmatchedFigure[]
  /** everything to be looked at again, in the order of this year's report */
  readonly flags: readonly ComparisonFlag[]
}

/** Why two reports cannot be compared. */
export type ComparisonObstacle = 'last-year-unknown' | 'current-year-unknown' | 'same-year' | 'wrong-order'

/**
 * Sets this year's report beside last year's. Metrics match when their words, class of unit and scope are the same and each
 * report gives one value for them; what the words leave open is listed as unmatched and never guessed. `last` may be the
 * plan for this year: then only plans and results are compared.
 */
export function compareReports(last: ReportDocument, current: ReportDocument): ReportComparison | ComparisonObstacle {
  const years = yearsOf(last, current)
  if (typeof years === 'string') return years
  const { lastYear, currentYear } = years
  const then = new FigureIndex(last, ledgerOf(last), lastYear)
  const now = new FigureIndex(current, ledgerOf(current), currentYear)
  const isConsecutive = currentYear - lastYear === 1
  const former = isConsecutive ? checkFormerValues(then, current, lastYear) : []
  // a former value that is wrong makes the change wrong too: told once
  const told = new Set(former.map(({ entry }) => entry.change?.subject))
  const metrics = matched(then, now).map((pair) =>
    withFlags(pair, isConsecutive && !told.has(pair.current) ? checkClaims(pair.last, pair.current, ledgerOf(current)) : []),
  )
  const plans = comparePlans(last, now, currentYear)
  const carried = carriedOver(last, current)
  const flags: ComparisonFlag[] = [
    ...metrics.flatMap((metric) => metric.flags),
    ...former,
    ...plans.flatMap(({ plan, result, status }) =>
      status === 'missed' && result !== undefined ? [{ kind: 'plan-missed' as const, entry: result, last: plan }] : [],
    ),
    ...carried.filter(({ hasNewFigures }) => !hasNewFigures).map((sentence) => ({ kind: 'carried-over' as const, sentence })),
  ]
  return {
    lastYear,
    currentYear,
    metrics,
    plans,
    carried,
    unmatched: [...unmatched(then, now, 'last'), ...unmatched(now, then, 'current')],
    flags: inOrder(flags),
  }
}

/** Where a flag stands in this year's report. */
export function placeOfFlag(flag: ComparisonFlag): Pick<LedgerEntry, 'line' | 'column' | 'start'> {
  return flag.kind === 'carried-over' ? flag.sentence.current : flag.entry
}

function yearsOf(last: ReportDocument, current: ReportDocument): { lastYear: number; currentYear: number } | ComparisonObstacle {
  const currentYear = current.profile.year
  if (currentYear === undefined) return 'current-year-unknown'
  if (last.profile.kind === 'plan') {
    const planned = last.profile.planYear ?? last.profile.year
    if (planned === currentYear) return { lastYear: currentYear - 1, currentYear }
  }
  const lastYear = last.profile.year
  if (lastYear === undefined) return 'last-year-unknown'
  if (lastYear === currentYear) return 'same-year'
  return lastYear > currentYear ? 'wrong-order' : { lastYear, currentYear }
}

interface Pair {
  readonly last: KnownEntry
  readonly current: KnownEntry
}

function matched(then: FigureIndex, now: FigureIndex): Pair[] {
  return now.values().flatMap(([key, current]) => {
    const last = then.valueOf(key)
    return last === undefined ? [] : [{ last, current }]
  })
}

function withFlags({ last, current }: Pair, claims: readonly ClaimFlag[]): MetricComparison {
  const flags: ComparisonFlag[] = [...claims]
  if (isUnchanged(last, current)) flags.push({ kind: 'unchanged', entry: current, last })
  if (isJump(last, current)) flags.push({ kind: 'jump', entry: current, last })
  return { last, current, ...changeOf(last, current), flags }
}

function unmatched(own: FigureIndex, other: FigureIndex, side: UnmatchedFigure['side']): UnmatchedFigure[] {
  return own.all().flatMap(([key, entry]): UnmatchedFigure[] => {
    if (own.isAmbiguous(key) || other.isAmbiguous(key)) return [{ side, entry, reason: 'ambiguous' }]
    return other.valueOf(key) === undefined ? [{ side, entry, reason: 'absent' }] : []
  })
}

function inOrder(flags: readonly ComparisonFlag[]): ComparisonFlag[] {
  return [...flags].sort((a, b) => placeOfFlag(a).start - placeOfFlag(b).start)
}

import type { ReportDocument } from '../document/report-document.js'
import { isKnownEntry, type FigureIndex, type KnownEntry } from './compare-match.js'
import { ledgerOf } from './ledger.js'

/** What last year's report planned for this year, and what this year's report says of it. */
export interface PlanComparison {
  readonly plan: KnownEntry
  readonly result: KnownEntry | undefined
  /** `untold`: this year's report has no such figure */
  readonly status: 'met' | 'missed' | 'untold'
}

/** What had better be less than planned. */
const UNWANTED = /辍学|流失|失学|事故|投诉|信访|大班额|近视|肥胖|违规|违法|违纪|案件|发案|能耗|债务|欠|死亡|受伤|隐患数|空缺|缺口/

const DEALT_WITH = /整改|查处|办结|化解|处置|消除|排查|培训|演练|救助/

/**
 * The plans for this year with their results. A plan that its report gives two values for is left out, and so are plans to
 * raise something by so much.
 */
export function comparePlans(last: ReportDocument, now: FigureIndex, currentYear: number): PlanComparison[] {
  const plans = new Map<string, KnownEntry[]>()
  for (const entry of ledgerOf(last)) {
    if (entry.role !== 'planned' || entry.year !== currentYear || !isKnownEntry(entry)) continue
    const key = now.keyOf({ ...entry, section: '' })
    if (key !== undefined) plans.set(key, [...(plans.get(key) ?? []), entry])
  }
  return Array.from(plans).flatMap(([key, [plan, another]]) => {
    if (plan === undefined || another !== undefined) return []
    const result = now.valueOf(key)
    return [{ plan, result, status: result === undefined ? ('untold' as const) : isMissed(plan, result) ? ('missed' as const) : ('met' as const) }]
  })
}

function isMissed(plan: KnownEntry, result: KnownEntry): boolean {
  const isCeiling = plan.approximation === 'at-most' || (UNWANTED.test(plan.metric) && !DEALT_WITH.test(plan.metric))
  if (isCeiling) return plan.interval.high !== undefined && result.interval.low.compare(plan.interval.high) > 0
  return result.interval.high !== undefined && result.interval.high.compare(plan.interval.low) < 0
}

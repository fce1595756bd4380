import type { FigureState, ReportFigure } from '@gongwen/messages'
import { checkedFigures, ledgerOf, type CheckedFigure, type Finding, type LedgerEntry, type TextRange } from '@gongwen/engine'
import type { CheckedText } from '../checking/checked-text.js'
import { toRange } from '../converters/positions.js'

/** The figure ledger of a document, each figure with how far it is borne out. */
export function figuresOf(checked: CheckedText): ReportFigure[] {
  const { document } = checked
  const computed = new Map(checkedFigures(document).map((figure) => [figure.claim.start, figure]))
  const doubts = checked.findings.filter(({ ruleId }) => ruleId.startsWith('figures/'))
  return ledgerOf(document).map((entry) => ({
    metric: entry.metric,
    value: entry.value?.trimmed.toString() ?? null,
    written: entry.written,
    unit: entry.kind === 'percentage' ? '%' : entry.unit,
    scope: entry.scope,
    year: entry.year ?? null,
    role: entry.role,
    section: entry.section,
    ...stateOf(entry, doubts, computed),
    range: toRange(document.lines, entry),
  }))
}

/** A finding about a figure says more than arithmetic that holds, and that more than the figure alone. */
function stateOf(entry: LedgerEntry, doubts: readonly Finding[], computed: ReadonlyMap<number, CheckedFigure>): { state: FigureState; note: string } {
  const doubt = doubts.find((finding) => overlap(finding, entry))
  if (doubt !== undefined) return { state: doubt.severity === 'error' ? 'wrong' : 'doubtful', note: doubt.message }
  if (entry.value === undefined) return { state: 'open', note: '' }
  const sum = computed.get(entry.start)
  if (sum?.holds === true) return { state: 'checked', note: `${sum.formula}${sum.isRounded ? '≈' : '＝'}${sum.result}` }
  return { state: 'stated', note: '' }
}

function overlap(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end
}

import { Decimal } from '../document/decimal.js'
import { Join } from '../document/joining.js'
import { AT_CONSTANT_PRICES } from './growth.js'
import { entriesAt, sourceOfEntries, type LedgerEntry } from './ledger.js'
import { ownScope, scopeKey } from './ledger-scope.js'

/** A planned value with its growth, which this year's value elsewhere in the report does not give. */
export interface PlanGrowth {
  readonly planned: LedgerEntry
  readonly rate: LedgerEntry
  readonly done: LedgerEntry
  /** the growth in per cent that the two values give, below zero for a fall */
  readonly growth: Decimal
}

/** Points that a planned growth may be off: plans are round numbers. */
const SLACK = Decimal.of(1)
const HUNDRED = Decimal.of(100)

/** A planned growth, or a value that was reached. */
interface GrowthOrValue {
  readonly rate: LedgerEntry | undefined
  readonly done: LedgerEntry | undefined
  readonly key: string
}

/** The planned values of a report whose growth goes against this year's value: 完成4862万元, and 计划5250万元，增长18%. */
export const WRONG_PLAN_GROWTHS = new Join<GrowthOrValue, PlanGrowth>({
  itemsAt: (at, document) => entriesAt(at, document).flatMap((entry) => growthOrValue(entry, ownScope(document))),
  sourceOf: sourceOfEntries,
  keyOf: ({ key }) => key,
  leads: ({ rate }) => rate !== undefined,
  answers: (items) => {
    const done = items.flatMap((item) => item.done ?? [])
    return items.flatMap(({ rate }) => (rate === undefined ? [] : wrongGrowth(rate, done)))
  },
})

/** What an entry brings in, under the key of the value that was reached. */
function growthOrValue(entry: LedgerEntry, own: string | undefined): GrowthOrValue[] {
  const { role, value, year, isInTable } = entry
  if (isPlannedGrowth(entry)) {
    const planned = entry.change?.subject
    return planned?.year === undefined ? [] : [{ rate: entry, done: undefined, key: keyOf(planned, planned.year - 1, own) }]
  }
  if (role !== 'done' || value === undefined || value.isZero || year === undefined || isInTable) return []
  return [{ rate: undefined, done: entry, key: keyOf(entry, year, own) }]
}

function wrongGrowth(rate: LedgerEntry, [last, other]: readonly LedgerEntry[]): PlanGrowth[] {
  const planned = rate.change?.subject
  if (planned === undefined || last?.value === undefined || planned.value === undefined) return []
  // given twice with other values, it is not plain which is meant
  if (other?.value !== undefined && !other.value.equals(last.value)) return []
  const growth = planned.value.minus(last.value).times(HUNDRED).quotient(last.value, 1)
  return holds(rate, planned, last) ? [] : [{ planned, rate, done: last, growth }]
}

function isPlannedGrowth({ role, kind, approximation, change, metricKey }: LedgerEntry): boolean {
  const subject = change?.subject
  if (role !== 'change' || kind !== 'percentage' || approximation !== 'exact' || change === undefined || change.direction === 0) return false
  return subject?.role === 'planned' && subject.approximation === 'exact' && subject.kind !== 'percentage' && !AT_CONSTANT_PRICES.test(metricKey)
}

function keyOf({ metricKey, unitClass, scope }: LedgerEntry, year: number, own: string | undefined): string {
  return [metricKey, unitClass, scopeKey(scope, own), year].join('|')
}

/** Whether a growth may be what the two values give; of values many times apart, or one that may be none (近100), the words may mean other things. */
function holds({ value, change, interval }: LedgerEntry, planned: LedgerEntry, done: LedgerEntry): boolean {
  const [from, to] = [done.interval, planned.interval]
  if (value === undefined || from.high === undefined || to.high === undefined || interval.high === undefined || from.low.compare(Decimal.ZERO) <= 0) return true
  const [low, high] = [percentOf(to.low, from.high), percentOf(to.high, from.low)]
  const [least, most] = change?.direction === -1 ? [Decimal.ZERO.minus(interval.high), Decimal.ZERO.minus(interval.low)] : [interval.low, interval.high]
  const isFar = high.compare(HUNDRED) > 0 || low.compare(Decimal.of(-60)) < 0
  return isFar || (low.minus(SLACK).compare(most) <= 0 && high.plus(SLACK).compare(least) >= 0)
}

function percentOf(value: Decimal, base: Decimal): Decimal {
  return value.minus(base).times(HUNDRED).quotient(base, 6)
}

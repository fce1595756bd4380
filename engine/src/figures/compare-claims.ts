import { Decimal } from '../document/decimal.js'
import { meet, type FigureInterval } from '../document/figure.js'
import type { ReportDocument } from '../document/report-document.js'
import type { FigureIndex, KnownEntry } from './compare-match.js'
import { isKnownEntry } from './compare-match.js'
import { ledgerOf, type LedgerEntry } from './ledger.js'

/**
 * A claim of this year's report that last year's report does not bear out. `direction`: the words say up, the values went
 * down; `change`: the difference or rate is another; `former`: last year's value is given as another.
 */
export interface ClaimFlag {
  readonly kind: 'direction' | 'change' | 'former'
  /** the value of this year; for a former value of last year that this year's report names, that one */
  readonly entry: KnownEntry
  /** the same metric in last year's report */
  readonly last: KnownEntry
  /** the figure that claims; nothing when only words do (增加到) */
  readonly claim: KnownEntry | undefined
  /** what the two values give for the claim: a difference, a rate in per cent or percentage points, without sign */
  readonly expected: Decimal | undefined
}

/** Measures whose growth is told at constant prices, and whose values of years past are revised. */
const AT_CONSTANT_PRICES = /生产总值|GDP|增加值|产值|纯收入|可支配收入|零售总额/
const HUNDRED = Decimal.of(100)

/** What this year's report says of a metric's change since last year and last year's value does not bear out. */
export function checkClaims(last: KnownEntry, current: KnownEntry, ledger: readonly LedgerEntry[]): ClaimFlag[] {
  const claims = claimsOf(ledger).get(current) ?? []
  const moved = Math.sign(current.value.compare(last.value))
  const against = [current.direction, ...claims.map(({ change }) => change?.direction ?? 0)].find((direction) => direction !== 0 && moved === -direction)
  if (against !== undefined) {
    const claim = claims.find(({ role }) => role === 'change')
    return [{ kind: 'direction', entry: current, last, claim, expected: undefined }]
  }
  return claims.flatMap((claim): ClaimFlag[] => {
    if (claim.role !== 'change' || (claim.change?.direction ?? 0) === 0) return []
    const expected = expectedFor(claim, last, current)
    if (expected === undefined || meet(expected.interval, claim.interval)) return []
    return [{ kind: 'change', entry: current, last, claim, expected: expected.value }]
  })
}

/** Last year's values as this year's report names them (比上年的360人, 2023年招生3200人) where last year's report has others. */
export function checkFormerValues(then: FigureIndex, current: ReportDocument, lastYear: number): ClaimFlag[] {
  return ledgerOf(current).flatMap((entry): ClaimFlag[] => {
    if (entry.year !== lastYear || !isKnownEntry(entry) || !/^(?:base|done|share)$/.test(entry.role)) return []
    const key = then.keyOf(entry.change?.subject === undefined ? entry : { ...entry.change.subject, section: entry.section })
    const last = key === undefined ? undefined : then.valueOf(key)
    if (last === undefined || last.unitClass !== entry.unitClass || meet(last.interval, entry.interval)) return []
    return [{ kind: 'former', entry, last, claim: undefined, expected: undefined }]
  })
}

const claimsOfLedger = new WeakMap<readonly LedgerEntry[], Map<LedgerEntry, KnownEntry[]>>()

/** The changes since the year before that a ledger tells, by what changed. */
function claimsOf(ledger: readonly LedgerEntry[]): Map<LedgerEntry, KnownEntry[]> {
  let claims = claimsOfLedger.get(ledger)
  if (claims === undefined) {
    claims = new Map<LedgerEntry, KnownEntry[]>()
    for (const entry of ledger) {
      if (entry.change?.isYearOnYear !== true || entry.change.subject === undefined || !isKnownEntry(entry)) continue
      claims.set(entry.change.subject, [...(claims.get(entry.change.subject) ?? []), entry])
    }
    claimsOfLedger.set(ledger, claims)
  }
  return claims
}

/** What two years' values make of a claimed difference, rate or number of points; nothing for multiples. */
function expectedFor(claim: KnownEntry, last: KnownEntry, current: KnownEntry): { value: Decimal; interval: FigureInterval } | undefined {
  const [less, more] = (claim.change?.direction ?? 0) < 0 ? [current, last] : [last, current]
  if (less.interval.high === undefined || more.interval.high === undefined || last.interval.high === undefined) return undefined
  const gap = { low: more.interval.low.minus(less.interval.high), high: more.interval.high.minus(less.interval.low) }
  const value = more.value.minus(less.value)
  if (claim.kind === 'percentage-point') return current.kind === 'percentage' ? { value, interval: gap } : undefined
  if (claim.kind === 'percentage') {
    if (AT_CONSTANT_PRICES.test(current.metric) || current.kind === 'percentage' || last.interval.low.compare(Decimal.ZERO) <= 0 || gap.low.sign < 0)
      return undefined
    return {
      value: value.times(HUNDRED).quotient(last.value, 1),
      interval: { low: gap.low.times(HUNDRED).quotient(last.interval.high, 10, 'down'), high: gap.high.times(HUNDRED).quotient(last.interval.low, 10, 'up') },
    }
  }
  return claim.unitClass === current.unitClass ? { value, interval: gap } : undefined
}

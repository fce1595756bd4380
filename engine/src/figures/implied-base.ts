import { Decimal } from '../document/decimal.js'
import { isComparable, meet, type FigureInterval } from '../document/figure.js'
import { Question } from '../document/gathering.js'
import type { ReportDocument } from '../document/report-document.js'
import type { TextRange } from '../text/range.js'
import { ledgerOf, type LedgerEntry } from './ledger.js'
import { ownScope, scopeAt, scopeKey } from './ledger-scope.js'
import { isDelta, isKnownPlaced, isPerUnit, quantitiesOf, textBetween, written, type KnownPlacedFigure, type PlacedFigure } from './placed-figure.js'
import type { Block } from '../markdown/block.js'

/** A whole that a part and its share imply; `range` of the percentage, of the whole text. */
export interface ImpliedBase {
  readonly name: string
  readonly part: KnownPlacedFigure
  readonly share: KnownPlacedFigure
  readonly range: TextRange
  readonly base: FigureInterval
  /** the whole that the figures as written give */
  readonly value: Decimal
}

/** A whole that a share implies beside another share of it, or beside the whole as the report states it elsewhere. */
export type ContraryBase =
  | { readonly kind: 'shares'; readonly first: ImpliedBase; readonly second: ImpliedBase }
  | { readonly kind: 'stated'; readonly implied: ImpliedBase; readonly stated: LedgerEntry }

const SCOPE = '全[国省市州县区镇乡校局院园]|全系统|[我本][省市县区镇乡校局院园]'
const NAMED = new RegExp(`(?:^|[^侵抢霸强])占(${SCOPE})?([^，。；\\d]{2,14})的$`)
/** A name without a scope is that of the whole report where it is long enough to be one thing, or says 总数. */
const SHORTEST_NAME = 3
const TOTAL_WORD = /(?:总数|总量|总人数|总额|人数|户数|总)$/
const OTHER_TIME = /上年|去年|同期|累计|上半年|季度|(?:19|20)\d\d年|目标|计划|(?<!级)以上|新增|增量/
const STATED_TAIL = /(?:共有|现有|总数|总人数|总量|人数|户数|达到|[有共为达计]){1,4}$/

/** Pairs of shares of one named whole, and shares beside that whole as stated, that imply wholes more than half a per cent apart. */
export function contraryBases(document: ReportDocument): ContraryBase[] {
  const own = ownScope(document)
  const byName = new Map<string, ImpliedBase>()
  const contrary: ContraryBase[] = []
  const bases = [...impliedBases(document, own)]
  if (bases.length === 0) return []
  const stated = statedTotals(document, own, new Set(bases.map(({ key }) => key)))
  for (const { implied, key, hasScope } of bases) {
    const totals = stated.get(key) ?? []
    const isSettled = totals.some((entry) => fits(document, implied, entry))
    const [first] = totals
    if (!isSettled && first !== undefined && totals.every((entry) => !meet(entry.interval, implied.base)) && isContraryTo(implied, first.value as Decimal)) {
      contrary.push({ kind: 'stated', implied, stated: first })
      continue
    }
    if (!hasScope) continue
    const before = byName.get(key)
    if (before === undefined) byName.set(key, implied)
    else if (isContrary(before, implied)) contrary.push({ kind: 'shares', first: before, second: implied })
  }
  return contrary
}

/** Whether a stated whole stands in the share's paragraph, so that the share itself is computed with it, or agrees with the share. */
function fits({ text }: ReportDocument, { range, base }: ImpliedBase, entry: LedgerEntry): boolean {
  return meet(entry.interval, base) || (entry.end <= range.start && range.start - entry.end < NEAR && !text.slice(entry.end, range.start).includes('\n'))
}

/** Characters within which a whole stands beside a share. */
const NEAR = 120

/** The wholes that a report states, by scope, name and class of unit: 全县现有专任教师2864人. */
function statedTotals(document: ReportDocument, own: string | undefined, wanted: ReadonlySet<string>): Map<string, LedgerEntry[]> {
  const totals = new Map<string, LedgerEntry[]>()
  for (const entry of ledgerOf(document)) {
    const { value, role, kind, approximation, metricKey, year } = entry
    if (value === undefined || role !== 'done' || (kind !== 'count' && kind !== 'money') || !/^(?:exact|over)$/.test(approximation) || metricKey.length < 2)
      continue
    // of a whole of none there is no share, so the share speaks of another
    if (year !== document.profile.year || value.isZero) continue
    const key = [scopeKey(entry.scope, own), metricKey.replace(TOTAL_WORD, ''), entry.unitClass].join('|')
    if (!wanted.has(key)) continue
    const clause = /[^，。；,;：:\n]{0,30}$/.exec(document.text.slice(Math.max(0, entry.start - 30), entry.start))?.[0] ?? ''
    if (!clause.replace(STATED_TAIL, '').endsWith(metricKey) || OTHER_TIME.test(clause) || /其中/.test(clause)) continue
    const known = totals.get(key)
    if (known === undefined) totals.set(key, [entry])
    else known.push(entry)
  }
  return totals
}

interface NamedShare {
  readonly part: KnownPlacedFigure
  readonly share: KnownPlacedFigure
  readonly scope: string
  readonly core: string
  /** whether the name of the whole has its scope, and not its sentence alone */
  readonly hasScope: boolean
}

function* impliedBases(document: ReportDocument, own: string | undefined): Iterable<{ implied: ImpliedBase; key: string; hasScope: boolean }> {
  for (const { at, answer } of document.ask(NAMED_SHARES)) {
    for (const { part, share, scope, core, hasScope } of answer) {
      const base = baseOf(part, share)
      if (base === undefined) continue
      const value = part.value.times(Decimal.of(100)).quotient(share.value, 0)
      const implied = { name: (hasScope ? scope : '') + core.replace(TOTAL_WORD, ''), part, share, base, range: document.toDocument(at, share.at), value }
      yield { implied, key: [scopeKey(scope, own), core.replace(TOTAL_WORD, ''), part.unitClass].join('|'), hasScope }
    }
  }
}

const NAMED_SHARES = new Question((block) => {
  const shares = block.canonical.includes('占') ? namedSharesOf(block) : []
  return shares.length === 0 ? undefined : shares
})

/** 630人，占全县教师总数的22.5%: the shares of a block of a whole that is named with its scope. */
function namedSharesOf(block: Block): NamedShare[] {
  const quantities = quantitiesOf(block)
  return quantities.flatMap((share, i) => {
    const part = partBefore(quantities, i)
    if (part === undefined || share.kind !== 'percentage' || !isKnownPlaced(share) || share.approximation !== 'exact') return []
    const between = textBetween(block, part, share)
    const match = NAMED.exec(between)
    if (match === null || !/^[^，。；：]{0,6}，占/.test(between) || OTHER_TIME.test(part.sentence.canonical)) return []
    const core = (match[2] as string).replace(/^[的应]/, '')
    const hasScope = match[1] !== undefined
    if (!hasScope && core.length < SHORTEST_NAME && !TOTAL_WORD.test(core)) return []
    return isAnswered(quantities, part, share) ? [] : [{ part, share, core, hasScope, scope: match[1] ?? scopeAt(share.sentence, share.start) }]
  })
}

/** Whether a figure of the paragraph is the whole that makes the share true: its name may be another there. */
function isAnswered(quantities: readonly PlacedFigure[], part: KnownPlacedFigure, share: KnownPlacedFigure): boolean {
  const base = baseOf(part, share)
  const i = quantities.indexOf(share)
  return (
    base !== undefined &&
    quantities
      .slice(Math.max(0, i - MOST_BACK), i)
      .some((total) => total !== part && isComparable(total, part) && isKnownPlaced(total) && meet(total.interval, base))
  )
}

/** How many figures of its paragraph before a share may be its whole. */
const MOST_BACK = 30

function partBefore(quantities: readonly PlacedFigure[], i: number): KnownPlacedFigure | undefined {
  const [part, share] = [quantities[i - 1], quantities[i] as PlacedFigure]
  if (part === undefined || (part.kind !== 'count' && part.kind !== 'money') || part.sentenceIndex !== share.sentenceIndex || !isKnownPlaced(part))
    return undefined
  return isDelta(part) || isPerUnit(part) || part.approximation !== 'exact' ? undefined : part
}

function baseOf(part: KnownPlacedFigure, { interval }: KnownPlacedFigure): FigureInterval | undefined {
  if (interval.high === undefined || part.interval.high === undefined || interval.low.compare(Decimal.ZERO) <= 0) return undefined
  const hundred = Decimal.of(100)
  return { low: part.interval.low.times(hundred).quotient(interval.high, 4, 'down'), high: part.interval.high.times(hundred).quotient(interval.low, 4, 'up') }
}

function isContrary(a: ImpliedBase, b: ImpliedBase): boolean {
  return !meet(a.base, b.base) && isContraryTo(a, b.value) && written(a.part) !== written(b.part)
}

/** More than half a per cent apart, yet not so far that the same words must mean another kind (教师 of one school and of the county). */
function isContraryTo({ value }: ImpliedBase, other: Decimal): boolean {
  const gap = value.minus(other).abs()
  return gap.times(Decimal.of(200)).compare(value) > 0 && gap.compare(value) <= 0
}

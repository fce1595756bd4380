import { Decimal } from '../document/decimal.js'
import { isComparable, meet, type FigureInterval } from '../document/figure.js'
import { Join } from '../document/joining.js'
import type { PositionedBlock } from '../document/outline.js'
import type { ReportDocument } from '../document/report-document.js'
import { keptOn } from '../text/kept.js'
import type { TextRange } from '../text/range.js'
import { entriesAt, sourceOfEntries, type LedgerEntry } from './ledger.js'
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

/** A share of a named whole, or a figure that may state a whole. */
type ShareOrTotal =
  | { readonly implied: ImpliedBase; readonly key: string; readonly hasScope: boolean; readonly stated?: undefined }
  | { readonly implied?: undefined; readonly key: string; readonly stated: LedgerEntry }

/** Pairs of shares of one named whole, and shares beside that whole as stated, that imply wholes more than half a per cent apart. */
export const CONTRARY_BASES = new Join<ShareOrTotal, ContraryBase>({
  itemsAt: (at, document) => [...impliedBases(at, document), ...possibleTotals(at, document)],
  sourceOf: sourceOfEntries,
  keyOf: ({ key }) => key,
  leads: ({ implied }) => implied !== undefined,
  answers: contraryOf,
})

/** What shares of one whole and the figures that state it, each in reading order, say against each other. */
function contraryOf(items: readonly ShareOrTotal[], document: ReportDocument): ContraryBase[] {
  const contrary: ContraryBase[] = []
  const totals = items.flatMap(({ stated }) => (stated !== undefined && isStatedTotal(stated, document) ? [stated] : []))
  const [first] = totals
  let before: ImpliedBase | undefined
  for (const item of items) {
    if (item.implied === undefined) continue
    const { implied, hasScope } = item
    const isSettled = totals.some((entry) => fits(document, implied, entry))
    if (!isSettled && first !== undefined && totals.every((entry) => !meet(entry.interval, implied.base)) && isContraryTo(implied, first.value as Decimal)) {
      contrary.push({ kind: 'stated', implied, stated: first })
      continue
    }
    if (!hasScope) continue
    if (before === undefined) before = implied
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

/** The figures of a block that may state a whole, by scope, name and class of unit: 全县现有专任教师2864人. */
function possibleTotals(at: PositionedBlock, document: ReportDocument): ShareOrTotal[] {
  const own = ownScope(document)
  return entriesAt(at, document).flatMap((stated) => {
    const { value, role, kind, approximation, metricKey, year, scope, unitClass } = stated
    if (value === undefined || role !== 'done' || (kind !== 'count' && kind !== 'money') || !/^(?:exact|over)$/.test(approximation)) return []
    // of a whole of none there is no share, so the share speaks of another
    if (metricKey.length < 2 || year !== document.profile.year || value.isZero) return []
    return [{ stated, key: [scopeKey(scope, own), metricKey.replace(TOTAL_WORD, ''), unitClass].join('|') }]
  })
}

/** Whether the words before a figure give it as the whole. */
function isStatedTotal({ start, metricKey }: LedgerEntry, { text }: ReportDocument): boolean {
  const clause = /[^，。；,;：:\n]{0,30}$/.exec(text.slice(Math.max(0, start - 30), start))?.[0] ?? ''
  return clause.replace(STATED_TAIL, '').endsWith(metricKey) && !OTHER_TIME.test(clause) && !/其中/.test(clause)
}

interface NamedShare {
  readonly part: KnownPlacedFigure
  readonly share: KnownPlacedFigure
  readonly scope: string
  readonly core: string
  /** whether the name of the whole has its scope, and not its sentence alone */
  readonly hasScope: boolean
}

function impliedBases(at: PositionedBlock, document: ReportDocument): ShareOrTotal[] {
  return namedSharesIn(at.block).flatMap(({ part, share, scope, core, hasScope }) => {
    const base = baseOf(part, share)
    if (base === undefined) return []
    const value = part.value.times(Decimal.of(100)).quotient(share.value, 0)
    const implied = { name: (hasScope ? scope : '') + core.replace(TOTAL_WORD, ''), part, share, base, range: document.toDocument(at, share.at), value }
    return [{ implied, key: [scopeKey(scope, ownScope(document)), core.replace(TOTAL_WORD, ''), part.unitClass].join('|'), hasScope }]
  })
}

const namedSharesIn = keptOn((block: Block): readonly NamedShare[] => (block.canonical.includes('占') ? namedSharesOf(block) : []))

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

import { Decimal } from '../document/decimal.js'
import { meet, type FigureInterval } from '../document/figure.js'
import type { ReportDocument } from '../document/report-document.js'
import type { TextRange } from '../text/range.js'
import { isDelta, isKnownPlaced, isPerUnit, quantitiesOf, written, type KnownPlacedFigure } from './placed-figure.js'

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

const NAMED = /(?:^|[^侵抢霸强])占((?:全[国省市州县区镇乡校系统]{1,2}|[我本][省市县区镇乡校])[^，。；\d]{2,14}?)(?:总数|总量|总人数|总额)?的$/
const OTHER_TIME = /上年|去年|同期|累计|上半年|季度|(?:19|20)\d\d年|目标|计划|以上|新增|增量/

/** Pairs of shares of one named whole (占全县教师总数的) whose parts imply wholes more than half a per cent apart. */
export function contraryBases(document: ReportDocument): { first: ImpliedBase; second: ImpliedBase }[] {
  const byName = new Map<string, ImpliedBase>()
  const contrary: { first: ImpliedBase; second: ImpliedBase }[] = []
  for (const implied of impliedBases(document)) {
    const key = `${implied.name} ${implied.part.unitClass}`
    const first = byName.get(key)
    if (first === undefined) byName.set(key, implied)
    else if (isContrary(first, implied)) contrary.push({ first, second: implied })
  }
  return contrary
}

function* impliedBases(document: ReportDocument): Iterable<ImpliedBase> {
  for (const at of document.prose()) {
    const quantities = quantitiesOf(at.block)
    for (const [i, share] of quantities.entries()) {
      const part = quantities[i - 1]
      if (
        part === undefined ||
        share.kind !== 'percentage' ||
        part.sentenceIndex !== share.sentenceIndex ||
        part.kind !== 'count' ||
        !isKnownPlaced(part) ||
        !isKnownPlaced(share)
      )
        continue
      if (isDelta(part) || isPerUnit(part) || part.approximation !== 'exact' || share.approximation !== 'exact') continue
      const between = at.block.canonical.slice(part.at.end, share.at.start)
      const name = NAMED.exec(between)?.[1]
      if (name === undefined || !/^[^，。；：]{0,6}，占/.test(between) || OTHER_TIME.test(part.sentence.canonical)) continue
      const base = baseOf(part, share)
      if (base !== undefined)
        yield { name, part, share, base, range: document.toDocument(at, share.at), value: part.value.times(Decimal.of(100)).quotient(share.value, 0) }
    }
  }
}

function baseOf(part: KnownPlacedFigure, { interval }: KnownPlacedFigure): FigureInterval | undefined {
  if (interval.high === undefined || part.interval.high === undefined || interval.low.compare(Decimal.ZERO) <= 0) return undefined
  const hundred = Decimal.of(100)
  return { low: part.interval.low.times(hundred).quotient(interval.high, 4, 'down'), high: part.interval.high.times(hundred).quotient(interval.low, 4, 'up') }
}

function isContrary(a: ImpliedBase, b: ImpliedBase): boolean {
  const gap = a.value.minus(b.value).abs()
  const isSmall = gap.times(Decimal.of(200)).compare(a.value) <= 0
  // the same words with bases many times apart are of another kind (教师 of one school and of the county)
  return !meet(a.base, b.base) && !isSmall && gap.compare(a.value) <= 0 && written(a.part) !== written(b.part)
}

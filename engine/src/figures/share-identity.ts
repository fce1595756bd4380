import { Decimal } from '../document/decimal.js'
import { meet, type FigureInterval } from '../document/figure.js'
import type { Block } from '../markdown/block.js'
import { isKnownPlaced, quantitiesOf, textBetween, type KnownPlacedFigure, type PlacedFigure } from './placed-figure.js'
import { rateNamed } from './share-rate.js'
import { wrongShares } from './share.js'

/**
 * A district's rate, the rate of the whole, and the district's shares of both counts behind it. The four bind each other:
 * the rate is that of the whole, times the share of the part, by the share of the base.
 */
export interface ShareIdentity {
  readonly rate: KnownPlacedFigure
  readonly rateOfWhole: KnownPlacedFigure
  readonly shareOfPart: KnownPlacedFigure
  readonly shareOfBase: KnownPlacedFigure
  /** what the three others give */
  readonly expected: Decimal
}

const SHARE_OF = /占(全[国省市州盟])([^，。；：]{2,16}?)(?:的|比[例重]?[为达]?)$/
const RATE_OF_WHOLE = /(?:高于|低于|高出|比)(全[国省市州盟])[^，。；：\d]{0,10}$/
const PRECISION = 8

/** The rates of a block that the shares given beside them contradict, where no two counts prove the same. */
export function wrongShareIdentities(block: Block): ShareIdentity[] {
  const quantities = quantitiesOf(block)
  if (!quantities.some(({ label }) => RATE_OF_WHOLE.test(label))) return []
  const proved = new Set(wrongShares(block).map(({ claim }) => claim))
  const shares = namedShares(quantities)
  return quantities.flatMap((rateOfWhole, i) => {
    const rate = quantities[i - 1]
    const scope = RATE_OF_WHOLE.exec(rateOfWhole.label)?.[1]
    if (scope === undefined || rate === undefined || !isExactPercent(rate) || !isExactPercent(rateOfWhole) || proved.has(rate)) return []
    if (rate.sentenceIndex !== rateOfWhole.sentenceIndex || textBetween(block, rate, rateOfWhole).length > 16) return []
    const stem = rateNamed(rate.label)?.term.stem
    const ofScope = shares.filter((share) => share.scope === scope)
    const part = ofScope.filter(({ core }) => stem !== undefined && core.includes(stem))
    const base = ofScope.filter(({ core }) => /参考|报考|考生|学生|应考|人数|总数/.test(core) && (stem === undefined || !core.includes(stem)))
    if (part.length !== 1 || base.length !== 1) return []
    const identity = identityOf(rate, rateOfWhole, (part[0] as NamedShare).share, (base[0] as NamedShare).share)
    return identity === undefined ? [] : [identity]
  })
}

interface NamedShare {
  readonly share: KnownPlacedFigure
  readonly scope: string
  readonly core: string
}

function namedShares(quantities: readonly PlacedFigure[]): NamedShare[] {
  return quantities.flatMap((share) => {
    const match = SHARE_OF.exec(share.label)
    if (match === null || !isExactPercent(share)) return []
    return [{ share, scope: match[1] as string, core: match[2] as string }]
  })
}

function isExactPercent(figure: PlacedFigure): figure is KnownPlacedFigure {
  return figure.kind === 'percentage' && isKnownPlaced(figure) && figure.approximation === 'exact' && !figure.value.isZero
}

function identityOf(rate: KnownPlacedFigure, rateOfWhole: KnownPlacedFigure, part: KnownPlacedFigure, base: KnownPlacedFigure): ShareIdentity | undefined {
  const given = product(rateOfWhole.interval, part.interval, base.interval)
  if (given === undefined || meet(given, rate.interval)) return undefined
  const expected = rateOfWhole.value.times(part.value).quotient(base.value, rate.decimals)
  return { rate, rateOfWhole, shareOfPart: part, shareOfBase: base, expected }
}

function product(whole: FigureInterval, part: FigureInterval, base: FigureInterval): FigureInterval | undefined {
  if (whole.high === undefined || part.high === undefined || base.high === undefined || base.low.compare(Decimal.ZERO) <= 0) return undefined
  return { low: whole.low.times(part.low).quotient(base.high, PRECISION, 'down'), high: whole.high.times(part.high).quotient(base.low, PRECISION, 'up') }
}

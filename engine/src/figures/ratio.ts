import { Decimal } from '../document/decimal.js'
import { meet, type FigureInterval } from '../document/figure.js'
import { intervalOf } from '../document/figure-interval.js'
import type { Block } from '../markdown/block.js'
import type { TextRange } from '../text/range.js'
import { isDelta, isKnownPlaced, isPerUnit, quantitiesOf, subjectOf, type KnownPlacedFigure } from './placed-figure.js'

/** A ratio and the two counts that its name puts beside each other; `range` is of the block's text. */
export interface RatioClaim {
  readonly name: string
  readonly range: TextRange
  readonly text: string
  readonly first: KnownPlacedFigure
  readonly second: KnownPlacedFigure
  /** the two sides as written */
  readonly sides: readonly [Decimal, Decimal]
}

interface RatioTerm {
  readonly first: RegExp
  readonly second: RegExp
}

const STUDENTS = /在校学?生|学生|在园幼儿|幼儿/
const TEACHERS = /专任教师|教职工|教师/
/** Ratios of work reports, and what stands on either side. */
const TERMS: Readonly<Record<string, RatioTerm>> = {
  师生比: { first: TEACHERS, second: STUDENTS },
  生师比: { first: STUDENTS, second: TEACHERS },
  师幼比: { first: TEACHERS, second: STUDENTS },
  医护比: { first: /医师|医生/, second: /护士|护理人员/ },
  床护比: { first: /床位|病床/, second: /护士|护理人员/ },
}
const SIDE = '(\\d{1,4}(?:\\.\\d{1,3})?)'
const CLAIM = `(?:约?[为是达]到?)?约?${SIDE}[∶：:]${SIDE}(?![\\d.])`
const NAMED = new RegExp(`(师生比|生师比|师幼比|医护比|床护比)例?${CLAIM}`, 'g')
/** A word that holds neither 与 nor 和. */
const WORD = '((?:(?![与和])[\\u4e00-\\u9fff]){2,8})'
/** 本科生与研究生之比约为9∶1 */
const BETWEEN = new RegExp(`${WORD}[与和]${WORD}(?:之比|的?比例)${CLAIM}`, 'g')

/** The ratios of a block that no pair of the counts before them gives, where there are such counts. */
export function wrongRatios(block: Block): RatioClaim[] {
  const { canonical } = block
  if (!canonical.includes('比') || !/\d[∶：:]\d/.test(canonical)) return []
  const claims: RatioClaim[] = []
  for (const match of [...canonical.matchAll(NAMED), ...canonical.matchAll(BETWEEN)]) {
    const isNamed = match.length === 4
    const [one, other] = (isNamed ? match.slice(2) : match.slice(3)) as [string, string]
    const term = isNamed ? TERMS[match[1] as string] : { first: endingOf(match[1] as string), second: endingOf(match[2] as string) }
    if (term === undefined) continue
    const name = isNamed ? (match[1] as string) : `${match[1] as string}与${match[2] as string}之比`
    const claim = claimOf(block, name, term, match.index, match[0], [one, other])
    if (claim !== undefined) claims.push(claim)
  }
  return claims
}

/** 全院本科生 is what a figure counts whose words end with 本科生. */
function endingOf(word: string): RegExp {
  return new RegExp(`${word.slice(-3)}$`)
}

function claimOf(block: Block, name: string, term: RatioTerm, at: number, words: string, written: readonly [string, string]): RatioClaim | undefined {
  const before = quantitiesOf(block).filter((figure): figure is KnownPlacedFigure => figure.at.end <= at && isCount(figure))
  // one count on either side: of several nobody can tell which are meant
  const [first, another] = before.filter((figure) => term.first.test(figure.label) || term.first.test(figure.noun.slice(0, LONGEST_NOUN)))
  const [second, other] = before.filter(
    (figure) => figure !== first && (term.second.test(figure.label) || term.second.test(figure.noun.slice(0, LONGEST_NOUN))),
  )
  if (first === undefined || second === undefined || another !== undefined || other !== undefined) return undefined
  const sides = written.map((side) => Decimal.parse(side)) as [Decimal, Decimal]
  if (sides.some((side) => side.isZero) || holds(first, second, sides, words.includes('约'))) return undefined
  const text = `${written[0]}∶${written[1]}`
  return { name, range: { start: at + words.length - text.length, end: at + words.length }, text, first, second, sides }
}

/** Units of text behind a figure that say what it counts. */
const LONGEST_NOUN = 6

function isCount(figure: ReturnType<typeof quantitiesOf>[number]): boolean {
  return (
    isKnownPlaced(figure) &&
    figure.kind === 'count' &&
    !isDelta(figure) &&
    !isPerUnit(figure) &&
    figure.approximation !== 'range' &&
    !/其中/.test(subjectOf(figure))
  )
}

/** Whether two counts stand to each other as two sides of a ratio do, rounded or cut off as written. */
function holds(first: KnownPlacedFigure, second: KnownPlacedFigure, [one, other]: readonly [Decimal, Decimal], isAbout: boolean): boolean {
  const [a, b] = [sideInterval(one, isAbout), sideInterval(other, isAbout)]
  if (first.interval.high === undefined || second.interval.high === undefined || first.interval.low.sign <= 0) return true
  const given = { low: second.interval.low.quotient(first.interval.high, 6, 'down'), high: second.interval.high.quotient(first.interval.low, 6, 'up') }
  return meet(given, { low: b.low.quotient(a.high ?? one, 6, 'down'), high: (b.high ?? other).quotient(a.low, 6, 'up') })
}

/** What a side of a ratio may stand for; a 1 is what the other side is told for, and exact. */
function sideInterval(side: Decimal, isAbout: boolean): FigureInterval {
  const isOne = side.equals(Decimal.of(1))
  const step = Decimal.of(1, side.scale)
  if (isOne) return { low: side, high: side }
  return isAbout ? intervalOf(side, side, step, 'about') : { low: side.minus(step), high: side.plus(step) }
}

/** The other side for 1, as the counts give it, with the places that are written. */
export function ratioOf({ first, second, sides }: RatioClaim): string {
  const [one, other] = sides
  const isFirstOne = one.equals(Decimal.of(1)) || !other.equals(Decimal.of(1))
  return isFirstOne ? `1∶${second.value.quotient(first.value, Math.max(other.scale, 2))}` : `${first.value.quotient(second.value, Math.max(one.scale, 1))}∶1`
}

import { isKnownPlaced, subjectOf, type KnownPlacedFigure } from './placed-figure.js'
import { rateTermOf, type RateTerm } from './rate-terms.js'
import { comparableWith, type ShareContext, type ShareReadings } from './share.js'
import { isPlausible, type ShareReading } from './share-arithmetic.js'

const RATE = /([\u4e00-\u9fffA-Z+]{1,16}?)(?:率|比率|比例)[已均都]?(?:达到了?|[达为是]|约为)?[：:]?$/
const PART_OF_OTHER = /占[^，。；]{0,12}$/

/**
 * 开工率86%, behind 116个项目 and 100个项目已开工: a rate whose part is named by its own words. Rates that are no share of
 * counts said before (增长率, 毛入学率) have no such part and give nothing.
 */
export function readRate(context: ShareContext): ShareReadings | undefined {
  const name = RATE.exec(context.clause)?.[1]
  const term = name === undefined ? undefined : rateTermOf(name.replace(/^(?:其中|平均|总|综合)/, ''))
  if (term === undefined || /毛$/.test((name ?? '').slice(0, -2))) return undefined
  const own = context.before.filter(isKnownPlaced).filter(({ sentenceIndex }) => sentenceIndex === context.claim.sentenceIndex)
  const part = [...own].reverse().find((figure) => isPart(figure, term))
  if (part === undefined) return { keyed: [], others: [], isCertain: false }
  const greater = comparableWith(part, context.before).filter((whole) => whole.value.compare(part.value) >= 0 && whole.at.end <= part.at.start && !PART_OF_OTHER.test(whole.label))
  // 督促整改问题261个，整改255个: where nothing else is greater, the whole may have the part's word too
  const others = greater.filter((whole) => !isPart(whole, term))
  const wholes = others.some(({ sentenceIndex }) => sentenceIndex === context.claim.sentenceIndex) ? others : greater.filter((whole) => others.includes(whole) || whole.sentenceIndex === context.claim.sentenceIndex)
  const all = comparableWith(part, own).filter((figure) => isPart(figure, term)).concat(part)
  const parts = [part, ...sibling(own, part, term)]
  const { keyed, isCertain } = choose(wholes, parts, term, context)
  const make = (total: KnownPlacedFigure): ShareReading[] => [{ parts, total }]
  return { keyed: keyed.flatMap(make), others: wholes.flatMap((total) => [{ parts, total }, { parts: [part], total }, { parts: all, total }]), isCertain }
}

function isPart(figure: KnownPlacedFigure, term: RateTerm): boolean {
  const behind = /^[^，。；]{0,8}/.exec(figure.noun)?.[0] ?? ''
  if (PART_OF_OTHER.test(figure.label)) return false
  return term.part.test(figure.label) || (term.stem !== 'A+' && term.part.test(behind) && !/^的?(?:问题|隐患)/.test(behind))
}

/** 优秀 beside 良好 for 优良率, 公办 beside 民办普惠 for 普惠率. */
function sibling(own: readonly KnownPlacedFigure[], part: KnownPlacedFigure, term: RateTerm): KnownPlacedFigure[] {
  const { also } = term
  if (also === undefined || (/公办/.test(also.source) && !/民办/.test(subjectOf(part)))) return []
  const other = comparableWith(part, own).find((figure) => also.test(subjectOf(figure)) && figure !== part)
  return other === undefined ? [] : [other]
}

/** Points that a percentage may be off what a whole gives that the words do not name; one further off has another whole. */
const NEAR = 20

/** The wholes that the words point at: in the sentence those named as such, else its only one; before it, named ones. */
function choose(wholes: readonly KnownPlacedFigure[], parts: readonly KnownPlacedFigure[], term: RateTerm, { claim, block }: ShareContext): { keyed: readonly KnownPlacedFigure[]; isCertain: boolean } {
  const inside = wholes.filter(({ sentenceIndex }) => sentenceIndex === claim.sentenceIndex)
  const fitting = term.also === undefined ? inside : inside.filter((figure) => !term.also?.test(subjectOf(figure)))
  const named = fitting.filter((figure) => term.whole.test(subjectOf(figure)))
  if (named.length > 0) return { keyed: named, isCertain: named.length === 1 }
  const first = parts[0] as KnownPlacedFigure
  const near = fitting.filter((total) => isPlausible({ parts, total }, claim.value, NEAR) && !/[；。]/.test(block.canonical.slice(total.at.end, first.at.start)))
  if (near.length > 0) return { keyed: near, isCertain: near.length === 1 && fitting.length === 1 && term.isGuess !== true }
  if (term.isGuess === true || fitting.length > 0) return { keyed: [], isCertain: false }
  const earlier = wholes.filter((figure) => figure.sentenceIndex !== claim.sentenceIndex && term.whole.test(figure.label))
  return { keyed: earlier, isCertain: earlier.length === 1 }
}

import { subjectOf, type KnownPlacedFigure } from './placed-figure.js'
import { comparableWith, type ShareContext, type ShareReadings } from './share-context.js'
import { isPartialCount, isPartOf, PARTIAL, rateNamed } from './share-rate.js'

/** What makes the figures behind a rate those of another thing. */
const OTHER_THING = /其中|[比较还另并]|同比|环比|上年|去年|累计|目标|力争|同时/

/** 完成率83.3%，完成5万亩，计划6万亩: a rate told before its two counts, or between them (排查126处，整改率95.2%，整改120处). */
export function readRateBefore(context: ShareContext): ShareReadings | undefined {
  const rate = rateNamed(context.clause)
  if (rate === undefined || rate.term.isGuess === true || rate.term.also !== undefined) return undefined
  const { block, claim, before, behind, groupStart, percentages } = context
  const { name, term } = rate
  const parts = behind.filter((figure): figure is KnownPlacedFigure => figure.value !== undefined && isPartOf(figure, term))
  const [part] = parts
  const last = behind[behind.length - 1]
  if (part === undefined || last === undefined || parts.length > 1 || behind.length > 2 || isPartialCount(part, name)) return undefined
  if (OTHER_THING.test(block.canonical.slice(claim.at.end, last.at.start))) return undefined
  // 整改率95%，办结率98%，办结120件: what stands between two rates may belong to either
  if (percentages.some(({ at }) => at.start >= groupStart)) return undefined
  const around = [...before.filter(({ at, sentenceIndex }) => sentenceIndex === claim.sentenceIndex && at.start >= groupStart), ...behind]
  const wholes = comparableWith(part, around).filter((whole) => !isPartOf(whole, term) && whole.value.compare(part.value) >= 0)
  const named = wholes.filter((whole) => term.whole.test(subjectOf(whole)))
  const [total] = named
  if (total === undefined || named.length > 1 || !namesSamePart(name, [part, total])) return undefined
  return { keyed: [{ parts: [part], total }], others: wholes.map((whole) => ({ parts: [part], total: whole })), isCertain: wholes.length === 1 }
}

/** Whether what makes a rate one of a part (重大隐患整改率) is said of the figures behind it too; what else its name says is their subject. */
function namesSamePart(name: string, figures: readonly KnownPlacedFigure[]): boolean {
  const words = figures.map(subjectOf).join('')
  return (name.match(PARTIAL) ?? []).every((word) => words.includes(word))
}

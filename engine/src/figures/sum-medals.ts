import { isKnownPlaced, subjectOf, type PlacedFigure } from './placed-figure.js'
import type { SumClaim } from './sum.js'

/** 8金19银19铜，共46枚: medals make up the total of medals. */
export function medalTotals(quantities: readonly PlacedFigure[]): SumClaim[] {
  return quantities.flatMap((gold, i) => {
    const items = [gold, quantities[i + 1], quantities[i + 2]].filter((item) => item !== undefined).filter(isKnownPlaced)
    if (items.length < 3 || !items.every(({ noun, kind }, n) => kind === 'plain' && noun.startsWith('金银铜'.charAt(n)))) return []
    const total = quantities.find(
      (figure) => figure.sentenceIndex === gold.sentenceIndex && /^[枚块个]$/.test(figure.unit) && /奖牌|共|合计|总计/.test(subjectOf(figure)),
    )
    if (total === undefined || !isKnownPlaced(total) || /[金银铜]牌/.test(subjectOf(total))) return []
    return [{ total, items, relation: 'equal' as const, isCertain: true }]
  })
}

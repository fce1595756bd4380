import { isComparable } from '../document/figure.js'
import type { Block } from '../markdown/block.js'
import { judgeLabels } from './label-families.js'
import { isDelta, isKnownPlaced, isPerUnit, textBetween, type KnownPlacedFigure, type PlacedFigure } from './placed-figure.js'
import { excess, sumHolds, type SumClaim } from './sum.js'

const MOST_ITEMS = 40
const PARTIAL = /[含另除较比占增减每如约等原实应还]|不包括|同比|人均|上年|去年|其余/

const OPENING = /^[^，。；：、（）\d]{0,12}(?:([（：])|，分别[为是]：?)[^，。；：、（）]{0,14}$/

/** 40所（小学25所、初中12所、高中3所）, and the same behind a colon or 分别为: the items make up the total. */
export function totalsInBrackets(block: Block, quantities: readonly PlacedFigure[]): SumClaim[] {
  return quantities.flatMap((total, i) => {
    const first = quantities[i + 1]
    if (first === undefined || !isKnownPlaced(total) || first.sentenceIndex !== total.sentenceIndex) return []
    const opening = OPENING.exec(textBetween(block, total, first))
    if (opening === null || isDelta(total)) return []
    const items = itemsIn(block, quantities, i + 1, opening[1] === '（' ? '）' : '。')
    if (items.length < 2 || !items.every((item) => isComparable(item, total))) return []
    return judge(total, items)
  })
}

/** All quantities up to the closing mark, or none when the text there is more than a list. */
function itemsIn(block: Block, quantities: readonly PlacedFigure[], first: number, closing: string): KnownPlacedFigure[] {
  const head = quantities[first] as PlacedFigure
  const end = block.canonical.indexOf(closing, head.at.end)
  const inside = block.canonical.slice(head.at.start - head.label.length, end)
  if (end < 0 || PARTIAL.test(inside) || (closing === '。' && /[，；]/.test(inside))) return []
  const all = quantities.slice(first, first + MOST_ITEMS).filter(({ at }) => at.start < end)
  // （公办42所、民办54所，其中普惠性民办48所）: from 其中 on the items are cut in another way
  const cut = all.findIndex((item, i) => i > 0 && /其中/.test(block.canonical.slice((all[i - 1] as PlacedFigure).at.end, item.at.start)))
  const items = cut < 0 ? all : all.slice(0, cut)
  return items.every((item): item is KnownPlacedFigure => isKnownPlaced(item) && !isPerUnit(item) && item.approximation !== 'range' && item.label.length > 0)
    ? items
    : []
}

function judge(total: KnownPlacedFigure, items: readonly KnownPlacedFigure[]): SumClaim[] {
  const claim: SumClaim = { total, items, relation: 'equal', isCertain: false }
  if (sumHolds(claim)) return [claim]
  const { isExclusive } = judgeLabels(items.map(({ label }) => label))
  return [{ ...claim, isCertain: isExclusive && excess(claim).sign > 0 }]
}

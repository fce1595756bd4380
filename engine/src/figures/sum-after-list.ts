import { isComparable } from '../document/figure.js'
import type { Block } from '../markdown/block.js'
import { isDelta, isKnownPlaced, isPerUnit, textBetween, type KnownPlacedFigure, type PlacedFigure } from './placed-figure.js'
import { isTightList, sumHolds, type SumClaim } from './sum.js'

const TOTAL_WORD =
  /^(?:(?:以上)?[两二三四五六][项类者批][\u4e00-\u9fff]{0,4}|以上|各类|各项)?(?:(?:合计|共计|总计|总共|一共|共)(?:[\u4e00-\u9fff]{2})?|(?:奖牌|奖项|获奖)总数(?:为|达|达到)?)$/
const MOST_ITEMS = 8

/** A80名、B40名、C20名，共140名: the items right before the total make it up. */
export function totalsAfterLists(block: Block, quantities: readonly PlacedFigure[]): SumClaim[] {
  return quantities.flatMap((total, i) => {
    if (!isKnownPlaced(total) || !TOTAL_WORD.test(total.label) || total.approximation === 'range') return []
    const items = itemsBefore(block, quantities, i)
    if (items.length < 2 || !isPunctuated(block, items, total) || isOtherDeed(total, items)) return []
    const readings = items.slice(0, -1).map((_, from) => items.slice(from))
    const right = readings.find((reading) => sumHolds({ total, items: reading, relation: 'equal' }))
    if (right !== undefined) return [{ total, items: right, relation: 'equal' as const, isCertain: false }]
    const isCertain = isTightList(block, items) && !/^共.{2}$/.test(total.label)
    return isCertain || isTightList(block, items, '、，和及与') ? [{ total, items, relation: 'equal' as const, isCertain }] : []
  })
}

/** 来信36件，网上信访112件，共办结150件: the total is of another deed than the items. */
function isOtherDeed({ label }: KnownPlacedFigure, [first]: readonly KnownPlacedFigure[]): boolean {
  const deed = /(?:合计|共计|总计|总共|一共|共)([\u4e00-\u9fff]{2})$/.exec(label)?.[1]
  return deed !== undefined && !/[奖牌]|合计|总数/.test(deed) && first?.label.includes(deed) !== true
}

function itemsBefore(block: Block, quantities: readonly PlacedFigure[], i: number): KnownPlacedFigure[] {
  const total = quantities[i] as PlacedFigure
  const items: KnownPlacedFigure[] = []
  let next = total
  for (let j = i - 1; j >= 0 && items.length < MOST_ITEMS; j--) {
    const item = quantities[j] as PlacedFigure
    if (item.sentenceIndex !== total.sentenceIndex || item.depth !== total.depth || !isComparable(item, total)) break
    if (!isKnownPlaced(item) || isDelta(item) || isPerUnit(item) || item.approximation === 'range') return []
    if (!/^[^。；：（）]{0,24}$/.test(textBetween(block, item, next))) break
    items.unshift(item)
    next = item
    // 126件，其中国家级2件、省级11件，共计13件: from 其中 on they are summed up, unless it is the whole that is told again
    if (/其中/.test(item.label)) return items.length >= 3 && /合计|共计|总计/.test(total.label) && !isToldAgain(quantities, j, total) ? items : []
  }
  return items
}

/** Whether a total has the value of what stands before the list. */
function isToldAgain(quantities: readonly PlacedFigure[], first: number, total: PlacedFigure): boolean {
  const whole = quantities[first - 1]
  return whole === undefined || !isKnownPlaced(whole) || !isComparable(whole, total) || !isKnownPlaced(total) || whole.value.compare(total.value) <= 0
}

/** The total stands in a clause of its own right behind the last item. */
function isPunctuated(block: Block, items: readonly KnownPlacedFigure[], total: KnownPlacedFigure): boolean {
  const last = items[items.length - 1] as KnownPlacedFigure
  return /^[^，。；：、]{0,8}，?[^，。；：、]{1,6}$/.test(textBetween(block, last, total))
}

import { isComparable } from '../document/figure.js'
import type { Block } from '../markdown/block.js'
import { isDelta, isKnownPlaced, isPerUnit, quantitiesOf, textBetween, type KnownPlacedFigure } from './placed-figure.js'

/** Stages of one piece of work, each a part of the one before: what is found and what is put right. */
const STAGES: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:发现|排查出?|查出|查找|梳理出?)[^，。；]{0,12}$/, /(?:整改|整治|销号|治理)[^，。；]{0,8}$/],
  [/(?:受理|接到|收到|接收|转办|交办)[^，。；]{0,14}$/, /(?:办结|办复|答复|办理完结)[^，。；]{0,6}$/],
  [/(?:申报|报送|选送|参评|参赛|推荐)[^，。；]{0,12}$/, /(?:获奖|获批|立项|入选|通过|获评|获得[^，。；]{0,4}奖项?)[^，。；]{0,6}$/],
  [/(?:报名|参加(?:高考|中考|考试))[^，。；]{0,6}$/, /(?:录取|上线|合格|达线)[^，。；]{0,6}$/],
  [/(?:计划|安排|实施|下达)[^，。；]{0,10}$/, /(?:开工|竣工|完工)[^，。；]{0,6}$/],
  [/开工[^，。；]{0,6}$/, /(?:竣工|完工|验收)[^，。；]{0,6}$/],
  [/(?:发放|发出)[^，。；]{0,10}$/, /(?:回收|收回)[^，。；]{0,6}$/],
]
/** One of these stands before every later stage. */
const LATER = /整[改治]|销号|治理|办[结复理]|答复|获[奖批评得]|立项|入选|通过|录取|上线|合格|达线|[开竣完]工|验收|回收|收回/
const CARRIED_OVER = /累计|历年|往年|上年|含|包括|遗留|另|其他|结转/

/** Two stages whose later count is the greater, or 全部 with another count. */
export interface StageSlip {
  readonly earlier: KnownPlacedFigure
  readonly later: KnownPlacedFigure
  /** the text says that all were dealt with */
  readonly isAll: boolean
}

/** The pairs of stages of a block whose counts go against their order. */
export function stageSlips(block: Block): StageSlip[] {
  const quantities = quantitiesOf(block)
  if (quantities.length < 2) return []
  return quantities.flatMap((later, i) => {
    if (
      !isKnownPlaced(later) ||
      later.kind !== 'count' ||
      !LATER.test(later.label) ||
      isDelta(later) ||
      isPerUnit(later) ||
      CARRIED_OVER.test(later.label + block.canonical.slice(later.at.end, later.at.end + 8))
    )
      return []
    const earlier = quantities
      .slice(Math.max(0, i - 2), i)
      .reverse()
      .find((figure) => isComparable(figure, later) && figure.sentenceIndex === later.sentenceIndex)
    if (earlier === undefined || !isKnownPlaced(earlier) || earlier.depth !== later.depth || isDelta(earlier) || isPerUnit(earlier)) return []
    const between = textBetween(block, earlier, later)
    if (
      /[；。]|其中/.test(between) ||
      between.length > 30 ||
      !STAGES.some(([first, second]) => first.test(earlier.label) && second.test(later.label) && !second.test(earlier.label))
    )
      return []
    const isAll = /全部|均已|全数/.test(later.label)
    const isOver = earlier.interval.high !== undefined && later.interval.low.compare(earlier.interval.high) > 0
    const isShort = isAll && later.interval.high !== undefined && later.interval.high.compare(earlier.interval.low) < 0
    return isOver || isShort ? [{ earlier, later, isAll }] : []
  })
}

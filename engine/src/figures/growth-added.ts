import { isComparable, meet } from '../document/figure.js'
import { Decimal } from '../document/decimal.js'
import type { Block } from '../markdown/block.js'
import { CHANGED_TO, directionAtEnd } from './change-words.js'
import { isKnownPlaced, isPerUnit, quantitiesOf, textBetween, type KnownPlacedFigure, type PlacedFigure } from './placed-figure.js'

/** What was added, and the total before and after: 新增大棚320亩，总面积由1680亩增加到2000亩. */
export interface AddedToTotal {
  readonly added: KnownPlacedFigure
  readonly from: KnownPlacedFigure
  readonly to: KnownPlacedFigure
}

const ADDED = /(?:新增|净增|新建|新认定|新培育)[^，。；\d]{0,10}$/
/** The total of the same: 总面积由, 总数从原来的. */
const TOTAL = /^[^，。；、\d]{0,6}，[^，。；、\d]{0,8}总(?:[数量]|面积|规模|里程|长度|人数|户数)[由从](?:上年|去年|年初|原来|原有)?[末底]?的?$/
/** What is there and does not leave by itself; of people and firms some may have gone. */
const STAYS = /^(?:[亩米间栋座吨张]|平方米|平方公里|公里|千米|公顷|个?学位)$/

/** More than what was added may have come or gone: 接管3座，新建6座; 其中由邻县划入5家. */
const OTHERWISE = /划[入转归]|并入|接管|移交|转[入来为]|[撤含另]|退出|注销|报废|到期|纳入|调整|其中/

/** The additions of a block that do not make the difference of the two totals given behind them. */
export function wrongAdditions(block: Block): AddedToTotal[] {
  if (!/总|[新净]增/.test(block.canonical)) return []
  const quantities = quantitiesOf(block)
  return quantities.flatMap((added, i) => {
    const behind = addedBehind(block, quantities, i)
    if (behind !== undefined) return isWrong(behind) ? [behind] : []
    const [from, to] = [quantities[i + 1], quantities[i + 2]]
    if (from === undefined || to === undefined || to.sentenceIndex !== added.sentenceIndex || !ADDED.test(added.label)) return []
    if (![added, from, to].every((figure) => isKnownPlaced(figure) && isComparable(figure, added) && figure.approximation === 'exact' && !isPerUnit(figure)))
      return []
    if (!TOTAL.test(textBetween(block, added, from))) return []
    const changed = CHANGED_TO.exec(textBetween(block, from, to))?.[1]
    if (changed === undefined || directionAtEnd(changed) <= 0) return []
    const claim = { added, from, to } as AddedToTotal
    // another figure of the same before it was added, too
    if (quantities.slice(0, i).some((other) => other.sentenceIndex === added.sentenceIndex && isComparable(other, added) && other.unit === added.unit))
      return []
    return isWrong(claim) ? [claim] : []
  })
}

/** 由42.6万亩增加到45.1万亩，新增2.5万亩: what was added stands last. */
function addedBehind(block: Block, quantities: readonly PlacedFigure[], i: number): AddedToTotal | undefined {
  const [from, to, added] = [quantities[i], quantities[i + 1], quantities[i + 2]]
  if (from === undefined || to === undefined || added === undefined || from.sentenceIndex !== added.sentenceIndex) return undefined
  if (![from, to, added].every((figure) => isKnownPlaced(figure) && isComparable(figure, from) && figure.approximation === 'exact' && !isPerUnit(figure)))
    return undefined
  const changed = CHANGED_TO.exec(textBetween(block, from, to))?.[1]
  const isAdded = /^，(?:全年|年内|当年|共)?(?:新增|净增)$/.test(textBetween(block, to, added)) && added.noun === ''
  return changed !== undefined && directionAtEnd(changed) > 0 && isAdded ? ({ added, from, to } as AddedToTotal) : undefined
}

function isWrong(claim: AddedToTotal): boolean {
  const gap = growthOf(claim)
  const isShort = gap.compare(claim.added.value) < 0
  return gap.sign > 0 && !(isShort && !STAYS.test(claim.added.unit)) && !holds(claim) && !OTHERWISE.test(clausesOf(claim))
}

/** The words around the three values, as far as semicolons. */
function clausesOf({ added, from, to }: AddedToTotal): string {
  const { canonical } = added.sentence
  const [first, last] = [Math.min(added.start, from.start), Math.max(added.end, to.end)]
  const end = canonical.indexOf('；', last)
  return canonical.slice(canonical.lastIndexOf('；', first) + 1, end < 0 ? canonical.length : end)
}

/** By how much the total grew. */
export function growthOf({ from, to }: AddedToTotal): Decimal {
  return to.value.minus(from.value)
}

function holds({ added, from, to }: AddedToTotal): boolean {
  const high = to.interval.high?.minus(from.interval.low)
  const low = from.interval.high === undefined ? Decimal.ZERO : to.interval.low.minus(from.interval.high)
  return meet({ low, high }, added.interval)
}

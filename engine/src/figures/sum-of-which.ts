import { isComparable } from '../document/figure.js'
import { Decimal } from '../document/decimal.js'
import type { Block } from '../markdown/block.js'
import { judgeLabels } from './label-families.js'
import { isDelta, isKnownPlaced, isPerUnit, textBetween, type KnownPlacedFigure, type PlacedFigure } from './placed-figure.js'
import { excess, isTightList, listFrom, sumHolds, type SumClaim } from './sum.js'
import { isOneSlip } from './slip.js'

/** Labels that one person or thing may have several of: 女教师, 党员, 研究生. */
const OVERLAPPING =
  /[女男岁]|党员|团员|民族|研究生|硕士|博士|本科|学历|骨干|高级|中级|正高|副高|班主任|干部|留守|贫困|困难|残疾|单亲|优秀|特级|先进|以上|农村户籍|随迁|寄宿|新增|新建/
/** A yuan for 困难救助 is spent once: of amounts of money only these words may speak of one sum twice. */
const OVERLAPPING_MONEY = /以上|新增|新建/

const PLANNED = /计划|目标|任务|核定|应[有完]/

/** T，其中A、B: no item may exceed the total, and labels that leave nothing out must make it up. */
export function listsOfWhich(block: Block, quantities: readonly PlacedFigure[]): SumClaim[] {
  return quantities.flatMap((first, i) => {
    if (!/其中[有：]?[^，。；：]{0,14}$/.test(first.label) && !isBehindComma(block, first)) return []
    // 其中骨干教师占全县300名的30%: another whole
    if (/占(?!地|用)/.test(first.label)) return []
    const items = listFrom(block, quantities, i)
    const total = totalBefore(block, quantities, i) ?? totalInSentenceBefore(quantities, i, items)
    if (total === undefined || items.length === 0) return []
    const claim = claimOf(block, quantities, total, items) ?? withRest(total, items, listFrom(block, quantities, i, true))
    return claim === undefined ? [] : [claim]
  })
}

/** 其中医疗收入3.78亿元，占90%；财政补助收入0.29亿元，其他收入0.13亿元: 其他 ends a list whose items are all called alike. */
function withRest(total: KnownPlacedFigure, close: readonly KnownPlacedFigure[], wide: readonly KnownPlacedFigure[]): SumClaim | undefined {
  const last = wide[wide.length - 1]
  if (last === undefined || wide.length < 3 || wide.length === close.length || !/其他|其余/.test(last.label)) return undefined
  const name = last.label.slice(-2)
  const claim: SumClaim = { total, items: wide, relation: 'equal', isCertain: false }
  return wide.every(({ label }) => label.endsWith(name)) && total.label.includes(name) ? claim : undefined
}

/** 其中，公办在园幼儿16385人 and （其中：…… */
function isBehindComma(block: Block, first: PlacedFigure): boolean {
  return /其中[，：]$/.test(block.canonical.slice(0, first.at.start - first.label.length).slice(-3))
}

function totalBefore(block: Block, quantities: readonly PlacedFigure[], i: number): KnownPlacedFigure | undefined {
  const first = quantities[i] as PlacedFigure
  for (let j = i - 1; j >= 0 && j >= i - 5; j--) {
    const total = quantities[j] as PlacedFigure
    if (total.sentenceIndex !== first.sentenceIndex) return undefined
    if (!isComparable(total, first) || isDelta(total)) continue
    const between = textBetween(block, total, first)
    // another clause with a subject of its own stands between: 其中 speaks of that
    if (/；(?!其中)/.test(between) || !isKnownPlaced(total) || isPerUnit(total) || total.approximation === 'range') return undefined
    return between.indexOf('其中') <= 24 && total.depth <= first.depth ? total : undefined
  }
  return undefined
}

/**
 * 粮食总产36.2万吨，亩产481公斤。其中夏粮14.8万吨、秋粮21.4万吨: the one figure of the sentence before that the list can be of, for
 * labels that exclude each other.
 */
function totalInSentenceBefore(quantities: readonly PlacedFigure[], i: number, items: readonly KnownPlacedFigure[]): KnownPlacedFigure | undefined {
  const first = quantities[i] as PlacedFigure
  if (quantities[i - 1]?.sentenceIndex !== first.sentenceIndex - 1 || !first.sentence.canonical.startsWith('其中')) return undefined
  const labels = items.map(({ label, noun }) => (label + noun).replace(/^.*其中[，：]?/, ''))
  if (items.length < 2 || !judgeLabels(labels).isExclusive) return undefined
  const before = quantities
    .slice(Math.max(0, i - MOST_BEFORE), i)
    .filter((figure) => figure.sentenceIndex === first.sentenceIndex - 1 && isComparable(figure, first))
  const [total] = before
  const isPlain = total !== undefined && before.length === 1 && isKnownPlaced(total) && !isDelta(total) && !isPerUnit(total)
  return isPlain && total.approximation !== 'range' && total.depth <= first.depth ? total : undefined
}

const MOST_BEFORE = 12

/** Whether 其中 may speak of an earlier, greater figure: 编制826名，实有798名，空编28名，其中行政编制126名. */
function hasOtherWhole(block: Block, quantities: readonly PlacedFigure[], total: KnownPlacedFigure, item: KnownPlacedFigure): boolean {
  const before = quantities[quantities.indexOf(total) - 1]
  // 小学教师40名、初中教师12名，其中女教师20名 speaks of all in the list
  const isListed =
    before !== undefined && isComparable(before, total) && /^[^。；：（）]{0,6}[、，和及][^，。；：、（）]{0,14}$/.test(textBetween(block, before, total))
  if (!isListed && total.label.length >= 2 && item.label.endsWith(total.label.slice(-2))) return false
  return quantities.some(
    (other) =>
      other.sentenceIndex === item.sentenceIndex &&
      other.at.end <= total.at.start &&
      isComparable(other, item) &&
      other.value !== undefined &&
      other.value.compare(item.value) >= 0,
  )
}

function claimOf(block: Block, quantities: readonly PlacedFigure[], total: KnownPlacedFigure, list: readonly KnownPlacedFigure[]): SumClaim | undefined {
  const [first] = list as [KnownPlacedFigure]
  const single: SumClaim = { total, items: [first], relation: 'at-most', isCertain: total.style !== 'chinese' }
  if (!sumHolds(single)) return hasOtherWhole(block, quantities, total, first) ? undefined : single
  const items = joinedBy(block, list)
  if (items.length < 2) return undefined
  const labels = items.map(({ label, noun }) => label + noun)
  const verdict = judgeLabels(labels.map((label) => label.replace(/^.*其中[，：]?/, '')))
  const equal: SumClaim = { total, items, relation: 'equal', isCertain: false }
  if (sumHolds(equal)) return equal
  const isOver = excess(equal).sign > 0
  const isComplete =
    verdict.isComplete ||
    /其他|其余/.test(items[items.length - 1]?.label ?? '') ||
    (namesItsItems(block, total, items) && !(isOver && labels.some((label) => OVERLAPPING.test(label))))
  // 招生计划1200人，其中本科报到980人、专科报到260人: more may come than were planned
  if (verdict.isExclusive && isOver) return PLANNED.test(total.label) ? undefined : { ...equal, relation: 'at-most', isCertain: true }
  if (isComplete) return equal
  if (!isTightList(block, items)) return undefined
  if (!isOver && items.length >= 3 && areDegrees(items)) return isOneSlip(equal) ? equal : undefined
  if (labels.some((label) => (total.kind === 'money' ? OVERLAPPING_MONEY : OVERLAPPING).test(label))) return undefined
  if (isOver) return excess(equal).times(Decimal.of(2)).compare(total.value) <= 0 ? equal : undefined
  return isOneSlip(equal) && items.length >= 3 ? equal : undefined
}

/** 其中新建2个，续建3个，新增学位3000个: behind two that exclude each other, what begins with a word of doing is no third. */
function withinFamily(block: Block, list: readonly KnownPlacedFigure[]): readonly KnownPlacedFigure[] {
  const names = list.slice(0, 2).map(({ label, noun }) => (label + noun).replace(/^.*其中[，：]?/, ''))
  if (list.length < 3 || !judgeLabels(names).isExclusive) return list
  const end = list.findIndex((item, i) => i >= 2 && textBetween(block, list[i - 1] as KnownPlacedFigure, item).includes('，') && OTHER_DEED.test(item.label))
  return end < 0 ? list : list.slice(0, end)
}

/** What a clause begins with that tells of another thing than the list before it. */
const OTHER_DEED = /^(?:新增|增加|提供|总|共|惠及|覆盖|涉及|服务|解决|投入|带动|完成)/

const LONGEST_LIST_BEFORE = 60

/** 新建、改扩建项目8个，其中新建3个、改扩建4个: the total is told by the very names of its items, so that they leave nothing out. */
function namesItsItems({ canonical }: Block, total: KnownPlacedFigure, items: readonly KnownPlacedFigure[]): boolean {
  const before = canonical.slice(Math.max(total.sentence.start, total.at.start - LONGEST_LIST_BEFORE), total.at.start)
  let at = -1
  for (const [i, { label }] of items.entries()) {
    const name = label.replace(/^.*其中[，：]?|^[和及与]/, '')
    const next = i === 0 ? before.indexOf(name) : at + 1
    if (name.length < 2 || next < 0 || !before.startsWith(name, next)) return false
    if (i === 0 ? before[next - 1] === '、' : !'、和与及'.includes(before[at] ?? '')) return false
    at = next + name.length
  }
  return !'、和与及等'.includes(before[at] ?? '')
}

const DEGREE = /^(?:[^，。；]{0,8}其中[，：]?)?[和及与]?(博士|硕士|研究生|本科|大专|专科|中专|高中)(?:生|研究生|毕业生|及以下)?$/

/** 博士3名、硕士8名、本科67名: each is counted by the last degree. 本科学历150人、硕士学历40人 may not be. */
function areDegrees(items: readonly KnownPlacedFigure[]): boolean {
  const degrees = items.map(({ label }) => DEGREE.exec(label)?.[1])
  return degrees.every((degree) => degree !== undefined) && new Set(degrees).size === degrees.length
}

/** The items before the first comma, where 、 joins at least two: what follows it is said of the total in another way. */
function joinedBy(block: Block, list: readonly KnownPlacedFigure[]): readonly KnownPlacedFigure[] {
  const end = list.findIndex((item, i) => i > 0 && /，/.test(textBetween(block, list[i - 1] as KnownPlacedFigure, item)))
  // 县级64处，其余322处: what is left ends the list
  if (end >= 2 && /^(?:其余|其他|剩余)/.test(list[end]?.label ?? '')) return list.slice(0, end + 1)
  if (end >= 2) return list.slice(0, end)
  return withinFamily(block, list)
}

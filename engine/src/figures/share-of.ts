import { Decimal } from '../document/decimal.js'
import type { Block } from '../markdown/block.js'
import type { KnownPlacedFigure, PlacedFigure } from './placed-figure.js'
import { isDelta, isKnownPlaced, subjectOf, textBetween } from './placed-figure.js'
import { comparableWith, type ShareContext, type ShareReadings } from './share-context.js'
import { isPlausible, shareHolds, sharePercent, type ShareReading } from './share-arithmetic.js'

/** 占 as a word of its own: not 占地, 占用, 侵占, 抢占. */
const ZHAN = /占(?![地用道领据先位]|有(?!效))/g
const TAIL = /(?:的?(?:比[例重]?|百分比|份额))?(?:[已均高将]|分别)?(?:达到了?|[达为是到了]|超过)?[：:]?$/
const SCOPE = /全[国省市州盟旗县区镇乡校]|[我本][国省市县区镇乡校局]/
const ACTION =
  /^(?:已|共|累计|全年|先后|今年|其中)?(?:新增|新建|交流|完成|开展|组织|举办|培训|选派|引进|发放|化解|检查|接待|办理|查处|受理|调整|资助|安排|投入|建成|改造)/

/** The offset behind the last 占 of the clause, or -1. */
function afterZhan(clause: string): number {
  let at = -1
  if (!clause.includes('占')) return at
  for (const match of clause.matchAll(ZHAN)) if (!/[侵抢霸强]$/.test(clause.slice(0, match.index))) at = match.index + 1
  return at
}

/** A，占 NAME T 的 P: the total stands between 占 and the percentage; 完成年度任务T的P too. */
export function readShareWithTotal(context: ShareContext): ShareReadings | undefined {
  const completed = context.clause.endsWith('的') && /完成了?[^，。；：]{0,14}$/.test(context.clause.replace(/\d[\s\S]*/, ''))
  const zhan = completed ? context.clause.search(/完成/) + 2 : afterZhan(context.clause)
  if (zhan < 0) return undefined
  const from = context.clauseStart + zhan
  const inside = context.before.filter(({ at }) => at.start >= from)
  const total = inside[0]
  if (total === undefined) return undefined
  if (inside.length > 1 || !isKnownPlaced(total)) return NONE
  const earlier = comparableWith(total, context.before).filter((part) => part.at.end <= from && (completed || part.value.compare(total.value) <= 0))
  const part = earlier[earlier.length - 1]
  if (part === undefined || part.at.start < context.groupStart || !isSubject(context, part, context.clause.slice(0, zhan - 1))) return NONE
  const others = [...earlier.slice(0, -1).map((other) => ({ parts: [other], total })), ...sums(earlier, total)]
  return { keyed: [{ parts: [part], total }], others, isCertain: isNear(context, part) }
}

/** Whether a part is what a clause speaks of: it stands in the clause, or the clause names nothing else (其中骨干教师占). */
function isSubject({ clauseStart }: ShareContext, part: KnownPlacedFigure, words: string): boolean {
  const name = words
    .replace(/\d[\s\S]*/, '')
    .replace(/其中|[约共均仅也已只分别还，]/g, '')
    .trim()
  return part.at.start >= clauseStart || name.length < 2 || isCalled(part, name) || subjectOf(part).includes(name)
}

/** T，其中A，占P: no name between 占 and the percentage; 占比, 占比例为 too. */
export function readBareShare(context: ShareContext): ShareReadings | undefined {
  const { clause, clauseStart, claim } = context
  const zhan = /^(?:比例|比重|覆盖面)[已仅只]?(?:达到了?|[达为是有])?$/.test(clause) ? clause.length : afterZhan(clause)
  if (zhan < 0 || clause.slice(zhan).replace(TAIL, '').trim() !== '') return undefined
  const subject = /^(?:比例|比重|覆盖面)/.test(clause) ? '' : clause.slice(0, zhan - 1)
  const own = context.before.filter((figure) => figure.sentenceIndex === claim.sentenceIndex && figure.at.start >= clauseStart && figure.depth <= claim.depth)
  const parts = own.length > 0 ? own.slice(-1) : partsNamed(context, subject)
  const part = parts[parts.length - 1]
  if (part === undefined || !parts.every(isKnownPlaced) || !isKnownPlaced(part) || isDelta(part)) return NONE
  const totals = comparableWith(part, context.before, isInsideWhole(context, part)).filter(
    (total) => total.at.end <= part.at.start && !parts.includes(total) && total.value.compare(part.value) >= 0,
  )
  const named = totals.filter((total) => isWholeOf(context, total, part, totals))
  const keyed = named.length > 0 || parts.length > 1 ? named : wholesOfShareBefore(context, part)
  const near = totals[totals.length - 1]
  const chosen =
    keyed.length > 0 ? keyed : near !== undefined && isPlainPart(context, near, part) && isPlausible({ parts, total: near }, claim.value, 30) ? [near] : []
  const readings = chosen.map((total) => ({ parts, total }))
  const rest = totals.flatMap((total) => [{ parts: [part], total }, ...sums([...partsBetween(context, total, part), part], total)])
  const isCertain = named.length === 1 && named[0]?.sentenceIndex === claim.sentenceIndex
  return { keyed: distinct(readings), others: rest, isCertain }
}

/** A，占 NAME 的 P, where NAME is said with a number before: 占班级总数的, after 共有班级1248个. */
export function readNamedShare(context: ShareContext): ShareReadings | undefined {
  const { clause, clauseStart, claim } = context
  const zhan = afterZhan(clause)
  if (zhan < 0) return undefined
  const name = clause.slice(zhan).replace(TAIL, '').replace(/的$/, '')
  const scope = SCOPE.exec(name)?.[0]
  const core = name
    .replace(SCOPE, '')
    .replace(/^(?:[应的其]|该类|同类)/, '')
    .replace(/(?:总数|总量|总人数|总额|总和|总体|人数|总)$/, '')
    .replace(/^总/, '')
  if (core.length < 2) return NONE
  const own = context.before.filter((figure) => figure.sentenceIndex === claim.sentenceIndex)
  const part = own.filter(({ at, depth }) => at.start >= clauseStart - 24 && depth <= claim.depth).pop()
  if (part === undefined || !isKnownPlaced(part) || isDelta(part) || !isNear(context, part) || !isSubject(context, part, clause.slice(0, zhan - 1))) return NONE
  const totals = comparableWith(part, context.before).filter((total) => total.at.end <= part.at.start && total.value.compare(part.value) >= 0)
  const isWhole = /总[数量]|总人数$/.test(name)
  const named = totals.filter(
    (total) => (isNamed(total, core) || (isWhole && isCountedAs(context, total, part, core))) && (scope === undefined || subjectOf(total).includes(scope)),
  )
  const others = totals.map((total) => ({ parts: [part], total }))
  return { keyed: named.map((total) => ({ parts: [part], total })), others, isCertain: named.length === 1 && named[0]?.sentenceIndex === claim.sentenceIndex }
}

const NONE: ShareReadings = { keyed: [], others: [], isCertain: false }

/** Whether a figure counts what a name says: its words end with the name, or the name with its last words. */
function isNamed(total: KnownPlacedFigure, core: string): boolean {
  const label = total.label.replace(/(?:共有|共计|合计|总数|总量|人数|现有|达到|[有共为达计]|总数为){1,4}$/, '')
  const noun = total.noun.replace(/[中里内]$/, '')
  return (
    label.endsWith(core) ||
    (/^(?:参考|应考|考生)/.test(core) && /参加(?:高考|中考|考试)$/.test(label)) ||
    noun.startsWith(core) ||
    (noun.length >= 2 && core.endsWith(noun)) ||
    (label.length >= 2 && label.length <= 6 && (core.endsWith(label) || core.startsWith(label)))
  )
}

/** 交流轮岗教师412名，其中骨干教师103名，占交流总数的: the whole right before 其中 has the name's words. */
function isCountedAs({ block }: ShareContext, total: KnownPlacedFigure, part: KnownPlacedFigure, core: string): boolean {
  return subjectOf(total).includes(core) && /^[^。；]{0,10}，?其中/.test(textBetween(block, total, part))
}

/** The parts that a clause without a figure names: 设备采购占72.4%, after 其中设备采购420万元; 公办园和普惠性民办园占83.3%. */
function partsNamed(context: ShareContext, subject: string): KnownPlacedFigure[] {
  const { before, groupStart } = context
  const own = before.filter(isKnownPlaced).filter(({ at }) => at.start >= groupStart)
  const name = subject.replace(/^(?:其中|[约共均仅也已只])+/, '').trim()
  if (name === '') return lastPart(context, own)
  const found = name.split(/[和及与、]/).map((each) => own.find((figure) => isCalled(figure, each)))
  return found.every((figure) => figure !== undefined) ? (found as KnownPlacedFigure[]) : []
}

/** The figure right before a clause without a name, one that has a whole before it if there is a choice. */
function lastPart({ claim, before }: ShareContext, own: readonly KnownPlacedFigure[]): KnownPlacedFigure[] {
  const near = own
    .filter((figure) => claim.at.start - figure.at.end <= 18 && !/[；。]/.test(claim.sentence.canonical.slice(figure.end, claim.start)))
    .slice(-2)
    .reverse()
  const withWhole = near.find((figure) =>
    comparableWith(figure, before).some((total) => total.at.end <= figure.at.start && total.value.compare(figure.value) >= 0),
  )
  const [first] = near
  return withWhole !== undefined ? [withWhole] : first !== undefined && claim.at.start - first.at.end <= 12 ? [first] : []
}

/** Whether a figure's words end with a name, or the name begins with them: 自筹部分 for 园所自筹12万元, 公办园 for 公办24所. */
function isCalled({ label }: KnownPlacedFigure, name: string): boolean {
  const core = name.replace(/(?:部分|资金|人数|户数|人员|[类园校的])$/, '')
  const words = label.replace(/^.*其中[，：]?/, '')
  return core.length >= 2 && (label.endsWith(name) || label.endsWith(core) || (words.length >= 2 && name.startsWith(words)))
}

/** Whether 其中 stands right before a part: 日均就餐1860人次，其中老年人1320人次 are both of one day. */
function isInsideWhole({ block }: ShareContext, part: KnownPlacedFigure): boolean {
  return (
    /其中[，：]?$/.test(block.canonical.slice(Math.max(0, part.at.start - part.label.length - 4), part.at.start - part.label.length)) || /其中/.test(part.label)
  )
}

/** Whether the words make a figure the whole of another: 其中 between them, T人中, or one's name inside the other's. */
function isWholeOf({ block }: ShareContext, total: KnownPlacedFigure, part: KnownPlacedFigure, totals: readonly KnownPlacedFigure[]): boolean {
  const between = textBetween(block, total, part)
  if (/[。！？]/.test(between) && !/[。！？]其中/.test(between)) return false
  const qizhong = between.lastIndexOf('其中')
  // behind a semicolon 其中 governs no more, unless a list stands behind it: 其中：A；B
  if (qizhong >= 0 && (!between.includes('；', qizhong) || /其中有?：/.test(between)))
    return !totals.some((other) => other.at.start > total.at.end && other.at.end <= total.at.end + qizhong)
  if (/^[^，。；：]{0,14}[中里](?:，[^，。；：]{0,16}|[^，。；：]{0,16})$/.test(between)) return true
  // 96个村中，甲类72个，占75%，乙类24个，占25%: what follows is of the same whole
  if (
    /^[^，。；：]{0,14}[中里]，[^。；]{0,60}$/.test(between) &&
    !totals.some(({ at }) => at.start > total.at.end && at.end <= part.at.start && !isShared(block, at.end))
  )
    return true
  const name = nameOf(total)
  return name.length >= 2 && nameOf(part).endsWith(name) && (nameOf(part).length > name.length || isOfAnAge(block, part))
}

/** 216名，其中研究生57名，占26.4%；本科生149名，占: behind a semicolon the shares of one whole go on, where nothing says otherwise. */
function wholesOfShareBefore({ block, claim, before, percentages, groupStart }: ShareContext, part: KnownPlacedFigure): KnownPlacedFigure[] {
  const last = percentages[percentages.length - 1]
  if (last === undefined || last.at.end > groupStart || part.at.start < groupStart || part.sentenceIndex !== claim.sentenceIndex) return []
  if (!/^；[^，。；：、（）\d]{1,12}$/.test(textBetween(block, last, part)) || /其中|[另共新还]/.test(textBetween(block, last, part))) return []
  const own = comparableWith(part, before).filter(({ at }) => at.start < last.at.start)
  const sibling = own[own.length - 1]
  if (
    sibling === undefined ||
    sibling.sentenceIndex !== claim.sentenceIndex ||
    !/^[^，。；\d]{0,6}，占[^，。；\d]{0,6}$/.test(textBetween(block, sibling, last))
  )
    return []
  // the whole is the one that the share before is right of
  return own
    .filter((total) => total !== sibling && isCountedAlike(part, total) && total.value.compare(part.value) >= 0 && isSlip({ parts: [part], total }, claim))
    .filter((total) => shareHolds({ parts: [sibling], total }, last.interval))
    .slice(-1)
}

/** Points that a share may be off which goes on with a list. */
const NEAR_BY = 10

/** Whether a percentage is right or off by no more than a slip makes it, and by less than a third: 1.1% and 15.2% are of two wholes. */
function isSlip(reading: ShareReading, { value }: KnownPlacedFigure): boolean {
  const off = sharePercent(reading, 2).minus(value).abs()
  return isPlausible(reading, value, NEAR_BY) && off.times(Decimal.of(3)).compare(value) < 0
}

/** Whether a share stands right behind a figure: 72个，占75%. */
function isShared({ canonical }: Block, end: number): boolean {
  return /^[^，。；\d]{0,6}，占[^，。；\d]{0,6}\d/.test(canonical.slice(end, end + 16))
}

/** 35岁以下党员193名: what narrows the part down is a figure itself. */
function isOfAnAge({ canonical }: Block, part: KnownPlacedFigure): boolean {
  return /(?:岁|年)(?:及?以[上下])?[^，。；：\d]{0,8}$/.test(canonical.slice(Math.max(0, part.at.start - 14), part.at.start))
}

/** What a figure counts, in few words: 在园幼儿 of 全区在园幼儿27478人, 教师 of 126名教师. */
function nameOf({ label, noun }: KnownPlacedFigure): string {
  const behind = noun.replace(/[中里内].{0,6}$/, '')
  if (behind.length >= 2 && behind.length <= 8) return behind
  return label
    .replace(/(?:共有|现有|共计|总数|总人数|总量|[有共为达计])$/, '')
    .replace(/^占/, '')
    .replace(/^.{0,12}(?:共有|现有|全[区县市省校]|共|有)/, '')
    .slice(-8)
}

/** A short description in the clause right behind the total, without an action of its own: 招聘教师126名，硕士41名. */
function isPlainPart({ block }: ShareContext, total: KnownPlacedFigure, part: KnownPlacedFigure): boolean {
  const between = textBetween(block, total, part)
  if (!isCountedAlike(part, total) || /[。；]/.test(between)) return false
  if (/^[^，。；：]{0,8}，[^，。；：]{1,10}$/.test(between)) return !ACTION.test(part.label)
  return between.length <= 24 && nameOf(total).length >= 2 && nameOf(part).endsWith(nameOf(total).slice(-2)) && !ACTION.test(part.label)
}

/** 考生680名，上线306人: people are counted by 人, 名 and 位 alike. */
function isCountedAlike(part: PlacedFigure, total: PlacedFigure): boolean {
  return part.unit === total.unit || (/^[人名位]$/.test(part.unit) && /^[人名位]$/.test(total.unit))
}

/** Whether a part stands in the claim's clause or in the one before, nothing but words between. */
function isNear({ block, claim, clauseStart }: ShareContext, part: KnownPlacedFigure): boolean {
  return (
    part.at.start >= clauseStart ||
    (!/[，；。：]/.test(block.canonical.slice(part.at.end, Math.max(part.at.end, clauseStart - 1))) && claim.sentenceIndex === part.sentenceIndex)
  )
}

function partsBetween({ before }: ShareContext, total: KnownPlacedFigure, part: KnownPlacedFigure): KnownPlacedFigure[] {
  return comparableWith(part, before).filter(({ at }) => at.start >= total.at.end && at.end <= part.at.start)
}

/** The last two, three or four figures as one part. */
function sums(parts: readonly KnownPlacedFigure[], total: KnownPlacedFigure): ShareReading[] {
  return [2, 3, 4].filter((count) => count <= parts.length).map((count) => ({ parts: parts.slice(-count), total }))
}

function distinct(readings: readonly ShareReading[]): ShareReading[] {
  return readings.filter((reading, i) => readings.findIndex(({ total }) => total.value.equals(reading.total.value)) === i)
}

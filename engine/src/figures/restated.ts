import { Decimal } from '../document/decimal.js'
import { meet } from '../document/figure.js'
import type { ReportDocument } from '../document/report-document.js'
import { ledgerOf, type LedgerEntry } from './ledger.js'
import { ownScope, scopeKey } from './ledger-scope.js'

/** One metric given twice with values that cannot both hold. */
export interface Restatement {
  readonly first: LedgerEntry
  readonly second: LedgerEntry
}

/**
 * What a report has one value of for a year: how many there are, what was made in the whole year. Events (培训, 检查, 活动)
 * come many times and are none.
 */
const STOCK =
  /^(?:在校学?生|在园幼儿|在册学生|专任教师|在编教师|在职教师|教职工|教职员工|在编在岗教职工|班级|教学班|幼儿园|公办幼儿园|各级各类学校|中小学|基层党组织|党支部|党员|常住人口|户籍人口|总人口|耕地面积|占地面积|校园面积|建筑面积|校舍面积|图书|藏书|毕业生|应届毕业生|在职党员|离退休党员|行政村|监测对象|脱贫户|低保户|[\u4e00-\u9fff]{0,10}(?:生产总值|总产值|增加值|预算收入|财政收入|税收收入|社会消费品零售总额|固定资产投资|营业收入|可支配收入|进出口总额|粮食产量|粮食总产量?|播种面积|总产量))$/
const RATE = /^[\u4e00-\u9fff]{2,14}(?:毛入园|毛入学|巩固|普惠|入学|入园|就业|升学|覆盖|普及|优良|森林覆盖|城镇化|达标|住院|签约)率$/
/** Words of a clause that make its value one of another time, part or way of counting. */
const OTHER_COUNT =
  /累计|其中|截至|[上下]半年|季度|\d{1,2}月|同比|计划|目标|预计|力争|达标值|要求|标准|不低于|不少于|以上|平均|分别|上年|去年|往年|新增|增加|减少|净增|[东西南北]部|片区|阶段|学期|学年|[比较由从每各原届级]/

/** The metrics of a report that are restated with another value: same words, unit, scope, year and role. Linear in the figures. */
export function restatements(document: ReportDocument): Restatement[] {
  const groups = new Map<string, LedgerEntry[]>()
  const own = ownScope(document)
  for (const entry of ledgerOf(document)) {
    if (!isComparable(document, entry)) continue
    const key = [entry.metricKey, entry.unitClass, scopeKey(entry.scope, own), entry.year, entry.role].join('|')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [entry])
    else group.push(entry)
  }
  return [...groups.values()].flatMap((group) => slipIn(group))
}

function isComparable({ text }: ReportDocument, entry: LedgerEntry): boolean {
  if (entry.value === undefined || entry.value.isZero || entry.year === undefined || (entry.role !== 'done' && entry.role !== 'share')) return false
  if (!(entry.kind === 'percentage' ? RATE : STOCK).test(entry.metricKey)) return false
  const head = text.slice(Math.max(0, entry.start - 40), entry.start)
  const clause = /[^，。；,;\n]{0,40}$/.exec(head)?.[0] ?? ''
  // its own words name the metric; what takes it from the figure before proves nothing
  return (
    clause.includes(entry.metricKey.slice(-4)) &&
    !OTHER_COUNT.test(clause.replace(entry.metricKey, '')) &&
    !/其中[，,：:]?$/.test(head.slice(0, head.length - clause.length))
  )
}

/** Two values and no more, near enough to be one thing: three different ones are a series. */
function slipIn(group: readonly LedgerEntry[]): Restatement[] {
  const [first] = group
  if (first === undefined) return []
  const others = group.filter((entry) => !meet(entry.interval, first.interval))
  const [second] = others
  if (second === undefined || !others.every(({ interval }) => meet(interval, second.interval)) || !isNear(first, second)) return []
  return [{ first, second }]
}

function isNear({ value: a }: LedgerEntry, { value: b }: LedgerEntry): boolean {
  if (a === undefined || b === undefined) return false
  const [small, large] = a.compare(b) < 0 ? [a, b] : [b, a]
  return large.compare(small.times(Decimal.of(2))) <= 0
}

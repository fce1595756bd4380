import { Decimal } from '../document/decimal.js'
import { meet, type FigureInterval } from '../document/figure.js'
import { Join } from '../document/joining.js'
import type { ReportDocument } from '../document/report-document.js'
import { marksOf, runBefore } from './clause-before.js'
import { entriesAt, sourceOfEntries, type LedgerEntry } from './ledger.js'
import { ownScope, scopeKey } from './ledger-scope.js'
import { looksExchanged, looksMistyped } from './mistyped.js'

/** One metric given twice with values that cannot both hold. */
export interface Restatement {
  readonly first: LedgerEntry
  readonly second: LedgerEntry
  /** what both measure, where the words beside the second say more than that */
  readonly name?: string
}

/**
 * What a report has one value of for a year: how many there are, what was made in the whole year. Events (培训, 检查, 活动)
 * come many times and are none.
 */
const STOCK =
  /^(?:在校生|在园幼儿|在册学生|专任教师|在编教师|在职教师|教职工|在编在岗教职工|班级|教学班|幼儿园|公办幼儿园|民办幼儿园|普惠性幼儿园|小学|初中|高中|各级各类学校|中小学|基层党组织|党支部|党员|常住人口|户籍人口|总人口|耕地面积|占地面积|校园面积|建筑面积|校舍面积|图书|藏书|纸质图书|毕业生|应届毕业生|在职党员|离退休党员|行政村|监测对象|脱贫户|低保户|特困人员|编制床位|开放床位|实有床位|卫生技术人员|执业医师|注册护士|在岗职工|在职职工|离退休人员|个体工商户|市场主体|经营主体|(?:小学|初中|高中|中职|公办园|民办园|幼儿园|义务教育阶段|城区|农村|乡村)(?:在校生|在园幼儿|专任教师|教职工|教学班|班级)|[\u4e00-\u9fff]{0,10}(?:生产总值|总产值|增加值|预算收入|财政收入|税收收入|社会消费品零售总额|固定资产投资|营业收入|可支配收入|进出口总额|粮食产量|粮食总产量?|播种面积|总产量|诊疗人次|门急诊量|门诊量|出院人次))$/
const RATE =
  /^[\u4e00-\u9fff]{2,14}(?:毛入园|毛入学|巩固|普惠|入学|入园|就业|升学|覆盖|普及|优良|森林覆盖|城镇化|达标|住院|签约|绿化覆盖|参保|机械化|自来水普及|床位使用|病床使用|药占|平均住院|接种)率$/
/** Words of a clause that make its value one of another time, part or way of counting. */
const OTHER_COUNT =
  /累计|其中|截至|[上下]半年|季度|\d{1,2}月|同比|计划|目标|预计|力争|达标值|要求|标准|不低于|不少于|以上|平均|分别|上年|去年|往年|新增|增加|减少|净增|[东西南北]部|片区|阶段|学期|学年|[比较由从每各原届级]/
/** What a bracket behind a figure says of what it takes in: 3.62亿元（含上年结转）. */
const OTHER_EXTENT = /^（[^（）]{0,6}(?:含|包括|不计|剔除|扣除|累计|截至|口径)/
const LONGEST_EXTENT = 12
/** What is said to be there, of the whole that a report is about: 全县现有……, 全院共有……. */
const THERE_IS =
  /^(?:截至?[^，。；]{0,8}[底末]|目前|现在|年末)?，?(?:全[县区市省州旗镇乡校园院局系统街道]{1,2}|[我本][县区市局校镇乡园院街道]{1,2})(?:现有|共有|现共有|拥有|设有|辖有?|下辖|总计有)/
/** What may stand beside the name of a stock and changes nothing: 目前全县共有……达到. What else stands there may make it another count. */
const PLAIN_WORDS =
  /全[国省市州盟县区旗镇乡校园院局]|^学校|[我本][省市县区镇乡校园院局]|[省市县区]域?内?|系统|街道|截至|目前|现在|年[末底]|现有|共有|拥有|设有|下辖|实现|完成|今年|全年|20\d\d年|总[数量人]|人?数|达到|[现共有总达为约近超至到的了辖已]/g
/** Institutions are counted wherever something is done with them: only what is said to be there is one thing. */
const INSTITUTION = /^(?:小学|初中|高中|中小学|幼儿园|公办幼儿园|民办幼儿园|普惠性幼儿园)$/
/** Names that say nothing of what is counted. */
const NO_NAME = /^(?:合计|总计|共计|其他|其余|人员|人数|资金|经费|项目|面积|活动|会议|培训|数量|总数|任务|问题|事项|案件)$/
/** Digits that count from which on two values with neighbours exchanged are hardly two things. */
export const EXCHANGED_DIGITS = 3
const SHORTEST_NAME = 4
/** The rows of a table that hold the whole. */
const WHOLE_ROW = /^(?:合计|总计|总数|共计|全[县区市省州旗镇乡校园院局])/

/** The metrics of a report that are restated with another value: same words, unit, scope, year and role. Linear in the figures. */
export const RESTATEMENTS = new Join<LedgerEntry, Restatement>({
  itemsAt: (at, document) => entriesAt(at, document).filter((entry) => comparableName(document, entry) !== undefined),
  sourceOf: sourceOfEntries,
  keyOf: (entry, document) => [comparableName(document, entry), entry.unitClass, scopeKey(entry.scope, ownScope(document)), entry.year, entry.role].join('|'),
  answers: (group, document) => slipIn(document, group),
})

/** The names of comparable entries. A name follows from the entry's own line; its interval is made with the entry and moves with it. */
const names = new WeakMap<FigureInterval, string | false>()

export function comparableName(document: ReportDocument, entry: LedgerEntry): string | undefined {
  let name = names.get(entry.interval)
  if (name === undefined) {
    name = nameOf(entry)
    if (!isName(name) || !isComparable(document, entry, name)) name = false
    names.set(entry.interval, name)
  }
  return name === false ? undefined : name
}

/** A metric by one name: 合计在校学生数 of a table and 在校生 of a sentence are one. */
export function nameOf({ metricKey, isInTable, unitClass }: LedgerEntry): string {
  const own = isInTable ? metricKey.replace(WHOLE_ROW, '') : metricKey
  let name = /[数量]$/.test(own) ? own.replace(/(?:总人数|总户数|总数|人数|户数|总量|数量|个数|数)$/, '') : own
  if (name.endsWith('在校学生')) name = `${name.slice(0, -4)}在校生`
  else if (name.endsWith('教职员工')) name = `${name.slice(0, -4)}教职工`
  name = name.replace(/^(?:学校|全校|本校|全园|本园)(?=教学班|班级|教职工|在校生|专任教师|在园幼儿|占地面积|建筑面积)/, '')
  // the row of a school stage under a column of schools: 小学学校 are 小学
  return unitClass === 'institution' ? name.replace(/(小学|初中|高中|中学|幼儿园)学校$/, '$1') : name
}

function isName(name: string): boolean {
  return name.length >= 2 && !NO_NAME.test(name) && !/\d/.test(name)
}

/** Rules on the ledger look no further back from a figure. */
const WORDS_BEFORE = 40
const CLAUSE_MARKS = marksOf('，。；,;\n')

function isComparable({ text }: ReportDocument, entry: LedgerEntry, name: string): boolean {
  const { value, year, role, metricKey, start } = entry
  if (value === undefined || value.isZero || year === undefined || (role !== 'done' && role !== 'share')) return false
  if (entry.isInTable) return !OTHER_COUNT.test(metricKey)
  if (OTHER_EXTENT.test(text.slice(entry.end, entry.end + LONGEST_EXTENT))) return false
  const from = runBefore(text, start, CLAUSE_MARKS, WORDS_BEFORE)
  const clause = text.slice(from, start)
  // its own words name the metric; what takes it from the figure before proves nothing
  return (
    (clause.includes(metricKey.slice(-4)) || clause.includes(name.slice(-4))) &&
    !OTHER_COUNT.test(clause.replace(metricKey, '')) &&
    !/其中[，,：:]?$/.test(text.slice(Math.max(0, start - WORDS_BEFORE), from).slice(-3)) &&
    !(MEASURE.test(name) && /其中[^。；]{0,40}$/.test(text.slice(Math.max(0, start - WORDS_BEFORE), from)))
  )
}

/** What each part has of its own: 总产量3.12万吨，其中水稻4.12万亩，总产量2.27万吨. */
const MEASURE = /^(?:粮食总产量?|总产量|播种面积|建筑面积|占地面积|总产值|增加值)$/

/** Two values and no more, near enough to be one thing: three different ones are a series. */
function slipIn(document: ReportDocument, group: readonly LedgerEntry[]): Restatement[] {
  const [first] = group
  if (first === undefined) return []
  const others = group.filter((entry) => !meet(entry.interval, first.interval))
  const [second] = others
  if (second === undefined || !others.every(({ interval }) => meet(interval, second.interval))) return []
  return isOneThing(document, first, second) ? [{ first, second }] : []
}

/**
 * Whether two values are of one thing: of a stock, of what is said to be there in the whole, or of anything where one looks
 * like the other mistyped (12864 and 12684).
 */
export function isOneThing(document: ReportDocument, first: LedgerEntry, second: LedgerEntry): boolean {
  const name = nameOf(first)
  if (first.kind === 'percentage') return RATE.test(first.metricKey) && isNear(first, second)
  const isStock = STOCK.test(name) && (!INSTITUTION.test(name) || first.unitClass === 'institution') && isPlain(document, first) && isPlain(document, second)
  if (isStock || (saysThereIs(document, first) && saysThereIs(document, second))) return isNear(first, second)
  return name.length >= SHORTEST_NAME && (looksMistyped(first, second) || looksExchanged(first, second, EXCHANGED_DIGITS))
}

/** Whether a stock stands in its clause with nothing that makes it a count of something done (组织党员126名). */
function isPlain({ text }: ReportDocument, entry: LedgerEntry): boolean {
  return entry.isInTable || clauseBefore(text, entry.start).replace(entry.metricKey, '').replace(nameOf(entry), '').replace(PLAIN_WORDS, '') === ''
}

const GROUP_MARKS = marksOf('，。；：、,;\n')

function clauseBefore(text: string, start: number): string {
  return text.slice(runBefore(text, start, GROUP_MARKS, WORDS_BEFORE), start)
}

function saysThereIs({ text }: ReportDocument, { start, isInTable, metricKey }: LedgerEntry): boolean {
  const clause = clauseBefore(text, start)
  const there = THERE_IS.exec(clause)
  // nothing but the thing itself stands behind 全县现有
  return !isInTable && there !== null && clause.slice(there[0].length).replace(metricKey, '').length <= 1
}

function isNear({ value: a }: LedgerEntry, { value: b }: LedgerEntry): boolean {
  if (a === undefined || b === undefined) return false
  const [small, large] = a.compare(b) < 0 ? [a, b] : [b, a]
  return large.compare(small.times(Decimal.of(2))) <= 0
}

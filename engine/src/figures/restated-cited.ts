import { Join } from '../document/joining.js'
import type { ReportDocument } from '../document/report-document.js'
import { marksOf, runBefore } from './clause-before.js'
import { entriesAt, sourceOfEntries, type LedgerEntry } from './ledger.js'
import { ownScope, scopeKey } from './ledger-scope.js'
import { looksExchanged, looksMistyped } from './mistyped.js'
import { comparableName, EXCHANGED_DIGITS, isOneThing, nameOf, type Restatement } from './restated.js'

const SHORTEST_NAME = 3
const WORDS_BEFORE = 24
const GROUP_MARKS = marksOf('，。；：、（）,;\n')
/** Deeds are done many times, each with its own count. */
const DEED =
  /培训|[检排巡督抽核]查|开展|组织|举办|发放|走访|慰问|参[加与]|召开|整改|受理|办[结理]|[调化]解|接待|宣传|演练|讲座|活动|服务|帮扶|[资救补]助|清理|拆除|处[理置]|查处|立案|投入|拨付|使用|安排|采购|邀请|观看|收[到集]|通报|约谈|谈话|表彰|奖励|就诊|手术|安置|次数/
/** What may stand before the name of what is there, and leaves it what it is. */
const PLAIN_WORDS =
  /全[国省市州盟县区旗镇乡校园局系统街道]{1,2}|[我本][省市县区镇乡校园局街道]{1,2}|其中|目前|现在|年[末底]|现有|共有|拥有|设有|下辖|配备|配有|建有|建成|建立|设立|培育|专兼职|各级各?类|各类|居民|新型(?=农业)|总[数量人]|人?数|达到|[在从仅现有共总达为约近至到的了和及]/g
/** Names that say nothing of what is counted, or of which each place has its own. */
const NO_NAME = /^(?:工作人员|有关人员|志愿者|相关人员|新项目|总人数|学生人数|参会人员|一等奖|二等奖|三等奖|优秀奖)$/

/**
 * What is there and is told again elsewhere with a digit changed: 网格员372名, and 全街道362名网格员中 where problems are named. Only
 * counts whose clause has nothing but the thing itself and its place are compared, and only values one slip apart.
 */
export const CITED = new Join<LedgerEntry, Restatement>({
  itemsAt: (at, document) => entriesAt(at, document).filter((entry) => citedName(document, entry) !== undefined),
  sourceOf: sourceOfEntries,
  keyOf: (entry, document) => [entry.unitClass, scopeOf(entry, document), entry.year, citedName(document, entry)].join('|'),
  answers: (group, document) => slipIn(document, group),
})

/** 全县 is the whole of a report whose unit does not tell of what it is. */
function scopeOf({ scope }: LedgerEntry, document: ReportDocument): string {
  const own = ownScope(document)
  return own === undefined && /^全[省市县区旗州镇乡]$/.test(scope) ? '' : scopeKey(scope, own)
}

/** The name of what a figure counts, where its clause holds nothing else. */
function citedName({ text }: ReportDocument, entry: LedgerEntry): string | undefined {
  const { value, year, role, kind, metricKey, start } = entry
  if (value === undefined || year === undefined || role !== 'done' || kind !== 'count' || entry.isInTable || entry.approximation !== 'exact') return undefined
  const people = wholePeople(text, entry)
  if (people !== undefined) return people
  const name = metricKey.replace(WITHIN, '').replace(LEVELS, '').replace(PREFIX, '')
  if (name.length < SHORTEST_NAME || DEED.test(name) || NO_NAME.test(name) || /\d/.test(name)) return undefined
  const clause = text.slice(runBefore(text, start, GROUP_MARKS, WORDS_BEFORE), start)
  const rest = clause.replace(name, '').replace(LEVELS, '').replace(PLAIN_WORDS, '')
  return rest === '' && (clause.includes(name) || text.startsWith(name, entry.end)) ? name : undefined
}

const PEOPLE = /^[名个位人]?(?:在校)?(学生|幼儿|教职工|师生|教师|党员|居民|村民|职工)(?!家长|代表|干部|工作|党|志愿)/
/** What stands before a number of people who are all there are, as far as its clause tells. */
const ALL = /^(?:[为对给让向的约近与和同]|面向|惠及|覆盖|全体|[全我本][校园院局县区市镇乡村]|现有|共有|在校学?生|在园幼儿|我们|团结|带领)*$/
/** A name that no metric has. */
const EVERYBODY = '全体'

/** 为3420名学生购买保险, 在校学生3420人: all pupils of a school, wherever they are told of. */
function wholePeople(text: string, { start, end, unitClass }: LedgerEntry): string | undefined {
  if (unitClass !== 'person') return undefined
  const clause = text.slice(runBefore(text, start, GROUP_MARKS, WORDS_BEFORE), start)
  if (!ALL.test(clause)) return undefined
  const noun = PEOPLE.exec(text.slice(end, end + LONGEST_PEOPLE))?.[1] ?? (/在校学?生$/.test(clause) ? '学生' : /在园幼儿$/.test(clause) ? '幼儿' : undefined)
  return noun === undefined ? undefined : EVERYBODY + noun
}

const LONGEST_PEOPLE = 8

/** 网格员中, of all of whom something is said; not 实验初中. */
const WITHIN = /(?<![初高完职小一二三四五六七八九十])[中里内]$/
/** 县、乡、村三级河湖长 */
const LEVELS = /^[省市县区乡镇村]{0,3}[两三四五]级/
const PREFIX = /^(?:建立|配备|建成|设立|拥有|现有|培育|专兼职|各级各?类|各类|居民){1,3}(?=[\u4e00-\u9fff]{3})/

function slipIn(document: ReportDocument, group: readonly LedgerEntry[]): Restatement[] {
  const [first] = group
  const name = first === undefined ? undefined : citedName(document, first)
  if (first === undefined) return []
  const others = group.filter(({ value }) => first.value === undefined || value?.equals(first.value) !== true)
  const [second] = others
  // three values are a series
  if (second?.value === undefined || !others.every(({ value }) => value?.equals(second.value as NonNullable<typeof value>) === true)) return []
  const isPeople = name?.startsWith(EVERYBODY) === true
  if (second.line === first.line || !isOneSlip(first, second, isPeople) || isRestated(document, first, second)) return []
  // 河东片区。配备网格员138名: each part has its own; the one that cites says that it is of the whole
  if (!isPeople && ![first, second].some((entry) => isOfWhole(document, entry))) return []
  return [{ first, second, name: (name as string).replace(EVERYBODY, '') }]
}

const OF_WHOLE = /(?:全[国省市州盟县区旗镇乡校园院局系统街道]{1,2}|[我本][省市县区镇乡校园院局街道]{1,2})(?:现有|共有|拥有|设有|配备|配有|建有)?$/

/** Whether what a figure counts is told of all that the report is of: 全区持证残疾人8642人 in a district's, 全镇362名网格员中. */
function isOfWhole(document: ReportDocument, entry: LedgerEntry): boolean {
  if (entry.scope !== '' && scopeOf(entry, document) === '') return true
  const { text } = document
  const { start, metricKey } = entry
  const clause = text.slice(runBefore(text, start, GROUP_MARKS, WORDS_BEFORE), start)
  return WITHIN.test(metricKey) && OF_WHOLE.test(clause)
}

/**
 * Whether three digits or more count and one of them is another, or two neighbours are exchanged. Of people, who may be some
 * of all here and there, one digit proves something from four digits on.
 */
function isOneSlip(first: LedgerEntry, second: LedgerEntry, isPeople: boolean): boolean {
  return looksMistyped(first, second, EXCHANGED_DIGITS + (isPeople ? 1 : 0)) || looksExchanged(first, second, EXCHANGED_DIGITS)
}

/** Whether the two are told as a restatement already. */
function isRestated(document: ReportDocument, first: LedgerEntry, second: LedgerEntry): boolean {
  const [one, other] = [comparableName(document, first), comparableName(document, second)]
  if (one === undefined || other === undefined) return false
  if (nameOf(first) === nameOf(second) && isOneThing(document, first, second)) return true
  return first.section === '' && looksExchanged(first, second, EXCHANGED_DIGITS)
}

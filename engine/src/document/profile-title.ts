import { countHan } from '../text/characters.js'
import type { ReportField, ReportKind, SchoolStage } from './profile.js'

/** What one line says when it is the title of a work report. */
export interface ReportTitle {
  /** the line without the marks of a portal or a file name, white space taken out */
  readonly text: string
  readonly kind: ReportKind
  /** the year summarised; for a plan, the year planned */
  readonly year: number | undefined
  /** the year named beside the plan word */
  readonly planYear: number | undefined
  readonly unit: string | undefined
  /** the one matter that the report is about (安全生产, 师德师风), when it is not about the unit's whole work */
  readonly topic: string | undefined
  readonly promisesPlan: boolean
  /** whether the line alone tells a work report; a weak one (年终总结) needs the text's support */
  readonly isStrong: boolean
}

const MAX_TITLE = 60
const SUMMARY = /总结|小结|回顾|述[职廉责]|履职报告|(?:工作|情况|执行|落实|完成)的?(?:报告|汇报)|工作[^，。]{0,4}情况|年度报告|政府工作报告|汇报/
const PLAN = /计划|要点|打算|思路|安排|谋划|设想|规划/
const STRONG =
  /工作的?(?:年度)?(?:总结|小结|回顾|计划|要点|打算|思路|安排|谋划|设想|规划|报告|汇报|情况)|述职|述廉|履职报告|情况的?(?:报告|汇报)|工作[^，。]{0,4}情况/
const WEAK = /(?:年度|年终|学期|半年|季度|全年|教育教学)(?:总结|小结|计划|打算)|20\d\d年[^，。]{0,16}(?:总结|小结|打算|要点|计划)/
const END = /(?:总结|小结|回顾|计划|要点|打算|思路|安排|谋划|设想|规划|报告|汇报|情况|述职|述廉)$/
const NOT_A_REPORT =
  /如何|怎样|怎么|为什么|技巧|注意事项|模板下载|软件|插件|生成器|读后感|三年|五年|十[一二三四五]五|招生计划$|行动计划$|培训计划$|教学计划$|活动安排$|会议安排$|值班安排$|日程安排$|课程安排$|考试安排$|教学安排$|项目计划$|开发计划$|学习计划$|学习总结$|项目总结$|技术总结$|会议总结$|调研报告$|考察报告$|实验报告$|审计报告$|评估报告$|研究报告$|分析报告$|检测报告$/
const TAIL = /(?:[（(][^）)]{0,20}[）)]|[（(]?(?:讨论|征求意见|送审|审议|修改|定|初)稿[）)]?|范文|模板|精选|[一二三四五六七八九十]{0,2}\d{0,2}篇?)$/
const YEAR = /((?:19|20)\d\d)(?:[-—–－~～至]{1,2}((?:19|20)\d\d|\d\d))?(学年)?年?度?/g

/** Reads a line as the title of a work report; nothing when it is none. */
export function readTitle(line: string): ReportTitle | undefined {
  const text = tidy(line)
  if (text.length < 4 || text.length > MAX_TITLE || /[。！？；：，]/.test(text) || countHan(text) < text.length * 0.5) return undefined
  const body = text.replace(TAIL, '')
  if (!END.test(body) || NOT_A_REPORT.test(body)) return undefined
  const isStrong = STRONG.test(body)
  if (!isStrong && !WEAK.test(body)) return undefined
  const kind = kindOf(body)
  const promisesPlan = kind !== 'plan' && promises(body)
  const { year, planYear } = yearsOf(body, kind, promisesPlan)
  const unit = kind === 'government' ? undefined : unitOf(body)
  return { text, kind, year, planYear, unit, topic: kind === 'government' || kind === 'duty' ? undefined : topicOf(body, unit), promisesPlan, isStrong }
}

/** Takes off a portal's category (【…】), a list number, a file's ending and white space; 二〇二四年 becomes 2024年. */
function tidy(line: string): string {
  return line
    .replace(/\s+/g, '')
    .replace(/^【[^】]{0,30}】/, '')
    .replace(/^(?:标题|题目|文章标题)[：:]/, '')
    .replace(/^\d{1,2}、/, '')
    .replace(/(?:\(\d{6,8}\)|（\d{6,8}）)?\.(?:docx?|pdf|txt|wps|md)(?:_第\d{1,3}页|[（(]\d{1,3}页.{0,6}[）)])?$/i, '')
    .replace(/^《([^《》]{4,60})》$/, '$1')
    .replace(/(政府工作报告)[—–－-].{0,120}$/, '$1')
    .replace(
      /二[〇○零Oo0]([〇○零一二三四五六七八九Oo0])([〇○零一二三四五六七八九Oo0])年/g,
      (_, tens: string, ones: string) => `20${digitOf(tens)}${digitOf(ones)}年`,
    )
}

function digitOf(numeral: string): number {
  return Math.max(0, '零一二三四五六七八九'.indexOf(numeral))
}

function promises(body: string): boolean {
  const summary = SUMMARY.exec(body)
  return summary !== null && PLAN.test(body.slice(summary.index + 2)) && !/计划(?:执行|完成|落实)/.test(body.slice(summary.index + 2))
}

/** The kind that a title or a lead names. */
export function kindOf(body: string): ReportKind {
  if (/述[职廉责]|履职报告/.test(body)) return 'duty'
  if (/政府工作报告/.test(body)) return 'government'
  if (!SUMMARY.test(body)) return PLAN.test(body) ? 'plan' : 'other'
  if (/上半年|半年|1[-—－~～至]6月/.test(body)) return 'half-year'
  if (/季度/.test(body)) return 'quarter'
  // a month's or a week's report has no year's parts
  if (
    /(?:^|[^\d至到~～—–－-])(?:\d{1,2}|十?[一二三四五六七八九十])月份?(?:的|[\u4e00-\u9fff]{0,12})工作|月度|第[一二三四五六七八九十\d]{1,3}周|[本上每]周/.test(
      body,
    )
  )
    return 'other'
  return /学期/.test(body) ? 'term' : 'annual'
}

function yearsOf(body: string, kind: ReportKind, promisesPlan: boolean): { year: number | undefined; planYear: number | undefined } {
  const years = [...body.matchAll(YEAR)].map((match) => ({ at: match.index, year: yearOfTerm(match, body) }))
  // a government reports early in the year: of the last one, and for its own
  if (kind === 'government') return { year: years[0] === undefined ? undefined : years[0].year - 1, planYear: years[0]?.year }
  if (kind === 'plan') return { year: years.at(-1)?.year, planYear: years.at(-1)?.year }
  const summaryEnd = (SUMMARY.exec(body)?.index ?? 0) + 2
  const year = years.filter(({ at }) => at < summaryEnd).at(-1)?.year ?? years[0]?.year
  const planned = promisesPlan ? years.filter(({ at }) => at >= summaryEnd).at(-1)?.year : undefined
  return { year, planYear: planned }
}

/** 2022—2023学年第二学期 lies in 2023, the first term in 2022; a whole school year counts as its first. */
function yearOfTerm(match: RegExpMatchArray, body: string): number {
  const first = Number(match[1])
  if (match[2] === undefined) return first
  return /(?:第二|下|春季)学期/.test(body) ? first + 1 : first
}

/** How names of units end; the one-character ends are a class of their own. */
const UNIT_END =
  '[局委办镇乡园院馆站所村部处厅科股室组]|委员会|管委会|办公室|办事处|政府|街道|中心|小学|中学|学校|幼儿园|中心校|学院|大学|集团|公司|医院|社区|大队|支队|工会|协会|系统|教育|教体|[一二三四五六七八九十\\d]中|[一二三四五六\\d]小|附中|附小|高中|职高|职中|中专'
const UNIT_BEFORE = new RegExp(
  `^([\\u4e00-\\u9fff\\w×Ｘ*〇○“”·]{1,28}(?:${UNIT_END}))(?:党组|党委|党支部|党总支)?(?:副?(?:书记|[局校园镇乡院科处所站]长|主任)、?){0,3}$`,
)
const UNIT_AFTER = new RegExp(
  `^度?(?:[上下]学期|第[一二]学期|[春秋]季学期)?([\\u4e00-\\u9fffXxＸ×*“”·]{0,24}(?:${UNIT_END}))(?=上半年|下半年|第?[一二三四]季度|年度|全年|工作|党建|[（(]|$)`,
)
const FIRST_TIME = /(?:19|20)\d\d|政府工作报告|20[XxＸ×*＊]{2}|关于|上半年|下半年|第?[一二三四]季度|年度|述职|履职|工作/

/** The unit that a title names, before the year or behind it. */
function unitOf(body: string): string | undefined {
  const time = FIRST_TIME.exec(body)
  const before = UNIT_BEFORE.exec(body.slice(0, time?.index ?? 0))?.[1]
  if (before !== undefined) return before
  const year = /20(?:\d\d|[XxＸ×*＊]{2})(?:[-—–－~～至]{1,2}20\d\d学?)?年?/.exec(body)
  return year === null ? undefined : UNIT_AFTER.exec(body.slice(year.index + year[0].length))?.[1]
}

const GENERIC =
  /^(?:[的地度]|年度|全年|本年|上半年|下半年|第?[一二三四]季度|季度|第[一二]学期|上学期|下学期|春季|秋季|学期|学年|年终|[年和及与暨省市县区州旗镇乡、（）()“”·]|工作|主要|重点|教育系统|教育体育|教育教学|教育|教体|学校|行政|业务|整体|开展|情况|全面|落实|关于|全区|全县|全市|全镇|全乡|机关|党委|党组)/

const OFFICE = /(?:党组|党委|党支部|党总支)?(?:成员|副?(?:书记|局长|主任|校长|园长|镇长|乡长|院长|科长|处长|所长|站长))、?/g

/** What stands between unit and report word besides time and such words as fit any report. */
function topicOf(body: string, unit: string | undefined): string | undefined {
  const end = SUMMARY.exec(body)?.index ?? PLAN.exec(body)?.index ?? body.length
  let rest = body
    .slice(0, end)
    .replace(YEAR, '')
    .replace(/20[XxＸ×*＊]{2}年?/g, '')
  if (unit !== undefined) rest = rest.replace(unit, '').replace(OFFICE, '')
  else rest = rest.replace(/^[\u4e00-\u9fffXxＸ×*]{1,10}?[省市县区州旗]/, '')
  for (let word = GENERIC.exec(rest); word !== null; word = GENERIC.exec(rest)) rest = rest.slice(word[0].length)
  rest = rest.replace(/工作(?:的|开展)?$/, '')
  return rest.length >= 2 ? rest : undefined
}

const BUREAU =
  /(?:教育(?:局|委员会|[委厅]|工委|系统|(?:和|与)?体育局|科技(?:和?体育)?局|文化(?:和?体育)?局|卫生健康局)?|教体(?:局|系统)?|教科体?局|文教(?:体育?)?局|教委)$/
const SCHOOL = /(?:小学|中学|学校|幼儿园|高中|职高|职中|职业教育中心|职教中心|中专|[一二三四五六七八九十\d]中|[一二三四五六\d]小|附中|附小|中心校|校区|分校)$/

/** Whose work a unit's name stands for. */
export function fieldOf(unit: string): ReportField {
  if (BUREAU.test(unit)) return 'education-bureau'
  return SCHOOL.test(unit) && !/(?:党校|驾校|干校|进修学校|老年学校|夜校)$/.test(unit) ? 'school' : 'department'
}

/** What kind of school a school's name tells. */
export function stageOf(unit: string): SchoolStage {
  if (/幼儿园|园$/.test(unit)) return 'kindergarten'
  if (/职业|职教|中等专业|中专|职高|职中|技工|技师/.test(unit)) return 'vocational'
  if (/特殊教育|特教|培智|聋/.test(unit)) return 'special'
  if (/小学|附小|[一二三四五六\d]小$|完小/.test(unit)) return /中学|初中/.test(unit) ? 'secondary' : 'primary'
  if (/高级中学|高中|完全中学/.test(unit)) return 'senior'
  return /初级中学|初中/.test(unit) ? 'junior' : 'secondary'
}

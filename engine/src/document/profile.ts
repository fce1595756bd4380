import { countHan } from '../text/characters.js'
import { fieldOf, kindOf, stageOf, type ReportTitle } from './profile-title.js'
import type { ReportDocument } from './report-document.js'
import { planHeadingYear, sectionEvidence } from './section-evidence.js'
import { signatureOf } from './signature.js'
import { mainTitle, titleBlocks, titleLines } from './title-lines.js'

/** Kinds of report that the tool knows. */
export type ReportKind = 'annual' | 'half-year' | 'quarter' | 'term' | 'plan' | 'duty' | 'government' | 'other'

/** Whose report it is: decides which sections are asked for. */
export type ReportField = 'education-bureau' | 'school' | 'department' | 'unknown'

/** What kind of school a school's report is from; `secondary` when the name does not tell junior from senior. */
export type SchoolStage = 'kindergarten' | 'primary' | 'junior' | 'senior' | 'secondary' | 'vocational' | 'special'

/** What a report is. */
export interface ReportProfile {
  /** whether the text is a work report at all; others get no findings unless asked for */
  readonly isReport: boolean
  readonly kind: ReportKind
  readonly field: ReportField
  /** the year summarised; for a plan, the year planned; undefined when the text names none */
  readonly year: number | undefined
  /** the year planned for, when the report holds or promises a plan */
  readonly planYear: number | undefined
  /** the unit that reports, as written in the title or in the signature */
  readonly unit: string | undefined
  /** the one matter that the report is about (安全生产), when it is not about the unit's whole work */
  readonly topic: string | undefined
  /** whether title or lead promise a plan besides the summary */
  readonly promisesPlan: boolean
  /** whether the unit looks after sports too (教体局) */
  readonly hasSports: boolean
  /** for schools whose name tells it */
  readonly stage: SchoolStage | undefined
  /** sections that front matter or configuration ask for or leave out, by id */
  readonly sections: { readonly require: readonly string[]; readonly ignore: readonly string[] }
}

/** What front matter, configuration or a setting say of a report; each wins over the text. */
export interface ProfileOverride {
  readonly kind?: ReportKind
  readonly field?: ReportField
  readonly year?: number
  readonly planYear?: number
  readonly unit?: string
  readonly sections?: { readonly require?: readonly string[]; readonly ignore?: readonly string[] }
}

const LEAD =
  /(?:现将|现就|现把)[^。]{0,60}(?:总结|汇报|报告|情况|计划|安排|打算)[^。]{0,14}如下|(?:现|特)(?:总结|报告|汇报|作[^。]{0,8}报告)如下|现制定[^。]{0,30}计划如下/
const LEAD_PLAN = /现将[^。]{0,60}(?:总结|情况)[^。]{0,24}(?:计划|打算|思路|要点|安排|谋划|设想)[^。]{0,14}如下/
const GOVERNMENT = /(?:向大会)?(?:报告政府工作|作政府工作报告)/
/** Recognises a report by its title and text; `override` wins. */
export function recogniseProfile(document: ReportDocument, override: ProfileOverride): ReportProfile {
  const opening = openingOf(document)
  const titles = titleLines(document).map(({ title }) => title)
  const title = mainTitle(document)?.title
  const lead = LEAD.exec(opening)?.[0]
  const head = headLine(document)
  const kind = override.kind ?? title?.kind ?? kindOfHead(head) ?? kindOfText(opening, lead)
  const year = override.year ?? yearSaid(yearOf(titles, title, opening), signedYear(document, kind), title)
  const unit = override.unit ?? title?.unit ?? unitBesideTitle(document) ?? signedUnit(document)
  const field = override.field ?? (unit === undefined ? fieldOfText(opening) : fieldOf(unit))
  const promisesPlan = kind !== 'plan' && ((title?.promisesPlan ?? false) || (title?.topic === undefined && LEAD_PLAN.test(opening)))
  const isReport = isReportText(document, title, lead, opening) || isReportingSpeech(document, head, opening)
  return {
    isReport,
    kind,
    field,
    year,
    unit,
    promisesPlan,
    topic: title?.topic,
    planYear: override.planYear ?? (isReport ? planYearOf(document, kind, year, title, promisesPlan) : undefined),
    hasSports: field === 'education-bureau' && /体/.test(unit ?? /教体(?:局|系统)|教育(?:和|与)?体育局|教育体育/.exec(opening)?.[0] ?? ''),
    stage: field === 'school' && unit !== undefined ? stageOf(unit) : undefined,
    sections: { require: override.sections?.require ?? [], ignore: override.sections?.ignore ?? [] },
  }
}

/** The text's first few hundred words, titles left out. */
function openingOf(document: ReportDocument): string {
  const titles = titleBlocks(document)
  // a short report's signature is not what it opens with: signed in January, it tells of the year before
  const signed = signatureOf(document).date?.at
  let text = ''
  for (const at of document.prose()) {
    if (titles.has(at) || at === signed) continue
    text += `${at.block.canonical}\n`
    if (text.length >= 1500) break
  }
  return text.slice(0, 1500)
}

/**
 * A report has a strong title, or a weak one or a lead in a Chinese text; a text without either must read like one:
 * numbered headings, a year, and the words of reports at a density that a manual or a story does not reach.
 */
function isReportText(document: ReportDocument, title: ReportTitle | undefined, lead: string | undefined, opening: string): boolean {
  if (title?.isStrong === true) return true
  const isChinese = countHan(opening) >= opening.length * 0.5
  if (!isChinese) return false
  if (GOVERNMENT.test(opening) || lead !== undefined) return true
  const density = reportDensity(opening)
  if (title !== undefined) return density >= 0.02
  const hasOtherTitle = document.outline.titles.length > 0 || [...document.prose()].slice(0, 1).some(({ block }) => block.kind === 'heading')
  const isPast = /一年来|今年以来|全年|上半年|20\d\d年[^。]{0,40}(?:工作|以来)/.test(opening)
  return !hasOtherTitle && isPast && density >= 0.045 && document.outline.headings.filter(({ ordinal }) => ordinal !== undefined).length >= 2
}

/** The line that stands where a title would, when it is short enough to be one. */
function headLine(document: ReportDocument): string {
  const line = document.prose()[0]?.block.canonical.replace(/\s/g, '') ?? ''
  return line.length <= 60 && !/[。！？；，：]/.test(line) ? line : ''
}

const PLAN_HEAD = /(?:计划|方案|要点)(?:[（(][^（）()]{1,12}[）)])?$/
const NEWS_HEAD = /(?:[月周旬]报|简报)(?:[（(][^（）()]{1,12}[）)])?$/
const SPEECH_HEAD = /^在[^，。；]{2,50}(?:总结|述职|工作|部署|推进|动员|表彰)[^，。；]{0,24}会议?上的(?:讲话|发言|报告)$/

/** The kind that a head line tells which is no title of a work report: 三年级语文教学计划, 12月份工作月报, a speech. */
function kindOfHead(head: string): ReportKind | undefined {
  if (PLAN_HEAD.test(head) && !/总结/.test(head)) return 'plan'
  return NEWS_HEAD.test(head) || SPEECH_HEAD.test(head) ? 'other' : undefined
}

/** A speech at a meeting that sums up the year, with a report's body: numbered parts and a report's words. */
function isReportingSpeech(document: ReportDocument, head: string, opening: string): boolean {
  if (!SPEECH_HEAD.test(head) || !/总结|述职/.test(head)) return false
  return reportDensity(opening) >= 0.03 && document.outline.headings.filter(({ ordinal }) => ordinal !== undefined).length >= 2
}

/** How thick the words of reports stand in a text. */
function reportDensity(opening: string): number {
  return (opening.match(/工作|落实|推进|加强|贯彻|开展|坚持|建设|全面|深入|扎实|完善|强化/g)?.length ?? 0) / Math.max(1, countHan(opening))
}

function kindOfText(opening: string, lead: string | undefined): ReportKind {
  if (GOVERNMENT.test(opening)) return 'government'
  if (lead === undefined) return /述职述廉|履职情况/.test(opening) ? 'duty' : /^[^。]{0,80}上半年/.test(opening) ? 'half-year' : 'annual'
  const kind = kindOf(lead)
  if (kind === 'plan') return 'plan'
  if (/廉|履职/.test(lead)) return 'duty'
  return /上半年/.test(opening.slice(0, 200)) ? 'half-year' : /本学期/.test(opening.slice(0, 200)) ? 'term' : 'annual'
}

/** The title's year; when titles disagree or none has a year, the text's own. */
function yearOf(titles: readonly ReportTitle[], title: ReportTitle | undefined, opening: string): number | undefined {
  const years = new Set(titles.flatMap((each) => each.year ?? []))
  if (years.size === 1 && title?.year !== undefined) return title.year
  return yearOfText(opening) ?? title?.year ?? [...years][0]
}

/** The year that the first paragraphs speak of: 2022年上半年，我局……; else the year that they name first. */
export function yearOfText(opening: string): number | undefined {
  const own =
    /(?:^|[\n。])\s?((?:19|20)\d\d)年(?:度|上半年|全年|以来|是)?[，以是]/.exec(opening) ??
    /现将[^。]{0,16}(20\d\d)年/.exec(opening) ??
    /((?:19|20)\d\d)年度?工作(?:回顾|总结|情况)/.exec(opening) ??
    /(20\d\d)年/.exec(opening.slice(0, 400))
  return own === null ? undefined : Number(own[1])
}

/**
 * The year that the date under a report tells: what sums up a year is signed in its last months or early in the next one,
 * a plan is signed early in its year or at the end of the year before.
 */
function signedYear(document: ReportDocument, kind: ReportKind): number | undefined {
  const { date } = signatureOf(document)
  if (date === undefined) return undefined
  if (kind === 'plan') return date.month >= 11 ? date.year + 1 : date.year
  const looksBack = kind !== 'half-year' && kind !== 'government' && date.month <= (kind === 'quarter' || kind === 'other' ? 1 : 3)
  return looksBack ? date.year - 1 : date.year
}

/** The year that the text says, unless the title has none and it lies far from the date signed: 我于2015年参加工作. */
function yearSaid(said: number | undefined, signed: number | undefined, title: ReportTitle | undefined): number | undefined {
  if (said === undefined || signed === undefined || title?.year !== undefined) return said ?? signed
  return Math.abs(said - signed) > 1 ? signed : said
}

const UNIT_LINE = /^([\u4e00-\u9fffXx×*]{2,22}(?:局|委员会|政府|办事处|小学|中学|学校|幼儿园|学院|职教中心|职业教育中心|中心))$/

/** The unit on the line above or below the title, where a person's post may follow it. */
function unitBesideTitle(document: ReportDocument): string | undefined {
  const index = mainTitle(document)?.at.index
  if (index === undefined) return undefined
  const above = UNIT_LINE.exec(lineOf(document, index - 1))?.[1]
  return (
    above ??
    /^([\u4e00-\u9fffXx×*]{2,20}(?:[局镇乡]|委员会|政府|办事处|街道|小学|中学|学校|幼儿园|中心))(?:党[组委]|党支部|党总支|副?(?:书记|局长|校长|园长|主任|镇长|乡长))/.exec(
      lineOf(document, index + 1),
    )?.[1]
  )
}

function lineOf(document: ReportDocument, index: number): string {
  const text = document.blocks[index]?.block.canonical.replace(/\s/g, '') ?? ''
  return text.length <= 40 ? text : ''
}

/** The unit that signs: a short line among the last ones. */
function signedUnit(document: ReportDocument): string | undefined {
  const last = [...document.prose()].slice(-5).reverse()
  for (const { block } of last) {
    const unit = UNIT_LINE.exec(block.canonical.replace(/\s/g, ''))?.[1]
    if (unit !== undefined) return unit
  }
  return undefined
}

function fieldOfText(opening: string): ReportField {
  const count = (pattern: RegExp): number => opening.match(pattern)?.length ?? 0
  const bureau = count(/教育局|教体局|教育体育局|教育和体育局|教育系统|教体系统|教育工委|全[省市县区州][^，。]{0,4}教育|教育强[省市县区]|^.{0,12}教育坚持/gm)
  const school = count(/我校|我园|本园|本校|学校现有|全校|全园|教务处|政教处/g)
  if (bureau > 0 && bureau >= school) return 'education-bureau'
  if (school >= 2) return 'school'
  return /我[局委办镇乡]|我街道|全[镇乡]|街道/.test(opening) ? 'department' : 'unknown'
}

/** The year that is planned for: the title's, a heading's, or the one after the year summarised; none without a plan. */
function planYearOf(
  document: ReportDocument,
  kind: ReportKind,
  year: number | undefined,
  title: ReportTitle | undefined,
  promisesPlan: boolean,
): number | undefined {
  if (kind === 'plan') return title?.planYear ?? year
  if (title?.planYear !== undefined) return title.planYear
  const status = sectionEvidence(document).get('next-plan')?.status
  if (!promisesPlan && (status === undefined || status === 'absent')) return undefined
  const named = planHeadingYear(document)
  if (named !== undefined) return named
  if (year === undefined) return undefined
  const isWithinYear = kind === 'half-year' || kind === 'quarter' || (kind === 'term' && /(?:第二|下|春季)学期/.test(title?.text ?? ''))
  return isWithinYear ? year : year + 1
}

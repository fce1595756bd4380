import type { ReportDocument } from './report-document.js'

/** Kinds of report that the tool knows. */
export type ReportKind = 'annual' | 'half-year' | 'quarter' | 'term' | 'plan' | 'duty' | 'government' | 'other'

/** Whose report it is: decides which sections are asked for. */
export type ReportField = 'education-bureau' | 'school' | 'department' | 'unknown'

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
  /** the unit that reports, as written in the title */
  readonly unit: string | undefined
  /** whether title or lead promise a plan besides the summary */
  readonly promisesPlan: boolean
}

/** What front matter, configuration or a setting say of a report; each wins over the text. */
export interface ProfileOverride {
  readonly kind?: ReportKind
  readonly field?: ReportField
  readonly year?: number
  readonly sections?: { readonly require?: readonly string[]; readonly ignore?: readonly string[] }
}

const REPORT_TITLE = /(?:工作|年度|学期|述职|述廉|半年|季度|情况).{0,12}(?:总结|计划|报告|汇报|要点|打算|思路|安排|小结|回顾)|(?:总结|计划)$|政府工作报告/
const LEAD = /现将.{0,30}(?:总结|汇报|报告|情况)如下/
const YEAR = /(20\d\d)年?(?:度|上半年|全年)?/

/** Recognises a report by its title and text; `override` wins. */
export function recogniseProfile(document: ReportDocument, override: ProfileOverride): ReportProfile {
  const title = document.outline.titles.map(({ block }) => block.canonical).join('\n')
  const opening = firstUnits(document, 400)
  const source = title === '' ? opening : title
  const kind = override.kind ?? kindOf(source)
  const year = override.year ?? yearOf(source, opening)
  const promisesPlan = kind !== 'plan' && /总结.*(?:计划|打算|思路|要点|安排)|(?:总结|情况).{0,20}20\d\d年.{0,10}(?:计划|打算|思路)/.test(source)
  return {
    isReport: REPORT_TITLE.test(title) || LEAD.test(opening),
    kind, year, promisesPlan,
    field: override.field ?? fieldOf(source + opening),
    planYear: year === undefined ? undefined : kind === 'plan' || kind === 'half-year' ? year : year + 1,
    unit: undefined,
  }
}

function firstUnits(document: ReportDocument, most: number): string {
  let text = ''
  for (const { block } of document.prose()) {
    if (text.length >= most) break
    text += `${block.canonical}\n`
  }
  return text.slice(0, most)
}

function kindOf(source: string): ReportKind {
  if (/述职|述廉/.test(source)) return 'duty'
  if (/政府工作报告/.test(source)) return 'government'
  if (/上半年|半年/.test(source)) return 'half-year'
  if (/总结|情况|小结|回顾|汇报/.test(source)) return /学期/.test(source) ? 'term' : /季度/.test(source) ? 'quarter' : 'annual'
  return /计划|要点|打算|思路|安排/.test(source) ? 'plan' : 'other'
}

function yearOf(source: string, opening: string): number | undefined {
  const match = YEAR.exec(source) ?? YEAR.exec(opening)
  return match === null ? undefined : Number(match[1])
}

function fieldOf(text: string): ReportField {
  if (/教育局|教体局|教育体育局|教育和体育局|教育系统/.test(text)) return 'education-bureau'
  if (/(?:小学|中学|幼儿园|学校|学院)/.test(text)) return 'school'
  return /局|镇|乡|街道|委|中心|办/.test(text) ? 'department' : 'unknown'
}

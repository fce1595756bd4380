import type { ReportField, ReportKind } from './profile.js'
import { fieldOf, stageOf } from './profile-title.js'

/** Kinds of report that a new one can be begun as. */
export type SkeletonKind = Exclude<ReportKind, 'other'>

/** Which report is to be begun. */
export interface SkeletonRequest {
  readonly kind: SkeletonKind
  /** the year summed up; of a plan the year planned; of a term the year in which its school year began */
  readonly year: number
  /** the unit's full name; a placeholder stands for it when it is left out */
  readonly unit?: string
  /** which quarter (1–4) or which term of the school year (1, 2); 1 when left out, of no account to other kinds */
  readonly part?: number
}

/** How a kind of report opens and what its parts are called. Titles are without ordinals. */
export interface SkeletonForm {
  readonly title: string
  /** lines between the title and the lead */
  readonly underTitle: readonly string[]
  readonly lead: string
  /** title of the part that holds the work, or the tasks of a plan */
  readonly work: string
  /** what the items of the work are called where no section is asked for */
  readonly fallback: readonly string[]
  /** titles of the last parts, over those that the sections have */
  readonly problems?: string
  readonly plan: string
  /** what 全年 is called in a report of this kind */
  readonly period: string
}

const NUMERALS = ['一', '二', '三', '四']
const ITEMS = ['第一项工作', '第二项工作', '第三项工作']
const TASKS = ['第一项任务', '第二项任务', '第三项任务']
const DUTIES = ['第一项职责', '第二项职责', '第三项职责']

/** Name of the unit in a skeleton. */
export function unitIn({ unit }: SkeletonRequest): string {
  return unit ?? '【请填写：单位全称】'
}

/** The form of a kind of report. */
export function formOf(request: SkeletonRequest, field: ReportField): SkeletonForm {
  const { kind, year } = request
  if (kind === 'plan') return planForm(request, field)
  if (kind === 'duty') return dutyForm(request)
  if (kind === 'government') return governmentForm(request)
  const { time, period, plan } = spanOf(request)
  const isTerm = kind === 'term'
  return {
    title: `${unitIn(request)}${time}工作总结`,
    underTitle: [],
    lead: `${isTerm ? period : time}，${selfOf(request, field)}【请填写：指导思想和工作主线】，【请填写：${period}工作的总体成效】。现将${kind === 'annual' ? `${year}年` : period}工作情况总结如下。`,
    work: '主要工作情况',
    fallback: ITEMS,
    plan,
    period,
  }
}

function spanOf({ kind, year, part = 1 }: SkeletonRequest): { time: string; period: string; plan: string } {
  if (kind === 'half-year') return { time: `${year}年上半年`, period: '上半年', plan: '下半年工作计划' }
  if (kind === 'quarter') return { time: `${year}年第${NUMERALS[part - 1] ?? '一'}季度`, period: '本季度', plan: '下一步工作计划' }
  if (kind === 'term') return { time: `${year}—${year + 1}学年第${NUMERALS[part - 1] ?? '一'}学期`, period: '本学期', plan: '下学期工作计划' }
  return { time: `${year}年`, period: '全年', plan: `${year + 1}年工作计划` }
}

function planForm(request: SkeletonRequest, field: ReportField): SkeletonForm {
  const { year } = request
  return {
    title: `${unitIn(request)}${year}年工作计划`,
    underTitle: [],
    lead: `${year}年，${selfOf(request, field)}工作的总体要求是：【请填写：指导思想】，【请填写：主要目标和指标】。现制定${year}年工作计划如下。`,
    work: '重点任务',
    fallback: TASKS,
    plan: '保障措施',
    period: '全年',
  }
}

function dutyForm(request: SkeletonRequest): SkeletonForm {
  const { year } = request
  return {
    title: `${year}年度述职述廉报告`,
    underTitle: [`${unitIn(request)}　【请填写：职务和姓名】`],
    lead: `${year}年，本人【请填写：分管的工作和总体情况】。现将一年来履行职责和廉洁自律情况报告如下。`,
    work: '履行职责情况',
    fallback: DUTIES,
    plan: `${year + 1}年工作打算`,
    period: '全年',
  }
}

function governmentForm(request: SkeletonRequest): SkeletonForm {
  const { year } = request
  return {
    title: `${year + 1}年政府工作报告`,
    underTitle: [`${unitIn(request)}　【请填写：报告人职务和姓名】`, '各位代表：'],
    lead: '现在，我代表【请填写：哪一级人民政府】向大会报告政府工作，请予审议，并请【请填写：列席人员】提出意见。',
    work: `${year}年工作回顾`,
    fallback: ITEMS,
    problems: '存在的困难和问题',
    plan: `${year + 1}年重点工作`,
    period: '全年',
  }
}

/** What a unit calls itself in its report. */
function selfOf({ unit }: SkeletonRequest, field: ReportField): string {
  if (field === 'education-bureau') return /委(?:员会)?$/.test(unit ?? '') ? '我委' : '我局'
  if (field === 'school') return unit !== undefined && fieldOf(unit) === 'school' && stageOf(unit) === 'kindergarten' ? '我园' : '我校'
  return '我单位'
}

import { monthNumber } from './date-calendar.js'
import { keptWith } from '../text/kept.js'
import type { PositionedBlock } from './outline.js'
import type { ReportDocument } from './report-document.js'
import type { ReportKind } from './profile.js'
import { matchesOf } from '../text/matches.js'

/** The time that a report covers, and the time at which it can have been written; months as `monthNumber` gives them. */
export interface ReportPeriod {
  /** the year that the report is about; the earlier of several */
  readonly year: number
  /** first and last month that its facts lie in */
  readonly first: number
  readonly last: number
  /** the last month in which such a report is still written: what comes later cannot stand in it as done */
  readonly latest: number
}

/** How many months after the end of its (last) year a report of a kind is still written. */
const WRITTEN_AFTER: Readonly<Record<ReportKind, number>> = { annual: 4, 'half-year': -3, quarter: 1, term: 10, plan: 0, duty: 6, government: 4, other: 6 }
const periods = new WeakMap<ReportDocument, { readonly period: ReportPeriod | undefined }>()

/** The period of a report, computed once; nothing when neither title nor lead says plainly what year it is about. */
export function reportPeriodOf(document: ReportDocument): ReportPeriod | undefined {
  let known = periods.get(document)
  if (known === undefined) {
    known = { period: read(document) }
    periods.set(document, known)
  }
  return known.period
}

/** The years that title lines name, in reading order. */
export function yearsIn(text: string): number[] {
  return matchesOf(/(?<!\d)(?:19|20)\d\d(?!\d)/g, text).map(([year]) => Number(year))
}

function read(document: ReportDocument): ReportPeriod | undefined {
  const { kind, year } = document.profile
  const title = document.outline.titles.map(({ block }) => block.canonical).join('\n')
  const years = yearsIn(title)
  if (years.length === 0) years.push(...(isPlainlySaid(document, year) ? [year as number] : []))
  if (years.length === 0) return undefined
  const isPlan = kind === 'plan'
  const isSchoolYear = /学年|学期/.test(title)
  const first = Math.min(...years)
  // 2024年工作总结和2025年工作计划 is about 2024
  const last = document.profile.promisesPlan && years.length > 1 ? Math.max(first, Math.max(...years) - 1) : Math.max(...years)
  const latest = monthNumber(last, 12) + (isSchoolYear ? 10 : WRITTEN_AFTER[kind])
  return {
    year: first,
    first: monthNumber(first, 1) - (isPlan ? 3 : kind === 'government' ? 12 : 0),
    last: monthNumber(last, kind === 'half-year' ? 6 : 12) + (isSchoolYear ? 8 : 0),
    latest,
  }
}

/** Whether the year of the profile was told from outside or opens the report's first lines (`2021年，我区……`). */
function isPlainlySaid(document: ReportDocument, year: number | undefined): boolean {
  if (year === undefined) return false
  let seen = 0
  for (const { block } of document.prose()) {
    if (seen >= 400) break
    seen += block.text.length
    if (block.canonical.startsWith(`${year}年`)) return true
    if (block.canonical.slice(0, 400).includes(String(year))) return false
  }
  return true
}

/** The parts of a report that speak of what is still to be done: whole-text ranges, the whole text for a plan. */
export function planPartsOf(document: ReportDocument): readonly { readonly start: number; readonly end: number }[] {
  return planParts(document)
}

const planParts = keptWith((document: ReportDocument): readonly { readonly start: number; readonly end: number }[] => {
  if (document.profile.kind === 'plan') return [{ start: 0, end: document.text.length }]
  return document.outline.sections.filter(
    ({ heading, parent }) => heading !== undefined && isPlanTitle(heading.title) && !isWorkDone(heading.title, parent?.heading?.title),
  )
})

const PLAN_HEADING = /打算|计划|思路|安排|要点|下一?步|下一阶段|今后|明年|规划|设想|下半年|努力方向|目标任务|重点任务|建议/
const SUMMARY_HEADING = /完成|落实情况|执行情况|回顾|总结|成效|[作开]展情况/

/** 工作情况 and what is told below it. */
const DONE_PART = /工作情况|主要工作|主要做法|亮点|回顾|总结|成效|[作开]展情况/
/** What says of itself that it is to come; 规划, 建议 and 重点任务 are work that was done too. */
const SAYS_TO_COME = /打算|下一?步|下一阶段|今后|明年|设想|下半年|努力方向|工作(?:计划|思路|安排|要点)|20\d\d年/

/** 一、工作情况 （二）办理建议提案: whether a heading that might be a plan's stands under one of what was done. */
function isWorkDone(title: string, parent: string | undefined): boolean {
  return parent !== undefined && !SAYS_TO_COME.test(title) && DONE_PART.test(parent) && !isPlanTitle(parent)
}

/** Whether what stands under a heading of these words is still to be done. */
export function isPlanTitle(title: string): boolean {
  return PLAN_HEADING.test(title) && !SUMMARY_HEADING.test(title)
}

/** Whether a place in the text lies in a part about what is still to be done. */
export function isInPlan(document: ReportDocument, at: PositionedBlock): boolean {
  const parts = mergedParts(document)
  let low = 0
  let high = parts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((parts[middle] as { end: number }).end > at.start) high = middle
    else low = middle + 1
  }
  return low < parts.length && (parts[low] as { start: number }).start <= at.start
}

/** The parts in order, those that overlap as one. */
const mergedParts = keptWith((document: ReportDocument) => {
  const merged: { start: number; end: number }[] = []
  for (const { start, end } of [...planPartsOf(document)].sort((a, b) => a.start - b.start)) {
    const last = merged[merged.length - 1]
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
})

/** Words of a sentence that tells of an aim as it was once, or of what became of it. */
export const TOLD_OF_THEN = /[原曾已]|当时|上年|去年|提出|要求|推迟|延期|未能|没有/

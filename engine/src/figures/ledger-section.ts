import { yearsIn } from '../document/date-period.js'
import type { Heading } from '../document/outline.js'
import type { ReportDocument } from '../document/report-document.js'
import type { TextRange } from '../text/range.js'

/** Where in the report a place lies. */
export interface SectionPlaceOfFigure {
  /** the innermost heading's title; empty above the first */
  readonly title: string
  /** the year that a figure speaks of there when its sentence names none */
  readonly year: number | undefined
  /** the year that 今年 means there */
  readonly thisYear: number | undefined
  readonly isPlan: boolean
}

/**
 * Tells sections for places asked for in reading order, in one pass over the headings. A heading's own year (二、2025年打算)
 * holds for all below it; without one a plan's figures are of the year planned, all others of the report's year.
 */
export class SectionReader {
  private readonly open: { readonly level: number; readonly year: number | undefined }[] = []
  private readonly plans: readonly TextRange[]
  private next = 0
  private plan = 0
  private planEnd = -1
  private title = ''
  private last: SectionPlaceOfFigure | undefined

  constructor(
    private readonly document: ReportDocument,
    plans: readonly TextRange[],
  ) {
    this.plans = [...plans].sort((a, b) => a.start - b.start)
  }

  /** The section of a place that is not before the last one asked for. */
  at(offset: number): SectionPlaceOfFigure {
    const { headings } = this.document.outline
    let last = this.last
    for (let heading = headings[this.next]; heading !== undefined && heading.start <= offset; heading = headings[this.next]) {
      this.enter(heading)
      this.next++
      last = undefined
    }
    const isPlan = this.isInPlan(offset)
    // places between two headings are one
    if (last?.isPlan === isPlan) return last
    const { year, planYear } = this.document.profile
    const thisYear = isPlan ? (planYear ?? (year === undefined ? undefined : year + 1)) : year
    this.last = { title: this.title, isPlan, thisYear, year: this.open[this.open.length - 1]?.year ?? thisYear }
    return this.last
  }

  private enter({ level, title }: Heading): void {
    while (this.open.length > 0 && (this.open[this.open.length - 1] as { level: number }).level >= level) this.open.pop()
    const years = yearsIn(title)
    this.open.push({ level, year: years[years.length - 1] ?? this.open[this.open.length - 1]?.year })
    this.title = title
  }

  private isInPlan(offset: number): boolean {
    for (let part = this.plans[this.plan]; part !== undefined && part.start <= offset; part = this.plans[this.plan]) {
      this.planEnd = Math.max(this.planEnd, part.end)
      this.plan++
    }
    return offset < this.planEnd
  }
}

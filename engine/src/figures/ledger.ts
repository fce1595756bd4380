import type { Decimal } from '../document/decimal.js'
import { planPartsOf } from '../document/date-period.js'
import type { Approximation, FigureInterval, FigureKind } from '../document/figure.js'
import type { Heading, PositionedBlock } from '../document/outline.js'
import type { ReportDocument } from '../document/report-document.js'
import type { UnitClass } from '../document/unit.js'
import type { TextRange } from '../text/range.js'
import { changesOf, type ChangeOf } from './ledger-change.js'
import { keyOfMetric, metricOf } from './ledger-metric.js'
import { isArticle, roleOf, type FigureRole } from './ledger-role.js'
import { scopeAt } from './ledger-scope.js'
import { yearAt } from './ledger-year.js'
import { quantitiesOf, type PlacedFigure } from './placed-figure.js'
import { tableMetric, TableHeads } from './ledger-table.js'

export type { FigureRole } from './ledger-role.js'

/** One figure of a report and what it says: a line of the ledger. `start` and `end` are offsets of the whole text. */
export interface LedgerEntry extends TextRange {
  /** what it measures, as near as the words beside it tell: 在园幼儿, 新建学校, 普惠率; empty where they tell nothing */
  readonly metric: string
  /** the metric without the words that only carry it (开展, 共, 力争): the same key is the same metric */
  readonly metricKey: string
  /** in the base unit: 4262万元 is 42620000; nothing for 几十, 数百 and for what was left open (XX名) */
  readonly value: Decimal | undefined
  /** the values that it may stand for as writers round */
  readonly interval: FigureInterval
  readonly approximation: Approximation
  readonly kind: FigureKind
  /** as written, 约 and 余 and the unit included */
  readonly written: string
  /** the measure word or unit as written, 万 and 亿 left out; empty when there is none */
  readonly unit: string
  readonly unitClass: UnitClass
  /** what it is said of when the sentence names it: 全区, 城区, 农村, a school; else empty */
  readonly scope: string
  /** the year that it speaks of: the sentence's, else the section's, else the report's; nothing when it spans years */
  readonly year: number | undefined
  readonly role: FigureRole
  /** of changes and former values: which way it went, and the figure of this ledger that changed */
  readonly change: LedgerChange | undefined
  /** the title of the innermost section, its ordinal left out; empty above the first heading */
  readonly section: string
  /** from 1; columns are UTF-16 units */
  readonly line: number
  readonly column: number
}

/** How a change is told. */
export interface LedgerChange {
  /** 1 up, -1 down, 0 when the words do not say */
  readonly direction: 1 | -1 | 0
  /** whether the words compare with the year before: 比上年, 同比, or with nothing at all */
  readonly isYearOnYear: boolean
  /** what changed, where the sentence gives its value */
  readonly subject: LedgerEntry | undefined
}

const ledgers = new WeakMap<ReportDocument, readonly LedgerEntry[]>()

/**
 * The figures of a report in reading order, residue left out, computed once. Years, dates and ordinals are none, nor is 一
 * as an article (一批, 一个). Linear in the text.
 */
export function ledgerOf(document: ReportDocument): readonly LedgerEntry[] {
  let ledger = ledgers.get(document)
  if (ledger === undefined) {
    ledger = new LedgerReader(document).read()
    ledgers.set(document, ledger)
  }
  return ledger
}

class LedgerReader {
  private readonly plans: readonly TextRange[]
  private readonly entries: LedgerEntry[] = []
  private readonly tables = new TableHeads()
  private heading = -1
  private plan = 0

  constructor(private readonly document: ReportDocument) {
    this.plans = [...planPartsOf(document)].sort((a, b) => a.start - b.start)
  }

  read(): LedgerEntry[] {
    for (const at of this.document.prose()) {
      this.tables.see(at)
      this.readBlock(at)
    }
    return this.entries
  }

  private readBlock(at: PositionedBlock): void {
    const figures = quantitiesOf(at.block)
    if (figures.length === 0) return
    const changes = changesOf(at.block)
    const placed = new Map<PlacedFigure, LedgerEntry>()
    for (const figure of figures) {
      if (isArticle(figure)) continue
      const entry = this.entryOf(at, figure, changes.get(figure), placed)
      placed.set(figure, entry)
      this.entries.push(entry)
    }
  }

  private entryOf(at: PositionedBlock, figure: PlacedFigure, change: ChangeOf | undefined, placed: ReadonlyMap<PlacedFigure, LedgerEntry>): LedgerEntry {
    const { document } = this
    const { start, end } = document.toDocument(at, figure.at)
    const { line, column } = document.lines.positionAt(start)
    const { section, sectionYear } = this.sectionAt(start)
    const isPlan = this.isInPlan(start)
    const { year: reportYear, planYear } = document.profile
    const own = isPlan ? (planYear ?? (reportYear === undefined ? undefined : reportYear + 1)) : reportYear
    const year = yearAt(figure, { own, fallback: sectionYear ?? own, isChange: change?.role === 'change', isBase: change?.role === 'base' })
    const role = change?.role ?? roleOf(figure, { isPlan, year, planYear: own, reportYear })
    const subject = change?.subject === undefined ? undefined : placed.get(change.subject)
    const before = this.entryBefore(figure, placed)
    const metric = tableMetric(this.tables, at, figure) ?? metricOf(figure, role, subject ?? before)
    return {
      start, end, line: line + 1, column: column + 1, metric, metricKey: keyOfMetric(metric), role, year, section,
      value: figure.value, interval: figure.interval, approximation: figure.approximation, kind: figure.kind,
      written: figure.sentence.text.slice(figure.start, figure.end), unit: figure.unit, unitClass: figure.unitClass,
      scope: scopeAt(figure.sentence, figure.start),
      change: change === undefined ? undefined : { direction: change.direction, isYearOnYear: change.isYearOnYear, subject },
    }
  }

  /** The last entry of the same sentence that is a value of its own. */
  private entryBefore(figure: PlacedFigure, placed: ReadonlyMap<PlacedFigure, LedgerEntry>): LedgerEntry | undefined {
    let last: LedgerEntry | undefined
    for (let i = this.entries.length - 1; i >= 0 && last === undefined; i--) {
      const entry = this.entries[i] as LedgerEntry
      const [, other] = lastOf(placed) ?? []
      if (other === undefined || entry.role === 'change' || entry.role === 'base') {
        if (other === undefined) return undefined
        continue
      }
      last = entry
    }
    return last
  }
}

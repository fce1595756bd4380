import type { Decimal } from '../document/decimal.js'
import { planPartsOf } from '../document/date-period.js'
import type { Approximation, FigureInterval, FigureKind } from '../document/figure.js'
import type { PositionedBlock } from '../document/outline.js'
import type { ReportDocument } from '../document/report-document.js'
import type { UnitClass } from '../document/unit.js'
import type { Block } from '../markdown/block.js'
import type { TextRange } from '../text/range.js'
import { changesOf, type ChangeWords } from './ledger-change.js'
import { keyOfMetric, metricOf } from './ledger-metric.js'
import { isNoCount, roleOf, type FigureRole } from './ledger-role.js'
import { scopeAt } from './ledger-scope.js'
import { SectionReader, type SectionPlaceOfFigure } from './ledger-section.js'
import { TableReader } from './ledger-table.js'
import { yearAt } from './ledger-year.js'
import { quantitiesOf, textBetween, type PlacedFigure } from './placed-figure.js'

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
  /** of a change or a former value: which way it went, and what changed */
  readonly change: LedgerChange | undefined
  /** of a value: the way that the words right before it say it went (增加到, 降至); 0 when they do not */
  readonly direction: 1 | -1 | 0
  /** the title of the innermost section, its ordinal left out; empty above the first heading */
  readonly section: string
  /** whether it stands in a cell of a table, so that its row and its column name it */
  readonly isInTable: boolean
  /** from 1; columns are UTF-16 units */
  readonly line: number
  readonly column: number
}

/** How a change is told. */
export interface LedgerChange {
  /** 1 up, -1 down, 0 when the words do not say */
  readonly direction: 1 | -1 | 0
  /** whether it is a change from the year before: 比上年, 同比, 比2023年 in a figure of 2024 */
  readonly isYearOnYear: boolean
  /** the figure of the ledger that changed, where the sentence gives its value */
  readonly subject: LedgerEntry | undefined
}

const RANGE_MARK = /^[-—–－~～至到]{1,2}$/
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

/** The entries of a block where it stood when they were read, and what the sections of its quantities said. */
interface BlockReading {
  readonly start: number
  readonly firstLine: number
  readonly places: readonly SectionPlaceOfFigure[]
  readonly entries: readonly LedgerEntry[]
}

const readings = new WeakMap<Block, BlockReading>()

function isSamePlace(a: SectionPlaceOfFigure, b: SectionPlaceOfFigure): boolean {
  return a.title === b.title && a.year === b.year && a.thisYear === b.thisYear && a.isPlan === b.isPlan
}

/** The entries of a block that moved: a change goes on to point at the entry that it is of. */
function movedEntries({ start, firstLine, entries }: BlockReading, at: PositionedBlock): readonly LedgerEntry[] {
  const by = at.start - start
  const lines = at.firstLine - firstLine
  if (by === 0 && lines === 0) return entries
  const moved: LedgerEntry[] = []
  for (const entry of entries) {
    const subject = entry.change?.subject
    // a change is of an entry before it in its sentence
    const own = subject === undefined ? -1 : entries.lastIndexOf(subject, moved.length)
    const change = entry.change === undefined || own < 0 ? entry.change : { ...entry.change, subject: moved[own] }
    moved.push(movedEntry(entry, by, lines, change))
  }
  return moved
}

/** Written out, as where it was made: a spread takes many times as long. */
function movedEntry(entry: LedgerEntry, by: number, lines: number, change: LedgerChange | undefined): LedgerEntry {
  return {
    start: entry.start + by,
    end: entry.end + by,
    line: entry.line + lines,
    column: entry.column,
    section: entry.section,
    isInTable: entry.isInTable,
    metric: entry.metric,
    metricKey: entry.metricKey,
    year: entry.year,
    unit: entry.unit,
    unitClass: entry.unitClass,
    role: entry.role,
    value: entry.value,
    interval: entry.interval,
    approximation: entry.approximation,
    kind: entry.kind,
    written: entry.written,
    scope: entry.scope,
    direction: entry.direction,
    change,
  }
}

/**
 * The entries of a paragraph for `document.edit`: those known of it as it was, and of it as it is those that it has in the
 * same section, where `start` stood when they were read. Nothing where they have to be read with the whole text.
 */
export function entriesAfterEdit(document: ReportDocument, block: Block): Pick<BlockReading, 'start' | 'entries'> | undefined {
  const quantities = quantitiesOf(block)
  if (quantities.length === 0) return { start: 0, entries: [] }
  const known = readings.get(block)
  const { edit } = document
  if (known !== undefined || edit === undefined) return known
  const before = readings.get(edit.before.block)
  const place = before?.places[0]
  if (place === undefined || !before?.places.every((other) => isSamePlace(other, place))) return undefined
  const at = document.blocks[edit.before.index] as PositionedBlock
  const entries = new LedgerReader(document).entriesAt(at, place)
  const reading = { start: at.start, firstLine: at.firstLine, places: quantities.map(() => place), entries }
  readings.set(block, reading)
  return reading
}

class LedgerReader {
  private readonly entries: LedgerEntry[] = []
  private readonly tables = new TableReader()
  private readonly sections: SectionReader

  constructor(private readonly document: ReportDocument) {
    this.sections = new SectionReader(document, planPartsOf(document))
  }

  read(): LedgerEntry[] {
    const titles = new Set(this.document.outline.titles)
    for (const at of this.document.prose()) {
      if (titles.has(at)) continue
      this.tables.enter(at.block)
      this.readBlock(at)
    }
    return this.entries
  }

  /** The entries of a paragraph that stands in one section. */
  entriesAt(at: PositionedBlock, place: SectionPlaceOfFigure): readonly LedgerEntry[] {
    this.readFigures(at, new Map(quantitiesOf(at.block).map((figure) => [figure.at.start, place])))
    return this.entries
  }

  private readBlock(at: PositionedBlock): void {
    const quantities = quantitiesOf(at.block)
    if (quantities.length === 0) return
    const places = quantities.map((figure) => this.sections.at(this.document.toDocument(at, figure.at).start))
    // a row of a table depends on the table's head; all else on the block and on what its section says alone
    const known = at.block.kind === 'table-row' ? undefined : readings.get(at.block)
    if (known !== undefined && known.places.every((place, i) => isSamePlace(place, places[i] as SectionPlaceOfFigure))) {
      for (const entry of movedEntries(known, at)) this.entries.push(entry)
      return
    }
    const from = this.entries.length
    this.readFigures(at, new Map(quantities.map((figure, i) => [figure.at.start, places[i] as SectionPlaceOfFigure])))
    readings.set(at.block, { start: at.start, firstLine: at.firstLine, places, entries: this.entries.slice(from) })
  }

  /** @param places the section of each quantity of the block, by its start in the block's text */
  private readFigures(at: PositionedBlock, places: ReadonlyMap<number, SectionPlaceOfFigure>): void {
    const changes = changesOf(at.block)
    const figures = withWholeRanges(at.block, changes)
    const placed = new Map<PlacedFigure, LedgerEntry>()
    let values: { readonly sentenceIndex: number; readonly last: LedgerEntry; readonly earlier: LedgerEntry | undefined } | undefined
    for (const figure of figures) {
      if (isNoCount(figure)) continue
      const before = values?.sentenceIndex === figure.sentenceIndex ? values : undefined
      const change = changes.get(figure)
      const entry = this.entryOf(
        at,
        figure,
        places.get(figure.at.start) as SectionPlaceOfFigure,
        change,
        change?.subject === undefined ? before?.last : placed.get(change.subject),
        before?.earlier,
      )
      placed.set(figure, entry)
      if (entry.role !== 'change') values = { sentenceIndex: figure.sentenceIndex, last: entry, earlier: before?.last }
      this.entries.push(entry)
    }
  }

  /** @param subject what a change is of, or the value before in the sentence */
  private entryOf(
    at: PositionedBlock,
    figure: PlacedFigure,
    section: SectionPlaceOfFigure,
    change: ChangeWords | undefined,
    subject: LedgerEntry | undefined,
    earlier: LedgerEntry | undefined,
  ): LedgerEntry {
    const range = this.document.toDocument(at, figure.at)
    const { line, column } = this.document.lines.positionAt(range.start)
    const cell = this.tables.cellOf(figure)
    const reading = metricOf(figure, change?.role, subject?.metric, earlier?.metric)
    const metric = cell?.metric ?? reading.metric
    const own = change === undefined ? undefined : reading.isInherited ? subject : undefined
    const year = change?.role === 'change' ? (own?.year ?? section.year) : yearAt(figure, change?.role === 'base', section)
    const { unit, unitClass, power } = cell?.unit ?? { unit: figure.unit, unitClass: figure.unitClass, power: 0 }
    // written out, for a spread at the head makes V8 build so large an object property by property
    return {
      start: range.start,
      end: range.end,
      line: line + 1,
      column: column + 1,
      section: section.title,
      isInTable: cell !== undefined,
      metric,
      metricKey: keyOfMetric(metric),
      year,
      unit,
      unitClass,
      role: change?.role ?? roleOf(figure, section, year),
      value: figure.value?.shift(power),
      interval: { low: figure.interval.low.shift(power), high: figure.interval.high?.shift(power) },
      approximation: figure.approximation,
      kind: figure.kind,
      written: figure.sentence.text.slice(figure.start, figure.end),
      scope: scopeAt(figure.sentence, figure.start),
      direction: change === undefined ? reading.direction : 0,
      change: change && {
        direction: change.direction,
        subject: own,
        isYearOnYear: change.against === 'last-year' || (year !== undefined && change.against === year - 1),
      },
    }
  }
}

/** The quantities of a block, both ends of a range (4—5个) as one figure with the words before the first; `changes` knows it. */
function withWholeRanges(block: Block, changes: Map<PlacedFigure, ChangeWords>): PlacedFigure[] {
  const figures: PlacedFigure[] = []
  for (const figure of quantitiesOf(block)) {
    const first = figures[figures.length - 1]
    if (
      first === undefined ||
      figure.approximation !== 'range' ||
      first.sentenceIndex !== figure.sentenceIndex ||
      !RANGE_MARK.test(textBetween(block, first, figure))
    ) {
      figures.push(figure)
      continue
    }
    const whole = { ...figure, start: first.start, at: { start: first.at.start, end: figure.at.end }, label: first.label }
    const change = changes.get(figure) ?? changes.get(first)
    if (change !== undefined) changes.set(whole, change)
    figures[figures.length - 1] = whole
  }
  return figures
}

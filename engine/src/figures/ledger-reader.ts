import { planPartsOf } from '../document/date-period.js'
import type { PositionedBlock } from '../document/outline.js'
import type { ReportDocument } from '../document/report-document.js'
import type { Block } from '../markdown/block.js'
import { changesOf, type ChangeWords } from './ledger-change.js'
import { isSamePlace, type BlockReading } from './ledger-block.js'
import type { LedgerEntry } from './ledger.js'
import { keyOfMetric, metricOf } from './ledger-metric.js'
import { isNoCount, roleOf } from './ledger-role.js'
import { scopeAt } from './ledger-scope.js'
import { SectionReader, type SectionPlaceOfFigure } from './ledger-section.js'
import { TableReader } from './ledger-table.js'
import { yearAt } from './ledger-year.js'
import type { Steps } from '../text/steps.js'
import { quantitiesOf, textBetween, type PlacedFigure } from './placed-figure.js'
import { Shelf } from '../text/kept.js'

const RANGE_MARK = /^[-—–－~～至到]{1,2}$/
/** What was read last of a block, wherever it stood. */
const readings = new Shelf<Block, BlockReading>()

/** Reads the figures of a report, block by block. */
export class LedgerReader {
  private readonly tables = new TableReader()
  private sectionsRead: SectionReader | undefined

  constructor(private readonly document: ReportDocument) {}

  /** Made when first asked for: an edit mostly leaves the sections as they are known. */
  private get sections(): SectionReader {
    return (this.sectionsRead ??= new SectionReader(this.document, planPartsOf(this.document)))
  }

  /**
   * What is read of each block, a step each, by its place among the document's blocks; nothing for one without figures.
   *
   * @param before what was read at the same places of the text before
   */
  *reading(before: readonly (BlockReading | undefined)[] = []): Steps<(BlockReading | undefined)[]> {
    const titles = new Set(this.document.outline.titles)
    const read: (BlockReading | undefined)[] = this.document.blocks.map(() => undefined)
    for (const at of this.document.prose()) {
      if (titles.has(at)) continue
      this.tables.enter(at.block)
      read[at.index] = this.readBlock(at, before[at.index])
      yield
    }
    return read
  }

  /** What is read of a block that stands in the place of another, which had as many headings. */
  readEdited(at: PositionedBlock, before: BlockReading | undefined): BlockReading | undefined {
    const quantities = quantitiesOf(at.block)
    if (quantities.length === 0) return undefined
    this.enterTable(at)
    const [place] = before?.places ?? []
    const isOne = place !== undefined && before?.places.every((other) => other === place)
    return this.readFiguresOf(at, isOne ? quantities.map(() => place) : this.placesOf(at, quantities))
  }

  /** Goes to a row through the head of its table. */
  private enterTable({ block, index }: PositionedBlock): void {
    if (block.kind === 'table-row') {
      let head = block
      for (let i = index - 1; i >= 0; i--) {
        const above = this.document.blocks[i] as PositionedBlock
        if (above.isResidue || !above.block.isProse) continue
        if (above.block.kind !== 'table-row') break
        head = above.block
      }
      this.tables.enter(head)
    }
    this.tables.enter(block)
  }

  private readBlock(at: PositionedBlock, before: BlockReading | undefined): BlockReading | undefined {
    const quantities = quantitiesOf(at.block)
    if (quantities.length === 0) return undefined
    const places = this.placesOf(at, quantities)
    // a row of a table depends on the table's head; all else on the block and on what its section says alone
    const isOf = ({ block, head, places: known }: BlockReading): boolean =>
      block === at.block && head === this.tables.headBlock && known.every((place, i) => isSamePlace(place, places[i] as SectionPlaceOfFigure))
    return [before, readings.get(at.block)].find((known) => known !== undefined && isOf(known)) ?? this.readFiguresOf(at, places)
  }

  private placesOf(at: PositionedBlock, quantities: readonly PlacedFigure[]): SectionPlaceOfFigure[] {
    return quantities.map((figure) => this.sections.at(this.document.toDocument(at, figure.at).start))
  }

  private readFiguresOf(at: PositionedBlock, places: readonly SectionPlaceOfFigure[]): BlockReading {
    const entries = this.readFigures(at, new Map(quantitiesOf(at.block).map((figure, i) => [figure.at.start, places[i] as SectionPlaceOfFigure])))
    const reading = { block: at.block, head: this.tables.headBlock, start: at.start, firstLine: at.firstLine, places, entries }
    readings.set(at.block, reading)
    return reading
  }

  /** @param places the section of each quantity of the block, by its start in the block's text */
  private readFigures(at: PositionedBlock, places: ReadonlyMap<number, SectionPlaceOfFigure>): LedgerEntry[] {
    const entries: LedgerEntry[] = []
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
      entries.push(entry)
    }
    return entries
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

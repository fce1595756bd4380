import type { Decimal } from '../document/decimal.js'
import type { Approximation, FigureInterval, FigureKind } from '../document/figure.js'
import type { PositionedBlock } from '../document/outline.js'
import type { LineEdit } from '../document/line-edit.js'
import type { ReportDocument } from '../document/report-document.js'
import type { UnitClass } from '../document/unit.js'
import type { TextRange } from '../text/range.js'
import { finish, type Steps } from '../text/steps.js'
import { movedEntries, retitled, type BlockReading } from './ledger-block.js'
import { LedgerReader } from './ledger-reader.js'
import type { FigureRole } from './ledger-role.js'

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

const ledgers = new WeakMap<ReportDocument, readonly LedgerEntry[]>()
const readingsOfDocument = new WeakMap<ReportDocument, readonly (BlockReading | undefined)[]>()

/**
 * The figures of a report in reading order, residue left out, computed once. Years, dates and ordinals are none, nor is 一
 * as an article (一批, 一个). Linear in the text.
 */
export function ledgerOf(document: ReportDocument): readonly LedgerEntry[] {
  let ledger = ledgers.get(document)
  if (ledger === undefined) {
    ledger = document.prose().flatMap((at) => entriesAt(at, document))
    ledgers.set(document, ledger)
  }
  return ledger
}

/** The entries of one block of a document, where they stand now. After an edit this costs as much as the block alone. */
export function entriesAt(at: PositionedBlock, document: ReportDocument): readonly LedgerEntry[] {
  const reading = readingsOf(document)[at.index]
  return reading === undefined ? NONE : movedEntries(reading, at)
}

/** What the entries of a block follow from, but for their places: while it is the same, so are they. */
export function sourceOfEntries(at: PositionedBlock, document: ReportDocument): BlockReading | undefined {
  return readingsOf(document)[at.index]
}

const NONE: readonly LedgerEntry[] = []

/** The readings with the words that the edited line's headings have now for those that stand under them. */
function underNewTitle(
  readings: (BlockReading | undefined)[],
  { outline }: ReportDocument,
  { previous, before: { index } }: LineEdit,
): (BlockReading | undefined)[] {
  outline.headings.forEach(({ at, title }, place) => {
    const before = previous.outline.headings[place]?.title
    if (at.index !== index || before === undefined || before === title) return
    for (const own of outline.sections[place]?.ownBlocks ?? []) {
      const reading = readings[own.index]
      if (reading !== undefined) readings[own.index] = retitled(reading, before, title)
    }
  })
  return readings
}

/** Reads the figures of a document before they are asked for, a block a step. */
export function* readingLedger(document: ReportDocument): Steps<void> {
  if (!readingsOfDocument.has(document)) readingsOfDocument.set(document, readingsAfterEdit(document) ?? (yield* readingAnew(document)))
}

/** What was read of each block, by its place among the document's blocks; after an edit all but one are those of before. */
function readingsOf(document: ReportDocument): readonly (BlockReading | undefined)[] {
  let readings = readingsOfDocument.get(document)
  if (readings === undefined) readingsOfDocument.set(document, (readings = readingsAfterEdit(document) ?? finish(readingAnew(document))))
  return readings
}

function readingsAfterEdit(document: ReportDocument): readonly (BlockReading | undefined)[] | undefined {
  const { edit } = document
  const known = edit && readingsOfDocument.get(edit.previous)
  if (edit?.keepsShape !== true || known === undefined) return undefined
  const { index } = edit.before
  const now = [...known]
  now[index] = new LedgerReader(document).readEdited(document.blocks[index] as PositionedBlock, known[index])
  return edit.isInText ? now : underNewTitle(now, document, edit)
}

/** Reads every block; what the text before had at the same place is taken where it holds still. */
function readingAnew(document: ReportDocument): Steps<(BlockReading | undefined)[]> {
  const { edit } = document
  return new LedgerReader(document).reading(edit && readingsOfDocument.get(edit.previous))
}

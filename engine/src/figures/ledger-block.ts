import type { Block } from '../markdown/block.js'
import type { PositionedBlock } from '../document/outline.js'
import type { LedgerChange, LedgerEntry } from './ledger.js'
import type { SectionPlaceOfFigure } from './ledger-section.js'

/** The entries of a block where it stood when they were read, and what the sections of its quantities said. */
export interface BlockReading {
  readonly block: Block
  /** the head of the table that the block is a row of */
  readonly head: Block | undefined
  readonly start: number
  readonly firstLine: number
  readonly places: readonly SectionPlaceOfFigure[]
  readonly entries: readonly LedgerEntry[]
}

/** Whether figures of two places are of the same year and section. */
export function isSamePlace(a: SectionPlaceOfFigure, b: SectionPlaceOfFigure): boolean {
  return a.title === b.title && a.year === b.year && a.thisYear === b.thisYear && a.isPlan === b.isPlan
}

/** The entries of a block that moved. */
export function movedEntries({ start, firstLine, entries }: BlockReading, at: PositionedBlock): readonly LedgerEntry[] {
  const by = at.start - start
  const lines = at.firstLine - firstLine
  return by === 0 && lines === 0 ? entries : copied(entries, by, lines, ({ section }) => section)
}

/** The reading of a block under a heading that has other words now; what stands in the block under another heading stays. */
export function retitled(reading: BlockReading, before: string, title: string): BlockReading {
  return {
    block: reading.block,
    head: reading.head,
    start: reading.start,
    firstLine: reading.firstLine,
    places: reading.places.map((place) => (place.title === before ? { ...place, title } : place)),
    entries: copied(reading.entries, 0, 0, ({ section }) => (section === before ? title : section)),
  }
}

/** Copies entries; a change goes on to point at the entry that it is of. */
function copied(entries: readonly LedgerEntry[], by: number, lines: number, sectionOf: (entry: LedgerEntry) => string): LedgerEntry[] {
  const copies: LedgerEntry[] = []
  for (const entry of entries) {
    const subject = entry.change?.subject
    // a change is of an entry before it in its sentence
    const own = subject === undefined ? -1 : entries.lastIndexOf(subject, copies.length)
    const change = entry.change === undefined || own < 0 ? entry.change : { ...entry.change, subject: copies[own] }
    copies.push(copy(entry, by, lines, sectionOf(entry), change))
  }
  return copies
}

/** Written out, as where it was made: a spread takes many times as long. */
function copy(entry: LedgerEntry, by: number, lines: number, section: string, change: LedgerChange | undefined): LedgerEntry {
  return {
    start: entry.start + by,
    end: entry.end + by,
    line: entry.line + lines,
    column: entry.column,
    section,
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

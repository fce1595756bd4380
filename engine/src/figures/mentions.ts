import type { PositionedBlock } from '../document/outline.js'
import type { ReportDocument } from '../document/report-document.js'
import { isKnownEntry, matchKey } from './compare-match.js'
import { ledgerOf, type LedgerEntry } from './ledger.js'
import { ownScope } from './ledger-scope.js'
import { quantitiesOf, type PlacedFigure } from './placed-figure.js'

/** A figure of the ledger with the reading that it was made from; of a range (4—5个) the reading of its second number. */
export interface FigurePlace {
  readonly entry: LedgerEntry
  readonly figure: PlacedFigure
  readonly at: PositionedBlock
}

/** Digits that count from which on two equal values under one name are hardly two things. */
const TELLING_DIGITS = 3
const placesOfDocument = new WeakMap<ReportDocument, readonly FigurePlace[]>()

/** The figures of a report with their readings, in reading order; computed once. */
export function figurePlaces(document: ReportDocument): readonly FigurePlace[] {
  let places = placesOfDocument.get(document)
  if (places === undefined) {
    const byEnd = new Map<number, Omit<FigurePlace, 'entry'>>()
    for (const at of document.prose()) {
      for (const figure of quantitiesOf(at.block)) byEnd.set(document.toDocument(at, figure.at).end, { figure, at })
    }
    places = ledgerOf(document).flatMap((entry) => {
      const read = byEnd.get(entry.end)
      return read === undefined ? [] : [{ entry, ...read }]
    })
    placesOfDocument.set(document, places)
  }
  return places
}

/**
 * The figure at a place of the whole text; its end counts, for a caret stands there. Of two that touch, the one that begins
 * there.
 */
export function figureAt(document: ReportDocument, offset: number): LedgerEntry | undefined {
  const touched = ledgerOf(document).filter(({ start, end }) => start <= offset && offset <= end)
  return touched[touched.length - 1]
}

/**
 * The figures of the same metric as a figure, itself included, in reading order: same name, class of unit and scope, any
 * value and year. Changes are none, planned figures are. Names that many things have (学校, 教师) are the same metric within
 * one section alone. Only the figure itself where the words name no metric.
 */
export function mentionsOf(document: ReportDocument, entry: LedgerEntry): readonly LedgerEntry[] {
  const own = ownScope(document)
  const key = matchKey(entry, own)
  return ledgerOf(document).filter((other) => other === entry || (key !== undefined && isChange(other) === isChange(entry) && matchKey(other, own) === key))
}

/**
 * The places where a report gives one figure, the one asked about included, in reading order: same metric, class of unit,
 * scope, year and exact value, all said of what is or all of what is planned. A value with fewer than three digits that
 * count comes about by chance: it is no restatement in the same sentence, nor under a name that many things have (学校, 二等奖).
 */
export function restatementsOf(document: ReportDocument, entry: LedgerEntry): readonly LedgerEntry[] {
  const own = ownScope(document)
  const keyOf = (other: LedgerEntry): string | undefined => matchKey({ ...other, section: '' }, own)
  const key = keyOf(entry)
  if (key === undefined || (key.endsWith('@') && !isTelling(entry))) return [entry]
  const places = figurePlaces(document)
  const sentence = places.find((place) => place.entry === entry)?.figure.sentence
  return places.flatMap((place) => {
    const other = place.entry
    if (other === entry) return [other]
    if (!isSameValue(entry, other) || (place.figure.sentence === sentence && !isTelling(entry))) return []
    return keyOf(other) === key ? [other] : []
  })
}

function isChange({ role }: LedgerEntry): boolean {
  return role === 'change'
}

function isSameValue(entry: LedgerEntry, other: LedgerEntry): boolean {
  if (!isKnownEntry(entry) || !isKnownEntry(other) || !entry.value.equals(other.value)) return false
  if (entry.kind !== other.kind || entry.year !== other.year) return false
  if (entry.approximation === 'range' || other.approximation === 'range') return entry.written === other.written
  return isChange(entry) === isChange(other) && (entry.role === 'planned') === (other.role === 'planned')
}

/** Whether a value has so many digits that it does not come about twice by chance; zeros at its ends do not count. */
function isTelling({ value }: LedgerEntry): boolean {
  return (
    value !== undefined &&
    value.trimmed
      .toString()
      .replace(/\D/g, '')
      .replace(/^0+/, '')
      .replace(/0{1,40}$/, '').length >= TELLING_DIGITS
  )
}

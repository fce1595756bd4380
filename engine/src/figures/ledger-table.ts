import { readUnit, type UnitClass } from '../document/unit.js'
import type { Block } from '../markdown/block.js'
import type { PlacedFigure } from './placed-figure.js'

/** What a table says of a figure in one of its cells. */
export interface TableCell {
  readonly metric: string
  /** the unit that the head of its column names, for a bare number; `power` of ten for 万 and 亿 */
  readonly unit: { readonly unit: string; readonly unitClass: UnitClass; readonly power: number } | undefined
}

const UNIT_IN_HEAD = /（(万|亿)?([^（）]{1,4})）$/
const POWERS: Readonly<Record<string, number>> = { 万: 4, 亿: 8 }

/** Reads figures of tables: a cell measures what the heads of its row and its column say. Blocks come in reading order. */
export class TableReader {
  private head: readonly string[] = []
  private row: Block | undefined
  private headRow: Block | undefined
  /** of the row, as `canonicalCells` gives them */
  private cells: readonly string[] = []

  /** The head of the table that the block entered last stands in; nothing outside tables. */
  get headBlock(): Block | undefined {
    return this.row === undefined ? undefined : this.headRow
  }

  /** Goes to the next block of the report. */
  enter(block: Block): void {
    if (block.kind !== 'table-row') this.head = []
    else if (this.head.length === 0) {
      this.head = canonicalCells(block)
      this.headRow = block
    }
    this.row = block.kind === 'table-row' ? block : undefined
    this.cells = this.row === undefined ? [] : canonicalCells(this.row)
  }

  /** What the table says of a figure of the block entered last; nothing outside tables and in their heads. */
  cellOf(figure: PlacedFigure): TableCell | undefined {
    if (this.row === undefined) return undefined
    const index = this.row.cells.findIndex(({ start, end }) => figure.at.start >= start && figure.at.end <= end)
    const { cells } = this
    const column = this.head[index]
    if (index <= 0 || column === undefined || cells.join() === this.head.join()) return undefined
    const match = UNIT_IN_HEAD.exec(column)
    const unit = match === null || figure.unit !== '' ? undefined : readUnit(match[2] as string, 0)
    const metric = (cells[0] as string) + column.slice(0, match?.index ?? column.length)
    return { metric, unit: unit && { unit: unit.text, unitClass: unit.unitClass, power: POWERS[match?.[1] ?? ''] ?? 0 } }
  }
}

function canonicalCells(block: Block): string[] {
  return block.cells.map(({ start, end }) => block.canonical.slice(start, end).trim())
}

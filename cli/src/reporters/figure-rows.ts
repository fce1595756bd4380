import type { FigureRole, LedgerEntry } from '@gongwen/engine'
import type { Say } from '../terminal.js'

/** A cell of a table of figures; numbers stay exact as long as they are text. */
export interface FigureCell {
  readonly text: string
  readonly isNumber: boolean
}

/** A table of figures: what is above its columns, and its rows. */
export interface FigureSheet {
  readonly head: readonly string[]
  readonly rows: readonly (readonly FigureCell[])[]
}

const ROLES: Readonly<Record<FigureRole, readonly [zh: string, en: string]>> = {
  done: ['实际', 'done'],
  planned: ['计划', 'planned'],
  share: ['占比', 'share'],
  change: ['增减', 'change'],
  base: ['基数', 'base'],
}

/** What a role is called. */
function roleName(role: FigureRole, say: Say): string {
  return say(...ROLES[role])
}

/** The ledger for spreadsheets: values in base units, exact, with what was written beside them. */
export function sheetOf(ledger: readonly LedgerEntry[], say: Say): FigureSheet {
  const text = (value: string): FigureCell => ({ text: value, isNumber: false })
  const number = (value: string): FigureCell => ({ text: value, isNumber: value !== '' })
  return {
    head: [
      say('指标', 'metric'),
      say('数值', 'value'),
      say('单位', 'unit'),
      say('原文', 'as written'),
      say('口径', 'scope'),
      say('年份', 'year'),
      say('性质', 'role'),
      say('所在部分', 'section'),
      say('行', 'line'),
      say('列', 'column'),
    ],
    rows: ledger.map((entry) => [
      text(entry.metric),
      number(entry.value?.trimmed.toString() ?? ''),
      text(unitOf(entry)),
      text(entry.written),
      text(entry.scope),
      number(entry.year === undefined ? '' : String(entry.year)),
      text(roleName(entry.role, say)),
      text(entry.section),
      number(String(entry.line)),
      number(String(entry.column)),
    ]),
  }
}

/** The ledger for reading: figures as written, the place first. */
export function readingOf(ledger: readonly LedgerEntry[], say: Say): FigureSheet {
  const text = (value: string): FigureCell => ({ text: value, isNumber: false })
  return {
    head: [
      say('位置', 'place'),
      say('指标', 'metric'),
      say('数值', 'value'),
      say('口径', 'scope'),
      say('年份', 'year'),
      say('性质', 'role'),
      say('所在部分', 'section'),
    ],
    rows: ledger.map(({ line, column, metric, written, scope, year, role, section }) => [
      text(`${line}:${column}`),
      text(metric === '' ? '—' : metric),
      text(written),
      text(scope),
      text(year === undefined ? '' : String(year)),
      text(roleName(role, say)),
      text(section),
    ]),
  }
}

/** 成 and ‰ are kept as percentages, so that is their unit here. */
function unitOf({ kind, unit }: LedgerEntry): string {
  return kind === 'percentage' ? '%' : unit
}

import type { SkeletonKind } from './skeleton-forms.js'

/** A month; months count from 1. */
export interface Month {
  readonly year: number
  readonly month: number
}

/** What a report is about in time; see `SkeletonRequest`. */
export interface ReportTime {
  readonly year: number
  readonly part: number
}

/**
 * What a report of a kind that is written in a month is usually about: in January one sums up the year before, in November
 * one plans the next. School years begin in September.
 */
export function usualTimeOf(kind: SkeletonKind, { year, month }: Month): ReportTime {
  switch (kind) {
    case 'plan':
      return { year: month >= 10 ? year + 1 : year, part: 1 }
    case 'quarter':
      return lastQuarter({ year, month })
    case 'term':
      if (month <= 2) return { year: year - 1, part: 1 }
      return month >= 11 ? { year, part: 1 } : { year: year - 1, part: 2 }
    default:
      return { year: month <= 4 ? year - 1 : year, part: 1 }
  }
}

/** The quarter that ends in this month, else the one before. */
function lastQuarter({ year, month }: Month): ReportTime {
  const ended = Math.floor(month / 3)
  return ended === 0 ? { year: year - 1, part: 4 } : { year, part: ended }
}

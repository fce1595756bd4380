import type { SectionPlaceOfFigure } from './ledger-section.js'
import type { PlacedFigure } from './placed-figure.js'

/**
 * What a figure says: what was done or is there, what is planned, a share of something, by how much something changed, or
 * the value that it changed from.
 */
export type FigureRole = 'done' | 'planned' | 'share' | 'change' | 'base'

/** Words at the head of a clause that make its figures intentions. */
const INTENTION =
  /(?:^|[，；、年月底前内])(?:[我全本][局校区县市园镇]|[还也均])?(?:将(?=[再新建改扩开达于推启招引培]|继续|完成|实施|实现|投入|进一步|组织)|拟|计划(?!生育)|力争|争取|预计|有望)[^，；]{0,30}$/

/** One of these stands in all of them. */
const SAYS_INTENTION = /[将拟计争望]/

/** The role of a figure that is neither a change nor a former value. */
export function roleOf(figure: PlacedFigure, section: SectionPlaceOfFigure, year: number | undefined): FigureRole {
  const isPast = section.isPlan && year !== undefined && section.thisYear !== undefined && year < section.thisYear
  if (section.isPlan && !isPast) return 'planned'
  const head = figure.sentence.canonical.slice(Math.max(0, figure.start - 40), figure.start)
  if (SAYS_INTENTION.test(head) && INTENTION.test(head)) return 'planned'
  return figure.kind === 'percentage' || figure.kind === 'ratio' ? 'share' : 'done'
}

/**
 * What counts nothing: 一 written in Chinese (一批, 一个), numbers that are names (12345热线, a bare 2024), anniversaries,
 * centuries, 六大行动, and dates left open (X年X月).
 */
export function isNoCount({ style, value, kind, approximation, noun, unit, unitClass }: PlacedFigure): boolean {
  if (value === undefined) return /^duration/.test(unitClass)
  if (kind === 'plain') return /^[^，。；]{0,10}(?:热线|专线|平台)/.test(noun) || value.toString() === '12345' || /^(?:19|20)\d\d$/.test(value.toString())
  if (unit === '大' || unit === '周年' || unit === '世纪') return true
  return style === 'chinese' && kind === 'count' && approximation === 'exact' && value.toString() === '1'
}

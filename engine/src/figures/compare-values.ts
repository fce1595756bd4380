import { Decimal } from '../document/decimal.js'
import type { KnownEntry } from './compare-match.js'

/** What is there and does not move much from year to year: schools, households, areas, lengths. */
const STANDING = /^(?:institution|household|square-metre|length|length-km|平方公里|公顷|[亩座村镇乡]|社区|部门|单位)$/
const WORK = /新建|新增|改建|扩建|改扩建|改造|维修|检查|走访|督查|巡查|整治|创建|检测/
const MEANT_DIGITS = 3
const JUMP = Decimal.of(8)
const SMALL = Decimal.of(100)

/**
 * Whether this year's value is last year's to the digit and has so many digits that it does not come about by chance:
 * three that count, in exact figures. What stands from year to year (schools, areas) may well be the same.
 */
export function isUnchanged(last: KnownEntry, current: KnownEntry): boolean {
  if (!last.value.equals(current.value) || current.approximation !== 'exact' || last.approximation !== 'exact') return false
  if (STANDING.test(current.unitClass) && !WORK.test(current.metric)) return false
  return (
    current.value.trimmed
      .toString()
      .replace(/^0\.0*|\./g, '')
      .replace(/0{1,40}$/, '').length >= MEANT_DIGITS
  )
}

/** Whether two values differ by about a factor of ten or more, as a lost or doubled zero or 万 makes them. */
export function isJump(last: KnownEntry, current: KnownEntry): boolean {
  const [small, large] = last.value.compare(current.value) <= 0 ? [last.value, current.value] : [current.value, last.value]
  if (small.compare(Decimal.ZERO) <= 0) return false
  const isLarge = current.kind === 'percentage' ? large.compare(Decimal.of(10)) >= 0 : large.compare(SMALL) >= 0
  return isLarge && large.compare(small.times(JUMP)) >= 0
}

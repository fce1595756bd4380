import type { LedgerEntry } from './ledger.js'

/** Digits that count from which on two values that differ in one of them are hardly two things. */
const TELLING_DIGITS = 4

/**
 * Whether one of two exact values looks like the other mistyped: as many digits, at least `least` of them counting, with one
 * digit different or two neighbours exchanged.
 */
export function looksMistyped(
  a: Pick<LedgerEntry, 'value' | 'approximation'>,
  b: Pick<LedgerEntry, 'value' | 'approximation'>,
  least: number = TELLING_DIGITS,
): boolean {
  if (a.value === undefined || b.value === undefined || a.approximation !== 'exact' || b.approximation !== 'exact') return false
  const [one, other] = [a.value.trimmed.toString(), b.value.trimmed.toString()]
  if (one.length !== other.length || one.indexOf('.') !== other.indexOf('.') || digitsThatCount(one) < least || digitsThatCount(other) < least) return false
  const different = Array.from(one, (_, i) => i).filter((i) => one[i] !== other[i])
  const [i, j] = different as [number, number]
  if (different.length === 1) return true
  return different.length === 2 && j === i + 1 && one[i] === other[j] && one[j] === other[i]
}

/** Whether one of two exact values is the other with two neighbouring digits exchanged (743 and 734), `least` digits of it counting. */
export function looksExchanged(a: Pick<LedgerEntry, 'value' | 'approximation'>, b: Pick<LedgerEntry, 'value' | 'approximation'>, least: number): boolean {
  if (a.value === undefined || b.value === undefined || a.approximation !== 'exact' || b.approximation !== 'exact') return false
  // 3.26亿 and 3.62亿 are whole numbers of 元: what stands behind the last digit that counts is the same in both
  const [one, other] = [a.value.trimmed.toString(), b.value.trimmed.toString()]
  const different = Array.from(one, (_, i) => i).filter((i) => one[i] !== other[i])
  const [i, j] = different as [number, number]
  return (
    one.length === other.length &&
    different.length === 2 &&
    one[i] === other[j] &&
    one[j] === other[i] &&
    isNextDigit(one, i, j) &&
    digitsThatCount(one) >= least
  )
}

/** Whether nothing but the decimal point stands between two places. */
function isNextDigit(digits: string, i: number, j: number): boolean {
  return j === i + 1 || (j === i + 2 && digits[i + 1] === '.')
}

function digitsThatCount(digits: string): number {
  return digits
    .replace(/\D/g, '')
    .replace(/^0+/, '')
    .replace(/0{1,40}$/, '').length
}

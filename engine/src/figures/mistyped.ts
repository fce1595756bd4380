import type { LedgerEntry } from './ledger.js'

/** Digits that count from which on two values that differ in one of them are hardly two things. */
const TELLING_DIGITS = 4

/**
 * Whether one of two exact values looks like the other mistyped: as many digits, at least four of them counting, with one
 * digit different or two neighbours exchanged.
 */
export function looksMistyped(a: Pick<LedgerEntry, 'value' | 'approximation'>, b: Pick<LedgerEntry, 'value' | 'approximation'>): boolean {
  if (a.value === undefined || b.value === undefined || a.approximation !== 'exact' || b.approximation !== 'exact') return false
  const [one, other] = [a.value.trimmed.toString(), b.value.trimmed.toString()]
  if (one.length !== other.length || one.indexOf('.') !== other.indexOf('.') || !isTelling(one) || !isTelling(other)) return false
  const different = Array.from(one, (_, i) => i).filter((i) => one[i] !== other[i])
  const [i, j] = different as [number, number]
  if (different.length === 1) return true
  return different.length === 2 && j === i + 1 && one[i] === other[j] && one[j] === other[i]
}

function isTelling(digits: string): boolean {
  return (
    digits
      .replace(/\D/g, '')
      .replace(/^0+/, '')
      .replace(/0{1,40}$/, '').length >= TELLING_DIGITS
  )
}

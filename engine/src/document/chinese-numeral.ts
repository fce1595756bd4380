const DIGITS = '零一二三四五六七八九'
const NUMERAL =
  /^(?:([一二三四五六七八九])?百(?:零([一二三四五六七八九])|([一二三四五六七八九])十([一二三四五六七八九])?)?|([一二三四五六七八九])?十([一二三四五六七八九])?|([一二三四五六七八九]))$/

/**
 * The value of a Chinese ordinal numeral from 一 to 九百九十九, as headings use it.
 *
 * @returns the value, or 0 when the text is no such numeral
 */
export function parseOrdinalNumeral(text: string): number {
  const match = NUMERAL.exec(text)
  if (match === null) return 0
  const [, hundreds, loneUnit, hundredTens, hundredUnits, tens, units, digit] = match
  const value = (character: string | undefined): number => (character === undefined ? 0 : DIGITS.indexOf(character))
  if (text.includes('百')) {
    return (hundreds === undefined ? 1 : value(hundreds)) * 100 + value(loneUnit) + value(hundredTens) * 10 + value(hundredUnits)
  }
  if (text.includes('十')) return (tens === undefined ? 1 : value(tens)) * 10 + value(units)
  return value(digit)
}

/**
 * A number as a Chinese ordinal numeral: 12 is 十二, 20 is 二十, 105 is 一百零五.
 *
 * @throws RangeError outside 1 to 999
 */
export function formatOrdinalNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999) throw new RangeError(`no ordinal numeral for ${value}`)
  const digit = (n: number): string => DIGITS[n] as string
  const hundreds = Math.floor(value / 100)
  const tens = Math.floor((value % 100) / 10)
  const units = value % 10
  if (hundreds === 0) return (tens === 0 ? '' : tens === 1 ? '十' : `${digit(tens)}十`) + (units === 0 ? '' : digit(units))
  const rest = tens === 0 ? (units === 0 ? '' : `零${digit(units)}`) : `${digit(tens)}十${units === 0 ? '' : digit(units)}`
  return `${digit(hundreds)}百${rest}`
}

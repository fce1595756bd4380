/** The Gregorian calendar as plain arithmetic; no clock is read. */

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether a year has a 29 February. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/**
 * Number of days of a month.
 *
 * @param year of no year known, February has 29 days: a date that may exist is not doubted
 * @returns 0 for a month outside 1 to 12
 */
export function daysInMonth(month: number, year?: number): number {
  if (month === 2 && (year === undefined || isLeapYear(year))) return 29
  return DAYS[month - 1] ?? 0
}

/** Day of the week of a date that exists: 0 for 星期日, 1 for 星期一 and so on (Zeller's rule in Sakamoto's form). */
export function weekdayOf(year: number, month: number, day: number): number {
  const shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
  const y = month < 3 ? year - 1 : year
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + (shifts[month - 1] ?? 0) + day) % 7
}

/** A month as one number, so that months can be compared and added: `monthNumber(2015, 10) + 12` is October 2016. */
export function monthNumber(year: number, month: number): number {
  return year * 12 + month - 1
}

/** Reads `2015-10` as a month number; what comes behind the month is left out. */
export function parseMonth(text: string): number {
  return monthNumber(Number(text.slice(0, 4)), Number(text.slice(5, 7)))
}

/** A month number in words: `2015年10月`. */
export function formatMonth(month: number): string {
  return `${Math.floor(month / 12)}年${(month % 12) + 1}月`
}

/** The year of a month number. */
export function yearOfMonth(month: number): number {
  return Math.floor(month / 12)
}

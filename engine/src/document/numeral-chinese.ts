const DIGIT_VALUES: Readonly<Record<string, number>> = { 零: 0, 〇: 0, '○': 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }
const UNIT_VALUES: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1000n }
const HUNDRED_MILLION = 100_000_000n
const TEN_THOUSAND = 10_000n

/** The least and the greatest value of an integer in Chinese numerals: one number, or 七八十 from 70 to 80. */
export interface ChineseInteger {
  readonly low: bigint
  readonly high: bigint
  /** ten thousand or a hundred million where the number ends in 万 or 亿 and so may be rounded; else one */
  readonly step: bigint
}

/** The value of a Chinese digit, 〇 to 九 and 两, or -1. */
export function chineseDigit(character: string): number {
  return DIGIT_VALUES[character] ?? -1
}

/**
 * Reads a whole run of Chinese numerals: 二十三, 一百零五, 二〇二五, 三千四百万, 两, and the approximations of adjacent digits
 * 七八, 三五, 八九十, 三四百, 十七八.
 *
 * @returns nothing for a run that is no number, such as 百千万 or 一十一十
 */
export function parseChineseInteger(run: string): ChineseInteger | undefined {
  if (run.length === 1) return SINGLE_DIGITS.get(run) ?? (run === '十' ? TEN : undefined)
  if (/^[零〇○一二两三四五六七八九]+$/.test(run)) return readDigits(run)
  if (!/[十百千零〇一二两三四五六七八九]/.test(run)) return undefined
  return readGrouped(run, [
    ['亿', HUNDRED_MILLION],
    ['万', TEN_THOUSAND],
  ])
}

/** Most numerals of a report are one character. */
const SINGLE_DIGITS: ReadonlyMap<string, ChineseInteger> = new Map(Object.entries(DIGIT_VALUES).map(([digit, value]) => [digit, exactly(BigInt(value))]))
const TEN = exactly(10n)

/** A number in groups: what stands before 亿 (itself with 万), before 万, and the rest. */
function readGrouped(run: string, [group, ...smaller]: readonly (readonly [string, bigint])[]): ChineseInteger | undefined {
  if (group === undefined) return run === '' ? undefined : readSection(run)
  const [mark, value] = group
  const at = run.lastIndexOf(mark)
  if (at < 0) return readGrouped(run, smaller)
  const head = readGrouped(run.slice(0, at), smaller)
  if (head === undefined) return undefined
  const low = head.low * value
  const high = head.high * value
  const rest = run.slice(at + 1)
  if (rest === '') return { low, high, step: value }
  // 一万二: the lone digit counts thousands
  if (/^[一二三四五六七八九]$/.test(rest)) return shorthand(low, high, BigInt(chineseDigit(rest)), value / 10n)
  const tail = readGrouped(rest, smaller)
  return tail === undefined ? undefined : { low: low + tail.low, high: high + tail.high, step: tail.step }
}

function shorthand(low: bigint, high: bigint, digit: bigint, unit: bigint): ChineseInteger {
  return { low: low + digit * unit, high: high + digit * unit, step: unit }
}

function readDigits(run: string): ChineseInteger | undefined {
  const digits = Array.from(run, chineseDigit)
  if (digits.length === 1) return exactly(BigInt(digits[0] as number))
  if (digits.length === 2) return isAdjacent(digits[0] as number, digits[1] as number) ? between(digits[0] as number, digits[1] as number, 1n) : undefined
  return digits.length > 16 || run.includes('两') ? undefined : exactly(BigInt(digits.join('')))
}

function exactly(value: bigint, step = 1n): ChineseInteger {
  return { low: value, high: value, step }
}

function between(a: number, b: number, unit: bigint): ChineseInteger {
  return { low: BigInt(a) * unit, high: BigInt(b) * unit, step: unit }
}

/** 七八, 两三, and 三五, the one pair of digits that are not neighbours. */
function isAdjacent(a: number, b: number): boolean {
  return a > 0 && (b === a + 1 || (a === 3 && b === 5))
}

/** A number below ten thousand. */
function readSection(section: string): ChineseInteger | undefined {
  let low = 0n
  let high = 0n
  let lastUnit = TEN_THOUSAND
  let pending: number[] = []
  let isAfterZero = false
  for (const [i, character] of Array.from(section).entries()) {
    const unit = UNIT_VALUES[character]
    const digit = chineseDigit(character)
    if (unit === undefined) {
      if (digit < 0 || pending.length === 2) return undefined
      if (digit === 0) {
        if (pending.length > 0) return undefined
        isAfterZero = true
      } else pending.push(digit)
      continue
    }
    if (unit >= lastUnit) return undefined
    if (pending.length === 0) {
      if (unit !== 10n || (i > 0 && !isAfterZero)) return undefined
      pending = [1]
    }
    const [first, second] = pending as [number, number?]
    if (second !== undefined && !isAdjacent(first, second)) return undefined
    low += BigInt(first) * unit
    high += BigInt(second ?? first) * unit
    lastUnit = unit
    pending = []
    isAfterZero = false
  }
  return finishSection({ low, high, step: 1n }, pending, lastUnit, isAfterZero)
}

/** The digits behind the last unit: 五 of 三十五, 五 of 三百五 (a fifty), 七八 of 十七八. */
function finishSection(read: ChineseInteger, pending: readonly number[], lastUnit: bigint, isAfterZero: boolean): ChineseInteger | undefined {
  const [first, second] = pending
  if (first === undefined) return read
  if (second !== undefined) {
    if (!isAdjacent(first, second) || lastUnit > 10n) return undefined
    return { low: read.low + BigInt(first), high: read.high + BigInt(second), step: 1n }
  }
  if (lastUnit > 10n && lastUnit < TEN_THOUSAND && !isAfterZero) return { ...shorthand(read.low, read.high, BigInt(first), lastUnit / 10n), step: 1n }
  return { low: read.low + BigInt(first), high: read.high + BigInt(first), step: 1n }
}

/**
 * A non-negative integer in Chinese numerals as they are spoken: 105 is 一百零五, 12 is 十二, 20000300 is 二千万零三百.
 *
 * @throws RangeError below zero or from ten to the power of sixteen on
 */
export function formatChineseInteger(value: bigint): string {
  if (value < 0n || value >= HUNDRED_MILLION * HUNDRED_MILLION) throw new RangeError(`no Chinese numeral for ${value}`)
  if (value === 0n) return '零'
  const text = formatLarge(value)
  return text.startsWith('一十') ? text.slice(1) : text
}

function formatLarge(value: bigint): string {
  for (const [mark, unit] of [
    ['亿', HUNDRED_MILLION],
    ['万', TEN_THOUSAND],
  ] as const) {
    if (value < unit) continue
    const rest = value % unit
    const head = formatLarge(value / unit) + mark
    if (rest === 0n) return head
    return head + (rest < unit / 10n ? '零' : '') + formatLarge(rest)
  }
  return formatSection(Number(value))
}

function formatSection(value: number): string {
  let text = ''
  let isGap = false
  for (const [character, unit] of [
    ['千', 1000],
    ['百', 100],
    ['十', 10],
    ['', 1],
  ] as const) {
    const digit = Math.floor(value / unit) % 10
    if (digit === 0) isGap = text !== ''
    else {
      text += (isGap ? '零' : '') + '〇一二三四五六七八九'.charAt(digit) + character
      isGap = false
    }
  }
  return text
}

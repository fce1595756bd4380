const POWERS_OF_TEN: readonly number[] = Array.from({ length: 16 }, (_, power) => 10 ** power)
/** A long division goes on by so many places at a time: a rest below 10^10 times 10^5 is still an exact number. */
const PLACES_AT_A_TIME = 5
const MOST_PLACES = 15
/** Longest run of digits that is below 2^53 whatever it is. */
const SAFE_DIGITS = 15

/**
 * An exact decimal number: `digits` divided by ten to the power of `scale`. Figures of reports are compared with these and
 * never with floating point, where 0.1 + 0.2 is not 0.3.
 *
 * Digits below 2^53 are kept and computed with as plain integers, which takes a tenth of the time; whatever leaves that
 * range is done with big ones. The two are told apart by their type, and one value has one form.
 */
export class Decimal {
  static readonly ZERO = new Decimal(0, 0)

  private constructor(
    /** a safe integer and never -0, or a bigint beyond that range */
    private readonly whole: number | bigint,
    readonly scale: number,
  ) {}

  /** The number `digits` / 10^`scale`; a negative `scale` appends zeros. */
  static of(digits: bigint | number, scale = 0): Decimal {
    const whole = typeof digits === 'number' && Number.isSafeInteger(digits) ? digits + 0 : reduced(BigInt(digits))
    if (scale >= 0) return new Decimal(whole, scale)
    return new Decimal(raised(whole, -scale), 0)
  }

  /**
   * Reads `1234`, `1,234.5`, `-3`.
   *
   * @throws SyntaxError when the text is no such number
   */
  static parse(text: string): Decimal {
    const short = parseShort(text)
    if (short !== undefined) return short
    const plain = text.replaceAll(',', '')
    const point = plain.indexOf('.')
    return point < 0 ? Decimal.of(BigInt(plain)) : Decimal.of(BigInt(plain.slice(0, point) + plain.slice(point + 1)), plain.length - point - 1)
  }

  /** The number without its decimal point: 125 for 1.25. */
  get digits(): bigint {
    return BigInt(this.whole)
  }

  /** Below, equal to or above zero: -1, 0 or 1. */
  get sign(): -1 | 0 | 1 {
    return this.whole < 0 ? -1 : this.whole > 0 ? 1 : 0
  }

  plus(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale)
    return new Decimal(sum(this.wholeAt(scale), other.wholeAt(scale)), scale)
  }

  minus(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale)
    return new Decimal(sum(this.wholeAt(scale), negative(other.wholeAt(scale))), scale)
  }

  times(other: Decimal): Decimal {
    return new Decimal(product(this.whole, other.whole), this.scale + other.scale)
  }

  /** This times ten to the power of `places`. */
  shift(places: number): Decimal {
    if (places === 0) return this
    const scale = this.scale - places
    return scale >= 0 ? new Decimal(this.whole, scale) : new Decimal(raised(this.whole, -scale), 0)
  }

  abs(): Decimal {
    return this.whole < 0 ? new Decimal(negative(this.whole), this.scale) : this
  }

  /** Negative, zero or positive as this is less than, equal to or greater than `other`. */
  compare(other: Decimal): number {
    const scale = Math.max(this.scale, other.scale)
    const a = this.wholeAt(scale)
    const b = other.wholeAt(scale)
    return a < b ? -1 : a > b ? 1 : 0
  }

  equals(other: Decimal): boolean {
    return this.compare(other) === 0
  }

  get isZero(): boolean {
    return this.whole === 0
  }

  /**
   * The quotient of two non-negative numbers, cut off (`down`), raised (`up`) or rounded half up at `scale` places.
   *
   * @throws RangeError when `by` is zero
   */
  quotient(by: Decimal, scale: number, mode: 'down' | 'up' | 'nearest' = 'nearest'): Decimal {
    const places = scale + by.scale - this.scale
    const short = typeof this.whole === 'number' && typeof by.whole === 'number' ? shortQuotient(this.whole, by.whole, places, mode) : undefined
    if (short !== undefined) return new Decimal(short, scale)
    const over = this.digits * 10n ** BigInt(scale + by.scale)
    const under = by.digits * 10n ** BigInt(this.scale)
    const floor = over / under
    const rest = over - floor * under
    const isRaised = mode === 'up' ? rest > 0n : mode === 'nearest' && rest * 2n >= under
    return new Decimal(reduced(isRaised ? floor + 1n : floor), scale)
  }

  /** Rounded half up to `scale` places (which may be fewer or more than there are); for non-negative numbers. */
  rounded(scale: number): Decimal {
    return this.quotient(ONE, scale)
  }

  /** Without zeros at the end of the decimals. */
  get trimmed(): Decimal {
    let { scale } = this
    if (typeof this.whole === 'number') {
      let whole = this.whole
      for (; scale > 0 && whole % 10 === 0; scale--) whole /= 10
      return scale === this.scale ? this : new Decimal(whole + 0, scale)
    }
    let digits = this.whole
    for (; scale > 0 && digits % 10n === 0n; scale--) digits /= 10n
    return new Decimal(reduced(digits), scale)
  }

  /** The power of ten of the last digit that is not zero, 2 for 2500 and -1 for 0.50; of zero that of its last digit. */
  get lastPlace(): number {
    let power = 0 - this.scale
    if (this.whole === 0) return power
    if (typeof this.whole === 'number') for (let rest = this.whole; rest % 10 === 0; rest /= 10) power++
    else for (let rest = this.whole; rest % 10n === 0n; rest /= 10n) power++
    return power
  }

  toString(): string {
    const sign = this.whole < 0 ? '-' : ''
    const digits = negativeIf(this.whole < 0, this.whole)
      .toString()
      .padStart(this.scale + 1, '0')
    const point = digits.length - this.scale
    return sign + digits.slice(0, point) + (this.scale > 0 ? `.${digits.slice(point)}` : '')
  }

  private wholeAt(scale: number): number | bigint {
    return scale === this.scale ? this.whole : raised(this.whole, scale - this.scale)
  }
}

const ONE = Decimal.of(1)

/** A number without sign, of so few digits that it is a safe integer; nothing for all others, right or wrong. */
function parseShort(text: string): Decimal | undefined {
  let whole = 0
  let digits = 0
  let point = -1
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 48 && code <= 57) {
      whole = whole * 10 + code - 48
      digits++
    } else if (code === 46 && point < 0) point = digits
    else if (code !== 44) return undefined
  }
  return digits === 0 || digits > SAFE_DIGITS ? undefined : Decimal.of(whole, point < 0 ? 0 : digits - point)
}

/** A whole number in the form that its size asks for. */
function reduced(whole: bigint): number | bigint {
  return whole <= Number.MAX_SAFE_INTEGER && whole >= Number.MIN_SAFE_INTEGER ? Number(whole) : whole
}

function sum(a: number | bigint, b: number | bigint): number | bigint {
  if (typeof a === 'number' && typeof b === 'number') {
    const short = a + b
    // a sum of safe integers that is not safe itself is rounded to no safe one
    if (Number.isSafeInteger(short)) return short
  }
  return reduced(BigInt(a) + BigInt(b))
}

function product(a: number | bigint, b: number | bigint): number | bigint {
  if (typeof a === 'number' && typeof b === 'number') {
    const short = a * b
    if (Number.isSafeInteger(short)) return short + 0
  }
  return reduced(BigInt(a) * BigInt(b))
}

/** A whole number times ten to the power of `places`. */
function raised(whole: number | bigint, places: number): number | bigint {
  const power = POWERS_OF_TEN[places]
  return power === undefined ? reduced(BigInt(whole) * 10n ** BigInt(places)) : product(whole, power)
}

function negative(whole: number | bigint): number | bigint {
  return typeof whole === 'number' ? 0 - whole : -whole
}

function negativeIf(isSo: boolean, whole: number | bigint): number | bigint {
  return isSo ? negative(whole) : whole
}

/** `over` × 10^`places` / `under` by long division; nothing where the numbers on the way would be too large, and for zero. */
function shortQuotient(over: number, under: number, places: number, mode: 'down' | 'up' | 'nearest'): number | undefined {
  if (over < 0 || under <= 0 || places > MOST_PLACES || places < -MOST_PLACES) return undefined
  const divisor = places < 0 ? under * (POWERS_OF_TEN[-places] as number) : under
  if (divisor * (POWERS_OF_TEN[PLACES_AT_A_TIME] as number) > Number.MAX_SAFE_INTEGER && (places > 0 || divisor > Number.MAX_SAFE_INTEGER)) return undefined
  let rest = over % divisor
  let quotient = (over - rest) / divisor
  for (let left = places; left > 0; left -= PLACES_AT_A_TIME) {
    const power = POWERS_OF_TEN[Math.min(left, PLACES_AT_A_TIME)] as number
    const raisedRest = rest * power
    rest = raisedRest % divisor
    quotient = quotient * power + (raisedRest - rest) / divisor
  }
  // a rest may be doubled beyond 2^53 without losing anything
  const isRaised = mode === 'up' ? rest > 0 : mode === 'nearest' && rest * 2 >= divisor
  const result = isRaised ? quotient + 1 : quotient
  return Number.isSafeInteger(result) ? result : undefined
}

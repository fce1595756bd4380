/**
 * An exact decimal number: `digits` divided by ten to the power of `scale`. Figures of reports are compared with these and
 * never with floating point, where 0.1 + 0.2 is not 0.3.
 */
export class Decimal {
  static readonly ZERO = new Decimal(0n, 0)

  private constructor(
    readonly digits: bigint,
    readonly scale: number,
  ) {}

  /** The number `digits` / 10^`scale`; a negative `scale` appends zeros. */
  static of(digits: bigint | number, scale = 0): Decimal {
    const whole = BigInt(digits)
    return scale >= 0 ? new Decimal(whole, scale) : new Decimal(whole * 10n ** BigInt(-scale), 0)
  }

  /**
   * Reads `1234`, `1,234.5`, `-3`.
   *
   * @throws SyntaxError when the text is no such number
   */
  static parse(text: string): Decimal {
    const plain = text.replaceAll(',', '')
    const point = plain.indexOf('.')
    return point < 0 ? Decimal.of(BigInt(plain)) : Decimal.of(BigInt(plain.slice(0, point) + plain.slice(point + 1)), plain.length - point - 1)
  }

  plus(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale)
    return new Decimal(this.digitsAt(scale) + other.digitsAt(scale), scale)
  }

  minus(other: Decimal): Decimal {
    return this.plus(new Decimal(-other.digits, other.scale))
  }

  times(other: Decimal): Decimal {
    return new Decimal(this.digits * other.digits, this.scale + other.scale)
  }

  /** This times ten to the power of `places`. */
  shift(places: number): Decimal {
    return places === 0 ? this : Decimal.of(this.digits, this.scale - places)
  }

  abs(): Decimal {
    return this.digits < 0n ? new Decimal(-this.digits, this.scale) : this
  }

  /** Negative, zero or positive as this is less than, equal to or greater than `other`. */
  compare(other: Decimal): number {
    const scale = Math.max(this.scale, other.scale)
    const difference = this.digitsAt(scale) - other.digitsAt(scale)
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  }

  equals(other: Decimal): boolean {
    return this.compare(other) === 0
  }

  get isZero(): boolean {
    return this.digits === 0n
  }

  /**
   * The quotient of two non-negative numbers, cut off (`down`), raised (`up`) or rounded half up at `scale` places.
   *
   * @throws RangeError when `by` is zero
   */
  quotient(by: Decimal, scale: number, mode: 'down' | 'up' | 'nearest' = 'nearest'): Decimal {
    const over = this.digits * 10n ** BigInt(scale + by.scale)
    const under = by.digits * 10n ** BigInt(this.scale)
    const floor = over / under
    const rest = over - floor * under
    const isRaised = mode === 'up' ? rest > 0n : mode === 'nearest' && rest * 2n >= under
    return new Decimal(isRaised ? floor + 1n : floor, scale)
  }

  /** Rounded half up to `scale` places (which may be fewer or more than there are); for non-negative numbers. */
  rounded(scale: number): Decimal {
    return this.quotient(Decimal.of(1), scale)
  }

  /** Without zeros at the end of the decimals. */
  get trimmed(): Decimal {
    let { digits, scale } = this
    while (scale > 0 && digits % 10n === 0n) {
      digits /= 10n
      scale--
    }
    return new Decimal(digits, scale)
  }

  toString(): string {
    const sign = this.digits < 0n ? '-' : ''
    const digits = (this.digits < 0n ? -this.digits : this.digits).toString().padStart(this.scale + 1, '0')
    const point = digits.length - this.scale
    return sign + digits.slice(0, point) + (this.scale > 0 ? `.${digits.slice(point)}` : '')
  }

  private digitsAt(scale: number): bigint {
    return scale === this.scale ? this.digits : this.digits * 10n ** BigInt(scale - this.scale)
  }
}

/**
 * Decimals are computed with plain integers where those are exact and with big ones elsewhere. Whatever the size, each
 * operation must give what big integers alone give.
 */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Decimal } from '@gongwen/engine'
import { assertProperty, TIMEOUT } from '../support/properties.js'

/** Digits and scale, around all sizes at which the representation changes. */
const digits = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }).map(BigInt),
  fc.maxSafeInteger().map(BigInt),
  fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
  fc.tuple(fc.constantFrom(2n ** 53n, -(2n ** 53n), 10n ** 15n, 10n ** 16n, 0n), fc.integer({ min: -3, max: 3 })).map(([edge, by]) => edge + BigInt(by)),
  fc.tuple(fc.integer({ min: 1, max: 999 }), fc.nat(18)).map(([head, zeros]) => BigInt(head) * 10n ** BigInt(zeros)),
)
const number = fc.tuple(digits, fc.nat(12))
const positive = number.map(([value, scale]): [bigint, number] => [value < 0n ? -value : value, scale])

type Plain = readonly [bigint, number]

function of([value, scale]: Plain): Decimal {
  return Decimal.of(value, scale)
}

function at([value, scale]: Plain, wanted: number): bigint {
  return value * 10n ** BigInt(wanted - scale)
}

function isSame(actual: Decimal, [value, scale]: Plain): void {
  assert.deepEqual([actual.digits, actual.scale], [value, scale])
  // one value has one form: what is equal is the same through and through
  assert.deepEqual(actual, Decimal.of(value, scale))
}

function print([value, scale]: Plain): string {
  const [sign, size] = value < 0n ? ['-', -value] : ['', value]
  const text = size.toString().padStart(scale + 1, '0')
  return sign + text.slice(0, text.length - scale) + (scale > 0 ? `.${text.slice(-scale)}` : '')
}

describe('Decimal, in small and in big integers', function () {
  this.timeout(TIMEOUT)

  it('adds, takes away and multiplies alike', () => {
    assertProperty(
      'decimal: sums',
      fc.property(number, number, (a, b) => {
        const scale = Math.max(a[1], b[1])
        isSame(of(a).plus(of(b)), [at(a, scale) + at(b, scale), scale])
        isSame(of(a).minus(of(b)), [at(a, scale) - at(b, scale), scale])
        isSame(of(a).times(of(b)), [a[0] * b[0], a[1] + b[1]])
        isSame(of(a).abs(), [a[0] < 0n ? -a[0] : a[0], a[1]])
      }),
    )
  })
  it('compares alike', () => {
    assertProperty(
      'decimal: order',
      fc.property(number, number, fc.boolean(), (a, other, isAlike) => {
        const b: Plain = isAlike ? [a[0] * 10n, a[1] + 1] : other
        const difference = at(a, 14) - at(b, 14)
        assert.equal(of(a).compare(of(b)), difference < 0n ? -1 : difference > 0n ? 1 : 0)
        assert.equal(of(a).equals(of(b)), difference === 0n)
        assert.equal(of(a).isZero, a[0] === 0n)
        assert.equal(of(a).sign, a[0] < 0n ? -1 : a[0] > 0n ? 1 : 0)
      }),
    )
  })
  it('divides and rounds alike', () => {
    assertProperty(
      'decimal: quotients',
      fc.property(positive, positive, fc.nat(12), fc.constantFrom('down' as const, 'up' as const, 'nearest' as const), (a, b, scale, mode) => {
        if (b[0] === 0n) {
          assert.throws(() => of(a).quotient(of(b), scale, mode), RangeError)
          return
        }
        const over = a[0] * 10n ** BigInt(scale + b[1])
        const under = b[0] * 10n ** BigInt(a[1])
        const rest = over % under
        const isRaised = mode === 'up' ? rest > 0n : mode === 'nearest' && rest * 2n >= under
        isSame(of(a).quotient(of(b), scale, mode), [over / under + (isRaised ? 1n : 0n), scale])
      }),
    )
  })
  it('shifts, trims, prints and reads alike', () => {
    assertProperty(
      'decimal: digits',
      fc.property(number, fc.integer({ min: -12, max: 12 }), (a, places) => {
        const scale = a[1] - places
        isSame(of(a).shift(places), scale >= 0 ? [a[0], scale] : [a[0] * 10n ** BigInt(-scale), 0])
        assert.equal(of(a).toString(), print(a))
        isSame(Decimal.parse(print(a)), a)
        let [value, left] = a
        while (left > 0 && value % 10n === 0n) [value, left] = [value / 10n, left - 1]
        isSame(of(a).trimmed, [value, left])
        const digitsOf = a[0].toString()
        assert.equal(of(a).lastPlace, (a[0] === 0n ? 0 : digitsOf.length - digitsOf.replace(/0{1,40}$/, '').length) - a[1])
      }),
    )
  })
})

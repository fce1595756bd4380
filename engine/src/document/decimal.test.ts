import assert from 'node:assert/strict'
import { Decimal } from './decimal.js'

describe('Decimal', () => {
  const d = (text: string): Decimal => Decimal.parse(text)
  it('reads and prints', () => {
    for (const text of ['0', '7', '1234', '3.50', '0.05', '-2.5']) assert.equal(d(text).toString(), text)
    assert.equal(d('1,234.5').toString(), '1234.5')
    assert.throws(() => d('abc'), SyntaxError)
  })
  it('is exact where floating point is not', () => {
    assert.ok(d('0.1').plus(d('0.2')).equals(d('0.3')))
    assert.equal(d('84.38').minus(d('18.75')).toString(), '65.63')
    assert.equal(d('1.2').shift(4).toString(), '12000')
    assert.equal(d('12345').shift(-4).toString(), '1.2345')
    assert.equal(d('2.50').trimmed.toString(), '2.5')
  })
  it('divides down, up and to the nearest, half up', () => {
    assert.equal(d('2').quotient(d('3'), 4, 'down').toString(), '0.6666')
    assert.equal(d('2').quotient(d('3'), 4, 'up').toString(), '0.6667')
    assert.equal(d('1').quotient(d('8'), 2).toString(), '0.13')
    assert.equal(d('6').quotient(d('3'), 0, 'up').toString(), '2')
    assert.equal(d('2.345').rounded(2).toString(), '2.35')
    assert.throws(() => d('1').quotient(d('0'), 2), RangeError)
  })
  it('compares numbers of different scale', () => {
    assert.ok(d('2.50').equals(d('2.5')))
    assert.ok(d('2.49').compare(d('2.5')) < 0)
    assert.equal(d('-3').abs().toString(), '3')
    assert.ok(Decimal.ZERO.isZero)
  })
})

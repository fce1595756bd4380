import assert from 'node:assert/strict'
import { usualTimeOf } from './usual-time.js'

describe('usual time of a report', () => {
  const of = (kind: Parameters<typeof usualTimeOf>[0], year: number, month: number): [number, number] => {
    const time = usualTimeOf(kind, { year, month })
    return [time.year, time.part]
  }

  it('is the year before in its first months, and this year towards its end', () => {
    for (const kind of ['annual', 'half-year', 'duty', 'government'] as const) {
      assert.deepEqual(of(kind, 2025, 1), [2024, 1])
      assert.deepEqual(of(kind, 2025, 12), [2025, 1])
    }
    assert.deepEqual(of('half-year', 2025, 6), [2025, 1])
  })
  it('is the next year for a plan written at the end of one', () => {
    assert.deepEqual(of('plan', 2024, 12), [2025, 1])
    assert.deepEqual(of('plan', 2025, 1), [2025, 1])
  })
  it('is the quarter that has just ended', () => {
    const quarters = [1, 2, 3, 4, 6, 7, 9, 12].map((month) => of('quarter', 2025, month))
    assert.deepEqual(quarters, [
      [2024, 4],
      [2024, 4],
      [2025, 1],
      [2025, 1],
      [2025, 2],
      [2025, 2],
      [2025, 3],
      [2025, 4],
    ])
  })
  it('is the term that ends, named by the year in which the school year began', () => {
    assert.deepEqual(of('term', 2025, 1), [2024, 1])
    assert.deepEqual(of('term', 2025, 7), [2024, 2])
    assert.deepEqual(of('term', 2025, 12), [2025, 1])
  })
})

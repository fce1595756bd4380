/** When a language server that ended by itself is started again. */
import assert from 'node:assert/strict'
import { CrashCount } from '../../client/src/crash-count.js'

const ends = (crashes: CrashCount, ...ran: number[]): (number | undefined)[] => ran.map((each) => crashes.ended(each))

describe('language server: starting again', () => {
  it('replaces a server that had run well at once, however often', () => {
    assert.deepEqual([...new Set(ends(new CrashCount(), ...Array<number>(50).fill(10_000)))], [0])
  })
  it('waits longer after each that ends young, and then starts no more', () => {
    assert.deepEqual(ends(new CrashCount(), 800, 9_999, 0, 50, 300, 300, 300), [0, 1000, 2000, 4000, 8000, undefined, undefined])
  })
  it('counts anew after one that ran well', () => {
    assert.deepEqual(ends(new CrashCount(), 300, 300, 60_000, 300, 300), [0, 1000, 0, 1000, 2000])
  })
  it('counts anew when somebody asks for a start', () => {
    const crashes = new CrashCount()
    assert.equal(ends(crashes, 1, 1, 1, 1, 1, 1).at(-1), undefined)
    crashes.forget()
    assert.deepEqual(ends(crashes, 1, 1), [0, 1000])
  })
})

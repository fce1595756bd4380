import assert from 'node:assert/strict'
import { matchesOf, nextOf } from './matches.js'

describe('matchesOf', () => {
  const texts = ['', '甲', '2024年1月至2025年12月', '𠮷12𠮷', 'aab', '，，。']
  const patterns = [/\d+/g, /(\d+)年(\d+)月/g, /x*/g, /x*/gu, /(?<=，)/g, /[，。]|$/g, /^/g]

  it('gives what matchAll gives, whatever was searched before', () => {
    for (const pattern of patterns) {
      for (const text of texts) {
        pattern.lastIndex = 2
        const expected = Array.from(text.matchAll(new RegExp(pattern.source, pattern.flags)), ({ index, ...groups }) => ({ index, groups }))
        const found = matchesOf(pattern, text).map(({ index, ...groups }) => ({ index, groups }))
        assert.deepEqual(found, expected, `${pattern} in ${text}`)
      }
    }
  })

  it('may be asked about one pattern while its matches are gone through', () => {
    const numbers = /\d+/g
    const found = matchesOf(numbers, '1，22，333').flatMap(([outer]) => matchesOf(numbers, `${outer}，${outer}`).map(([inner]) => inner))
    assert.deepEqual(found, ['1', '1', '22', '22', '333', '333'])
  })
})

describe('nextOf', () => {
  it('finds the next unit at or behind a place', () => {
    const marks = /[，。]/g
    assert.equal(nextOf(marks, '甲，乙。', 0), 1)
    assert.equal(nextOf(marks, '甲，乙。', 1), 1)
    assert.equal(nextOf(marks, '甲，乙。', 2), 3)
    assert.equal(nextOf(marks, '甲，乙。', 4), -1)
    assert.equal(nextOf(marks, '甲，乙。', 9), -1)
  })
})

import assert from 'node:assert/strict'
import { closest } from './closest.js'

describe('closest', () => {
  const RULES = ['structure/ordinal-sequence', 'structure/ordinal-style', 'punctuation/paired-marks', 'figures/share']

  it('finds a word with a letter missing, added, replaced or swapped', () => {
    for (const word of ['alway', 'allways', 'alweys', 'awlays']) assert.deepEqual(closest(word, ['auto', 'always', 'never']), ['always'])
  })

  it('finds a rule by the part after the slash, and by a part of its name', () => {
    assert.deepEqual(closest('paired-mark', RULES), ['punctuation/paired-marks'])
    assert.deepEqual(closest('ordinal', RULES), ['structure/ordinal-sequence', 'structure/ordinal-style'])
  })

  it('finds nothing for a word that is like none', () => {
    assert.deepEqual(closest('zzzzzz', RULES), [])
    assert.deepEqual(closest('', RULES), [])
  })

  it('gives no more than asked for, nearest first', () => {
    assert.deepEqual(closest('ab', ['ad', 'ab', 'ac'], 2), ['ab', 'ac'])
  })
})

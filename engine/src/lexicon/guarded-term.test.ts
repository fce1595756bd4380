import assert from 'node:assert/strict'
import { guardedFinder } from './guarded-term.js'

describe('guardedFinder', () => {
  const find = guardedFinder([
    { wrong: '布署', 'not-before': ['公'], 'not-after': ['名'] },
    { wrong: '因难', before: ['经济', '生活'] },
  ])
  const places = (text: string): string[] => find(text).map(({ start, end }) => text.slice(start, end))
  it('finds a phrase between allowed neighbours', () => {
    assert.deepEqual(places('认真布署，解决经济因难。'), ['布署', '因难'])
    assert.deepEqual(places('布署'), ['布署'])
  })
  it('leaves it alone beside others', () => {
    assert.deepEqual(places('公布署名，布署名单，原因难查。'), [])
  })
})

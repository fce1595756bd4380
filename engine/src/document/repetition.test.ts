import assert from 'node:assert/strict'
import { Block } from '../markdown/block.js'
import { segmentsOf } from './repetition.js'

describe('segmentsOf', () => {
  it('cuts at marks outside titles and drops ordinals in front', () => {
    const text = '一是抓党建、抓教学，印发《甲、乙的通知》。二是抓党建。'
    const found = segmentsOf(new Block('paragraph', text, text, 0))
    assert.deepEqual(
      found.map(({ words, sentence }) => `${sentence}${words}`),
      ['0抓党建', '0抓教学', '0印发《甲、乙的通知》', '1抓党建'],
    )
    for (const { start, end, words } of found) assert.equal(text.slice(start, end), words)
  })
})

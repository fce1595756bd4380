import assert from 'node:assert/strict'
import { LineIndex } from '../text/line-index.js'
import type { Finding } from './finding.js'
import { FindingList, holdFinding, mergeHeld, standsOn } from './finding-list.js'

const finding = (ruleId: string, start: number, end: number, more: Partial<Finding> = {}): Finding => ({
  ruleId,
  messageId: 'any',
  severity: 'info',
  message: ruleId,
  advice: undefined,
  start,
  end,
  related: [],
  fixes: [],
  ...more,
})

/** Four lines that start at 0, 3, 6 and 9; then the second one grows by two units. */
const BEFORE = LineIndex.of('甲乙\n丙丁\n戊己\n庚辛')
const AFTER = BEFORE.moved(1, 2)

describe('a list of findings', () => {
  const far = finding('b', 6, 8, {
    related: [{ start: 0, end: 1, message: '甲' }],
    fixes: [{ title: '改', safety: 'safe', edits: [{ start: 9, end: 11, newText: '壬' }] }],
  })
  const held = [finding('a', 0, 2), far, finding('c', 9, 10)].map((one) => holdFinding(one, BEFORE))

  it('tells where findings stand in the text that it is of, with all that belongs to them', () => {
    const moved = {
      ...far,
      start: 8,
      end: 10,
      fixes: [{ title: '改', safety: 'safe', edits: [{ start: 11, end: 13, newText: '壬' }] }],
    }
    assert.deepEqual(FindingList.ofHeld(held, AFTER).toArray(), [finding('a', 0, 2), moved, finding('c', 11, 12)])
    // who still reads the list of the text before reads it right
    assert.deepEqual(FindingList.ofHeld(held, BEFORE).toArray(), [finding('a', 0, 2), far, finding('c', 9, 10)])
  })

  it('gives a finding that has not moved as it was, without making another', () => {
    assert.equal(FindingList.ofHeld(held, AFTER).toArray()[0], FindingList.ofHeld(held, BEFORE).toArray()[0])
  })

  it('gives those that begin in a range, and how many there are', () => {
    const list = FindingList.ofHeld(held, AFTER)
    assert.equal(list.length, 3)
    assert.deepEqual(
      list.within(8, 11).map(({ ruleId }) => ruleId),
      ['b'],
    )
    assert.deepEqual(list.within(1, 8), [])
    assert.equal(FindingList.of([finding('a', 0, 2)], BEFORE).within(0, 1).length, 1)
  })

  it('takes in new findings in their order: by start, end and rule', () => {
    const fresh = [finding('a', 8, 9), finding('a', 8, 10), finding('c', 8, 10), finding('d', 20, 21)]
    assert.deepEqual(
      FindingList.ofHeld(mergeHeld(held, fresh, AFTER), AFTER)
        .toArray()
        .map(({ ruleId, start, end }) => `${ruleId} ${start}-${end}`),
      ['a 0-2', 'a 8-9', 'a 8-10', 'b 8-10', 'c 8-10', 'c 11-12', 'd 20-21'],
    )
  })

  it('knows the lines of a finding and of all that belongs to it', () => {
    assert.deepEqual(
      [0, 1, 2, 3].map((line) => standsOn(held[1] as (typeof held)[number], line)),
      [true, false, true, true],
    )
  })
})

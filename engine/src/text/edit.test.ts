import assert from 'node:assert/strict'
import fc from 'fast-check'
import { applyEdits, composeEdits, editsConflict, type TextEdit } from './edit.js'

describe('composeEdits', () => {
  it('does at once what two lists do one after the other', () => {
    const text = '甲乙丙丁戊己庚'
    const first: TextEdit[] = [
      { start: 1, end: 3, newText: '' },
      { start: 5, end: 6, newText: '新字' },
    ]
    const between = applyEdits(text, first)
    assert.equal(between, '甲丁戊新字庚')
    const second: TextEdit[] = [
      { start: 1, end: 2, newText: '改' },
      { start: 5, end: 6, newText: '' },
    ]
    assert.deepEqual(composeEdits(first, second), [...first, { start: 3, end: 4, newText: '改' }, { start: 6, end: 7, newText: '' }])
    assert.equal(applyEdits(text, composeEdits(first, second) ?? []), applyEdits(between, second))
  })

  it('gives nothing for an edit of what was just written, or across what was taken out', () => {
    assert.equal(composeEdits([{ start: 1, end: 2, newText: '新' }], [{ start: 1, end: 2, newText: '' }]), undefined)
    assert.equal(composeEdits([{ start: 1, end: 2, newText: '' }], [{ start: 0, end: 2, newText: '' }]), undefined)
  })

  it('gives the same text wherever it gives edits', () => {
    const edits = (length: number): fc.Arbitrary<TextEdit[]> =>
      fc.array(fc.tuple(fc.nat(length), fc.nat(3), fc.string({ maxLength: 3 })), { maxLength: 4 }).map((all) =>
        all.reduce<TextEdit[]>((kept, [start, size, newText]) => {
          const edit = { start, end: Math.min(length, start + size), newText }
          return editsConflict([edit], kept) ? kept : [...kept, edit]
        }, []),
      )
    const twice = fc
      .string({ maxLength: 20 })
      .chain((text) => edits(text.length).chain((first) => edits(applyEdits(text, first).length).map((second) => ({ text, first, second }))))
    fc.assert(
      fc.property(twice, ({ text, first, second }) => {
        const composed = composeEdits(first, second)
        if (composed !== undefined && !editsConflict(composed.slice(first.length), first))
          assert.equal(applyEdits(text, composed), applyEdits(applyEdits(text, first), second))
      }),
      { numRuns: 2000 },
    )
  })
})

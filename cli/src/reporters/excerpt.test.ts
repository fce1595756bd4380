import assert from 'node:assert/strict'
import { LineIndex } from '@gongwen/engine'
import fc from 'fast-check'
import stringWidth from 'string-width'
import { excerptOf } from './excerpt.js'

/** Excerpt and marks of the text between `⟦` and `⟧`. */
function shown(marked: string, width = 80): [line: string, marks: string] {
  const start = marked.indexOf('⟦')
  const end = marked.indexOf('⟧') - 1
  const text = marked.replaceAll(/[⟦⟧]/g, '')
  const { line, marks } = excerptOf(text, LineIndex.of(text), { start, end }, width, stringWidth)
  return [line, marks]
}

describe('excerpt', () => {
  it('marks two columns for a character of double width', () => {
    assert.deepEqual(shown('第一行\n全年⟦开展AB⟧活动'), ['全年开展AB活动', '    ^^^^^^'])
  })

  it('marks an empty range by one column, at the end of a line too', () => {
    assert.deepEqual(shown('全年⟦⟧开展'), ['全年开展', '    ^'])
    assert.deepEqual(shown('全年⟦⟧\n开展'), ['全年', '    ^'])
    assert.deepEqual(shown('⟦⟧'), ['', '^'])
  })

  it('marks of a range over lines the part on the first', () => {
    assert.deepEqual(shown('全年⟦开展\r\n活动⟧12场'), ['全年开展', '    ^^^^'])
  })

  it('marks a character whole when the range cuts through it', () => {
    assert.deepEqual(shown('开👨⟦\u200d👩⟧\u200d👧展'), ['开👨\u200d👩\u200d👧展', '  ^^'])
  })

  it('shows the beginning of a range that is wider than the line may be', () => {
    const [line, marks] = shown(`全年⟦${'开展活动'.repeat(10)}⟧。`, 12)
    assert.deepEqual([line, marks], ['…开展活动开…', ' ^^^^^^^^^^'])
  })

  it('keeps to the width and marks the range, for any line', () => {
    const piece = fc.string({ unit: fc.constantFrom('全', 'a', '𠮷', '😀', '\t', '“', '\u200b', '　'), maxLength: 80 })
    fc.assert(
      fc.property(piece, piece, piece, fc.integer({ min: 10, max: 60 }), (before, range, after, width) => {
        const [line, marks] = shown(`${before}⟦${range}⟧${after}`, width)
        assert.ok(stringWidth(line) <= width, line)
        assert.ok(marks.length <= width + 1, marks)
        assert.match(marks, /^ *\^+$/)
      }),
    )
  })
})

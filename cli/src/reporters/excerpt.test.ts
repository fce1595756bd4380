import assert from 'node:assert/strict'
import { LineIndex } from '@gongwen/engine'
import fc from 'fast-check'
import stringWidth from 'string-width'
import { excerptOf } from './excerpt.js'

/** Excerpt and marks of the text between `⟦` and `⟧`. */
async function shown(marked: string, width = 80): Promise<[line: string, marks: string]> {
  const start = marked.indexOf('⟦')
  const end = marked.indexOf('⟧') - 1
  const text = marked.replaceAll(/[⟦⟧]/g, '')
  const { line, marks } = await excerptOf(text, LineIndex.of(text), { start, end }, width, () => Promise.resolve(stringWidth))
  return [line, marks]
}

/** Every character from one code to another. */
function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCharCode(first + i))
}

describe('excerpt', () => {
  it('marks two columns for a character of double width', async () => {
    assert.deepEqual(await shown('第一行\n全年⟦开展AB⟧活动'), ['全年开展AB活动', '    ^^^^^^'])
  })

  it('marks an empty range by one column, at the end of a line too', async () => {
    assert.deepEqual(await shown('全年⟦⟧开展'), ['全年开展', '    ^'])
    assert.deepEqual(await shown('全年⟦⟧\n开展'), ['全年', '    ^'])
    assert.deepEqual(await shown('⟦⟧'), ['', '^'])
  })

  it('marks of a range over lines the part on the first', async () => {
    assert.deepEqual(await shown('全年⟦开展\r\n活动⟧12场'), ['全年开展', '    ^^^^'])
  })

  it('marks a character whole when the range cuts through it', async () => {
    assert.deepEqual(await shown('开👨⟦\u200d👩⟧\u200d👧展'), ['开👨\u200d👩\u200d👧展', '  ^^'])
  })

  it('shows the beginning of a range that is wider than the line may be', async () => {
    const [line, marks] = await shown(`全年⟦${'开展活动'.repeat(10)}⟧。`, 12)
    assert.deepEqual([line, marks], ['…开展活动开…', ' ^^^^^^^^^^'])
  })

  it('knows the widths of plain characters as a terminal does', async () => {
    const measured = () => assert.fail('a plain line is not measured')
    const plain = [...range(0x20, 0x7e), ...range(0x4e00, 0x9fff), ...range(0x3000, 0x3029), ...range(0xff01, 0xff5e), ...range(0x2160, 0x216b)]
    for (const character of [...plain, ...range(0x2460, 0x2473), ...'“”‘’—…·×℃']) {
      const { marks } = await excerptOf(character, LineIndex.of(character), { start: 0, end: 1 }, 80, measured)
      assert.equal(marks.length, stringWidth(character), character)
    }
  })

  it('keeps to the width and marks the range, for any line', async () => {
    const piece = fc.string({ unit: fc.constantFrom('全', 'a', '𠮷', '😀', '\t', '“', '\u200b', '　'), maxLength: 80 })
    await fc.assert(
      fc.asyncProperty(piece, piece, piece, fc.integer({ min: 10, max: 60 }), async (before, range, after, width) => {
        const [line, marks] = await shown(`${before}⟦${range}⟧${after}`, width)
        assert.ok(stringWidth(line) <= width, line)
        assert.ok(marks.length <= width + 1, marks)
        assert.match(marks, /^ *\^+$/)
      }),
    )
  })
})

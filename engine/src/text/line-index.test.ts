import assert from 'node:assert/strict'
import { splitLines } from './line-index.js'

describe('lines of a text', () => {
  const CASES: [text: string, lines: string[]][] = [
    ['', ['']],
    ['一', ['一']],
    ['一\n', ['一|\n', '']],
    ['一\r', ['一|\r', '']],
    ['一\r\n', ['一|\r\n', '']],
    ['\r\r\n\n\r', ['|\r', '|\r\n', '|\n', '|\r', '']],
    ['一\n\r二\r三', ['一|\n', '|\r', '二|\r', '三']],
  ]
  for (const [text, lines] of CASES) {
    it(`splits ${JSON.stringify(text)}`, () => {
      const found = splitLines(text)
      assert.deepEqual(
        found.map(({ start, end, next }) => text.slice(start, end) + (next > end ? `|${text.slice(end, next)}` : '')),
        lines,
      )
      assert.equal(found[found.length - 1]?.next, text.length)
      for (const [i, line] of found.entries()) assert.equal(line.start, i === 0 ? 0 : found[i - 1]?.next)
    })
  }
})

/** The fast reading of lines without Markdown marks is what remark reads, and every line belongs to one block. */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Nodes } from 'mdast'
import { applyEdits, splitAround, splitBlocks, LineIndex, splitLines, type SourceLine, type SplitBlock, type TextFormat } from '@gongwen/engine'
import { anyText, plainText, reportText } from './arbitraries.js'
import { assertProperty, TIMEOUT } from '../support/properties.js'

function remarkText(text: string): string {
  const parts: string[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'text') parts.push(node.value)
    else if (node.type === 'break') parts.push('\n')
    else if ('children' in node) {
      for (const child of node.children) visit(child as Nodes)
      if (node.type === 'paragraph' || node.type === 'heading') parts.push('\n')
    }
  }
  visit(unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).parse(text))
  return parts.join('')
}

const words = (text: string): string[] =>
  text
    .split(/[\n\r]+/)
    .map((line) => line.replace(/^[\s\u200b]+|[\s\u200b]+$/g, ''))
    .filter(Boolean)

/** What is typed into a line, above all what Markdown reads. */
const MARKS = ['的', '*', '**', '|', '| ', '#', '# ', '- ', '---', '===', '```', '<!--', '-->', '`', '_', '<', '&', '1. ', '> ', '：', ' ']
/** Tables, lists, underlines and runs of marked lines, with and without something between them. */
const markedText = fc
  .array(
    fc.constantFrom(
      '| 甲 | 乙 |',
      '| --- | --- |',
      '| 12 | **丙** |',
      '- 甲',
      '- 乙。',
      '**甲**乙',
      '# 一',
      '## 二',
      '===',
      '---',
      '甲',
      '甲乙丙，丁。',
      '',
      '> 戊',
      '```',
      '<!-- 己 -->',
      '+++',
    ),
    {
      maxLength: 12,
    },
  )
  .map((lines) => lines.join('\n'))

describe('properties of the Markdown layer', function () {
  this.timeout(TIMEOUT)

  it('lines without marks are read as remark reads them', () => {
    assertProperty(
      'markdown: as remark',
      fc.property(plainText, (raw) => {
        // what the report reads as ordinals and indented paragraphs, remark reads as lists and code: leave those out
        const text = raw
          .replace(/^[ \t\u3000\u200b\ufeff]+/gm, '')
          .replace(/^(?:\d{1,9}[.)][ \t]{0,9}){1,20}/gm, '')
          .replace(/\r\n?/g, '\n')
          .replace(/[\v\f]/g, '')
          // what cannot be seen at a line's end is no part of it: a dash with it is a dash
          .replace(/[\u200b\ufeff]+$/gm, '')
          // a sentence is no heading, whatever stands below it
          .replace(/([。；，][ \t\u3000]{0,9}\n)=+[ \t]*$/gm, '$1')
          .replace(/^(.{61,}\n)=+[ \t]*$/gm, '$1')
        const blocks = splitBlocks(text, LineIndex.of(text), 'markdown')
        assert.deepEqual(
          blocks.flatMap(({ block }) => words(block.text)),
          words(remarkText(text)),
        )
      }),
    )
  })

  it('every line that is not blank belongs to exactly one block, in order, and prose maps into its source', () => {
    assertProperty(
      'markdown: lines and blocks',
      fc.property(fc.oneof(reportText, anyText), (text) => {
        const lines = splitLines(text)
        let next = 0
        for (const { block, firstLine, lastLine } of splitBlocks(text, LineIndex.of(text), 'markdown')) {
          assert.ok(firstLine >= next && lastLine >= firstLine)
          for (let i = next; i < firstLine; i++) assert.match(text.slice(lines[i]?.start, lines[i]?.end), /^[\s\u200b]*$/)
          assert.equal(block.source, text.slice(lines[firstLine]?.start, lines[lastLine]?.end))
          let last = -1
          for (let i = 0; i < block.text.length; i++) {
            const { start, end } = block.toSource({ start: i, end: i + 1 })
            assert.ok(start >= last && end > start && end <= block.source.length, `${i}: ${start}-${end} in ${JSON.stringify(block.source)}`)
            last = start
          }
          next = lastLine + 1
        }
        for (let i = next; i < lines.length; i++) assert.match(text.slice(lines[i]?.start, lines[i]?.end), /^[\s\u200b]*$/)
      }),
    )
  })

  it('the lines around an edit are split as they are in the whole text', () => {
    let known = 0
    assertProperty(
      'markdown: around an edit',
      fc.property(
        fc.oneof(reportText, markedText),
        fc.nat(1000),
        fc.constantFrom(...MARKS),
        fc.constantFrom<TextFormat>('markdown', 'plain'),
        (text, share, mark, format) => {
          const lines = LineIndex.of(text)
          const line = share % lines.count
          const { start, end } = lines.line(line) as SourceLine
          const at = start + (share % (end - start + 1))
          const now = `${text.slice(0, at)}${mark}${text.slice(at)}`
          const before = splitBlocks(text, lines, format)
          const own = before.find(({ firstLine, lastLine }) => firstLine <= line && line <= lastLine)
          if (own === undefined || own.firstLine < own.lastLine || ['code', 'html', 'front-matter'].includes(own.block.kind)) return
          const around = splitAround(now, lines.moved(line, mark.length), line, text.slice(start, end), format)
          if (around === undefined) return
          known++
          const [first, last] = [around[0], around[around.length - 1]]
          const whole = splitBlocks(now, LineIndex.of(now), format)
          const view = ({ block: { kind, depth, source, text: prose }, firstLine, lastLine }: SplitBlock): unknown => ({
            kind,
            depth,
            source,
            prose,
            firstLine,
            lastLine,
          })
          const isOutside = ({ firstLine, lastLine }: SplitBlock): boolean => lastLine < (first?.firstLine ?? line) || firstLine > (last?.lastLine ?? line)
          assert.deepEqual(around.map(view), whole.filter((one) => !isOutside(one)).map(view))
          // what is left of the whole is split as it was
          if (first !== undefined && last !== undefined) assert.deepEqual(whole.filter(isOutside).map(view), before.filter(isOutside).map(view))
        },
      ),
    )
    assert.ok(known > 0)
  })

  it('applying no edit, or an edit and its inverse, gives the text back', () => {
    assertProperty(
      'markdown: edits',
      fc.property(anyText, anyText, fc.nat(100), (text, newText, at) => {
        const start = Math.min(at, text.length)
        const changed = applyEdits(text, [{ start, end: start, newText }])
        assert.equal(applyEdits(changed, [{ start, end: start + newText.length, newText: '' }]), text)
      }),
    )
  })
})

import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Block } from './block.js'
import { readCommonMarks } from './common-marks.js'
import { readMarkdownLines, type TrimmedLine } from './inline.js'

const cases = Number(process.env['GONGWEN_CASES'] ?? 300) * 10

const linesOf = (text: string): TrimmedLine[] =>
  text
    .split('\n')
    .map((source) => ({ source, indent: source.length - source.trimStart().length, trimmed: source.trim() }))
    .filter(({ trimmed }) => trimmed !== '')

/** All that can be told of a block from outside: where every unit of it stands, and where its end and what lies beyond do. */
const view = (block: Block): unknown => ({
  kind: block.kind,
  depth: block.depth,
  source: block.source,
  text: block.text,
  places: Array.from(block.text, (_, i) => block.toSource({ start: i, end: i + 1 })),
  whole: block.toSource({ start: 0, end: block.text.length }),
  empty: Array.from({ length: block.text.length + 1 }, (_, i) => block.toSource({ start: i, end: i })),
})

const WORDS = [
  '一、党建工作',
  '（二）',
  '完成12项',
  '74.1%',
  '。',
  '，',
  '：',
  '“甲”',
  '《乙》',
  '、',
  'AB',
  '1.5',
  ' ',
  '\u3000',
  '！',
  '—',
  '1.',
  '2)',
  '-',
  '#',
  '=',
  '+',
  '12',
  '😀',
  '㎡',
  '(',
  '.',
  '\u00a0',
  '㈠',
  '①',
  '℃',
]
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 0, maxLength: 4 }).map((parts) => parts.join(''))
const strong = words.map((inner) => `**${inner}**`)
const line = fc
  .array(fc.oneof({ weight: 3, arbitrary: words }, { weight: 2, arbitrary: strong }, { weight: 1, arbitrary: fc.constantFrom('*', '**', '***', '|', '`') }), {
    maxLength: 4,
  })
  .map((parts) => parts.join(''))
const indent = fc.constantFrom('', '', '', '  ', '\u3000\u3000')
const lead = fc.constantFrom('- ', '- ', '- ', '-  ', '1. ', '* ', '', '> ', '## ')
const cell = fc.oneof(
  fc.constantFrom('', ' ', '合计', '12', ' 1.5 ', '35%', ' - ', '\u3000', '—', '#', '**甲**', '1. ', '---'),
  words.map((inner) => inner.replaceAll('\n', '')),
)
const row = (columns: number): fc.Arbitrary<string> => fc.array(cell, { minLength: columns, maxLength: columns }).map((cells) => `|${cells.join('|')}|`)
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((columns) =>
    fc
      .tuple(
        row(columns),
        fc.array(fc.constantFrom('---', ' --- ', ':-:', ' ---: ', '-', ''), { minLength: columns, maxLength: columns }),
        fc.array(fc.oneof({ weight: 9, arbitrary: row(columns) }, { weight: 1, arbitrary: line }), { maxLength: 4 }),
      )
      .map(([head, delimiters, rows]) => [head, `|${delimiters.join('|')}|`, ...rows].join('\n')),
  )
const list = fc
  .array(
    line.map((inner) => `- ${inner}`),
    { minLength: 1, maxLength: 4 },
  )
  .map((items) => items.join('\n'))
const mixed = fc
  .array(
    fc.tuple(indent, lead, line).map((parts) => parts.join('')),
    { minLength: 1, maxLength: 4 },
  )
  .map((items) => items.join('\n'))
const paragraph = fc
  .array(
    fc.tuple(indent, line).map((parts) => parts.join('')),
    { minLength: 1, maxLength: 3 },
  )
  .map((items) => items.join('\n'))

describe('common Markdown marks', () => {
  it('are read as remark reads them', function () {
    this.timeout(600_000)
    let read = 0
    let all = 0
    fc.assert(
      fc.property(fc.oneof(table, list, paragraph, mixed), (text) => {
        const lines = linesOf(text)
        if (lines.length === 0) return
        const blocks = readCommonMarks(lines)
        all++
        if (blocks === undefined) return
        read++
        assert.deepEqual(blocks.map(view), readMarkdownLines(lines).map(view))
      }),
      { numRuns: cases, ...(process.env['GONGWEN_SEED'] !== undefined && { seed: Number(process.env['GONGWEN_SEED']) }) },
    )
    assert.ok(read * 10 > all, `${read} of ${all} runs were read without remark`)
  })

  it('are read without remark in what reports mostly have', () => {
    const kinds = (text: string): unknown => readCommonMarks(linesOf(text))?.map(({ kind, text: prose }) => `${kind} ${prose}`)
    assert.deepEqual(kinds('**一、上半年工作总结**'), ['paragraph 一、上半年工作总结'])
    assert.deepEqual(kinds('1. **师资不足**。乡村教师12名，占**29.5%**。'), ['paragraph 1. 师资不足。乡村教师12名，占29.5%。'])
    assert.deepEqual(kinds('- 招聘**教师**45名；\n- 评选学科带头人30名。'), ['list-item 招聘教师45名；', 'list-item 评选学科带头人30名。'])
    assert.deepEqual(kinds('| 学段 | 人数 |\n| --- | ---: |\n| 小学 | |\n| | 12 |'), ['table-row 学段\n人数', 'separator ', 'table-row 小学', 'table-row \n12'])
  })

  it('leave to remark what may be read in another way', () => {
    for (const text of [
      '甲`乙`',
      '甲**乙',
      '甲 ** 乙**',
      '***甲***',
      '- - 甲',
      '- 1. 甲',
      '- [ ] 甲',
      '- 甲\n乙',
      '- 一、党建工作\n一、党建工作',
      '甲@乙.cn**丙**',
      '| 甲 |',
      '| 甲 |\n| --- |\n| 乙 | 丙 |',
      '甲**“乙”**丙',
      '# **甲**',
    ])
      assert.equal(readCommonMarks(linesOf(text)), undefined, text)
  })
})

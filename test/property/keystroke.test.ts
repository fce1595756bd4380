/** An edit inside a line of a long report: what is carried over from the text before is what a fresh check finds. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { ledgerOf, lintText, Session, type TextFormat } from '@gongwen/engine'
import { assertProperty, TIMEOUT } from '../support/properties.js'

const golden = join(import.meta.dirname, '../golden')
const reports = readdirSync(golden)
  .filter((name) => /\d\d\.(?:md|txt)$/.test(name))
  .map((name) => readFileSync(join(golden, name), 'utf8').replace(/^\ufeff/, ''))
/** What somebody types, and words that rules on the whole document ask for. */
const pieces = [
  ...'，。；：、！的3“”（）〞?',
  '',
  '2024年',
  '增长12.5%',
  '占全县教师总数的22.5%',
  '共计120人',
  '一是',
  '第二，',
  '（一）',
  '如下：',
  '见第三部分',
  '今年',
  '来源：',
  '校园安全',
  '我局',
  '製度',
  'XX',
  '*',
  '**',
  '|',
  '#',
  '-',
  '的',
  '计划',
  '相关文章：',
  '附件：',
  '𠮷',
]

describe('a keystroke in a long report', function () {
  this.timeout(TIMEOUT)

  it('gives the findings, the profile and the outline of a fresh check', () => {
    const text = fc.array(fc.constantFrom(...reports), { minLength: 6, maxLength: 10, size: 'max' }).map((parts) => parts.join('\n\n'))
    // anywhere, and not at the ends above all
    const share = fc.noBias(fc.nat(1_000_000)).map((millionths) => millionths / 1_000_001)
    const edit = fc.record({ line: share, at: share, drop: fc.nat(3), piece: fc.constantFrom(...pieces) })
    let inText = 0
    let carried = 0
    let total = 0
    assertProperty(
      'keystroke',
      fc.property(
        text,
        fc.boolean(),
        fc.array(edit, { minLength: 3, maxLength: 5 }),
        fc.constantFrom<TextFormat>('markdown', 'plain'),
        (start, crlf, edits, format) => {
          const options = { format, configuration: { enable: 'always' } } as const
          const session = new Session(options)
          let current = crlf ? start.replace(/\r?\n/g, '\r\n') : start
          session.update(current)
          for (const { line, at, drop, piece } of edits) {
            const lines = Array.from(current.matchAll(/[^\r\n]+/g))
            const chosen = lines[Math.floor(line * lines.length)] as RegExpExecArray
            const from = chosen.index + Math.round(at * chosen[0].length)
            const to = Math.min(from + drop, chosen.index + chosen[0].length)
            current = current.slice(0, from) + piece + current.slice(to)
            const { findings, list, document } = session.update(current)
            if (document.edit !== undefined) carried++
            if (document.edit?.isInText === true) inText++
            total++
            const fresh = lintText(current, options)
            assert.deepEqual(findings, fresh.findings)
            assert.equal(list.length, fresh.findings.length)
            assert.deepEqual(
              list.within(from, to),
              fresh.findings.filter(({ start }) => from <= start && start < to),
            )
            assert.deepEqual(document.profile, fresh.document.profile)
            assert.deepEqual(document.residue, fresh.document.residue)
            assert.deepEqual(document.lines, fresh.document.lines)
            assert.deepEqual(ledgerOf(document), ledgerOf(fresh.document))
            assert.deepEqual(
              document.outline.headings.map((heading) => ({ ...heading, at: heading.at.index })),
              fresh.document.outline.headings.map((heading) => ({ ...heading, at: heading.at.index })),
            )
          }
        },
      ),
    )
    console.log(`    ${carried} of ${total} edits carried over, ${inText} of them in running text`)
    assert.ok((carried - inText) * 4 > total && inText > 0, 'hardly an edit was carried over: the property says nothing')
  })
})

/** What must hold of the engine for every text. */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  applyEdits,
  canonicalise,
  collectSafeEdits,
  fixAll,
  lintText,
  LineIndex,
  MAX_ROUNDS,
  Session,
  type Finding,
  type TextFormat,
  type TextRange,
} from '@gongwen/engine'
import { anyText, plainText, reportText, structuredText } from './arbitraries.js'
import { assertProperty, TIMEOUT } from '../support/properties.js'

const texts = fc.oneof({ weight: 2, arbitrary: reportText }, { weight: 1, arbitrary: structuredText })
const formats = fc.constantFrom<TextFormat>('markdown', 'plain')

function lint(text: string, format: TextFormat): readonly Finding[] {
  return lintText(text, { format, configuration: { enable: 'always' } }).findings
}

function assertRange(text: string, { start, end }: TextRange, what: string): void {
  assert.ok(start >= 0 && start <= end && end <= text.length, `${what}: ${start}-${end} of ${text.length}`)
  for (const at of [start, end]) {
    const inside = at > 0 && at < text.length && /[\ud800-\udbff]/.test(text[at - 1] as string) && /[\udc00-\udfff]/.test(text[at] as string)
    assert.ok(!inside, `${what}: ${at} splits a character`)
  }
}

function assertFindings(text: string, findings: readonly Finding[]): void {
  let previous = -1
  for (const finding of findings) {
    assert.notEqual(finding.messageId, 'internal-error', finding.message)
    assertRange(text, finding, finding.ruleId)
    assert.ok(finding.start >= previous, `${finding.ruleId} is out of order`)
    previous = finding.start
    for (const place of finding.related) assertRange(text, place, `${finding.ruleId} related`)
    for (const fix of finding.fixes) {
      for (const edit of fix.edits) assertRange(text, edit, `${finding.ruleId} fix`)
      applyEdits(text, fix.edits)
    }
  }
}

describe('properties of the engine', function () {
  this.timeout(TIMEOUT)

  it('any text is checked without an error, and every range is in it, on whole characters, in order', () => {
    assertProperty(
      'engine: any text',
      fc.property(anyText, formats, (text, format) => {
        assertFindings(text, lint(text, format))
      }),
    )
  })

  it('so is text pieced together from what reports hold', () => {
    assertProperty(
      'engine: report text',
      fc.property(texts, formats, (text, format) => {
        assertFindings(text, lint(text, format))
      }),
    )
  })

  it('safe fixes reach a fixpoint', () => {
    assertProperty(
      'engine: safe fixes',
      fc.property(texts, formats, (text, format) => {
        const { rounds, remaining, text: fixed } = fixAll(text, (current) => lint(current, format))
        assert.ok(
          rounds < MAX_ROUNDS,
          `not after ${rounds} rounds:\n${JSON.stringify(fixed)}\n${remaining
            .filter((f) => f.fixes.some((x) => x.safety === 'safe'))
            .map((f) => `${f.ruleId} ${f.message} ${JSON.stringify(f.fixes)}`)
            .join('\n')}`,
        )
        assert.deepEqual(collectSafeEdits(remaining), [])
      }),
    )
  })

  it('an updated session says what a fresh check says', () => {
    const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), drop: fc.nat(12), insert: texts })
    assertProperty(
      'engine: session',
      fc.property(texts, fc.array(edit, { maxLength: 6 }), formats, (start, edits, format) => {
        const session = new Session({ format, configuration: { enable: 'always' } })
        let text = start
        session.update(text)
        for (const { at, drop, insert } of edits) {
          const from = Math.floor(at * text.length)
          text = text.slice(0, from) + insert.slice(0, 40) + text.slice(from + drop)
          assert.deepEqual(session.update(text).findings, lint(text, format))
        }
      }),
    )
  })

  it('CRLF and LF give the same findings at the same lines and columns', () => {
    const places = (text: string, format: TextFormat): string[] => {
      const index = LineIndex.of(text)
      const at = (offset: number): string => `${index.positionAt(offset).line}:${index.positionAt(offset).column}`
      return lint(text, format).map((finding) => `${finding.ruleId} ${finding.messageId} ${at(finding.start)}-${at(finding.end)} ${finding.message}`)
    }
    assertProperty(
      'engine: line ends',
      fc.property(texts, formats, (raw, format) => {
        const text = raw.replace(/\r\n?/g, '\n')
        assert.deepEqual(places(text.replace(/\n/g, '\r\n'), format), places(text, format))
      }),
    )
  })

  it('plain text and Markdown are read alike where there is no Markdown', () => {
    // a skeleton of a section is laid out as its format asks, with blank lines or without
    const alike = (findings: readonly Finding[]): Finding[] =>
      findings.map((finding) => ({ ...finding, fixes: finding.ruleId.startsWith('sections/') ? [] : finding.fixes }))
    assertProperty(
      'engine: plain and Markdown',
      fc.property(plainText, (text) => {
        assert.deepEqual(alike(lint(text, 'markdown')), alike(lint(text, 'plain')))
      }),
    )
  })

  it('a text with every rule silenced has no finding but unused comments', () => {
    assertProperty(
      'engine: silenced',
      fc.property(texts, formats, (text, format) => {
        const silenced = `<!-- gongwen-disable-file -->\n\n${text}`
        assert.deepEqual(
          lint(silenced, format).filter(({ ruleId }) => ruleId !== 'structure/unused-suppression'),
          [],
        )
      }),
    )
  })

  it('canonical text has the length of its source', () => {
    assertProperty(
      'engine: canonical',
      fc.property(anyText, (text) => {
        assert.equal(canonicalise(text).length, text.length)
      }),
    )
  })
})

/** Cleaning takes out what a site put in and nothing else, wherever it stands in whichever report. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { canonicalise, clean, cleanResidue, collectSafeEdits, isCleanable, lintText, ReportDocument, type TextFormat } from '@gongwen/engine'
import { RESIDUE_BLOCKS } from '../support/residue-blocks.js'
import { reportText } from './arbitraries.js'
import { assertProperty, TIMEOUT } from '../support/properties.js'

const folder = join(import.meta.dirname, '../golden')
const goldens = readdirSync(folder)
  .filter((name) => /\.(?:md|txt)$/.test(name) && name !== 'README.md')
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8'), format: (name.endsWith('.md') ? 'markdown' : 'plain') as TextFormat }))

/** Ways in which a text is damaged on its way through a site, none of which loses a word. */
const DAMAGES: Readonly<Record<string, (text: string) => string>> = {
  none: (text) => text,
  'closing quotes': (text) => text.replaceAll('”', '〞'),
  'brackets of ordinals': (text) => text.replace(/（([一二三四五六七八九十]{1,2})）/g, '〔$1〕'),
  'invisible characters': (text) => text.replace(/([\u4e00-\u9fff]{9})(?=[\u4e00-\u9fff])/g, '$1\u200b'),
}

/** The golden report's sentences as canonical characters, which the damages leave as they are. */
function sentencesOf({ text, format }: (typeof goldens)[number]): string[] {
  return new ReportDocument(text, format).sentences().map(({ sentence }) => sentence.canonical)
}

/** Between which lines of a report something may be put: not inside a table, a list's item, code or front matter. */
function gapsOf({ text, format }: (typeof goldens)[number]): number[] {
  const { blocks } = new ReportDocument(text, format)
  const inner = blocks.slice(0, -1).flatMap((at, i) => (at.block.kind === 'paragraph' && blocks[i + 1]?.block.kind === 'paragraph' ? [at.end] : []))
  const end = blocks[blocks.length - 1]?.end ?? text.length
  return [...inner, end]
}

const dirty = fc
  .record({
    golden: fc.constantFrom(...goldens),
    pieces: fc.array(fc.record({ lines: fc.constantFrom(...RESIDUE_BLOCKS), at: fc.double({ min: 0, max: 1, noNaN: true }), side: fc.boolean() }), {
      minLength: 1,
      maxLength: 3,
    }),
    damage: fc.constantFrom(...Object.keys(DAMAGES)),
  })
  .map(({ golden, pieces, damage }) => {
    const gaps = gapsOf(golden)
    const places = pieces.map(({ lines, at, side }) => ({
      lines,
      at: side ? (gaps[gaps.length - 1] as number) : (gaps[Math.floor(at * (gaps.length - 1))] as number),
    }))
    const eol = golden.text.includes('\r\n') ? '\r\n' : '\n'
    let text = golden.text
    for (const { lines, at } of places.sort((a, b) => b.at - a.at)) {
      const written = lines.map((line) => line.replaceAll('{T}', '某单位工作总结').replaceAll('{N}', '墨林文苑')).join(eol + eol)
      text = `${text.slice(0, at)}${eol}${eol}${written}${text.slice(at)}`
    }
    return { golden, text: (DAMAGES[damage] as (text: string) => string)(text), damage }
  })

describe('properties of cleaning', function () {
  this.timeout(TIMEOUT)

  it('every sentence of the report is still there, in order, and its figures are unchanged', () => {
    assertProperty(
      'cleaning: sentences',
      fc.property(dirty, ({ golden, text }) => {
        const cleaned = new ReportDocument(cleanResidue(text, { format: golden.format }).text, golden.format)
        const after = cleaned.sentences().map(({ sentence }) => sentence.canonical.replaceAll('\u200b', ''))
        let at = 0
        for (const sentence of sentencesOf(golden)) {
          const found = after.findIndex((candidate, i) => i >= at && candidate.endsWith(sentence))
          assert.ok(found >= 0, `${golden.name}: lost, changed or out of order: ${sentence}`)
          at = found + 1
        }
      }),
    )
  })

  it('a golden report itself is not touched, and cleaning twice is cleaning once', () => {
    for (const { name, text, format } of goldens) assert.equal(cleanResidue(text, { format }).text, text, name)
    assertProperty(
      'cleaning: twice',
      fc.property(dirty, ({ golden: { format }, text }) => {
        const once = cleanResidue(text, { format })
        const twice = cleanResidue(once.text, { format })
        assert.equal(twice.text, once.text)
        assert.deepEqual(twice.kinds, [])
      }),
    )
  })

  it('no digit of any text is changed, only taken out with residue: what is left is in order', () => {
    const digits = (text: string): string => canonicalise(text).replace(/\D/g, '')
    assertProperty(
      'cleaning: digits',
      fc.property(reportText, fc.constantFrom<TextFormat>('markdown', 'plain'), (text, format) => {
        const lint = (current: string): ReturnType<typeof lintText>['findings'] => lintText(current, { format, configuration: { enable: 'always' } }).findings
        const { text: cleaned, kinds, applied, left } = clean(text, lint)
        let at = -1
        const before = digits(text)
        for (const digit of digits(cleaned)) {
          at = before.indexOf(digit, at + 1)
          assert.ok(at >= 0, `${JSON.stringify(text)} became ${JSON.stringify(cleaned)}`)
        }
        assert.equal(kinds.length === 0, applied.length === 0)
        assert.deepEqual(collectSafeEdits(lint(cleaned).filter(isCleanable)), [])
        for (const { finding } of left) assert.ok(finding.end <= cleaned.length)
      }),
    )
  })
})

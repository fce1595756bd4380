/** The relations of the five reference reports that hold: none may be reported. Skipped where the material is not at hand. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lintText } from '@gongwen/engine'

const shared = join(import.meta.dirname, '../../../shared')
type Row = readonly [
  sample: string,
  line: number,
  kind: string,
  quote: string,
  formula: string,
  computed: string,
  claimed: string,
  verdict: string,
  note: string,
]

describe('figures of the reference reports', function () {
  if (!existsSync(join(shared, 'domain/relations.json'))) {
    it(`skipped: ${shared} is not here`, function () {
      this.skip()
    })
    return
  }
  const rows = JSON.parse(readFileSync(join(shared, 'domain/relations.json'), 'utf8')) as Row[]
  const folder = join(shared, 'samples')
  const samples = new Map(readdirSync(folder).map((name) => [name.slice(0, 3), readFileSync(join(folder, name), 'utf8')]))

  /** Places of the loud figure findings of a report, calendar included. */
  function alarms(text: string): { start: number; end: number; message: string }[] {
    return lintText(text, { format: 'plain', configuration: { enable: 'always' } }).findings.filter(
      ({ ruleId, severity }) => ruleId.startsWith('figures/') && (severity === 'error' || severity === 'warning'),
    )
  }

  /** The pieces of a quote that can be found word for word: it is abridged with … and written freely. */
  function places(text: string, line: number, quote: string): { start: number; end: number }[] {
    const lines = text.split('\n')
    const offset = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0)
    return quote.split(/[…;；]|\.{3}/).flatMap((piece) => {
      const at = piece.trim().length < 4 ? -1 : (lines[line - 1] ?? '').indexOf(piece.trim())
      return at < 0 ? [] : [{ start: offset + at, end: offset + at + piece.trim().length }]
    })
  }

  it('rows of every verdict, all of known reports', () => {
    assert.ok(rows.length > 100)
    for (const [sample] of rows) assert.ok(samples.has(sample), sample)
  })
  for (const [name, text] of samples) {
    it(`${name}: what holds is not reported`, () => {
      const found = alarms(text)
      let walked = 0
      for (const [sample, line, , quote, , , , verdict] of rows) {
        if (sample !== name || verdict !== 'OK') continue
        for (const place of places(text, line, quote)) {
          walked++
          const wrong = rows
            .filter(([other, at, , , , , , otherVerdict]) => other === name && at === line && otherVerdict !== 'OK')
            .flatMap(([, at, , otherQuote]) => places(text, at, otherQuote))
          const hit = found.filter(
            (finding) => finding.start < place.end && place.start < finding.end && !wrong.some((bad) => bad.start < finding.end && finding.start < bad.end),
          )
          assert.deepEqual(
            hit.map(({ message }) => message),
            [],
            quote,
          )
        }
      }
      assert.ok(walked > 0 || rows.every(([sample, , , , , , , verdict]) => sample !== name || verdict !== 'OK'), 'no quote was found in the text')
    })
  }
  it('the mismatches of arithmetic are reported', () => {
    for (const [name, quote] of [
      ['000', '6.93%'],
      ['000', '785820333'],
      ['003', '66.21%'],
      ['003', '95.21%'],
      ['004', '18.75%'],
    ] as const) {
      const text = samples.get(name) ?? ''
      const at = text.indexOf(quote)
      assert.ok(
        alarms(text).some(({ start, end }) => start <= at && at < end),
        `${name} ${quote}`,
      )
    }
  })
})

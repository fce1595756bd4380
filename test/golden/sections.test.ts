/**
 * Our thirty reports against their labels (see README.md): kind, years, and every section. The table of precision and
 * recall is printed; a section that falls below the level reached fails.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ReportDocument, sectionCoverage } from '@gongwen/engine'
import { parse } from 'yaml'

interface Label {
  readonly kind: string
  readonly year: number | null
  readonly planYear: number | null
  readonly sections: Readonly<Record<string, 'present' | 'embedded' | 'absent'>>
}

interface Count { hits: number; extra: number; missed: number }

const folder = import.meta.dirname
const { reports } = parse(readFileSync(join(folder, 'sections.yaml'), 'utf8')) as { reports: Record<string, Label> }
const documents = new Map(Object.keys(reports).map((name) => [name, new ReportDocument(readFileSync(join(folder, name), 'utf8'), name.endsWith('.md') ? 'markdown' : 'plain')]))

/** What every section must reach, in precision and in recall. */
const FLOOR = 0.95
/** What all of them reach together. */
const TOGETHER = 0.99

const counts = new Map<string, Count>()
const slips: string[] = []
for (const [name, label] of Object.entries(reports)) {
  const found = new Map(sectionCoverage(documents.get(name) as ReportDocument).map((section) => [section.id, section]))
  for (const [id, status] of Object.entries(label.sections)) {
    const count = counts.get(id) ?? { hits: 0, extra: 0, missed: 0 }
    counts.set(id, count)
    // a section that is not the unit's business is not in the list
    const has = (found.get(id)?.status ?? 'absent') !== 'absent'
    const wanted = status !== 'absent'
    if (has && wanted) count.hits++
    else if (has) count.extra++
    else if (wanted) count.missed++
    if (has !== wanted) slips.push(`${has ? 'extra ' : 'missed'} ${id} in ${name}`)
  }
}

const precision = ({ hits, extra }: Count): number => (hits + extra === 0 ? 1 : hits / (hits + extra))
const recall = ({ hits, missed }: Count): number => (hits + missed === 0 ? 1 : hits / (hits + missed))

describe('golden reports: profile', () => {
  it('all of them are labelled', () => { assert.equal(Object.keys(reports).length, 30) })
  for (const [name, { kind, year, planYear }] of Object.entries(reports)) {
    it(name, () => {
      const { profile } = documents.get(name) as ReportDocument
      // a plan summarises no year
      const summarised = profile.kind === 'plan' ? null : (profile.year ?? null)
      assert.deepEqual({ isReport: profile.isReport, kind: profile.kind, year: summarised, planYear: profile.planYear ?? null, topic: profile.topic }, { isReport: true, kind, year, planYear, topic: undefined })
    })
  }
})

describe('golden reports: sections', () => {
  before(() => {
    const rows = [...counts].map(([id, count]) => `${id.padEnd(18)} precision ${precision(count).toFixed(2)}  recall ${recall(count).toFixed(2)}  (${count.hits} found, ${count.extra} extra, ${count.missed} missed)`)
    console.log([...rows, ...slips].join('\n'))
  })
  for (const [id, count] of counts) {
    it(`${id}: precision and recall ${FLOOR}`, () => {
      assert.ok(count.hits > 0, 'no report has it: nothing is measured')
      assert.ok(precision(count) >= FLOOR, `precision ${precision(count)}`)
      assert.ok(recall(count) >= FLOOR, `recall ${recall(count)}`)
    })
  }
  it(`all sections together: precision and recall ${TOGETHER}`, () => {
    const all = [...counts.values()].reduce((sum, { hits, extra, missed }) => ({ hits: sum.hits + hits, extra: sum.extra + extra, missed: sum.missed + missed }), { hits: 0, extra: 0, missed: 0 })
    assert.ok(precision(all) >= TOGETHER, `precision ${precision(all)}`)
    assert.ok(recall(all) >= TOGETHER, `recall ${recall(all)}`)
  })
})

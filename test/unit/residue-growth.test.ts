/** Hostile text: twice as much of it may cost about twice the time, never four times. */
import assert from 'node:assert/strict'
import { groupOf, Linter, ReportDocument, resolveConfiguration, RULES } from '@gongwen/engine'

/** One family of patterns each: heads that never come to an end, damage, masks, brackets, contacts, blanks. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ['heads of offers', '更多资料请关注公众号获取'],
  ['damaged quotes', '〞'],
  ['doubled quotes', '““'],
  ['masks', 'X'],
  ['masked names', '某X区'],
  ['brackets', '（【'],
  ['contact numbers', 'qq:123456789'],
  ['digits', '1'],
  ['blanks', ' '],
  ['words and blanks', 'a '],
  ['jammers', '!x '],
  ['breadcrumbs', '首页>'],
  ['labels', '来源：'],
  ['hidden words', '……此处隐藏'],
  ['blanks to fill', '_'],
  ['credits', '新华社记者 '],
  ['addresses', 'www.a-'],
  ['question marks', '?'],
  ['zero-width', '\u200b'],
]
const linter = new Linter({ rules: RULES.filter(({ id }) => groupOf(id) === 'residue'), configuration: resolveConfiguration({ enable: 'always' }) })
const SIZE = 100_000
/** Below this many milliseconds the clock says nothing about growth. */
const NOISE = 500

/** The shorter of two runs, in milliseconds: reading the document and applying the rules of residue. */
function cost(unit: string, length: number): number {
  const text = `2024年工作总结\n\n${unit.repeat(Math.ceil(length / unit.length))}`
  return Math.min(
    ...[0, 1].map(() => {
      const start = performance.now()
      linter.lint(new ReportDocument(text, 'plain'))
      return performance.now() - start
    }),
  )
}

describe('residue on hostile text', function () {
  this.timeout(60_000)

  for (const [name, unit] of HOSTILE) {
    it(`grows no faster than the text: ${name}`, () => {
      const single = cost(unit, SIZE)
      const double = cost(unit, SIZE * 2)
      assert.ok(double <= Math.max(NOISE, single * 3), `${single.toFixed(0)} ms for ${SIZE}, ${double.toFixed(0)} ms for twice that`)
    })
  }
})

/**
 * Regular expressions that are put together from strings and data, which lint cannot see: none backtracks super-linearly.
 * Those written as literals are checked by eslint-plugin-regexp, with the same analysis.
 */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { RegExpParser } from '@eslint-community/regexpp'
import { analyse } from 'scslre'

const root = resolve(import.meta.dirname, '../..')

describe('regular expressions from data', function () {
  this.timeout(120_000)
  it('none backtracks without bound', () => {
    const output = execFileSync(process.execPath, ['--import', 'tsx', 'test/support/collect-patterns.ts'], { cwd: root, encoding: 'utf8' })
    const patterns = JSON.parse(output) as [string, string][]
    assert.ok(patterns.length > 20, `only ${patterns.length} patterns were seen`)
    const parser = new RegExpParser()
    const slow = patterns.flatMap(([source, flags]) => {
      const literal = parser.parseLiteral(`/${source}/${flags}`)
      const { reports } = analyse({ pattern: literal.pattern, flags: literal.flags }, { reportTypes: { Move: false } })
      return reports.map(({ type, exponential }) => `${type}${exponential ? ' exponential' : ''}: /${source.slice(0, 120)}/${flags}`)
    })
    assert.deepEqual(slow, [])
  })
})

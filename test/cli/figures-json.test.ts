import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { matchesSnapshot } from '../support/snapshot.js'
import { needsShared, sharedTexts } from '../support/shared.js'
import { World } from './world.js'

const root = new URL('../../', import.meta.url)
const fixtures = new URL('../fixtures/compare/', import.meta.url)

interface JsonFigures {
  readonly path: string
  readonly figures: readonly { readonly written: string; readonly role: string; readonly year: number | null; readonly line: number; readonly column: number }[]
}

function validatorOf(name: string): ValidateFunction {
  return new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(new URL(`schemas/${name}-output.schema.json`, root), 'utf8')) as object,
  )
}

describe('gongwen figures and compare --format json', function () {
  this.timeout(120_000)
  const isFigures = validatorOf('figures')
  const isComparison = validatorOf('compare')
  const golden = readdirSync(new URL('test/golden/', root)).filter((name) => /\d\d\.(?:md|txt)$/.test(name))
  let world: World
  before(() => {
    world = new World({
      ...Object.fromEntries(golden.map((name) => [name, readFileSync(new URL(`test/golden/${name}`, root))])),
      '2023.md': readFileSync(new URL('2023.md', fixtures)),
      '2024.md': readFileSync(new URL('2024.md', fixtures)),
      'open.md': '# 工作总结\n\n走访数百户，培训教师XX人，获奖5至8项，| 占比12.5%。\n',
    })
  })
  after(() => {
    world.remove()
  })

  const assertValid = (validate: ValidateFunction, stdout: string): void => {
    assert.ok(validate(JSON.parse(stdout)), JSON.stringify(validate.errors, null, 2))
  }

  it('figures are as their schema says, on every report of ours', async () => {
    assert.ok(golden.length >= 30)
    for (const name of [...golden, '2023.md', '2024.md', 'open.md']) {
      const { code, stdout } = await world.gongwen(['figures', '--format', 'json', name])
      assert.equal(code, 0, name)
      assertValid(isFigures, stdout)
      assert.ok((JSON.parse(stdout) as JsonFigures).figures.length > 2, name)
    }
  })

  it('comparisons are as their schema says, with every kind of entry', async () => {
    const { stdout } = await world.gongwen(['compare', '--format', 'json', '2023.md', '2024.md'])
    assertValid(isComparison, stdout)
    const output = JSON.parse(stdout) as Record<'flags' | 'metrics' | 'plans' | 'carriedOver' | 'unmatched', readonly unknown[]>
    for (const key of ['flags', 'metrics', 'plans', 'carriedOver', 'unmatched'] as const) assert.ok(output[key].length > 0, key)
  })

  it('the schemas refuse what is not so', () => {
    const figure = { metric: '', value: '12', unit: '所', unitClass: 'institution', written: '12所', approximation: 'exact', scope: '', year: null }
    const place = { role: 'done', section: '', line: 1, column: 1, start: 0, end: 3 }
    const of = (changes: object): object => ({ version: 1, path: 'a.md', figures: [{ ...figure, ...place, ...changes }] })
    assert.ok(isFigures(of({})))
    for (const changes of [{ value: 12 }, { role: 'wished' }, { line: 0 }, { more: 1 }, { change: { direction: 2, isYearOnYear: true, of: null } }])
      assert.ok(!isFigures(of(changes)), JSON.stringify(changes))
    assert.ok(!isComparison({ version: 1, last: {}, current: {}, flags: [], metrics: [], plans: [], carriedOver: [], unmatched: [] }))
  })

  it('figures and comparison of the reference reports, just as kept (places, values and roles, no words)', async function () {
    needsShared(this)
    const samples = sharedTexts('samples')
    const short = (name: string): string => `${name.slice(0, 3)}.txt`
    const lines: string[] = []
    for (const { name, text } of samples) {
      world.write(short(name), text)
      const { stdout } = await world.gongwen(['figures', '--format', 'json', short(name)])
      assertValid(isFigures, stdout)
      const { path, figures } = JSON.parse(stdout) as JsonFigures
      lines.push(`${basename(path)}: ${figures.length}`)
      for (const { written, role, year, line, column } of figures) lines.push(`${line}:${column} ${written} ${role} ${year ?? '-'}`)
    }
    matchesSnapshot(`${lines.join('\n')}\n`, new URL('samples.expected.txt', fixtures))
    const { stdout } = await world.gongwen(['compare', '--format', 'json', '004.txt', '003.txt'])
    assertValid(isComparison, stdout)
    const { flags, metrics, plans, carriedOver } = JSON.parse(stdout) as Record<'flags' | 'metrics' | 'plans' | 'carriedOver', readonly { line?: number }[]>
    // two bureaus three years apart: hardly anything is the same, and nothing may be copied
    assert.deepEqual([flags.length, carriedOver.length], [0, 0])
    assert.ok(metrics.length < 20 && plans.length < 5, `${metrics.length} ${plans.length}`)
  })
})

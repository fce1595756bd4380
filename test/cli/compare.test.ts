import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { matchesSnapshot } from '../support/snapshot.js'
import { World } from './world.js'

const fixtures = new URL('../fixtures/compare/', import.meta.url)
const reports = Object.fromEntries(['2023.md', '2024.md'].map((name) => [name, readFileSync(new URL(name, fixtures), 'utf8')]))

interface JsonComparison {
  readonly last: { readonly path: string; readonly year: number }
  readonly flags: readonly { readonly kind: string; readonly line: number; readonly column: number; readonly message: string }[]
  readonly metrics: readonly {
    readonly metric: string
    readonly last: { readonly value: string }
    readonly current: { readonly value: string; readonly line: number; readonly column: number; readonly written: string }
    readonly change: string
  }[]
  readonly unmatched: readonly { readonly reason: string }[]
}

describe('gongwen compare', () => {
  let world: World
  before(() => {
    world = new World(reports)
  })
  after(() => {
    world.remove()
  })

  for (const [format, extension] of [
    ['table', 'txt'],
    ['markdown', 'md'],
    ['json', 'json'],
  ] as const) {
    it(`shows two years as ${format}, just as kept`, async () => {
      const { code, stdout, stderr } = await world.gongwen(['compare', '--format', format, '2023.md', '2024.md'])
      matchesSnapshot(format === 'json' ? `${JSON.stringify(JSON.parse(stdout), null, 2)}\n` : stdout, new URL(`compare.expected.${extension}`, fixtures))
      assert.deepEqual([code, stderr], [1, ''])
    })
  }

  it('finds every kind of discrepancy in the two reports, and matches what is the same', async () => {
    const { flags, metrics, unmatched } = JSON.parse((await world.gongwen(['compare', '--format', 'json', '2023.md', '2024.md'])).stdout) as JsonComparison
    assert.deepEqual([...new Set(flags.map(({ kind }) => kind))].sort(), ['carried-over', 'change', 'direction', 'former', 'jump', 'plan-missed', 'unchanged'])
    assert.ok(metrics.length >= 25, String(metrics.length))
    assert.ok(unmatched.some(({ reason }) => reason === 'ambiguous'))
    const lines = (reports['2024.md'] as string).split('\n')
    for (const {
      current: { line, column, written },
    } of metrics)
      assert.equal(lines[line - 1]?.slice(column - 1, column - 1 + written.length), written)
    for (const { last, current, change } of metrics) assert.ok(Math.abs(Number(current.value) - Number(last.value) - Number(change)) < 1e-6)
  })

  it('aligns its tables by the width of characters', async () => {
    const { stdout } = await world.gongwen(['compare', '2023.md', '2024.md'])
    const row = stdout.split('\n').find((line) => line.startsWith('幼儿园 ')) ?? ''
    const head = stdout.split('\n').find((line) => line.startsWith('指标 ')) ?? ''
    const { default: width } = await import('string-width')
    assert.equal(width(row.slice(0, row.indexOf('78所'))), width(head.slice(0, head.indexOf('2023'))))
  })

  it('gives 0 when nothing is to be looked at', async () => {
    world.write('a.md', '# 澜河县教育局2023年工作总结\n\n## 一、党建工作\n\n全年发展党员14名。\n')
    world.write('b.md', '# 澜河县教育局2024年工作总结\n\n## 一、党建工作\n\n全年发展党员17名。\n')
    const { code, stdout } = await world.gongwen(['compare', 'a.md', 'b.md'])
    assert.equal(code, 0)
    assert.match(stdout, /没有需要核对的地方\n/)
    assert.match(stdout, /发展党员 +14名 +17名 +\+3名 +\+21\.4%/)
  })

  it('speaks English when asked', async () => {
    const { stdout } = await world.gongwen(['compare', '--language', 'en', '2023.md', '2024.md'])
    assert.match(stdout, /^2023 \(2023\.md\) and 2024 \(2024\.md\)\n\nTo look at again \(\d+\)\n2024\.md:9:39 change: /)
  })

  it('gives 2 and a line when it cannot compare', async () => {
    world.write('nameless.md', '# 工作总结\n\n全年发展党员14名。\n')
    for (const [args, message] of [
      [['2024.md', '2023.md'], /先后颠倒/],
      [['2024.md', '2024.md'], /同一年/],
      [['2023.md', 'none.md'], /文件不存在/],
      [['nameless.md', '2024.md'], /看不出 nameless\.md 说的是哪一年/],
    ] as const) {
      const { code, stdout, stderr } = await world.gongwen(['compare', ...args])
      assert.deepEqual([code, stdout], [2, ''], args.join(' '))
      assert.match(stderr, message)
      assert.equal(stderr.trimEnd().split('\n').length, 1)
    }
  })

  it('takes the year that front matter tells', async () => {
    world.write('told.md', '---\ngongwen: { profile: { year: 2023 } }\n---\n\n# 工作总结\n\n## 一、党建工作\n\n全年发展党员14名。\n')
    world.write('b.md', '# 澜河县教育局2024年工作总结\n\n## 一、党建工作\n\n全年发展党员17名。\n')
    const { code, stdout } = await world.gongwen(['compare', '--format', 'json', 'told.md', 'b.md'])
    assert.equal(code, 0)
    assert.equal((JSON.parse(stdout) as JsonComparison).last.year, 2023)
  })
})

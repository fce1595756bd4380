import assert from 'node:assert/strict'
import { World } from './world.js'

describe('gongwen new', () => {
  let world: World
  beforeEach(() => {
    world = new World()
  })
  afterEach(() => world.remove())

  it('writes a skeleton that the check passes, but for what is to be filled in', async () => {
    const { code, stdout } = await world.gongwen(['new', 'annual', '--year', '2024', '--unit', '东陵县教育局'])
    assert.equal(code, 0)
    assert.match(stdout, /^# 东陵县教育局2024年工作总结\n/)
    world.write('report.md', stdout)
    const checked = await world.gongwen(['check', 'report.md', '--format', 'json'])
    const { files } = JSON.parse(checked.stdout) as { files: { findings: { ruleId: string }[] }[] }
    assert.deepEqual([...new Set(files[0]?.findings.map(({ ruleId }) => ruleId))], ['residue/placeholder'])
  })

  it('chooses the year by the day where none is given', async () => {
    const { stdout } = await world.gongwen(['new', 'plan', '--unit', '东陵县教育局'])
    const year = Number(/(20\d\d)年工作计划/.exec(stdout)?.[1])
    assert.ok(Math.abs(year - new Date().getFullYear()) <= 1, stdout.slice(0, 40))
  })

  it('takes part, unit and sections from options and configuration', async () => {
    world.write('.gongwenrc.yaml', 'profile:\n  unit: 东陵县第一小学\n  sections: { require: [language] }\n')
    const { stdout } = await world.gongwen(['new', 'term', '--year', '2024', '--part', '2'])
    assert.match(stdout, /^# 东陵县第一小学2024—2025学年第二学期工作总结\n/)
    assert.match(stdout, /^### （.）语言文字工作$/m)
  })

  it('writes a file, and never over one', async () => {
    assert.equal((await world.gongwen(['new', 'duty', '--year', '2024', '--output', '述职.md'])).code, 0)
    const before = world.read('述职.md')
    assert.match(before.toString(), /^# 2024年度述职述廉报告\n/)
    const again = await world.gongwen(['new', 'annual', '--output', '述职.md'])
    assert.deepEqual([again.code, again.stdout], [2, ''])
    assert.match(again.stderr, /已有同名文件/)
    assert.deepEqual(world.read('述职.md'), before)
  })

  it('gives 2 and a line for a kind, a year or a part that it does not know, and for a faulty configuration', async () => {
    for (const argv of [['weekly'], ['annual', '--year', '24'], ['annual', '--year', 'x'], ['quarter', '--part', '5']]) {
      const { code, stdout, stderr } = await world.gongwen(['new', ...argv])
      assert.deepEqual([code, stdout], [2, ''], argv.join(' '))
      assert.notEqual(stderr, '')
    }
    world.write('.gongwenrc.yaml', 'profil: {}\n')
    assert.match((await world.gongwen(['new', 'annual'])).stderr, /profil/)
  })
})

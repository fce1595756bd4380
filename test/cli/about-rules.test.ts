import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { RULES } from '@gongwen/engine'
import { SEQUENCE, World } from './world.js'

describe('gongwen explain, rules, help', () => {
  let world: World
  before(() => {
    world = new World()
  })
  after(() => {
    world.remove()
  })

  it('explains every rule, in both languages, with no text left out', async () => {
    for (const rule of RULES) {
      for (const language of ['zh', 'en']) {
        const { code, stdout, stderr } = await world.gongwen(['explain', rule.id, '--language', language])
        assert.deepEqual([code, stderr], [0, ''])
        assert.ok(stdout.startsWith(`${rule.id}  ${language === 'en' ? rule.summaryEn : rule.summary}\n`))
        assert.ok(stdout.includes(rule.rationale))
        assert.ok(!/undefined|\[object|⟦/.test(stdout), stdout)
      }
    }
  })

  it('says why, what it says, and how to turn it off', async () => {
    const { stdout } = await world.gongwen(['explain', SEQUENCE])
    for (const heading of ['为什么', '会怎么说', '例子', '怎么关掉']) assert.ok(stdout.includes(`\n${heading}\n`), heading)
    assert.match(stdout, /级别：错误\u3000依据：GB\/T 9704\u3000范围：全文/)
    assert.ok(stdout.includes(`rules:\n  ${SEQUENCE}: off\n`))
    assert.ok(stdout.includes(`<!-- gongwen-disable-next-line ${SEQUENCE}: 理由 -->`))
  })

  it('suggests rules for a name that is none', async () => {
    assert.deepEqual(await world.gongwen(['explain', 'ordinal-sequenc']).then(({ code, stdout, stderr }) => [code, stdout, stderr]), [
      2,
      '',
      `gongwen: 没有名为“ordinal-sequenc”的规则；是不是想查 ${SEQUENCE}？\n`,
    ])
    assert.equal((await world.gongwen(['explain', 'zzzzzzzz'])).stderr, 'gongwen: 没有名为“zzzzzzzz”的规则；用 gongwen rules 查看全部规则\n')
  })

  it('lists every rule once, group by group', async () => {
    const { code, stdout } = await world.gongwen(['rules'])
    const ids = stdout
      .trimEnd()
      .split('\n')
      .map((line) => /^\S+/.exec(line)?.[0])
    assert.equal(code, 0)
    assert.deepEqual([...ids].sort(), RULES.map(({ id }) => id).sort())
    assert.match(stdout, new RegExp(`^${SEQUENCE} +错误 {2}GB/T 9704 +\\S`, 'm'))
  })

  it('shows help in Chinese for the program and each command', async () => {
    const whole = await world.gongwen(['--help'])
    assert.deepEqual([whole.code, whole.stderr], [0, ''])
    for (const command of ['check', 'fix', 'outline', 'explain', 'rules', 'init']) {
      assert.match(whole.stdout, new RegExp(`^ {2}${command} `, 'm'))
      const { code, stdout } = await world.gongwen([command, '--help'])
      assert.equal(code, 0)
      assert.match(stdout, new RegExp(`^用法 gongwen ${command} `))
    }
    assert.match(whole.stdout, /退出码.*0 没有问题，1 有问题，2 无法运行/)
  })

  it('tells its version, that of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
    assert.deepEqual(await world.gongwen(['--version']).then(({ code, stdout }) => [code, stdout]), [0, `${version}\n`])
  })
})

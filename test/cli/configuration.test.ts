import assert from 'node:assert/strict'
import { join } from 'node:path'
import { checkConfiguration, configurationTemplate } from '@gongwen/platform'
import { only, parsed, RIGHT, SEQUENCE, SKIPPED, World } from './world.js'

describe('configuration files', () => {
  let world: World
  afterEach(() => {
    world.remove()
  })

  const counts = async (...args: string[]): Promise<number[]> =>
    parsed(await world.gongwen(['check', '--format', 'json', ...args])).files.map(({ findings }) => findings.length)

  it('are found upward from the text, the nearest one alone', async () => {
    world = new World({
      '.gongwenrc.yaml': only(SEQUENCE),
      'a.txt': SKIPPED,
      '内设机构/下级/b.txt': SKIPPED,
      'off/.gongwenrc.yml': `rules:\n  ${SEQUENCE}: off\nenable: never\n`,
      'off/c.txt': SKIPPED,
      'off/deeper/d.txt': SKIPPED,
    })
    assert.deepEqual(await counts('a.txt', '内设机构/下级/b.txt', 'off/c.txt', 'off/deeper/d.txt'), [1, 1, 0, 0])
  })

  it('are not looked for with --config', async () => {
    world = new World({ 'off/.gongwenrc.yaml': 'enable: never\n', 'off/a.txt': SKIPPED, 'mine.yaml': only(SEQUENCE) })
    assert.deepEqual(await counts('off/a.txt'), [0])
    assert.deepEqual(await counts('--config', 'mine.yaml', 'off/a.txt'), [1])
  })

  it('lose to front matter', async () => {
    world = new World({ '.gongwenrc.yaml': only(SEQUENCE), 'a.md': `---\ngongwen:\n  rules:\n    ${SEQUENCE}: off\n---\n${SKIPPED}` })
    assert.deepEqual(await counts('a.md'), [0])
  })

  it('with mistakes are told once, line and column, and the texts below other folders are checked', async () => {
    world = new World({
      'bad/.gongwenrc.yaml': 'enable: alwais\nrules:\n  no/such: off\n',
      'bad/a.txt': RIGHT,
      'bad/b.txt': RIGHT,
      'good/.gongwenrc.yaml': only(SEQUENCE),
      'good/c.txt': SKIPPED,
    })
    const { code, stdout, stderr } = await world.gongwen(['check', 'bad/a.txt', 'bad/b.txt', 'good/c.txt'])
    const path = join(world.folder, 'bad/.gongwenrc.yaml')
    assert.equal(code, 2)
    assert.equal(
      stderr,
      `gongwen: ${path}:1:9："alwais" 不是可用的值，应为 auto、always 或 never（是不是想写“always”？）\ngongwen: ${path}:3:3：没有名为“no/such”的规则\n`,
    )
    assert.match(stdout, /^good\/c\.txt:9:1 /)
    assert.match(stdout, /检查了 1 个文件：1 个错误/)
  })

  it('named by --config and missing or mistaken stop everything, one line', async () => {
    world = new World({ 'bad.yaml': 'enable: [\n', 'a.txt': SKIPPED })
    assert.deepEqual(await world.gongwen(['check', '--config', 'none.yaml', 'a.txt']).then(({ code, stdout, stderr }) => [code, stdout, stderr]), [
      2,
      '',
      'gongwen: 无法读取配置文件 none.yaml：文件不存在\n',
    ])
    const { code, stdout, stderr } = await world.gongwen(['check', '--config', 'bad.yaml', 'a.txt'])
    assert.deepEqual([code, stdout], [2, ''])
    assert.match(stderr, /^gongwen: .*bad\.yaml:\d+:\d+：格式有误：[^\n]+\n$/)
  })

  it('in front matter with mistakes are told in their place', async () => {
    world = new World({ 'a.md': `---\ntitle: 总结\ngongwen:\n  enabel: auto\n---\n${RIGHT}` })
    const { code, stderr } = await world.gongwen(['check', 'a.md'])
    assert.deepEqual(
      [code, stderr],
      [2, 'gongwen: a.md:4:3：不认识的设置“enabel”，可用的有 enable、rules、profile、sections、profiles 和 residue（是不是想写“enable”？）\n'],
    )
  })

  it('of other tools in front matter are none of ours', async () => {
    world = new World({ '.gongwenrc.yaml': only(SEQUENCE), 'a.md': `---\ntitle: "没有引号\n---\n${SKIPPED}` })
    assert.deepEqual(await counts('a.md'), [1])
  })

  it('in GB18030 and JSON are read', async () => {
    world = new World({
      '.gongwenrc.json': Buffer.from([
        ...Buffer.from('{"enable": "never", "residue": {"phrases": ["'),
        0xc9,
        0xa8,
        0xd2,
        0xbb,
        0xc9,
        0xa8,
        ...Buffer.from('"]}}'),
      ]),
      'a.txt': SKIPPED,
    })
    assert.deepEqual(await counts('a.txt'), [0])
  })

  describe('gongwen init', () => {
    it('writes a file that is right and changes nothing', async () => {
      world = new World({ 'a.txt': SKIPPED })
      const { code, stdout } = await world.gongwen(['init'])
      assert.deepEqual([code, stdout], [0, '已写入 .gongwenrc.yaml\n'])
      assert.equal(world.read('.gongwenrc.yaml').toString(), configurationTemplate('zh-CN'))
      world.remove()
      world = new World()
      await world.gongwen(['init', '--language', 'en'])
      assert.equal(world.read('.gongwenrc.yaml').toString(), configurationTemplate('en'))
      for (const locale of ['zh-CN', 'en'] as const)
        assert.deepEqual(await checkConfiguration(configurationTemplate(locale)), { configuration: { enable: 'auto' }, problems: [] })
    })

    it('shows only settings that there are', async () => {
      world = new World()
      // every commented setting, uncommented: prose comments hold a full stop or no colon at the end of a word
      for (const locale of ['zh-CN', 'en'] as const) {
        const uncommented = configurationTemplate(locale).replaceAll(/^# (?= {0,12}[\p{L}/-]+:(?: |$)| {4,8}- )/gmu, '')
        const { configuration, problems } = await checkConfiguration(uncommented)
        assert.deepEqual(problems, [], locale)
        assert.deepEqual(Object.keys(configuration), ['enable', 'rules', 'profile', 'profiles', 'residue'])
      }
    })

    it('never touches a configuration that is there', async () => {
      for (const name of ['.gongwenrc.yaml', '.gongwenrc.yml', '.gongwenrc.json']) {
        world = new World({ [name]: '{}' })
        const { code, stderr } = await world.gongwen(['init'])
        assert.deepEqual([code, stderr], [2, `gongwen: 已有配置文件 ${name}，未改动\n`])
        assert.equal(world.read(name).toString(), '{}')
        world.remove()
      }
    })
  })
})

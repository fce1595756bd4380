import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { LETTER, only, PAIRS, parsed, RIGHT, SEQUENCE, SKIPPED, World, type Surroundings } from './world.js'

const CONFIGURATION = { '.gongwenrc.json': only(SEQUENCE, PAIRS) }

describe('gongwen check', () => {
  let world: World
  const inWorld = (files: Record<string, string | Uint8Array>): void => {
    world = new World({ ...CONFIGURATION, ...files })
  }
  const check = (args: readonly string[], surroundings?: Surroundings): ReturnType<World['gongwen']> => world.gongwen(['check', ...args], surroundings)
  const paths = async (args: readonly string[]): Promise<string[]> => parsed(await check(['--format', 'json', ...args])).files.map(({ path }) => path)
  afterEach(() => {
    world.remove()
  })

  describe('exit code', () => {
    it('is 0 for a clean report, which is said', async () => {
      inWorld({ 'a.txt': RIGHT })
      const { code, stdout, stderr } = await check(['a.txt'])
      assert.deepEqual([code, stdout, stderr], [0, '检查了 1 个文件，没有发现问题。\n', ''])
    })

    it('is 1 for a finding as grave as a warning', async () => {
      inWorld({ 'a.txt': SKIPPED })
      const { code, stdout, stderr } = await check(['a.txt'])
      assert.equal(code, 1)
      assert.equal(stderr, '')
      assert.match(stdout, /检查了 1 个文件：1 个错误。其中 1 处可自动修复（gongwen fix）。\n$/)
    })

    it('follows --fail-on', async () => {
      inWorld({ 'a.txt': SKIPPED, 'low.json': JSON.stringify({ rules: { ...(JSON.parse(only(SEQUENCE)) as { rules: object }).rules, [SEQUENCE]: 'info' } }) })
      for (const [failOn, code] of [
        ['error', 0],
        ['warning', 0],
        ['info', 1],
        ['hint', 1],
      ] as const) {
        assert.equal((await check(['--config', 'low.json', '--fail-on', failOn, 'a.txt'])).code, code, failOn)
      }
      assert.equal((await check(['--fail-on', 'error', 'a.txt'])).code, 1)
    })

    it('is 2 for a missing file, which is named, and the others are checked', async () => {
      inWorld({ 'a.txt': SKIPPED })
      const { code, stdout, stderr } = await check(['missing.txt', 'a.txt'])
      assert.deepEqual([code, stderr], [2, 'gongwen: 文件不存在：missing.txt\n'])
      assert.match(stdout, /a\.txt:9:1/)
    })

    it('is 2 for a file that cannot be read', async function () {
      inWorld({ 'a.txt': RIGHT })
      // a file that not even root can read from its start
      const unreadable = '/proc/self/mem'
      if (!existsSync(unreadable)) this.skip()
      const { code, stdout, stderr } = await check([unreadable, 'a.txt'])
      assert.deepEqual([code, stdout], [2, '检查了 1 个文件，没有发现问题。\n'])
      assert.match(stderr, /^gongwen: 无法读取 \/proc\/self\/mem：[^\n]+\n$/)
    })

    it('is 2 for a Word file and for binary data, one line each, and the others are checked', async () => {
      inWorld({ 'a.docx': Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'b.txt': Buffer.from([1, 0, 0, 0, 2]), 'c.txt': RIGHT })
      const { code, stdout, stderr } = await check(['a.docx', 'b.txt', 'c.txt'])
      assert.equal(code, 2)
      assert.equal(stderr, 'gongwen: a.docx 是 Word 文档（.docx）或压缩包，不是纯文本；请先在 Word 中另存为 .txt\ngongwen: b.txt 不是文本文件（含有零字节）\n')
      assert.equal(stdout, '检查了 1 个文件，没有发现问题。\n')
    })

    const MISTAKES: [args: string[], message: RegExp][] = [
      [['check', '--formt', 'json'], /^gongwen: 没有 --formt 这个选项，是不是想写 --format？（unknown option）\n$/],
      [['check', '--format', 'xml'], /^gongwen: 选项 --format .* 的值不可用，可用的有：pretty, json（invalid argument）\n$/],
      [['check', '--config'], /^gongwen: 选项 --config .* 后面缺少内容（option argument missing）\n$/],
      [['chek', 'a.txt'], /^gongwen: 没有 chek 这个命令，是不是想写 check？（unknown command）\n$/],
      [['fix'], /^gongwen: 缺少参数：文件（missing argument）\n$/],
      [['explain', 'a', 'b'], /^gongwen: 参数太多（too many arguments）\n$/],
    ]
    for (const [args, message] of MISTAKES) {
      it(`is 2 for gongwen ${args.join(' ')}`, async () => {
        inWorld({})
        const { code, stdout, stderr } = await world.gongwen(args)
        assert.deepEqual([code, stdout], [2, ''])
        assert.match(stderr, message)
      })
    }

    it('is 2 without a command, with the help on the error stream', async () => {
      inWorld({})
      const { code, stdout, stderr } = await world.gongwen([])
      assert.deepEqual([code, stdout], [2, ''])
      assert.match(stderr, /用法/)
    })
  })

  describe('arguments', () => {
    it('take a folder: its .md, .markdown and .txt files, sorted, node_modules left out', async () => {
      inWorld({ 'r/b.txt': RIGHT, 'r/a.md': RIGHT, 'r/下级/c.markdown': RIGHT, 'r/d.doc': 'x', 'r/E.TXT': RIGHT, 'r/node_modules/p/x.md': RIGHT })
      assert.deepEqual(
        await paths(['r']),
        ['E.TXT', 'a.md', 'b.txt', '下级/c.markdown'].map((name) => join('r', name)),
      )
    })

    it('take the current folder when there are none', async () => {
      inWorld({ 'a.md': RIGHT })
      assert.deepEqual(await paths([]), ['a.md'])
    })

    it('take a glob, and a file whose name looks like one', async () => {
      inWorld({ '2023/总结.txt': RIGHT, '2024/总结.txt': RIGHT, '2024/x.md': RIGHT, '总结[终稿].txt': RIGHT })
      assert.deepEqual(await paths(['*/总结.txt']), ['2023/总结.txt', '2024/总结.txt'])
      assert.deepEqual(await paths(['总结[终稿].txt']), ['总结[终稿].txt'])
    })

    it('take each file once', async () => {
      inWorld({ 'a.txt': RIGHT })
      assert.deepEqual(await paths(['a.txt', './a.txt', '.', '*.txt']), ['a.txt'])
    })

    it('are wrong when a glob or a folder holds nothing', async () => {
      inWorld({ 'empty/x.doc': 'x' })
      const { code, stderr } = await check(['*.rst', 'empty'])
      assert.deepEqual([code, stderr], [2, 'gongwen: 没有与此匹配的文件：*.rst\ngongwen: 文件夹里没有 .md、.markdown、.txt 文件：empty\n'])
    })

    it('take standard input as -, plain unless its name says otherwise', async () => {
      inWorld({})
      const markdown = '# 2024年工作总结\n\n## 一、党建工作\n正文。\n\n## 三、教学工作\n正文。\n'
      const plain = parsed(await check(['-', '--format', 'json'], { stdin: SKIPPED }))
      assert.deepEqual(
        plain.files.map(({ path, findings }) => [path, findings.map(({ ruleId }) => ruleId)]),
        [['<stdin>', [SEQUENCE]]],
      )
      const named = parsed(await check(['--stdin-filename', '总结.md', '--format', 'json', '-'], { stdin: markdown }))
      assert.deepEqual(
        named.files.map(({ path, findings }) => [path, findings.map(({ start }) => start.column)]),
        [['总结.md', [4]]],
      )
    })

    it('give standard input the configuration of the folder of its name', async () => {
      inWorld({ 'off/.gongwenrc.yaml': 'enable: never\n' })
      const outcome = await check(['--stdin-filename', 'off/x.txt', '--format', 'json', '-'], { stdin: SKIPPED })
      assert.deepEqual(
        parsed(outcome).files.map(({ findings }) => findings.length),
        [0],
      )
    })
  })

  describe('what is checked', () => {
    it('is no letter, and that is said', async () => {
      inWorld({ 'a.txt': LETTER })
      const { code, stdout } = await check(['a.txt'])
      assert.deepEqual([code, stdout], [0, 'a.txt：不是公文，未检查；--enable always 可强制检查\n'])
    })

    it('is every text with --enable always, whatever the front matter says', async () => {
      inWorld({ 'a.md': `---\ngongwen:\n  enable: never\n---\n${SKIPPED}` })
      assert.equal((await check(['a.md'])).stdout, 'a.md：按配置不检查（enable: never）\n')
      assert.equal((await check(['a.md', '--enable', 'always'])).code, 1)
      assert.equal((await check(['a.md', '--enable', 'never'])).code, 0)
    })

    it('is only counted when many texts are no reports', async () => {
      inWorld(Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`${i}.txt`, LETTER])))
      assert.match((await check(['.'])).stdout, /^另有 8 个文件不是公文/)
    })
  })

  describe('what is shown', () => {
    it('leaves out hints unless asked for', async () => {
      const rules = { ...(JSON.parse(only(SEQUENCE)) as { rules: object }).rules, [SEQUENCE]: 'hint' }
      inWorld({ '.gongwenrc.json': JSON.stringify({ rules }), 'a.txt': SKIPPED })
      assert.equal(parsed(await check(['--format', 'json', 'a.txt'])).summary.hints, 0)
      assert.equal(parsed(await check(['--format', 'json', '--min-severity', 'hint', 'a.txt'])).summary.hints, 1)
      assert.equal((await check(['--min-severity', 'hint', '--fail-on', 'hint', 'a.txt'])).code, 1)
    })

    it('is in English with --language en', async () => {
      inWorld({ 'a.txt': SKIPPED })
      const { stdout, stderr } = await check(['--language', 'en', 'a.txt', 'none.txt'])
      assert.match(stdout, /Ordinal skipped: “二、” should be followed by “三、”, not “四、”/)
      assert.match(stdout, /1 checked: 1 errors\. 1 can be fixed by gongwen fix\.\n$/)
      assert.equal(stderr, 'gongwen: no such file: none.txt\n')
    })
  })

  it('shows a bar for many files on a terminal alone, and not among the results', async () => {
    inWorld(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.txt`, i === 0 ? SKIPPED : RIGHT])))
    const quiet = await check(['.'])
    assert.equal(quiet.stderr, '')
    const { stdout, stderr } = await check(['--no-color', '.'], { isTTY: true, columns: 80 })
    assert.match(stderr, / 40\/40/)
    assert.equal(stdout.replaceAll(/\n.*\|.*/g, ''), quiet.stdout.replaceAll(/\n.*\|.*/g, ''))
  })
})

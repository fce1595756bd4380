import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { LETTER, World } from './world.js'

const { encode } = createRequire(new URL('../../platform/package.json', import.meta.url))('iconv-lite') as { encode(text: string, encoding: string): Buffer }

const CLEAN =
  '青溪县第一小学2024年工作总结\n\n2024年，学校加强教师队伍建设，推进校园安全管理，各项工作取得新成效。现将有关情况总结如下。\n\n一、打造“书香校园”品牌\n\n印发《校园阅读实施方案》，全年开展活动12次，参加学生860人次。\n'
const DAMAGED = CLEAN.replace('校园”', '校园〞').replace('《校园阅读实施方案》', '?校园阅读实施方案?')
const DIRTY = `发布时间：2025-01-02 来源：本站 浏览次数：36\n${DAMAGED}责任编辑：王小明\n上一篇：没有了\n`
const KINDS = '  网站、资料站留下的文字 ×3\n  引号变成了“〞” ×1\n  书名号变成了问号 ×1\n'
/** What is left for the writer: a figure, a line that may be the report's, a word that cannot be known. */
const DOUBTFUL = `${DIRTY}\nX区完成投资13。7亿元。\n\n标签：\n`

interface CleaningOutput {
  readonly version: number
  readonly files: readonly {
    readonly path: string
    readonly checked: boolean
    readonly written: boolean
    readonly places: number
    readonly kinds: readonly { readonly ruleId: string; readonly name: string; readonly places: number }[]
    readonly left: readonly {
      readonly line: number
      readonly words: string
      readonly ruleId: string
      readonly severity: string
      readonly reason: string
      readonly message: string
    }[]
  }[]
}

describe('gongwen clean', () => {
  let world: World
  beforeEach(() => {
    world = new World()
  })
  afterEach(() => {
    world.remove()
  })

  it('says what it would do and writes nothing', async () => {
    world.write('a.txt', DIRTY)
    const { code, stdout, stderr } = await world.gongwen(['clean', 'a.txt'])
    assert.deepEqual([code, stdout, stderr], [0, `a.txt：可清理 5 处，文件未改动（--write 写入，--diff 查看改动）\n${KINDS}`, ''])
    assert.equal(world.read('a.txt').toString(), DIRTY)
  })

  const KEPT: [title: string, encoded: (text: string) => Buffer][] = [
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-8 with byte-order mark and CRLF', (text) => Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`)],
    ['GB18030', (text) => encode(text.replace('品牌', '品牌𠮷😀'), 'gb18030')],
    ['UTF-16LE with byte-order mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ]
  for (const [title, encoded] of KEPT) {
    it(`writes with --write and keeps ${title}`, async () => {
      world.write('a.txt', encoded(DIRTY))
      const { code, stdout, stderr } = await world.gongwen(['clean', '--write', 'a.txt'])
      assert.deepEqual([code, stdout, stderr], [0, `a.txt：已清理 5 处\n${KINDS}`, ''])
      assert.deepEqual(world.read('a.txt'), encoded(CLEAN))
    })
  }

  it('shows a diff with --diff, which patch applies, and writes nothing even with --write', async () => {
    world.write('a.txt', DIRTY)
    const { stdout, stderr } = await world.gongwen(['clean', '--diff', '--write', 'a.txt'])
    assert.match(stderr, /^a\.txt：可清理 5 处，文件未改动/)
    assert.equal(world.read('a.txt').toString(), DIRTY)
    const patched = spawnSync('git', ['apply', '-p0', '-'], { cwd: world.folder, input: stdout })
    assert.equal(patched.status, 0, patched.stderr.toString())
    assert.equal(world.read('a.txt').toString(), CLEAN)
  })

  it('lists what it would not touch and why, by the lines of the file as it is', async () => {
    world.write('a.txt', DOUBTFUL)
    const lineOf = (text: string, words: string): number => text.split('\n').findIndex((line) => line.includes(words)) + 1
    const { code, stdout } = await world.gongwen(['clean', 'a.txt'])
    assert.equal(code, 1)
    const left = stdout.slice(stdout.indexOf('  没有动的')).trimEnd().split('\n')
    assert.equal(left[0], '  没有动的 3 处：')
    assert.match(left[1] ?? '', new RegExp(`^    第 ${lineOf(DOUBTFUL, '13。7')} 行：.*“X”.*须对照原稿）$`))
    assert.match(left[2] ?? '', new RegExp(`^    第 ${lineOf(DOUBTFUL, '13。7')} 行：.*“13。7”.*数字，须由写作者核对）$`))
    assert.match(left[3] ?? '', new RegExp(`^    第 ${lineOf(DOUBTFUL, '标签')} 行：“标签：”.*拿不准，核对后再改）$`))
    await world.gongwen(['clean', '--write', 'a.txt'])
    const cleaned = world.read('a.txt').toString()
    const again = await world.gongwen(['clean', 'a.txt'])
    assert.match(again.stdout, /^a\.txt：没有可以放心清理的残留\n {2}没有动的 3 处：\n/)
    assert.ok(again.stdout.includes(`第 ${lineOf(cleaned, '标签')} 行：“标签：”`), again.stdout)
    assert.deepEqual(cleaned.match(/\d+/g), CLEAN.concat('13。7').match(/\d+/g), 'figures stay')
  })

  it('gives JSON', async () => {
    world.write('a.txt', DOUBTFUL)
    world.write('b.txt', LETTER)
    const { code, stdout } = await world.gongwen(['clean', '--format', 'json', 'a.txt', 'b.txt'])
    assert.equal(code, 1)
    const { version, files } = JSON.parse(stdout) as CleaningOutput
    assert.equal(version, 1)
    assert.deepEqual(
      files.map(({ path, checked, written, places }) => [path, checked, written, places]),
      [
        ['a.txt', true, false, 5],
        ['b.txt', false, false, 0],
      ],
    )
    assert.deepEqual(
      files[0]?.kinds.map(({ ruleId, places }) => [ruleId, places]),
      [
        ['residue/site-text', 3],
        ['residue/damaged-quotes', 1],
        ['residue/damaged-title-marks', 1],
      ],
    )
    assert.deepEqual(
      files[0]?.left.map(({ line, words, ruleId, reason }) => [line, words, ruleId, reason]),
      [
        [12, 'X', 'residue/placeholder', 'lost'],
        [12, '13。7', 'residue/ocr-digits', 'figure'],
        [14, '标签：', 'residue/site-text', 'doubtful'],
      ],
    )
  })

  it('leaves a clean report, a letter and their times of change alone', async () => {
    world.write('a.txt', CLEAN)
    world.write('b.txt', LETTER)
    const before = lstatSync(join(world.folder, 'a.txt')).mtimeMs
    const { code, stdout } = await world.gongwen(['clean', '--write', 'a.txt', 'b.txt'])
    assert.deepEqual([code, stdout], [0, 'a.txt：没有可以放心清理的残留\nb.txt：不是公文或按配置不检查，未修改\n'])
    assert.equal(lstatSync(join(world.folder, 'a.txt')).mtimeMs, before)
  })

  it('takes out what the configuration calls residue, and nothing by a rule that is off', async () => {
    world.write('a.txt', `${DIRTY}青溪在线整理编发\n`)
    world.write('.gongwenrc.yaml', 'residue:\n  phrases: [青溪在线整理编发]\nrules:\n  residue/damaged-quotes: off\n')
    await world.gongwen(['clean', '--write', 'a.txt'])
    assert.equal(world.read('a.txt').toString(), CLEAN.replace('校园”', '校园〞'))
  })

  it('filters standard input with --write, in its own encoding; says what it would do without', async () => {
    const { code, bytes, stderr } = await world.gongwen(['clean', '--write', '-'], { stdin: encode(DIRTY, 'gb18030') })
    assert.deepEqual([code, Buffer.from(bytes)], [0, encode(CLEAN, 'gb18030')])
    assert.match(stderr, /^<stdin>：已清理 5 处\n/)
    assert.match((await world.gongwen(['clean', '-'], { stdin: DIRTY })).stderr, /^<stdin>：可清理 5 处/)
  })

  it('leaves a text with broken bytes alone and says so', async () => {
    const broken = Buffer.concat([Buffer.from(DIRTY), Buffer.from([0xe5, 0xb7])])
    world.write('a.txt', broken)
    const { code, stderr } = await world.gongwen(['clean', '--write', 'a.txt', 'none.txt'])
    assert.deepEqual([code, stderr], [2, 'gongwen: 文件不存在：none.txt\ngongwen: a.txt 含有损坏的字节，写回会丢失内容，未修改\n'])
    assert.deepEqual(world.read('a.txt'), broken)
  })

  it('speaks English', async () => {
    world.write('a.txt', DIRTY)
    assert.match((await world.gongwen(['clean', '--language', 'en', 'a.txt'])).stdout, /^a\.txt: could clean 5; file left as it is/)
  })
})

import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { lstatSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { LETTER, only, PAIRS, RIGHT, SEQUENCE, SKIPPED, World } from './world.js'

const { encode } = createRequire(new URL('../../platform/package.json', import.meta.url))('iconv-lite') as { encode(text: string, encoding: string): Buffer }
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

describe('gongwen fix', () => {
  let world: World
  beforeEach(() => {
    world = new World({ '.gongwenrc.json': only(SEQUENCE, PAIRS) })
  })
  afterEach(() => {
    world.remove()
  })

  const KEPT: [title: string, encoded: (text: string) => Buffer][] = [
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-8 with byte-order mark', (text) => Buffer.from(`\ufeff${text}`)],
    ['CRLF line ends', (text) => Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['mixed line ends', (text) => Buffer.from(text.replace('\n', '\r\n'))],
    ['GB18030', (text) => encode(text.replace('全年开展', '𠮷林支部😀'), 'gb18030')],
    ['UTF-16LE', (text) => Buffer.from(text, 'utf16le')],
    ['UTF-16LE with byte-order mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16BE with byte-order mark and CRLF', (text) => utf16be(`\ufeff${text.replaceAll('\n', '\r\n')}`)],
  ]
  for (const [title, encoded] of KEPT) {
    it(`keeps ${title}: no byte but those of the fix is another`, async () => {
      world.write('a.txt', encoded(SKIPPED))
      const { code, stdout, stderr } = await world.gongwen(['fix', 'a.txt'])
      assert.deepEqual([code, stdout, stderr], [0, `a.txt：已修复 1 处（${SEQUENCE} ×1）\n`, ''])
      assert.deepEqual(world.read('a.txt'), encoded(RIGHT))
    })
  }

  it('says what is left and gives 1 for it', async () => {
    const open = SKIPPED.replace('演练4次', '演练（共4次')
    world.write('a.txt', open)
    const { code, stdout } = await world.gongwen(['fix', 'a.txt'])
    assert.deepEqual([code, stdout], [1, `a.txt：已修复 1 处（${SEQUENCE} ×1）；还有 1 个错误须人工处理\n`])
    assert.equal(world.read('a.txt').toString(), open.replace('四、', '三、'))
    assert.deepEqual((await world.gongwen(['fix', 'a.txt'])).stdout, 'a.txt：没有可自动修复的问题；还有 1 个错误须人工处理\n')
  })

  it('leaves a clean report, a letter and their times of change alone', async () => {
    world.write('a.txt', RIGHT)
    world.write('b.txt', LETTER)
    const before = lstatSync(join(world.folder, 'a.txt')).mtimeMs
    const { code, stdout } = await world.gongwen(['fix', 'a.txt', 'b.txt'])
    assert.deepEqual([code, stdout], [0, 'a.txt：没有可自动修复的问题\nb.txt：不是公文或按配置不检查，未修改\n'])
    assert.equal(lstatSync(join(world.folder, 'a.txt')).mtimeMs, before)
  })

  it('writes nothing with --dry-run', async () => {
    world.write('a.txt', SKIPPED)
    const { code, stdout } = await world.gongwen(['fix', '--dry-run', 'a.txt'])
    assert.deepEqual([code, stdout], [0, `a.txt：可修复 1 处（${SEQUENCE} ×1），文件未改动\n`])
    assert.equal(world.read('a.txt').toString(), SKIPPED)
  })

  it('shows a unified diff with --diff, which patch applies, and writes nothing', async () => {
    world.write('a.txt', SKIPPED)
    const { stdout, stderr } = await world.gongwen(['fix', '--diff', 'a.txt'])
    assert.equal(stdout, '--- a.txt\n+++ a.txt\n@@ -8,3 +8,3 @@\n \n-四、安全工作\n+三、安全工作\n 全年演练4次。\n')
    assert.equal(stderr, `a.txt：可修复 1 处（${SEQUENCE} ×1），文件未改动\n`)
    assert.equal(world.read('a.txt').toString(), SKIPPED)
    const patched = spawnSync('git', ['apply', '-p0', '-'], { cwd: world.folder, input: stdout })
    assert.equal(patched.status, 0, patched.stderr.toString())
    assert.equal(world.read('a.txt').toString(), RIGHT)
  })

  it('colours the diff on a terminal alone', async () => {
    world.write('a.txt', SKIPPED)
    const { stdout } = await world.gongwen(['fix', '--diff', 'a.txt'], { isTTY: true })
    assert.ok(stdout.includes('\u001b[31m-四、安全工作\u001b[39m\n\u001b[32m+三、安全工作\u001b[39m'), stdout)
  })

  it('filters standard input, in its own encoding', async () => {
    const { code, bytes, stderr } = await world.gongwen(['fix', '-'], { stdin: encode(SKIPPED, 'gb18030') })
    assert.equal(code, 0)
    assert.deepEqual(Buffer.from(bytes), encode(RIGHT, 'gb18030'))
    assert.equal(stderr, `<stdin>：已修复 1 处（${SEQUENCE} ×1）\n`)
    assert.equal((await world.gongwen(['fix', '-'], { stdin: LETTER })).stdout, LETTER)
  })

  it('leaves a text with broken bytes alone, says so, and fixes the others', async () => {
    const broken = Buffer.concat([Buffer.from(SKIPPED), Buffer.from([0xe5, 0xb7])])
    world.write('a.txt', broken)
    world.write('b.txt', SKIPPED)
    const { code, stderr } = await world.gongwen(['fix', 'a.txt', 'b.txt', 'none.txt'])
    assert.deepEqual([code, stderr], [2, 'gongwen: 文件不存在：none.txt\ngongwen: a.txt 含有损坏的字节，写回会丢失内容，未修改\n'])
    assert.deepEqual(world.read('a.txt'), broken)
    assert.equal(world.read('b.txt').toString(), RIGHT)
  })

  it('writes through a symbolic link instead of replacing it', async () => {
    world.write('real/a.txt', SKIPPED)
    symlinkSync(join(world.folder, 'real/a.txt'), join(world.folder, 'link.txt'))
    await world.gongwen(['fix', 'link.txt'])
    assert.ok(lstatSync(join(world.folder, 'link.txt')).isSymbolicLink())
    assert.equal(world.read('real/a.txt').toString(), RIGHT)
  })

  it('never changes a figure, whatever is wrong with it', async () => {
    const report = '2024年工作总结\n\n一、主要工作\n全县有教师2000人，其中女教师1200人，占比70%；新增学位810个，比上年增加10%，上年为300个。\n'
    writeFileSync(join(world.folder, '.gongwenrc.json'), '{}')
    world.write('a.txt', report)
    await world.gongwen(['fix', 'a.txt'])
    assert.deepEqual(world.read('a.txt').toString().match(/\d+/g), report.match(/\d+/g))
  })

  it('takes folders and globs', async () => {
    world.write('r/a.md', SKIPPED)
    world.write('r/b.txt', SKIPPED)
    assert.equal((await world.gongwen(['fix', 'r'])).code, 0)
    assert.deepEqual([world.read('r/a.md').toString(), world.read('r/b.txt').toString()], [RIGHT, RIGHT])
  })
})

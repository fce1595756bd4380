import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { LETTER, RIGHT, SKIPPED, World } from './world.js'

const { encode } = createRequire(new URL('../../platform/package.json', import.meta.url))('iconv-lite') as { encode(text: string, encoding: string): Buffer }

const REFERRED = SKIPPED.replace('教研8次', '教研8次，隐患见第四部分')
const MENDED = RIGHT.replace('教研8次', '教研8次，隐患见第三部分')
/** Two headings numbered 二、: the reference may mean either. */
const TWICE = '2024年工作总结\n\n一、党建工作\n不足见第二部分。\n\n二、教学工作\n全年教研8次。\n\n二、安全工作\n全年演练4次。\n'

describe('gongwen renumber', () => {
  let world: World
  beforeEach(() => {
    world = new World()
  })
  afterEach(() => {
    world.remove()
  })

  it('says what would change and writes nothing', async () => {
    world.write('a.txt', REFERRED)
    const { code, stdout, stderr } = await world.gongwen(['renumber', 'a.txt'])
    assert.deepEqual([code, stdout, stderr], [0, 'a.txt：应改序号 2 处，文件未改动（加 --write 写入，加 --diff 看改动）\n', ''])
    assert.equal(world.read('a.txt').toString(), REFERRED)
  })

  const KEPT: [title: string, encoded: (text: string) => Buffer][] = [
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-8 with byte-order mark and CRLF', (text) => Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`)],
    ['GB18030', (text) => encode(text.replace('全年开展', '𠮷林支部😀'), 'gb18030')],
    ['UTF-16LE with byte-order mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ]
  for (const [title, encoded] of KEPT) {
    it(`writes with --write and keeps ${title}`, async () => {
      world.write('a.txt', encoded(REFERRED))
      const { code, stdout } = await world.gongwen(['renumber', '--write', 'a.txt'])
      assert.deepEqual([code, stdout], [0, 'a.txt：已改序号 2 处\n'])
      assert.deepEqual(world.read('a.txt'), encoded(MENDED))
      assert.equal((await world.gongwen(['renumber', '--write', 'a.txt'])).stdout, 'a.txt：序号连贯，无须改动\n')
    })
  }

  it('shows with --diff what patch can apply', async () => {
    world.write('a.txt', REFERRED)
    const { stdout, stderr } = await world.gongwen(['renumber', '--diff', '--write', 'a.txt'])
    assert.match(stderr, /^a\.txt：应改序号 2 处/)
    assert.equal(world.read('a.txt').toString(), REFERRED)
    assert.equal(spawnSync('git', ['apply', '-p0', '-'], { cwd: world.folder, input: stdout }).status, 0)
    assert.equal(world.read('a.txt').toString(), MENDED)
  })

  it('leaves a reference that may mean two headings, and names it', async () => {
    world.write('a.txt', TWICE)
    const { stdout } = await world.gongwen(['renumber', '--write', 'a.txt'])
    assert.equal(stdout, 'a.txt：已改序号 1 处\n  第 4 行“第二部分”请核实：“二”是否应改为“三”\n')
    assert.equal(world.read('a.txt').toString(), TWICE.replace('二、安', '三、安'))
    const english = await world.gongwen(['renumber', '--language', 'en', '-'], { stdin: TWICE })
    assert.equal(english.stderr, '<stdin>: changed 1 numbers\n  line 4, “第二部分”: should “二” become “三”?\n')
  })

  it('filters standard input', async () => {
    const { code, stdout } = await world.gongwen(['renumber', '-'], { stdin: REFERRED })
    assert.deepEqual([code, stdout], [0, MENDED])
    assert.equal((await world.gongwen(['renumber', '-'], { stdin: LETTER })).stdout, LETTER)
  })

  it('tells of what cannot be read, and does the others', async () => {
    world.write('a.txt', REFERRED)
    const { code, stderr } = await world.gongwen(['renumber', '--write', 'none.txt', 'a.txt'])
    assert.deepEqual([code, stderr], [2, 'gongwen: 文件不存在：none.txt\n'])
    assert.equal(world.read('a.txt').toString(), MENDED)
  })
})

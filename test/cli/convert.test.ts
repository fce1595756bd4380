import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { RIGHT, World } from './world.js'

const { encode } = createRequire(new URL('../../platform/package.json', import.meta.url))('iconv-lite') as { encode(text: string, encoding: string): Buffer }
const MARKDOWN = RIGHT.replace('2024年', '# 2024年').replace(/^(?=[一二三]、)/gm, '## ')

describe('gongwen convert', () => {
  let world: World
  beforeEach(() => {
    world = new World()
  })
  afterEach(() => {
    world.remove()
  })

  it('says what would change and writes nothing', async () => {
    world.write('a.txt', RIGHT)
    const { code, stdout } = await world.gongwen(['convert', 'a.txt', '--to', 'markdown'])
    assert.deepEqual([code, stdout], [0, 'a.txt：应改 4 处，文件未改动（加 --write 写入，加 --diff 看改动）\n'])
    assert.equal(world.read('a.txt').toString(), RIGHT)
  })

  const KEPT: [title: string, encoded: (text: string) => Buffer][] = [
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-8 with byte-order mark and CRLF', (text) => Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`)],
    ['GB18030', (text) => encode(text.replace('全年开展', '𠮷林支部😀'), 'gb18030')],
    ['UTF-16LE', (text) => Buffer.from(text, 'utf16le')],
  ]
  for (const [title, encoded] of KEPT) {
    it(`goes to Markdown and back and keeps ${title}`, async () => {
      world.write('a.txt', encoded(RIGHT))
      const there = await world.gongwen(['convert', 'a.txt', '--to', 'markdown', '--write'])
      assert.deepEqual([there.code, there.stdout], [0, 'a.txt：已改 4 处；文件名未变，建议扩展名改为 .md\n'])
      assert.deepEqual(world.read('a.txt'), encoded(MARKDOWN))
      assert.equal((await world.gongwen(['convert', 'a.txt', '--to', 'markdown'])).stdout, 'a.txt：没有需要改为 Markdown 标题的标题\n')
      const back = await world.gongwen(['convert', 'a.txt', '--to', 'plain', '--write'])
      assert.deepEqual([back.code, back.stdout], [0, 'a.txt：已改 4 处\n'])
      assert.deepEqual(world.read('a.txt'), encoded(RIGHT))
      assert.equal((await world.gongwen(['convert', 'a.txt', '--to', 'plain'])).stdout, 'a.txt：没有 Markdown 标题\n')
    })
  }

  it('shows the changes with --diff', async () => {
    world.write('a.md', MARKDOWN)
    const { stdout } = await world.gongwen(['convert', '--to', 'plain', '--diff', 'a.md'])
    assert.ok(stdout.includes('\n-# 2024年工作总结\n+2024年工作总结\n'), stdout)
    assert.equal(world.read('a.md').toString(), MARKDOWN)
  })

  it('filters standard input', async () => {
    assert.equal((await world.gongwen(['convert', '--to', 'markdown', '-'], { stdin: RIGHT })).stdout, MARKDOWN)
    assert.equal((await world.gongwen(['convert', '--to', 'plain', '-'], { stdin: MARKDOWN })).stdout, RIGHT)
  })

  it('wants to be told the form', async () => {
    const { code, stderr } = await world.gongwen(['convert', 'a.txt'])
    assert.deepEqual([code, stderr], [2, 'gongwen: 缺少选项：--to <格式>（missing option）\n'])
    assert.match((await world.gongwen(['convert', 'a.txt', '--to', 'word'])).stderr, /可用的有：markdown, plain/)
  })
})

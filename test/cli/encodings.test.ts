import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { only, PAIRS, parsed, SEQUENCE, SKIPPED, World, type JsonFinding } from './world.js'

const { encode } = createRequire(new URL('../../platform/package.json', import.meta.url))('iconv-lite') as { encode(text: string, encoding: string): Buffer }
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

describe('gongwen check reads', () => {
  let world: World
  beforeEach(() => {
    world = new World({ '.gongwenrc.json': only(SEQUENCE, PAIRS) })
  })
  afterEach(() => {
    world.remove()
  })

  /** The one finding in a text, given as bytes. */
  async function finding(bytes: Uint8Array | string): Promise<JsonFinding> {
    world.write('a.txt', bytes)
    const outcome = await world.gongwen(['check', '--format', 'json', 'a.txt'])
    const [found, ...others] = parsed(outcome).files[0]?.findings ?? []
    assert.ok(found !== undefined && others.length === 0, outcome.stdout + outcome.stderr)
    return found
  }

  const AT = { start: { line: 9, column: 1, offset: SKIPPED.indexOf('四、') }, end: { line: 9, column: 3, offset: SKIPPED.indexOf('四、') + 2 } }
  const ENCODED: [title: string, bytes: Uint8Array][] = [
    ['UTF-8', Buffer.from(SKIPPED)],
    ['UTF-8 with byte-order mark, which is counted nowhere', Buffer.from(`\ufeff${SKIPPED}`)],
    ['GB18030', encode(SKIPPED, 'gb18030')],
    ['UTF-16LE', Buffer.from(SKIPPED, 'utf16le')],
    ['UTF-16LE with byte-order mark', Buffer.from(`\ufeff${SKIPPED}`, 'utf16le')],
    ['UTF-16BE', utf16be(SKIPPED)],
    ['UTF-16BE with byte-order mark', utf16be(`\ufeff${SKIPPED}`)],
  ]
  for (const [title, bytes] of ENCODED) {
    it(title, async () => {
      const { ruleId, start, end, excerpt } = await finding(bytes)
      assert.deepEqual({ ruleId, start, end, excerpt }, { ruleId: SEQUENCE, ...AT, excerpt: '四、' })
    })
  }

  for (const [title, lineBreak] of [
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    it(`${title} line ends, which count in offsets`, async () => {
      const text = SKIPPED.replaceAll('\n', lineBreak)
      const { start, end } = await finding(text)
      const offset = text.indexOf('四、')
      assert.deepEqual(
        [start, end],
        [
          { line: 9, column: 1, offset },
          { line: 9, column: 3, offset: offset + 2 },
        ],
      )
    })
  }

  it('𠮷 and emoji, two units each in columns and offsets', async () => {
    const text = '2024年工作总结\r\n\r\n𠮷林路小学😀开展活动（“三会一课”等12次。\r\n'
    const { ruleId, start, end, excerpt } = await finding(text)
    assert.equal(ruleId, PAIRS)
    const offset = text.indexOf('（')
    assert.equal(text.slice(start.offset, end.offset), excerpt)
    assert.deepEqual(start, { line: 3, column: offset - text.indexOf('𠮷') + 1, offset })
    assert.equal(start.column, 13)
  })

  it('edits and related places in the same positions', async () => {
    const { related, fixes } = await finding(`\ufeff${SKIPPED.replaceAll('\n', '\r\n')}`)
    assert.deepEqual(
      related?.map(({ start }) => [start.line, start.column]),
      [[6, 1]],
    )
    assert.deepEqual(
      fixes.map(({ safety, edits }) => [safety, edits.map(({ start, end, newText }) => [start.line, start.column, end.column, newText])]),
      [['safe', [[9, 1, 2, '三']]]],
    )
  })

  it('one saved after it was opened in the wrong encoding: no report any more, and said all the same', async () => {
    world.write('.gongwenrc.json', only('residue/wrong-encoding'))
    const damaged = new TextDecoder('utf-8').decode(encode(SKIPPED, 'gb18030'))
    const { ruleId } = await finding(damaged)
    assert.equal(ruleId, 'residue/wrong-encoding')
    const { stdout } = await world.gongwen(['check', 'a.txt'])
    assert.match(stdout, /用错了文字编码/)
    assert.doesNotMatch(stdout, /不像公文|未检查/)
  })

  it('a text on standard input in any of them', async () => {
    const outcome = await world.gongwen(['check', '--format', 'json', '-'], { stdin: encode(SKIPPED, 'gb18030') })
    assert.deepEqual(
      parsed(outcome).files.map(({ findings }) => findings.map(({ start }) => start)),
      [[AT.start]],
    )
  })
})

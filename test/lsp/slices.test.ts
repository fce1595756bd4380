import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import { deferredSegmenter } from '../../server/src/deferred-segmenter.js'
import { ServerDriver } from './server-driver.js'
import { REPORT } from './reports.js'

/** No line of it is like another: each is read. */
const LONG = ['清澜区教育局2024年工作总结', '', '一、2024年工作', '']
  .concat(
    Array.from({ length: 1500 }, (_, i) => `${i + 1}.第${i}片区共有学校${i + 3}所，开展“书香校园”活动${i + 7}次，完成投资1.2万元，参加师生${i + 90}人次。`),
  )
  .concat('本校共有学生400人，其中女生180人，占60%。')
  .join('\n')
const WRONG = '占60%'

describe('language server: long texts', () => {
  let driver: ServerDriver
  let pauses = 0
  beforeEach(async () => {
    pauses = 0
    const pause = async (): Promise<void> => {
      pauses++
      await setImmediate()
    }
    driver = await ServerDriver.start({ ports: { pause } })
  })
  afterEach(() => driver.stop())
  const rules = async (uri: string): Promise<unknown[]> => (await driver.diagnostics(uri)).map(({ code }) => code)

  it('do not keep another document waiting', async () => {
    const long = await driver.open(LONG, { uri: 'file:///long.md' })
    const short = await driver.open(REPORT)
    const answered: string[] = []
    await Promise.all([long, short].map((uri) => driver.diagnostics(uri).then((items) => answered.push(`${uri} ${items.length > 0}`))))
    assert.deepEqual(answered, [`${short} true`, `${long} true`])
    assert.ok(pauses > 0)
  })

  it('are checked once for all who ask at a time', async () => {
    const long = await driver.open(LONG)
    const [first, second] = await Promise.all([driver.diagnostics(long), driver.diagnostics(long)])
    assert.deepEqual(first, second)
    const begun = pauses
    await driver.diagnostics(long)
    assert.equal(pauses, begun)
  })

  it('are answered for as they are when the answer comes', async () => {
    const long = await driver.open(LONG)
    const symbols = driver.client.sendRequest('textDocument/documentSymbol', { textDocument: { uri: long } })
    await driver.type(long, WRONG, '占45%')
    await symbols
    await driver.letTimePass()
    assert.ok(!(await rules(long)).includes('figures/share'))
    await driver.type(long, '占45%', WRONG)
    const asked = rules(long)
    // what was just typed is told once the text is saved
    await driver.save(long)
    await driver.letTimePass()
    assert.ok((await asked).includes('figures/share'))
  })

  it('closed while they are checked leave nothing', async () => {
    const long = await driver.open(LONG)
    const asked = driver.diagnostics(long)
    await driver.close(long)
    assert.deepEqual(await asked, [])
    const again = await driver.open(LONG)
    assert.ok((await rules(again)).includes('figures/share'))
  })

  it('are checked again when words came while they were checked', async () => {
    driver.stop()
    // this one cuts nothing, so it confirms no doubled word
    const segmenter = deferredSegmenter(async () => ({ name: 'whole', segment: (text) => [text] }))
    driver = await ServerDriver.start({ ports: { segmenter, pause: () => setImmediate() } })
    const long = await driver.open(LONG.replace('一、2024年工作', '全年实施供水供水工程12处。\n\n一、2024年工作'))
    assert.ok(!(await rules(long)).includes('wording/repeated-word'))
  })
})

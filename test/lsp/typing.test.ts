import assert from 'node:assert/strict'
import { OLD_EDITOR, ServerDriver } from './server-driver.js'
import { REPORT } from './reports.js'

/** The sentence with a lone quotation mark. */
const QUOTE = 'punctuation/paired-marks'

describe('language server: findings in the sentence that is being typed', () => {
  let driver: ServerDriver
  afterEach(() => driver.stop())

  /** Types as a writer does, and lets the pause at the end pass. */
  async function type(uri: string, before: string, after: string): Promise<void> {
    await driver.type(uri, before, after)
    await driver.letTimePass()
  }
  const found = async (uri: string): Promise<string[]> => (await driver.diagnostics(uri)).map(({ code }) => String(code))
  const moveCaret = async (uri: string, words: string, version: number): Promise<void> => {
    await driver.client.sendNotification('gongwen/caret', { uri, version, position: driver.rangeOf(uri, words).start })
    await driver.settle()
  }

  it('wait until the caret leaves it; those elsewhere are there at once', async () => {
    driver = await ServerDriver.start()
    const uri = await driver.open(REPORT)
    assert.ok((await found(uri)).includes(QUOTE), 'opening a text is no typing')
    await type(uri, '教师人人', '教师们人人')
    const held = await driver.pull(uri)
    assert.ok(held.kind === 'full' && !held.items.some(({ code }) => code === QUOTE))
    assert.ok(held.items.some(({ code }) => code === 'structure/ordinal-sequence'))
    assert.equal(driver.statuses.at(-1)?.counts.error, held.items.filter(({ severity }) => severity === 1).length, 'counted as shown')
    await moveCaret(uri, '人人上好', 2)
    await driver.letTimePass()
    await driver.letTimePass()
    assert.equal(driver.refreshes, 0, 'still in the sentence, however long')
    const refreshed = driver.next('refresh')
    await moveCaret(uri, '一、德育', 2)
    await refreshed
    const whole = await driver.pull(uri, held.resultId)
    assert.ok(whole.kind === 'full' && whole.items.some(({ code }) => code === QUOTE))
  })

  it('are judged once its full stop is there, and anywhere else once typing goes on elsewhere', async () => {
    driver = await ServerDriver.start()
    const uri = await driver.open(REPORT.replace('课后有反思。', '课后有反思'))
    await type(uri, '课后有反思', '课后有反思思考')
    assert.ok(!(await found(uri)).includes(QUOTE))
    await type(uri, '反思思考', '反思思考。')
    assert.ok((await found(uri)).includes(QUOTE))
    await type(uri, '教师人人', '教师们人人')
    assert.ok(!(await found(uri)).includes(QUOTE))
    await type(uri, '将通过轮岗', '将逐步通过轮岗')
    assert.ok((await found(uri)).includes(QUOTE))
  })

  it('do not wait for a text that was pasted, saved or checked by command', async () => {
    driver = await ServerDriver.start()
    const uri = await driver.open(REPORT)
    await type(uri, '教师人人', `教师${'认真备课，'.repeat(8)}人人`)
    assert.ok((await found(uri)).includes(QUOTE))
    await type(uri, '教师认真', '教师们认真')
    assert.ok(!(await found(uri)).includes(QUOTE))
    await driver.save(uri)
    assert.ok((await found(uri)).includes(QUOTE))
    await type(uri, '教师们认真', '教师认真')
    assert.ok(!(await found(uri)).includes(QUOTE))
    await driver.client.sendRequest('gongwen/check', { uri })
    assert.ok((await found(uri)).includes(QUOTE))
  })

  it('are judged after a rest where nobody says that the caret is there: a command may have made the edit', async () => {
    driver = await ServerDriver.start()
    const uri = await driver.open(REPORT)
    await type(uri, '教师人人', '教师们人人')
    assert.ok(!(await found(uri)).includes(QUOTE))
    const refreshed = driver.next('refresh')
    await driver.letTimePass()
    await refreshed
    assert.ok((await found(uri)).includes(QUOTE))
  })

  it('are published after the rest to a client that cannot ask', async () => {
    driver = await ServerDriver.start({ capabilities: OLD_EDITOR })
    const opened = driver.next('published')
    const uri = await driver.open(REPORT)
    await opened
    const isFound = (): boolean | undefined => driver.published.at(-1)?.diagnostics.some(({ code }) => code === QUOTE)
    assert.equal(isFound(), true)
    const paused = driver.next('published')
    await type(uri, '教师人人', '教师们人人')
    await paused
    assert.equal(isFound(), false)
    const rested = driver.next('published')
    await driver.letTimePass()
    await rested
    assert.equal(isFound(), true)
  })

  it('a caret in a document that is not open, or of another version, is nobody’s', async () => {
    driver = await ServerDriver.start()
    await driver.client.sendNotification('gongwen/caret', { uri: 'file:///none.md', version: 1, position: { line: 0, character: 0 } })
    const uri = await driver.open(REPORT)
    await type(uri, '教师人人', '教师们人人')
    assert.ok(!(await found(uri)).includes(QUOTE))
    await moveCaret(uri, '一、德育', 1)
    assert.ok(!(await found(uri)).includes(QUOTE))
  })
})

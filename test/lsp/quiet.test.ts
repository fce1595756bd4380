/** What is no report is left alone: English texts, READMEs in either language. No finding, no message, next to no time. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ShowMessageNotification } from 'vscode-languageserver'
import { REPORT } from './reports.js'
import { EDITOR, OLD_EDITOR, ServerDriver } from './server-driver.js'

const root = resolve(import.meta.dirname, '../..')
const FOLDER = join(root, 'test/fixtures/quiet')
const FILES = [
  ...readdirSync(FOLDER).map((name) => join(FOLDER, name)),
  ...['README.md', 'README.en.md', 'CHANGELOG.md', 'CONTRIBUTING.md'].map((name) => join(root, name)),
]
/** Milliseconds for one text; a key stroke is felt from a hundred on. */
const FELT = 50

describe('the texts that are no reports', () => {
  it('are ten English ones and a Chinese README, besides our own', () => {
    const texts = readdirSync(FOLDER).map((name) => readFileSync(join(FOLDER, name), 'utf8'))
    const chinese = texts.filter((text) => (text.match(/\p{Script=Han}/gu)?.length ?? 0) > text.length / 5)
    assert.deepEqual([texts.length - chinese.length, chinese.length], [10, 1])
  })
})

describe('language server: a workspace without reports', () => {
  let driver: ServerDriver
  const shown: string[] = []
  const uris: string[] = []

  async function openAll(options: Parameters<typeof ServerDriver.start>[0]): Promise<void> {
    driver = await ServerDriver.start(options)
    driver.client.onNotification(ShowMessageNotification.type, ({ message }) => void shown.push(message))
    // the first text of all pays for the word lists
    await driver.close(await driver.open(REPORT, { uri: 'file:///first.md' }))
    uris.length = 0
    for (const path of FILES) uris.push(await driver.open(readFileSync(path, 'utf8'), { uri: `file://${encodeURI(path)}` }))
  }
  beforeEach(() => (shown.length = 0))
  afterEach(() => driver.stop())

  for (const severity of ['info', 'hint']) {
    it(`nothing is found in them, whatever is asked for (${severity})`, async () => {
      await openAll({ capabilities: EDITOR, settings: { minSeverity: severity } })
      for (const [i, uri] of uris.entries()) {
        assert.deepEqual(await driver.diagnostics(uri), [], FILES[i])
        assert.deepEqual(await driver.actions(uri, ''), [], FILES[i])
        const textDocument = { uri }
        assert.deepEqual((await driver.client.sendRequest('textDocument/documentSymbol', { textDocument })) ?? [], [], FILES[i])
        assert.deepEqual((await driver.client.sendRequest('textDocument/foldingRange', { textDocument })) ?? [], [], FILES[i])
      }
      assert.deepEqual(shown, [])
      assert.deepEqual(driver.logged, [])
      assert.deepEqual(
        driver.statuses.filter(({ uri, isChecked }) => uris.includes(uri) && isChecked),
        [],
      )
    })
  }

  it('an editor that is pushed to gets nothing either', async () => {
    await openAll({ capabilities: OLD_EDITOR })
    // the server pushes in the order of opening: once the report has its findings, the others have had their turn
    const report = await driver.open(REPORT, { uri: 'file:///last.md' })
    while (!driver.published.some(({ uri }) => uri === report)) await driver.next('published')
    const pushed = driver.published.filter(({ uri, diagnostics }) => uris.includes(uri) && diagnostics.length > 0)
    assert.deepEqual(pushed, [])
    assert.deepEqual(shown, [])
  })

  it('costs next to nothing, at first and after every key', async () => {
    await openAll({ capabilities: EDITOR })
    const began = performance.now()
    for (const uri of uris) await driver.diagnostics(uri)
    const first = (performance.now() - began) / uris.length
    const again = performance.now()
    for (const [i, uri] of uris.entries()) {
      const text = readFileSync(FILES[i] as string, 'utf8')
      const word = /[a-z]{4}/.exec(text)?.[0] ?? '安装'
      await driver.type(uri, word, `${word}s`)
      await driver.letTimePass()
      assert.deepEqual(await driver.diagnostics(uri), [])
    }
    const edited = (performance.now() - again) / uris.length
    console.log(`      ${first.toFixed(1)} ms a text when opened, ${edited.toFixed(1)} ms after a key`)
    assert.ok(first < FELT && edited < FELT)
  })
})

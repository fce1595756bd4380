import assert from 'node:assert/strict'
import { readTextOnDisk } from '../../server/src/disk.js'
import { ServerDriver } from './server-driver.js'
import { REPORT } from './reports.js'

describe('language server: what it survives', () => {
  let driver: ServerDriver
  afterEach(() => driver.stop())
  const code = (error: unknown): unknown => (error as { code?: unknown }).code

  it('malformed requests: answered as errors, and the next one is served', async () => {
    driver = await ServerDriver.start()
    const uri = await driver.open(REPORT)
    const malformed: [string, unknown][] = [
      ['textDocument/codeAction', {}],
      ['textDocument/codeAction', { textDocument: { uri }, range: null, context: { diagnostics: [] } }],
      ['textDocument/completion', { textDocument: { uri } }],
      ['textDocument/hover', { textDocument: { uri }, position: 7 }],
      ['textDocument/documentSymbol', {}],
      ['textDocument/foldingRange', { textDocument: null }],
      ['textDocument/diagnostic', {}],
      ['gongwen/check', {}],
      ['workspace/diagnostic', {}],
      ['workspace/symbol', {}],
      ['textDocument/selectionRange', { textDocument: { uri } }],
      ['textDocument/codeLens', {}],
      ['textDocument/documentLink', { textDocument: 3 }],
      ['textDocument/semanticTokens/full', {}],
      ['textDocument/semanticTokens/full/delta', { textDocument: null }],
      ['textDocument/semanticTokens/range', { textDocument: { uri } }],
      ['textDocument/formatting', {}],
      ['textDocument/rangeFormatting', { textDocument: { uri }, range: 1 }],
      ['textDocument/rename', { textDocument: { uri }, position: null, newName: 1 }],
    ]
    for (const [method, params] of malformed) {
      await driver.client.sendRequest(method, params).then(
        (result) =>
          assert.deepEqual(
            [null, [], { items: [] }].find((nothing) => JSON.stringify(nothing) === JSON.stringify(result)),
            result ?? null,
            `${method} made something of nonsense`,
          ),
        (error: unknown) => assert.equal(typeof code(error), 'number', method),
      )
    }
    await assert.rejects(driver.client.sendRequest('textDocument/unknown', {}), (error) => code(error) === -32601)
    assert.ok((await driver.diagnostics(uri)).length > 0)
  })

  it('a second handshake: refused, and language and settings stay as they were', async () => {
    driver = await ServerDriver.start()
    const uri = await driver.open(REPORT)
    const before = await driver.diagnostics(uri)
    await assert.rejects(
      driver.client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {}, locale: 'en' }),
      (error) => code(error) === -32600,
    )
    await driver.client.sendNotification('workspace/didChangeConfiguration', { settings: null })
    assert.deepEqual(await driver.diagnostics(uri), before)
  })

  it('notifications about documents that are not open', async () => {
    driver = await ServerDriver.start()
    const textDocument = { uri: 'file:///never.md', version: 3 }
    await driver.client.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ text: 'x' }] })
    await driver.client.sendNotification('textDocument/didSave', { textDocument })
    await driver.client.sendNotification('textDocument/didClose', { textDocument })
    await driver.client.sendNotification('$/nonsense', [1, 2])
    await driver.client.sendNotification('gongwen/caret', {})
    await driver.client.sendNotification('gongwen/caret', { uri: 'file:///never.md', version: 1 })
    await driver.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///never.md', type: 3 }] })
    const uri = await driver.open(REPORT)
    assert.ok((await driver.diagnostics(uri)).length > 0)
  })

  it('bytes that are no JSON', async () => {
    driver = await ServerDriver.start()
    const uri = await driver.open(REPORT)
    await driver.settle()
    driver.wire.write('Content-Length: 9\r\n\r\n{"no json')
    assert.ok((await driver.diagnostics(uri)).length > 0)
  })

  it('a port that throws: the request is answered with an error that is logged, others go on', async () => {
    let isBroken = true
    driver = await ServerDriver.start({
      ports: { frontMatterProblems: async () => (isBroken ? Promise.reject(new Error('disk on fire')) : []) },
    })
    const uri = await driver.open(REPORT)
    await assert.rejects(driver.pull(uri), /disk on fire/)
    assert.ok(driver.logged.some((line) => line.includes('textDocument/diagnostic failed') && line.includes('disk on fire')))
    isBroken = false
    assert.ok((await driver.diagnostics(uri)).length > 0)
  })

  it('a client that does not answer about settings', async () => {
    driver = await ServerDriver.start()
    driver.settingsGate = Promise.reject(new Error('no settings today'))
    driver.settingsGate.catch(() => undefined)
    const uri = await driver.open(REPORT)
    assert.ok((await driver.diagnostics(uri)).length > 0)
    assert.ok(driver.logged.some((line) => line.includes('no settings for file:///report.md')))
  })

  it('file addresses that are no paths here', async () => {
    driver = await ServerDriver.start({ ports: { readText: readTextOnDisk } })
    for (const uri of ['file://server/share/report.md', 'file:///%2F'])
      assert.ok((await driver.diagnostics(await driver.open(REPORT, { uri }))).length > 0, uri)
  })

  it('texts that are empty, enormous or broken', async () => {
    driver = await ServerDriver.start({ settings: { enable: 'always' } })
    for (const [i, text] of ['', '\ud800', '\0'.repeat(100), '（'.repeat(5_000), `${REPORT}${'一'.repeat(200_000)}`].entries()) {
      const uri = await driver.open(text, { uri: `file:///${i}.md` })
      assert.ok(Array.isArray(await driver.diagnostics(uri)))
      assert.ok(Array.isArray(await driver.actions(uri, '', ['source'])))
    }
  })
})

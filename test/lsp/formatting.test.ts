import assert from 'node:assert/strict'
import type { ClientCapabilities, RegistrationParams, TextEdit, UnregistrationParams } from 'vscode-languageserver'
import { RegistrationRequest, UnregistrationRequest } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { REPORT, SHOPPING } from './reports.js'
import { EDITOR, ServerDriver } from './server-driver.js'

const OPTIONS = { tabSize: 4, insertSpaces: true }
const WRONG = REPORT.replace('学校坚持育人为本，', '学校坚持育人为本,').replace('逐步解决。', '逐步解决,有序推进。')
const DYNAMIC: ClientCapabilities = {
  ...EDITOR,
  textDocument: { ...EDITOR.textDocument, formatting: { dynamicRegistration: true }, rangeFormatting: { dynamicRegistration: true } },
}

describe('language server: formatting', () => {
  let driver: Awaited<ReturnType<typeof ServerDriver.start>>
  afterEach(() => driver.stop())

  const applied = (text: string, edits: TextEdit[] | null): string =>
    TextDocument.applyEdits(TextDocument.create('file:///r', 'markdown', 1, text), edits ?? [])

  it('applies the safe fixes as edits of what they change, figures left alone, and is done with one go', async () => {
    driver = await ServerDriver.start()
    for (const text of [WRONG, WRONG.replaceAll('\n', '\r\n')]) {
      const uri = await driver.open(text)
      const edits = await driver.client.sendRequest<TextEdit[]>('textDocument/formatting', { textDocument: { uri }, options: OPTIONS })
      const formatted = applied(text, edits)
      assert.ok(formatted.includes('学校坚持育人为本，') && formatted.includes('逐步解决，有序推进。'))
      assert.ok(formatted.includes('二、教学质量') && formatted.includes('占比45%'))
      for (const { range } of edits) assert.ok(range.start.line === range.end.line && range.end.character - range.start.character <= 3, 'minimal')
      await driver.close(uri)
      await driver.open(formatted)
      assert.deepEqual(await driver.client.sendRequest('textDocument/formatting', { textDocument: { uri }, options: OPTIONS }), [])
      await driver.close(uri)
    }
  })

  it('of a range changes nothing outside of it', async () => {
    driver = await ServerDriver.start()
    const uri = await driver.open(WRONG)
    const format = (words: string): Promise<TextEdit[]> =>
      driver.client.sendRequest('textDocument/rangeFormatting', { textDocument: { uri }, range: driver.rangeOf(uri, words), options: OPTIONS })
    assert.equal(applied(WRONG, await format('学校坚持育人为本,各项')), WRONG.replace('育人为本,', '育人为本，'))
    assert.deepEqual(await format('各项工作'), [])
    assert.deepEqual(await format('三、教学质量'), [], 'numbers further down would have to change with this one')
  })

  describe('is registered for each open report alone', () => {
    let registered: RegistrationParams['registrations']
    let taken: string[]
    const start = async (capabilities: ClientCapabilities): Promise<void> => {
      registered = []
      taken = []
      driver = await ServerDriver.start({ capabilities })
      driver.client.onRequest(
        RegistrationRequest.type,
        ({ registrations }) => void registered.push(...registrations.filter(({ method }) => /ormatting/.test(method))),
      )
      driver.client.onRequest(
        UnregistrationRequest.type,
        ({ unregisterations }: UnregistrationParams) => void taken.push(...unregisterations.map(({ id }) => id)),
      )
    }

    it('so that it is in nobody’s way, and taken back when the report is closed or is none any more', async () => {
      await start(DYNAMIC)
      const { capabilities } = driver.initialized
      assert.equal(capabilities.documentFormattingProvider, undefined)
      assert.equal(capabilities.documentRangeFormattingProvider, undefined)
      await driver.diagnostics(await driver.open(SHOPPING, { uri: 'file:///list.md' }))
      await driver.settle()
      assert.deepEqual(registered, [])
      const uri = await driver.open(REPORT, { uri: 'file:///w/%E6%80%BB%E7%BB%93%5B1%5D.md' })
      await driver.diagnostics(uri)
      await driver.diagnostics(uri)
      await driver.settle()
      assert.deepEqual(
        registered.map(({ method, registerOptions }) => [method, registerOptions]),
        ['textDocument/formatting', 'textDocument/rangeFormatting'].map((method) => [
          method,
          { documentSelector: [{ scheme: 'file', pattern: '**/总结?1?.md' }] },
        ]),
      )
      await driver.close(uri)
      await driver.settle()
      await driver.settle()
      assert.deepEqual(taken.sort(), registered.map(({ id }) => id).sort())
    })

    it('unless the client can only be told at once', async () => {
      await start(EDITOR)
      assert.equal(driver.initialized.capabilities.documentFormattingProvider, true)
      await driver.diagnostics(await driver.open(REPORT))
      await driver.settle()
      assert.deepEqual(registered, [])
    })
  })
})

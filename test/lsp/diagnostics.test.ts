import assert from 'node:assert/strict'
import { DiagnosticSeverity } from 'vscode-languageserver'
import { OLD_EDITOR, ServerDriver } from './server-driver.js'
import { REPORT, SHOPPING } from './reports.js'

describe('language server: diagnostics', () => {
  let driver: ServerDriver & { readonly initialized: { capabilities: object } }
  afterEach(() => driver.stop())

  it('offers what it serves', async () => {
    driver = await ServerDriver.start()
    assert.deepEqual(driver.initialized.capabilities, {
      textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
      diagnosticProvider: { identifier: 'gongwen', interFileDependencies: false, workspaceDiagnostics: true },
      codeActionProvider: {
        codeActionKinds: ['quickfix', 'source.fixAll.gongwen', 'refactor.rewrite', 'refactor.move'],
      },
      documentSymbolProvider: { label: '公文' },
      workspaceSymbolProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      hoverProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      renameProvider: true,
      codeLensProvider: {},
      documentLinkProvider: {},
      semanticTokensProvider: {
        legend: { tokenTypes: ['keyword', 'number', 'variable', 'comment'], tokenModifiers: ['agreed', 'suspect', 'placeholder', 'residue', 'declaration'] },
        full: { delta: true },
        range: true,
      },
      inlayHintProvider: true,
      completionProvider: { triggerCharacters: ['、', '）', '是', '；', '（', '“'] },
      documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
    })
    await driver.settle()
    assert.deepEqual(driver.registered.sort(), ['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles'])
  })

  it('answers a pull with the findings of the text', async () => {
    driver = await ServerDriver.start()
    const uri = await driver.open(REPORT)
    const found = (await driver.diagnostics(uri)).filter(({ code }) => code === 'structure/ordinal-sequence')
    const [first] = found
    assert.ok(first)
    assert.equal(driver.words(uri, first), '三、')
    assert.equal(first.source, 'gongwen')
    assert.equal(first.severity, DiagnosticSeverity.Error)
    assert.equal(first.codeDescription?.href, 'https://docs.example/structure/ordinal-sequence')
    assert.equal(first.message, '序号跳号：“一、”之后应为“二、”，文中写作“三、”。核对是否漏了内容；若没有，把序号改为“二、”。')
    assert.deepEqual(
      first.relatedInformation?.map(({ location, message }) => [location.range.start.line, message]),
      [[4, '德育工作扎实开展']],
    )
    assert.deepEqual(
      found.map((diagnostic) => driver.words(uri, diagnostic)),
      ['三、', '（三）'],
    )
    assert.deepEqual(driver.published, [], 'a client that asks is not pushed to')
  })

  it('says “unchanged” to who has the result already, and not after an edit', async () => {
    driver = await ServerDriver.start()
    const uri = await driver.open(REPORT)
    const first = await driver.pull(uri)
    assert.ok(first.resultId)
    assert.deepEqual(await driver.pull(uri, first.resultId), { kind: 'unchanged', resultId: first.resultId })
    await driver.type(uri, '三、', '二、')
    const pulled = driver.pull(uri, first.resultId)
    await driver.letTimePass()
    const second = await pulled
    assert.equal(second.kind, 'full')
    assert.notEqual(second.resultId, first.resultId)
  })

  it('waits for the end of a burst of edits and answers for the newest text', async () => {
    driver = await ServerDriver.start()
    const uri = await driver.open(REPORT)
    await driver.type(uri, '三、', '二、')
    const pulled = driver.pull(uri)
    let answered = false
    void pulled.then(() => (answered = true))
    await driver.type(uri, '四、', '三、')
    await driver.settle()
    assert.equal(answered, false)
    assert.equal(driver.pending, 1, 'one wait for both edits')
    await driver.letTimePass()
    const report = await pulled
    assert.ok(report.kind === 'full')
    assert.deepEqual(
      report.items.filter(({ code }) => code === 'structure/ordinal-sequence').map((item) => driver.words(uri, item)),
      ['（三）'],
    )
  })

  it('drops a version that became stale while settings were awaited', async () => {
    driver = await ServerDriver.start({ capabilities: OLD_EDITOR })
    let open = (): void => undefined
    driver.settingsGate = new Promise((resolve) => (open = resolve))
    const asked = driver.next('asked')
    const uri = await driver.open(REPORT)
    await asked
    await driver.type(uri, '三、', '二、')
    open()
    await driver.next('published')
    await driver.letTimePass()
    assert.deepEqual([...new Set(driver.published.map(({ version }) => version))], [2])
  })

  it('publishes to a client that cannot ask, after the burst', async () => {
    driver = await ServerDriver.start({ capabilities: OLD_EDITOR })
    const published = driver.next('published')
    const uri = await driver.open(REPORT)
    await published
    assert.equal(driver.published.length, 1)
    assert.equal(driver.published[0]?.version, 1)
    assert.equal(
      driver.published[0]?.diagnostics.some(({ relatedInformation }) => relatedInformation !== undefined),
      false,
      'not asked for',
    )
    assert.equal(driver.published[0]?.diagnostics[0]?.codeDescription, undefined)
    await driver.type(uri, '三、', '二、')
    await driver.type(uri, '四、', '三、')
    await driver.settle()
    assert.equal(driver.published.length, 1)
    const again = driver.next('published')
    await driver.letTimePass()
    await again
    assert.deepEqual(
      driver.published.map(({ version }) => version),
      [1, 3],
    )
  })

  it('takes back what it published when a document is closed', async () => {
    driver = await ServerDriver.start({ capabilities: OLD_EDITOR })
    const published = driver.next('published')
    const uri = await driver.open(REPORT)
    await published
    await driver.type(uri, '三、', '二、')
    await driver.close(uri)
    await driver.letTimePass()
    assert.equal(driver.published.length, 2)
    assert.deepEqual(driver.published[1], { uri, diagnostics: [] })
    assert.deepEqual(driver.statuses.at(-1), {
      uri,
      version: -1,
      isChecked: false,
      counts: { error: 0, warning: 0, info: 0, hint: 0 },
    })
  })

  it('answers a pull that was waiting when its document was closed', async () => {
    driver = await ServerDriver.start()
    const uri = await driver.open(REPORT)
    await driver.type(uri, '三、', '二、')
    const pulled = driver.pull(uri)
    await driver.settle()
    await driver.close(uri)
    assert.deepEqual(await pulled, { kind: 'full', items: [] })
  })

  it('is silent about a text that is no report, unless always asked to check', async () => {
    driver = await ServerDriver.start()
    const uri = await driver.open(SHOPPING)
    assert.deepEqual(await driver.diagnostics(uri), [])
    assert.deepEqual(await driver.actions(uri, ''), [])
    assert.deepEqual(await driver.client.sendRequest('textDocument/documentSymbol', { textDocument: { uri } }), [])
    assert.equal(await driver.client.sendRequest('textDocument/foldingRange', { textDocument: { uri } }), null)
    assert.equal(
      await driver.client.sendRequest('textDocument/hover', {
        textDocument: { uri },
        position: { line: 4, character: 0 },
      }),
      null,
    )
    assert.equal(driver.statuses.at(-1)?.isChecked, false)
    driver.settings = { enable: 'always' }
    await driver.client.sendNotification('workspace/didChangeConfiguration', { settings: null })
    assert.ok((await driver.diagnostics(uri)).some((diagnostic) => driver.words(uri, diagnostic) === '三、'))
  })

  it('says once of a text opened in a wrong encoding that it was, and offers to open it in another', async () => {
    driver = await ServerDriver.start({ initializationOptions: { status: true, explainRule: true, changeEncoding: true } })
    const uri = await driver.open(`<!-- gongwen-disable punctuation/paired-marks -->\n${'\ufffd\ufffd\u0133'.repeat(12)}2024&nbsp;\n\n1、\ufffd\n3、\ufffd（\n`)
    const diagnostics = await driver.diagnostics(uri)
    assert.deepEqual(
      diagnostics.map(({ code, range: { start } }) => [code, start]),
      [['residue/wrong-encoding', { line: 1, character: 0 }]],
    )
    assert.deepEqual(driver.statuses.at(-1), {
      uri,
      version: 1,
      isChecked: false,
      isMisread: true,
      counts: { error: 0, warning: 1, info: 0, hint: 0 },
    })
    const actions = await driver.actions(uri, '\ufffd', undefined, diagnostics)
    assert.deepEqual(
      actions.map(({ command, diagnostics: about }) => [command?.command, about]),
      [['workbench.action.editor.changeEncoding', diagnostics]],
    )
    driver.settings = { enable: 'never' }
    await driver.client.sendNotification('workspace/didChangeConfiguration', { settings: null })
    assert.deepEqual(await driver.diagnostics(uri), [])
    assert.deepEqual(await driver.actions(uri, '\ufffd', undefined, diagnostics), [])
  })

  it('serves files, untitled and virtual documents, and nothing else', async () => {
    driver = await ServerDriver.start()
    for (const [uri, isServed] of [
      ['untitled:Untitled-1', true],
      ['vscode-vfs://github/a/b.md', true],
      ['git:/report.md?x', false],
      ['output:log', false],
    ] as const) {
      await driver.open(REPORT, { uri })
      assert.equal((await driver.diagnostics(uri)).length > 0, isServed, uri)
    }
    assert.deepEqual(await driver.diagnostics('file:///never-opened.md'), [])
  })

  it('counts UTF-16 units: 𠮷 and emoji are two, and CRLF ends a line', async () => {
    for (const text of [REPORT, REPORT.replaceAll('\n', '\r\n'), `\ufeff${REPORT}`]) {
      driver = await ServerDriver.start()
      const uri = await driver.open(text.replace('教师人人上好', '𠮷老师和😀老师人人上好'))
      const quote = (await driver.diagnostics(uri)).find(({ code }) => code === 'punctuation/paired-marks')
      assert.ok(quote)
      assert.deepEqual(quote.range, { start: { line: 10, character: 23 }, end: { line: 10, character: 24 } })
      assert.equal(driver.words(uri, quote), '“')
      driver.stop()
    }
  })

  it('reads a plain text as plain and Markdown as Markdown, by what the editor says', async () => {
    const marked = REPORT.replace('三、教学质量', '## 三、教学质量').replace('一、德育', '## 一、德育')
    driver = await ServerDriver.start()
    const markdown = await driver.open(marked, { uri: 'file:///a.txt', languageId: 'markdown' })
    const plain = await driver.open(marked, { uri: 'file:///b.md', languageId: 'plaintext' })
    const places = async (uri: string): Promise<string[]> =>
      (await driver.diagnostics(uri)).filter(({ code }) => code === 'structure/ordinal-sequence').map((item) => driver.words(uri, item))
    assert.ok((await places(markdown)).includes('三、'))
    assert.ok(!(await places(plain)).includes('三、'))
  })

  it('tells the counts to a client that asked for them', async () => {
    driver = await ServerDriver.start()
    const uri = await driver.open(REPORT)
    const diagnostics = await driver.diagnostics(uri)
    const status = driver.statuses.at(-1)
    assert.equal(status?.isChecked, true)
    assert.equal(status.counts.error, diagnostics.filter(({ severity }) => severity === DiagnosticSeverity.Error).length)
    assert.equal(
      Object.values(status.counts).reduce((a, b) => a + b),
      diagnostics.length,
    )
    driver.stop()
    driver = await ServerDriver.start({ initializationOptions: {} })
    await driver.diagnostics(await driver.open(REPORT))
    assert.deepEqual(driver.statuses, [])
  })
})

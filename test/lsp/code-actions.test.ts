import assert from 'node:assert/strict'
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { EDITOR, ServerDriver } from './server-driver.js'
import { REPORT } from './reports.js'

const digitsOf = (text: string): string => text.replace(/\D+/g, ' ')
const MENDED = REPORT.replace('三、教学', '二、教学').replace('四、存在', '三、存在').replace('（三）', '（二）')

describe('language server: code actions', () => {
  let driver: ServerDriver
  beforeEach(async () => {
    driver = await ServerDriver.start()
  })
  afterEach(() => driver.stop())

  it('offers repair, explanation, all of the rule, all, suppression here and in the text, restructuring: in this order', async () => {
    const uri = await driver.open(REPORT)
    const diagnostics = (await driver.diagnostics(uri)).filter((diagnostic) => driver.words(uri, diagnostic) === '三、')
    const actions = await driver.actions(uri, '三、', undefined, diagnostics)
    assert.deepEqual(
      actions.map(({ title, kind, isPreferred }) => [title.replace(/\d+处/, 'N处'), kind, isPreferred === true]),
      [
        ['从此处起重新编号为“二、”', 'quickfix', true],
        ['全文重新编号（“见第三部分”一类的指引随改）', 'quickfix', false],
        ['查看规则说明：同一层次的序号跳号、重号或倒退', 'quickfix', false],
        ['修正本文中所有此类问题（N处）', 'quickfix', false],
        ['一键修正所有可安全修正的问题（N处，不改数字）', 'quickfix', false],
        ['此处不再提示（插入屏蔽注释：structure/ordinal-sequence）', 'quickfix', false],
        ['本文不再提示此规则（文首插入屏蔽注释：structure/ordinal-sequence）', 'quickfix', false],
        ['公文：一键修正', 'source.fixAll.gongwen', false],
        ['公文：本级重新编号', 'refactor.rewrite.gongwen.renumberLevel', false],
        ['公文：降低一级（下级随同）', 'refactor.move.gongwen.demote', false],
        ['公文：本部分上移', 'refactor.move.gongwen.up', false],
        ['公文：本部分下移', 'refactor.move.gongwen.down', false],
        ['公文：全文重新编号', 'refactor.rewrite.gongwen.renumber', false],
        ['公文：标题改为 Markdown 标题', 'refactor.rewrite.gongwen.toMarkdown', false],
      ],
    )
    for (const { kind, diagnostics: about } of actions) if (kind === 'quickfix') assert.deepEqual(about, diagnostics, 'the client’s own diagnostic')
    assert.deepEqual(actions[2]?.command, {
      title: actions[2]?.title,
      command: 'gongwen.explainRule',
      arguments: ['structure/ordinal-sequence'],
    })
  })

  it('repairs the finding and nothing else', async () => {
    const uri = await driver.open(REPORT)
    const [repair] = await driver.actions(uri, '（三）', ['quickfix'])
    assert.ok(repair)
    assert.equal(driver.apply(uri, repair), REPORT.replace('（三）', '（二）'))
    assert.equal((repair.edit?.documentChanges?.[0] as { textDocument: { version: number } }).textDocument.version, 1, 'a text that moved on is not edited')
  })

  it('repairs all of one rule, and leaves other rules’ findings', async () => {
    const uri = await driver.open(REPORT)
    const action = (await driver.actions(uri, '三、', ['quickfix'])).find(({ title }) => title.startsWith('修正本文中所有此类问题'))
    assert.ok(action)
    assert.equal(driver.apply(uri, action), MENDED)
  })

  it('gives the kinds that were asked for', async () => {
    const uri = await driver.open(REPORT)
    const kinds = async (only: string[]): Promise<string[]> => [...new Set((await driver.actions(uri, '三、', only)).map(({ kind }) => kind ?? ''))]
    assert.deepEqual(await kinds(['quickfix']), ['quickfix'])
    assert.deepEqual(await kinds(['source']), ['source.fixAll.gongwen'])
    assert.deepEqual(await kinds(['source.fixAll']), ['source.fixAll.gongwen'])
    assert.deepEqual(await kinds(['source.fixAll.gongwen']), ['source.fixAll.gongwen'])
    assert.deepEqual(await kinds(['source.fixAll.eslint']), [])
    assert.deepEqual(await kinds(['source.fix']), [])
    assert.ok((await kinds(['refactor'])).every((kind) => /^refactor\.(?:rewrite|move)\.gongwen\./.test(kind)))
    assert.deepEqual(await kinds(['refactor.extract']), [])
    assert.deepEqual(await kinds(['quickfix', 'source']), ['quickfix', 'source.fixAll.gongwen'])
  })

  it('offers nothing where nothing was found', async () => {
    const uri = await driver.open(REPORT)
    assert.deepEqual(await driver.actions(uri, '坚持育人为本', ['quickfix']), [])
  })

  it('never changes a figure by one click, and reaches a text with nothing left to mend', async () => {
    const uri = await driver.open(REPORT)
    assert.ok(
      (await driver.diagnostics(uri)).some(({ code }) => String(code).startsWith('figures/')),
      'the report holds a wrong figure',
    )
    const [fixAll] = await driver.actions(uri, '', ['source.fixAll'])
    assert.ok(fixAll)
    const mended = driver.apply(uri, fixAll)
    assert.equal(digitsOf(mended), digitsOf(REPORT))
    for (const line of MENDED.split('\n').filter((words) => !words.includes('公开课'))) assert.ok(mended.split('\n').includes(line), line)
    await driver.close(uri)
    const again = await driver.open(mended)
    assert.deepEqual(await driver.actions(again, '', ['source.fixAll']), [])
    assert.ok(
      (await driver.diagnostics(again)).some(({ code }) => String(code).startsWith('figures/')),
      'the wrong figure waits for the writer',
    )
  })

  it('offers each repair of a figure as a choice of its own, none preferred', async () => {
    const uri = await driver.open(REPORT)
    const diagnostics = (await driver.diagnostics(uri)).filter(({ code }) => String(code).startsWith('figures/'))
    assert.ok(diagnostics.length > 0)
    const repairs = (await driver.actions(uri, '45%', ['quickfix'])).filter(({ edit, title }) => edit !== undefined && !/此类|一键|不再提示/.test(title))
    for (const repair of repairs) assert.notEqual(repair.isPreferred, true)
  })

  it('silences a finding by a comment above its line', async () => {
    for (const eol of ['\n', '\r\n']) {
      const text = REPORT.replaceAll('\n', eol)
      const uri = await driver.open(text)
      const suppress = (await driver.actions(uri, '三、', ['quickfix'])).find(({ title }) => title.startsWith('此处不再提示'))
      assert.ok(suppress)
      const silenced = driver.apply(uri, suppress)
      assert.equal(silenced, text.replace('三、教学', `<!-- gongwen-disable-next-line structure/ordinal-sequence -->${eol}三、教学`))
      await driver.close(uri)
      await driver.open(silenced)
      assert.deepEqual(
        (await driver.diagnostics(uri)).filter(({ code }) => code === 'structure/ordinal-sequence').map((found) => driver.words(uri, found)),
        ['（三）'],
      )
      await driver.close(uri)
    }
  })

  it('deletes a comment that silences nothing, and offers no comment against it', async () => {
    const comment = '<!-- gongwen-disable-next-line residue/placeholder: 已核实 -->\n'
    const text = REPORT.replace('三、教学', `${comment}三、教学`)
    const uri = await driver.open(text)
    const actions = await driver.actions(uri, comment.trim(), ['quickfix'])
    assert.deepEqual(
      actions.map(({ title, isPreferred }) => [title, isPreferred === true]),
      [
        ['删除这条屏蔽注释', false],
        ['一键修正所有可安全修正的问题（2处，不改数字）', false],
      ],
    )
    assert.equal(driver.apply(uri, actions[0] ?? assert.fail('nothing offered')), REPORT)
  })

  it('brings no new finding by its comment, in plain text either', async () => {
    const found = async (uri: string): Promise<string[]> =>
      (await driver.diagnostics(uri)).map((diagnostic) => `${String(diagnostic.code)} ${driver.words(uri, diagnostic)}`)
    for (const languageId of ['markdown', 'plaintext']) {
      const uri = await driver.open(REPORT, { languageId })
      const before = await found(uri)
      const suppress = (await driver.actions(uri, '三、', ['quickfix'])).find(({ title }) => title.startsWith('此处不再提示'))
      const silenced = driver.apply(uri, suppress ?? assert.fail('no suppression offered'))
      await driver.close(uri)
      await driver.open(silenced, { languageId })
      assert.deepEqual(
        await found(uri),
        before.filter((finding) => finding !== 'structure/ordinal-sequence 三、'),
      )
      await driver.close(uri)
    }
  })

  it('adds a second rule to the comment that stands above the line already', async () => {
    const commented = REPORT.replace('（三）抓好', '<!-- gongwen-disable-next-line figures: 口径不同 -->\n（三）抓好')
    const uri = await driver.open(commented)
    const suppress = (await driver.actions(uri, '（三）', ['quickfix'])).find(({ title }) => title.startsWith('此处不再提示'))
    assert.ok(suppress)
    assert.equal(driver.apply(uri, suppress), commented.replace('next-line figures', 'next-line structure/ordinal-sequence figures'))
  })

  it('keeps a table whole when it silences a cell', async () => {
    const row = '| 公开课 | 上好“公开课 |'
    const uri = await driver.open(`${REPORT}\n| 项目 | 做法 |\n|---|---|\n${row}\n`)
    const found = (await driver.diagnostics(uri)).find(({ range }) => range.start.line === REPORT.split('\n').length + 2)
    assert.ok(found, 'a lone quotation mark in a cell')
    const suppress = (await driver.actions(uri, '上好“公开课 |', ['quickfix'])).find(({ title }) => title.startsWith('此处不再提示'))
    assert.ok(suppress)
    assert.ok(driver.apply(uri, suppress).includes(`${row} <!-- gongwen-disable-line punctuation/paired-marks -->`))
  })

  it('edits the text of now, whatever the client remembers', async () => {
    const uri = await driver.open(REPORT)
    const stale = await driver.diagnostics(uri)
    await driver.type(uri, '一、德育', '新加的一行😀。\n\n一、德育')
    const [repair] = await driver.actions(uri, '三、', ['quickfix'], stale)
    assert.ok(repair)
    assert.ok(driver.apply(uri, repair).includes('二、教学质量'))
  })

  it('gives plain changes and no command of the extension to a client that knows neither', async () => {
    driver.stop()
    driver = await ServerDriver.start({ capabilities: { textDocument: { diagnostic: {} } }, initializationOptions: {} })
    const uri = await driver.open(REPORT)
    const actions = await driver.actions(uri, '三、', ['quickfix'])
    assert.ok(actions.length > 0)
    assert.ok(actions.every(({ command, edit }) => command === undefined && edit?.changes?.[uri] !== undefined))
  })

  it('leaves edits of the whole document to be resolved by a client that can ask again, and only for its version', async () => {
    driver.stop()
    const codeAction = { resolveSupport: { properties: ['edit'] } }
    driver = await ServerDriver.start({
      capabilities: { ...EDITOR, textDocument: { ...EDITOR.textDocument, codeAction } },
    })
    const uri = await driver.open(REPORT)
    const actions = await driver.actions(uri, '三、', ['quickfix', 'source'])
    const whole = actions.filter(({ title }) => /此类|一键|全文/.test(title))
    assert.equal(whole.length, 4)
    assert.deepEqual(
      actions.filter(({ edit, command, data }) => edit === undefined && command === undefined && (data as { of?: string } | undefined)?.of === undefined),
      whole,
    )
    const resolve = (action: CodeAction): Promise<CodeAction> => driver.client.sendRequest('codeAction/resolve', action)
    const [numbers, ofRule, all, source] = (await Promise.all(whole.map(resolve))).map((action) => driver.apply(uri, action))
    assert.equal(numbers, MENDED)
    assert.equal(ofRule, MENDED)
    assert.equal(all, source)
    await driver.type(uri, '三、', '二、')
    await assert.rejects(resolve(whole[0] as CodeAction), /has changed/)
    const explain = actions.find(({ command }) => command !== undefined) as CodeAction
    assert.deepEqual(await resolve(explain), explain)
  })
  it('silences a rule in the whole text: at its top, behind front matter, in a comment that does so already', async () => {
    const COMMENT = '<!-- gongwen-disable-file structure/ordinal-sequence -->'
    for (const [text, silenced] of [
      [REPORT, `${COMMENT}\n${REPORT}`],
      [REPORT.replaceAll('\n', '\r\n'), `${COMMENT}\r\n${REPORT.replaceAll('\n', '\r\n')}`],
      [`---\ntitle: 总结\n---\n${REPORT}`, `---\ntitle: 总结\n---\n${COMMENT}\n${REPORT}`],
      [`<!-- gongwen-disable-file figures: 口径不同 -->\n${REPORT}`, `<!-- gongwen-disable-file structure/ordinal-sequence figures: 口径不同 -->\n${REPORT}`],
    ] as const) {
      const uri = await driver.open(text)
      const suppress = (await driver.actions(uri, '三、', ['quickfix'])).find(({ title }) => title.startsWith('本文不再提示'))
      assert.equal(driver.apply(uri, suppress ?? assert.fail('not offered')), silenced)
      await driver.close(uri)
      await driver.open(silenced)
      assert.ok((await driver.diagnostics(uri)).every(({ code }) => code !== 'structure/ordinal-sequence'))
      await driver.close(uri)
    }
  })

  it('puts the caret on the reason in a client that takes snippets, whatever the comment', async () => {
    driver.stop()
    driver = await ServerDriver.start({
      capabilities: { ...EDITOR, workspace: { ...EDITOR.workspace, workspaceEdit: { documentChanges: true, snippetEditSupport: true } } },
    })
    const uri = await driver.open(REPORT)
    const snippet = async (title: RegExp): Promise<unknown> => {
      const action = (await driver.actions(uri, '三、', ['quickfix'])).find((each) => title.test(each.title))
      return (action?.edit?.documentChanges as { edits: { snippet?: unknown }[] }[])[0]?.edits[0]?.snippet
    }
    const value = (comment: string): object => ({ kind: 'snippet', value: `<!-- gongwen-${comment} structure/ordinal-sequence: \${1:理由} -->\n` })
    assert.deepEqual(await snippet(/^此处不再提示/), value('disable-next-line'))
    assert.deepEqual(await snippet(/^本文不再提示/), value('disable-file'))
  })

  describe('that configure', () => {
    const SOURCE = 'rules:\n  figures/share: off # 口径不同\n'
    const CONFIGURING = { ...EDITOR, textDocument: { ...EDITOR.textDocument, codeAction: { resolveSupport: { properties: ['edit'] } } } }
    const start = async (source: string): Promise<void> => {
      driver.stop()
      driver = await ServerDriver.start({
        capabilities: CONFIGURING,
        ports: { readText: async (address) => (address === 'file:///.gongwenrc.yaml' ? source : undefined) },
      })
    }
    const configured = async (uri: string, title: RegExp, before: string): Promise<string> => {
      const action = (await driver.actions(uri, '三、', ['quickfix'])).find((each) => title.test(each.title)) ?? assert.fail('not offered')
      const { edit } = await driver.client.sendRequest<CodeAction>('codeAction/resolve', action)
      const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[]
      assert.equal(change?.textDocument.uri, 'file:///.gongwenrc.yaml')
      return TextDocument.applyEdits(TextDocument.create('file:///x', 'yaml', 1, before), (change?.edits ?? []) as TextEdit[])
    }

    it('write a rule’s severity, or its end, into the configuration file, and come last', async () => {
      await start(SOURCE)
      const uri = await driver.open(REPORT)
      assert.equal(await configured(uri, /^此规则以后只作提示/, SOURCE), `${SOURCE}  structure/ordinal-sequence: info\n`)
      assert.equal(await configured(uri, /^以后不检查此规则/, SOURCE), `${SOURCE}  structure/ordinal-sequence: off\n`)
      const titles = (await driver.actions(uri, '三、', ['quickfix'])).map(({ title }) => title)
      assert.deepEqual(
        titles.slice(-2).map((title) => title.slice(0, 5)),
        ['此规则以后', '以后不检查'],
      )
    })

    it('say so when the file cannot be edited by machine', async () => {
      await start('rules: [')
      const uri = await driver.open(REPORT)
      await assert.rejects(configured(uri, /^以后不检查此规则/, 'rules: ['), /手工加到 rules 里/)
    })

    it('are not offered for an untitled document', async () => {
      await start(SOURCE)
      const uri = await driver.open(REPORT, { uri: 'untitled:Untitled-1' })
      assert.ok((await driver.actions(uri, '三、', ['quickfix'])).every(({ title }) => !/写入配置文件/.test(title)))
    })
  })
})

// Runs inside the extension host, against the packed extension and the real `vscode` API.
const assert = require('node:assert/strict')
const { readFileSync } = require('node:fs')
const path = require('node:path')
const vscode = require('vscode')

const EXTENSION = 'gongwen.gongwen-lint'
const PATIENCE = 45_000

const REPORT = [
  '临澄县第二小学2024年工作总结',
  '',
  '2024年，学校紧扣立德树人根本任务，各项工作平稳有序。现将有关情况总结如下。',
  '',
  '一、德育工作扎实开展',
  '',
  '全年组织主题升旗仪式32次、研学实践4次，参与学生1260人次。',
  '',
  '三、教学质量稳步提升',
  '',
  '全校有教师80人，其中市级骨干教师20人，占比45%。',
  '',
].join('\n')

/** Resolves when the diagnostics of the document satisfy `accept`; asks again whenever the editor says they changed. */
function diagnosticsUntil(uri, what, accept) {
  const ours = () => vscode.languages.getDiagnostics(uri).filter((each) => each.source === 'gongwen')
  return new Promise((resolve, reject) => {
    const look = () => {
      const diagnostics = ours()
      if (!accept(diagnostics)) return
      clearTimeout(timer)
      subscription.dispose()
      resolve(diagnostics)
    }
    const timer = setTimeout(() => {
      subscription.dispose()
      reject(new Error(`没有等到${what}；现在有：${JSON.stringify(ours(), null, 1)}`))
    }, PATIENCE)
    const subscription = vscode.languages.onDidChangeDiagnostics(look)
    look()
  })
}

/** The rule id of a diagnostic, with or without a link to its page. */
function ruleOf(diagnostic) {
  return String(typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code)
}

const has = (rule) => (diagnostics) => diagnostics.some((each) => ruleOf(each) === rule)
const lacks = (rule) => (diagnostics) => !has(rule)(diagnostics)

async function open(language, content = REPORT) {
  const document = await vscode.workspace.openTextDocument({ language, content })
  await vscode.window.showTextDocument(document)
  return document
}

describe('扩展宿主里的公文检查', () => {
  const extension = vscode.extensions.getExtension(EXTENSION)

  before(() => {
    assert.ok(extension, `没有装上 ${EXTENSION}`)
  })

  for (const language of ['markdown', 'plaintext']) {
    it(`声明在 ${language} 上激活`, () => {
      // The editor starts an extension for these languages by declared events only; diagnostics below prove the rest.
      assert.ok(extension.packageJSON.activationEvents.some((event) => event === `onLanguage:${language}` || event === '*'))
    })

    it(`打开 ${language} 总结后激活，诊断到达，位置正确`, async () => {
      const document = await open(language)
      const diagnostics = await diagnosticsUntil(
        document.uri,
        '跳号和占比的诊断',
        (found) => has('structure/ordinal-sequence')(found) && has('figures/share')(found),
      )
      assert.equal(extension.isActive, true)
      const ordinal = diagnostics.find((each) => ruleOf(each) === 'structure/ordinal-sequence')
      const share = diagnostics.find((each) => ruleOf(each) === 'figures/share')
      assert.equal(document.lineAt(ordinal.range.start.line).text, '三、教学质量稳步提升')
      assert.match(document.getText(share.range), /45/)
      assert.match(share.message, /25%/, '应当写出算得的占比')
    })
  }

  it('清单里的命令全部注册', async () => {
    const registered = new Set(await vscode.commands.getCommands(true))
    const declared = extension.packageJSON.contributes.commands.map((each) => each.command)
    assert.ok(declared.includes('gongwen.checkDocument') && declared.includes('gongwen.fixDocument'))
    assert.deepEqual(
      declared.filter((command) => !registered.has(command)),
      [],
    )
  })

  it('快速修复改正跳号，诊断随之消失', async () => {
    const document = await open('markdown')
    const diagnostics = await diagnosticsUntil(document.uri, '跳号的诊断', has('structure/ordinal-sequence'))
    const ordinal = diagnostics.find((each) => ruleOf(each) === 'structure/ordinal-sequence')
    const actions = await vscode.commands.executeCommand(
      'vscode.executeCodeActionProvider',
      document.uri,
      ordinal.range,
      vscode.CodeActionKind.QuickFix.value,
      10,
    )
    // Other entries edit too (a suppressing comment, say); the repair is the one that writes the missing ordinal.
    const writes = (action) =>
      (action.edit?.entries() ?? [])
        .flatMap(([, edits]) => edits)
        .map((edit) => edit.newText)
        .join('')
    const repair = actions.find((action) => writes(action).includes('二'))
    assert.ok(repair, `没有修正跳号的快速修复，只有：${actions.map((each) => each.title).join('、')}`)
    assert.equal(await vscode.workspace.applyEdit(repair.edit), true)
    assert.equal(document.getText(), REPORT.replace('三、教学', '二、教学'))
    await diagnosticsUntil(document.uri, '跳号诊断消失', lacks('structure/ordinal-sequence'))
  })

  it('改对数字后，占比的诊断消失', async () => {
    const document = await open('plaintext')
    await diagnosticsUntil(document.uri, '占比的诊断', has('figures/share'))
    const edit = new vscode.WorkspaceEdit()
    const at = document.getText().indexOf('45%')
    edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + 3)), '25%')
    await vscode.workspace.applyEdit(edit)
    await diagnosticsUntil(document.uri, '占比诊断消失', (found) => lacks('figures/share')(found) && has('structure/ordinal-sequence')(found))
  })

  it('“一键修正”不改数字', async () => {
    const document = await open('markdown')
    await diagnosticsUntil(document.uri, '占比的诊断', has('figures/share'))
    await vscode.commands.executeCommand('gongwen.fixDocument')
    assert.ok(document.getText().includes('全校有教师80人，其中市级骨干教师20人，占比45%。'))
  })

  it('每个片段都能由编辑器展开，不留下占位符记号', async () => {
    for (const language of ['markdown', 'plaintext']) {
      const { path: file } = extension.packageJSON.contributes.snippets.find((each) => each.language === language)
      const snippets = Object.entries(JSON.parse(readFileSync(path.join(extension.extensionPath, file), 'utf8')))
      assert.ok(snippets.length >= 35)
      const document = await open(language, '')
      const editor = vscode.window.activeTextEditor
      for (const [name, { body }] of snippets) {
        await editor.insertSnippet(new vscode.SnippetString(body.join('\n')))
        const lines = document.getText().split(/\r?\n/)
        assert.equal(lines.length, body.length, name)
        assert.doesNotMatch(lines.join('\n'), /[${}|]/, name)
        // Out of the tab stops first, so that the next snippet is not nested into this one.
        await vscode.commands.executeCommand('leaveSnippet')
        await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, document.lineCount, 0)))
      }
    }
  })

  it('不是报告的普通文字没有诊断', async () => {
    const shopping = await open('markdown', '# Shopping list\n\n- milk\n- bread\n')
    const report = await open('markdown')
    // The server answers in the order of opening: once the later document has findings, the earlier one has had its turn.
    await diagnosticsUntil(report.uri, '后打开的总结的诊断', has('figures/share'))
    assert.deepEqual(
      vscode.languages.getDiagnostics(shopping.uri).filter((each) => each.source === 'gongwen'),
      [],
    )
  })
})

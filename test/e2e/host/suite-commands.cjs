// Runs inside the extension host: the commands, settings and the view of reports, with the real `vscode` API.
const assert = require('node:assert/strict')
const { readFileSync } = require('node:fs')
const path = require('node:path')
const vscode = require('vscode')

const PATIENCE = 45_000
const FIXTURES = path.resolve(__dirname, '../../fixtures/compare')
const REPORT = [
  '临澄县第二小学2024年工作总结',
  '',
  '2024年，学校紧扣立德树人根本任务，各项工作平稳有序。现将有关情况总结如下。',
  '',
  '一、德育工作扎实开展',
  '',
  '全年组织主题升旗仪式【请填写：次数】次，参与学生1260人次。',
  '',
  '三、教学质量稳步提升',
  '',
  '全校有教师80人，其中市级骨干教师20人，占比45%；开展教研活动【请填写：次数】。',
  '',
].join('\n')

const folder = () => vscode.workspace.workspaceFolders[0].uri
const inFolder = (name) => vscode.Uri.joinPath(folder(), name)

/** Resolves to what `look` gives once that is truthy. */
async function until(what, look) {
  const deadline = Date.now() + PATIENCE
  for (;;) {
    const value = await look()
    if (value) return value
    if (Date.now() > deadline) throw new Error(`没有等到${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function open(language, content = REPORT) {
  const document = await vscode.workspace.openTextDocument({ language, content })
  await vscode.window.showTextDocument(document)
  await vscode.commands.executeCommand('gongwen.checkDocument')
  return document
}

const rulesIn = (uri) =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'gongwen')
    .map(({ code }) => String(typeof code === 'object' ? code.value : code))

describe('命令、设置和视图', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
  })

  it('“下一个待填处”逐处选中，到末尾回到第一处', async () => {
    await open('markdown')
    const editor = vscode.window.activeTextEditor
    editor.selection = new vscode.Selection(0, 0, 0, 0)
    const lines = []
    for (let i = 0; i < 3; i++) {
      await vscode.commands.executeCommand('gongwen.nextPlaceholder')
      assert.equal(editor.document.getText(editor.selection), '【请填写：次数】')
      lines.push(editor.selection.start.line)
    }
    assert.deepEqual(lines, [6, 10, 6])
  })

  it('“重新编号”“整理为 Markdown”改完，一次撤销就恢复', async () => {
    const document = await open('plaintext')
    await vscode.commands.executeCommand('gongwen.renumber')
    assert.equal(document.getText(), REPORT.replace('三、教学', '二、教学'))
    await vscode.commands.executeCommand('undo')
    assert.equal(document.getText(), REPORT)
    await vscode.commands.executeCommand('gongwen.toMarkdown')
    const converted = vscode.window.activeTextEditor.document
    assert.match(converted.getText(), /^## 一、德育工作扎实开展$/m)
    assert.equal(converted.languageId, 'markdown')
  })

  it('“创建配置”写一份带说明的配置并打开；已有的不动', async () => {
    const target = inFolder('.gongwenrc.yaml')
    await vscode.commands.executeCommand('gongwen.createConfiguration')
    const shown = await until('配置打开', () => vscode.window.activeTextEditor?.document.uri.path === target.path && vscode.window.activeTextEditor.document)
    assert.match(shown.getText(), /^enable: auto$/m)
    await vscode.workspace.fs.writeFile(target, Buffer.from('enable: never\n'))
    await vscode.commands.executeCommand('gongwen.createConfiguration')
    assert.equal(Buffer.from(await vscode.workspace.fs.readFile(target)).toString(), 'enable: never\n')
    await vscode.workspace.fs.delete(target)
  })

  it('配置文件的结构有自动补全', async () => {
    const file = inFolder('.gongwenrc.json')
    await vscode.workspace.fs.writeFile(file, Buffer.from('{\n  \n}\n'))
    await vscode.window.showTextDocument(file)
    const labels = await until('补全', async () => {
      const list = await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', file, new vscode.Position(1, 2))
      const found = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label))
      return found.includes('rules') && found
    })
    for (const name of ['enable', 'rules', 'profile', 'profiles', 'sections', 'residue']) assert.ok(labels.includes(name), `${name}：${labels}`)
    await vscode.workspace.fs.delete(file)
  })

  it('“与上年对比”在文件夹里找到上年的总结，显示对比', async () => {
    for (const year of [2023, 2024]) await vscode.workspace.fs.writeFile(inFolder(`${year}.md`), readFileSync(path.join(FIXTURES, `${year}.md`)))
    await vscode.window.showTextDocument(inFolder('2024.md'))
    await vscode.commands.executeCommand('gongwen.compareWithLastYear')
    const comparison = await until('对比', () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'gongwen-comparison'))
    assert.match(comparison.getText(), /2023\.md/)
    assert.match(comparison.getText(), /\| 24600万元 \|/)
    for (const year of [2023, 2024]) await vscode.workspace.fs.delete(inFolder(`${year}.md`))
  })

  it('设置 gongwen.minSeverity、gongwen.rules、gongwen.enable 立即起作用', async () => {
    const document = await open('markdown')
    const settings = vscode.workspace.getConfiguration('gongwen', document.uri)
    const set = (name, value) => settings.update(name, value, vscode.ConfigurationTarget.Global)
    const shows = (rule) => () => rulesIn(document.uri).includes(rule)
    const hides = (rule) => () => !rulesIn(document.uri).includes(rule)
    try {
      await until('占比的诊断', shows('figures/share'))
      await set('rules', { 'figures/share': 'off' })
      await until('关掉的规则不出声', () => hides('figures/share')() && shows('structure/ordinal-sequence')())
      await set('rules', undefined)
      await until('又出声', shows('figures/share'))
      await set('minSeverity', 'error')
      await until('只剩错误', () => hides('residue/placeholder')() && shows('figures/share')())
      await set('enable', 'never')
      await until('不检查', () => rulesIn(document.uri).length === 0)
    } finally {
      for (const name of ['rules', 'minSeverity', 'enable']) await set(name, undefined)
    }
  })

  it('“公文体检”可以聚焦；修正一处的命令不认识别的东西，也不出错', async () => {
    const document = await open('markdown')
    await until('诊断', () => rulesIn(document.uri).length > 0)
    await vscode.commands.executeCommand('gongwen.health.focus')
    const before = document.getText()
    for (const argument of [undefined, 7, {}, document.uri]) await vscode.commands.executeCommand('gongwen.fixFinding', argument)
    assert.equal(document.getText(), before)
  })

  it('从入门指引里执行命令，用的是后面打开着的总结', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: REPORT })
    await vscode.window.showTextDocument(document, { preview: false })
    await vscode.commands.executeCommand('gongwen.checkDocument')
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'gongwen.gongwen-lint#start', false)
    await until('入门指引打开', () => vscode.window.activeTextEditor === undefined)
    await vscode.commands.executeCommand('gongwen.nextPlaceholder')
    const editor = await until('回到总结', () => vscode.window.activeTextEditor)
    assert.equal(editor.document, document)
    assert.equal(document.getText(editor.selection), '【请填写：次数】')
  })

  it('旧版本、比较视图、搜索结果里的总结没有诊断', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('git', { provideTextDocumentContent: () => REPORT })
    try {
      const copy = await vscode.workspace.openTextDocument(vscode.Uri.parse('git:/report.md?HEAD'))
      await vscode.window.showTextDocument(copy)
      const own = await open('markdown')
      await until('后打开的总结的诊断', () => rulesIn(own.uri).length > 0)
      assert.deepEqual(rulesIn(copy.uri), [])
    } finally {
      provider.dispose()
    }
  })
})

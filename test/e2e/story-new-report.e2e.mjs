// A writer begins a report: picks kind, year and unit, fills in the first places, saves, sees in the view what is left.
// Asserted are rule codes, headings and the bytes on disk, never the wording of a message.
import assert from 'node:assert/strict'
import { readDiskUntil, requireEnvironment, startEditor, tellAsStory, until } from './harness.mjs'

const EXTENSION = 'gongwen.gongwen-lint'
const UNIT = '东陵县教育局'
const TITLE = `# ${UNIT}2024年工作总结`
const FILE = `${UNIT}2024年工作总结.md`
const QUICK_INPUT = '.quick-input-widget'
const VIEW = '.pane:has(.pane-header[aria-label*="Gongwen Health"])'
const VIEW_ROW = `${VIEW} .monaco-list-row`

describe('从框架新建一份总结', function () {
  /** @type {import('./harness.mjs').Editor} */
  let editor
  /** @type {import('./harness.mjs').EditorWindow} */
  let window

  tellAsStory(() => ({ editor, window }))

  const title = (command) => editor.commandTitle(EXTENSION, command)
  const line = (text) => window.page.locator('.monaco-editor .view-line', { hasText: text })
  const step = (number) => window.page.locator(`${QUICK_INPUT} .quick-input-titlebar`, { hasText: `${number}/3` }).waitFor()

  before(async function () {
    const { tools, vsix } = requireEnvironment(this)
    const settings = { 'workbench.colorTheme': 'Default Light Modern', 'explorer.openEditors.visible': 0 }
    editor = await startEditor({ tools, vsix: [vsix], files: { 'readme.txt': '文稿放在这里。\n' }, settings })
    window = await editor.openWorkspace()
  })

  it('选种类、年份、单位，打开带待填处的框架', async () => {
    const { page } = window
    // the palette lists a command only once the editor has read the extension's manifest
    const row = page.locator(`${QUICK_INPUT} .monaco-list-row`, { hasText: title('gongwen.newReport') }).first()
    await until('命令出现在命令面板里', async () => {
      await page.keyboard.press('F1')
      await page.locator(`${QUICK_INPUT} input:focus`).waitFor()
      await page.keyboard.insertText(title('gongwen.newReport'))
      const isListed = await row.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      )
      if (!isListed) await page.keyboard.press('Escape')
      return isListed
    })
    await row.click()
    await step(1)
    await until('列出七种报告', async () => (await page.locator(`${QUICK_INPUT} .monaco-list-row`).count()) === 7)
    await window.screenshot('new-report-kind')
    await page.keyboard.press('Enter')
    await step(2)
    await page.keyboard.press('Control+A')
    await page.keyboard.insertText('24')
    await page.locator(`${QUICK_INPUT} .quick-input-message`, { hasText: /20\d\d/ }).waitFor()
    await page.keyboard.press('Control+A')
    await page.keyboard.insertText('2024')
    await page.keyboard.press('Enter')
    await step(3)
    await page.keyboard.insertText(UNIT)
    await window.screenshot('new-report-unit')
    await page.keyboard.press('Enter')
    await line(TITLE).waitFor()
    for (const heading of ['## 一、', '### （一）', '## 二、', '## 三、2025年']) await line(heading).first().waitFor()
  })

  it('框架里除了待填处没有别的问题', async () => {
    const rows = await window.problemsRows('gongwen')
    assert.ok(rows.length > 0)
    for (const row of rows) assert.match(row, /residue\/placeholder/)
    await window.closePanel()
  })

  it('“公文体检”出现在资源管理器里，列出提纲、数据、待填处', async () => {
    const { page } = window
    // the editor shows views that are new to its Explorer closed
    const header = page.locator(`${VIEW} .pane-header`)
    assert.equal(await header.getAttribute('aria-expanded'), 'false')
    await header.click()
    await page.locator(VIEW_ROW, { hasText: '一、主要工作情况' }).waitFor()
    const labels = await page.locator(VIEW_ROW).evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')))
    assert.ok(
      labels.every((label) => label),
      '每一行都有给读屏软件的说明',
    )
    await window.screenshot('new-report-view-light')
  })

  it('按 Tab 逐处填写，存盘后文字在框架该在的地方', async () => {
    const { page } = window
    await window.focusEditor()
    await page.keyboard.insertText('以优质均衡为主线')
    await page.keyboard.press('Tab')
    await page.keyboard.insertText('各项工作取得新进展')
    await line('以优质均衡为主线，各项工作取得新进展。').waitFor()
    await page.keyboard.press('Escape')
    // no question where to: into the folder, under its title
    await page.keyboard.press('Control+S')
    const saved = await readDiskUntil(editor.file(FILE), (text) => text !== '', '存盘的总结')
    const lines = saved.split('\n')
    assert.equal(lines[0], TITLE)
    assert.equal(lines[2], '2024年，我局以优质均衡为主线，各项工作取得新进展。现将2024年工作情况总结如下。')
    assert.equal(saved.trimEnd().split('\n').at(-1), '【请填写：成文日期】')
    assert.doesNotMatch(saved, /[${}]/)
  })

  it('“下一个待填处”跳到并选中下一处', async () => {
    const { page } = window
    await page.locator(`.tab.active[data-resource-name="${FILE}"]`).waitFor()
    await window.setCaret(1, 1)
    await window.runCommand(title('gongwen.nextPlaceholder'))
    await page.locator('.statusbar-item', { hasText: /\(\d+ selected\)/ }).waitFor()
    await window.focusEditor()
    await page.keyboard.insertText('12次')
    await line('12次').waitFor()
    await window.save()
    const saved = await readDiskUntil(editor.file(FILE), (text) => text.includes('12次'), '填好的次数')
    assert.doesNotMatch(saved.slice(0, saved.indexOf('12次')), /【请填写/)
  })

  it('视图里点一处问题就跳过去；展开的条目在改动之后仍然展开', async () => {
    const { page } = window
    const section = page.locator(VIEW_ROW, { hasText: '（一）' }).first()
    await section.waitFor()
    if ((await section.getAttribute('aria-expanded')) === 'false') await section.locator('.monaco-tl-twistie').click()
    await until('展开这一部分', async () => (await section.getAttribute('aria-expanded')) === 'true')
    const finding = page
      .locator(`${VIEW_ROW}[aria-level="4"], ${VIEW_ROW}[aria-level="3"]`)
      .filter({ has: page.locator('.codicon-info, .codicon-warning, .codicon-error') })
    const before = await page.locator('.statusbar-item', { hasText: /Ln \d+/ }).innerText()
    await finding.last().click()
    await until('光标跳到问题处', async () => (await page.locator('.statusbar-item', { hasText: /Ln \d+/ }).innerText()) !== before)
    await window.focusEditor()
    await page.keyboard.press('Control+End')
    await page.keyboard.insertText('\n')
    await window.save()
    assert.equal(await section.getAttribute('aria-expanded'), 'true')
    await window.runCommand('Preferences: Toggle between Light/Dark Themes')
    await page.locator('.monaco-workbench.vs-dark').waitFor()
    await page.locator('.statusbar-item', { hasText: 'Gongwen' }).waitFor()
    await window.screenshot('new-report-view-dark')
    assert.deepEqual((await window.notifications()).errors, [])
  })
})

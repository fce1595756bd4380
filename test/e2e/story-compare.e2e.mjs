// A writer has this year's report and last year's in one folder: compares them, reads what to look at, goes there, repairs it.
// Asserted are figures, line numbers and the bytes on disk.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readDiskUntil, requireEnvironment, startEditor, tellAsStory, until } from './harness.mjs'

const EXTENSION = 'gongwen.gongwen-lint'
const fixture = (year) => readFileSync(path.join(import.meta.dirname, `../fixtures/compare/${year}.md`), 'utf8')
const [LAST, CURRENT] = [fixture(2023), fixture(2024)]
/** Another unit's report of the year before: not this one's last year. */
const OTHER = LAST.replace(/^# .*$/m, '# 云岭县农业农村局2023年工作总结')

describe('与上年的总结对比', function () {
  /** @type {import('./harness.mjs').Editor} */
  let editor
  /** @type {import('./harness.mjs').EditorWindow} */
  let window
  /** The document inside the Markdown preview. */
  let preview

  tellAsStory(() => ({ editor, window }))

  const compare = () => window.runCommand(editor.commandTitle(EXTENSION, 'gongwen.compareWithLastYear'))

  before(async function () {
    const { tools, vsix } = requireEnvironment(this)
    const files = { '2023.md': LAST, '2024.md': CURRENT, 'other.md': OTHER, 'lone.md': CURRENT.replaceAll('2024年', '2019年').replaceAll('2025年', '2020年') }
    editor = await startEditor({ tools, vsix: [vsix], files, settings: { 'workbench.colorTheme': 'Default Light Modern' } })
    window = await editor.openWorkspace()
  })

  it('在同一文件夹里找到上年的总结，在旁边显示对比', async () => {
    const { page } = window
    await window.openFile('2024.md')
    await window.statusBarText(EXTENSION)
    await compare()
    await page.locator('iframe.webview.ready').waitFor()
    preview = page.locator('iframe.webview.ready').first().contentFrame().locator('#active-frame').contentFrame()
    await preview.locator('h1', { hasText: '2023.md' }).waitFor()
    await window.screenshot('compare-light')
    assert.equal(await page.locator('.tab').count(), 2)
  })

  it('列出指标的增减和要核对的地方', async () => {
    const text = await preview.locator('body').innerText()
    for (const figure of ['24600万元', '2460万元', '1826人', '1862人', '1326.5万元']) assert.ok(text.includes(figure), figure)
    assert.ok((await preview.locator('table').first().locator('tr').count()) > 30)
    assert.equal(await preview.locator('ul').first().locator('li').count(), 12)
  })

  it('“逐处核对”打开报送前检查，列出同样的地方', async () => {
    const { page } = window
    const told = page.locator('.notification-toast', { hasText: '12' })
    await told.locator('.monaco-button', { hasText: 'Go through' }).click()
    await page
      .locator('.tab', { hasText: /2024\.md/ })
      .nth(1)
      .waitFor()
    const panel = page.locator('iframe.webview.ready').last().contentFrame().locator('#active-frame').contentFrame()
    await panel.locator('body', { hasText: '24600万元' }).waitFor()
    await window.screenshot('compare-panel')
    await page.locator('.tab.active').getByRole('button', { name: /Close/ }).last().click()
    await until('只剩对比一个视图', async () => (await page.locator('iframe.webview.ready:visible').count()) === 1)
  })

  it('改好一处再对比，这一处不再列出', async () => {
    const { page } = window
    await page.locator('.tab', { hasText: '2024.md' }).first().click()
    const lines = CURRENT.split('\n')
    const at = lines.findIndex((line) => line.includes('24600万元'))
    await window.setCaret(at + 1, lines[at].indexOf('24600万元') + '24600'.length + 1)
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Control+S')
    assert.ok((await readDiskUntil(editor.file('2024.md'), (text) => text !== CURRENT, '改好的总结')).includes('专项资金2460万元'))
    await compare()
    await until('对比更新', async () => {
      // while the preview draws anew there is no frame to read
      const text = await preview
        .locator('body')
        .innerText()
        .catch(() => '')
      return text.includes('1326.5万元') && !text.includes('24600万元')
    })
    await page.locator('.notification-toast', { hasText: '12' }).waitFor()
    await window.focusEditor()
    await window.runCommand('Preferences: Toggle between Light/Dark Themes')
    await page.locator('.monaco-workbench.vs-dark').waitFor()
    await window.screenshot('compare-dark')
  })

  it('没有上年的总结时问选哪一份，不选就什么也不做', async () => {
    const { page } = window
    await window.focusEditor()
    await window.openFile('lone.md')
    await compare()
    const question = page.locator('.notification-toast', { hasText: 'Choose' })
    await question.waitFor()
    await window.screenshot('compare-choose')
    const tabs = await page.locator('.tab').count()
    await question.locator('.monaco-button').first().click()
    await page.locator('.quick-input-widget input:focus').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
    assert.equal(await page.locator('.tab').count(), tabs)
    assert.deepEqual((await window.notifications()).errors, [])
    assert.equal(readFileSync(editor.file('2023.md'), 'utf8'), LAST)
  })
})

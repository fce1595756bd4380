// The walkthrough beside a report that is open already: its first step is done, and its button works on the report where it is.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { requireEnvironment, startEditor, tellAsStory, until } from './harness.mjs'

const EXTENSION = 'gongwen.gongwen-lint'
const REPORT = 'report.md'
const SOURCE = readFileSync(path.join(import.meta.dirname, 'fixtures', REPORT), 'utf8')

describe('四步入门', function () {
  /** @type {import('./harness.mjs').Editor} */
  let editor
  /** @type {import('./harness.mjs').EditorWindow} */
  let window

  tellAsStory(() => ({ editor, window }))

  const tabs = () => window.page.locator(`.tab[data-resource-name="${REPORT}"]`).count()
  const steps = () => window.page.locator('.gettingStartedDetailsContent .getting-started-step')

  before(async function () {
    const { tools, vsix } = requireEnvironment(this)
    editor = await startEditor({ tools, vsix: [vsix], files: { [REPORT]: SOURCE } })
    window = await editor.openWorkspace()
  })

  it('总结已经打开，再在另一组打开入门：第一步已打勾', async () => {
    const { page } = window
    await window.openFile(REPORT)
    await window.statusBarText(EXTENSION)
    await window.runCommand('View: New Editor Group to the Right')
    await page.keyboard.press('F1')
    await page.keyboard.insertText('Welcome: Open Walkthrough')
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Open Walkthrough' }).first().click()
    await page.keyboard.insertText('Check an Official Report')
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Check an Official Report' }).first().click()
    await steps().first().waitFor()
    await until('第一步打勾', async () => (await steps().first().locator('.complete').count()) > 0)
    await window.screenshot('walkthrough-first-step')
    assert.equal(await steps().nth(1).locator('.complete').count(), 0)
  })

  it('第二步的按钮检查已经打开的那一份，不再打开一次', async () => {
    const { page } = window
    await steps().nth(1).click()
    await page.locator('.getting-started-step.expanded .monaco-button', { hasText: editor.commandTitle(EXTENSION, 'gongwen.checkDocument') }).click()
    await page.locator('.notification-toast', { hasText: 'checked' }).waitFor()
    await window.screenshot('walkthrough-checked')
    assert.equal(await tabs(), 1)
    await until('第二步打勾', async () => (await steps().nth(1).locator('.complete').count()) > 0)
    assert.deepEqual((await window.notifications()).errors, [])
  })
})

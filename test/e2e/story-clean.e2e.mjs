// A writer has pasted a report from a site: opens it, has the residue cleaned away, looks at every change first.
// Asserted are rule codes and the bytes on disk, never the wording of a message.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readDiskUntil, requireEnvironment, startEditor, tellAsStory, until } from './harness.mjs'

const EXTENSION = 'gongwen.gongwen-lint'
const COPY = 'site-copy.txt'
const SECOND = 'second.txt'
const fixture = (name) => readFileSync(path.join(import.meta.dirname, 'fixtures', name), 'utf8')
const SOURCE = fixture(COPY)
const CLEANED = fixture('site-copy-cleaned.txt')
const DIALOG = '.monaco-dialog-box'
const ALL = 'Clean All'
const PREVIEW_EACH = 'Preview Each'
const PREVIEW = '.bulk-edit-panel'

describe('打开网站复制来的总结并清理', function () {
  /** @type {import('./harness.mjs').Editor} */
  let editor
  /** @type {import('./harness.mjs').EditorWindow} */
  let window

  tellAsStory(() => ({ editor, window }))

  /** Runs the command and takes a button of its question. */
  const clean = async (button) => {
    await window.runCommand(editor.commandTitle(EXTENSION, 'gongwen.cleanResidue'))
    await window.page.locator(`${DIALOG} .monaco-button`, { hasText: button }).click()
    await window.page.locator(DIALOG).waitFor({ state: 'detached' })
  }

  before(async function () {
    const { tools, vsix } = requireEnvironment(this)
    editor = await startEditor({ tools, vsix: [vsix], files: { [COPY]: SOURCE, [SECOND]: SOURCE } })
    window = await editor.openWorkspace()
  })

  for (const code of ['residue/site-text', 'residue/damaged-quotes', 'residue/damaged-title-marks']) {
    it(`打开后，问题面板列出 ${code}`, async () => {
      if (code === 'residue/site-text') await window.openFile(COPY)
      assert.ok((await window.problemsRows(code)).length >= 1)
    })
  }

  it('“清理网页残留”先问一声，说有几处', async () => {
    await window.closePanel()
    await window.openFile(COPY)
    await window.runCommand(editor.commandTitle(EXTENSION, 'gongwen.cleanResidue'))
    const question = window.page.locator(DIALOG)
    await question.waitFor()
    assert.match(await question.innerText(), /\b7\b/)
    await window.screenshot('clean-question')
    await window.page.keyboard.press('Escape')
    await question.waitFor({ state: 'detached' })
    assert.equal(await window.page.locator('.tab.active.dirty').count(), 0, '没有同意就不动文件')
  })

  it('逐处预览，勾选后应用，保存的文件只剩报告', async () => {
    await clean(PREVIEW_EACH)
    const preview = window.page.locator(PREVIEW)
    await preview.locator('.monaco-list-row').first().waitFor()
    await window.screenshot('clean-preview')
    // ticking the file ticks all of its changes
    const file = preview.locator('.monaco-list-row', { hasText: COPY }).locator('input[type=checkbox], .edit-checkbox').first()
    if (!(await file.isChecked())) await file.click()
    await preview.locator('.buttons .monaco-button').first().click()
    await window.page.locator('.tab.active.dirty').waitFor()
    await window.openFile(COPY)
    await window.save()
    assert.equal(await readDiskUntil(editor.file(COPY), (now) => now !== SOURCE, '清理后的总结'), CLEANED)
    await window.screenshot('clean-done')
  })

  it('一次全部清理，一次撤销就全部恢复', async () => {
    await window.openFile(SECOND)
    await clean(ALL)
    await window.page.locator('.tab.active.dirty').waitFor()
    await window.save()
    assert.equal(await readDiskUntil(editor.file(SECOND), (now) => now !== SOURCE, '清理后的第二份'), CLEANED)
    await window.focusEditor()
    await window.page.keyboard.press('Control+Z')
    await window.page.locator('.tab.active.dirty').waitFor()
    await window.save()
    assert.equal(await readDiskUntil(editor.file(SECOND), (now) => now !== CLEANED, '撤销后的第二份'), SOURCE)
  })

  it('清理过的总结再清理，没有可改的，也不报错', async () => {
    await window.openFile(COPY)
    const before = (await window.notifications()).texts.length
    await window.runCommand(editor.commandTitle(EXTENSION, 'gongwen.cleanResidue'))
    await until('说明没有可清理的', async () => (await window.notifications()).texts.length > before)
    assert.deepEqual((await window.notifications()).errors, [])
    assert.equal(readFileSync(editor.file(COPY), 'utf8'), CLEANED)
  })
})

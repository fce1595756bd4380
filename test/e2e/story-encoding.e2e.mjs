// A report saved as GBK, as Notepad and WPS do, that the editor opens as UTF-8: the writer is told once, and reopens it from there.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { requireEnvironment, startEditor, tellAsStory, until } from './harness.mjs'

const EXTENSION = 'gongwen.gongwen-lint'
const REPORT = 'gbk.txt'
const CODE = 'residue/wrong-encoding'
const { encode } = createRequire(new URL('../../platform/package.json', import.meta.url))('iconv-lite')
const BYTES = encode(readFileSync(path.join(import.meta.dirname, '../golden/bureau-half-02.txt'), 'utf8'), 'gb18030')

describe('用错编码打开的总结', function () {
  /** @type {import('./harness.mjs').Editor} */
  let editor
  /** @type {import('./harness.mjs').EditorWindow} */
  let window

  tellAsStory(() => ({ editor, window }))

  before(async function () {
    const { tools, vsix } = requireEnvironment(this)
    editor = await startEditor({ tools, vsix: [vsix], files: { [REPORT]: BYTES } })
    window = await editor.openWorkspace()
  })

  it('只说一件事：编码不对', async () => {
    await window.openFile(REPORT)
    assert.equal((await window.problemsRows(CODE)).length, 1)
    assert.equal((await window.problemsRows()).length, 1, '此外什么也不报')
    await window.screenshot('encoding-problem')
  })

  for (const [name, command] of [
    ['检查全文', 'gongwen.checkDocument'],
    ['清理网页残留', 'gongwen.cleanResidue'],
    ['与上年对比', 'gongwen.compareWithLastYear'],
    ['下一个待填处', 'gongwen.nextPlaceholder'],
  ])
    it(`“${name}”也这样说，不说它不是公文`, async () => {
      await window.focusEditor()
      await window.runCommand(editor.commandTitle(EXTENSION, command))
      const told = window.page.locator('.notification-toast', { hasText: 'wrong encoding' })
      await told.waitFor()
      assert.equal((await window.notifications()).texts.length, 1)
      await window.screenshot(`encoding-told-${command}`)
      await told.hover()
      await told.locator('.codicon-notifications-clear').click()
      await told.waitFor({ state: 'hidden' })
    })

  it('“报送前检查”的面板里也这样说', async () => {
    await window.focusEditor()
    await window.runCommand(editor.commandTitle(EXTENSION, 'gongwen.showReport'))
    const panel = window.page.frameLocator('iframe.webview').frameLocator('#active-frame')
    await panel.locator('main p', { hasText: 'wrong encoding' }).waitFor()
    await window.screenshot('encoding-panel')
    await window.page.keyboard.press('Control+W')
    await window.page.locator('iframe.webview').waitFor({ state: 'detached' })
  })

  it('按 Ctrl+. 换编码重新打开，就照常检查，磁盘上一个字节也没有变', async () => {
    const { page } = window
    await window.goToProblem(CODE)
    await window.quickFixByKeyboard(/编码|encoding/i, 'encoding-quick-fix')
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Reopen with Encoding' }).click()
    await page.locator('.quick-input-widget input[placeholder*="Select File Encoding"]').waitFor()
    await page.keyboard.insertText('GB18030')
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'GB18030' }).first().click()
    assert.notEqual(await window.statusBarText(EXTENSION), '')
    await until('编码的提示消失', async () => !(await page.locator('.markers-panel').innerText()).includes(CODE))
    await window.screenshot('encoding-reopened')
    assert.ok(readFileSync(editor.file(REPORT)).equals(BYTES))
    assert.deepEqual((await window.notifications()).errors, [])
  })
})

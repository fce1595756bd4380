// A writer cut a part out of a plain text: one command numbers what is left, and Enter goes on with the list.
// Asserted are the bytes on disk, never the wording of a message.
import assert from 'node:assert/strict'
import path from 'node:path'
import { readDiskUntil, requireEnvironment, startEditor, tellAsStory } from './harness.mjs'

const EXTENSION = 'gongwen.gongwen-lint'
const REPORT = 'report.txt'
const SOURCE = `临澄县第二小学2024年工作总结

2024年，学校坚持育人为本，各项工作平稳推进。现将有关情况总结如下。

一、主要工作
存在的不足见第四部分。

三、教学工作

（一）抓常规教学。教师人人上好公开课，反响良好。

（三）抓课题研究。全校立项课题6个，结题2个。

四、存在的不足
音乐、美术教师不足，缺编3人。
`
const RENUMBERED = SOURCE.replace('第四部分', '第三部分').replace('三、教学', '二、教学').replace('（三）', '（二）').replace('四、', '三、')
const LAST_ITEM = '（二）抓课题研究。全校立项课题6个，结题2个。'
const NEXT_ITEM = '抓教师培训。全年培训12人次。'

describe('重新编号', function () {
  /** @type {import('./harness.mjs').Editor} */
  let editor
  /** @type {import('./harness.mjs').EditorWindow} */
  let window

  tellAsStory(() => ({ editor, window }))

  before(async function () {
    const { tools, vsix } = requireEnvironment(this)
    editor = await startEditor({ tools, vsix: [vsix], files: { [REPORT]: SOURCE } })
    window = await editor.openWorkspace()
  })

  it('一条命令理顺全文序号，文中的“见第四部分”随着改', async () => {
    await window.openFile(REPORT)
    await window.waitForSquiggle()
    await window.runCommand(editor.commandTitle(EXTENSION, 'gongwen.renumber'))
    await window.waitForNoProblem('structure/ordinal-sequence')
    await window.save()
    const text = await readDiskUntil(editor.file(REPORT), (now) => now !== SOURCE, '重新编号后的总结')
    assert.equal(text, RENUMBERED)
    assert.deepEqual((await window.notifications()).errors, [])
  })

  it('在条目末尾按回车，接着写下一条', async () => {
    const line = RENUMBERED.split('\n').indexOf(LAST_ITEM)
    await window.setCaret(line + 1, 1)
    await window.page.keyboard.press('End')
    await window.page.keyboard.press('Enter')
    await window.page.locator('.view-lines', { hasText: '（三）' }).first().waitFor()
    await window.page.keyboard.type(NEXT_ITEM)
    await window.save()
    const text = await readDiskUntil(editor.file(REPORT), (now) => now.includes(NEXT_ITEM), '续写后的总结')
    assert.equal(text, RENUMBERED.replace(LAST_ITEM, `${LAST_ITEM}\n\n（三）${NEXT_ITEM}`))
  })
})

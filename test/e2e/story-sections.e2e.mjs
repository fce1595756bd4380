// A bureau's report without the sections that every reviewer looks for: one is put in by the quick fix, one by typing. Then
// a finding that the writer has looked into is silenced, with the reason. Asserted are rule codes and the bytes on disk,
// never the wording of a message.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readDiskUntil, requireEnvironment, startEditor, tellAsStory } from './harness.mjs'

const REPORT = 'sections.md'
const SOURCE = readFileSync(path.join(import.meta.dirname, 'fixtures', REPORT), 'utf8')
const OTHER_THEME = 'Preferences: Toggle between Light/Dark Themes'
const MISSING = 'sections/required-section'
const SHARE = 'figures/share'
const BEHIND = '## 二、提高教学质量'
const UNUSED = 'structure/unused-suppression'
const WRONG = '占比35%'
const RIGHT = '占比25%'
const REASON = '寄宿生含走读午休，口径已核实'
const WRITTEN = '全年排查校园安全隐患86处，整改86处，开展应急演练64次。'

describe('补上缺的部分，屏蔽核实过的问题', function () {
  /** @type {import('./harness.mjs').Editor} */
  let editor
  /** @type {import('./harness.mjs').EditorWindow} */
  let window
  /** what the file holds now */
  let text = SOURCE

  tellAsStory(() => ({ editor, window }))

  /** Saves, and reads what then is on disk. */
  const save = async (accept, what) => {
    await window.save()
    text = await readDiskUntil(editor.file(REPORT), (now) => now !== text && accept(now), what)
  }
  const headings = () => text.split('\n').filter((line) => line.startsWith('## '))
  const lineOf = (words) => text.slice(0, text.indexOf(words)).split('\n').length
  const column = (words) => text.split('\n')[lineOf(words) - 1].indexOf(words) + 1

  before(async function () {
    for (const part of [BEHIND, WRONG]) assert.ok(SOURCE.includes(part), `样文里没有：${part}`)
    const { tools, vsix } = requireEnvironment(this)
    const settings = { 'workbench.colorTheme': 'Default Light Modern' }
    editor = await startEditor({ tools, vsix: [vsix], files: { [REPORT]: SOURCE }, settings })
    window = await editor.openWorkspace()
  })

  it('缺教师队伍、缺安全，列在问题面板里', async () => {
    await window.openFile(REPORT)
    await window.waitForSquiggle()
    const rows = await window.problemsRows(MISSING)
    for (const name of ['教师队伍', '安全']) assert.equal(rows.filter((row) => row.includes(`缺少${name}`)).length, 1, rows.join('\n'))
    await window.screenshot('sections-missing')
  })

  it('快速修复在该在的地方加上标题和提纲，后面的序号顺延', async () => {
    await window.goToProblem('缺少教师队伍')
    await window.runCommand(OTHER_THEME)
    await window.screenshot('sections-missing-dark')
    await window.runCommand(OTHER_THEME)
    const titles = await window.quickFixByKeyboard(/教师队伍/, 'sections-quick-fix')
    assert.ok(!titles.some((title) => title.includes('残留')), '转到问题时选中的标题，不是要当作残留的话')
    await window.waitForNoProblem('缺少教师队伍')
    await save(() => true, '加上一部分的总结')
    assert.deepEqual(headings(), ['## 一、加强党的建设', BEHIND, '## 三、教师队伍建设', '## 四、存在的问题', '## 五、2025年工作打算'])
    const inserted = text.slice(text.indexOf('## 三、教师队伍建设'), text.indexOf('## 四、存在的问题'))
    assert.match(inserted, /【请填写/)
    // what the writer wrote is all there: take the section and the new ordinals away, and it is the old text
    assert.equal(text.replace(inserted, '').replace('## 四、存在', '## 三、存在').replace('## 五、2025', '## 四、2025'), SOURCE)
    await window.closePanel()
    await window.setCaret(lineOf('## 三、教师队伍建设'), 1)
    await window.screenshot('sections-inserted')
  })

  it('另一部分打出序号就能补全标题，提示里就是缺的那几部分', async () => {
    await window.setCaret(lineOf('## 四、存在的问题'), 1)
    await window.page.keyboard.type('\n\n')
    await window.setCaret(lineOf('## 四、存在的问题'), 1)
    await window.page.keyboard.type('## 四、')
    const list = window.page.locator('.suggest-widget.visible')
    const row = list.locator('.monaco-list-row', { hasText: '安全' }).first()
    await row.waitFor()
    assert.equal(await list.locator('.monaco-list-row', { hasText: '教师队伍' }).count(), 0, '已经有的不再提示')
    await window.screenshot('sections-completion')
    await row.click()
    await list.waitFor({ state: 'detached' })
    await window.page.keyboard.type(`\n\n${WRITTEN}`)
    await save((now) => now.includes(WRITTEN), '补全标题后的总结')
    assert.equal(headings()[3], '## 四、安全稳定工作')
    await window.setCaret(3, 1)
    await window.waitForNoProblem('缺少')
  })

  it('与后面重复的序号，一处快速修复就顺延', async () => {
    await window.goToProblem('structure/ordinal-sequence')
    await window.quickFixByKeyboard(/五、/)
    await window.waitForNoProblem('structure/ordinal-sequence')
    await save((now) => now.includes('## 六、2025'), '顺延序号后的总结')
    assert.deepEqual(headings().slice(3), ['## 四、安全稳定工作', '## 五、存在的问题', '## 六、2025年工作打算'])
    await window.closePanel()
  })

  it('核实过的占比，屏蔽时先写理由', async () => {
    const before = text
    await window.goToProblem(SHARE)
    await window.quickFixByKeyboard(/此处不再提示/, 'sections-suppress-menu')
    await window.page.locator('.view-line', { hasText: 'gongwen-disable-next-line' }).waitFor()
    await window.screenshot('sections-suppress-reason')
    // the placeholder is selected: what is typed takes its place
    await window.type(REASON)
    await window.page.keyboard.press('Escape')
    await save((now) => now.includes(REASON), '屏蔽后的总结')
    const comment = `<!-- gongwen-disable-next-line ${SHARE}: ${REASON} -->\n`
    assert.equal(text, before.replace('组织教研活动36次', `${comment}组织教研活动36次`))
    await window.setCaret(3, 1)
    await window.waitForNoProblem(SHARE)
    await window.closePanel()
  })

  it('数改对以后，多余的屏蔽会说出来，一改就去掉', async () => {
    await window.setCaret(lineOf(WRONG), column(WRONG) + WRONG.length)
    for (let i = 0; i < 3; i++) await window.page.keyboard.press('Backspace')
    await window.type(RIGHT.slice(-3))
    await window.setCaret(3, 1)
    assert.equal((await window.problemsRows(UNUSED)).length, 1)
    await window.runCommand(OTHER_THEME)
    await window.screenshot('sections-unused-suppression-dark')
    await window.goToProblem(UNUSED)
    const titles = await window.quickFixByKeyboard(/删除/, 'sections-unused-fix-dark')
    assert.deepEqual(
      titles.filter((title) => title.includes('gongwen') || title.includes(UNUSED)),
      [],
      '不建议再加一条注释，也不把注释当残留',
    )
    await window.waitForNoProblem(UNUSED)
    await save((now) => !now.includes('gongwen-disable'), '去掉屏蔽后的总结')
    assert.ok(text.includes(`\n\n组织教研活动36次，听课评课210节。全县在校生16400人，其中寄宿生4100人，${RIGHT}。\n`), text)
    assert.deepEqual((await window.notifications()).errors, [])
  })
})

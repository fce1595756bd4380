// Before a report goes out: its writer opens the panel, reads the verdict, jumps to a problem, takes one repair, looks
// through the figures, exports the check. Asserted are rule codes, places and the bytes on disk, never the wording of a
// message.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readDiskUntil, requireEnvironment, startEditor, tellAsStory, until } from './harness.mjs'

const EXTENSION = 'gongwen.gongwen-lint'
const REPORT = 'panel-2024.md'
const LAST = 'panel-2023.md'
const fixture = (name) => readFileSync(path.join(import.meta.dirname, 'fixtures', name), 'utf8')
const SOURCE = fixture(REPORT)
const GAP = '### （七）落实学生资助'
const WRONG_SHARE = '其中女教师1200人，占比70%'
const EXPORTED = 'panel-2024-pre-submission check.md'

describe('报送前检查', function () {
  /** @type {import('./harness.mjs').Editor} */
  let editor
  /** @type {import('./harness.mjs').EditorWindow} */
  let window
  /** the panel's page: a frame in a frame */
  let panel

  tellAsStory(() => ({ editor, window }))

  const finding = (rule) => panel.locator(`.finding[data-rule="${rule}"]`)
  const column = (index) => panel.locator(`.ledger tbody tr td:nth-child(${index})`).allInnerTexts()
  // two groups, two active tabs: the disk says when it is saved
  const save = async () => {
    await window.focusEditor()
    await window.page.keyboard.press('Control+S')
  }
  const figures = () => panel.locator('.ledger tbody tr').count()

  before(async function () {
    for (const part of [GAP, WRONG_SHARE]) assert.ok(SOURCE.includes(part), `样文里没有：${part}`)
    const { tools, vsix } = requireEnvironment(this)
    editor = await startEditor({ tools, vsix: [vsix], files: { [REPORT]: SOURCE, [LAST]: fixture(LAST) } })
    window = await editor.openWorkspace()
    panel = window.page.frameLocator('iframe.webview').frameLocator('#active-frame')
  })

  it('从命令打开，先说结论和为什么', async () => {
    await window.openFile(REPORT)
    await window.waitForSquiggle()
    await window.runCommand(editor.commandTitle(EXTENSION, 'gongwen.showReport'))
    await panel.locator('.verdict.mend h1').waitFor()
    assert.match(await panel.locator('.why').innerText(), /\d/)
    assert.ok((await window.page.locator('.tab', { hasText: REPORT }).count()) >= 2, '面板开在编辑器旁边')
    await window.screenshot('report-panel-verdict')
  })

  it('有标题、地标和实时播报区，读屏软件能用', async () => {
    for (const role of ['banner', 'navigation', 'main']) assert.equal(await panel.getByRole(role).count(), 1, role)
    assert.equal(await panel.getByRole('heading', { level: 1 }).count(), 1)
    assert.equal(await panel.getByRole('heading', { level: 2 }).count(), 5)
    assert.equal(await panel.locator('[role=status][aria-live=polite]').count(), 1)
    const unnamed = await panel
      .locator('button')
      .evaluateAll((buttons) => buttons.filter((each) => !(each.getAttribute('aria-label') ?? each.textContent).trim()).length)
    assert.equal(unnamed, 0, '每个按钮都有名称')
  })

  it('转到一处问题，编辑器选中的就是那几个字', async () => {
    await finding('figures/share').locator('button[data-key^="jump "]').click()
    const line = SOURCE.slice(0, SOURCE.indexOf(WRONG_SHARE)).split('\n').length
    const start = SOURCE.split('\n')[line - 1].indexOf('70%') + 1
    await window.page.locator('.statusbar-item', { hasText: new RegExp(`Ln ${line}, Col ${start + 3} \\(3 selected\\)`) }).waitFor()
    await window.screenshot('report-panel-jump')
  })

  it('数据问题的改法逐个列出，不点就不改', async () => {
    const repairs = finding('figures/share').locator('button.unsafe')
    assert.equal(await repairs.count(), 3)
    assert.equal(await finding('figures/share').locator('button.safe').count(), 0)
    assert.equal(readFileSync(editor.file(REPORT), 'utf8'), SOURCE)
  })

  it('修正一处跳号，键盘还在面板里，问题随即消失，别处不动', async () => {
    const repair = finding('structure/ordinal-sequence').locator('button.safe')
    await repair.focus()
    await window.page.keyboard.press('Enter')
    await until('跳号从面板消失', async () => (await finding('structure/ordinal-sequence').count()) === 0)
    const focused = await panel.locator('body').evaluate((body) => body.ownerDocument.activeElement?.tagName)
    assert.notEqual(focused, 'BODY', '焦点没有丢')
    await save()
    const text = await readDiskUntil(editor.file(REPORT), (now) => now.endsWith('日\n') && now !== SOURCE, '修正后的总结')
    assert.equal(text, SOURCE.replace(GAP, '### （六）落实学生资助').replace('### （八）推进', '### （七）推进'))
  })

  it('编辑文稿后自行更新', async () => {
    const before = await panel.locator('.finding').count()
    const residue = SOURCE.split('\n').findIndex((line) => line.startsWith('本资料仅供'))
    await window.setCaret(residue + 1, 1)
    await window.page.keyboard.press('Control+Shift+K')
    await until('残留从面板消失', async () => (await finding('residue/site-text').count()) === 0)
    assert.ok((await panel.locator('.finding').count()) < before)
    await save()
    await readDiskUntil(editor.file(REPORT), (now) => now.endsWith('日\n') && !now.includes('本资料仅供'), '删去残留的总结')
  })

  it('数据台账按数值排序，再按一次倒过来', async () => {
    const head = panel.locator('button[data-key="sort value"]')
    const cell = panel.locator('.ledger th', { has: head })
    await head.focus()
    await window.page.keyboard.press('Enter')
    assert.equal(await cell.getAttribute('aria-sort'), 'ascending')
    const rising = await column(2)
    await window.page.keyboard.press('Enter')
    assert.equal(await cell.getAttribute('aria-sort'), 'descending')
    const falling = await column(2)
    assert.equal(falling[0], '24600万元')
    assert.equal(falling.at(-1), 'XX所', '没有填的总在最后')
    assert.equal(rising.at(-1), 'XX所')
    assert.notDeepEqual(rising, falling)
    assert.equal(await panel.locator('body').evaluate((body) => body.ownerDocument.activeElement?.getAttribute('data-key')), 'sort value')
  })

  it('筛选数据，只剩所要的', async () => {
    const all = await figures()
    await panel.getByRole('searchbox').fill('2025 招聘')
    await until('只剩一行', async () => (await figures()) === 1)
    assert.equal((await column(2))[0], '120名')
    await panel.locator('.ledger').scrollIntoViewIfNeeded()
    await window.screenshot('report-panel-ledger')
    await panel.getByRole('searchbox').fill('')
    await until('全部回来', async () => (await figures()) === all)
  })

  it('同一文件夹里上年的报告自动对照，可以转到上年的数', async () => {
    const row = panel.locator('.plot tbody tr', { hasText: '24600万元' })
    assert.match(await row.innerText(), /2460万元/)
    assert.equal(await row.locator('svg').count(), 2)
    await panel.locator('#comparison').scrollIntoViewIfNeeded()
    await panel.locator('.plot').scrollIntoViewIfNeeded()
    await window.screenshot('report-panel-comparison')
    await row.locator('button[data-key^="metric-last"]').click()
    await window.page.locator(`.tab.active[data-resource-name="${LAST}"]`).waitFor()
    await window.page.locator('.statusbar-item', { hasText: /selected/ }).waitFor()
  })

  it('各部分的有无和长短都画出来，也写出来', async () => {
    await panel.locator('#coverage').scrollIntoViewIfNeeded()
    for (const kind of ['coverage', 'lengths']) {
      const rows = await panel.locator(`.${kind} tbody tr`).count()
      assert.ok(rows > 5)
      assert.equal(await panel.locator(`.${kind} tbody svg`).count(), rows)
    }
    await window.screenshot('report-panel-coverage')
  })

  it('导出 Markdown，写在文稿旁边', async () => {
    await panel.locator('button[data-key="export-markdown"]').click()
    await window.page.locator('.quick-input-widget input:focus').waitFor()
    await window.page.keyboard.press('Enter')
    await until('导出的文件', () => existsSync(editor.file(EXPORTED)))
    const text = await readDiskUntil(editor.file(EXPORTED), (now) => now.length > 1000, '导出的检查结果')
    assert.match(text, /^# .*panel-2024\.md/)
    for (const words of ['1200÷2000＝60%', '24600万元', '公办在园幼儿']) assert.ok(text.includes(words), words)
    assert.deepEqual((await window.notifications()).errors, [])
  })

  it('导出 Word，是一个 docx', async () => {
    await panel.locator('button[data-key="export-word"]').click()
    await window.page.locator('.quick-input-widget input:focus').waitFor()
    await window.page.keyboard.press('Enter')
    const file = editor.file(EXPORTED.replace(/md$/, 'docx'))
    await until('导出的 Word 文档', () => existsSync(file) && readFileSync(file).length > 5000)
    assert.equal(readFileSync(file).subarray(0, 2).toString(), 'PK')
    assert.deepEqual((await window.notifications()).errors, [])
  })

  it('重新加载窗口后，面板还在，按数值的排序也还在', async () => {
    await window.reloadWithStored('"sort":{"key":"value","isDescending":true}')
    await panel.locator('.verdict h1').waitFor()
    assert.equal(await panel.locator('.ledger th', { has: panel.locator('button[data-key="sort value"]') }).getAttribute('aria-sort'), 'descending')
    await window.focusEditor()
  })

  for (const [theme, name] of [
    ['Dark Modern', 'dark'],
    ['Dark High Contrast', 'high-contrast'],
  ]) {
    it(`在 ${theme} 主题里也看得清`, async () => {
      const before = await panel.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)
      await window.focusEditor()
      await window.page.keyboard.press('Control+K')
      await window.page.keyboard.press('Control+T')
      await window.page.locator('.quick-input-widget input:focus').waitFor()
      await window.page.keyboard.insertText(theme)
      await window.page.keyboard.press('Enter')
      await window.page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
      await until('面板换了底色', async () => (await panel.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)) !== before)
      for (const [part, shot] of [
        ['.verdict', 'verdict'],
        ['.coverage', 'coverage'],
        ['.plot', 'comparison'],
        ['.filter', 'ledger'],
      ]) {
        await panel.locator(part).evaluate((each) => each.scrollIntoView())
        await window.screenshot(`report-panel-${shot}-${name}`)
      }
    })
  }
})

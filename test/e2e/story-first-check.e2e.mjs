// A writer's first quarter of an hour: opens a report, sees what is wrong, repairs it at the keyboard, saves.
// Asserted are rule codes, places and the bytes on disk, never the wording of a message.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readDiskUntil, requireEnvironment, startEditor, tellAsStory, until } from './harness.mjs'

const EXTENSION = 'gongwen.gongwen-lint'
const REPORT = 'report.md'
const PLAN = 'plan.txt'
const PLAN_TEXT = '临澄县第二小学2025年工作计划\n\n一、工作目标\n\n招聘教师12名。\n\n'
const SOURCE = readFileSync(path.join(import.meta.dirname, 'fixtures', REPORT), 'utf8')
const GAP = '三、存在的问题和下一步打算'
const GAP_CLOSED = '二、存在的问题和下一步打算'
const WRONG_SHARE = '全县有教师2000人，其中女教师1200人，占比70%。'
const LOST_QUOTE = '持续抓好“双减工作，'
const RESIDUE = '本资料仅供注册会员下载参考，获取更多范文请关注微信公众号。'

describe('第一次检查一份总结', function () {
  /** @type {import('./harness.mjs').Editor} */
  let editor
  /** @type {import('./harness.mjs').EditorWindow} */
  let window

  tellAsStory(() => ({ editor, window }))

  before(async function () {
    for (const part of [GAP, WRONG_SHARE, LOST_QUOTE, RESIDUE]) assert.ok(SOURCE.includes(part), `样文里没有：${part}`)
    const { tools, vsix } = requireEnvironment(this)
    editor = await startEditor({ tools, vsix: [vsix], files: { [REPORT]: SOURCE, [PLAN]: PLAN_TEXT } })
    window = await editor.openWorkspace()
  })

  it('打开总结就看到波浪线，状态栏有公文检查的项目', async () => {
    await window.openFile(REPORT)
    await window.waitForSquiggle()
    assert.notEqual(await window.statusBarText(EXTENSION), '')
    await window.screenshot('first-check-squiggles')
  })

  for (const code of ['structure/ordinal-sequence', 'figures/share', 'punctuation/paired-marks', 'residue/site-text']) {
    it(`问题面板列出 ${code}`, async () => {
      const rows = await window.problemsRows(code)
      assert.equal(rows.length, 1, rows.join('\n'))
      assert.match(rows[0], /gongwen/)
      assert.match(rows[0], /\p{Script=Han}/u, '给科员看的消息应当是中文')
    })
  }

  it('问题面板的全貌', async () => {
    const rows = await window.problemsRows()
    assert.ok(rows.length >= 4, rows.join('\n'))
    await window.screenshot('first-check-problems')
  })

  it('按 Ctrl+. 修正跳号，保存后磁盘上只改了这个序号', async () => {
    await window.goToProblem('structure/ordinal-sequence')
    await window.quickFixByKeyboard(/二|序号|编号/, 'first-check-quick-fix')
    await window.waitForNoProblem('structure/ordinal-sequence')
    await window.save()
    const text = await readDiskUntil(editor.file(REPORT), (now) => now !== SOURCE, '修正后的总结')
    assert.equal(text, SOURCE.replace(GAP, GAP_CLOSED))
  })

  it('“检查全文”有看得见的结果，且不报错', async () => {
    await window.closePanel()
    const before = await window.surroundings()
    await window.runCommand(editor.commandTitle(EXTENSION, 'gongwen.checkDocument'))
    await until('检查结果（通知、页签、视图或面板）', async () => {
      const now = await window.surroundings()
      return now.panel || now.tabs > before.tabs || now.webviews > before.webviews || now.texts.length > before.texts.length
    })
    await window.screenshot('first-check-whole-document')
    assert.deepEqual((await window.notifications()).errors, [])
  })

  it('“一键修正”删去网站残留，不动任何数字和其他文字', async () => {
    await window.openFile(REPORT)
    await window.runCommand(editor.commandTitle(EXTENSION, 'gongwen.fixDocument'))
    await window.waitForNoProblem('residue/site-text')
    await window.save()
    const text = await readDiskUntil(editor.file(REPORT), (now) => !now.includes(RESIDUE), '删去残留的总结')
    assert.ok(text.includes(WRONG_SHARE), '数字未经写作者同意不得改动')
    // Whether the lost quotation mark may be put back without asking is the rule's own business; every other line stays.
    const untouched = SOURCE.replace(GAP, GAP_CLOSED)
      .split('\n')
      .filter((line) => line && !line.includes(LOST_QUOTE) && line !== RESIDUE)
    assert.deepEqual(
      text.split('\n').filter((line) => line && !line.includes('持续抓好“双减')),
      untouched,
    )
    assert.deepEqual((await window.notifications()).errors, [])
    await window.screenshot('first-check-fixed')
  })

  it('占比错误仍在问题面板，等写作者核实', async () => {
    assert.equal((await window.problemsRows('figures/share')).length, 1)
  })

  it('插入“一是二是三是”片段', async () => {
    const lines = readFileSync(editor.file(REPORT), 'utf8').split('\n')
    const heading = lines.findIndex((line) => line === GAP_CLOSED)
    await window.setCaret(heading + 2, 1) // the empty line under the heading
    await window.insertSnippet('一是二是三是')
    await window.page.keyboard.press('Escape') // leaves the tab stops
    await window.save()
    const text = await readDiskUntil(editor.file(REPORT), (now) => now.includes('一是'), '插入片段后的总结')
    assert.match(text.split('\n')[heading + 1], /^一是.+二是.+三是.+。$/)
    await window.screenshot('first-check-snippet')
  })

  it('总结里的结构序号有自己的颜色', async () => {
    await window.waitForColour('一、主要工作及成效', '一、')
  })

  it('纯文本计划里，序号和数字也有颜色', async () => {
    await window.openFile(PLAN)
    await window.waitForColour('一、工作目标', '一、')
    await window.waitForColour('招聘教师12名。', '12')
    await window.screenshot('plain-text-colours')
  })

  it('纯文本里打出前缀，从补全列表插入片段', async () => {
    await window.setCaret(PLAN_TEXT.split('\n').length, 1)
    await window.completeSnippet('tbzz', '同比增长')
    await window.page.keyboard.press('Escape')
    await window.save()
    const text = await readDiskUntil(editor.file(PLAN), (now) => now.includes('同比'), '插入片段后的计划')
    assert.match(text.split('\n').at(-1), /^指标名称完成数额万元，同比增长幅度%。$/)
  })
})

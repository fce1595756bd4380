// Story: the editor in a browser, its files in a virtual file system, the extension in the web-worker host: no process of
// its own anywhere. The writer opens a report, sees what is found, mends one thing and saves.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readDiskUntil, requireEnvironment, startEditor, tellAsStory, until } from './harness.mjs'
import { MEMORY_FILES, packMemoryFiles } from './support/memory-files.mjs'

const EXTENSION = 'gongwen.gongwen-lint'
const REPORT = 'report.md'
const SOURCE = readFileSync(path.join(import.meta.dirname, 'fixtures', REPORT), 'utf8')
const GAP = '三、存在的问题和下一步打算'
const GAP_CLOSED = '二、存在的问题和下一步打算'
/** Read through the editor, as the worker reaches no file: one rule less shows that it was. */
const CONFIGURATION = 'rules:\n  punctuation/paired-marks: off\n'

describe('浏览器里的扩展：虚拟文件系统，Web Worker 宿主', function () {
  /** @type {import('./harness.mjs').Editor} */
  let editor
  /** @type {import('./harness.mjs').EditorWindow} */
  let window
  let work
  let copies

  tellAsStory(() => ({ editor, window }))

  before(async function () {
    assert.ok(SOURCE.includes(GAP))
    const { tools, vsix } = requireEnvironment(this)
    work = mkdtempSync(path.join(tmpdir(), 'gongwen-web-'))
    copies = path.join(work, 'copies')
    mkdirSync(copies)
    const files = await packMemoryFiles(
      path.join(work, 'memory-files'),
      { [REPORT]: SOURCE, '.gongwenrc.yaml': CONFIGURATION, 'notes.md': '# Notes\n\nBuy milk.\n' },
      copies,
    )
    const settings = { 'remote.extensionKind': { [EXTENSION]: ['web'], [MEMORY_FILES]: ['web'] } }
    editor = await startEditor({ tools, vsix: [vsix, files], files: {}, settings })
    window = await editor.openFolder('memfs:/reports')
  })

  after(() => {
    if (work) rmSync(work, { recursive: true, force: true })
  })

  it('打开虚拟文件夹里的总结就看到波浪线和状态栏项目', async () => {
    await window.openFile(REPORT)
    await window.waitForSquiggle()
    assert.notEqual(await window.statusBarText(EXTENSION), '')
    await window.screenshot('web-squiggles')
  })

  it('没有一个语言服务进程：检查在浏览器的 Worker 里进行', () => {
    assert.deepEqual(
      commandLines().filter((line) => line.includes(editor.server.extensionsFolder) && line.includes('server.cjs')),
      [],
    )
  })

  for (const code of ['structure/ordinal-sequence', 'figures/share', 'residue/site-text']) {
    it(`问题面板列出 ${code}`, async () => {
      const rows = await window.problemsRows(code)
      assert.equal(rows.length, 1, rows.join('\n'))
      assert.match(rows[0], /gongwen/)
    })
  }

  it('虚拟文件夹里的配置文件起作用：关掉的规则不出声', async () => {
    const rows = await window.problemsRows()
    assert.deepEqual(
      rows.filter((row) => row.includes('punctuation/paired-marks')),
      [],
    )
    await window.screenshot('web-problems')
  })

  it('按 Ctrl+. 修正跳号并保存，文件系统收到的只改了这个序号', async () => {
    await window.goToProblem('structure/ordinal-sequence')
    await window.quickFixByKeyboard(/二|序号|编号/, 'web-quick-fix')
    await window.waitForNoProblem('structure/ordinal-sequence')
    await window.save()
    const saved = await readDiskUntil(path.join(copies, REPORT), (text) => text !== '', '保存下来的总结')
    assert.equal(saved, SOURCE.replace(GAP, GAP_CLOSED))
  })

  it('“检查全文”照常有结果，没有错误提示', async () => {
    await window.closePanel()
    await window.runCommand(editor.commandTitle(EXTENSION, 'gongwen.checkDocument'))
    await window.problemsRows('figures/share')
    assert.deepEqual((await window.notifications()).errors, [])
    await window.runCommand('Preferences: Toggle between Light/Dark Themes')
    await window.screenshot('web-other-theme')
  })

  it('光标所在问题的规则说明，在预览里打开', async () => {
    await window.goToProblem('figures/share')
    const { webviews } = await window.surroundings()
    await window.runCommand(editor.commandTitle(EXTENSION, 'gongwen.explainRule'))
    await until('规则说明的预览', async () => (await window.surroundings()).webviews > webviews)
    assert.deepEqual((await window.notifications()).errors, [])
    await window.screenshot('web-rule-page')
  })

  it('Worker 出错退出后自动重启，说明一次，检查照旧', async () => {
    await window.openFile(REPORT)
    const server = await serverWorker(window.page)
    await server.evaluate(
      () =>
        void setTimeout(() => {
          throw new Error('ended by the test')
        }),
    )
    await until('重启的说明', async () => (await window.notifications()).texts.some((text) => /stopped unexpectedly and was started again/.test(text)))
    assert.notEqual(await serverWorker(window.page), server)
    await window.setCaret(11, 1)
    await window.page.keyboard.press('Delete')
    await window.type('四')
    await window.setCaret(3, 1) // what is being typed is not found fault with
    await window.problemsRows('structure/ordinal-sequence')
    assert.deepEqual((await window.notifications()).errors, [])
    await window.screenshot('web-restarted')
  })

  it('不是报告的文件没有诊断', async () => {
    await window.openFile('notes.md')
    await window.waitForNoSquiggle()
    assert.deepEqual((await window.notifications()).errors, [])
  })
})

/** The worker that the language server runs in; there is one at a time. */
async function serverWorker(page) {
  return until('语言服务的 Worker', async () => {
    for (const worker of page.workers()) {
      const name = await worker.evaluate(() => self.name).catch(() => '')
      if (name.includes('gongwen-server')) return worker
    }
    return undefined
  })
}

/** The command lines of all processes of this machine that may be read. */
function commandLines() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')]
      } catch {
        return [] // ended meanwhile
      }
    })
}

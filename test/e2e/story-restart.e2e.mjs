// The language server is killed, again and again, while a writer types: it comes back, finds what it found and what was
// typed meanwhile, and the text is whole. `GONGWEN_KILLS` says how often (5 unless told).
// Asserted are processes, findings and the bytes on disk, never the wording of a message.
import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { readDiskUntil, requireEnvironment, startEditor, tellAsStory, until } from './harness.mjs'
import { nextServer, serverProcesses } from './support/language-server.mjs'

const REPORT = 'report.md'
const KILLS = Number(process.env.GONGWEN_KILLS ?? 5)
/** Milliseconds that a server must have run to count as one that had run well (client/src/crash-count.ts), and a little. */
const STEADY = 10_500
/** So many ends of young servers in a row, and none is started any more (client/src/crash-count.ts). */
const MOST_YOUNG = 6
const HEAD = '# 临澄县教育局2024年工作总结\n\n2024年，县教育局围绕年初任务抓落实，各项工作平稳推进。现将有关情况总结如下。\n\n## 一、主要工作\n\n'
const BODY = Array.from({ length: 400 }, (_, i) => `第${i + 1}学区开展教研活动${i + 20}次，教师参训${i + 110}人次，校园安全检查${i + 3}轮。\n\n`).join('')
const SOURCE = HEAD + BODY
/** A line with a share that does not fit; its part is in no other line. */
const WRONG = (round) => `第${round}批学校共有教师1000人，其中女教师${100 + round}人，占比95%。`
/** What a writer goes on with meanwhile; no two are alike. */
const FILLER = (number) => `第${number}次走访教师${number + 7}人，解决困难${number + 2}件。\n\n`
const OTHER_THEME = 'Preferences: Toggle between Light/Dark Themes'

describe(`写作时语言服务被结束 ${KILLS} 次`, function () {
  this.timeout(120_000 + KILLS * 60_000)
  /** @type {import('./harness.mjs').Editor} */
  let editor
  /** @type {import('./harness.mjs').EditorWindow} */
  let window
  let expected = SOURCE
  let fillers = 0
  /** id of the process now, and when it was first seen */
  let server
  let startedAt

  tellAsStory(() => ({ editor, window }))

  const kill = () => process.kill(server, 'SIGKILL')
  const following = async () => {
    server = await nextServer(editor.server.extensionsFolder, server)
    startedAt = Date.now()
  }
  const type = async (text) => {
    await window.page.keyboard.type(text)
    expected += text
  }
  /** The share of a line is found: by its own arithmetic, which no other line has. */
  const found = (round) => window.problemsRows(`${100 + round}÷1000`)
  const toEnd = async () => {
    await window.focusEditor()
    await window.page.keyboard.press('Control+End')
  }
  const saved = async () => {
    await window.save()
    const last = expected.slice(-40)
    assert.equal(await readDiskUntil(editor.file(REPORT), (now) => now.endsWith(last), '打的字'), expected)
  }
  /** The messages that have come up since the window was opened, those gone included. */
  const messages = () => window.page.evaluate(() => globalThis.messagesShown)

  before(async function () {
    const { tools, vsix } = requireEnvironment(this)
    const settings = { 'workbench.colorTheme': 'Default Light Modern', 'editor.quickSuggestions': { other: 'off' } }
    editor = await startEditor({ tools, vsix: [vsix], files: { [REPORT]: SOURCE }, settings })
    window = await editor.openWorkspace()
    await window.page.evaluate(keepMessages)
    await window.openFile(REPORT)
    await following()
    await toEnd()
    await type(`${WRONG(0)}\n\n`)
    await found(0)
  })

  it('每次都自己再启动，问题重新列出，打的字一个不少', async () => {
    const times = []
    let kills = 0
    for (let round = 1; kills < KILLS; round++) {
      await toEnd()
      while (Date.now() - startedAt < STEADY) await type(FILLER(++fillers))
      const line = WRONG(round)
      await type(line.slice(0, 12))
      kill()
      const killedAt = Date.now()
      kills++
      await type(line.slice(12))
      await following()
      // the next one is not let up either
      if (kills < KILLS) {
        await pause((round % 4) * 150)
        kill()
        kills++
        await type('\n\n')
        await following()
      } else await type('\n\n')
      await found(round)
      times.push(Date.now() - killedAt)
      await saved()
    }
    times.sort((a, b) => a - b)
    const seconds = (milliseconds) => (milliseconds / 1000).toFixed(1)
    console.log(
      `      结束 ${kills} 次，打字 ${expected.length - SOURCE.length} 个；从结束到问题列出：中位 ${seconds(times[times.length >> 1])} 秒，最长 ${seconds(times.at(-1))} 秒`,
    )
    assert.equal((await found(0)).length, 1, '先前的问题也回来了')
    await window.screenshot('restart-found-again')
  })

  it('只说明一次，没有报错', async () => {
    assert.deepEqual((await window.notifications()).errors, [])
    const shown = await messages()
    assert.equal(shown.length, 1, shown.join('\n'))
  })

  it('一启动就退出，退几次就不再启动，给一个重新启动的按钮，不留旧的问题', async () => {
    const failures = async () => (await window.notifications()).errors
    let ends = 0
    while ((await failures()).length === 0) {
      assert.ok(++ends <= MOST_YOUNG, `结束 ${ends} 次还在启动`)
      kill()
      const killed = server
      await until('再启动，或者说明不再启动', async () => {
        ;[server = killed] = serverProcesses(editor.server.extensionsFolder)
        return server !== killed || (await failures()).length > 0
      })
    }
    assert.ok(ends > 1)
    const shown = await messages()
    assert.equal(shown.length, 2, shown.join('\n'))
    await window.closePanel()
    await window.waitForNoSquiggle()
    await window.screenshot('restart-given-up')
    await window.runCommand(OTHER_THEME)
    await window.screenshot('restart-given-up-dark')
    await toEnd()
    await type('没有语言服务也照样写。\n\n')
    await saved()
  })

  it('按下按钮，又能检查', async () => {
    await window.page.locator('.notification-toast .monaco-button').first().click()
    await following()
    await found(0)
    await window.screenshot('restart-asked-for-dark')
    await saved()
    assert.deepEqual((await window.notifications()).errors, [])
    assert.equal((await messages()).length, 2)
  })
})

/** Runs in the page: keeps the words of the messages that come up, also of those that go away by themselves. */
function keepMessages() {
  globalThis.messagesShown = []
  const known = new WeakSet()
  const look = () => {
    for (const toast of document.querySelectorAll('.notification-toast .notification-list-item-message')) {
      if (known.has(toast) || toast.textContent === '') continue
      known.add(toast)
      globalThis.messagesShown.push(toast.textContent)
    }
  }
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true })
}

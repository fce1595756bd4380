import assert from 'node:assert/strict'
import type { FolderEntry } from '../../server/src/ports.js'
import type { ClientCapabilities, WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport, WorkspaceSymbol } from 'vscode-languageserver'
import {
  DidChangeWorkspaceFoldersNotification,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
  WorkspaceDiagnosticRequest,
  WorkspaceFoldersRequest,
} from 'vscode-languageserver/node'
import { REPORT, SHOPPING } from './reports.js'
import { EDITOR, ServerDriver } from './server-driver.js'

const WITH_FOLDERS: ClientCapabilities = {
  ...EDITOR,
  workspace: { ...EDITOR.workspace, workspaceFolders: true },
  window: { workDoneProgress: true },
}
const ON = { messageLanguage: 'zh-CN', workspaceDiagnostics: true }
const ENGLISH = '# Notes\n\n1. Milk\n3. Bread\n'

/** Files in memory, and how often each was read. */
class Files {
  readonly texts = new Map<string, string>()
  readonly reads: string[] = []
  readonly ports = {
    readText: async (uri: string): Promise<string | undefined> => {
      this.reads.push(decodeURI(uri))
      return this.texts.get(decodeURI(uri))
    },
    readFolder: async (folder: string): Promise<FolderEntry[]> => {
      const below = [...this.texts.keys()].filter((uri) => uri.startsWith(decodeURI(folder))).map((uri) => uri.slice(decodeURI(folder).length).split('/'))
      const entries = below.map(([name = '', ...rest]): FolderEntry => ({ name, kind: rest.length > 0 ? 'folder' : 'file' }))
      return entries.filter(({ name }, i) => entries.findIndex((other) => other.name === name) === i)
    },
  }
}

describe('language server: the workspace', () => {
  let driver: ServerDriver
  let files: Files
  let folders: string[]
  beforeEach(() => {
    files = new Files()
    folders = ['file:///w/a']
    files.texts.set('file:///w/a/总结.md', REPORT)
    files.texts.set('file:///w/a/清单.txt', SHOPPING)
    files.texts.set('file:///w/a/notes.md', ENGLISH)
    files.texts.set('file:///w/a/node_modules/x/总结.md', REPORT)
    files.texts.set('file:///w/a/.hidden/总结.md', REPORT)
  })
  afterEach(() => driver.stop())

  async function start(settings: Record<string, unknown> = ON, capabilities = WITH_FOLDERS): Promise<void> {
    driver = await ServerDriver.start({ settings, capabilities, ports: files.ports })
    driver.client.onRequest(WorkspaceFoldersRequest.type, () => folders.map((uri) => ({ uri, name: uri })))
  }
  const pull = async (previous: readonly WorkspaceDocumentDiagnosticReport[] = []): Promise<WorkspaceDocumentDiagnosticReport[]> => {
    const previousResultIds = previous.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }))
    return (await driver.client.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds })).items
  }
  const told = (items: readonly WorkspaceDocumentDiagnosticReport[]): [string, string, number][] =>
    items.map((item) => [decodeURI(item.uri), item.kind, item.kind === 'full' ? item.items.length : -1])
  const changed = (...uris: string[]): Promise<void> =>
    driver.client.sendNotification('workspace/didChangeWatchedFiles', { changes: uris.map((uri) => ({ uri: encodeURI(uri), type: 2 })) })

  describe('diagnostics', () => {
    it('are off unless wanted: no folder is looked into', async () => {
      await start({ messageLanguage: 'zh-CN' })
      assert.deepEqual(await pull(), [])
      assert.deepEqual(files.reads, [])
    })

    it('are those of the reports that are not open, equal to what opening them shows', async () => {
      await start()
      const [report, ...others] = await pull()
      assert.deepEqual(others, [])
      assert.ok(report?.kind === 'full' && report.items.length > 0)
      const uri = await driver.open(REPORT, { uri: 'file:///w/a/总结.md' })
      assert.deepEqual(
        report.items.map(({ range, message, code }) => ({ range, message, code })),
        (await driver.diagnostics(uri)).map(({ range, message, code }) => ({ range, message, code })),
      )
      assert.deepEqual(await pull(), [], 'an open document answers for itself')
    })

    it('say “unchanged” and read nothing again until a file changes', async () => {
      await start()
      const first = await pull()
      files.reads.length = 0
      assert.deepEqual(told(await pull(first)), [['file:///w/a/总结.md', 'unchanged', -1]])
      assert.deepEqual(
        files.reads.filter((uri) => !uri.includes('.gongwenrc')),
        [],
      )
      files.texts.set('file:///w/a/总结.md', REPORT.replace('三、', '二、').replace('四、', '三、'))
      await changed('file:///w/a/总结.md')
      const second = await pull(first)
      assert.ok(second[0]?.kind === 'full' && first[0]?.kind === 'full' && second[0].items.length < first[0].items.length)
    })

    it('of a file that was renamed, deleted or is no report any more are dropped', async () => {
      await start()
      const first = await pull()
      files.texts.delete('file:///w/a/总结.md')
      files.texts.set('file:///w/a/2024.md', REPORT)
      await changed('file:///w/a/总结.md', 'file:///w/a/2024.md')
      const second = await pull(first)
      assert.deepEqual(
        told(second).map(([uri, , count]) => [uri, count > 0]),
        [
          ['file:///w/a/2024.md', true],
          ['file:///w/a/总结.md', false],
        ],
      )
      files.texts.set('file:///w/a/2024.md', SHOPPING)
      await changed('file:///w/a/2024.md')
      assert.deepEqual(told(await pull(second.slice(0, 1))), [['file:///w/a/2024.md', 'full', 0]])
    })

    it('pass over what the editor’s `files.exclude` hides, as soon as it does', async () => {
      files.texts.set('file:///w/a/旧稿/2022/总结.md', REPORT)
      files.texts.set('file:///w/a/送审/总结.bak.md', REPORT)
      files.texts.set('file:///w/a/送审/总结.md', REPORT)
      await start()
      const first = await pull()
      assert.equal(first.length, 4)
      driver.excluded = {
        旧稿: true,
        '**/*.{bak,tmp}.md': true,
        '**/总结.md': false,
        '总结.md': { when: '$(basename).docx' },
        [`**/${'{a,b}'.repeat(60)}`]: true,
      }
      await driver.client.sendNotification('workspace/didChangeConfiguration', { settings: null })
      assert.deepEqual(
        told(await pull(first)).map(([uri, , count]) => [uri, count > 0]),
        [
          ['file:///w/a/总结.md', true],
          ['file:///w/a/送审/总结.md', true],
          ['file:///w/a/送审/总结.bak.md', false],
          ['file:///w/a/旧稿/2022/总结.md', false],
        ],
      )
    })

    it('come from every folder, each file once, and follow folders that are added and removed', async () => {
      folders = ['file:///w/a', 'file:///w/b', 'file:///w/a']
      files.texts.set('file:///w/b/计划.md', REPORT)
      await start()
      const first = await pull()
      assert.deepEqual(
        first.map(({ uri }) => decodeURI(uri)),
        ['file:///w/a/总结.md', 'file:///w/b/计划.md'],
      )
      folders = ['file:///w/b']
      await driver.client.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event: { added: [], removed: [{ uri: 'file:///w/a', name: 'a' }] } })
      assert.deepEqual(
        told(await pull(first)).map(([uri, kind]) => [uri, kind]),
        [
          ['file:///w/b/计划.md', 'full'],
          ['file:///w/a/总结.md', 'full'],
        ],
      )
    })

    it('are read again every time for a client that does not watch files', async () => {
      await start(ON, { ...WITH_FOLDERS, workspace: { ...WITH_FOLDERS.workspace, didChangeWatchedFiles: { dynamicRegistration: false } } })
      const first = await pull()
      assert.deepEqual(
        told(await pull(first)).map(([, kind]) => kind),
        ['unchanged'],
      )
      files.texts.set('file:///w/a/总结.md', REPORT.replace('三、', '二、'))
      assert.deepEqual(
        told(await pull(first)).map(([, kind]) => kind),
        ['full'],
      )
    })

    it('follow settings', async () => {
      await start()
      const first = await pull()
      driver.settings = { ...ON, minSeverity: 'error' }
      await driver.client.sendNotification('workspace/didChangeConfiguration', { settings: null })
      const second = await pull(first)
      assert.ok(second[0]?.kind === 'full' && second[0].items.every(({ severity }) => severity === 1))
      driver.settings = { messageLanguage: 'zh-CN' }
      await driver.client.sendNotification('workspace/didChangeConfiguration', { settings: null })
      assert.deepEqual(told(await pull(second)), [['file:///w/a/总结.md', 'full', 0]])
    })

    it('come one by one to a client that takes them so, which then waits for a change', async () => {
      await start()
      files.texts.set('file:///w/a/半年.md', REPORT)
      const parts: WorkspaceDocumentDiagnosticReport[][] = []
      const ask = (token: string, previous: readonly WorkspaceDocumentDiagnosticReport[]): Promise<WorkspaceDiagnosticReport> => {
        driver.client.onProgress(WorkspaceDiagnosticRequest.partialResult, token, ({ items }) => void parts.push([...items]))
        return driver.client.sendRequest('workspace/diagnostic', {
          previousResultIds: previous.map(({ uri, resultId }) => ({ uri, value: resultId })),
          partialResultToken: token,
        })
      }
      assert.deepEqual(await ask('t1', []), { items: [] })
      assert.deepEqual(
        parts.map((items) => items.length),
        [1, 1],
      )
      let isAnswered = false
      const waiting = ask('t2', parts.flat()).then(() => (isAnswered = true))
      await driver.settle()
      await driver.settle()
      assert.equal(isAnswered, false)
      files.texts.delete('file:///w/a/半年.md')
      await changed('file:///w/a/半年.md')
      await waiting
      assert.deepEqual(told(parts.slice(2).flat()), [
        ['file:///w/a/总结.md', 'unchanged', -1],
        ['file:///w/a/半年.md', 'full', 0],
      ])
    })

    it('show progress when they take a while, in the user’s language, and none when they do not', async () => {
      await start()
      let open = (): void => undefined
      const { readText } = files.ports
      let isSlow = new Promise<void>((resolve) => (open = resolve))
      files.ports.readText = async (uri) => {
        await isSlow
        return readText(uri)
      }
      driver.stop()
      await start({ ...ON, messageLanguage: 'en' })
      let created = 0
      const titles: string[] = []
      driver.client.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
        created++
        driver.client.onProgress(WorkDoneProgress.type, token, (step) => void (step.kind === 'begin' && titles.push(step.title)))
      })
      const slow = pull()
      await driver.settle()
      await driver.letTimePass()
      await driver.settle()
      assert.equal(created, 1)
      open()
      await slow
      assert.deepEqual(titles, ['Gongwen Lint'])
      isSlow = Promise.resolve()
      await pull()
      await driver.letTimePass()
      assert.equal(created, 1)
    })

    it('stop when the client cancels', async () => {
      await start()
      driver.stop()
      let isRead = (): void => undefined
      const reading = new Promise<void>((resolve) => (isRead = resolve))
      let open = (): void => undefined
      const gate = new Promise<void>((resolve) => (open = resolve))
      const { readText } = files.ports
      files.ports.readText = async (uri) => {
        isRead()
        await gate
        return readText(uri)
      }
      await start()
      const { CancellationTokenSource } = await import('vscode-jsonrpc')
      const source = new CancellationTokenSource()
      const pulled = driver.client
        .sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] }, source.token)
        .catch(() => ({ items: [] }))
      await reading
      source.cancel()
      open()
      assert.deepEqual((await pulled).items.length <= 1, true)
      assert.ok((await pull()).length > 0, 'the next request is served in full')
    })
  })

  describe('symbols', () => {
    const symbols = (query: string): Promise<WorkspaceSymbol[]> => driver.client.sendRequest('workspace/symbol', { query })
    const names = async (query: string): Promise<string[]> => (await symbols(query)).map(({ name, containerName }) => `${containerName ?? ''}: ${name}`)

    it('are the headings of open reports, and of the others once something is typed', async () => {
      await start({ messageLanguage: 'zh-CN' })
      assert.deepEqual(await symbols(''), [])
      assert.deepEqual(await names('德育'), ['总结: 一、德育工作扎实开展'])
      assert.deepEqual(await names('课研'), ['总结: （三）抓好课题研究'], 'as editors match: in order, not side by side')
      await driver.open(REPORT.replace('德育工作', '德育活动'), { uri: 'file:///w/a/总结.md' })
      assert.deepEqual(await names('德育'), ['总结: 一、德育活动扎实开展'], 'the text in the editor, not the file')
      assert.equal((await symbols('')).length, 6)
      assert.deepEqual(await names('牛奶'), [])
    })

    it('stand where the headings stand', async () => {
      await start()
      const [symbol] = await symbols('课题研究')
      assert.deepEqual(symbol?.location, {
        uri: 'file:///w/a/%E6%80%BB%E7%BB%93.md',
        range: { start: { line: 12, character: 0 }, end: { line: 12, character: 10 } },
      })
    })
  })
})

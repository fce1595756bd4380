import assert from 'node:assert/strict'
import type { FolderEntry } from '../../server/src/ports.js'
import type { ClientCapabilities, CodeLens, DocumentLink, SelectionRange, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver'
import { CodeLensRefreshRequest, SemanticTokensRefreshRequest } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { TOKEN_LEGEND } from '../../server/src/handlers/semantic-tokens.js'
import { SHOPPING } from './reports.js'
import { EDITOR, ServerDriver } from './server-driver.js'

const REPORT = [
  '青溪县教育局2024年工作总结',
  '',
  '2024年，全县教育工作😀稳步推进，𠮷庆校区启用。现将有关情况总结如下。',
  '',
  '一、主要工作',
  '',
  '（一）抓德育。落实《德育工作方案》，全县在园幼儿12500人，其中公办园在园幼儿7450人，占比59.6%。',
  '',
  '专任教师80人，其中骨干教师20人，占比45%。具体做法见第二部分。',
  '',
  '二、办学条件',
  '',
  '新建校舍XX平方米，《少先队章程》进校园。',
  '',
  '本文档由会员上传，下载后可编辑。',
  '',
].join('\n')
const REFRESHING: ClientCapabilities = {
  ...EDITOR,
  workspace: { ...EDITOR.workspace, codeLens: { refreshSupport: true }, semanticTokens: { refreshSupport: true } },
}

describe('language server: reading aids', () => {
  let driver: ServerDriver
  afterEach(() => driver.stop())

  describe('selection ranges', () => {
    const widening = async (uri: string, words: string): Promise<string[]> => {
      const [first] = await driver.client.sendRequest<SelectionRange[]>('textDocument/selectionRange', {
        textDocument: { uri },
        positions: [driver.rangeOf(uri, words).start],
      })
      const steps: string[] = []
      for (let step: SelectionRange | undefined = first; step !== undefined; step = step.parent) steps.push(driver.words(uri, step))
      return steps
    }

    it('widen from clause to sentence, paragraph, section and text', async () => {
      driver = await ServerDriver.start()
      for (const text of [REPORT, REPORT.replaceAll('\n', '\r\n')]) {
        const uri = await driver.open(text)
        const steps = await widening(uri, '骨干教师')
        assert.deepEqual(steps.slice(0, 3), [
          '其中骨干教师20人',
          '专任教师80人，其中骨干教师20人，占比45%。',
          '专任教师80人，其中骨干教师20人，占比45%。具体做法见第二部分。',
        ])
        assert.ok(steps[3]?.startsWith('（一）抓德育。') && steps[3].endsWith('见第二部分。'))
        assert.ok(steps[4]?.startsWith('一、主要工作') && steps[4].endsWith('见第二部分。'))
        assert.equal(steps[5], text)
        assert.equal(steps.length, 6)
        await driver.close(uri)
      }
    })

    it('count UTF-16 units, and start at what there is in an empty line', async () => {
      driver = await ServerDriver.start()
      const uri = await driver.open(REPORT)
      assert.deepEqual((await widening(uri, '庆校区')).slice(0, 2), ['𠮷庆校区启用', '2024年，全县教育工作😀稳步推进，𠮷庆校区启用。'])
      const [first] = await driver.client.sendRequest<SelectionRange[]>('textDocument/selectionRange', {
        textDocument: { uri },
        positions: [{ line: 9, character: 0 }],
      })
      assert.ok(first && first.range.start.line <= 9 && first.range.end.line >= 9)
    })
  })

  describe('code lens', () => {
    const lenses = (uri: string): Promise<CodeLens[]> => driver.client.sendRequest('textDocument/codeLens', { textDocument: { uri } })

    it('sums up the report on its title and each section on its heading', async () => {
      driver = await ServerDriver.start({ initializationOptions: { codeLens: true } })
      const uri = await driver.open(REPORT)
      const shown = await lenses(uri)
      assert.deepEqual(
        shown.map(({ range }) => driver.words(uri, { range })),
        ['青溪县教育局2024年工作总结', '一、主要工作', '二、办学条件'],
        'not on （一）, which runs on into its paragraph',
      )
      const title = shown[0]?.command?.title ?? ''
      assert.match(title, /^\d+字\u3000\d+个问题\u3000数据7处\u3000未见党建工作、安全稳定工作、存在的问题等5个部分$/)
      assert.match(shown[1]?.command?.title ?? '', /^\d+字\u30002个问题$/)
      for (const { command } of shown) assert.deepEqual([command?.command, command?.arguments], ['gongwen.showReport', [uri]])
      const [characters] = title.split('字')
      const prose = REPORT.replace(/本文档由.*/, '').replace(/\s/g, '')
      assert.equal(Number(characters), [...prose].length)
    })

    it('names no command to a client that has none, and speaks English to who wants it', async () => {
      driver = await ServerDriver.start({ initializationOptions: {}, settings: { messageLanguage: 'en' } })
      const shown = await lenses(await driver.open(REPORT))
      assert.ok(shown.length > 0 && shown.every(({ command }) => command?.command === ''))
      assert.match(shown[0]?.command?.title ?? '', /^\d+ characters {2}\d+ problems {2}7 figures {2}lacking: /)
    })

    it('is not there for who does not want it, and is asked for again when settings change', async () => {
      driver = await ServerDriver.start({ capabilities: REFRESHING, settings: { codeLens: false } })
      const uri = await driver.open(REPORT)
      assert.deepEqual(await lenses(uri), [])
      const refreshed = Promise.all(
        [CodeLensRefreshRequest.type, SemanticTokensRefreshRequest.type].map(
          (type) => new Promise<void>((resolve) => driver.client.onRequest(type.method, () => resolve())),
        ),
      )
      driver.settings = {}
      await driver.client.sendNotification('workspace/didChangeConfiguration', { settings: null })
      await refreshed
      assert.ok((await lenses(uri)).length > 0)
    })
  })

  describe('document links', () => {
    const links = (uri: string): Promise<DocumentLink[]> => driver.client.sendRequest('textDocument/documentLink', { textDocument: { uri } })
    const start = async (...names: string[]): Promise<void> => {
      const readFolder = async (uri: string): Promise<FolderEntry[]> => (uri === 'file:///w/' ? names.map((name) => ({ name, kind: 'file' })) : [])
      driver = await ServerDriver.start({ ports: { readFolder }, rootUri: 'file:///w' })
    }

    it('lead from 见第二部分 to its heading, and from 《…》 to the file of that name', async () => {
      await start('德育工作方案.md', '少先队章程.docx')
      const uri = await driver.open(REPORT, { uri: 'file:///w/总结.md' })
      const shown = await links(uri)
      assert.deepEqual(
        shown.map((link) => [driver.words(uri, link), decodeURI(link.target ?? ''), link.tooltip]),
        [
          ['第二部分', 'file:///w/总结.md#L11,1', '二、办学条件'],
          ['德育工作方案', 'file:///w/德育工作方案.md', '打开“德育工作方案”'],
        ],
      )
    })

    it('lead nowhere where two files have the name, or the file is the report itself', async () => {
      await start('德育工作方案.md', '德育工作方案.txt', '少先队章程.md')
      const uri = await driver.open(REPORT, { uri: 'file:///w/少先队章程.md' })
      assert.deepEqual(
        (await links(uri)).map((link) => driver.words(uri, link)),
        ['第二部分'],
      )
    })
  })

  describe('semantic tokens', () => {
    /** The words of tokens with type and modifier. */
    const read = (text: string, data: readonly number[]): string[] => {
      const document = TextDocument.create('file:///t', 'markdown', 1, text)
      const found: string[] = []
      let [line, character] = [0, 0]
      for (let i = 0; i < data.length; i += 5) {
        const [down, right, length, type, bits] = data.slice(i, i + 5) as [number, number, number, number, number]
        character = down === 0 ? character + right : right
        line += down
        const words = document.getText({ start: { line, character }, end: { line, character: character + length } })
        const modifiers = TOKEN_LEGEND.tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0)
        found.push([words, TOKEN_LEGEND.tokenTypes[type], ...modifiers].join(' '))
      }
      return found
    }
    const full = (uri: string): Promise<SemanticTokens> => driver.client.sendRequest('textDocument/semanticTokens/full', { textDocument: { uri } })

    it('tell ordinals, figures by what speaks for and against them, places to fill in, and residue', async () => {
      driver = await ServerDriver.start()
      for (const text of [REPORT, `\ufeff${REPORT.replaceAll('\n', '\r\n')}`]) {
        const uri = await driver.open(text)
        assert.deepEqual(read(text, (await full(uri)).data), [
          '一、 keyword declaration',
          '（一） keyword declaration',
          '12500人 number agreed',
          '7450人 number agreed',
          '59.6% number agreed',
          '80人 number',
          '20人 number',
          '45% number suspect',
          '二、 keyword declaration',
          'XX variable placeholder',
          '本文档由会员上传，下载后可编辑。 comment residue',
        ])
        await driver.close(uri)
      }
    })

    it('of a range are those in it', async () => {
      driver = await ServerDriver.start()
      const uri = await driver.open(REPORT)
      const { data } = await driver.client.sendRequest<SemanticTokens>('textDocument/semanticTokens/range', {
        textDocument: { uri },
        range: driver.rangeOf(uri, '专任教师80人，其中骨干教师20人'),
      })
      assert.deepEqual(read(REPORT, data), ['80人 number', '20人 number'])
    })

    it('are told as the difference to who has the last ones', async () => {
      driver = await ServerDriver.start()
      const uri = await driver.open(REPORT)
      const before = await full(uri)
      await driver.type(uri, '45%', '25%')
      const answer = await driver.client.sendRequest<SemanticTokens | SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
        textDocument: { uri },
        previousResultId: before.resultId,
      })
      assert.ok('edits' in answer && answer.edits.length > 0)
      const after = [...before.data]
      for (const { start, deleteCount, data } of [...answer.edits].reverse()) after.splice(start, deleteCount, ...(data ?? []))
      assert.deepEqual(after, (await full(uri)).data)
      assert.ok(read(REPORT.replace('45%', '25%'), after).includes('25% number agreed'))
    })

    it('are all there for who names a result that is unknown', async () => {
      driver = await ServerDriver.start()
      const uri = await driver.open(REPORT)
      const answer = await driver.client.sendRequest<SemanticTokens | SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
        textDocument: { uri },
        previousResultId: 'never',
      })
      assert.ok('data' in answer && answer.data.length === 55)
    })
  })

  it('keep silent in a text that is no report, and in a document that was closed or never there', async () => {
    driver = await ServerDriver.start()
    const shopping = await driver.open(SHOPPING, { uri: 'file:///list.md' })
    const closed = await driver.open(REPORT)
    await driver.close(closed)
    for (const uri of [shopping, closed, 'file:///never.md', 'git:/report.md']) {
      const textDocument = { uri }
      const ask = (method: string, params = {}): Promise<unknown> => driver.client.sendRequest(`textDocument/${method}`, { textDocument, ...params })
      assert.equal(await ask('selectionRange', { positions: [{ line: 0, character: 0 }] }), null)
      assert.deepEqual(await ask('codeLens'), [])
      assert.deepEqual(await ask('documentLink'), [])
      assert.deepEqual(await ask('semanticTokens/full'), { data: [] })
      assert.deepEqual(await ask('semanticTokens/full/delta', { previousResultId: '1' }), { data: [] })
      assert.deepEqual(await ask('semanticTokens/range', { range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } } }), { data: [] })
      assert.equal(await ask('formatting', { options: { tabSize: 2, insertSpaces: true } }), null)
    }
  })
})

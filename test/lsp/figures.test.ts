import assert from 'node:assert/strict'
import type {
  AnnotatedTextEdit,
  ClientCapabilities,
  DocumentHighlight,
  Hover,
  InlayHint,
  Location,
  Range,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver'
import { InlayHintRefreshRequest } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { SHOPPING } from './reports.js'
import { EDITOR, ServerDriver } from './server-driver.js'

const REPORT = [
  '青溪县教育局2024年工作总结',
  '',
  '2024年，全县教育工作😀稳步推进。现将有关情况总结如下。',
  '',
  '一、主要工作',
  '',
  '推进𠮷庆行动😀，全县在园幼儿12500人，其中公办园在园幼儿7450人，占比59.6%。',
  '',
  '开展消防演练32次。智慧教室由64间增加到102间，增长59.4%。',
  '',
  '二、办学条件',
  '',
  '全县在园幼儿1.25万人，开展消防演练三十二次。专任教师80人，其中骨干教师20人，占比45%。',
  '',
  '三、2025年工作打算',
  '',
  '全县在园幼儿达到12500人，开展消防演练32次。',
  '',
].join('\n')
const PREVIEWING: ClientCapabilities = {
  workspace: {
    ...EDITOR.workspace,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
    inlayHint: { refreshSupport: true },
  },
  textDocument: { ...EDITOR.textDocument, rename: { prepareSupport: true } },
}
const HINTED = { messageLanguage: 'zh-CN', inlayHints: true }
const EVERYWHERE: Range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } }

describe('language server: figures', () => {
  let driver: Awaited<ReturnType<typeof ServerDriver.start>>
  afterEach(() => driver.stop())

  const at = (uri: string, words: string): object => ({
    textDocument: { uri },
    position: driver.rangeOf(uri, words).start,
  })
  const hover = async (uri: string, words: string): Promise<string> => {
    const answer = await driver.client.sendRequest<Hover | null>('textDocument/hover', at(uri, words))
    return (answer?.contents as { value: string } | undefined)?.value ?? ''
  }
  const references = (uri: string, words: string, includeDeclaration = false): Promise<Location[] | null> =>
    driver.client.sendRequest('textDocument/references', { ...at(uri, words), context: { includeDeclaration } })
  const highlights = (uri: string, words: string): Promise<DocumentHighlight[] | null> =>
    driver.client.sendRequest('textDocument/documentHighlight', at(uri, words))
  const prepare = (uri: string, words: string): Promise<{ range: Range; placeholder: string } | null> =>
    driver.client.sendRequest('textDocument/prepareRename', at(uri, words))
  const rename = (uri: string, words: string, newName: string): Promise<WorkspaceEdit | null> =>
    driver.client.sendRequest('textDocument/rename', { ...at(uri, words), newName })
  const hints = (uri: string, range = EVERYWHERE): Promise<InlayHint[]> => driver.client.sendRequest('textDocument/inlayHint', { textDocument: { uri }, range })
  const edited = (edit: WorkspaceEdit | null): AnnotatedTextEdit[] =>
    (edit?.documentChanges as TextDocumentEdit[]).flatMap(({ edits }) => edits as AnnotatedTextEdit[])
  const applied = (text: string, edit: WorkspaceEdit | null): string =>
    TextDocument.applyEdits(TextDocument.create('file:///r.md', 'markdown', 1, text), edited(edit))

  describe('hover', () => {
    it('says what a figure is read as, where else its metric stands, and what agrees with it', async () => {
      driver = await ServerDriver.start()
      const uri = await driver.open(REPORT)
      assert.equal(
        await hover(uri, '12500'),
        [
          '**在园幼儿　12500人**',
          '',
          '- 数值：12500人',
          '- 范围：全县；年份：2024年；性质：已完成或现有',
          '- 同一指标的其他数：第13行 1.25万人；第17行 12500人（2025年，计划）',
          '- 核对：7450÷12500＝59.6%，与文中59.6%一致',
        ].join('\n'),
      )
      const rounded = await hover(uri, '1.25万')
      assert.match(rounded, /^- 数值：12500人（按四舍五入或截尾，可代表12450～12600人）$/m)
      assert.match(rounded, /^- 核对：文中没有可以与它互相核算的数$/m)
      const base = await hover(uri, '64间')
      assert.match(base, /性质：变化前的数/)
      assert.match(base, /^- 核对：（102－64）÷64＝59.4%，与文中59.4%一致$/m)
    })

    it('repeats the findings that touch it, as their claim or as an operand, and keeps what the rule says', async () => {
      driver = await ServerDriver.start()
      const uri = await driver.open(REPORT)
      for (const words of ['45%', '20人', '80人']) assert.match(await hover(uri, words), /^- 核对：⚠ 45%与文中数字不符：20÷80＝25%。$/m, words)
      assert.match(await hover(uri, '45%'), /\n---\n\n\*\*占比或比率/)
      assert.doesNotMatch(await hover(uri, '20人'), /一致/)
      assert.equal(await hover(uri, '开展消防'), '', 'no figure there')
    })

    it('covers the figure, in UTF-16 units behind 𠮷 and an emoji, with CRLF and a byte order mark', async () => {
      driver = await ServerDriver.start()
      const uri = await driver.open(`\ufeff${REPORT.replaceAll('\n', '\r\n')}`)
      const answer = await driver.client.sendRequest<Hover>('textDocument/hover', at(uri, '7450人'))
      assert.deepEqual(answer.range, driver.rangeOf(uri, '7450人'))
    })

    it('writes what the report says as words, not as links', async () => {
      driver = await ServerDriver.start()
      const uri = await driver.open(REPORT.replace('在园幼儿12500', '在园[幼儿](command:x)12500'), { uri: 'file:///p.txt', languageId: 'plaintext' })
      const text = await hover(uri, '12500人')
      assert.match(text, /12500/)
      assert.doesNotMatch(text, /(?<!\\)\]\(/)
    })

    it('speaks English to who wants it', async () => {
      driver = await ServerDriver.start({ settings: { messageLanguage: 'en' } })
      const uri = await driver.open(REPORT)
      assert.match(await hover(uri, '12500'), /^- Other figures of this metric: line 13 1.25万人; line 17 12500人 \(2025, planned\)$/m)
    })
  })

  describe('references and highlights', () => {
    it('give the other places of the same metric, value and year', async () => {
      driver = await ServerDriver.start()
      const uri = await driver.open(REPORT)
      assert.deepEqual(await references(uri, '12500'), [{ uri, range: driver.rangeOf(uri, '1.25万人') }])
      assert.deepEqual(await references(uri, '三十二次'), [{ uri, range: driver.rangeOf(uri, '32次') }])
      assert.deepEqual(
        (await references(uri, '12500', true))?.map((place) => driver.words(uri, place)),
        ['12500人', '1.25万人'],
      )
      assert.deepEqual(await references(uri, '64间'), [], 'another value, another year')
      assert.deepEqual(
        (await highlights(uri, '1.25万'))?.map((place) => driver.words(uri, place)),
        ['12500人', '1.25万人'],
      )
      assert.equal(await highlights(uri, '64间'), null, 'stands once')
      assert.equal(await references(uri, '主要工作'), null)
    })

    it('follow the text as it is edited', async () => {
      driver = await ServerDriver.start()
      const uri = await driver.open(REPORT)
      await driver.type(uri, '1.25万', '1.26万')
      assert.deepEqual(await references(uri, '12500'), [])
    })
  })

  describe('rename', () => {
    it('writes each place in its own way, and asks about every one', async () => {
      driver = await ServerDriver.start({ capabilities: PREVIEWING })
      assert.deepEqual((driver.initialized.capabilities as { renameProvider: unknown }).renameProvider, { prepareProvider: true })
      const uri = await driver.open(REPORT)
      assert.deepEqual(await prepare(uri, '1.25万'), { range: driver.rangeOf(uri, '1.25万'), placeholder: '1.25万' })
      const edit = await rename(uri, '12500', '13600人')
      assert.equal(applied(REPORT, edit), REPORT.replace('12500', '13600').replace('1.25万', '1.36万'))
      for (const { annotationId } of edited(edit)) assert.equal(edit?.changeAnnotations?.[annotationId]?.needsConfirmation, true)
      assert.equal(edit?.changeAnnotations?.restated?.description, '共2处。占比、合计等由它算出的数不会自动改。')
      assert.equal(applied(REPORT, await rename(uri, '三十二次', '三十五')), REPORT.replace('32', '35').replace('三十二', '三十五'))
      assert.equal(applied(REPORT, await rename(uri, '1.25万', '12345')), REPORT.replace('12500', '12345').replace('1.25万', '12345'))
    })

    it('refuses what is no exact numeral, and offers nothing where no figure can be written anew', async () => {
      driver = await ServerDriver.start({ capabilities: PREVIEWING })
      const uri = await driver.open(REPORT.replace('20人', 'XX人').replace('32次', '4—5次'))
      for (const typed of ['许多', '', '12500所', '3万余', '七八十', '三分之二', '1 2'])
        await assert.rejects(rename(uri, '12500', typed), /不是一个确切的数/, typed)
      for (const words of ['XX人', '4—5次', '主要工作']) {
        assert.equal(await prepare(uri, words), null, words)
        assert.equal(await rename(uri, words, '5'), null, words)
      }
    })

    it('gives a client that cannot ask only the place that the writer stands on', async () => {
      driver = await ServerDriver.start()
      const uri = await driver.open(REPORT)
      assert.equal(applied(REPORT, await rename(uri, '1.25万', '1.3万')), REPORT.replace('1.25万', '1.3万'))
      driver.stop()
      driver = await ServerDriver.start({ capabilities: { textDocument: {} } })
      await driver.open(REPORT)
      assert.deepEqual(await rename(uri, '1.25万', '1.3万'), { changes: { [uri]: [{ range: driver.rangeOf(uri, '1.25万'), newText: '1.3万' }] } })
    })
  })

  describe('inlay hints', () => {
    it('are off unless wanted', async () => {
      driver = await ServerDriver.start()
      assert.deepEqual(await hints(await driver.open(REPORT)), [])
    })

    it('show the computed share behind a claimed one, right or wrong', async () => {
      driver = await ServerDriver.start({ settings: HINTED })
      const uri = await driver.open(REPORT)
      const shown = await hints(uri)
      assert.deepEqual(
        shown.map(({ position, label, tooltip }) => [position, label, tooltip]),
        [
          [driver.rangeOf(uri, '59.6%').end, '＝59.6%', '7450÷12500＝59.6%，与文中一致'],
          [driver.rangeOf(uri, '45%').end, '＝25.0%', '20÷80＝25.0%，与文中不符'],
        ],
      )
      assert.deepEqual(await hints(uri, driver.rangeOf(uri, '59.6%')), shown.slice(0, 1), 'only those asked for')
    })

    it('say that a share of rounded figures is near, and show none where the words name no operands', async () => {
      driver = await ServerDriver.start({ settings: HINTED })
      const uri = await driver.open(REPORT.replace('在园幼儿12500人', '在园幼儿1.25万人').replace('其中骨干教师20人，占比45%', '普惠率92.5%'))
      assert.deepEqual(
        (await hints(uri)).map(({ label }) => label),
        ['≈59.6%'],
      )
    })

    it('are asked for again when settings change', async () => {
      driver = await ServerDriver.start({ capabilities: PREVIEWING })
      const uri = await driver.open(REPORT)
      assert.deepEqual(await hints(uri), [])
      const refreshed = new Promise<void>((resolve) => driver.client.onRequest(InlayHintRefreshRequest.type, () => resolve()))
      driver.settings = HINTED
      await driver.client.sendNotification('workspace/didChangeConfiguration', { settings: null })
      await refreshed
      assert.equal((await hints(uri)).length, 2)
    })
  })

  it('keep silent in a text that is no report, and in a document that was closed', async () => {
    driver = await ServerDriver.start({ capabilities: PREVIEWING, settings: HINTED })
    const shopping = await driver.open(`${SHOPPING}\n鸡蛋30个，其中红鸡蛋15个，占比50%。鸡蛋30个。\n`, { uri: 'file:///list.md' })
    const closed = await driver.open(REPORT)
    const place = at(closed, '12500')
    await driver.close(closed)
    for (const params of [at(shopping, '30个'), place]) {
      for (const method of ['hover', 'documentHighlight', 'prepareRename'])
        assert.equal(await driver.client.sendRequest(`textDocument/${method}`, params), null, method)
      assert.equal(await driver.client.sendRequest('textDocument/references', { ...params, context: { includeDeclaration: true } }), null)
      assert.equal(await driver.client.sendRequest('textDocument/rename', { ...params, newName: '31' }), null)
    }
    for (const uri of [shopping, closed]) assert.deepEqual(await hints(uri), [])
  })
})

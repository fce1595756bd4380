import assert from 'node:assert/strict'
import type { AnnotatedTextEdit, ClientCapabilities, CodeAction, TextDocumentEdit } from 'vscode-languageserver'
import { SHOPPING } from './reports.js'
import { EDITOR, ServerDriver } from './server-driver.js'

const REPORT = [
  '临川县第三小学2024年工作总结',
  '',
  '2024年，学校坚持育人为本，各项工作平稳推进。现将有关情况总结如下。',
  '',
  '一、德育工作扎实开展',
  '全年组织主题升旗仪式32次，存在的不足见第四部分。',
  '',
  '三、教学质量稳步提升',
  '',
  '（一）抓好常规教学。教师人人上好公开课，做到课前有准备、课后有反思。',
  '',
  '（三）抓好课题研究。全校有教师80人，立项课题6个。',
  '',
  '四、存在的问题和下一步打算',
  '音乐、美术教师仍然不足，将在前文（三）的基础上，通过轮岗交流逐步解决。',
  '',
].join('\n')
const RENUMBERED = REPORT.replace('三、教', '二、教')
  .replace('四、存', '三、存')
  .replace('第四部分', '第三部分')
  .replace('（三）抓', '（二）抓')
  .replace('前文（三）', '前文（二）')
const RESOLVING: ClientCapabilities = {
  workspace: {
    ...EDITOR.workspace,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
  textDocument: { ...EDITOR.textDocument, codeAction: { resolveSupport: { properties: ['edit'] } } },
}
const LEVEL = 'refactor.rewrite.gongwen.renumberLevel'
const RENUMBER = 'refactor.rewrite.gongwen.renumber'
const UNIFY = 'refactor.rewrite.gongwen.unifyOrdinals'
const TO_MARKDOWN = 'refactor.rewrite.gongwen.toMarkdown'
const TO_PLAIN = 'refactor.rewrite.gongwen.toPlain'
const PROMOTE = 'refactor.move.gongwen.promote'
const DEMOTE = 'refactor.move.gongwen.demote'
const UP = 'refactor.move.gongwen.up'
const DOWN = 'refactor.move.gongwen.down'

describe('language server: restructuring', () => {
  let driver: Awaited<ReturnType<typeof ServerDriver.start>>
  afterEach(() => driver.stop())

  const kindsAt = async (uri: string, words: string, only = ['refactor']): Promise<string[]> =>
    (await driver.actions(uri, words, only)).map(({ kind }) => kind ?? '')
  const applied = async (uri: string, words: string, kind: string): Promise<string> => {
    const [action, another] = await driver.actions(uri, words, [kind])
    assert.ok(action, `${kind} is not offered`)
    assert.equal(another, undefined)
    return driver.apply(uri, action)
  }

  describe('with a client that takes edits at once', () => {
    beforeEach(async () => {
      driver = await ServerDriver.start()
    })

    it('says which kinds it offers', () => {
      const { codeActionProvider } = driver.initialized.capabilities
      assert.ok(typeof codeActionProvider === 'object')
      for (const kind of ['refactor.rewrite', 'refactor.move']) assert.ok(codeActionProvider.codeActionKinds?.includes(kind))
    })

    it('offers, on a heading, what changes something, and nothing elsewhere', async () => {
      const uri = await driver.open(REPORT)
      assert.deepEqual(await kindsAt(uri, '教学质量稳步提升'), [LEVEL, DEMOTE, UP, DOWN, RENUMBER, TO_MARKDOWN])
      assert.deepEqual(await kindsAt(uri, '一、德育'), [LEVEL, DOWN, RENUMBER, TO_MARKDOWN])
      assert.deepEqual(await kindsAt(uri, '（三）抓好课题研究'), [LEVEL, PROMOTE, DEMOTE, UP, RENUMBER, TO_MARKDOWN])
      assert.deepEqual(await kindsAt(uri, '临川县'), [RENUMBER, TO_MARKDOWN])
      assert.deepEqual(await kindsAt(uri, ''), [RENUMBER, TO_MARKDOWN], 'several headings are no single section')
      assert.deepEqual(await kindsAt(uri, '立项课题'), [])
      assert.deepEqual(await kindsAt(uri, '坚持育人为本'), [])
      assert.deepEqual(await kindsAt(uri, '教学质量稳步提升', ['refactor.move']), [DEMOTE, UP, DOWN])
      assert.deepEqual(await kindsAt(uri, '教学质量稳步提升', ['refactor.rewrite.gongwen']), [LEVEL, RENUMBER, TO_MARKDOWN])
    })

    it('offers nothing in a text that is no report', async () => {
      const uri = await driver.open(SHOPPING)
      assert.deepEqual(await kindsAt(uri, '三、面包'), [])
    })

    it('renumbers the document and the references in one edit', async () => {
      const uri = await driver.open(REPORT)
      assert.equal(await applied(uri, '教学质量', RENUMBER), RENUMBERED)
      await driver.close(uri)
      const again = await driver.open(RENUMBERED)
      assert.deepEqual(await kindsAt(again, '教学质量', ['refactor.rewrite']), [TO_MARKDOWN])
      const diagnostics = await driver.diagnostics(again)
      assert.deepEqual(
        diagnostics.filter(({ code }) => code === 'structure/ordinal-sequence'),
        [],
      )
    })

    it('renumbers a level alone', async () => {
      const uri = await driver.open(REPORT)
      assert.equal(await applied(uri, '（三）抓好', LEVEL), REPORT.replace('（三）抓', '（二）抓').replace('前文（三）', '前文（二）'))
    })

    it('offers renumbering as a quick fix beside a finding about numbers', async () => {
      const uri = await driver.open(REPORT)
      const actions = await driver.actions(uri, '三、教', ['quickfix'])
      const fix = actions.find(({ title }) => title.startsWith('全文重新编号'))
      assert.ok(fix)
      assert.equal(fix.diagnostics?.[0]?.code, 'structure/ordinal-sequence')
      assert.equal(driver.apply(uri, fix), RENUMBERED)
      assert.deepEqual(
        (await driver.actions(uri, '育人为本', ['quickfix'])).filter(({ title }) => title.startsWith('全文重新编号')),
        [],
      )
    })

    it('moves, demotes and promotes a section', async () => {
      const uri = await driver.open(RENUMBERED)
      const lines = RENUMBERED.split('\n')
      const moved = await applied(uri, '教学质量', UP)
      assert.deepEqual(moved.split('\n').slice(4, 14), [
        '一、教学质量稳步提升',
        ...lines.slice(8, 12),
        '',
        '二、德育工作扎实开展',
        ...lines.slice(5, 7),
        lines[13],
      ])
      const demoted = await applied(uri, '教学质量', DEMOTE)
      assert.equal(
        demoted,
        RENUMBERED.replace('二、教', '（一）教')
          .replace('（一）抓', '1.抓')
          .replace('（二）抓', '2.抓')
          .replace('三、存', '二、存')
          .replace('第三部分', '第二部分'),
      )
      assert.match(await applied(uri, '（二）抓好', PROMOTE), /\n三、抓好课题研究。[\s\S]+\n四、存在的问题/)
    })

    it('turns headings into Markdown headings and back', async () => {
      const uri = await driver.open(RENUMBERED, { languageId: 'plaintext', uri: 'file:///a.txt' })
      const markdown = await applied(uri, '德育', TO_MARKDOWN)
      assert.equal(
        markdown,
        RENUMBERED.replace('临川县', '# 临川县').replace('一、德', '## 一、德').replace('二、教', '## 二、教').replace('三、存', '## 三、存'),
      )
      const back = await driver.open(markdown)
      assert.equal(await applied(back, '德育', TO_PLAIN), RENUMBERED)
    })

    it('writes ordinals as the standard has them, in the client’s terms with CRLF and rare characters', async () => {
      const text = RENUMBERED.replace('二、', '二.').replace('（二）抓', '(二)、抓').replace('临川县', '𠮷县😀').replaceAll('\n', '\r\n')
      const uri = await driver.open(text)
      assert.equal(await applied(uri, '教学质量', UNIFY), text.replace('二.', '二、').replace('(二)、', '（二）'))
    })

    it('speaks English to those who want it', async () => {
      driver.stop()
      driver = await ServerDriver.start({ settings: { messageLanguage: 'en' } })
      const uri = await driver.open(REPORT)
      for (const { title } of await driver.actions(uri, '教学质量', ['refactor'])) assert.doesNotMatch(title, /\p{Script=Han}/u)
    })
  })

  describe('with a client that asks for edits later', () => {
    beforeEach(async () => {
      driver = await ServerDriver.start({ capabilities: RESOLVING })
    })
    const resolved = (action: CodeAction): Promise<CodeAction> => driver.client.sendRequest('codeAction/resolve', action)

    it('finds the edits when the action is taken, and refuses when the text has moved on', async () => {
      const uri = await driver.open(REPORT)
      const actions = await driver.actions(uri, '教学质量', ['refactor'])
      for (const { edit, data } of actions) assert.deepEqual([edit, typeof data], [undefined, 'object'])
      const renumber = actions.find(({ kind }) => kind === RENUMBER)
      const down = actions.find(({ kind }) => kind === DOWN)
      assert.ok(renumber && down)
      assert.equal(driver.apply(uri, await resolved(renumber)), RENUMBERED)
      assert.match(driver.apply(uri, await resolved(down)), /\n三、存在的问题[\s\S]+\n四、教学质量/)
      await driver.type(uri, '32次', '33次')
      await assert.rejects(resolved(renumber), /has changed/)
    })

    it('asks before it changes a reference that may mean another heading', async () => {
      const text = REPORT.replace('四、存', '三、存').replace('第四部分', '第三部分')
      const uri = await driver.open(text)
      const [action] = await driver.actions(uri, '教学质量', [RENUMBER])
      assert.ok(action)
      const { edit } = await resolved(action)
      const edits = (edit?.documentChanges as TextDocumentEdit[] | undefined)?.flatMap((change) => change.edits) ?? []
      const asked = edits.filter((change): change is AnnotatedTextEdit => 'annotationId' in change)
      assert.deepEqual(
        asked.map((change) => [driver.words(uri, change), change.newText]),
        [['三', '二']],
      )
      const annotation = edit?.changeAnnotations?.[asked[0]?.annotationId ?? '']
      assert.equal(annotation?.needsConfirmation, true)
      assert.match(annotation.description ?? '', /第三部分/)
    })

    it('names the references that a moved section takes along unchanged', async () => {
      driver = await ServerDriver.start({ capabilities: RESOLVING })
      const messages: string[] = []
      driver.client.onNotification('window/showMessage', ({ message }: { message: string }) => void messages.push(message))
      const uri = await driver.open(
        '2024年工作总结\n\n一、主要工作\n\n（一）抓党建\n发展党员3名，见（二）。\n\n（二）抓教学\n听课40节，见（一），又见（二）。\n\n二、存在问题\n\n（一）师资\n缺编12人。\n\n（二）学位\n大班额2个。\n',
      )
      const [up] = await driver.actions(uri, '（二）抓教学', [UP])
      await resolved(up as CodeAction)
      await driver.settle()
      assert.deepEqual(messages, ['移动的部分里有指引，说的是哪一部分不能确定，没有改，请核对：第6行“（二）”（移动前的行号）'])
    })

    it('leaves such a reference alone for a client that cannot ask', async () => {
      driver.stop()
      driver = await ServerDriver.start()
      const text = REPORT.replace('四、存', '三、存').replace('第四部分', '第三部分')
      const uri = await driver.open(text)
      assert.match(await applied(uri, '教学质量', RENUMBER), /不足见第三部分/)
    })
  })
})

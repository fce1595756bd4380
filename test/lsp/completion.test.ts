import assert from 'node:assert/strict'
import type { CompletionItem, CompletionList } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { ServerDriver } from './server-driver.js'
import { SHOPPING } from './reports.js'

const HEAD = '临川县第三小学2024年工作总结\n\n现将有关情况总结如下。\n\n'
const WRITTEN = `${HEAD}一、主要工作\n\n（一）抓德育\n\n正文。\n\n`

describe('language server: completion', () => {
  let driver: ServerDriver
  beforeEach(async () => {
    driver = await ServerDriver.start()
  })
  afterEach(() => driver.stop())

  /** What is offered at `‸` in a text; by a typed character unless asked. */
  async function offered(marked: string, isAsked = false, languageId = 'markdown'): Promise<{ labels: string[]; apply(label: string): string }> {
    const offset = marked.indexOf('‸')
    const text = marked.replace('‸', '')
    const document = TextDocument.create('file:///c.md', languageId, 1, text)
    const uri = await driver.open(text, { uri: document.uri, languageId })
    const context = isAsked ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter: text[offset - 1] }
    const { items } = await driver.client.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position: document.positionAt(offset),
      context,
    })
    await driver.close(uri)
    for (const { textEdit, filterText } of items) {
      assert.ok(textEdit && 'range' in textEdit)
      const typed = document.getText({ start: textEdit.range.start, end: document.positionAt(offset) })
      assert.ok(filterText?.startsWith(typed), 'an editor would filter it away')
    }
    const find = (label: string): CompletionItem => items.find((item) => item.label === label) ?? assert.fail(`no ${label}`)
    return {
      labels: items.map(({ label }) => label),
      apply: (label) => TextDocument.applyEdits(document, [find(label).textEdit as { range: never; newText: string }]),
    }
  }

  it('goes on with the ordinals that are open, innermost first, and one below', async () => {
    const { labels } = await offered(`${WRITTEN}‸`, true)
    assert.deepEqual(
      labels.filter((label) => label.length < 4),
      ['（二）', '二、', '1.'],
    )
    assert.ok(
      labels.some((label) => /^二、.*问题/.test(label)),
      'a section that the report lacks',
    )
  })

  it('offers 一、 in a report without headings', async () => {
    assert.ok((await offered(`${HEAD}‸`, true)).labels.includes('一、'))
  })

  it('puts right an ordinal that was typed wrong', async () => {
    const wrong = await offered(`${WRITTEN}三、‸`)
    assert.ok(wrong.labels.includes('二、'))
    assert.equal(wrong.apply('二、'), `${WRITTEN}二、`)
    const bracketed = await offered(`${WRITTEN}（三）‸`)
    assert.ok(bracketed.labels.includes('（二）') && bracketed.labels.every((label) => label.startsWith('（二）')), bracketed.labels.join())
  })

  it('replaces a bracket that the editor closed', async () => {
    const { apply } = await offered(`${WRITTEN}（‸）`)
    assert.equal(apply('（二）'), `${WRITTEN}（二）`)
  })

  it('offers sections that are lacking behind a right ordinal, and no ordinal', async () => {
    const { labels, apply } = await offered(`${WRITTEN}二、‸`)
    assert.ok(labels.length > 0 && labels.every((label) => label.length > 3))
    const label = labels.find((each) => /问题/.test(each)) ?? assert.fail(labels.join())
    assert.equal(apply(label), WRITTEN + label)
  })

  it('narrows sections by the words typed', async () => {
    const { labels } = await offered(`${WRITTEN}二、存‸`, true)
    assert.ok(labels.length > 0 && labels.every((label) => label.startsWith('二、存')))
  })

  it('keeps the marks of a Markdown heading', async () => {
    const { apply } = await offered(`# ${HEAD}## 一、主要工作\n\n正文。\n\n## 三、‸`)
    assert.equal(apply('二、'), `# ${HEAD}## 一、主要工作\n\n正文。\n\n## 二、`)
  })

  it('goes on with 一是……二是……, within a line and line by line', async () => {
    assert.deepEqual((await offered(`${WRITTEN}一是抓常规；‸`)).labels, ['二是'])
    assert.deepEqual((await offered(`${WRITTEN}一是抓常规；二是抓课题。四是‸`)).labels, ['三是'])
    assert.deepEqual((await offered(`${WRITTEN}一是抓常规。\n\n三是‸`)).labels, ['二是'])
    assert.deepEqual((await offered(`${WRITTEN}一是抓常规；二是‸`)).labels, [])
  })

  it('does not come unasked where it is not wanted', async () => {
    for (const text of [
      `${WRITTEN}‸`,
      `${WRITTEN}这是我们的工作，但是‸`,
      `${WRITTEN}按照要求（‸`,
      `${WRITTEN}教师人人上好课、‸`,
      `${WRITTEN}重点之一是‸`,
      `${WRITTEN}抓实、‸抓细`,
    ]) {
      assert.deepEqual((await offered(text)).labels, [], text)
    }
  })

  it('is silent in a text that is no report', async () => {
    assert.deepEqual((await offered(`${SHOPPING}二、‸`)).labels, [])
  })

  it('works in plain text and behind 𠮷 and CRLF', async () => {
    const { apply } = await offered(`${WRITTEN}𠮷😀。\n\n三、‸`.replaceAll('\n', '\r\n'), false, 'plaintext')
    assert.ok(apply('二、').endsWith('𠮷😀。\r\n\r\n二、'))
  })
  it('completes fixed expressions by their first characters, inside quotation marks and outside', async () => {
    const { labels, apply } = await offered(`${WRITTEN}我们拥护两个‸`, true)
    assert.deepEqual(labels, ['两个确立', '两个维护', '两个务必', '两个毫不动摇'])
    assert.equal(apply('两个确立'), `${WRITTEN}我们拥护两个确立`)
    assert.equal((await offered(`${WRITTEN}我们拥护“两‸”`)).apply('两个确立'), `${WRITTEN}我们拥护“两个确立”`)
    assert.equal((await offered(`${WRITTEN}我们拥护“两‸`)).apply('两个确立”'), `${WRITTEN}我们拥护“两个确立”`)
    assert.deepEqual((await offered(`${WRITTEN}落实“双‸”`)).labels, ['双随机、一公开', '双减'])
    assert.ok((await offered(`${WRITTEN}纠治四‸`, true)).labels.includes('“四风”'), 'what is written in quotation marks brings them')
    for (const text of [`${WRITTEN}我们做好两‸`, `${WRITTEN}我们说“‸`, `${WRITTEN}落实三会一课‸`, `${WRITTEN}落实三会‸一课`])
      assert.deepEqual((await offered(text)).labels, [], text)
    assert.ok((await offered(`${WRITTEN}我们做好两‸`, true)).labels.length > 0, 'one character is enough for who asks')
  })

  it('offers the figures that the report gives for the metric before the caret', async () => {
    const stated = `${HEAD}一、主要工作\n\n全县在园幼儿12500人，招聘教师35名。2023年在园幼儿11800人。\n\n`
    const { labels, apply } = await offered(`${stated}截至目前，在园幼儿达‸`, true)
    assert.deepEqual(labels, ['12500人', '11800人'])
    assert.equal(apply('12500人'), `${stated}截至目前，在园幼儿达12500人`)
    const begun = await offered(`${stated}截至目前，在园幼儿12‸`, true)
    assert.deepEqual(begun.labels, ['12500人'])
    assert.equal(begun.apply('12500人'), `${stated}截至目前，在园幼儿12500人`)
    for (const text of ['在园幼儿人数‸', '在园幼儿12500人‸', '教师‸']) assert.deepEqual((await offered(stated + text, true)).labels, [], text)
  })
})

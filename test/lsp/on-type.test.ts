import assert from 'node:assert/strict'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { TextEdit } from 'vscode-languageserver'
import { ServerDriver } from './server-driver.js'

const HEAD = '临川县第三小学2024年工作总结\n\n2024年，学校坚持育人为本，各项工作平稳推进。现将有关情况总结如下。\n\n'

/** The text after Enter at `|`, with what the server adds; `‸` in the result is where the change ends. */
async function entered(driver: ServerDriver, body: string, languageId = 'markdown', head = HEAD): Promise<string> {
  const eol = body.includes('\r\n') ? '\r\n' : '\n'
  const [before, after] = (head + body).split('|') as [string, string]
  const text = before + eol + after
  const uri = await driver.open(text, { uri: `file:///${languageId}.md`, languageId })
  const document = TextDocument.create(uri, languageId, 1, text)
  const edits = await driver.client.sendRequest<TextEdit[] | null>('textDocument/onTypeFormatting', {
    textDocument: { uri },
    position: document.positionAt(before.length + eol.length),
    ch: '\n',
    options: { tabSize: 4, insertSpaces: true },
  })
  const [edit, another] = edits ?? []
  assert.equal(another, undefined)
  await driver.close(uri)
  const result = edit === undefined ? text : TextDocument.applyEdits(document, [{ ...edit, newText: `${edit.newText}‸` }])
  return result.slice(head.length)
}

describe('language server: Enter behind a numbered line', () => {
  let driver: Awaited<ReturnType<typeof ServerDriver.start>>
  beforeEach(async () => {
    driver = await ServerDriver.start()
  })
  afterEach(() => driver.stop())

  it('is announced', () => {
    assert.deepEqual(driver.initialized.capabilities.documentOnTypeFormattingProvider, { firstTriggerCharacter: '\n' })
  })

  const CONTINUED: [body: string, result: string][] = [
    ['一、主要工作\n（一）抓党建。发展党员3名，群众反映良好。|', '一、主要工作\n（一）抓党建。发展党员3名，群众反映良好。\n（二）‸'],
    ['一、主要工作\n1.排查校园安全隐患12处并全部整改到位。|\n', '一、主要工作\n1.排查校园安全隐患12处并全部整改到位。\n2.‸\n'],
    ['一、主要工作\n1. 排查校园安全隐患12处并全部整改到位。|', '一、主要工作\n1. 排查校园安全隐患12处并全部整改到位。\n2. ‸'],
    ['一、主要工作\n9、排查校园安全隐患12处并全部整改到位。|', '一、主要工作\n9、排查校园安全隐患12处并全部整改到位。\n10、‸'],
    ['一、主要工作\n(九)抓党建。发展党员3名，群众反映良好。|', '一、主要工作\n(九)抓党建。发展党员3名，群众反映良好。\n(十)‸'],
    ['一、主要工作\n　　（一）抓党建。发展党员3名，群众反映良好。|', '一、主要工作\n　　（一）抓党建。发展党员3名，群众反映良好。\n　　（二）‸'],
    ['## 一、党建\n## 二、教学|', '## 一、党建\n## 二、教学\n## 三、‸'],
    ['一、党建\n二、教学|', '一、党建\n二、教学\n三、‸'],
    [
      '一、主要工作\r\n（一）抓党建。发展党员3名，反响良好。\r\n\r\n（二）抓教学。听课40节，效果明显。|',
      '一、主要工作\r\n（一）抓党建。发展党员3名，反响良好。\r\n\r\n（二）抓教学。听课40节，效果明显。\r\n\r\n（三）‸',
    ],
  ]
  for (const [body, result] of CONTINUED) {
    it(`goes on behind ${body.split(/\r?\n/).at(-1)?.slice(0, 12) || '1.排查'}`, async () => {
      assert.equal(await entered(driver, body), result)
    })
  }

  it('takes back the number that it brought when Enter is typed again', async () => {
    const line = '一、主要工作\n（一）抓党建。发展党员3名，群众反映良好。\n'
    assert.equal(await entered(driver, `${line}（二）|`), `${line}‸`)
    assert.equal(await entered(driver, `${line}\n（二）|`), `${line}\n‸`)
    assert.equal(await entered(driver, `${line}　　（二）|`), `${line}　　（二）\n`, 'not as Enter would have written it')
    assert.equal(await entered(driver, `${line}（四）|`), `${line}（四）\n`)
    const digits = '一、主要工作\n1. 排查校园安全隐患12处并全部整改到位。\n'
    assert.equal(await entered(driver, `${digits}2. |`), `${digits}‸`)
  })

  const ALONE: [why: string, body: string][] = [
    ['a heading whose text is to come', '一、主要工作|'],
    ['a second heading, the first having text', '一、党建\n发展党员3名。\n\n二、教学|'],
    ['text without a number', '一、主要工作\n发展党员3名。|'],
    ['一是 in running text', '一、主要工作\n一是抓党建；二是抓教学。|'],
    ['a number that is taken', '一、主要工作\n（一）抓党建。发展党员3名，反响良好。|\n（二）抓教学。听课40节，效果明显。'],
    ['the middle of a line', '一、主要工作\n（一）抓党建。发展党员3名，|群众反映良好。'],
    ['a part', '第一部分 工作回顾\n第二部分 工作打算|'],
    ['二十 of ①', '一、主要工作\n⑳排查校园安全隐患12处并全部整改到位。|'],
    ['an empty line', '一、主要工作\n\n|'],
  ]
  for (const [why, body] of ALONE) {
    it(`is Enter alone behind ${why}`, async () => {
      assert.equal(await entered(driver, body), body.replace('|', '\n'))
    })
  }

  it('is Enter alone in a text that is no report, and where the setting says so', async () => {
    const body = '一、主要工作\n（一）抓党建。发展党员3名，群众反映良好。|'
    assert.equal(await entered(driver, body, 'markdown', ''), body.replace('|', '\n'))
    driver.stop()
    driver = await ServerDriver.start({ settings: { continueOrdinals: false } })
    assert.equal(await entered(driver, body), body.replace('|', '\n'))
  })

  it('works in a plain text too', async () => {
    assert.match(await entered(driver, '一、主要工作\n（一）抓党建。发展党员3名，群众反映良好。|', 'plaintext'), /\n（二）‸$/)
  })
})

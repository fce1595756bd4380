import assert from 'node:assert/strict'
import type { AnnotatedTextEdit, Location, Range, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { EDITOR, ServerDriver } from './server-driver.js'

const REPORT = [
  '青溪县教育局2024年工作总结',
  '',
  '青溪县教育发展中心（以下简称“发展中心”）😀各项工作平稳推进。现将有关情况总结如下。',
  '',
  '一、主要工作',
  '',
  '印发《校园安全三年方案》，由发展中心牵头。𠮷庆小学按《校园安全三年方案》整改，《校园安全方案》同时废止。',
  '',
  '发展中心全年开展检查32次。',
  '',
].join('\n')
const PREVIEWING = {
  workspace: { ...EDITOR.workspace, workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } } },
  textDocument: { ...EDITOR.textDocument, rename: { prepareSupport: true } },
}

describe('language server: terms', () => {
  let driver: ServerDriver
  afterEach(() => driver.stop())

  const at = (uri: string, words: string, by = 0): object => {
    const { line, character } = driver.rangeOf(uri, words).start
    return { textDocument: { uri }, position: { line, character: character + by } }
  }
  const references = async (uri: string, words: string, by = 0, includeDeclaration = true): Promise<string[] | undefined> => {
    const places = await driver.client.sendRequest<Location[] | null>('textDocument/references', { ...at(uri, words, by), context: { includeDeclaration } })
    return places?.map((place) => `${place.range.start.line} ${driver.words(uri, place)}`)
  }
  const rename = (uri: string, words: string, newName: string): Promise<WorkspaceEdit | null> =>
    driver.client.sendRequest('textDocument/rename', { ...at(uri, words), newName })
  const applied = (edit: WorkspaceEdit | null): string =>
    TextDocument.applyEdits(
      TextDocument.create('file:///r', 'markdown', 1, REPORT),
      (edit?.documentChanges as TextDocumentEdit[]).flatMap(({ edits }) => edits as AnnotatedTextEdit[]),
    )

  it('in 《》 are the same where they are exactly the same', async () => {
    driver = await ServerDriver.start()
    const uri = await driver.open(REPORT)
    assert.deepEqual(await references(uri, '校园安全三年'), ['6 校园安全三年方案', '6 校园安全三年方案'])
    assert.deepEqual(await references(uri, '校园安全方案'), ['6 校园安全方案'])
    assert.deepEqual(await references(uri, '校园安全三年', 0, false), ['6 校园安全三年方案'])
    assert.equal(await references(uri, '整改'), undefined)
    const highlights = await driver.client.sendRequest<{ range: Range }[]>('textDocument/documentHighlight', at(uri, '校园安全三年'))
    assert.equal(highlights.length, 2)
  })

  it('that the report defines as short names are found behind their definition', async () => {
    driver = await ServerDriver.start()
    const uri = await driver.open(REPORT)
    for (const words of ['发展中心”', '发展中心牵头', '发展中心全年'])
      assert.deepEqual(await references(uri, words), ['2 发展中心', '6 发展中心', '8 发展中心'], words)
    assert.equal(await references(uri, '发展中心（'), undefined, 'before the definition it is part of the full name')
  })

  it('in 《》 are renamed together', async () => {
    driver = await ServerDriver.start()
    const uri = await driver.open(REPORT)
    assert.deepEqual(await driver.client.sendRequest('textDocument/prepareRename', at(uri, '校园安全三年')), {
      range: driver.rangeOf(uri, '校园安全三年方案'),
      placeholder: '校园安全三年方案',
    })
    assert.equal(applied(await rename(uri, '校园安全三年', '平安校园方案')), REPORT.replaceAll('校园安全三年方案', '平安校园方案'))
    for (const name of ['', ' ', '《甲》', '“甲', '甲\n乙']) await assert.rejects(rename(uri, '校园安全三年', name), /不能作名称/, name)
  })

  it('that are short names are renamed place by place, each confirmed; without asking only the one that the writer stands on', async () => {
    driver = await ServerDriver.start({ capabilities: PREVIEWING })
    const uri = await driver.open(REPORT)
    const edit = await rename(uri, '发展中心牵头', '中心')
    assert.equal(applied(edit), REPORT.replace('“发展中心”', '“中心”').replace('发展中心牵头', '中心牵头').replace('发展中心全年', '中心全年'))
    assert.equal(edit?.changeAnnotations?.restated?.label, '文中的同一个简称，请逐处确认')
    driver.stop()
    driver = await ServerDriver.start()
    await driver.open(REPORT)
    assert.equal(applied(await rename(uri, '发展中心牵头', '中心')), REPORT.replace('发展中心牵头', '中心牵头'))
  })
})

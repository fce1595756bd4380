import assert from 'node:assert/strict'
import type { DocumentSymbol, FoldingRange, Hover, SymbolInformation } from 'vscode-languageserver'
import { OLD_EDITOR, ServerDriver } from './server-driver.js'
import { REPORT } from './reports.js'

describe('language server: outline, folding, hover', () => {
  let driver: ServerDriver
  afterEach(() => driver.stop())

  it('gives headings as nested symbols under the title', async () => {
    driver = await ServerDriver.start()
    const uri = await driver.open(REPORT)
    const symbols = await driver.client.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri },
    })
    const tree = (list: readonly DocumentSymbol[] | undefined): unknown[] =>
      (list ?? []).map(({ name, children }) => (children?.length ? [name, tree(children)] : name))
    assert.deepEqual(tree(symbols), [
      [
        '临川县第三小学2024年工作总结',
        ['一、德育工作扎实开展', ['三、教学质量稳步提升', ['（一）抓好常规教学', '（三）抓好课题研究']], '四、存在的问题和下一步打算'],
      ],
    ])
    const walk = (symbol: DocumentSymbol): void => {
      const { range, selectionRange, children } = symbol
      assert.ok(range.start.line <= selectionRange.start.line && selectionRange.end.line <= range.end.line, symbol.name)
      for (const child of children ?? []) {
        assert.ok(range.start.line <= child.range.start.line && child.range.end.line <= range.end.line, child.name)
        walk(child)
      }
    }
    symbols.forEach(walk)
    const teaching = symbols[0]?.children?.[1]
    assert.deepEqual([teaching?.range.start.line, teaching?.range.end.line], [8, 12])
    assert.equal(teaching && driver.words(uri, { range: teaching.selectionRange }), '三、教学质量稳步提升')
  })

  it('gives a flat list to a client that knows no nesting', async () => {
    driver = await ServerDriver.start({ capabilities: OLD_EDITOR })
    const uri = await driver.open(REPORT)
    const symbols = await driver.client.sendRequest<SymbolInformation[]>('textDocument/documentSymbol', {
      textDocument: { uri },
    })
    assert.deepEqual(symbols.map(({ name, containerName }) => [name, containerName]).slice(0, 2), [
      ['临川县第三小学2024年工作总结', undefined],
      ['一、德育工作扎实开展', '临川县第三小学2024年工作总结'],
    ])
  })

  it('folds sections without the blank lines behind them', async () => {
    driver = await ServerDriver.start()
    for (const text of [REPORT, REPORT.replaceAll('\n', '\r\n')]) {
      const uri = await driver.open(text)
      const ranges = await driver.client.sendRequest<FoldingRange[]>('textDocument/foldingRange', {
        textDocument: { uri },
      })
      assert.deepEqual(
        ranges.map(({ startLine, endLine }) => [startLine, endLine]),
        [
          [4, 6],
          [8, 12],
          [14, 16],
        ],
      )
      await driver.close(uri)
    }
  })

  it('explains the rule of the finding under the pointer', async () => {
    driver = await ServerDriver.start()
    const uri = await driver.open(REPORT)
    const hover = (character: number, line = 8): Promise<Hover | null> =>
      driver.client.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line, character } })
    const found = await hover(1)
    assert.ok(found)
    const { value } = found.contents as { value: string }
    assert.match(value, /^\*\*同一层次的序号跳号、重号或倒退\*\*（依据：GB\/T 9704）\n\n/)
    assert.ok(value.endsWith('[规则说明](command:gongwen.explainRule?%5B%22structure%2Fordinal-sequence%22%5D)'), value)
    assert.equal(found.range && driver.words(uri, { range: found.range }), '三、')
    assert.equal(await hover(7), null)
    assert.equal(await hover(0, 9_999), null, 'a place beyond the text')
    driver.stop()
    driver = await ServerDriver.start({ initializationOptions: {} })
    await driver.open(REPORT)
    const plain = await hover(1)
    assert.ok((plain?.contents as { value: string }).value.endsWith('[规则说明](https://docs.example/structure/ordinal-sequence)'))
  })
  it('gives the full text and the year of a fixed expression under the pointer', async () => {
    driver = await ServerDriver.start()
    const text = REPORT.replace('各项工作', '落实“双减”，学习党的二十届三中全会精神，各项工作')
    const uri = await driver.open(text)
    const hover = async (words: string): Promise<[string, string] | null> => {
      const position = driver.rangeOf(uri, words).start
      const found = await driver.client.sendRequest<Hover | null>('textDocument/hover', { textDocument: { uri }, position })
      return found?.range === undefined ? null : [driver.words(uri, { range: found.range }), (found.contents as { value: string }).value]
    }
    assert.deepEqual(await hover('减”'), [
      '双减',
      '**双减**\n\n- 全文：减轻义务教育阶段学生作业负担、减轻校外培训负担\n- 时间：2021年7月起\n- 说明：中共中央办公厅、国务院办公厅印发意见的时间',
    ])
    assert.match((await hover('三中全会'))?.[1] ?? '', /- 时间：2024年7月$/)
    assert.equal(await hover('各项工作'), null)
  })
})

import assert from 'node:assert/strict'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { CleanRequest } from '../../server/src/index.js'
import { SHOPPING } from './reports.js'
import { ServerDriver } from './server-driver.js'

const CLEAN = [
  '云岭县第一小学2024年工作总结',
  '',
  '2024年，学校加强教师队伍建设，推进校园安全管理，各项工作取得新成效。现将有关情况总结如下。',
  '',
  '一、打造“书香校园”品牌',
  '',
  '印发《校园阅读实施方案》，全年开展活动12次，占比70%。',
  '',
].join('\n')
const DIRTY = `发布时间：2025-01-02 来源：本站 浏览次数：36\n${CLEAN.replace('书香校园”', '书香校园〞').replace('《校园阅读实施方案》', '?校园阅读实施方案?')}责任编辑：王小明\n`

describe('language server: cleaning', () => {
  let driver: ServerDriver
  beforeEach(async () => {
    driver = await ServerDriver.start()
  })
  afterEach(() => driver.stop())

  it('says what it would remove and what it would mend, and changes nothing', async () => {
    for (const eol of ['\n', '\r\n']) {
      const text = DIRTY.replaceAll('\n', eol)
      const uri = await driver.open(text)
      const plan = await driver.client.sendRequest(CleanRequest, { uri })
      const { removals, repairs, places, left } = plan
      assert.deepEqual([plan.version, plan.isChecked, places, left], [1, true, 4, 0])
      assert.equal(removals.length, 2)
      const edited = TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), [...removals, ...repairs])
      assert.equal(edited, CLEAN.replaceAll('\n', eol))
      assert.deepEqual((await driver.client.sendRequest(CleanRequest, { uri })).places, 4)
      await driver.close(uri)
    }
  })

  it('has nothing to do for a clean report, a text that is none, and one that is not open', async () => {
    const nothing = { removals: [], repairs: [], places: 0, left: 0 }
    const uri = await driver.open(CLEAN)
    assert.deepEqual(await driver.client.sendRequest(CleanRequest, { uri }), {
      uri,
      version: 1,
      isChecked: true,
      ...nothing,
    })
    await driver.close(uri)
    await driver.open(SHOPPING)
    assert.deepEqual(await driver.client.sendRequest(CleanRequest, { uri }), {
      uri,
      version: 1,
      isChecked: false,
      ...nothing,
    })
    const none = 'file:///none.md'
    assert.deepEqual(await driver.client.sendRequest(CleanRequest, { uri: none }), {
      uri: none,
      version: -1,
      isChecked: false,
      ...nothing,
    })
  })
})

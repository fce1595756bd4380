import type { Health, HealthSection } from '@gongwen/messages'
import assert from 'node:assert/strict'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { HealthRequest } from '../../server/src/index.js'
import { SHOPPING } from './reports.js'
import { ServerDriver } from './server-driver.js'

const REPORT = [
  '临澄县第二小学2024年工作总结',
  '',
  '2024年，学校紧扣立德树人根本任务，各项工作平稳有序。现将有关情况总结如下。',
  '',
  '一、德育工作扎实开展',
  '',
  '全年组织主题升旗仪式32次，参与学生1260人次。参加【请填写：活动名称】的学生【请填写：人数】。',
  '',
  '三、教学质量稳步提升',
  '',
  '（一）打造“书香校园〞品牌',
  '',
  '全校有教师80人，其中市级骨干教师20人，占比45%。',
  '',
  '责任编辑：王小明',
  '',
].join('\n')

describe('language server: health of a report', () => {
  let driver: ServerDriver
  afterEach(() => driver.stop())
  const ask = async (text = REPORT): Promise<{ uri: string; health: Health }> => {
    const uri = await driver.open(text)
    const { health, version } = await driver.client.sendRequest(HealthRequest, { uri })
    assert.ok(health !== null && version === 1)
    return { uri, health }
  }

  it('counts the findings of each section with what stands under it', async () => {
    driver = await ServerDriver.start()
    const { health } = await ask()
    const diagnostics = await driver.diagnostics('file:///report.md')
    const total = ({ error, warning, info, hint }: Health['counts']): number => error + warning + info + hint
    assert.equal(total(health.counts), diagnostics.length)
    const [above, first, second] = health.sections
    assert.deepEqual(
      health.sections.map(({ name }) => name),
      ['', '一、德育工作扎实开展', '三、教学质量稳步提升'],
    )
    assert.ok(above !== undefined && first !== undefined && second !== undefined)
    assert.equal(total(above.counts) + total(first.counts) + total(second.counts), diagnostics.length)
    const sum = (section: HealthSection): number => section.findings.length + section.children.reduce((n, child) => n + sum(child), 0)
    assert.equal(sum(second), total(second.counts))
    assert.deepEqual(
      second.findings.map(({ ruleId }) => ruleId),
      ['structure/ordinal-sequence'],
    )
    assert.ok(second.children[0]?.findings.some(({ ruleId, severity, fix }) => ruleId === 'figures/share' && severity === 'error' && fix === null))
  })

  it('gives safe fixes that mend their finding, and none of figures', async () => {
    driver = await ServerDriver.start()
    const { uri, health } = await ask()
    const ordinal = health.sections[2]?.findings[0]
    assert.ok(ordinal?.fix)
    const edits = ordinal.fix.edits.map(({ range, newText }) => ({ range, newText }))
    assert.equal(TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, REPORT), edits), REPORT.replace('三、', '二、'))
    for (const { fix } of health.contradictions) assert.equal(fix, null)
    assert.ok(health.residue.some(({ fix }) => fix !== null))
  })

  it('lists metrics with their figures, contradictions apart, and residue with places to be filled in', async () => {
    driver = await ServerDriver.start()
    const { health } = await ask()
    assert.deepEqual(
      health.contradictions.map(({ ruleId }) => ruleId),
      ['figures/share'],
    )
    const teachers = health.metrics.find(({ metric }) => metric.includes('骨干教师'))
    assert.equal(teachers?.mentions[0]?.written, '20人')
    assert.ok(health.residue.every(({ ruleId }) => ruleId.startsWith('residue/')))
    assert.ok(health.residue.some(({ ruleId }) => ruleId === 'residue/site-text'))
    assert.equal(health.placeholders.length, 2)
    assert.deepEqual(
      health.placeholders.map((range) => driver.words('file:///report.md', { range })),
      ['【请填写：活动名称】', '【请填写：人数】'],
    )
  })

  it('follows the text, and the severity that is shown; places to be filled in are given all the same', async () => {
    driver = await ServerDriver.start({ settings: { minSeverity: 'error' } })
    const { uri, health } = await ask()
    assert.equal(health.residue.filter(({ severity }) => severity !== 'error').length, 0)
    assert.equal(health.placeholders.length, 2)
    await driver.type(uri, '45%', '25%')
    const after = await driver.client.sendRequest(HealthRequest, { uri })
    assert.equal(after.version, 2)
    assert.deepEqual(after.health?.contradictions, [])
  })

  it('is the same whatever ends the lines', async () => {
    driver = await ServerDriver.start()
    const { health } = await ask()
    await driver.close('file:///report.md')
    const crlf = await ask(REPORT.replaceAll('\n', '\r\n'))
    const lines = ({ placeholders, residue, metrics }: Health): unknown => [placeholders, residue.map(({ range }) => range), metrics]
    assert.deepEqual(lines(crlf.health), lines(health))
  })

  it('is nothing for a text that is no report or not open; a request without a document is refused', async () => {
    driver = await ServerDriver.start()
    const uri = await driver.open(SHOPPING)
    assert.deepEqual(await driver.client.sendRequest(HealthRequest, { uri }), { uri, version: 1, health: null })
    assert.deepEqual(await driver.client.sendRequest(HealthRequest, { uri: 'file:///none.md' }), { uri: 'file:///none.md', version: -1, health: null })
    await assert.rejects(driver.client.sendRequest('gongwen/health', {}))
  })
})

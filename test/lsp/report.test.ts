import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { ReportData, ReportParams } from '@gongwen/messages'
import { ReportRequest } from '../../server/src/index.js'
import { SHOPPING } from './reports.js'
import { ServerDriver } from './server-driver.js'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const REPORT = read('e2e/fixtures/report.md')
const LAST = read('fixtures/compare/2023.md')
const CURRENT = read('fixtures/compare/2024.md')

describe('language server: report', () => {
  let driver: ServerDriver
  beforeEach(async () => {
    driver = await ServerDriver.start()
  })
  afterEach(() => driver.stop())

  const ask = async (uri: string, others: ReportParams['others'] = []): Promise<ReportData> => {
    const { report } = await driver.client.sendRequest(ReportRequest, { uri, others })
    assert.ok(report !== null)
    return report
  }
  const other = (text: string, isChosen = false): NonNullable<ReportParams['others']>[number] => ({
    uri: 'file:///last.md',
    format: 'markdown',
    text,
    isChosen,
  })

  it('tells the findings of the diagnostics, with their places and repairs', async () => {
    for (const eol of ['\n', '\r\n']) {
      const uri = await driver.open(REPORT.replaceAll('\n', eol))
      const report = await ask(uri)
      const diagnostics = await driver.diagnostics(uri)
      assert.ok(diagnostics.length >= 4)
      assert.deepEqual(
        report.findings.map(({ range, ruleId, message, advice, id }) => ({ range, ruleId, message: message + advice, id })),
        diagnostics.map(({ range, code, message, data }) => ({ range, ruleId: code, message, id: (data as { identity: string }).identity })),
      )
      const { counts } = report
      assert.equal(counts.error + counts.warning + counts.info + counts.hint, diagnostics.length)
      await driver.close(uri)
    }
  })

  it('never offers a repair of a figure as safe, and offers each under the name of its code action', async () => {
    const uri = await driver.open(REPORT)
    const { findings } = await ask(uri)
    const share = findings.find(({ ruleId }) => ruleId === 'figures/share')
    assert.ok(share !== undefined && share.fixes.length > 0)
    assert.ok(share.fixes.every(({ isSafe }) => !isSafe))
    assert.equal(share.words, driver.words(uri, share))
    assert.match(share.section, /队伍建设/)
    const gap = findings.find(({ ruleId }) => ruleId === 'structure/ordinal-sequence')
    assert.deepEqual(
      gap?.fixes.map(({ isSafe }) => isSafe),
      [true],
    )
    for (const finding of findings) {
      const actions = await driver.actions(uri, finding.words.replace(/…$/, ''), ['quickfix'])
      for (const { title } of finding.fixes)
        assert.ok(
          actions.some((action) => action.title === title && action.diagnostics?.some(({ data }) => (data as { identity: string }).identity === finding.id)),
          `${finding.ruleId}: ${title}`,
        )
    }
  })

  it('counts findings that the settings hide and those that one click repairs', async () => {
    driver.stop()
    driver = await ServerDriver.start({ settings: { messageLanguage: 'zh-CN', minSeverity: 'error' } })
    const uri = await driver.open(REPORT)
    const strict = await ask(uri)
    assert.ok(strict.findings.every(({ severity }) => severity === 'error'))
    assert.ok(strict.hidden > 0)
    driver.stop()
    driver = await ServerDriver.start()
    await driver.open(REPORT)
    const all = await ask(uri)
    assert.ok(all.findings.length > strict.findings.length)
    assert.equal(strict.findings.length + strict.hidden, all.findings.length + all.hidden)
    const safe = all.findings.filter(({ fixes }) => fixes.some(({ isSafe }) => isSafe))
    assert.equal(all.mechanical, safe.length)
    assert.ok(safe.length > 0)
  })

  it('tells title, kind, year and unit, and the sections asked for', async () => {
    const report = await ask(await driver.open(CURRENT))
    assert.deepEqual([report.title, report.kind, report.year, report.unit], ['澜河县教育局2024年工作总结和2025年工作计划', '年度总结', 2024, '澜河县教育局'])
    const plan = report.coverage.find(({ id }) => id === 'next-plan')
    assert.deepEqual([plan?.status, plan?.requirement, plan?.name], ['present', 'required', '2025年工作计划'])
    assert.ok(report.coverage.every(({ requirement, status }) => requirement !== 'optional' || status !== 'absent'))
  })

  it('measures sections: those of the first level and the lead make up the whole', async () => {
    const report = await ask(await driver.open(CURRENT))
    const outer = report.lengths.filter(({ level }) => level <= 1)
    assert.equal(
      outer.reduce((sum, { characters }) => sum + characters, 0),
      report.characters,
    )
    assert.ok(report.lengths.some(({ level }) => level === 2))
    assert.equal(outer[0]?.name, '标题和开头')
  })

  it('lists the figures: which add up, which do not, which were left open', async () => {
    const text = `${CURRENT}\n全县有教师2000人，其中女教师1200人，占比70%。全县有校长50人，其中女校长20人，占比40%。参加培训教师XX人。\n`
    const uri = await driver.open(text)
    const { figures } = await ask(uri)
    const at = (written: string): (typeof figures)[number] | undefined => figures.filter((figure) => figure.written === written).at(-1)
    assert.equal(at('70%')?.state, 'wrong')
    assert.match(at('70%')?.note ?? '', /60%/)
    assert.deepEqual([at('40%')?.state, at('40%')?.note], ['checked', '20÷50＝40.0%'])
    assert.deepEqual([at('XX人')?.state, at('XX人')?.value], ['open', null])
    const money = at('24600万元')
    assert.deepEqual([money?.value, money?.year, money?.role], ['246000000', 2024, 'done'])
    for (const figure of figures) assert.equal(driver.words(uri, figure), figure.written)
  })

  it('finds last year’s report among other texts and compares', async () => {
    const uri = await driver.open(CURRENT)
    const { comparison } = await ask(uri, [{ ...other(SHOPPING), uri: 'file:///list.md' }, other(LAST)])
    assert.ok(comparison !== null && comparison.obstacle === null)
    assert.deepEqual([comparison.uri, comparison.lastYear, comparison.currentYear], ['file:///last.md', 2023, 2024])
    const gardens = comparison.metrics.find(({ metric }) => metric.includes('在园幼儿') && !metric.includes('公办'))
    assert.deepEqual([gardens?.last.value, gardens?.current.value, gardens?.change, gardens?.rate], ['12460', '11925', '-535人', '-4.3%'])
    const names = new Set(comparison.flags.map(({ name }) => name))
    for (const name of ['与上年相同', '相差悬殊', '上年数不符']) assert.ok(names.has(name), name)
    for (const { message, range } of comparison.flags) {
      assert.match(message, /\p{Script=Han}/u)
      assert.notEqual(driver.words(uri, { range }), '')
    }
  })

  it('takes no report of another unit, year or kind for last year’s unless the writer chose it', async () => {
    const uri = await driver.open(CURRENT)
    for (const wrong of [LAST.replaceAll('澜河县', '临澄县'), LAST.replaceAll('2023', '2020'), CURRENT, SHOPPING])
      assert.equal((await ask(uri, [other(wrong)])).comparison, null)
    const chosen = (await ask(uri, [other(LAST.replaceAll('澜河县', '临澄县'), true)])).comparison
    assert.equal(chosen?.obstacle, null)
    assert.equal((await ask(uri, [other(CURRENT, true)])).comparison?.obstacle, 'same-year')
    assert.equal((await ask(uri, [other(CURRENT.replaceAll('2024', '2026').replaceAll('2025', '2027'), true)])).comparison?.obstacle, 'wrong-order')
  })

  it('reads last year’s report anew when its text has changed', async () => {
    const uri = await driver.open(CURRENT)
    const first = (await ask(uri, [other(LAST)])).comparison
    const second = (await ask(uri, [other(LAST.replace('在园幼儿12460人', '在园幼儿12360人'))])).comparison
    assert.ok(first?.obstacle === null && second?.obstacle === null)
    const valueIn = ({ metrics }: typeof first): string | undefined => metrics.find(({ metric }) => metric === '在园幼儿')?.last.value
    assert.deepEqual([valueIn(first), valueIn(second)], ['12460', '12360'])
  })

  it('follows edits', async () => {
    const uri = await driver.open(REPORT)
    const before = await ask(uri)
    await driver.type(uri, '占比70%', '占比60%')
    const { version, report } = await driver.client.sendRequest(ReportRequest, { uri })
    assert.equal(version, 2)
    assert.equal(report?.findings.length, before.findings.length - 1)
    assert.equal(report?.figures.find(({ written }) => written === '60%')?.state, 'checked')
  })

  it('says of a text opened in a wrong encoding that it cannot be read, not that it is no report', async () => {
    const uri = await driver.open('\ufffd\ufffd\u0133'.repeat(20))
    assert.deepEqual(await driver.client.sendRequest(ReportRequest, { uri }), { uri, version: 1, isChecked: false, isMisread: true, report: null })
  })

  it('has nothing for a text that is no report and for one that is not open', async () => {
    const uri = await driver.open(SHOPPING)
    assert.deepEqual(await driver.client.sendRequest(ReportRequest, { uri }), { uri, version: 1, isChecked: false, report: null })
    const none = 'file:///none.md'
    assert.deepEqual(await driver.client.sendRequest(ReportRequest, { uri: none }), { uri: none, version: -1, isChecked: false, report: null })
  })

  it('speaks English to a writer who reads English', async () => {
    driver.stop()
    driver = await ServerDriver.start({ settings: { messageLanguage: 'en' } })
    const report = await ask(await driver.open(CURRENT), [other(LAST)])
    assert.equal(report.kind, 'annual report')
    assert.equal(report.lengths[0]?.name, 'Title and lead')
    assert.ok(report.comparison?.obstacle === null && report.comparison.flags.some(({ name }) => name === 'unchanged'))
  })
})

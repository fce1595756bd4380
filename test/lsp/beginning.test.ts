import type { CompareAnswer } from '@gongwen/messages'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SKELETON_KINDS } from '@gongwen/engine'
import { checkConfiguration } from '@gongwen/platform'
import { CompareRequest, ConfigurationTemplateRequest, NewReportRequest, ReportKindsRequest, TrustedNotification } from '../../server/src/index.js'
import { REPORT, SHOPPING } from './reports.js'
import { ServerDriver } from './server-driver.js'

const fixture = (year: number): string => readFileSync(join(import.meta.dirname, `../fixtures/compare/${year}.md`), 'utf8')
const last = (isChosen = false, uri = 'file:///2023.md', text = fixture(2023)): { uri: string; format: 'markdown'; text: string; isChosen: boolean } => ({
  uri,
  format: 'markdown',
  text,
  isChosen,
})

describe('language server: new reports', () => {
  let driver: ServerDriver
  afterEach(() => driver.stop())

  it('offers every kind with what is usual in the month', async () => {
    driver = await ServerDriver.start()
    const kinds = await driver.client.sendRequest(ReportKindsRequest, { year: 2025, month: 1 })
    assert.deepEqual(
      kinds.map(({ kind }) => kind),
      SKELETON_KINDS,
    )
    assert.deepEqual(kinds[0], { kind: 'annual', year: 2024, part: 1 })
  })

  it('gives a skeleton in pieces that make up a report without a finding but its placeholders', async () => {
    driver = await ServerDriver.start()
    const { title, pieces } = await driver.client.sendRequest(NewReportRequest, { folder: null, kind: 'annual', year: 2024, part: 1, unit: '东陵县教育局' })
    assert.equal(title, '东陵县教育局2024年工作总结')
    for (const { text, isPlaceholder } of pieces) assert.equal(/^【[^】]+】$/.test(text), isPlaceholder, text)
    const uri = await driver.open(pieces.map(({ text }) => text).join(''))
    assert.deepEqual([...new Set((await driver.diagnostics(uri)).map(({ code }) => code))], ['residue/placeholder'])
  })

  it('asks for the sections of the folder’s configuration, as soon as the folder is trusted', async () => {
    driver = await ServerDriver.start({
      initializationOptions: { isTrusted: false },
      ports: {
        readText: async (uri) =>
          uri === 'file:///work/.gongwenrc.yaml' ? 'sections: { require: [language] }\nrules: { structure/ordinal-sequence: off }\n' : undefined,
      },
    })
    const text = async (): Promise<string> => {
      const { pieces } = await driver.client.sendRequest(NewReportRequest, { folder: 'file:///work', kind: 'annual', year: 2024, part: 1, unit: '' })
      return pieces.map((piece) => piece.text).join('')
    }
    const uri = await driver.open(REPORT, { uri: 'file:///work/report.md' })
    const codes = async (): Promise<boolean> => (await driver.diagnostics(uri)).some(({ code }) => code === 'structure/ordinal-sequence')
    assert.equal(await codes(), true, 'a folder that is not trusted switches no rule off')
    assert.doesNotMatch(await text(), /语言文字/)
    const refreshed = driver.next('refresh')
    await driver.client.sendNotification(TrustedNotification)
    await refreshed
    assert.equal(await codes(), false)
    assert.match(await text(), /语言文字/)
    assert.match(await text(), /^# 【请填写：单位全称】2024年工作总结/)
  })

  it('refuses a kind that it does not know', async () => {
    driver = await ServerDriver.start()
    await assert.rejects(driver.client.sendRequest('gongwen/newReport', { folder: null, kind: 'weekly', year: 2024, part: 1, unit: '' }))
  })

  it('gives a configuration to begin with, in the writer’s language', async () => {
    driver = await ServerDriver.start()
    const { names, text } = await driver.client.sendRequest(ConfigurationTemplateRequest, { folder: 'file:///work' })
    assert.equal(names[0], '.gongwenrc.yaml')
    assert.match(text, /检查哪些文件/)
    assert.deepEqual((await checkConfiguration(text)).problems, [])
    driver.stop()
    driver = await ServerDriver.start({ settings: { messageLanguage: 'en' } })
    assert.match((await driver.client.sendRequest(ConfigurationTemplateRequest, { folder: null })).text, /Which texts are checked/)
  })
})

describe('language server: comparison with last year', () => {
  let driver: ServerDriver
  beforeEach(async () => {
    driver = await ServerDriver.start()
  })
  afterEach(() => driver.stop())
  const compare = (uri: string, others: ReturnType<typeof last>[]): Promise<CompareAnswer> => driver.client.sendRequest(CompareRequest, { uri, others })

  it('finds last year’s report among the texts of the folder, and says the same as the command line', async () => {
    const uri = await driver.open(fixture(2024), { uri: 'file:///2024.md' })
    const answer = await compare(uri, [last(false, 'file:///notes.md', SHOPPING), last()])
    assert.deepEqual([answer.isChecked, answer.last, answer.obstacle], [true, 'file:///2023.md', null])
    const kept = readFileSync(join(import.meta.dirname, '../fixtures/compare/compare.expected.md'), 'utf8')
    assert.equal(answer.markdown, kept.replaceAll(/2024\.md:(\d+):\d+/g, '第 $1 行'))
    assert.equal(answer.flags, 12)
  })

  it('has none where no text is last year’s, and takes the one that was chosen all the same', async () => {
    const uri = await driver.open(fixture(2024), { uri: 'file:///2024.md' })
    assert.deepEqual(await compare(uri, [last(false, 'file:///other.md', fixture(2023).replaceAll('2023年', '2021年'))]), {
      isChecked: true,
      last: null,
      obstacle: null,
      flags: 0,
      markdown: '',
    })
    const chosen = await compare(uri, [last(true, 'file:///other.md', fixture(2024))])
    assert.deepEqual([chosen.last, chosen.obstacle, chosen.markdown], ['file:///other.md', 'same-year', ''])
  })

  it('compares nothing with a text that is no report', async () => {
    const uri = await driver.open(SHOPPING)
    assert.equal((await compare(uri, [last()])).isChecked, false)
    await assert.rejects(driver.client.sendRequest('gongwen/compare', { uri }))
  })
})

import assert from 'node:assert/strict'
import { OLD_EDITOR, ServerDriver } from './server-driver.js'
import { REPORT } from './reports.js'

const ORDINALS = 'structure/ordinal-sequence'
const FILE = 'file:///.gongwenrc.yaml'
const changed = { settings: null }

describe('language server: configuration', () => {
  let driver: ServerDriver
  afterEach(() => driver.stop())
  const codes = async (uri: string): Promise<Set<unknown>> => new Set((await driver.diagnostics(uri)).map(({ code }) => code))

  it('follows a change of settings: asks the client to pull again, by rule, severity and language', async () => {
    driver = await ServerDriver.start()
    const uri = await driver.open(REPORT)
    assert.ok((await codes(uri)).has(ORDINALS))
    const before = await driver.pull(uri)
    const refreshed = driver.next('refresh')
    driver.settings = { rules: { [ORDINALS]: 'off' }, messageLanguage: 'en' }
    await driver.client.sendNotification('workspace/didChangeConfiguration', changed)
    await refreshed
    const after = await driver.pull(uri, before.resultId)
    assert.ok(after.kind === 'full')
    assert.deepEqual(
      after.items.filter(({ code }) => code === ORDINALS),
      [],
    )
    assert.match(String(after.items[0]?.message), /[a-z]{3,} [a-z]{2,} /)
  })

  it('shows nothing below the wanted severity, and offers no fix of what it does not show', async () => {
    driver = await ServerDriver.start({ settings: { minSeverity: 'error', rules: { [ORDINALS]: 'warning' } } })
    const uri = await driver.open(REPORT)
    const diagnostics = await driver.diagnostics(uri)
    assert.ok(diagnostics.length > 0 && diagnostics.every(({ severity }) => severity === 1))
    for (const action of await driver.actions(uri, '', ['source.fixAll'])) assert.ok(driver.apply(uri, action).includes('三、教学'))
  })

  it('checks on saving only, where that is wanted', async () => {
    driver = await ServerDriver.start({ settings: { run: 'onSave' } })
    const uri = await driver.open(REPORT)
    const first = await driver.pull(uri)
    await driver.type(uri, '三、', '二、')
    const waiting = driver.pull(uri, first.resultId)
    await driver.letTimePass()
    assert.deepEqual(await waiting, { kind: 'unchanged', resultId: first.resultId })
    const refreshed = driver.next('refresh')
    await driver.save(uri)
    await refreshed
    const saved = await driver.pull(uri, first.resultId)
    assert.equal(saved.kind, 'full')
    await driver.type(uri, '四、', '三、')
    const again = driver.next('refresh')
    const status = await driver.client.sendRequest('gongwen/check', { uri })
    await again
    assert.equal((status as { isChecked: boolean }).isChecked, true)
    const checking = driver.pull(uri, saved.resultId)
    await driver.letTimePass()
    assert.equal((await checking).kind, 'full', 'the command checks unsaved text')
  })

  it('publishes on saving only, where that is wanted', async () => {
    driver = await ServerDriver.start({ settings: { run: 'onSave' }, capabilities: OLD_EDITOR })
    const first = driver.next('published')
    const uri = await driver.open(REPORT)
    await first
    await driver.type(uri, '三、', '二、')
    await driver.letTimePass()
    assert.equal(driver.published.length, 1)
    const second = driver.next('published')
    await driver.save(uri)
    await second
    assert.equal(driver.published[1]?.version, 2)
  })

  it('reads configuration files below the settings, and again when they change', async () => {
    let source = `rules: { ${ORDINALS}: off, punctuation/paired-marks: off }`
    let read = 0
    driver = await ServerDriver.start({
      settings: { enable: 'auto', rules: { 'punctuation/paired-marks': 'on' } },
      ports: { readText: async (at) => (at === FILE ? (read++, source) : undefined) },
    })
    const uri = await driver.open(REPORT)
    assert.equal((await codes(uri)).has(ORDINALS), false)
    assert.equal((await codes(uri)).has('punctuation/paired-marks'), true, 'the setting wins')
    const refreshed = driver.next('refresh')
    source = 'enable: never'
    await driver.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'file:///.gongwenrc.yaml', type: 2 }],
    })
    await refreshed
    assert.deepEqual(await driver.diagnostics(uri), [], 'a setting left at auto does not overrule the file')
    assert.equal(read, 2, 'read once for each change')
    const untitled = await driver.open(REPORT, { uri: 'untitled:1' })
    assert.ok((await codes(untitled)).has(ORDINALS), 'an untitled document has no folder')
  })

  it('asks for the sections of the unit’s own profile, which a configuration file has', async () => {
    const source = 'profile: { use: ours }\nprofiles: { ours: { required: [travel], sections: [{ id: travel, name: 研学旅行 }] } }\n'
    driver = await ServerDriver.start({ ports: { readText: async (at) => (at === FILE ? source : undefined) } })
    const report = `${REPORT}\n${'学校按计划推进各项工作，师生参与面不断扩大。'.repeat(12)}\n`
    const missing = (await driver.diagnostics(await driver.open(report))).filter(({ code }) => code === 'sections/required-section')
    assert.equal(missing.length, 1)
    assert.match(String(missing[0]?.message), /研学旅行/)
  })

  it('shows what is wrong in a configuration file at its place, until it is mended', async () => {
    let source = 'enable: auto\nrule: {}\n'
    driver = await ServerDriver.start({ ports: { readText: async (at) => (at === FILE ? source : undefined) } })
    const uri = await driver.open(REPORT)
    await driver.diagnostics(uri)
    assert.deepEqual(
      driver.published.map(({ uri: at, diagnostics }) => [at, diagnostics.map(({ range }) => range.start.line)]),
      [[FILE, [1]]],
    )
    assert.match(String(driver.published[0]?.diagnostics[0]?.message), /^不认识的设置“rule”，可用的有 .{10,80}，是不是想写“rules”？$/)
    source = 'enable: auto\n'
    await driver.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [] })
    await driver.diagnostics(uri)
    assert.deepEqual(driver.published.at(-1), { uri: 'file:///.gongwenrc.yaml', diagnostics: [] })
  })

  it('lets front matter decide and shows what is wrong in it', async () => {
    driver = await ServerDriver.start({
      ports: {
        parseFrontMatter: () => ({ gongwen: { rules: { [ORDINALS]: 'off' } } }),
        frontMatterProblems: async (text) =>
          text.includes('rulez')
            ? [{ message: { zh: '不认识的设置“rulez”', en: 'unknown setting “rulez”' }, start: { line: 1, column: 2 }, end: { line: 1, column: 7 } }]
            : [],
      },
    })
    const uri = await driver.open(`---\ngongwen: { rulez: 1 }\n---\n\n${REPORT}`)
    const [problem, ...findings] = await driver.diagnostics(uri)
    assert.deepEqual([problem?.code, problem?.message, problem?.range.start], ['configuration', '不认识的设置“rulez”。', { line: 1, character: 2 }])
    assert.deepEqual(
      findings.filter(({ code }) => code === ORDINALS),
      [],
    )
  })

  it('takes settings that are pushed, from a client that cannot be asked', async () => {
    driver = await ServerDriver.start({ capabilities: { textDocument: { diagnostic: {} } } })
    const uri = await driver.open(REPORT)
    await driver.client.sendNotification('workspace/didChangeConfiguration', {
      settings: { gongwen: { rules: { [ORDINALS]: 'off' } } },
    })
    assert.equal((await codes(uri)).has(ORDINALS), false)
  })

  it('passes over settings that make no sense', async () => {
    driver = await ServerDriver.start({
      settings: { enable: 7, rules: ['x'], minSeverity: 'loud', run: {}, messageLanguage: null },
    })
    assert.ok((await codes(await driver.open(REPORT))).has(ORDINALS))
  })

  it('speaks the client’s language where the setting does not say', async () => {
    for (const [locale, expected] of [
      ['zh-cn', /^序号/],
      ['zh-Hant', /^序号/],
      ['fr', /^Ordinal/],
    ] as const) {
      driver = await ServerDriver.start({ locale, settings: { messageLanguage: 'auto' } })
      const uri = await driver.open(REPORT)
      assert.match(String((await driver.diagnostics(uri)).find(({ code }) => code === ORDINALS)?.message), expected)
      driver.stop()
    }
  })
})

/** The report panel's content and what it is exported as. */
import type { ReportData } from '@gongwen/messages'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { buildContent } from '../../client/src/panel/content/build-content.js'
import { barsOf } from '../../client/src/panel/content/comparison-content.js'
import type { ReportContent } from '../../client/src/panel/content/report-content.js'
import { toHtml } from '../../client/src/panel/content/to-html.js'
import { barInBlocks, toMarkdown } from '../../client/src/panel/content/to-markdown.js'
import { toWord } from '../../client/src/panel/content/to-word.js'
import { verdictOn } from '../../client/src/panel/verdict.js'
import { stringsIn } from '../support/panel-strings.js'
import { matchesSnapshot } from '../support/snapshot.js'

const fixtures = new URL('../fixtures/report-panel/', import.meta.url)
const DATA = JSON.parse(readFileSync(new URL('report.json', fixtures), 'utf8')) as ReportData
const CHINESE = stringsIn('zh-cn')
const NAMES = { fileName: '2024年总结.md', lastName: '2023年总结.md' }
const CONTENT = buildContent(DATA, { strings: CHINESE, language: 'zh-cn', ...NAMES })
const EMPTY: ReportData = {
  ...DATA,
  counts: { error: 0, warning: 0, info: 0, hint: 0 },
  hidden: 0,
  findings: [],
  coverage: [],
  lengths: [],
  figures: [],
  comparison: null,
}

/** Every string of a content, in reading order. */
function wordsOf({ parts }: ReportContent): string[] {
  return parts.flatMap((part) => {
    if (part.kind === 'list') return part.items.flatMap(({ lead, text, details }) => [lead, text, ...details])
    if (part.kind !== 'table') return [part.text]
    const cells = part.rows.flat().flatMap((cell) => (typeof cell === 'string' ? [cell] : 'text' in cell ? [cell.text] : []))
    return [...part.columns.map(({ head }) => head), ...cells]
  })
}

describe('report panel: verdict', () => {
  const verdict = (counts: Partial<ReportData['counts']>, coverage: ReportData['coverage'] = []): ReturnType<typeof verdictOn> =>
    verdictOn({ counts: { error: 0, warning: 0, info: 0, hint: 0, ...counts }, coverage }, CHINESE)
  const missing = DATA.coverage.find(({ requirement, status }) => requirement === 'required' && status === 'absent')

  it('follows the gravest finding; notes alone do not stop a report', () => {
    assert.equal(verdict({ error: 1, warning: 2 }).level, 'mend')
    assert.equal(verdict({ warning: 2, info: 9 }).level, 'look')
    assert.equal(verdict({ info: 3, hint: 1 }).level, 'ready')
    assert.equal(verdict({}).level, 'ready')
  })
  it('says why in one sentence, with the numbers', () => {
    assert.match(verdict({ error: 3 }).why, /错误 3 处/)
    assert.match(verdict({ warning: 2 }).why, /警告 2 处/)
    assert.match(verdict({ info: 3, hint: 1 }).why, /提示 4 处/)
  })
  it('does not call a report ready that lacks a required part', () => {
    assert.ok(missing !== undefined)
    assert.equal(verdict({}, [missing]).level, 'look')
    assert.ok(verdict({}, [missing]).why.includes(missing.name))
    assert.ok(verdict({ error: 1 }, [missing]).why.includes(missing.name))
    assert.equal(verdict({}, [{ ...missing, requirement: 'expected' }]).level, 'ready')
  })
})

describe('report panel: exports', () => {
  it('are told in both languages with every place filled', () => {
    for (const language of ['zh-cn', 'en'] as const) {
      const content = buildContent(DATA, { strings: stringsIn(language), language, ...NAMES })
      for (const words of wordsOf(content)) assert.doesNotMatch(words, /\{\d\}|undefined|\[object|NaN/)
    }
  })
  it('hold every finding, section, figure and metric of the report', () => {
    const words = wordsOf(CONTENT).join('\n')
    for (const { message, words: about } of DATA.findings) for (const part of [message, about]) assert.ok(words.includes(part), part)
    for (const { name } of DATA.coverage) assert.ok(words.includes(name), name)
    for (const { written, metric } of DATA.figures) for (const part of [written, metric]) assert.ok(words.includes(part), part)
    const { comparison } = DATA
    assert.ok(comparison?.obstacle === null && comparison.flags.length > 0)
    for (const { message } of comparison.flags) assert.ok(words.includes(message), message)
  })

  it('are written as Markdown, just as kept', () => {
    matchesSnapshot(toMarkdown(CONTENT), new URL('report.expected-markdown', fixtures))
  })
  it('show words of the report as they are, whatever they look like in Markdown', () => {
    const heading = '1. *星号* _下划线_ <b> a|b `码` [链接](x)\n# 井号'
    const markdown = toMarkdown({ title: '', language: 'zh', parts: [{ kind: 'paragraph', text: heading, tone: 'plain' }] })
    assert.equal(markdown, '1\\. \\*星号\\* \\_下划线\\_ \\<b\\> a\\|b \\`码\\` \\[链接\\](x) # 井号\n')
    for (const start of ['# 甲', '- 甲', '+ 甲', '12) 甲'])
      assert.match(toMarkdown({ title: '', language: 'zh', parts: [{ kind: 'paragraph', text: start, tone: 'plain' }] }), /^\d{0,2}\\/)
  })
  it('draw a length as ten blocks, and nothing that is there as nothing', () => {
    assert.deepEqual([0, 0.01, 0.7, 1, 3].map(barInBlocks), ['░░░░░░░░░░', '█░░░░░░░░░', '███████░░░', '██████████', '██████████'])
  })

  it('are written as one web page that loads nothing and runs nothing', () => {
    const page = toHtml(CONTENT)
    assert.match(page, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">/)
    assert.doesNotMatch(page, /<script|<link|<img|<iframe|\son\w{2,12}=|https?:|url\(|@import|\sstyle=/i)
    const open = Array.from(page.matchAll(/<(?!!|meta|rect)([a-z\d]{1,10})[\s>]/g)).length
    assert.equal(open, Array.from(page.matchAll(/<\/[a-z\d]{1,10}>/g)).length)
  })
  it('keep the report’s own angle brackets out of the page', () => {
    const page = toHtml({ title: '<b>', language: 'zh"', parts: [{ kind: 'paragraph', text: '<script>alert(1)</script> & "甲"', tone: 'plain' }] })
    assert.doesNotMatch(page, /<script|<b>|lang="zh""/)
    assert.match(page, /&lt;script&gt;alert\(1\)&lt;\/script&gt; &amp; &quot;甲&quot;/)
  })

  it('draw two years to one measure', () => {
    const metric = {
      metric: '甲',
      scope: '',
      change: '',
      rate: '',
      flags: [],
      last: { written: '', value: '50', range: RANGE },
      current: { written: '', value: '200', range: RANGE },
    }
    assert.deepEqual(
      barsOf(metric).map(({ fraction }) => fraction),
      [0.25, 1],
    )
    assert.deepEqual(
      barsOf({ ...metric, current: { ...metric.current, value: '-3' } }).map(({ fraction }) => fraction),
      [1, 0],
    )
    assert.deepEqual(
      barsOf({ ...metric, last: { ...metric.last, value: '0' }, current: { ...metric.current, value: '0' } }).map(({ fraction }) => fraction),
      [0, 0],
    )
  })

  it('are written for a report with nothing to tell', async () => {
    const content = buildContent(EMPTY, { strings: CHINESE, language: 'zh-cn', ...NAMES })
    assert.match(toMarkdown(content), /没有发现问题/)
    assert.match(toHtml(content), /没有发现问题/)
    assert.ok((await toWord(content)).length > 1000)
  })

  it('are written as a Word document whose words are those of the content', async () => {
    const files = unzipSync(await toWord(CONTENT))
    const xml = strFromU8(files['word/document.xml'] as Uint8Array)
    const plain = xml
      .replace(/<[^>]{1,400}>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&')
    for (const words of wordsOf(CONTENT)) assert.ok(plain.includes(words), words)
    assert.equal(xml.split('<w:tbl>').length - 1, CONTENT.parts.filter(({ kind }) => kind === 'table').length)
    assert.match(xml, /<w:tblHeader\/>/)
  })
  it('are opened by LibreOffice as they were written', async function () {
    this.timeout(240_000)
    const folder = mkdtempSync(join(tmpdir(), 'gongwen-word-'))
    const textOf = (name: string): string | undefined => {
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
      spawnSync('soffice', [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', join(folder, 'out'), join(folder, name)], {
        timeout: 110_000,
      })
      const file = join(folder, 'out', name.replace(/[^.]{1,10}$/, 'txt'))
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined
    }
    try {
      // an office without its word processor opens nothing of the kind
      writeFileSync(join(folder, 'probe.html'), '<p>probe</p>')
      if (textOf('probe.html') === undefined) {
        console.log('      LibreOffice Writer (soffice) is not installed: the Word document is not opened')
        this.skip()
      }
      writeFileSync(join(folder, 'report.docx'), await toWord(CONTENT))
      const text = textOf('report.docx') ?? ''
      for (const words of wordsOf(CONTENT)) assert.ok(text.includes(words.trim()), words)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

const RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }

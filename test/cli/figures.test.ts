import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import stringWidth from 'string-width'
import { matchesSnapshot } from '../support/snapshot.js'
import { World } from './world.js'

const fixtures = new URL('../fixtures/compare/', import.meta.url)
const REPORT = readFileSync(new URL('2024.md', fixtures), 'utf8')

const COLUMNS = Array.from('ABCDEFGHIJ')

interface JsonFigure {
  readonly metric: string
  readonly value: string | null
  readonly unit: string
  readonly written: string
  readonly start: number
  readonly end: number
}

/** The cells of a workbook's first sheet, row by row, as text; shared and inline strings read alike. */
function cellsOf(workbook: Uint8Array): string[][] {
  const files = unzipSync(workbook)
  const text = (name: string): string => strFromU8(files[name] as Uint8Array)
  const plain = (xml: string): string =>
    [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)]
      .map(([, words]) => words)
      .join('')
      .replaceAll('&amp;', '&')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
  const shared = files['xl/sharedStrings.xml'] === undefined ? [] : text('xl/sharedStrings.xml').split('<si>').slice(1).map(plain)
  return text('xl/worksheets/sheet1.xml')
    .split('<row ')
    .slice(1)
    .map((row) => {
      const cells: string[] = COLUMNS.map(() => '')
      for (const cell of row.split(/<c /).slice(1)) {
        const value = /<v>([^<]*)<\/v>/.exec(cell)?.[1] ?? ''
        const column = COLUMNS.indexOf(/\br="([A-Z])\d+"/.exec(cell)?.[1] as string)
        cells[column] = /t="s"/.test(cell) ? (shared[Number(value)] ?? '') : value === '' ? plain(cell) : value
      }
      return cells
    })
}

/** Lines of comma-separated values without quotes in them. */
function linesOf(csv: string): string[][] {
  return csv
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))
}

describe('gongwen figures', () => {
  let world: World
  before(() => {
    world = new World({ 'a.md': REPORT })
  })
  after(() => {
    world.remove()
  })

  for (const [format, extension] of [
    ['table', 'txt'],
    ['markdown', 'md'],
    ['json', 'json'],
    ['csv', 'csv'],
  ] as const) {
    it(`lists them as ${format}, just as kept`, async () => {
      const { code, stdout, stderr } = await world.gongwen(['figures', '--format', format, 'a.md'])
      matchesSnapshot(format === 'json' ? `${JSON.stringify(JSON.parse(stdout), null, 2)}\n` : stdout, new URL(`figures.expected.${extension}`, fixtures))
      assert.deepEqual([code, stderr], [0, ''])
    })
  }

  it('aligns its columns by the width of characters', async () => {
    const lines = (await world.gongwen(['figures', 'a.md'])).stdout.split('\n')
    const at = stringWidth((lines[0] as string).split('数值')[0] as string)
    const row = lines.find((line) => line.includes('在园幼儿')) as string
    assert.equal(stringWidth(row.slice(0, row.indexOf('11925人'))), at)
  })

  it('gives places that hold the figures', async () => {
    const { figures } = JSON.parse((await world.gongwen(['figures', '--format', 'json', 'a.md'])).stdout) as { figures: JsonFigure[] }
    assert.ok(figures.length > 50)
    for (const { start, end, written } of figures) assert.equal(REPORT.slice(start, end), written)
    assert.ok(figures.some(({ metric, value, unit }) => metric === '投入学前教育专项资金' && value === '246000000' && unit === '元'))
  })

  it('lists only metrics with a word', async () => {
    const { stdout } = await world.gongwen(['figures', '--format', 'csv', '--metric', '幼儿园', 'a.md'])
    const rows = linesOf(stdout).slice(1)
    assert.ok(rows.length >= 3)
    for (const [metric] of rows) assert.match(metric as string, /幼儿园/)
    assert.equal((await world.gongwen(['figures', '--metric', '航天', 'a.md'])).stdout, '没有数据\n')
  })

  it('writes comma-separated values that Excel reads: byte-order mark, CRLF, no formulas', async () => {
    world.write('b.md', '# 澜河县教育局2024年工作总结\n\n=1+1合计"甲,乙"数量12个。\n')
    const { bytes, stdout } = await world.gongwen(['figures', '--format', 'csv', 'b.md'])
    assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf])
    assert.match(stdout, /^\ufeff指标,数值,单位,/)
    for (const line of stdout.slice(1).trimEnd().split('\r\n').slice(1)) assert.doesNotMatch(line, /^[=+@]/)
    assert.ok(!stdout.replaceAll('\r\n', '').includes('\n'))
  })

  it('writes a workbook with the same cells, numbers as numbers', async () => {
    const { code, stdout } = await world.gongwen(['figures', '--output', 'a.xlsx', 'a.md'])
    assert.equal(code, 0)
    assert.match(stdout, /^已写入 a\.xlsx：\d+ 个数据\n$/)
    const cells = cellsOf(world.read('a.xlsx'))
    assert.deepEqual(cells, linesOf((await world.gongwen(['figures', '--format', 'csv', 'a.md'])).stdout))
    const sheet = strFromU8(unzipSync(world.read('a.xlsx'))['xl/worksheets/sheet1.xml'] as Uint8Array)
    assert.match(sheet, /<c r="B\d+"(?: s="\d+")?(?: t="n")?><v>246000000<\/v>/)
  })

  it('writes a workbook to standard output for a pipe, and not to a screen', async () => {
    const piped = await world.gongwen(['figures', '--format', 'xlsx', 'a.md'])
    assert.equal(cellsOf(piped.bytes)[0]?.[0], '指标')
    const shown = await world.gongwen(['figures', '--format', 'xlsx', 'a.md'], { isTTY: true })
    assert.deepEqual([shown.code, shown.stdout], [2, ''])
    assert.match(shown.stderr, /--output/)
  })

  it('writes a workbook that LibreOffice opens', async function () {
    this.timeout(120_000)
    if (spawnSync('libreoffice', ['--version']).status !== 0) {
      process.stderr.write('      no libreoffice on this machine: not tried\n')
      this.skip()
    }
    await world.gongwen(['figures', '--output', 'a.xlsx', 'a.md'])
    const { status, stderr } = spawnSync(
      'libreoffice',
      [
        `-env:UserInstallation=file://${world.folder}/office`,
        '--headless',
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76',
        '--outdir',
        join(world.folder, 'converted'),
        join(world.folder, 'a.xlsx'),
      ],
      { encoding: 'utf8' },
    )
    assert.equal(status, 0, stderr)
    const converted = world.read('converted/a.csv').toString().trimEnd().split('\n')
    assert.deepEqual(
      converted.map((line) => line.split(',')),
      linesOf((await world.gongwen(['figures', '--format', 'csv', 'a.md'])).stdout),
    )
  })

  it('takes the format from the extension of --output, and writes over nothing that it reads', async () => {
    await world.gongwen(['figures', '--output', 'a.csv', 'a.md'])
    assert.match(world.read('a.csv').toString(), /^\ufeff指标,/)
    const refused = await world.gongwen(['figures', '--output', './a.md', 'a.md'])
    assert.equal(refused.code, 2)
    assert.match(refused.stderr, /没有写入/)
    assert.equal(world.read('a.md').toString(), REPORT)
    const nowhere = await world.gongwen(['figures', '--output', 'none/a.csv', 'a.md'])
    assert.equal(nowhere.code, 2)
    assert.match(nowhere.stderr, /无法写入 none\/a\.csv/)
    rmSync(join(world.folder, 'a.csv'))
  })

  it('gives 2 when there is nothing to read, and reads standard input', async () => {
    assert.equal((await world.gongwen(['figures', 'none.md'])).code, 2)
    const { code, stdout } = await world.gongwen(['figures', '--format', 'csv', '-'], { stdin: '2024年工作总结\n\n一、党建工作\n全年学习12次。\n' })
    assert.equal(code, 0)
    assert.equal(linesOf(stdout)[1]?.join(), '学习,12,次,12次,,2024,实际,党建工作,4,5')
  })
})

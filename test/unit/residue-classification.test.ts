/** Residue on texts that no rule was written for: honest sentences stay, invented residue goes, the report is never touched. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cleanResidue, groupOf, Linter, ReportDocument, resolveConfiguration, RULES, type Finding, type TextFormat } from '@gongwen/engine'
import { DANGEROUS_LINES, OTHER_SITES } from '../support/residue-other-sites.js'
import { RESIDUE_BLOCKS } from '../support/residue-blocks.js'
import { LEGITIMATE_LINES } from '../support/residue-sentences.js'
import { WRITERS_LINES, WRITERS_PIECES, WRITERS_TITLES } from '../support/residue-writers.js'
import { UNSEEN_BLOCKS, UNSEEN_SENTENCES } from '../support/residue-unseen.js'

const folder = join(import.meta.dirname, '../golden')
const goldens = readdirSync(folder)
  .filter((name) => /^(?!README).*\.(?:md|txt)$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8'), format: (name.endsWith('.md') ? 'markdown' : 'plain') as TextFormat }))
/** A title line, not the one in the front matter. */
const TITLE = /^(?!title:).*(?:总结|计划|报告|要点|打算)/
const NAMES = ['墨林文苑', '清溪文库', '云岭公文', '山海材料铺', '知更笔记']

const linter = new Linter({ rules: RULES.filter(({ id }) => groupOf(id) === 'residue'), configuration: resolveConfiguration({ enable: 'always' }) })

function residueFindings(text: string, format: TextFormat): readonly Finding[] {
  return linter.lint(new ReportDocument(text, format))
}

/** The text with lines of its own put in behind its title, in its middle or at its end. */
function insert(text: string, lines: readonly string[], place: 'head' | 'middle' | 'tail'): string {
  const own = text.trimEnd().split('\n')
  const title = own.findIndex((line) => TITLE.test(line)) + 1
  const bodies = own.flatMap((line, i) => (line.length > 60 ? [i + 1] : []))
  const at = place === 'head' ? title : place === 'tail' ? own.length : (bodies[Math.floor(bodies.length / 2)] ?? own.length)
  return [...own.slice(0, at), '', ...lines, '', ...own.slice(at)].join('\n')
}

function golden(i: number): (typeof goldens)[number] {
  return goldens[i % goldens.length] as (typeof goldens)[number]
}

function titleOf(text: string): string {
  return (text.split('\n').find((line) => TITLE.test(line)) ?? '2024年工作总结').replace(/^[#\s]+/, '').trim()
}

describe('residue', function () {
  this.timeout(60_000)

  it('is silent on reports that have none', () => {
    assert.ok(goldens.length >= 20)
    for (const { name, text, format } of goldens) {
      assert.deepEqual(
        residueFindings(text, format).map(({ ruleId, start, end }) => `${name} ${ruleId} ${text.slice(start, end)}`),
        [],
      )
    }
  })

  for (const place of ['head', 'middle', 'tail'] as const) {
    it(`leaves honest lines alone: ${place}`, () => {
      assert.ok(new Set(LEGITIMATE_LINES).size >= 200)
      const wrong = [...LEGITIMATE_LINES, ...UNSEEN_SENTENCES, ...DANGEROUS_LINES].flatMap((line, i) => {
        const text = insert(golden(i).text, [line], place)
        return residueFindings(text, golden(i).format).map(({ ruleId, message }) => `${line} <- ${ruleId} ${message}`)
      })
      assert.deepEqual(wrong, [])
    })

    it(`finds invented residue as whole lines: ${place}`, () => {
      assert.ok(new Set(RESIDUE_BLOCKS.map((block) => block.join('\n'))).size >= 200)
      assertFoundWhole(RESIDUE_BLOCKS, place, 0.95)
    })

    it(`finds residue that no phrase was written for: ${place}`, () => {
      assert.ok(new Set(UNSEEN_BLOCKS.map((block) => block.join('\n'))).size >= 120)
      assertFoundWhole(UNSEEN_BLOCKS, place, 0.85)
    })

    it(`finds residue of other sites: ${place}`, () => {
      assert.ok(new Set(OTHER_SITES.map((block) => block.join('\n'))).size >= 100)
      assertFoundWhole(OTHER_SITES, place, 0.85)
    })

    it(`cleaning takes residue and nothing of the report: ${place}`, () => {
      for (const [i, block] of RESIDUE_BLOCKS.entries()) {
        const { name, text, format } = golden(i + 7)
        const written = block.map((line) => line.replaceAll('{T}', titleOf(text)).replaceAll('{N}', NAMES[i % NAMES.length] as string))
        const cleaned = cleanResidue(insert(text, written, place), { format }).text
        const own = text
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
        const kept = new Set(cleaned.split('\n').map((line) => line.trim()))
        for (const line of own) assert.ok(kept.has(line), `${name}: lost ${line} with ${written.join(' / ')}`)
      }
    })
  }

  for (const place of ['head', 'middle', 'tail'] as const) {
    it(`no safe fix takes what a writer may have put there: ${place}`, () => {
      const lost = [...WRITERS_LINES, ...WRITERS_PIECES].filter((line, i) => {
        const { text, format } = golden(i)
        return !cleanResidue(insert(text, [line], place), { format }).text.includes(line)
      })
      assert.deepEqual(lost, [])
    })
  }

  it('a title stays one, and is mended, when a site hid characters in it', () => {
    const body = '2024年，学校坚持立德树人，各项工作平稳推进，取得新成效。\n\n一、加强教学工作\n\n全年开展教研活动24次，听课86节。\n'
    const text = `青禾小学2024年工作总\u200b结\n\n登录后才能发表评论\n\n全部评论（0）\n\n${body}`
    assert.ok(cleanResidue(text, { format: 'plain' }).text.startsWith('青禾小学2024年工作总结\n'))
  })

  it('no safe fix takes the end of a title that a writer may have written', () => {
    const body = '2024年，全区教育系统加强教师队伍建设，推进校园安全管理，各项工作取得新成效。'
    for (const title of WRITERS_TITLES) assert.equal(cleanResidue(`${title}\n\n${body}`, { format: 'plain' }).text, `${title}\n\n${body}`)
  })

  it('no safe fix takes the credits and topics of a newsletter, however many', () => {
    const { text, format } = golden(0)
    const foot = ['责任编辑：王小明', '技术支持：市大数据中心', '审核｜李明', '校对｜张慧', '#校园安全 #家校共育', '#劳动教育 #研学实践', '#阅读 #书香校园']
    const cleaned = cleanResidue(insert(text, foot, 'tail'), { format }).text
    assert.deepEqual(
      foot.filter((line) => !cleaned.includes(line)),
      [],
    )
  })

  it('a label goes with the page that it stands in', () => {
    const { text, format } = golden(0)
    const tail = ['责任编辑：王小明', '扫一扫在手机打开当前页', '【打印】 【关闭】']
    const cleaned = cleanResidue(insert(text, tail, 'tail'), { format }).text
    assert.deepEqual(
      tail.filter((line) => cleaned.includes(line)),
      [],
    )
  })

  it('cleaning a clean report changes nothing', () => {
    for (const { text, format } of goldens) assert.equal(cleanResidue(text, { format }).text, text)
  })

  it('cleaning keeps CRLF, a byte-order mark and a missing last line break', () => {
    const body = '2024年，全区教育系统加强教师队伍建设，推进校园安全管理，各项工作取得新成效。'
    assert.equal(
      cleanResidue(`\ufeff某区教育局2024年工作总结\r\n\r\n${body}\r\n责任编辑：王小明\r\n扫一扫在手机打开当前页`, { format: 'plain' }).text,
      `\ufeff某区教育局2024年工作总结\r\n\r\n${body}`,
    )
  })

  it('what the user calls residue goes as a line when it is little else, as a phrase otherwise', () => {
    const body = '2024年，全区教育系统加强教师队伍建设，推进校园安全管理，各项工作取得新成效，墨林出品，有关情况如下。'
    const document = new ReportDocument(`某区教育局2024年工作总结\n墨林出品\n${body}`, 'plain', { residuePhrases: ['墨林出品'] })
    assert.deepEqual(
      document.residue.map(({ index, parts }) => [index, parts?.map(({ start, end }) => body.slice(start, end))]),
      [
        [1, undefined],
        [2, ['墨林出品']],
      ],
    )
    assert.equal(cleanResidue(document.text, { format: 'plain', residuePhrases: ['墨林出品'] }).text.includes('墨林出品'), false)
  })
})

/** So large a share of the blocks goes as whole lines, and no line of the report with them. */
function assertFoundWhole(blocks: readonly (readonly string[])[], place: 'head' | 'middle' | 'tail', share: number): void {
  const missed: string[] = []
  let whole = 0
  for (const [i, block] of blocks.entries()) {
    const { text, format } = golden(i)
    const written = block.map((line) => line.replaceAll('{T}', titleOf(text)).replaceAll('{N}', NAMES[i % NAMES.length] as string))
    const { doubtful, gone } = residueLines(insert(text, written, place), format)
    const left = written.filter((line) => !gone.has(line.trim()))
    missed.push(...left)
    if (left.length === 0) whole++
    const own = new Set(text.split('\n').map((line) => line.trim()))
    for (const line of [...gone, ...doubtful]) assert.ok(!own.has(line), `the report's own line: ${line}`)
    assertFixesSpare(insert(text, written, place), format, own)
  }
  assert.ok(whole >= blocks.length * share, `${whole} of ${blocks.length} found whole, missed:\n${missed.join('\n')}`)
}

/** No fix of a whole line or a piece reaches into a line of the report. */
function assertFixesSpare(text: string, format: TextFormat, own: ReadonlySet<string>): void {
  const edits = residueFindings(text, format)
    .filter(({ ruleId }) => ruleId === 'residue/site-text')
    .flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits))
  for (const { start, end } of edits) {
    const removed = text.slice(start, end)
    if (removed.trim() === '') continue
    const at = start + removed.length - removed.trimStart().length
    const from = text.lastIndexOf('\n', at - 1) + 1
    const to = start + removed.trimEnd().length
    const last = text.indexOf('\n', to)
    for (const line of text.slice(from, last < 0 ? text.length : last).split('\n')) {
      assert.ok(line.trim() === '' || !own.has(line.trim()), `a fix reaches into the report's own line: ${line}`)
    }
  }
}

function residueLines(text: string, format: TextFormat): { gone: Set<string>; doubtful: Set<string> } {
  const document = new ReportDocument(text, format)
  const gone = new Set<string>()
  const doubtful = new Set<string>()
  for (const { index, parts, isCertain } of document.residue) {
    if (parts !== undefined) continue
    const at = document.blocks[index] as (typeof document.blocks)[number]
    gone.add(at.block.source.trim())
    if (!isCertain) doubtful.add(at.block.source.trim())
  }
  return { gone, doubtful }
}

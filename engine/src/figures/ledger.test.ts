import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { ReportDocument } from '../document/report-document.js'
import { ledgerOf, type LedgerEntry } from './ledger.js'

const TITLE = '澜河县教育局2024年工作总结\n\n'

function read(text: string, format: 'plain' | 'markdown' = 'plain'): readonly LedgerEntry[] {
  return ledgerOf(new ReportDocument(TITLE + text, format))
}

/** What each figure of a text measures and says. */
function told(text: string): string[] {
  return read(text).map(({ metric, written, role }) => `${metric} ${written} ${role}`)
}

describe('the ledger', () => {
  it('names what is measured', () => {
    assert.deepEqual(told('全县共有幼儿园78所，在园幼儿12460人，其中公办在园幼儿6853人。'), [
      '幼儿园 78所 done',
      '在园幼儿 12460人 done',
      '公办在园幼儿 6853人 done',
    ])
    assert.deepEqual(told('全年共招聘126名教师，开展消防演练12次。'), ['招聘教师 126名 done', '开展消防演练 12次 done'])
    assert.deepEqual(told('2名教师获市级表彰。'), ['教师获市级表彰 2名 done'])
    assert.deepEqual(told('新建公办幼儿园2所并投入使用，教育系统62个党组织开展学习。'), ['新建公办幼儿园 2所 done', '党组织开展学习 62个 done'])
    assert.deepEqual(told('每年打造4—5个特色品牌，对207户困难家庭开展走访。'), ['每年打造特色品牌 4—5个 done', '困难家庭开展走访 207户 done'])
    assert.deepEqual(told('普惠率91.2%，比上年提高1至2个百分点。').at(-1), '普惠率 1至2个百分点 change')
    assert.deepEqual(told('对全县32所中小学的食堂开展检查。'), ['中小学 32所 done'])
    assert.deepEqual(told('县教育局组织召开校园安全工作会议14次。'), ['召开校园安全工作会议 14次 done'])
    assert.deepEqual(told('经费投入大幅增长，达到1200万元。'), ['经费投入 1200万元 done'])
    assert.deepEqual(told('小学招生3412人、初中招生3568人，合计6980人。').at(-1), '合计 6980人 done')
  })

  it('gives one key to the same metric under other words', () => {
    const keys = ['开展消防演练12次', '组织消防演练12次', '计划开展消防演练12次', '全年共举办了消防演练12次'].map((text) => read(`${text}。`)[0]?.metricKey)
    assert.deepEqual(keys, ['消防演练', '消防演练', '消防演练', '消防演练'])
    assert.notEqual(read('新建幼儿园3所。')[0]?.metricKey, read('改建幼儿园3所。')[0]?.metricKey)
  })

  it('keeps values exact, in base units', () => {
    const [money, share, open, vague] = read('投入资金4262.35万元，普惠率92.30%，培训教师XX人，走访数百户。')
    assert.equal(money?.value?.toString(), '42623500')
    assert.equal(money?.unit, '元')
    assert.equal(share?.value?.trimmed.toString(), '92.3')
    assert.deepEqual([open?.value, open?.written, vague?.value], [undefined, 'XX人', undefined])
  })

  it('tells changes, former values and shares from values', () => {
    assert.deepEqual(told('参加学生412人次，比上年的360人次增加52人次，增长14.4%。'), [
      '参加学生 412人次 done',
      '参加学生 360人次 base',
      '参加学生 52人次 change',
      '参加学生 14.4% change',
    ])
    assert.deepEqual(told('活跃率由上年的61.3%提高到74.8%，提高13.5个百分点。'), ['活跃率 61.3% base', '活跃率 74.8% share', '活跃率 13.5个百分点 change'])
    assert.deepEqual(told('公办在园幼儿4846人，占在园幼儿的59.0%。').at(-1), '公办在园幼儿占在园幼儿 59.0% share')
    assert.deepEqual(told('参加学生28154人，占在校生31992人的88.0%。').slice(1), ['在校生 31992人 done', '参加学生占在校生 88.0% share'])
  })

  it('knows what a change is of, which way and since when', () => {
    const [value, rate] = read('在园幼儿11925人，同比下降4.3%。')
    assert.deepEqual([rate?.change?.direction, rate?.change?.isYearOnYear, rate?.change?.subject], [-1, true, value])
    assert.equal(read('在园幼儿11925人，比2020年增加300人。')[1]?.change?.isYearOnYear, false)
    assert.equal(read('在园幼儿11925人，比2023年增加300人。')[1]?.change?.isYearOnYear, true)
    const both = read('小学招生3412人、初中招生3568人，分别同比增长2.1%和3.4%。').slice(2)
    assert.deepEqual(
      both.map(({ role, change }) => [role, change?.isYearOnYear]),
      [
        ['change', false],
        ['change', false],
      ],
    )
    assert.equal(read('人均收入10493元，扣除价格因素，比上年实际增长9.6%。')[1]?.change?.isYearOnYear, false)
    assert.equal(read('聘用保安增加到418名。')[0]?.direction, 1)
    assert.equal(read('聘用保安418名。')[0]?.direction, 0)
  })

  it('tells the year: the sentence first, then the section, then the report', () => {
    const years = (text: string): (number | undefined)[] => read(text).map(({ year }) => year)
    assert.deepEqual(years('2021年招生300人，今年招生320人，去年招生310人，明年招生330人。'), [2021, 2024, 2023, 2025])
    assert.deepEqual(years('保安由2020年的64名增加到102名。'), [2020, 2024])
    assert.equal(years('近三年投入资金900万元。').at(-1), undefined)
    assert.deepEqual(years('印发《2021年通知》12份。'), [2024])
    assert.deepEqual(years('2023级新生380人。'), [2024])
    assert.deepEqual(
      years('一、2024年工作\n招聘教师12名。\n\n二、2025年工作计划\n招聘教师15名，在2024年120名的基础上有所增加。\n（一）扩大学位\n新增学位900个。'),
      [2024, 2025, 2024, 2025],
    )
  })

  it('takes the figures of the plan, and those announced, as planned', () => {
    assert.deepEqual(
      read('一、2024年工作总结\n招聘教师12名，其中26名教师将于明年到岗。将26名教师分为3组。\n\n二、2025年工作计划\n招聘教师15名。').map(({ role }) => role),
      ['done', 'done', 'done', 'done', 'planned'],
    )
    assert.equal(read('项目完成后，预计新增学位900个。')[0]?.role, 'planned')
    assert.equal(read('核减招生计划325人。')[0]?.role, 'done')
  })

  it('tells what a figure is said of', () => {
    const scopes = (text: string): string[] => read(text).map(({ scope }) => scope)
    assert.deepEqual(scopes('全县幼儿园78所，教师900名。'), ['全县', '全县'])
    assert.deepEqual(scopes('农村小学32所，幼儿园78所。'), ['农村', ''])
    assert.deepEqual(scopes('清溪中学开展演练6次。'), ['清溪中学'])
    assert.deepEqual(scopes('加快推进典型示范村建设，完成改造6处。'), [''])
    assert.deepEqual(scopes('新建幼儿园3所。组织中小学校开展演练6次。'), ['', ''])
  })

  it('leaves out what counts nothing', () => {
    assert.deepEqual(
      told('开展一批活动，受理12345热线工单218件，庆祝建校100周年，实施六大行动。').map((line) => line.split(' ')[1]),
      ['218件'],
    )
    assert.deepEqual(read(''), [])
  })

  it('reads tables by the heads of their rows and columns', () => {
    const entries = read('| 类别 | 学校数（所） | 经费（万元） |\n| --- | --- | --- |\n| 小学 | 31 | 1200.5 |\n', 'markdown')
    assert.deepEqual(
      entries.map(({ metric, value, unit }) => [metric, value?.trimmed.toString(), unit]),
      [
        ['小学学校数', '31', '所'],
        ['小学经费', '12005000', '元'],
      ],
    )
  })

  it('gives the section, and places in the whole text', () => {
    const text = `\ufeff${TITLE}一、党建工作\r\n（一）抓𠮷学习😀\r\n全年学习12次。\r\n`
    const [entry] = ledgerOf(new ReportDocument(text, 'plain'))
    assert.ok(entry !== undefined)
    assert.equal(text.slice(entry.start, entry.end), '12次')
    assert.deepEqual([entry.section, entry.line, entry.column], ['抓𠮷学习😀', 5, 5])
  })

  it('stands where it says, in reading order, on every report of ours', () => {
    const golden = new URL('../../../test/golden/', import.meta.url)
    for (const name of readdirSync(golden).filter((file) => /\d\d\.(?:md|txt)$/.test(file))) {
      const text = readFileSync(new URL(name, golden), 'utf8')
      const document = new ReportDocument(text, name.endsWith('.md') ? 'markdown' : 'plain')
      const entries = ledgerOf(document)
      assert.ok(entries.length > 20, name)
      entries.forEach((entry, i) => {
        const before = entries[i - 1]
        assert.ok(before === undefined || before.end <= entry.start, `${name}:${entry.line}`)
        assert.equal(text.slice(entry.start, entry.end).replaceAll('*', ''), entry.written, name)
      })
    }
  })
})

import assert from 'node:assert/strict'
import { Block } from '../markdown/block.js'
import { figuresOf, type Figure } from './figure.js'
import { sentencesOf } from './sentence.js'

function figures(text: string): Figure[] {
  return sentencesOf(new Block('paragraph', text, text, 0)).flatMap((sentence) => [...figuresOf(sentence)])
}

/** One figure as `kind value unit approximation`. */
function shown(text: string): string[] {
  return figures(text).map(({ kind, value, unit, approximation }) => `${kind} ${value?.trimmed ?? '?'} ${unit} ${approximation}`)
}

const READ: readonly (readonly [string, readonly string[]])[] = [
  ['在园幼儿27478人', ['count 27478 人 exact']],
  ['总分A+513人', ['count 513 人 exact']],
  ['培训95000人次', ['count 95000 人次 exact']],
  ['检查283家，巡查2103家次', ['count 283 家 exact', 'count 2103 家次 exact']],
  ['投入4262万元', ['money 42620000 元 exact']],
  ['资金1.2亿美元', ['money 120000000 美元 exact']],
  ['占比66.21%', ['percentage 66.21 % exact']],
  ['百分之三十的学校', ['percentage 30  exact']],
  ['七成以上', ['percentage 70 成 at-least']],
  ['5‰', ['percentage 0.5 ‰ exact']],
  ['提高18.75个百分点', ['percentage-point 18.75 个百分点 exact']],
  ['一点九三个百分点', ['percentage-point 1.93 个百分点 exact']],
  ['三分之二的教师', ['ratio 0.666667  exact']],
  ['增长2倍', ['multiple 2 倍 exact']],
  ['约300人', ['count 300 人 about']],
  ['300人左右', ['count 300 人 about']],
  ['300余人', ['count 300 人 over']],
  ['近万名', ['count 10000 名 under']],
  ['不足50人', ['count 50 人 under']],
  ['超过500场', ['count 500 场 at-least']],
  ['不少于6次', ['count 6 次 at-least']],
  ['控制在5%以内', ['percentage 5 % at-most']],
  ['八九十个', ['count 90 个 range']],
  ['10%～20%', ['percentage 10 % exact', 'percentage 20 % range']],
  ['5至8名', ['plain 5  exact', 'count 8 名 range']],
  ['2024年3月12日', ['year 2024 年 exact', 'date 3 月 exact', 'date 12 日 exact']],
  ['二〇二五年', ['year 2025 年 exact']],
  ['第3个、3号楼、九年级', ['ordinal 3 个 exact', 'ordinal 3 号 exact', 'ordinal 9  exact']],
  ['选派X名教师，覆盖率XX%', ['count ? 名 about', 'percentage ? % about']],
  ['走访几十户、数百家', ['count ? 户 about', 'count ? 家 about']],
  ['学位6830个', ['count 6830 个 exact']],
  ['新增6830个学位', ['count 6830 个学位 exact']],
  ['改造60743㎡', ['count 60743 ㎡ exact']],
  ['活动580依托', ['plain 580  exact']],
  ['12345热线', ['plain 12345  exact']],
  ['1亿2000万元', ['money 120000000 元 exact']],
  ['１２３４人', ['count 1234 人 exact']],
]

/** Numbers that are names: no quantity may be read from them. */
const NAMES = [
  '落实“1530”安全教育',
  '实施“3+X”改革',
  '绩效工资“1+X”改革',
  '建成5G网络',
  '获评4A级景区',
  '拨打0512-1234567',
  '印发〔2024〕15号文件',
  '《2024年100件大事》',
  '十五小、一中、二中',
  '101中学',
  '一以贯之',
  '四位一体',
  '一岗双责',
  '三级网络',
  '一人一案、一校一策',
  '第二期、二期工程',
  '一二三产业',
  '三农工作',
  '二十大精神',
  '一如既往',
  '时间10:39',
  '版本2.0版',
  '联系电话13912345678',
  '（3）抓落实',
  'PM2.5和CO2',
  '党的二十届三中全会',
  '一把手',
  '4+N工作',
]

describe('figuresOf', () => {
  for (const [text, expected] of READ) it(text, () => assert.deepEqual(shown(text), expected))
  for (const text of NAMES) {
    it(`no quantity: ${text}`, () => {
      const quantities = figures(text).filter(({ kind, unit }) => !['date', 'year', 'ordinal'].includes(kind) && !(kind === 'plain' && unit === ''))
      assert.deepEqual(
        quantities.map(({ kind, value }) => `${kind} ${value}`),
        [],
      )
    })
  }
  it('leaves out the number of a list item', () => {
    assert.deepEqual(shown('1.开展活动3场'), ['count 3 场 exact'])
    assert.deepEqual(shown('2、慰问教师20名'), ['count 20 名 exact'])
  })
  it('gives offsets of the sentence, approximating words and unit included', () => {
    const [figure] = figures('共培训约300余人次。')
    assert.ok(figure)
    assert.deepEqual([figure.start, figure.end, figure.numeral], [3, 10, { start: 4, end: 8 }])
  })
  it('says what stands before and behind, and how deep in brackets', () => {
    const [total, first] = figures('接入平台学校40所（小学25所、初中15所）')
    assert.equal(total?.label, '接入平台学校')
    assert.equal(first?.label, '小学')
    assert.deepEqual([total?.depth, first?.depth], [0, 1])
    assert.equal(figures('新建12个教学点')[0]?.noun, '教学点')
  })
  it('bounds what a figure may stand for', () => {
    const bounds = (text: string, i = 0): string => {
      const interval = figures(text)[i]?.interval
      return `${interval?.low.trimmed}..${interval?.high?.trimmed ?? ''}`
    }
    assert.equal(bounds('300人'), '300..300')
    assert.equal(bounds('2500余人'), '2500..2600')
    assert.equal(bounds('1.2万人'), '11500..13000')
    assert.equal(bounds('4.8万余名'), '48000..49000')
    assert.equal(bounds('近300人'), '200..300')
    assert.equal(bounds('约300人'), '270..330')
    assert.equal(bounds('500人以上'), '500..')
    assert.equal(bounds('39.5%'), '39.4..39.6')
    assert.equal(bounds('5至8名', 1), '5..8')
    assert.equal(bounds('10至0所', 1), '0..10')
  })
  it('is computed once', () => {
    const [sentence] = sentencesOf(new Block('paragraph', '共3人', '共3人', 0))
    assert.ok(sentence)
    assert.equal(figuresOf(sentence), figuresOf(sentence))
  })
  it('takes linear time', () => {
    const text = '其中小学25所、初中15所，占比66.21%，约300余人次，二〇二五年，'.repeat(2000)
    const start = performance.now()
    assert.ok(figures(text).length > 8000)
    assert.ok(performance.now() - start < 3000)
  })
})

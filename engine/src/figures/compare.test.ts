import assert from 'node:assert/strict'
import { ReportDocument } from '../document/report-document.js'
import { compareReports, placeOfFlag, type ReportComparison } from './compare.js'

const report = (year: number, body: string): ReportDocument => new ReportDocument(`澜河县教育局${year}年工作总结\n\n一、${year}年工作\n${body}\n`, 'plain')

function compared(last: string, current: string, lastYear = 2023): ReportComparison {
  const comparison = compareReports(report(lastYear, last), report(2024, current))
  assert.ok(typeof comparison !== 'string', String(comparison))
  return comparison
}

const kinds = (last: string, current: string, lastYear?: number): string[] => compared(last, current, lastYear).flags.map(({ kind }) => kind)

describe('two years side by side', () => {
  it('gives the change and its rate, exactly', () => {
    const [money, share] = compared('投入培训经费318.5万元，课后服务参与率86.3%。', '投入培训经费326万元，课后服务参与率88.5%。').metrics
    assert.deepEqual([money?.change.toString(), money?.rate?.toString()], ['75000', '2.4'])
    assert.deepEqual([share?.change.trimmed.toString(), share?.rate], ['2.2', undefined])
    const [fall] = compared('资助学生9870人次。', '资助学生9412人次。').metrics
    assert.deepEqual([fall?.change.toString(), fall?.rate?.toString()], ['-458', '-4.6'])
  })

  it('matches one metric only: words, unit and scope the same', () => {
    const names = (last: string, current: string): string[] => compared(last, current).metrics.map(({ current: { metric } }) => metric)
    assert.deepEqual(names('组织消防演练12次。', '开展消防演练14次。'), ['开展消防演练'])
    assert.deepEqual(names('全县专任教师900名。', '专任教师920名。'), ['专任教师'])
    assert.deepEqual(names('全市专任教师9000名。', '专任教师920名。'), [])
    assert.deepEqual(names('农村专任教师400名。', '城区专任教师420名。'), [])
    assert.deepEqual(names('开展教师培训120人次。', '开展教师培训130人。'), [])
    assert.deepEqual(names('新建幼儿园3所。', '改建幼儿园3所。'), [])
  })

  it('matches general names only under the same heading', () => {
    const last = '（一）体育工作\n开展活动12次。\n（二）党建工作\n召开会议9次。'
    const current = '（一）体育工作\n开展活动14次。\n（二）安全工作\n召开会议7次。'
    assert.deepEqual(
      compared(last, current).metrics.map(({ last: { written }, current: { written: now } }) => [written, now]),
      [['12次', '14次']],
    )
  })

  it('guesses nothing where a report gives two values', () => {
    const { metrics, unmatched } = compared('入户走访教师210人次。', '入户走访教师230人次。年底又入户走访教师180人次。')
    assert.deepEqual(metrics, [])
    assert.deepEqual(
      unmatched.map(({ side, reason }) => [side, reason]),
      [
        ['last', 'ambiguous'],
        ['current', 'ambiguous'],
        ['current', 'ambiguous'],
      ],
    )
    assert.equal(compared('入户走访教师210人次。', '入户走访教师230人次，入户走访教师230人次。').metrics.length, 1)
  })

  it('flags what is the same to the digit, and only where chance does not make it so', () => {
    assert.deepEqual(kinds('发放资助资金1326.5万元。', '发放资助资金1326.5万元。'), ['unchanged'])
    assert.deepEqual(kinds('课后服务参与率86.3%。', '课后服务参与率86.3%。'), ['unchanged'])
    for (const same of ['随迁子女入学率100%。', '新建幼儿园3所。', '投入资助资金1200万元。', '义务教育学校128所。', '约426名专职保安。'])
      assert.deepEqual(kinds(same, same), [], same)
  })

  it('flags values ten times apart', () => {
    assert.deepEqual(kinds('投入培训经费2460万元。', '投入培训经费24600万元。'), ['jump'])
    assert.deepEqual(kinds('投入培训经费318万元。', '投入培训经费31.8万元。'), ['jump'])
    assert.deepEqual(kinds('投入培训经费318万元。', '投入培训经费318元。'), ['jump'])
    assert.deepEqual(kinds('新建学校食堂1个。', '新建学校食堂12个。'), [])
    assert.deepEqual(kinds('投入培训经费318万元。', '投入培训经费954万元。'), [])
  })

  it('flags words that go the other way', () => {
    assert.deepEqual(kinds('投入培训经费318万元。', '投入培训经费300万元，同比增长6%。'), ['direction'])
    assert.deepEqual(kinds('聘用专职保安426名。', '聘用专职保安增加到418名。'), ['direction'])
    assert.deepEqual(kinds('聘用专职保安426名。', '聘用专职保安增加到438名。'), [])
    assert.deepEqual(kinds('投入培训经费318万元。', '投入培训经费300万元，比2020年增长6%。'), [])
  })

  it('flags changes that the two values do not give, with what they give', () => {
    const [flag] = compared('受理来信来访152件。', '受理来信来访131件，比上年减少15件。').flags
    assert.ok(flag?.kind === 'change')
    assert.deepEqual([flag.expected?.toString(), flag.claim?.written], ['21', '15件'])
    assert.deepEqual(kinds('投入培训经费318万元。', '投入培训经费350万元，同比增长10.1%。'), [])
    assert.deepEqual(kinds('投入培训经费318万元。', '投入培训经费350万元，同比增长12.1%。'), ['change'])
    assert.deepEqual(kinds('课后服务参与率86.3%。', '课后服务参与率88.5%，比上年提高2.2个百分点。'), [])
    assert.deepEqual(kinds('课后服务参与率86.3%。', '课后服务参与率88.5%，比上年提高3.2个百分点。'), ['change'])
    assert.deepEqual(kinds('农民人均可支配收入10493元。', '农民人均可支配收入11759元，比上年增长10.4%。'), [])
    // rounded values leave room: 1.2万 may be 11950
    assert.deepEqual(kinds('培训教师约1.2万人次。', '培训教师1.3万人次，比上年增长8%。'), [])
  })

  it('flags another value for last year, once', () => {
    assert.deepEqual(kinds('本科上线1862人。', '本科上线1958人，比上年的1826人增加132人。'), ['former'])
    assert.deepEqual(kinds('本科上线1862人。', '本科上线1958人，比上年的1862人增加96人。'), [])
    assert.deepEqual(kinds('体质健康合格率94.2%。', '体质健康合格率由上年的93.2%提高到95.1%。'), ['former'])
    assert.deepEqual(kinds('小学招生3200人。', '2023年小学招生3300人。'), ['former'])
  })

  it('asks nothing of last year’s values when the reports are years apart', () => {
    assert.deepEqual(kinds('本科上线1862人。', '本科上线1958人，比上年的1950人增加8人，同比增长0.4%。', 2021), [])
  })

  it('sets last year’s plan beside the result', () => {
    const plans = (last: string, current: string): string[] => compared(`加强管理。\n\n二、2024年工作计划\n${last}`, current).plans.map(({ status }) => status)
    assert.deepEqual(plans('新建公办幼儿园4所，招聘教师160名，建设心理辅导室20间。', '新建公办幼儿园2所，招聘教师162名。'), ['missed', 'met', 'untold'])
    assert.deepEqual(plans('课后服务参与率达到88%以上。', '课后服务参与率88.5%。'), ['met'])
    assert.deepEqual(plans('义务教育辍学率控制在0.5%以内。', '义务教育辍学率0.3%。'), ['met'])
    assert.deepEqual(kinds('加强管理。\n\n二、2024年工作计划\n隐患整改率达到99%以上。', '隐患整改率98.7%。'), ['plan-missed'])
  })

  it('takes a plan for this year in the place of last year’s report', () => {
    const plan = new ReportDocument('澜河县教育局2024年工作计划\n\n一、队伍建设\n招聘教师160名。\n', 'plain')
    const comparison = compareReports(plan, report(2024, '招聘教师150名。'))
    assert.ok(typeof comparison !== 'string')
    assert.deepEqual(
      comparison.flags.map(({ kind }) => kind),
      ['plan-missed'],
    )
  })

  it('lists sentences carried over, and flags those whose figures are old', () => {
    const words = (year: number, count: number): string => `对照${year}年度平安校园目标，各学校逐项建立台账，开展检查${count}次，做到件件有着落。`
    assert.deepEqual(kinds(words(2023, 36), words(2024, 36)), ['carried-over'])
    const { carried, flags } = compared(words(2023, 36), words(2024, 48))
    assert.deepEqual([carried.map(({ hasNewFigures }) => hasNewFigures), flags], [[true], []])
    assert.deepEqual(kinds('各项工作有序推进。', '各项工作有序推进。'), [])
    const thanks = '在此，向一切关心和支持全县教育事业发展的同志们、朋友们表示衷心的感谢。'
    assert.deepEqual(kinds(thanks, thanks), [])
    const form = '现将2023年全县教育系统各项重点工作的完成情况总结如下。'
    assert.deepEqual(kinds(form, form.replace('2023', '2024')), [])
  })

  it('gives its flags in the order of this year’s report', () => {
    const { flags } = compared(
      '发放资助资金1326.5万元，投入培训经费318万元，受理来信来访152件。',
      '受理来信来访131件，比上年减少15件。投入培训经费31.8万元，发放资助资金1326.5万元。',
    )
    assert.deepEqual(
      flags.map(({ kind }) => kind),
      ['change', 'jump', 'unchanged'],
    )
    assert.deepEqual(
      flags.map(placeOfFlag).map(({ line }) => line),
      [4, 4, 4],
    )
  })

  it('says why two reports cannot be compared', () => {
    const nameless = new ReportDocument('工作总结\n\n一、党建工作\n学习12次。\n', 'plain')
    assert.equal(compareReports(report(2024, ''), report(2023, '')), 'wrong-order')
    assert.equal(compareReports(report(2024, ''), report(2024, '')), 'same-year')
    assert.equal(compareReports(nameless, report(2024, '')), 'last-year-unknown')
    assert.equal(compareReports(report(2023, ''), nameless), 'current-year-unknown')
  })
})

import assert from 'node:assert/strict'
import { Block } from '../markdown/block.js'
import { formatMonth } from './date-calendar.js'
import { planPartsOf, reportPeriodOf } from './date-period.js'
import { evidenceOf, fiveYearPlansOf, timelineMentionsOf } from './date-timeline.js'
import { ReportDocument } from './report-document.js'
import { sentencesOf, type Sentence } from './sentence.js'

function sentence(text: string): Sentence {
  const [first] = sentencesOf(new Block('paragraph', text, text, 0))
  assert.ok(first)
  return first
}

describe('timelineMentionsOf', () => {
  const read = (text: string): string[] =>
    timelineMentionsOf(sentence(text)).map(({ start, end, name, from, next }) => `${text.slice(start, end)}=${name} ${formatMonth(from)} ${next ?? ''}`.trim())
  it('takes the newest of several sessions and knows the next', () => {
    assert.deepEqual(read('贯彻党的十八大、十八届四中、五中全会精神。'), [
      '党的十八大=党的十八大 2012年11月 党的十九大',
      '十八届四中、五中全会=党的十八届五中全会 2015年10月 十八届六中全会',
    ])
    assert.deepEqual(read('学习二十届四中全会精神。'), ['二十届四中全会=党的二十届四中全会 2025年10月'])
  })
  it('leaves counts of measures, local sessions and titles alone', () => {
    assert.deepEqual(read('实施二十大民生工程，市委十二届四次全会部署，印发《党的十九大精神读本》。'), [])
  })
  it('finds campaigns and terms', () => {
    assert.deepEqual(
      timelineMentionsOf(sentence('开展“两学一做”学习教育，落实“双减”。')).map(({ kind }) => kind),
      ['campaign', 'term'],
    )
  })
})

describe('fiveYearPlansOf', () => {
  it('reads quoted and plain names', () => {
    const text = '编制“十五五”规划，总结十四五规划，“十三五”以来。'
    assert.deepEqual(
      fiveYearPlansOf(sentence(text)).map(({ start, end, first, last }) => `${text.slice(start, end)} ${first}-${last}`),
      ['“十五五” 2026-2030', '十四五 2021-2025', '“十三五” 2016-2020'],
    )
  })
})

describe('evidenceOf', () => {
  it('gives the months that fit every clue', () => {
    const [meeting] = timelineMentionsOf(sentence('十八届五中全会精神。'))
    const campaigns = timelineMentionsOf(sentence('“两学一做”学习教育和第二轮学前教育三年行动。'))
    assert.ok(meeting)
    const { from, until, clues } = evidenceOf(meeting, campaigns, [])
    assert.equal(clues.length, 3)
    assert.deepEqual(
      [from, until].map((month) => formatMonth(month ?? 0)),
      ['2016年2月', '2016年12月'],
    )
  })
})

describe('reportPeriodOf', () => {
  const period = (text: string): string => {
    const found = reportPeriodOf(new ReportDocument(text, 'plain'))
    return found === undefined ? 'none' : `${found.year} ${formatMonth(found.first)} ${formatMonth(found.last)} ${formatMonth(found.latest)}`
  }
  it('takes the year of the title, and the kind of report', () => {
    assert.equal(period('2024年工作总结和2025年工作计划\n2024年，我局认真履职。'), '2024 2024年1月 2024年12月 2025年4月')
    assert.equal(period('2024年上半年工作总结\n我局认真履职。'), '2024 2024年1月 2024年6月 2024年9月')
  })
  it('takes the year that opens the lead, not one that is looked back on', () => {
    assert.equal(period('工作总结\n2023年，我局认真履职。'), '2023 2023年1月 2023年12月 2024年4月')
    assert.equal(period('工作总结\n我校自2015年建校以来，认真履职。'), 'none')
  })
  it('finds the part about what is to be done', () => {
    const text =
      '2024年工作总结\n2024年，我局认真履职，各项工作有序推进，取得了新的成效，现将有关情况总结汇报如下：\n一、主要成效\n正文。\n二、2025年工作打算\n正文。'
    assert.deepEqual(
      planPartsOf(new ReportDocument(text, 'plain')).map(({ start }) => text.slice(start, start + 4)),
      ['二、20'],
    )
  })
})

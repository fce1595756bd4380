import assert from 'node:assert/strict'
import { Block } from '../markdown/block.js'
import { daysInMonth, formatMonth, monthNumber, parseMonth, weekdayOf } from './date-calendar.js'
import { datesOf, dateSpansOf } from './date.js'
import { sentencesOf, type Sentence } from './sentence.js'

function sentence(text: string): Sentence {
  const [first] = sentencesOf(new Block('paragraph', text, text, 0))
  assert.ok(first)
  return first
}

describe('calendar', () => {
  it('knows leap years', () => {
    assert.deepEqual([daysInMonth(2, 2023), daysInMonth(2, 2024), daysInMonth(2, 1900), daysInMonth(2, 2000), daysInMonth(2)], [28, 29, 28, 29, 29])
    assert.equal(daysInMonth(13), 0)
  })
  it('agrees with the platform about weekdays over eighty years', () => {
    for (let day = Date.UTC(1960, 0, 1); day < Date.UTC(2040, 0, 1); day += 86_400_000) {
      const date = new Date(day)
      assert.equal(weekdayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()), date.getUTCDay(), date.toISOString())
    }
  })
  it('counts months', () => {
    assert.equal(parseMonth('2015-10'), monthNumber(2015, 10))
    assert.equal(formatMonth(monthNumber(2015, 10) + 3), '2016年1月')
  })
})

describe('datesOf', () => {
  const read = (text: string): string[] =>
    datesOf(sentence(text)).map(({ start, end, year, month, day }) => `${text.slice(start, end)}=${year ?? ''}-${month ?? ''}-${day ?? ''}`)
  it('reads dates, months and years, with spaces too', () => {
    assert.deepEqual(read('2024年3月5日启动，9月底完成，2024 年11月验收，6月1日总结，2025年续建。'), [
      '2024年3月5日=2024-3-5',
      '9月=-9-',
      '2024 年11月=2024-11-',
      '6月1日=-6-1',
      '2025年=2025--',
    ])
  })
  it('reads no date in numbers', () => {
    assert.deepEqual(read('投入2024万元，增长3.5%，2024届毕业生，历时18个月，12024年。'), [])
  })
})

describe('dateSpansOf', () => {
  const read = (text: string): string[] =>
    dateSpansOf(sentence(text)).map(({ start, end, from, to }) => `${text.slice(start, end)}=${from.year ?? from.month ?? ''}..${to.year ?? to.month ?? ''}`)
  it('reads spans of years and of days', () => {
    assert.deepEqual(read('2021年至2025年实施三年方案（2024-2026年），7月1日至7月11日检查，9月20日—16日补查。'), [
      '2021年至2025年=2021..2025',
      '2024-2026年=2024..2026',
      '7月1日至7月11日=7..7',
      '9月20日—16日=9..9',
    ])
  })
  it('reads school years as such, and no telephone numbers', () => {
    assert.equal(dateSpansOf(sentence('2023—2024学年。'))[0]?.isAcademic, true)
    assert.deepEqual(read('电话0551-2021，编号2021-2023号，日期2024-05-06。'), [])
  })
  it('is computed once', () => {
    const one = sentence('2021年至2025年。')
    assert.equal(dateSpansOf(one), dateSpansOf(one))
  })
})

import assert from 'node:assert/strict'
import { expressionsAt, FIXED_EXPRESSIONS } from './fixed-expressions.js'
import { ReportDocument } from './report-document.js'

describe('fixed expressions', () => {
  const at = (marked: string): (string | undefined)[][] => {
    const offset = marked.indexOf('‸')
    return expressionsAt(new ReportDocument(marked.replace('‸', ''), 'plain'), offset).map(({ name, full, from, until }) => [name, full, from, until])
  }

  it('are found in quotation marks and without, at both their ends', () => {
    const expected = [['三会一课', '定期召开支部党员大会、支部委员会会议、党小组会，按时上好党课', undefined, undefined]]
    for (const text of ['落实‸三会一课制度。', '落实三会一课‸制度。', '落实“三会‸一课”制度。', '𠮷落实三会‸一课。']) assert.deepEqual(at(text), expected, text)
    assert.deepEqual(at('落‸实三会一课制度。'), [])
  })

  it('say from when they are in use', () => {
    assert.deepEqual(at('拥护“两个‸确立”。')[0]?.slice(2), ['2021年11月', undefined])
    assert.deepEqual(at('抓好五项‸管理。')[0]?.slice(2), ['2021年', undefined])
    assert.deepEqual(
      at('“双‸减”工作。').map(([name, , from]) => [name, from]),
      [['双减', '2021年7月']],
      'the word list of years says when it was decided on: one entry',
    )
  })

  it('that are short count in quotation marks alone', () => {
    assert.deepEqual(
      at('纠治“四‸风”。').map(([name]) => name),
      ['四风'],
    )
    assert.deepEqual(at('第四风‸区。'), [])
  })

  it('have beside them meetings, campaigns and laws with their dates', () => {
    assert.deepEqual(
      at('学习党的二十届三中‸全会精神。').map(([, , from]) => from),
      ['2024年7月'],
    )
    assert.deepEqual(at('开展党纪学习‸教育。'), [['党纪学习教育', undefined, '2024年4月', '2025年6月']])
  })

  it('are each listed once, with a full text', () => {
    assert.equal(new Set(FIXED_EXPRESSIONS.map(({ name }) => name)).size, FIXED_EXPRESSIONS.length)
    for (const { name, full, from } of FIXED_EXPRESSIONS) {
      assert.ok(full.length > 3 && name.length >= 2, name)
      assert.match(from ?? '2000', /^\d{4}(?:-\d{2})?$/, name)
    }
  })
})

import assert from 'node:assert/strict'
import { enumerationsOf } from './enumeration.js'
import { ReportDocument } from './report-document.js'

function listsOf(text: string): string[] {
  return enumerationsOf(new ReportDocument(text, 'plain')).map((items) =>
    items.map(({ value, style, markBefore }) => `${markBefore}${value}${style}`).join(' '),
  )
}

describe('enumerations', () => {
  it('of one paragraph', () => {
    assert.deepEqual(listsOf('问题有：一是学位偏紧；二是师资不足。三是经费紧张。'), ['：1是 ；2是 。3是'])
    assert.deepEqual(listsOf('第一，坚持领导。第二，坚持改革。'), ['1第 。2第'])
    assert.deepEqual(listsOf('一要抓党建，二要抓教学。'), ['1要 ，2要'])
  })

  it('over paragraphs, ended by a heading', () => {
    assert.deepEqual(listsOf('一、甲事\n一是学习。\n二是谈话。\n二、乙事\n一是检查。\n二是整改。'), ['1是 2是', '1是 2是'])
  })

  it('two in one paragraph', () => {
    assert.deepEqual(listsOf('一是学习，二是谈话。问题有：一是偏紧，二是不足。'), ['1是 ，2是', '：1是 ，2是'])
  })

  it('whose first item lost its mark', () => {
    assert.deepEqual(listsOf('激发活力一是学习文件。二是开展谈话。'), ['1是 。2是'])
  })

  it('in glued sections', () => {
    assert.deepEqual(listsOf('一、工作情况一是学习文件。二是开展谈话。二、存在问题一是学位偏紧。二是师资不足。'), ['1是 。2是', '1是 。2是'])
  })

  it('none in words that look alike', () => {
    assert.deepEqual(listsOf('全区统一是好事，第一是目标。原因之一是投入。说一是一，说二是二。，三要素齐全。第一、第二季度完成。每周一是例会。'), [])
  })
})

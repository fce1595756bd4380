import assert from 'node:assert/strict'
import { Block } from '../markdown/block.js'
import { headingOf, headingsOf } from './heading.js'

function read(text: string): string[] {
  return headingsOf(new Block('paragraph', text, text, 0)).map(
    ({ form, ordinal, title, endMark }) => `${form} ${ordinal?.text ?? ''}${text.slice(title.start, title.end)}~${endMark}`,
  )
}

describe('headings of a block', () => {
  it('alone on the line, run in, or an item', () => {
    assert.deepEqual(read('一、主要工作'), ['line 一、主要工作~'])
    assert.deepEqual(read('（一）抓党建。'), ['line （一）抓党建~。'])
    assert.deepEqual(read('（一）抓党建。发展党员3名。'), ['run-in （一）抓党建~。'])
    assert.deepEqual(read('1.全年新建学校3所，新增学位2400个。'), ['item 1.全年新建学校3所，新增学位2400个。~'])
    assert.deepEqual(read('全年新建学校3所。'), [])
  })

  it('whose text follows without a mark', () => {
    assert.deepEqual(read('二、2025年工作思路2025年，继续努力。'), ['glued 二、2025年工作思路~'])
    assert.deepEqual(read('二、2025年工作计划2025年是收官之年，任务艰巨。'), ['glued 二、2025年工作计划~'])
    assert.deepEqual(read('一、主要工作情况 今年以来，全局上下真抓实干。'), ['glued 一、主要工作情况~'])
    assert.deepEqual(read('（一）激发活力一是强学习。二是强组织。'), ['glued （一）激发活力~'])
  })

  it('whose title holds a year of its own', () => {
    assert.deepEqual(read('（一）全面完成到2025年，各校达标的任务。文。'), ['run-in （一）全面完成到2025年，各校达标的任务~。'])
    assert.deepEqual(read('（一）深刻认识2025年是关键之年。文。'), ['run-in （一）深刻认识2025年是关键之年~。'])
    assert.deepEqual(read('（一）截至2024年底，全部达标。文。'), ['run-in （一）截至2024年底，全部达标~。'])
  })

  it('inside a paragraph are not its first', () => {
    const text = '完成任务。二、存在问题一是偏紧。二是不足。'
    assert.deepEqual(read(text), ['glued 二、存在问题~'])
    assert.equal(headingOf(new Block('paragraph', text, text, 0)), undefined)
  })
})

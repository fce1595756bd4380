import assert from 'node:assert/strict'
import { ReportDocument } from './report-document.js'
import { levelSlipsOf } from './sibling-level-slips.js'

/** The slips of an outline given by its ordinals, each with a title and a line of text: `2.→二、`. */
function slipsIn(ordinals: string, format: 'plain' | 'markdown' = 'plain'): string[] {
  const text = `2024年工作总结\n\n${ordinals
    .split(' ')
    .map((ordinal, i) => `${ordinal.replace(/^#+/, '$& ')}抓好第${i}项\n\n有关措施逐项落到实处。\n`)
    .join('\n')}`
  const { slips } = levelSlipsOf(new ReportDocument(text, format).outline)
  return [...slips].map(([{ ordinal }, style]) => `${ordinal?.text ?? ''}→${style}`)
}

describe('the search for headings on the wrong level', () => {
  it('finds a number that goes on from another level', () => {
    assert.deepEqual(slipsIn('一、 二、 （三） 四、'), ['（三）→chinese'])
    assert.deepEqual(slipsIn('一、 （一） （二） 1. 2. 二、 （一） （二） 三、 （四） 三、'), ['三、→bracketed-chinese'])
    assert.deepEqual(slipsIn('一、 （一） （二） 二、 （一） （二） （三） （一） （二） 四、'), ['（三）→chinese'])
    assert.deepEqual(slipsIn('第一部分 一、 二、 （一） （二） 1. 2. 三、 （三） 1. 2. （四） 三、 四、'), ['三、→digit'])
  })

  it('takes the nearer of two levels on which one number goes on', () => {
    assert.deepEqual(slipsIn('一、 （一） （二） 1. 2. （1） （2） （三） （三） （四）'), ['（三）→digit'])
  })

  it('finds none where a lost or repeated heading explains the text as well', () => {
    assert.deepEqual(slipsIn('一、 （一） （二） 1. 2. （三） 三、'), [])
    assert.deepEqual(slipsIn('一、 二、 （一） （二） （三） 四、'), [])
    assert.deepEqual(slipsIn('一、 （一） （二） （二）'), [])
    assert.deepEqual(slipsIn('一、 二、 四、 五、'), [])
  })

  it('goes by the depth in Markdown, unless the depth itself may be wrong', () => {
    assert.deepEqual(slipsIn('##一、 ###（一） ###2. ###（三） ##二、', 'markdown'), ['2.→bracketed-chinese'])
    assert.deepEqual(slipsIn('##（一） ##2. ###1. ###2.', 'markdown'), ['2.→bracketed-chinese'])
    assert.deepEqual(slipsIn('##一、 ##二、 ###（一） ###（二） ###三、', 'markdown'), [])
  })

  it('counts plain headings on under Markdown ones', () => {
    assert.deepEqual(slipsIn('##一、 （一） （二） ##二、 （一） 2. （三）', 'markdown'), ['2.→bracketed-chinese'])
    assert.deepEqual(slipsIn('##一、 1. 2. ##二、 1. 2.', 'markdown'), [])
  })

  it('takes headings without ordinal and lists that begin anew for what they are', () => {
    const lead = '2024年，全局上下凝心聚力，真抓实干，圆满完成各项任务，现将有关情况总结如下，请予审议，不妥之处请批评指正，并提出宝贵意见和建议。'
    const parts = `2024年工作总结\n\n${lead}\n\n一、甲事\n文。\n\n二、乙事\n文。\n\n2025年工作打算\n\n（一）丙事\n文。\n\n（二）丁事\n文。\n\n三、戊事\n文。\n`
    assert.equal(levelSlipsOf(new ReportDocument(parts, 'plain').outline).slips.size, 0)
    const lists = '总结\n\n一、甲事\n采取以下措施：\n1.学习文件。\n2.开展谈话。\n取得以下成效：\n1.学风更浓。\n2.作风更实。\n\n二、乙事\n文。'
    assert.equal(levelSlipsOf(new ReportDocument(lists, 'plain').outline).slips.size, 0)
  })

  it('lets a count run on under 第二部分', () => {
    assert.deepEqual(slipsIn('第一部分 一、 二、 第二部分 三、 四、'), [])
    assert.deepEqual(slipsIn('第一篇 第一章 第二章 第二篇 第三章 第四章'), [])
  })

  it('looks no further than it must', function () {
    this.timeout(20_000)
    const ordinals = Array.from({ length: 4000 }, (_, i) => ['三、', '（五）', '2.', '（七）', '④'][(i * 7919) % 5] as string).join(' ')
    const started = performance.now()
    slipsIn(ordinals)
    assert.ok(performance.now() - started < 15_000)
  })
})

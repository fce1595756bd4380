import assert from 'node:assert/strict'
import { SCRAMBLED_PAIRS } from '../lexicon/scrambled-words.js'
import { ReportDocument } from './report-document.js'
import { readScrambling } from './scrambling.js'

function words(text: string): string[] {
  return readScrambling(new ReportDocument(text, 'plain')).words.map(({ word }) => `${word.pair.wrong}→${word.pair.right}`)
}

describe('readScrambling', () => {
  it('tells the wrong 开展 from the right one', () => {
    assert.deepEqual(words('推进学校内涵开展，促进教育开展大环境，学习和开展需求。'), ['开展→发展', '开展→发展', '开展→发展'])
    assert.deepEqual(words('优先开展安全检查，协调开展专项整治行动，教育开展有序，高质量开展主题教育，学前教育开展“游戏”活动。'), [])
  })

  it('does not cut words in two', () => {
    assert.deepEqual(
      words(
        '教育局部署工作，服务大局部署，完成认定，必须要抓好，教师节约用电，各项目的责任书，落实力度，进一步提高认识，和平安全，是否那么重要，受教育程度，请教导师。',
      ),
      [],
    )
  })

  it('takes weak words only where the text is known to be scrambled', () => {
    assert.deepEqual(words('进一步落实平安责任，爱护文化遗产。'), [])
    assert.deepEqual(words('保障效劳，夯实根底设施，广阔教师，落实平安责任，重视爱护文物。').slice(3), ['平安→安全', '爱护→保护'])
  })

  it('takes `own` words only where the same word is certain elsewhere', () => {
    const scrambled = '保障效劳，夯实根底设施，广阔教师，催促整改。'
    assert.equal(words(`${scrambled}局部教师，进一步落实创新驱动开展战略。`).includes('开展→发展'), true)
    assert.equal(words(`${scrambled}促进旅游业开展。`).includes('开展→发展'), false)
    assert.equal(words(`${scrambled}推动内涵开展。促进旅游业开展。`).filter((word) => word === '开展→发展').length, 2)
  })

  it('holds no pair that says nothing, and a context for every word that is sometimes right', () => {
    for (const { wrong, right, tier, before, after, not_before, not_after } of SCRAMBLED_PAIRS) {
      assert.notEqual(wrong, right)
      assert.ok(['always', 'strong', 'weak'].includes(tier), wrong)
      if (wrong.length <= 2 && tier === 'strong')
        assert.ok(
          [before, after, not_before, not_after].some((list) => list !== undefined),
          wrong,
        )
    }
  })
})

/** Hostile text for all rules together: ordinals, marks and figures without end. */
import { Linter, resolveConfiguration, RULES, type TextFormat } from '@gongwen/engine'
import { assertGrowsWithText } from '../support/growth.js'

const HOSTILE: readonly (readonly [string, TextFormat?])[] = [
  ...[
    '占比5%，',
    '2022—2022年',
    '每人5元，',
    '人均5元，',
    '增长5%，',
    '比上年增长5%，',
    '由5人增加到6人，',
    '其中5人，',
    '5人、6人，',
    '（5人）',
    '占全县的5%',
    '甲5人，占乙6人的7%；',
  ].map((unit) => [unit] as const),
  ...[
    '三分之二',
    '十',
    '万',
    '1,',
    '1.',
    '5%—',
    '2022年',
    '5月6日',
    '截至5月，',
    '第5届',
    '1:2',
    '分别为5人、6人，',
    '合计5人，',
    '完成计划的5%，',
    '十四五',
  ].map((unit) => [unit] as const),
  ...[
    '一是',
    '一是好。',
    '（一）',
    '一、甲\n',
    '1.甲\n',
    '（一）甲。乙。\n',
    '第一部分 ',
    '首先，',
    '见第三部分',
    '《',
    '《甲》',
    '“甲”、',
    '，',
    '；',
    '、',
    '。',
    '甲乙。\n',
    '开展工作，',
  ].map((unit) => [unit] as const),
  ...['# 甲\n', '## 一、甲\n\n', '- 甲\n', '> 甲\n', '**甲**', '[甲](乙)', '|甲|5|\n', '<b>', '`', '*', '\\', '&amp;', '<!-- 甲\n', '```\n'].map(
    (unit) => [unit, 'markdown'] as const,
  ),
]
const linter = new Linter({ rules: RULES, configuration: resolveConfiguration({ enable: 'always' }) })

describe('all rules on hostile text', function () {
  this.timeout(120_000)

  for (const [unit, format = 'plain'] of HOSTILE)
    it(`grow no faster than the text: ${JSON.stringify(unit)}`, () => assertGrowsWithText(linter, unit, 20_000, format))
})

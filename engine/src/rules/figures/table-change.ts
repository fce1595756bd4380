import { wrongTableChanges } from '../../figures/table-change.js'
import { rowIn } from '../../figures/table-total.js'
import { defineRule } from '../../linting/rule.js'

/** The columns 增减 and 增幅 of a table must be what the columns of the two years give. */
export default defineRule<'document', 'difference' | 'rate'>({
  id: 'figures/table-change',
  scope: 'document',
  severity: 'error',
  source: 'arithmetic',
  summary: '表格的增减数、增幅与上年、本年两列不符',
  summaryEn: 'A change in a table that the two years beside it do not give',
  rationale:
    '表里有上年、本年两列，又有“增减”“增幅”一列的，每行的增减应等于本年减上年，增幅应等于增减除以上年。多数行都算得拢、个别行算不拢的，多半是那一行抄错了。没有正负号的，只核对多少，不核对升降。',
  messages: {
    difference: {
      what: '“{row}”一行由{from}到{to}，增减应为{expected}，表中写作{actual}。',
      advice: '核对这一行的三个数。',
      en: 'Row “{row}” goes from {from} to {to}: {expected}, not {actual}.',
    },
    rate: {
      what: '“{row}”一行由{from}到{to}，增幅应为{expected}，表中写作{actual}。',
      advice: '核对这一行的三个数。',
      en: 'Row “{row}” goes from {from} to {to}, a change of {expected}, not {actual}.',
    },
  },
  examples: [
    {
      title: '增减一列有一行算错',
      text: '# 2024年工作总结\n\n| 学段 | 2023年 | 2024年 | 增减 |\n| --- | --- | --- | --- |\n| 小学 | 3120 | 3056 | -64 |\n| 初中 | 1485 | 1530 | ⟦54⟧ |\n| 高中 | 960 | 972 | 12 |',
      reports: ['difference'],
      message: '“初中”一行由1485到1530，增减应为45，表中写作54。',
    },
    {
      title: '增幅算错、正负号写反',
      text: '# 2024年工作总结\n\n| 税种 | 去年（万元） | 今年（万元） | 同比增减（万元） | 增幅 |\n| --- | --- | --- | --- | --- |\n| 增值税 | 800 | 860 | +60 | 7.5% |\n| 所得税 | 500 | 450 | ⟦+50⟧ | -10% |\n| 契税 | 200 | 230 | +30 | ⟦13%⟧ |\n| 其他 | 100 | 104 | +4 | 4% |',
      reports: ['difference', 'rate'],
    },
    {
      title: '百分数相减',
      text: '# 2024年工作总结\n\n| 年级 | 2023年合格率 | 2024年合格率 | 增减（百分点） |\n| --- | --- | --- | --- |\n| 一年级 | 91.2% | 93.4% | 2.2 |\n| 二年级 | 88.4% | 90.1% | ⟦2.7⟧ |\n| 三年级 | 90.5% | 89.8% | -0.7 |',
      reports: ['difference'],
    },
    {
      title: '算得拢，降了也不写负号；进位',
      text: '# 2024年工作总结\n\n| 项目 | 上年 | 本年 | 增减 | 增长率（%） |\n| --- | --- | --- | --- | --- |\n| 门诊 | 12.6 | 13.8 | 1.2 | 9.5 |\n| 住院 | 2.1 | 2.0 | 0.1 | -4.8 |\n| 手术 | 0.8 | 0.9 | 0.1 | 12.5 |',
      reports: [],
    },
    {
      title: '两张表挨着，各看各的表头；名次、占比的变化不作减法',
      text: '# 2024年工作总结\n\n| 项目 | 2023年 | 2024年 | 增减 | 增幅（%） |\n| --- | --- | --- | --- | --- |\n| 税收（亿元） | 7.6 | 8.3 | 0.73 | 9.7 |\n| 非税（亿元） | 2.2 | 2.4 | 0.15 | 6.7 |\n| 税收占比（%） | 77.6 | 77.6 | 0.0 | 0.2 |\n| 总产值（亿元） | 48.6 | 50.1 | 1.5 | 4.0 |\n| 全市名次 | 5 | 3 | +2 | |\n\n| 指标 | 今年 | 去年 | 增减 |\n| --- | --- | --- | --- |\n| 培训（期） | 21 | 26 | -5 |\n| 结案率 | 91.2% | 90.2% | 1.0% |\n| 天数 | 48.1 | 52.6 | 4.5 |',
      reports: [],
    },
    {
      title: '几个年份、多数行都算不拢的列另有所指',
      text: '# 2024年工作总结\n\n| 项目 | 2022年 | 2023年 | 2024年 | 增减 |\n| --- | --- | --- | --- | --- |\n| 甲 | 3 | 5 | 9 | 6 |\n| 乙 | 2 | 4 | 5 | 3 |\n\n说明如下。\n\n| 项目 | 2023年 | 2024年 | 增减 |\n| --- | --- | --- | --- |\n| 甲 | 30 | 50 | 12 |\n| 乙 | 20 | 40 | 8 |',
      reports: [],
    },
  ],
  reads: () => [rowIn],
  readsAnyLine: true,
  *check(document) {
    for (const { kind, range, ...args } of wrongTableChanges(document)) yield { range, messageId: kind, args }
  },
})

import { rowIn, wrongTableTotals } from '../../figures/table-total.js'
import { defineRule } from '../../linting/rule.js'

/** The row or column 合计 of a table must be the sum of its cells. */
export default defineRule<'document', 'unequal'>({
  id: 'figures/table-total',
  scope: 'document',
  severity: 'error',
  source: 'arithmetic',
  summary: '表格的合计与各行（列）之和不符',
  summaryEn: 'The total of a table is not the sum of its cells',
  rationale:
    '表格的“合计”行应等于上面各行之和，“合计”列应等于同行各列之和；有“小计”的，合计是各小计之和。占比一列相加应为100%，小数位上的进位误差不算。平均数、比率、单价、排名这类不能相加的列不核对，有空格、横线的列也不核对。',
  messages: {
    unequal: {
      what: '合计写的是{total}，各项之和是{sum}：{formula}＝{sum}。',
      advice: '核对各项和合计；可把合计改为{sum}。',
      en: 'The total is {total}, but its cells come to {sum}: {formula} = {sum}.',
    },
  },
  examples: [
    {
      title: '合计行算错',
      text: '# 2024年工作总结\n\n| 学段 | 学校数（所） | 学生数（人） |\n| --- | --- | --- |\n| 小学 | 31 | 21560 |\n| 初中 | 14 | 10432 |\n| 高中 | 4 | 5268 |\n| 合计 | 49 | ⟦37620⟧ |',
      reports: ['unequal'],
      message: '合计写的是37620，各项之和是37260：21560＋10432＋5268＝37260。',
      fixed:
        '# 2024年工作总结\n\n| 学段 | 学校数（所） | 学生数（人） |\n| --- | --- | --- |\n| 小学 | 31 | 21560 |\n| 初中 | 14 | 10432 |\n| 高中 | 4 | 5268 |\n| 合计 | 49 | 37260 |',
    },
    {
      title: '合计列有一行算错',
      text: '# 2024年工作总结\n\n| 单位 | 省级 | 市级 | 合计 |\n| --- | --- | --- | --- |\n| 一中 | 3 | 5 | 8 |\n| 二中 | 2 | 6 | ⟦9⟧ |\n| 三中 | 1 | 4 | 5 |',
      reports: ['unequal'],
    },
    {
      title: '占比相加不是100%',
      text: '# 2024年工作总结\n\n| 项目 | 预算（万元） | 占比 |\n| --- | --- | --- |\n| 培训 | 6 | 30% |\n| 器材 | 8 | 45% |\n| 维修 | 6 | 30% |\n| 合计 | 20 | ⟦100%⟧ |',
      reports: ['unequal'],
    },
    {
      title: '算得拢；单产、人均不相加',
      text: '# 2024年工作总结\n\n| 作物 | 面积（万亩） | 总产（万吨） | 单产（公斤） |\n| --- | --- | --- | --- |\n| 水稻 | 28.4 | 14.01 | 493 |\n| 小麦 | 18.4 | 7.05 | 383 |\n| 合计 | 46.8 | 21.06 | 450 |',
      reports: [],
    },
    {
      title: '有小计、有横线',
      text: '# 2024年工作总结\n\n| 类别 | 数量 | 金额 |\n| --- | --- | --- |\n| 甲 | 3 | 10 |\n| 乙 | 4 | — |\n| 小计 | 7 | 10 |\n| 丙 | 5 | 6 |\n| 丁 | 1 | 2 |\n| 小计 | 6 | 8 |\n| 合计 | 13 | 18 |',
      reports: [],
    },
  ],
  reads: () => [rowIn],
  readsAnyLine: true,
  *check(document, { say }) {
    for (const { total, items, sum } of wrongTableTotals(document)) {
      const text = `${sum}${total.text.endsWith('%') ? '%' : ''}`
      yield {
        range: total.range,
        messageId: 'unequal',
        args: { total: total.text, sum: text, formula: items.map((item) => item.text).join('＋') },
        related: items.map((item) => ({ ...item.range, message: item.text })),
        fixes: total.text.endsWith('%')
          ? []
          : [{ title: say(`把合计改为${text}`, `Change the total to ${text}`), safety: 'unsafe', edits: [{ ...total.range, newText: text }] }],
      }
    }
  },
})

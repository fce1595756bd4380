import { WRONG_PLAN_GROWTHS } from '../../figures/plan-growth.js'
import { joined } from '../../linting/joined.js'
import { defineRule } from '../../linting/rule.js'

/** 计划5250万元，增长18%: the growth must go with what was done this year. */
export default defineRule<'document', 'wrong'>({
  id: 'figures/plan-growth',
  scope: 'document',
  severity: 'warning',
  source: 'arithmetic',
  summary: '计划的数和增幅，与文中当年的完成数算不拢',
  summaryEn: 'A planned value and its growth disagree with this year’s value',
  rationale:
    '总结里写了当年完成数，计划里写了次年的数和增幅，三个数就能互相核对：次年数÷当年数－1应等于增幅。算不拢，多半是改了完成数没有改计划，或者增幅沿用了旧稿。相差不到1个百分点的不报，按可比价、同口径计算的（生产总值、增加值等）不比。',
  messages: {
    wrong: {
      what: '计划{planned}，增减幅度写的是{rate}，按第{line}行当年的{done}算是{growth}%。',
      advice: '请核实当年数、计划数和增幅；口径不同的，写明“同口径”。',
      en: 'A plan of {planned} with {rate}: against {done} on line {line} the change is {growth}%.',
    },
  },
  examples: [
    {
      title: '增幅与当年数算不拢',
      text: '宁源镇人民政府2024年工作总结和2025年工作计划\n\n一、2024年工作总结\n\n完成一般公共预算收入4862万元。\n\n二、2025年工作计划\n\n计划实现一般公共预算收入5250万元，增长⟦18%⟧。',
      reports: ['wrong'],
      message: '计划5250万元，增减幅度写的是18%，按第5行当年的4862万元算是8.0%。',
    },
    {
      title: '说增长，其实比当年少',
      text: '宁源镇人民政府2024年工作总结和2025年工作计划\n\n一、2024年工作总结\n\n接待游客48600人次。\n\n二、2025年工作计划\n\n力争接待游客45200人次，增长⟦8%⟧。',
      reports: ['wrong'],
    },
    {
      title: '算得拢的、约数、按可比价的、说的不是一回事的',
      text: '宁源镇人民政府2024年工作总结和2025年工作计划\n\n一、2024年工作总结\n\n完成一般公共预算收入4862万元，固定资产投资7.2亿元，地区生产总值20亿元。\n\n二、2025年工作计划\n\n计划实现一般公共预算收入5250万元，增长8%；固定资产投资8亿元，增长10%以上；地区生产总值22亿元，增长6%；工业投资5亿元，增长30%。',
      reports: [],
    },
    {
      title: '当年数或许是0，算不出增幅',
      text: '宁源镇人民政府2024年工作总结和2025年工作计划\n\n一、2024年工作总结\n\n完成税收收入近100万元，接待游客0人次。\n\n二、2025年工作计划\n\n计划实现税收收入150万元，增长20%；接待游客400人次，增长10%。',
      reports: [],
    },
  ],
  ...joined([WRONG_PLAN_GROWTHS], ({ planned, rate, done, growth }, { say }) => ({
    range: { start: rate.start, end: rate.end },
    messageId: 'wrong',
    args: {
      planned: planned.written,
      rate: rate.written,
      line: done.line,
      done: done.written,
      growth: (growth.sign < 0 ? '－' : '') + growth.abs().toString(),
    },
    related: [
      { start: planned.start, end: planned.end, message: say(`计划${planned.written}`, `planned ${planned.written}`) },
      { start: done.start, end: done.end, message: say(`当年${done.written}`, `this year ${done.written}`) },
    ],
  })),
})

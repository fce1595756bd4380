import { RESTATEMENTS } from '../../figures/restated.js'
import { CITED } from '../../figures/restated-cited.js'
import { EXCHANGED } from '../../figures/restated-exchanged.js'
import { joined } from '../../linting/joined.js'
import { defineRule } from '../../linting/rule.js'

/** What is said twice of one year must be said with one value. */
export default defineRule<'document', 'differs'>({
  id: 'figures/restated-metric',
  scope: 'document',
  severity: 'warning',
  source: 'arithmetic',
  summary: '同一指标前后两处数值不同',
  summaryEn: 'One metric is given twice with different values',
  rationale:
    '导语、正文、表格里反复出现的同一指标（在园幼儿数、专任教师数、毛入园率）应当是同一个数。改了一处忘了另一处，是汇总材料最常见的错。范围（全区、城区）、时点（累计、上半年）、计划与实际不同的，不算。',
  messages: {
    differs: {
      what: '“{metric}”在这里是{second}，第{line}行是{first}。',
      advice: '请核实两处是不是同一口径；是的，改成一致，不是的，写明口径。',
      en: '“{metric}” is {second} here and {first} on line {line}.',
    },
  },
  examples: [
    {
      title: '教师数前后不同',
      text: '宁源县教育局2024年工作总结\n\n全县现有专任教师2864人。\n\n一、队伍建设\n\n全县共有专任教师⟦2846人⟧，学历全部达标。',
      reports: ['differs'],
      message: '“专任教师”在这里是2846人，第3行是2864人。',
    },
    {
      title: '同一比率前后不同',
      text: '宁源县教育局2024年工作总结\n\n义务教育巩固率98.6%。\n\n一、控辍保学\n\n全县义务教育巩固率达到⟦96.8%⟧。',
      reports: ['differs'],
    },
    {
      title: '表格与正文不同',
      text: '# 宁源县教育局2024年工作总结\n\n全县现有在校学生52864人。\n\n## 一、基本情况\n\n| 学段 | 学校数（所） | 在校学生数（人） |\n| --- | --- | --- |\n| 小学 | 96 | 31220 |\n| 合计 | 143 | ⟦52846⟧ |\n',
      format: 'markdown',
      reports: ['differs'],
    },
    {
      title: '同一件事，像是敲错一位',
      text: '宁源县教育局2024年工作总结\n\n全年培训教师12864人次。\n\n一、队伍建设\n\n全年培训教师⟦12684人次⟧。',
      reports: ['differs'],
    },
    {
      title: '导语里的数，正文里有两位对调',
      text: '宁源县教育局2024年工作总结\n\n一年来，我局真抓实干，公开招聘教师126名，投入教育资金3.26亿元。\n\n一、队伍建设\n\n全年招聘教师⟦162名⟧。\n\n二、项目建设\n\n共投入资金⟦3.62亿元⟧，实施项目17个。',
      reports: ['differs', 'differs'],
    },
    {
      title: '正文里说的是导语的一部分，或口径不同',
      text: '宁源县2024年工作总结\n\n2024年，培训农民2136人次，清理垃圾1263吨，税收收入26.31亿元，办理提案136件，完成投资3.26亿元。\n\n一、工作成效\n\n培训高素质农民1236人次、致富带头人900人次；清理河道垃圾1236吨，清理湖面垃圾27吨；国内税收收入23.61亿元。办理人大建议和政协提案163件。完成投资3.62亿元（含上年结转）。',
      reports: [],
    },
    {
      title: '导语里的数正文里也有，别的是另一件事',
      text: '宁源县教育局2024年工作总结\n\n一年来，我局真抓实干，排查隐患743处，招聘教师126名。\n\n一、安全工作\n\n排查隐患743处，其中消防隐患374处。食堂排查隐患734处。\n\n二、队伍建设\n\n招聘教师126名，培训教师162名。',
      reports: [],
    },
    {
      title: '说过的总数，换个地方差了一位',
      text: '云溪镇2024年工作总结\n\n全镇现有村级网格268个，配备专兼职网格员372名。建立居民健康档案4.42万份。全镇现有镇、村两级河湖长428名。\n\n一、存在的问题\n\n全镇⟦362名⟧网格员中，50岁以上的占三成。全镇⟦4.48万份⟧健康档案中，动态更新的不到一半。全镇⟦418名⟧河湖长中，年内调整的有36名。',
      reports: ['differs', 'differs', 'differs'],
      message: '“网格员”在这里是362名，第3行是372名。',
    },
    {
      title: '全体学生，换了说法',
      text: '东湖小学2024年工作总结\n\n全校286名教职工、3420名学生同心同德。\n\n一、后勤工作\n\n为⟦3240名⟧学生购买校方责任险。',
      reports: ['differs'],
      message: '“学生”在这里是3240名，第3行是3420名。',
    },
    {
      title: '不是全体',
      text: '东湖小学2024年工作总结\n\n全校286名教职工、3420名学生同心同德。\n\n一、后勤工作\n\n组织3240名学生参加研学，为3400名学生体检，资助324名学生，培训268名教师。',
      reports: [],
    },
    {
      title: '各说各的',
      text: '云溪镇2024年工作总结\n\n（一）河西村\n\n现有网格员128名，村民代表126名。\n\n（二）河东村\n\n现有网格员138名，村民代表136名。\n\n河西校区：功能室112间。\n\n河东校区：功能室122间。',
      reports: [],
    },
    {
      title: '说的是一部分，或者是做了的事',
      text: '云溪镇2024年工作总结\n\n全镇配备专兼职网格员372名，排查隐患268处，培训致富带头人126名。\n\n一、存在的问题\n\n粮食播种面积6.24万亩，总产量3.12万吨，其中水稻4.12万亩，总产量2.27万吨。外聘网格员362名，排查隐患258处，培训致富带头人136名。全镇372名网格员中，50岁以上的占三成。',
      reports: [],
    },
    { title: '学校的班数', text: '东湖小学2024年工作总结\n\n学校现有教学班27个。\n\n一、教学工作\n\n共有教学班⟦28个⟧。', reports: ['differs'] },
    { title: '“全局现有”', text: '宁源县教育局2024年工作总结\n\n全局现有执法人员126名。\n\n一、队伍建设\n\n全局现有执法人员⟦162名⟧。', reports: ['differs'] },
    {
      title: '几次活动、几次检查',
      text: '宁源县教育局2024年工作总结\n\n组织党员1260名参加轮训。发放宣传资料12864份。\n\n一、党的建设\n\n组织党员1560名参观学习。发放宣传资料15200份。检查幼儿园62所。\n\n二、安全工作\n\n全县现有幼儿园96所。',
      reports: [],
    },
    {
      title: '取整、范围不同、上年的数',
      text: '宁源县教育局2024年工作总结\n\n全县专任教师2864人，城区专任教师1530人。\n\n一、队伍建设\n\n全县专任教师2800余人，上年专任教师2790人，新增专任教师74人。',
      reports: [],
    },
    {
      title: '分别说几所学校',
      text: '宁源县教育局2024年工作总结\n\n城关小学现有专任教师126人。\n\n东河小学现有专任教师118人。\n\n北塘小学现有专任教师97人。',
      reports: [],
    },
  ],
  ...joined([RESTATEMENTS, EXCHANGED, CITED], ({ first, second, name }, { say }) => ({
    range: { start: second.start, end: second.end },
    messageId: 'differs',
    args: { metric: name ?? second.metric, first: first.written, second: second.written, line: first.line },
    related: [{ start: first.start, end: first.end, message: say(`${first.metric}${first.written}`, `${first.metric} ${first.written}`) }],
  })),
})

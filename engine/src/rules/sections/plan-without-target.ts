import { partOfReport } from '../../document/section-part.js'
import { defineRule } from '../../linting/rule.js'

const TARGET =
  /[\d一二三四五六七八九十百两](?:[%个所名人次项处万亿场期节条户家分门套间份篇倍成]|公里|平方米|小时)|翻番|月底|年底|年内|季度|月份|[1-9一二三四五六七八九十]月|学期|日前|全覆盖|清零/
const MIN_LENGTH = 60

/** A plan in which nothing can be counted and nothing has a date cannot be checked next year. */
export default defineRule<'document', 'vague'>({
  id: 'sections/plan-without-target',
  scope: 'document',
  severity: 'info',
  source: 'practice',
  summary: '计划部分没有一个数字、一个时限',
  summaryEn: 'The plan names no figure and no date',
  rationale: '计划要能检查：做多少、什么时候做完。通篇只有“加强”“推进”“完善”，下一年的总结就没有东西可以对照。',
  messages: {
    vague: {
      what: '“{title}”部分没有一个数字，也没有一个完成时限。',
      advice: '至少给主要任务写明数量和时限，如“8月底前新增学位600个”。',
      en: '“{title}” names no figure and no date.',
    },
  },
  examples: [
    {
      title: '计划只有口号',
      text: '云溪镇2023年工作总结和2024年工作计划\n\n2023年，云溪镇各项工作平稳有序。\n\n一、2023年工作情况\n\n引进项目6个，开工5个，完成投资2.1亿元。\n\n⟦二、2024年工作计划⟧\n\n加大招商引资力度，优化营商环境，推动项目早开工、早投产。持续改善人居环境，巩固脱贫成果。加强干部队伍建设，转变工作作风，提高服务群众的能力和水平。',
      reports: ['vague'],
      message: '“2024年工作计划”部分没有一个数字，也没有一个完成时限。',
    },
    {
      title: '计划有时限',
      text: '云溪镇2023年工作总结和2024年工作计划\n\n2023年，云溪镇各项工作平稳有序。\n\n一、2023年工作情况\n\n引进项目6个，开工5个，完成投资2.1亿元。\n\n二、2024年工作计划\n\n加大招商引资力度，优化营商环境，推动项目早开工、早投产，年底前完成标准化厂房建设。持续改善人居环境，巩固脱贫成果。',
      reports: [],
    },
  ],
  *check(document) {
    const plan = partOfReport(document, 'next-plan')
    if (plan === undefined || document.profile.kind === 'plan') return
    const text = plan.sentences.map(({ sentence }) => sentence.canonical).join('')
    if (text.length < MIN_LENGTH || text.includes('【请填写') || TARGET.test(text)) return
    yield { range: { start: plan.heading.start, end: plan.heading.end }, messageId: 'vague', args: { title: plan.heading.title } }
  },
})

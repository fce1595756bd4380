import { defineRule } from '../../linting/rule.js'

/** A heading that is too long to be read at a glance. */
export default defineRule<'document', 'long'>({
  id: 'structure/long-heading',
  scope: 'document',
  severity: 'info',
  source: 'practice',
  summary: '标题过长',
  summaryEn: 'A heading is too long',
  rationale: '公文标题讲究一眼看清，小标题一般不超过一行半（约四十字）。过长的标题多半把正文写了进去。',
  options: { limit: { default: 40, description: '标题最多多少字（不含序号）', en: 'most characters of a heading, ordinal not counted' } },
  messages: {
    long: {
      what: '标题有{count}个字，超过{limit}个字。',
      advice: '压缩标题，把具体内容移到正文。',
      en: 'The heading has {count} characters, more than {limit}.',
    },
  },
  examples: [
    {
      title: '把正文写进了标题',
      text: '2024年工作总结\n\n⟦一、坚持党建引领聚焦主责主业深入推进教育教学改革持续加强教师队伍建设不断提升办学治校水平⟧\n\n发展党员3名。\n\n二、下一步打算\n\n引进教师6名。',
      reports: ['long'],
      message: '标题有42个字，超过40个字。',
    },
    { title: '两个分句的标题', text: '2024年工作总结\n\n一、坚持党建引领，凝聚改革发展合力\n\n发展党员3名。', reports: [] },
  ],
  *check({ outline }, { options }) {
    const limit = Number(options['limit'])
    for (const { form, start, title, titleRange } of outline.headings) {
      if ((form !== 'line' && form !== 'markdown') || title.length <= limit) continue
      yield { range: { start, end: Math.min(titleRange.end, start + 60) }, messageId: 'long', args: { count: title.length, limit } }
    }
  },
})

import { endOf } from '../../document/line-edit.js'
import type { Heading, Section } from '../../document/outline.js'
import { hasContent } from '../../document/siblings.js'
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
    {
      title: '一行写不下的标题，下面才是正文',
      text: '2024年工作总结\n\n⟦一、认真学习贯彻上级会议精神，切实加强党的建设，全面落实立德树人根本任务，深入推进教育综合改革，不断提升教育教学质量⟧\n\n发展党员3名。\n\n二、下一步打算\n\n引进教师6名。',
      reports: ['long'],
    },
    {
      title: '一句一条的任务，不是标题',
      text: '2024年工作计划\n\n一、重点任务\n\n1.会同发改、自然资源和规划、住房和城乡建设等部门编制完成城区中小学和幼儿园专项布局规划并按程序报批\n\n2.新建幼儿园2所\n\n二、保障措施\n\n加强领导。',
      reports: [],
    },
    { title: '两个分句的标题', text: '2024年工作总结\n\n一、坚持党建引领，凝聚改革发展合力\n\n发展党员3名。', reports: [] },
  ],
  reads: () => [endOf(1)],
  *check({ outline }, { options }) {
    const limit = Number(options['limit'])
    for (const section of outline.sections) {
      const { form, start, title, titleRange } = section.heading as Heading
      if (title.length <= limit || ((form !== 'line' || !hasContent(section)) && form !== 'markdown' && !isLongLine(section))) continue
      yield { range: { start, end: Math.min(titleRange.end, start + 60) }, messageId: 'long', args: { count: title.length, limit } }
    }
  },
})

/** A numbered line too long for a title and without a stop, under which the text or sub-headings only begin. */
function isLongLine({ heading, children, ownBlocks }: Section): boolean {
  if (heading?.form !== 'item' || /[。；！？：…]/.test(heading.title) || heading.endMark !== '') return false
  return (
    !/[。；！？：]$/.test(heading.at.block.canonical) &&
    (children.length > 0 || ownBlocks.some(({ block }) => block !== heading.at.block && /。$/.test(block.canonical)))
  )
}

import { titlesIn } from '../../document/heading.js'
import type { Heading } from '../../document/outline.js'
import { defineRule } from '../../linting/rule.js'

/** Two headings under the same parent with the same words. */
export default defineRule<'document', 'duplicate'>({
  id: 'structure/duplicate-heading',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '同级标题文字相同',
  summaryEn: 'Two headings of one level have the same words',
  rationale: '同一标题下有两个文字相同的小标题，多半是复制后忘了改，或者同一部分写了两遍。总结部分和计划部分各有一个“加强党建工作”，不算重复。',
  messages: {
    duplicate: {
      what: '标题“{title}”与前面“{other}”的文字相同。',
      advice: '核对是否复制后忘了修改，或把两部分合并。',
      en: 'Heading “{title}” has the same words as “{other}” before it.',
    },
  },
  examples: [
    {
      title: '复制后忘了改',
      text: '2024年工作总结\n\n一、主要工作\n\n（一）加强党的建设\n发展党员3名。\n\n（二）加强队伍建设\n引进教师6名。\n\n（三）⟦加强党的建设⟧\n组织学习12次。',
      reports: ['duplicate'],
      message: '标题“加强党的建设”与前面“（一）加强党的建设”的文字相同。',
    },
    {
      title: '总结和计划各有一个',
      text: '2024年工作总结\n\n一、主要工作\n\n（一）加强党的建设\n发展党员3名。\n\n二、下一步打算\n\n（一）加强党的建设\n发展党员2名。',
      reports: [],
    },
  ],
  reads: () => [titlesIn],
  readsAnyLine: true,
  *check({ outline }) {
    for (const parent of [outline.root, ...outline.sections]) {
      const seen = new Map<string, Heading>()
      for (const { heading } of parent.children) {
        if (heading === undefined || heading.form === 'item' || heading.title.length < 4) continue
        const other = seen.get(heading.title)
        if (other === undefined) seen.set(heading.title, heading)
        else
          yield {
            range: heading.titleRange,
            messageId: 'duplicate',
            args: { title: heading.title, other: `${other.ordinal?.text ?? ''}${other.title}` },
            related: [{ ...other.titleRange, message: other.title }],
          }
      }
    }
  },
})

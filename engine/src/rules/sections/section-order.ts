import { sectionEvidence } from '../../document/section-evidence.js'
import { defineRule } from '../../linting/rule.js'
import { rangeOf } from '../../text/range.js'

/** The parts of a report, in the order that readers expect; each pair is checked. */
const ORDER = [
  ['basics', 'results'],
  ['basics', 'problems'],
  ['results', 'problems'],
  ['results', 'next-plan'],
  ['problems', 'next-plan'],
] as const

/** Summary first, then problems, then the plan: a part that stands before one that it should follow. */
export default defineRule<'document', 'order'>({
  id: 'sections/section-order',
  scope: 'document',
  severity: 'info',
  source: 'practice',
  summary: '总结、问题、计划几大部分的次序颠倒',
  summaryEn: 'Summary, problems and plan stand in an unusual order',
  rationale: '总结类公文先写做了什么，再写存在的问题，最后写下一步打算：计划要针对问题。次序颠倒，读者会以为后面还有内容。',
  messages: {
    order: { what: '“{first}”写在“{second}”前面，次序颠倒。', advice: '把“{second}”移到“{first}”前面。', en: '“{first}” stands before “{second}”.' },
  },
  examples: [
    {
      title: '计划写在问题前面',
      text: '云溪镇2023年工作总结和2024年工作计划\n\n2023年，云溪镇各项工作平稳有序。\n\n一、2023年工作情况\n\n引进项目6个，开工5个，完成投资2.1亿元。\n\n⟦二、2024年工作计划⟧\n\n引进项目8个，6月底前开工4个，年底前投产2个。\n\n三、存在的问题\n\n工业项目规模偏小，后劲不足，链条不长。',
      reports: ['order'],
      message: '“2024年工作计划”写在“存在的问题”前面，次序颠倒。',
    },
    {
      title: '先总结，再问题，后计划',
      text: '云溪镇2023年工作总结和2024年工作计划\n\n2023年，云溪镇各项工作平稳有序。\n\n一、2023年工作情况\n\n引进项目6个，开工5个，完成投资2.1亿元。\n\n二、存在的问题\n\n工业项目规模偏小，后劲不足，链条不长。\n\n三、2024年工作计划\n\n引进项目8个，6月底前开工4个，年底前投产2个。',
      reports: [],
    },
    {
      title: '计划先说形势和不足',
      text: '云溪镇2024年工作计划\n\n2024年，云溪镇要稳中求进。\n\n一、面临的形势\n\n工业项目规模偏小，后劲不足，链条不长。\n\n二、2024年重点任务\n\n引进项目8个，6月底前开工4个。',
      reports: [],
    },
  ],
  *check(document) {
    const evidence = sectionEvidence(document)
    const headingOf = (id: string) => {
      const found = evidence.get(id)
      return found?.status === 'present' && found.section?.level === 1 ? found.section.heading : undefined
    }
    for (const [before, after] of ORDER) {
      const first = headingOf(before)
      const second = headingOf(after)
      if (first === undefined || second === undefined || first.start <= second.start || document.profile.kind === 'plan') continue
      yield {
        range: rangeOf(second.start, second.end),
        messageId: 'order',
        args: { first: second.title, second: first.title },
        related: [{ start: first.start, end: first.end, message: first.title }],
      }
      return
    }
  },
})

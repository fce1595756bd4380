import { sectionCoverage } from '../../document/section-coverage.js'
import { sectionEvidence } from '../../document/section-evidence.js'
import { defineRule } from '../../linting/rule.js'
import { rangeOf } from '../../text/range.js'

/** A section that reviewers look for has a heading and not one sentence of substance under it. */
export default defineRule<'document', 'thin'>({
  id: 'sections/thin-section',
  scope: 'document',
  severity: 'info',
  source: 'practice',
  summary: '应有的部分只有标题和半句话',
  summaryEn: 'A section that must be there is little more than its heading',
  rationale: '只写“按要求开展。”之类的半句话，读者不知道做了什么，等于没有写。标题下面完全空着的，由 structure/empty-heading 提示。',
  messages: {
    thin: {
      what: '“{title}”下面只有{count}个字，没有写做了什么、成效如何。',
      advice: '补写采取的措施和取得的成效。',
      en: 'Only {count} characters stand under “{title}”.',
    },
  },
  examples: [
    {
      title: '安全一节只有半句话',
      text: '云溪区教育局2023年工作总结\n\n2023年，我局各项工作平稳有序。\n\n一、加强党的建设\n\n全系统46个党支部落实“三会一课”，发展党员12名。\n\n⟦二、维护校园安全⟧\n\n按要求开展。\n\n三、提高教学质量\n\n全年组织教研活动36次，听课评课210节。',
      reports: ['thin'],
      message: '“维护校园安全”下面只有5个字，没有写做了什么、成效如何。',
    },
    {
      title: '写了做法和成效',
      text: '云溪区教育局2023年工作总结\n\n2023年，我局各项工作平稳有序。\n\n一、维护校园安全\n\n排查安全隐患86处，整改85处，开展应急演练64次。',
      reports: [],
    },
  ],
  *check(document) {
    const evidence = sectionEvidence(document)
    const seen = new Set<number>()
    for (const { id, status, requirement } of sectionCoverage(document)) {
      const section = evidence.get(id)?.section
      if (status !== 'heading-only' || requirement === 'optional' || section?.heading === undefined) continue
      const { heading } = section
      const count = document.text.slice(heading.end, section.end).replace(/[\s。，；：]/g, '').length
      if (count === 0 || seen.has(heading.start)) continue
      seen.add(heading.start)
      yield { range: rangeOf(heading.start, heading.end), messageId: 'thin', args: { title: heading.title, count } }
    }
  },
})

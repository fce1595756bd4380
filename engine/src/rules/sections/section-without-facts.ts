import { sectionCoverage } from '../../document/section-coverage.js'
import { partOfReport } from '../../document/section-part.js'
import { defineRule } from '../../linting/rule.js'

const FACT = /[\d《“]|[一二三四五六七八九十百千两几数多][多余]?(?:[个所名人次项处万亿场期节条户家批轮件份篇届]|等奖)|全部|百分之|制定|出台|印发|建成|荣获|获评/
const MIN_LENGTH = 60

/** A section that reviewers look for, with not one figure, document or event in it. */
export default defineRule<'document', 'empty-words'>({
  id: 'sections/section-without-facts',
  scope: 'document',
  severity: 'info',
  source: 'practice',
  summary: '应有的部分没有一个数字、文件或活动',
  summaryEn: 'A section that must be there names no figure, document or event',
  rationale: '总结靠事实说话。整节没有一个数字、没有一份文件、没有一项具体活动，看不出做没做、做得怎么样。',
  messages: {
    'empty-words': { what: '“{title}”整节没有一个数字、文件或具体活动。', advice: '补充具体做法和数据。', en: '“{title}” names no figure, document or event.' },
  },
  examples: [
    {
      title: '安全一节全是空话',
      text: '云溪区教育局2023年工作总结\n\n2023年，我局各项工作平稳有序。\n\n一、加强党的建设\n\n全系统46个党支部落实“三会一课”，发展党员12名。\n\n⟦二、维护校园安全⟧\n\n高度重视校园安全工作，始终绷紧安全这根弦，加强安全管理，强化安全教育，落实安全责任，认真抓好隐患排查整改，切实维护师生生命安全，确保校园和谐稳定，取得了良好的效果。',
      reports: ['empty-words'],
      message: '“维护校园安全”整节没有一个数字、文件或具体活动。',
    },
    {
      title: '有数据',
      text: '云溪区教育局2023年工作总结\n\n2023年，我局各项工作平稳有序。\n\n一、维护校园安全\n\n高度重视校园安全工作，始终绷紧安全这根弦，加强安全管理，强化安全教育，落实安全责任，认真抓好隐患排查整改，整改隐患85处，切实维护师生生命安全。',
      reports: [],
    },
  ],
  *check(document) {
    if (document.profile.kind === 'plan' || document.profile.kind === 'government') return
    const seen = new Set<number>()
    for (const { id, status, requirement } of sectionCoverage(document)) {
      if (status !== 'present' || requirement === 'optional' || id === 'problems' || id === 'next-plan') continue
      const part = partOfReport(document, id)
      const text = part?.sentences.map(({ sentence }) => sentence.canonical).join('') ?? ''
      if (part === undefined || text.length < MIN_LENGTH || FACT.test(text) || text.includes('【') || seen.has(part.heading.start)) continue
      seen.add(part.heading.start)
      yield { range: { start: part.heading.start, end: part.heading.end }, messageId: 'empty-words', args: { title: part.heading.title } }
    }
  },
})

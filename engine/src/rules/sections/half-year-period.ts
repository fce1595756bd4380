import { defineRule } from '../../linting/rule.js'
import { rangeOf } from '../../text/range.js'

const WHOLE_YEAR = /(?<![近多两三几])一年来|全年(?:共|累计|共计|一共)(?=[^，。；]{0,20}\d)/g

/** A half-year report that speaks of the whole year was made from last year's. */
export default defineRule<'document', 'whole-year'>({
  id: 'sections/half-year-period',
  scope: 'document',
  severity: 'info',
  source: 'practice',
  summary: '半年总结里写“一年来”“全年共”',
  summaryEn: 'A half-year report speaks of the whole year',
  rationale: '半年总结的起止是1月至6月，已经做的事应写“上半年”“半年来”。写成“一年来”“全年共……”，多半是套用了年度总结。',
  messages: {
    'whole-year': { what: '这是上半年的总结，这里却写“{words}”。', advice: '改为“上半年”“半年来”；确是全年目标的，写明“全年计划……”。', en: 'This is a half-year report, but “{words}” speaks of the whole year.' },
  },
  examples: [
    { title: '半年总结写“一年来”', text: '云溪镇2023年上半年工作总结\n\n⟦一年来⟧，云溪镇各项工作平稳有序。现将有关情况报告如下：\n\n一、经济发展\n\n引进项目6个，开工5个。', reports: ['whole-year'], message: '这是上半年的总结，这里却写“一年来”。' },
    { title: '半年总结写“全年共”', text: '云溪镇2023年上半年工作总结\n\n上半年，云溪镇各项工作平稳有序。现将有关情况报告如下：\n\n一、经济发展\n\n⟦全年共⟧引进项目6个，开工5个。', reports: ['whole-year'] },
    { title: '全年目标、近一年来、年度总结', text: '云溪镇2023年上半年工作总结\n\n上半年，云溪镇围绕全年目标抓落实，近一年来各项工作平稳有序。现将有关情况报告如下：\n\n一、经济发展\n\n引进项目6个，完成全年任务的60%。', reports: [] },
  ],
  *check(document) {
    if (document.profile.kind !== 'half-year') return
    for (const at of document.prose()) {
      for (const match of at.block.canonical.matchAll(WHOLE_YEAR)) {
        yield { range: document.toDocument(at, rangeOf(match.index, match.index + match[0].length)), messageId: 'whole-year', args: { words: match[0] } }
      }
    }
  },
})

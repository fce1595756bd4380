import type { ReportDocument } from '../../document/report-document.js'
import { defineRule, type Report } from '../../linting/rule.js'
import { mainTitle } from '../../document/title-lines.js'
import { rangeOf } from '../../text/range.js'
import { matchesOf } from '../../text/matches.js'

type MessageId = 'whole-year' | 'own-half' | 'other-year'

/** The heading of a plan. */
const PLAN = /(?:打算|计划|安排|思路|要点|谋划|设想)$/
const WHOLE_YEAR = /(?<![近多两三几])一年来|全年(?:共|累计|共计|一共)(?=[^，。；]{0,20}\d)/g

/** A half-year report that speaks of the whole year was made from last year's. */
export default defineRule<'document', MessageId>({
  id: 'sections/half-year-period',
  scope: 'document',
  severity: 'info',
  source: 'practice',
  summary: '半年总结里写“一年来”“全年共”',
  summaryEn: 'A half-year report speaks of the whole year',
  rationale: '半年总结的起止是1月至6月，已经做的事应写“上半年”“半年来”。写成“一年来”“全年共……”，多半是套用了年度总结。',
  messages: {
    'whole-year': {
      what: '这是上半年的总结，这里却写“{words}”。',
      advice: '改为“上半年”“半年来”；确是全年目标的，写明“全年计划……”。',
      en: 'This is a half-year report, but “{words}” speaks of the whole year.',
    },
    'own-half': {
      what: '上半年的总结，计划的标题却写“{words}”。',
      advice: '上半年已经过去，核对是否应为“下半年”。',
      en: 'A report on the first half of the year plans “{words}”.',
      severity: 'warning',
    },
    'other-year': {
      what: '总结的是{year}年上半年，计划却写“{words}”。',
      advice: '核对年份，接着的下半年是{year}年。',
      en: 'The report is about the first half of {year}; its plan says “{words}”.',
      severity: 'warning',
    },
  },
  examples: [
    {
      title: '半年总结写“一年来”',
      text: '云溪镇2023年上半年工作总结\n\n⟦一年来⟧，云溪镇各项工作平稳有序。现将有关情况报告如下：\n\n一、经济发展\n\n引进项目6个，开工5个。',
      reports: ['whole-year'],
      message: '这是上半年的总结，这里却写“一年来”。',
    },
    {
      title: '半年总结写“全年共”',
      text: '云溪镇2023年上半年工作总结\n\n上半年，云溪镇各项工作平稳有序。现将有关情况报告如下：\n\n一、经济发展\n\n⟦全年共⟧引进项目6个，开工5个。',
      reports: ['whole-year'],
    },
    {
      title: '计划写成上半年的',
      text: '云溪镇2023年上半年工作总结\n\n上半年，云溪镇各项工作平稳有序。现将有关情况报告如下：\n\n一、经济发展\n\n引进项目6个，开工5个。\n\n二、⟦上半年⟧工作打算\n\n引进项目8个，12月底前开工4个。',
      reports: ['own-half'],
      message: '上半年的总结，计划的标题却写“上半年工作打算”。',
    },
    {
      title: '下半年的年份不对',
      text: '云溪镇2023年上半年工作总结\n\n上半年，云溪镇各项工作平稳有序。现将有关情况报告如下：\n\n一、经济发展\n\n引进项目6个，开工5个。\n\n二、⟦2024⟧年下半年工作打算\n\n引进项目8个，12月底前开工4个。',
      reports: ['other-year'],
    },
    {
      title: '上半年计划的完成情况',
      text: '云溪镇2023年上半年工作总结\n\n上半年，云溪镇各项工作平稳有序。现将有关情况报告如下：\n\n一、上半年工作安排\n\n引进项目6个，开工5个。\n\n二、上半年工作计划完成情况\n\n完成12项。\n\n三、2023年下半年工作打算\n\n引进项目8个，12月底前开工4个。',
      reports: [],
    },
    {
      title: '全年目标、近一年来、年度总结',
      text: '云溪镇2023年上半年工作总结\n\n上半年，云溪镇围绕全年目标抓落实，近一年来各项工作平稳有序。现将有关情况报告如下：\n\n一、经济发展\n\n引进项目6个，完成全年任务的60%。',
      reports: [],
    },
  ],
  *check(document) {
    if (document.profile.kind !== 'half-year') return
    yield* plans(document)
    for (const at of document.prose()) {
      for (const match of matchesOf(WHOLE_YEAR, at.block.canonical)) {
        yield { range: document.toDocument(at, rangeOf(match.index, match.index + match[0].length)), messageId: 'whole-year', args: { words: match[0] } }
      }
    }
  },
})

/** Headings of plans that are about the half-year summarised, or about that of another year. */
function* plans(document: ReportDocument): Iterable<Report<MessageId>> {
  const { outline, profile } = document
  if (mainTitle(document)?.title.text.includes('上半年') !== true) return
  const plan = outline.headings.filter(({ level, title }) => level === 1 && PLAN.test(title))
  for (const { title, titleRange, start } of plan) {
    if (start === outline.headings[0]?.start) continue
    const half = title.indexOf('上半年')
    const year = /(20\d\d)年下半年/.exec(title)
    // a plan for the first half of another year would be named with that year
    if (half >= 0 && !/20\d\d/.test(title) && !plan.some((other) => other.title.includes('下半年')))
      yield { range: rangeOf(titleRange.start + half, titleRange.start + half + 3), messageId: 'own-half', args: { words: title } }
    else if (year !== null && profile.year !== undefined && Number(year[1]) !== profile.year)
      yield {
        range: rangeOf(titleRange.start + year.index, titleRange.start + year.index + 4),
        messageId: 'other-year',
        args: { words: title, year: profile.year },
      }
  }
}

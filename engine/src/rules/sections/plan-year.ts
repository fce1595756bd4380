import type { Heading } from '../../document/outline.js'
import type { ReportDocument } from '../../document/report-document.js'
import { sectionEvidence } from '../../document/section-evidence.js'
import { mainTitle } from '../../document/title-lines.js'
import { defineRule } from '../../linting/rule.js'
import { rangeOf, type TextRange } from '../../text/range.js'

type MessageId = 'half-year' | 'plan-title'

/**
 * The plan's heading must speak of the time that follows: the second half behind a half-year report, the title's year in a
 * plan. (A summary's plan that is not for the next year is the business of figures/year-consistency.)
 */
export default defineRule<'document', MessageId>({
  id: 'sections/plan-year',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '计划部分的标题写错了时段',
  summaryEn: 'The heading of the plan names the wrong time',
  rationale: '半年总结后面安排的是下半年，年度计划各部分安排的是同一年。标题写成别的时段，多半是套用材料时漏改。',
  messages: {
    'half-year': {
      what: '这是上半年的总结，计划部分的标题却写“{words}”，应为“下半年”。',
      advice: '改为“下半年”；确是安排{words}的，请核对全文的时段。',
      en: 'Behind a half-year report the plan should be for the second half, not “{words}”.',
    },
    'plan-title': { what: '标题是{year}年的计划，这个标题却写“{words}”。', advice: '核对年份。', en: 'The plan is for {year}; this heading says “{words}”.' },
  },
  examples: [
    {
      title: '半年总结后面写了明年的打算',
      text: '云溪镇2023年上半年工作总结\n\n上半年，云溪镇各项工作平稳有序。现将有关情况报告如下：\n\n一、上半年工作情况\n\n引进项目6个，开工5个。\n\n二、⟦明年⟧工作打算\n\n引进项目8个，开工6个，投产4个。',
      reports: ['half-year'],
    },
    {
      title: '标题说下半年，计划部分却说全年',
      text: '云溪镇2023年上半年工作总结及下半年工作计划\n\n上半年，云溪镇各项工作平稳有序。现将有关情况报告如下：\n\n一、上半年工作情况\n\n引进项目6个，开工5个。\n\n二、⟦2023年⟧工作计划\n\n引进项目8个，开工6个，投产4个。',
      reports: ['half-year'],
    },
    {
      title: '下半年的总结后面是明年的打算',
      text: '云溪镇2023年下半年工作总结\n\n下半年，云溪镇各项工作平稳有序。现将有关情况报告如下：\n\n一、下半年工作情况\n\n引进项目6个，开工5个。\n\n二、明年工作打算\n\n引进项目8个，开工6个，投产4个。',
      reports: [],
    },
    {
      title: '年度计划里留着上一年的标题',
      text: '云溪镇2024年工作计划\n\n2024年，云溪镇要稳中求进。\n\n一、主要目标\n\n引进项目8个，开工6个。\n\n二、⟦2023年⟧重点工作安排\n\n建设标准化厂房2栋，6月底前开工。',
      reports: ['plan-title'],
    },
    {
      title: '下半年的打算、年度计划',
      text: '云溪镇2023年上半年工作总结\n\n上半年，云溪镇各项工作平稳有序。现将有关情况报告如下：\n\n一、上半年工作情况\n\n引进项目6个，开工5个。\n\n二、2023年下半年工作打算\n\n引进项目8个，开工6个，投产4个。',
      reports: [],
    },
    {
      title: '计划先回顾上一年',
      text: '云溪镇2024年工作计划\n\n2024年，云溪镇要稳中求进。\n\n一、2023年工作回顾\n\n引进项目8个，开工6个。\n\n二、2024年重点工作安排\n\n建设标准化厂房2栋，6月底前开工。',
      reports: [],
    },
  ],
  *check(document) {
    const { kind, planYear } = document.profile
    const title = mainTitle(document)?.title.text ?? ''
    for (const heading of document.outline.headings) {
      if (
        kind === 'half-year' &&
        heading === sectionEvidence(document).get('next-plan')?.section?.heading &&
        !/下半年[^，。及和与暨]{0,12}(?:总结|小结|情况|回顾)|明年|次年/.test(title)
      ) {
        const words = /明年|次年|下一?年度|全年(?=工作)|20\d\d年(?=度?(?:重点|主要)?工作(?:计划|打算|安排|要点|思路)$)/.exec(heading.title)
        if (words !== null && !heading.title.includes('下半年'))
          yield { range: placeOf(document, heading, words), messageId: 'half-year', args: { words: words[0] } }
      } else if (kind === 'plan' && planYear !== undefined && heading.level === 1) {
        const words = /(20\d\d)年(?=[^，。至—-]{0,10}(?:计划|安排|打算|要点|目标|任务|重点))(?!.{0,16}(?:回顾|总结|情况|成效|完成))/.exec(heading.title)
        if (words !== null && Number(words[1]) < planYear)
          yield { range: placeOf(document, heading, words), messageId: 'plan-title', args: { year: planYear, words: `${words[1] ?? ''}年` } }
      }
    }
  },
})

/** Where words of a heading stand in the whole text. */
function placeOf(document: ReportDocument, heading: Heading, words: RegExpExecArray): TextRange {
  const start = Math.max(0, heading.at.block.text.indexOf(heading.title)) + words.index
  return document.toDocument(heading.at, rangeOf(start, start + words[0].length))
}

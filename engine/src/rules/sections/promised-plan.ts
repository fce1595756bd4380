import type { ReportDocument } from '../../document/report-document.js'
import { nameOf } from '../../document/section-coverage.js'
import { hasMisdatedPlan, sectionEvidence } from '../../document/section-evidence.js'
import { skeletonEdits } from '../../document/section-skeleton.js'
import { SECTION_BY_ID, type SectionType } from '../../document/section-taxonomy.js'
import { headRange, mainTitle } from '../../document/title-lines.js'
import { defineRule } from '../../linting/rule.js'
import { rangeOf, type TextRange } from '../../text/range.js'
import { matchesOf } from '../../text/matches.js'

type MessageId = 'title' | 'lead'

const PROMISE = /(?:20\d\d|20[XxＸ×]{2})?年?(?:度|下半年|明年|下一年|下一?步)?(?:重点)?(?:工作)?的?(?:计划|打算|思路|要点|安排|谋划|设想|规划){1,2}/g
const LEAD = /现将[^。]{0,60}(?:总结|情况)[^。]{0,24}(?:计划|打算|思路|要点|安排|谋划|设想)/

/** Title or lead promise a plan, and the report has none: it was cut off, or the writer forgot. */
export default defineRule<'document', MessageId>({
  id: 'sections/promised-plan',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '标题或导语写明有计划，正文没有',
  summaryEn: 'Title or lead promise a plan that the text does not have',
  rationale: '标题写“工作总结和工作计划”，或导语写“现将……总结和……打算报告如下”，正文就要有计划这一部分。没有，往往是后半部分丢失，或者起草时忘了写。',
  messages: {
    title: {
      what: '标题写明有{plan}，正文却没有计划或打算这一部分。',
      advice: '核对后文是否丢失；没有写的，补写计划；不写计划的，改标题。',
      en: 'The title promises {plan}; the text has no plan.',
    },
    lead: {
      what: '导语写明有{plan}，正文却没有计划或打算这一部分。',
      advice: '核对后文是否丢失；没有写的，补写计划；不写计划的，改导语。',
      en: 'The lead promises {plan}; the text has no plan.',
    },
  },
  examples: [
    {
      title: '标题有计划，正文到总结就完了',
      text: '云溪镇2023年工作总结和⟦2024年工作计划⟧\n\n2023年，云溪镇各项工作平稳有序。\n\n一、经济发展\n\n引进项目6个，开工5个。\n\n二、存在的问题\n\n工业项目规模偏小，后劲不足。\n\n【请填写：落款单位】',
      reports: ['title'],
      message: '标题写明有2024年工作计划，正文却没有计划或打算这一部分。',
      fixed:
        '云溪镇2023年工作总结和2024年工作计划\n\n2023年，云溪镇各项工作平稳有序。\n\n一、经济发展\n\n引进项目6个，开工5个。\n\n二、存在的问题\n\n工业项目规模偏小，后劲不足。\n\n三、2024年工作计划\n\n（一）【请填写：重点任务】。【请填写：采取的措施、完成时限和预期目标】。\n\n（二）【请填写：针对问题的任务】。【请填写：解决的办法、责任单位和时限】。\n\n【请填写：落款单位】',
    },
    {
      title: '导语说有打算，正文没有',
      text: '云溪镇2023年工作情况\n\n2023年，云溪镇各项工作平稳有序。现将2023年工作总结和⟦2024年工作打算⟧报告如下：\n\n一、经济发展\n\n引进项目6个，开工5个。\n\n二、存在的问题\n\n工业项目规模偏小，后劲不足。\n\n【请填写：落款单位】',
      reports: ['lead'],
    },
    {
      title: '总结用（一）（二），计划下面用1. 2.',
      text: '云溪镇2023年工作总结和⟦2024年工作计划⟧\n\n2023年，云溪镇各项工作平稳有序。\n\n（一）经济发展\n\n引进项目6个，开工5个。\n\n（二）存在的问题\n\n工业项目规模偏小，后劲不足。\n\n【请填写：落款单位】',
      reports: ['title'],
      fixed:
        '云溪镇2023年工作总结和2024年工作计划\n\n2023年，云溪镇各项工作平稳有序。\n\n（一）经济发展\n\n引进项目6个，开工5个。\n\n（二）存在的问题\n\n工业项目规模偏小，后劲不足。\n\n（三）2024年工作计划\n\n1.【请填写：重点任务】。【请填写：采取的措施、完成时限和预期目标】。\n\n2.【请填写：针对问题的任务】。【请填写：解决的办法、责任单位和时限】。\n\n【请填写：落款单位】',
    },
    {
      title: '计划有自己的标题',
      text: '云溪镇2023年工作总结和2024年工作计划\n\n2023年，云溪镇各项工作平稳有序。\n\n一、经济发展\n\n引进项目6个，开工5个。\n\n二、2024年工作计划\n\n引进项目8个，6月底前开工4个。',
      reports: [],
    },
    {
      title: '计划写在最后一段',
      text: '云溪镇2023年工作总结和2024年工作打算\n\n2023年，云溪镇各项工作平稳有序。\n\n一、经济发展\n\n引进项目6个，开工5个。\n\n二、存在的不足\n\n工业项目规模偏小。2024年，我镇将引进亿元以上项目3个。6月底前完成土地平整。',
      reports: [],
    },
    {
      title: '计划的年份写错了，计划还在',
      text: '云溪镇2023年工作总结和2024年工作计划\n\n2023年，云溪镇各项工作平稳有序。\n\n一、经济发展\n\n引进项目6个，开工5个。\n\n二、2023年工作计划\n\n引进项目8个，6月底前开工4个。',
      reports: [],
    },
    {
      title: '标题里的计划是被总结的对象',
      text: '云溪镇2023年计划执行情况报告\n\n2023年，云溪镇各项工作平稳有序。\n\n一、经济发展\n\n引进项目6个，开工5个。',
      reports: [],
    },
  ],
  *check(document, { say }) {
    const { profile } = document
    const type = SECTION_BY_ID.get('next-plan') as SectionType
    const status = sectionEvidence(document).get(type.id)?.status
    if (!profile.promisesPlan || profile.sections.ignore.includes(type.id) || status !== 'absent' || hasMisdatedPlan(document)) return
    const name = nameOf(type, profile)
    const fixes = [
      {
        title: say(`加上${name}的标题和提纲`, `Insert a heading and an outline for ${name}`),
        safety: 'unsafe' as const,
        edits: skeletonEdits(document, type, name),
      },
    ]
    const inTitle = mainTitle(document)?.title.promisesPlan === true
    const range = (inTitle ? lastPromise(document, mainTitle(document)?.at.index) : leadPromise(document)) ?? headRange(document)
    yield { range, messageId: inTitle ? 'title' : 'lead', args: { plan: name }, fixes }
  },
})

/** The words of the title that promise the plan. */
function lastPromise(document: ReportDocument, index: number | undefined): TextRange | undefined {
  const at = index === undefined ? undefined : document.blocks[index]
  const match = at === undefined ? undefined : matchesOf(PROMISE, at.block.canonical).at(-1)
  return at === undefined || match === undefined ? undefined : document.toDocument(at, rangeOf(match.index, match.index + match[0].length))
}

function leadPromise(document: ReportDocument): TextRange | undefined {
  for (const at of document.prose()) {
    const lead = LEAD.exec(at.block.canonical)
    const match = lead === null ? undefined : matchesOf(PROMISE, lead[0]).at(-1)
    if (lead !== null && match !== undefined) return document.toDocument(at, rangeOf(lead.index + match.index, lead.index + match.index + match[0].length))
  }
  return undefined
}

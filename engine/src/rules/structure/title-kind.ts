import type { PositionedBlock } from '../../document/outline.js'
import type { ReportDocument } from '../../document/report-document.js'
import { rangeOf } from '../../text/range.js'
import { defineRule, type Report } from '../../linting/rule.js'

type MessageId = 'plan' | 'summary'

/** What a title calls the text, and what it may say besides, so that both kinds are in it. */
const PLAN = /(?:计划|要点|打算|工作安排)$/
const SUMMARY = /总结$/
const EITHER = /总结|小结|回顾|汇报|报告|情况|计划|打算|思路|安排|要点/g
/** What a lead says of the text that it opens. */
const SUMS_UP = /现将[^。]{0,30}(?:总结|工作情况|完成情况|开展情况)[^。]{0,12}如下|(?:工作)?总结如下/
const PLANS = /(?:制定|制订|拟定|提出|明确)[^。；]{0,24}(?:本计划|计划如下|如下(?:工作)?(?:计划|安排)|要点如下|本要点)/
const MAX_LEAD = 6

/** A title that calls the text a plan over a lead that sums up, or the other way round. */
export default defineRule<'document', MessageId>({
  id: 'structure/title-kind',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '标题的文种与导语不一致',
  summaryEn: 'The title names another kind of document than the lead',
  rationale:
    '文种要与内容相符：标题写的是“工作计划”，导语却说“现将工作总结如下”，多半是在去年的稿子上改，漏改了标题或导语。标题里两种都写的（总结和计划、总结暨要点），不在此列。',
  messages: {
    plan: {
      what: '标题写的是“{title}”，导语却写“{lead}”，文种不一致。',
      advice: '核对是总结还是计划，把标题或导语改对。',
      en: 'The title says “{title}”, the lead “{lead}”.',
    },
    summary: {
      what: '标题写的是“{title}”，导语却写“{lead}”，文种不一致。',
      advice: '核对是总结还是计划，把标题或导语改对。',
      en: 'The title says “{title}”, the lead “{lead}”.',
    },
  },
  examples: [
    {
      title: '标题是计划，导语在总结',
      text: '清溪小学2024年工作⟦计划⟧\n\n2024年，学校凝心聚力，真抓实干，圆满完成任务。现将一年来的工作总结如下。\n\n一、党建工作\n发展党员3名。',
      reports: ['plan'],
      message: '标题写的是“计划”，导语却写“现将一年来的工作总结如下”，文种不一致。',
    },
    {
      title: '标题是总结，导语在制定计划',
      text: '清溪小学2024年工作⟦总结⟧\n\n为做好全年工作，结合学校实际，特制定本计划。\n\n一、党建工作\n发展党员3名。',
      reports: ['summary'],
    },
    {
      title: '总结和计划写在一起',
      text: '清溪小学2024年工作总结和2025年工作计划\n\n2024年，学校凝心聚力，真抓实干，圆满完成任务。现将有关情况总结如下。\n\n一、党建工作\n发展党员3名。',
      reports: [],
    },
    {
      title: '计划的导语先说去年',
      text: '清溪小学2025年工作计划\n\n2024年，学校总结经验，较好地完成了任务。为做好2025年的工作，制定本计划。\n\n一、党建工作\n发展党员3名。',
      reports: [],
    },
    {
      title: '总结里说到制定了计划',
      text: '清溪小学2024年工作总结\n\n2024年，学校制定了三年行动计划，凝心聚力抓落实。现将有关情况总结如下。\n\n一、党建工作\n发展党员3名。',
      reports: [],
    },
  ],
  reads: () => [],
  *check(document) {
    const titles = document.outline.titles
    const [title] = titles
    if (title === undefined || titles.length > 1) return
    const words = title.block.canonical.trim()
    if (new Set(words.match(EITHER) ?? []).size !== 1) return
    const lead = leadOf(document, title)
    const [sums, plans] = [SUMS_UP.exec(lead)?.[0], PLANS.exec(lead)?.[0]]
    if (PLAN.test(words) && sums !== undefined && plans === undefined) yield report(document, title, PLAN, sums, 'plan')
    if (SUMMARY.test(words) && plans !== undefined && !/总结/.test(lead)) yield report(document, title, SUMMARY, plans, 'summary')
  },
})

/** The paragraphs between the title and the first heading. */
function leadOf({ outline }: ReportDocument, title: PositionedBlock): string {
  const lead = outline.root.ownBlocks.filter(({ index, isResidue, block }) => index > title.index && !isResidue && block.isProse)
  return lead
    .slice(0, MAX_LEAD)
    .map(({ block }) => block.canonical)
    .join('\n')
}

function report(document: ReportDocument, title: PositionedBlock, kind: RegExp, lead: string, messageId: MessageId): Report<MessageId> {
  const { canonical } = title.block
  const at = kind.exec(canonical.trimEnd())
  const start = at?.index ?? 0
  return { range: document.toDocument(title, rangeOf(start, canonical.trimEnd().length)), messageId, args: { title: at?.[0] ?? '', lead: lead.slice(0, 24) } }
}

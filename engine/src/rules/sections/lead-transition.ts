import { endOf } from '../../document/line-edit.js'
import type { PositionedBlock } from '../../document/outline.js'
import type { ReportDocument } from '../../document/report-document.js'
import { headRange, mainTitle, titleBlocks } from '../../document/title-lines.js'
import { defineRule } from '../../linting/rule.js'
import { rangeOf } from '../../text/range.js'

type MessageId = 'no-lead' | 'no-transition'

const TRANSITION = /如下|现将|主要(?:做了|抓了|开展了|完成了)|[：:]$/
const MIN_LEAD = 30
const MAX_LEAD = 3
/** A sentence is a lead however short it is; the unit addressed, a date or a name is none. */
const SENTENCE = /(?:。|如下[：:]?)$/
const SHOWN = 12

/** A report opens with a lead that ends in 现将……报告如下 before the first heading. */
export default defineRule<'document', MessageId>({
  id: 'sections/lead-transition',
  scope: 'document',
  severity: 'hint',
  source: 'practice',
  summary: '没有导语，或导语没有“现将……如下”的过渡',
  summaryEn: 'The lead is missing, or does not lead over to the text',
  rationale: '总结开头用一段话交代依据、概括全年，并用“现将……报告如下：”引出正文。写给本单位存档的可以不写，上报的一般要有。',
  messages: {
    'no-lead': {
      what: '标题下面直接就是“{heading}”，没有导语。',
      advice: '上报的总结一般先写一段导语，交代依据和总的情况，再写“现将……报告如下：”。',
      en: 'The first heading “{heading}” follows the title at once; there is no lead.',
    },
    'no-transition': {
      what: '导语没有“现将……报告如下：”之类的过渡句。',
      advice: '上报的总结一般在导语末尾加上过渡句。',
      en: 'The lead does not lead over to the text.',
    },
  },
  examples: [
    {
      title: '没有导语',
      text: '⟦云溪镇2023年工作总结⟧\n\n一、经济发展\n\n引进项目6个，开工5个。\n\n二、存在的问题\n\n工业项目规模偏小，后劲不足。',
      reports: ['no-lead'],
    },
    {
      title: '导语没有过渡',
      text: '云溪镇2023年工作总结\n\n2023年，云溪镇坚持稳中求进，扎实推进重点工作，各项任务⟦按期完成，群众比较满意。⟧\n\n一、经济发展\n\n引进项目6个，开工5个。改造农贸市场2处，新增就业岗位300个，居民收入稳步增长。',
      reports: ['no-transition'],
    },
    { title: '一句话的导语，就是过渡句', text: '云溪镇2023年工作总结\n\n现将2023年工作总结如下：\n\n一、基本情况\n\n引进项目6个，开工5个。', reports: [] },
    {
      title: '一句话的导语，主送机关在前',
      text: '云溪镇2023年工作总结\n\n县人民政府：\n\n2023年，我镇认真履职，现将有关情况总结如下。\n\n一、基本情况\n\n引进项目6个，开工5个。',
      reports: [],
    },
    {
      title: '有过渡句',
      text: '云溪镇2023年工作总结\n\n2023年，云溪镇坚持稳中求进，扎实推进重点工作，各项任务按期完成。现将有关情况报告如下：\n\n一、经济发展\n\n引进项目6个，开工5个。',
      reports: [],
    },
  ],
  reads: () => [endOf(1), ({ canonical }) => `${TRANSITION.test(canonical)} ${SENTENCE.test(canonical)}`],
  *check(document, { say }) {
    const { kind, isReport } = document.profile
    const first = document.outline.headings.find(({ at }) => !titleBlocks(document).has(at))
    if (
      !isReport ||
      first === undefined ||
      mainTitle(document) === undefined ||
      // 篇一：…… opens a collection of reports
      /^[【（]?篇/.test(first.title) ||
      first.at === mainTitle(document)?.at ||
      !['annual', 'half-year', 'quarter', 'term'].includes(kind)
    )
      return
    const lead = leadBefore(document, first.start)
    if (lead.length === 0) {
      if (isBehindTitle(document, first.start)) yield { range: headRange(document), messageId: 'no-lead', args: { heading: first.title.slice(0, 30) } }
      return
    }
    // more than a few paragraphs are no lead: the report has headings of a form that the outline does not see
    if (lead.length > MAX_LEAD) return
    const last = lead.at(-1) as PositionedBlock
    if (lead.some(({ block }) => TRANSITION.test(block.canonical)) || last.block.text.length < MIN_LEAD) return
    const { text } = last.block
    const range = document.toDocument(last, rangeOf(text.length - SHOWN, text.length))
    const fixes = /[。！]$/.test(text)
      ? [
          {
            title: say('在导语末尾加上“现将有关情况报告如下：”', 'Add “现将有关情况报告如下：” to the lead'),
            safety: 'unsafe' as const,
            edits: [{ start: range.end, end: range.end, newText: '现将有关情况报告如下：' }],
          },
        ]
      : []
    yield { range, messageId: 'no-transition', fixes }
  },
})

/** The paragraphs between title and first heading. */
function leadBefore(document: ReportDocument, end: number): PositionedBlock[] {
  const titles = titleBlocks(document)
  const from = mainTitle(document)?.at.end ?? 0
  return [...document.prose()].filter((at) => at.start >= from && at.end <= end && !titles.has(at) && at.block.kind === 'paragraph' && isLead(at))
}

function isLead({ block }: PositionedBlock): boolean {
  return block.text.length >= MIN_LEAD || SENTENCE.test(block.canonical)
}

/** Whether nothing but short lines stands between title and first heading. */
function isBehindTitle(document: ReportDocument, start: number): boolean {
  const title = mainTitle(document)
  return (
    title !== undefined &&
    document.blocks
      .slice(title.at.index + 1)
      .filter((at) => at.start < start && !at.isResidue)
      .every(({ block }) => block.text.length < MIN_LEAD)
  )
}

import type { PositionedBlock } from '../../document/outline.js'
import type { ReportDocument } from '../../document/report-document.js'
import { defineRule, type Report } from '../../linting/rule.js'

type MessageId = 'two-titles' | 'missing' | 'doubled' | 'end-mark'

const YEAR = /(?<!\d)20\d\d(?!\d)/

/** The title lines: one report has one title, with one year, 年 and no final mark. */
export default defineRule<'document', MessageId>({
  id: 'structure/title',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '标题缺失、重复、前后矛盾或带有句末标点',
  summaryEn: 'Title missing, doubled, contradictory, or faulty',
  rationale: '标题由单位、时限、事由、文种组成，是核稿最先看的一行。一份材料只有一个标题；两行标题年份不同，说明有一行是旧稿留下的。标题末尾不加句号。',
  messages: {
    'two-titles': {
      what: '前面已有标题写“{first}年”，这里又写“{second}年”，两个标题互相矛盾。',
      advice: '核对年份，只保留一个标题。',
      en: 'A title above says {first}, this one {second}.',
    },
    missing: { what: '文前没有标题。', advice: '在文前加上标题，写明单位、年份和文种。', en: 'The text has no title.', severity: 'info' },
    doubled: { what: '标题重复了一遍。', advice: '删去其中一行。', en: 'The title is given twice.' },
    'end-mark': { what: '标题末尾不用“{mark}”。', advice: '删去“{mark}”。', en: 'A title takes no “{mark}” at its end.' },
  },
  examples: [
    {
      title: '两行标题年份不同',
      text: '2024年清溪区教育局工作总结\n⟦2023年清溪区教育局工作总结⟧\n\n2023年，全局上下凝心聚力，真抓实干，圆满完成全年各项目标任务，现将有关工作情况总结如下，请予审议，不妥之处请批评指正。\n\n一、党建工作\n发展党员3名。',
      reports: ['two-titles'],
      message: '前面已有标题写“2024年”，这里又写“2023年”，两个标题互相矛盾。',
    },
    {
      title: '没有标题',
      text: '⟦2023年⟧，清溪区教育局全体干部职工凝心聚力，真抓实干，圆满完成全年各项目标任务，现将有关工作情况总结如下，请予审议，不妥之处请批评指正。\n\n一、党建工作\n发展党员3名。',
      reports: ['missing'],
    },
    {
      title: '标题重复',
      text: '清溪小学2024年工作总结\n⟦清溪小学2024年工作总结⟧\n\n一、党建工作\n发展党员3名。',
      reports: ['doubled'],
      fixed: '清溪小学2024年工作总结\n\n一、党建工作\n发展党员3名。',
    },
    {
      title: '标题末尾有句号',
      text: '清溪小学2024年工作总结⟦。⟧\n\n2024年，学校凝心聚力，真抓实干，圆满完成任务。现将有关情况报告如下。\n\n一、党建工作\n发展党员3名。',
      reports: ['end-mark'],
      fixed: '清溪小学2024年工作总结\n\n2024年，学校凝心聚力，真抓实干，圆满完成任务。现将有关情况报告如下。\n\n一、党建工作\n发展党员3名。',
    },
    {
      title: '总结加计划，两个年份',
      text: '清溪区教育局2024年工作总结和2025年工作计划\n\n2024年，全局上下凝心聚力。\n\n一、党建工作\n发展党员3名。',
      reports: [],
    },
    { title: '标题分两行', text: '清溪区教育局\n关于2024年工作情况的报告\n\n2024年，全局上下凝心聚力。\n\n一、党建工作\n发展党员3名。', reports: [] },
    { title: '学年和届次', text: '清溪小学2023—2024学年度工作总结\n\n一、党建工作\n发展党员3名。', reports: [] },
  ],
  reads: () => [],
  *check(document, { say }) {
    const { titles, headings } = document.outline
    if (titles.length === 0) {
      const first = document.prose()[0]
      // an excerpt may begin with a heading; what begins with text has lost its title
      if (first !== undefined && headings[0]?.at !== first && !hasTitleInResidue(document, first))
        yield { range: document.toDocument(first, { start: 0, end: firstWords(first.block.canonical) }), messageId: 'missing' }
      return
    }
    yield* contradiction(document, titles)
    const seen = new Set<string>()
    for (const at of titles) {
      const { canonical } = at.block
      const key = canonical.replace(/\s/g, '')
      if (seen.has(key))
        yield {
          range: document.toDocument(at, { start: 0, end: canonical.length }),
          messageId: 'doubled',
          fixes: [
            {
              title: say('删去重复的标题', 'Remove the second title'),
              safety: 'unsafe',
              edits: [{ ...document.wholeLines(at.firstLine, at.lastLine), newText: '' }],
            },
          ],
        }
      seen.add(key)
      yield* faults(document, at, say)
    }
  },
})

/** Whether a line above the text that counts as residue names a report: the title went with it. */
function hasTitleInResidue({ blocks }: ReportDocument, first: PositionedBlock): boolean {
  return blocks.slice(0, first.index).some(({ block, isResidue }) => isResidue && /总结|计划|报告|汇报|要点/.test(block.canonical))
}

function* faults(document: ReportDocument, at: PositionedBlock, say: (zh: string, en: string) => string): Iterable<Report<MessageId>> {
  const { canonical, text } = at.block
  const mark = text.at(-1) as string
  if (at.block.kind === 'paragraph' && /[。；，：]$/.test(canonical)) {
    const range = document.toDocument(at, { start: text.length - 1, end: text.length })
    yield {
      range,
      messageId: 'end-mark',
      args: { mark },
      fixes: [{ title: say(`删去“${mark}”`, `Remove “${mark}”`), safety: 'safe', edits: [{ ...range, newText: '' }] }],
    }
  }
}

/** A second title line that names another year than the first. Which year is right, the figures' rules judge. */
function* contradiction(document: ReportDocument, titles: readonly PositionedBlock[]): Iterable<Report<MessageId>> {
  const dated = titles.flatMap((at) => {
    const year = YEAR.exec(at.block.canonical)?.[0]
    return year === undefined || !/总结|计划|报告|汇报|要点/.test(at.block.canonical) ? [] : [{ at, year }]
  })
  const [first, second] = dated
  if (first === undefined || second === undefined || first.year === second.year) return
  yield {
    range: document.toDocument(second.at, { start: 0, end: second.at.block.text.length }),
    messageId: 'two-titles',
    args: { first: first.year, second: second.year },
    related: [{ ...document.toDocument(first.at, { start: 0, end: first.at.block.text.length }), message: first.at.block.text }],
  }
}

/** Length of the first clause, cut to what can be pointed at. */
function firstWords(canonical: string): number {
  const mark = canonical.search(/[，。；：]/)
  return Math.max(1, Math.min(mark < 0 ? 12 : mark, 12, canonical.length))
}

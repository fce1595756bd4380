import { isInPlan, yearsIn } from '../../document/date-period.js'
import { dateSpansOf, datesOf } from '../../document/date.js'
import { isInTitle } from '../../document/date-timeline.js'
import { sentenceQuestion, sentencesThat } from '../../document/gathering.js'
import type { ReportDocument } from '../../document/report-document.js'
import { defineRule } from '../../linting/rule.js'
import { rangeOf } from '../../text/range.js'

const PLAN_YEAR = /((?:19|20)\d\d) ?年?度?[^，。；\d]{0,16}(?:计划|打算|思路|要点|安排)/
const SUM_YEAR = /((?:19|20)\d\d) ?年?度?[^，。；\d]{0,20}(?:总结|情况|小结|回顾)/
const PART_OF_A_YEAR = /季度|半年|[月—～~至\-]|学期|学年/
const RELATIVE = /(今年|本年度|去年|上年|明年)（即?(20\d\d)年?）/g
const OFFSET: Readonly<Record<string, number>> = { 今年: 0, 本年度: 0, 去年: -1, 上年: -1, 明年: 1 }
const ENOUGH = 3
const SUMMARIES: ReadonlySet<string> = new Set(['annual', 'half-year', 'quarter', 'term', 'duty'])
const PLAN_HEADING = /^ ?(?:19|20)\d\d ?年度?(?:全[县市区省校局])?(?:教育)?(?:重点|主要|总体)?工作?(?:计划|打算|思路|要点|安排|谋划)$/

type MessageId = 'title' | 'plan' | 'relative' | 'lead' | 'plan-lead'

/** The year of the title, of the text, and of the plan must go together. */
export default defineRule<'document', MessageId>({
  id: 'figures/year-consistency',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '标题的年份与正文、与计划的年份对不上',
  summaryEn: 'The year of the title disagrees with the text or with the plan',
  rationale: '总结写当年，计划写次年，标题、导语、正文的年份应当一致。对不上，多半是套用往年材料时只改了一处。',
  messages: {
    title: {
      what: '标题写的是{title}年，正文{count}处写的都是{body}年，没有一处写{title}年。',
      advice: '核对标题和正文，改成同一个年份。',
      en: 'The title says {title}; the text says {body} {count} times and never {title}.',
    },
    plan: {
      what: '总结的是{sum}年，计划却写成{plan}年，应为{right}年。',
      advice: '核对计划的年份。',
      en: 'The summary is of {sum}, the plan of {plan}; {right} expected.',
    },
    lead: {
      what: '标题是{title}年的总结，导语却从“{words}”写起，没有写{title}年。',
      advice: '核对年份，多半是套用往年材料时漏改。',
      en: 'The title sums up {title}; the lead opens with “{words}”.',
    },
    'plan-lead': {
      what: '这是{right}年的计划，“{words}”却写成{sum}年。',
      advice: '核对年份，多半是套用往年材料时漏改。',
      en: 'The plan is for {right}; “{words}” says {sum}.',
    },
    relative: {
      what: '报告写的是{year}年，“{words}”与它对不上，应为{right}年。',
      advice: '核对年份。',
      en: 'The report is of {year}; “{words}” should be {right}.',
    },
  },
  examples: [
    {
      title: '标题与正文',
      text: '⟦2025⟧年教育局上半年工作总结\n\n2024年上半年，我局认真履职。\n\n一、主要工作\n\n印发2024年工作要点，召开2024年工作会议。',
      reports: ['title'],
      message: '标题写的是2025年，正文3处写的都是2024年，没有一处写2025年。',
    },
    {
      title: '计划的年份',
      text: '2024年工作总结和⟦2026⟧年工作计划\n\n2024年，我局认真履职。',
      reports: ['plan'],
      message: '总结的是2024年，计划却写成2026年，应为2025年。',
    },
    {
      title: '计划标题的年份',
      text: '2024年工作总结\n\n2024年，我局认真履职。\n\n一、2024年主要工作\n\n正文。\n\n二、⟦2023⟧年工作打算\n\n正文。',
      reports: ['plan'],
    },
    {
      title: '导语写的是上一年',
      text: '2024年工作总结和2025年工作打算\n\n⟦2023年⟧，我局在区委的坚强领导下，圆满完成各项任务。\n\n一、2024年主要工作\n\n召开2024年工作会议。',
      reports: ['lead'],
    },
    {
      title: '标题的年份错了，计划跟着正文',
      text: '⟦2023⟧年工作总结和2025年工作打算\n\n2024年，我局认真履职。\n\n一、主要工作\n\n印发2024年工作要点，召开2024年工作会议。\n\n二、2025年工作打算\n\n正文。',
      reports: ['title'],
    },
    {
      title: '计划部分开头的年份',
      text: '2024年工作总结和2025年工作计划\n\n2024年，我局认真履职。\n\n一、2024年主要工作\n\n召开会议。\n\n二、2025年工作计划\n\n⟦2024年⟧，我局将重点抓好以下工作。',
      reports: ['plan-lead'],
      message: '这是2025年的计划，“2024年”却写成2024年。',
    },
    {
      title: '计划部分先回顾上年、说当年底要做完的',
      text: '2024年工作总结和2025年工作计划\n\n2024年，我局认真履职。\n\n一、2024年主要工作\n\n召开会议。\n\n二、2025年工作计划\n\n2024年，我局完成各项任务，2025年将再接再厉。2024年，我局已将此事列入议程。',
      reports: [],
    },
    { title: '括注的年份', text: '2024年工作总结\n\n比⟦去年（2022年）⟧增长5%。', reports: ['relative'] },
    {
      title: '一致的',
      text: '2024年工作总结和2025年工作计划\n\n2024年，我局认真履职，比去年（2023年）有进步，2023年启动、2022年立项、2021年规划的项目都已完成。\n\n二、2025年工作打算\n\n正文。',
      reports: [],
    },
    {
      title: '计划里回顾上年',
      text: '2025年工作计划\n\n2024年，各项工作进展顺利。2024年底全面完成目标，为2024年画上句号。\n\n一、落实2023年教师培训计划\n\n正文。',
      reports: [],
    },
    {
      title: '下半年的计划、跨年的规划、学年',
      text: '2024年上半年工作总结及2024年下半年工作计划\n\n2024年上半年，我局认真履职。\n\n一、2024—2026年工作规划情况\n\n正文。',
      reports: [],
    },
  ],
  reads: () => [
    ({ canonical }) => canonical.slice(0, 40),
    SINGLE_YEARS.reading,
    RELATIVES.reading,
    PLAN_LEADS.reading,
    ({ canonical }) => (LEAD_YEAR.test(canonical) ? canonical : ''),
  ],
  *check(document) {
    const body = bodyYears(document)
    const [main] = [...body].sort((a, b) => b[1] - a[1])
    for (const at of document.outline.titles) {
      const text = at.block.canonical
      const years = yearsIn(text)
      const [title] = years
      if (
        title !== undefined &&
        (years.length === 1 || (years.length === 2 && years[1] === (main?.[0] ?? 0) + 1)) &&
        main !== undefined &&
        main[1] >= ENOUGH &&
        !body.has(title) &&
        SUMMARIES.has(document.profile.kind) &&
        [...body.keys()].every((year) => year === main[0] || year === main[0] + 1) &&
        opensWith(document, main[0])
      ) {
        const start = text.indexOf(String(title))
        yield { range: document.toDocument(at, rangeOf(start, start + 4)), messageId: 'title', args: { title, body: main[0], count: main[1] } }
      }
    }
    yield* planYears(document, main?.[0])
    yield* leadYear(document)
    yield* planLeads(document)
    const year = document.profile.year
    if (year === undefined || document.profile.kind === 'government') return
    for (const { at, sentence, found } of sentencesThat(document, RELATIVES)) {
      for (const match of found) {
        const right = year + (OFFSET[match[1] as string] ?? 0)
        // a summary is written at the end of its year or at the start of the next
        if (Number(match[2]) === right || Number(match[2]) === right + 1) continue
        const start = sentence.start + match.index
        yield { range: document.toDocument(at, rangeOf(start, start + match[0].length)), messageId: 'relative', args: { year, words: match[0], right } }
      }
    }
  },
})

/** 今年（2024年） and the like. */
const RELATIVES = sentenceQuestion(({ canonical }) => (/[年度]（/.test(canonical) ? [...canonical.matchAll(RELATIVE)] : []))

/** Single years outside 《》 and spans. */
const SINGLE_YEARS = sentenceQuestion((sentence): readonly number[] => {
  const spans = dateSpansOf(sentence)
  return datesOf(sentence).flatMap(({ year, start }) =>
    year === undefined || isInTitle(sentence.canonical, start) || spans.some((span) => span.start <= start && start < span.end) ? [] : [year],
  )
})

/** Whether a paragraph of the text opens with a year: 2022年上半年，我局…… */
function opensWith(document: ReportDocument, year: number): boolean {
  return Array.from(document.prose()).some((at) => !document.outline.titles.includes(at) && at.block.canonical.startsWith(`${year}年`))
}

/** The single years that the text below the titles names, outside 《》 and spans, with how often. */
function bodyYears(document: ReportDocument): Map<number, number> {
  const titles = new Set(document.outline.titles)
  const counts = new Map<number, number>()
  for (const { at, found } of sentencesThat(document, SINGLE_YEARS)) {
    if (titles.has(at)) continue
    for (const year of found) counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  return counts
}

/** Sentences that open with a year and tell what is to be done in it. */
const PLAN_LEADS = sentenceQuestion(({ canonical }) => {
  const match =
    /^((?:19|20)\d\d)年度?，(?:[\u4e00-\u9fff]{0,12}(?:将(?=[重继着全认坚紧围以按进抓努做扎切])|要(?=重点|着力|抓好|继续|坚持))|重点(?:做好|抓好)|着力抓好)/.exec(
      canonical,
    )
  return match === null || /已将|曾/.test(match[0]) ? [] : [{ year: Number(match[1]), text: canonical }]
})

/** What the plan of a summary opens with, told of the year summed up: 2024年，我局将重点抓好…… under 2025年工作计划. */
function* planLeads(document: ReportDocument) {
  const title = document.outline.titles.map(({ block }) => block.canonical).join('\n')
  const { kind, year: sum } = document.profile
  if (sum === undefined || kind !== 'annual' || PART_OF_A_YEAR.test(title)) return
  for (const { at, sentence, found } of sentencesThat(document, PLAN_LEADS)) {
    const [lead] = found
    if (lead?.year !== sum || lead.text.includes(String(sum + 1)) || !isInPlan(document, at)) continue
    const range = document.toDocument(at, rangeOf(sentence.start, sentence.start + 5))
    yield { range, messageId: 'plan-lead' as const, args: { right: sum + 1, sum, words: `${sum}年` } }
  }
}

const LEAD_YEAR = /^((?:19|20)\d\d)年度?，/

/** A lead that opens with a year before the one that the title sums up, and never names that. */
function* leadYear(document: ReportDocument) {
  const title = document.outline.titles.map(({ block }) => block.canonical).join('\n')
  const sum = Number(SUM_YEAR.exec(title)?.[1])
  if (Number.isNaN(sum) || document.profile.kind !== 'annual' || PART_OF_A_YEAR.test(title)) return
  const headings = new Set(document.outline.headings.map(({ at }) => at))
  for (const at of document.prose()) {
    if (document.outline.titles.includes(at) || at.block.canonical.length < LEAST_LEAD) continue
    const match = LEAD_YEAR.exec(at.block.canonical)
    if (match === null || headings.has(at) || Number(match[1]) >= sum || at.block.canonical.includes(`${sum}年`)) return
    yield { range: document.toDocument(at, rangeOf(0, 5)), messageId: 'lead' as const, args: { title: sum, words: `${match[1] as string}年` } }
    return
  }
}

/** Shorter lines are addressees and names. */
const LEAST_LEAD = 20

/** Titles and headings of plans whose year does not follow the year that the title sums up. */
function* planYears(document: ReportDocument, main: number | undefined) {
  const title = document.outline.titles.map(({ block }) => block.canonical).join('\n')
  const sum = Number(SUM_YEAR.exec(title)?.[1])
  if (Number.isNaN(sum) || new Set(yearsIn(title)).size > 2 || PART_OF_A_YEAR.test(title) || document.profile.kind !== 'annual') return
  const places = [
    ...document.outline.titles.map((at) => ({ at, from: (SUM_YEAR.exec(at.block.canonical)?.index ?? -1) + 4, to: at.block.canonical.length })),
    ...document.outline.headings
      .filter(({ title }) => PLAN_HEADING.test(title))
      .map(({ at }) => ({ at, from: 0, to: Math.min(at.block.canonical.length, 40) })),
  ]
  for (const { at, from, to } of places) {
    const match = PLAN_YEAR.exec(at.block.canonical.slice(Math.max(0, from), to))
    if (match === null || /总结|情况|回顾|完成/.test(match[0]) || PART_OF_A_YEAR.test(match[0])) continue
    const plan = Number(match[1])
    // where the text is of the year before the plan, it is the title's year that is wrong
    if (plan === sum + 1 || (main !== undefined && main !== sum && plan === main + 1 && opensWith(document, main))) continue
    const start = Math.max(0, from) + match.index
    yield { range: document.toDocument(at, rangeOf(start, start + 4)), messageId: 'plan' as const, args: { sum, plan, right: sum + 1 } }
  }
}

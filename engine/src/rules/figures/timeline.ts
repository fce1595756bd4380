import { formatMonth, monthNumber, yearOfMonth } from '../../document/date-calendar.js'
import { isInPlan, reportPeriodOf, type ReportPeriod } from '../../document/date-period.js'
import { evidenceOf, fiveYearPlansOf, timelineMentionsOf, type FiveYearPlanMention, type TimelineMention } from '../../document/date-timeline.js'
import { datesOf } from '../../document/date.js'
import { sentenceQuestion, sentencesThat, type AnsweredSentence, type Question } from '../../document/gathering.js'
import type { PositionedBlock } from '../../document/outline.js'
import type { ReportDocument } from '../../document/report-document.js'
import type { Sentence } from '../../document/sentence.js'
import { defineRule } from '../../linting/rule.js'
import type { TextRange } from '../../text/range.js'

interface Place<Mention extends TextRange> {
  readonly mention: Mention
  readonly at: PositionedBlock
  readonly sentence: Sentence
}

const AHEAD = /迎接|喜迎|迎|献礼|草案|征求意见|立法|编纂|审议|即将|筹备|召开前/
const FOLLOWING = /学习|贯彻|落实|宣传|领会|践行|围绕|以.{0,6}党的/
const LOOKING_BACK = /^[”’]?(?:规划|计划)?(?:以来|期间|时期|末|胜利召开以来|召开以来|之后|后|收官|圆满|任务完成|回顾|成果|取得|目标任务)/
const GOING_ON = /开展|推进|实施|做好|抓好|落实|加强|深化|扎实/
const ENDED = /成果|成效|以来|期间|回顾|长效|常态化机制|巩固|延续|曾|影响|冲击|防控措施优化|转段|[”’]?后|之后|获|评为/
const PREPARED = /编制|谋划|起草|制定/
const ROLE = /(开局之年|开局起步之年|第一年|收官之年|最后一年)/
const STALE = 24

type MessageId = 'not-yet' | 'stale-meeting' | 'plan-role' | 'plan-prepared' | 'campaign-over'

/** Meetings, plans, campaigns and terms out of their time tell that the years of a report were overwritten. */
export default defineRule<'document', MessageId>({
  id: 'figures/timeline',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '会议、规划、活动与报告年份对不上，年份疑似套改',
  summaryEn: 'Meetings, plans or campaigns out of the time of the report: its years may be overwritten',
  rationale:
    '会议有会期，五年规划有起止，主题教育有始终。报告里最新的会议是好几年前的，或者提到当时还没有的事，说明年份是套改的。回顾往年（“以来”“期间”）不在此列。',
  messages: {
    'not-yet': {
      what: '{name}是{date}以后才有的，而报告写的是{year}年。',
      advice: '核对报告年份；若年份无误，删去或改写这一处。',
      en: '{name} dates from {date}, but the report is about {year}.',
    },
    'stale-meeting': {
      what: '报告写的是{year}年，贯彻的最新会议却是{name}（{date}），其后的{next}（{nextDate}）等没有提到，年份疑似套改。',
      advice: '核对全文年份。{evidence}',
      en: 'The report is about {year}, yet the newest meeting it follows is {name} ({date}); {next} ({nextDate}) came after. {evidence}',
    },
    'plan-role': {
      what: '{plan}规划是{first}—{last}年，{role}应是{right}年，文中说的是{year}年。',
      advice: '核对年份或规划的名称。',
      en: '{plan} runs {first}–{last}; its {role} is {right}, not {year}.',
    },
    'plan-prepared': {
      what: '{plan}规划是{first}—{last}年，报告写的是{year}年，却写正在编制。',
      advice: '核对年份或规划的名称。',
      en: '{plan} runs {first}–{last}, yet a report of {year} tells of preparing it.',
    },
    'campaign-over': {
      what: '{name}到{date}已经结束，报告写的是{year}年。',
      advice: '核对是否由往年材料改写；若是回顾，写明时间。',
      severity: 'info',
      en: '{name} ended in {date}; the report is about {year}.',
    },
  },
  examples: [
    {
      title: '最新的会议是七年前的',
      text: '2022年上半年工作总结\n\n2022年上半年，我局深入贯彻党的十八大、⟦十八届四中、五中全会⟧精神，扎实工作。',
      reports: ['stale-meeting'],
    },
    {
      title: '当时还没有的会议、表述',
      text: '2021年工作总结\n\n2021年，我局深入学习⟦党的二十大⟧精神，弘扬⟦教育家精神⟧。',
      reports: ['not-yet', 'not-yet'],
      message: '党的二十大是2022年10月以后才有的，而报告写的是2021年。',
    },
    {
      title: '规划的年份',
      text: '2022年工作总结\n\n2022年是⟦“十四五”⟧规划的开局之年。完成了⟦“十三五”⟧教育系统投资项目编制。',
      reports: ['plan-role', 'plan-prepared'],
      message: '“十四五”规划是2021—2025年，开局之年应是2021年，文中说的是2022年。',
    },
    { title: '早已结束的活动', text: '2024年工作总结\n\n2024年，扎实开展⟦“两学一做”学习教育⟧。', reports: ['campaign-over'] },
    {
      title: '回顾、展望和题目',
      text: '2022年工作总结\n\n2022年，以习近平新时代中国特色社会主义思想为指导，自党的十八大以来教育面貌一新，“十三五”期间完成改造，喜迎党的二十大，学习党的十九届六中全会精神，巩固“两学一做”学习教育成果。《贯彻十八届五中全会精神的意见》继续有效。\n\n二、2023年工作打算\n\n谋划“十四五”中期评估。',
      reports: [],
    },
    {
      title: '规划的首年末年',
      text: '2020年工作总结和2021年工作计划\n\n2020年是“十三五”收官之年，编制“十四五”规划。\n\n二、2021年工作计划\n\n2021年是“十四五”开局之年。',
      reports: [],
    },
  ],
  reads: () => [MENTIONS.reading, PLANS.reading],
  readsAnyLine: true,
  *check(document) {
    const period = reportPeriodOf(document)
    if (period === undefined) return
    const places = placesOf(document, MENTIONS)
    for (const { mention, at, sentence } of places) {
      if (mention.from > period.latest && !AHEAD.test(sentence.canonical)) {
        yield {
          range: rangeIn(document, at, sentence, mention),
          messageId: 'not-yet',
          args: { name: mention.name, date: formatMonth(mention.from), year: period.year },
        }
      } else if (isOver(mention, sentence, period)) {
        yield {
          range: rangeIn(document, at, sentence, mention),
          messageId: 'campaign-over',
          args: { name: mention.name, date: formatMonth(mention.until ?? 0), year: period.year },
        }
      }
    }
    const plans = placesOf(document, PLANS)
    yield* staleMeeting(document, period, places, plans)
    for (const place of plans) yield* planSlips(document, period, place)
  },
})

const MENTIONS = sentenceQuestion(timelineMentionsOf)
const PLANS = sentenceQuestion(fiveYearPlansOf, /五/)

function placesOf<Mention extends TextRange>(document: ReportDocument, question: Question<readonly AnsweredSentence<Mention>[]>): Place<Mention>[] {
  const places: Place<Mention>[] = []
  for (const { at, sentence, found } of sentencesThat(document, question)) for (const mention of found) places.push({ mention, at, sentence })
  return places
}

function rangeIn(document: ReportDocument, at: PositionedBlock, sentence: Sentence, { start, end }: TextRange): TextRange {
  return document.toDocument(at, { start: sentence.start + start, end: sentence.start + end })
}

/** Whether a campaign that ended more than a year before the report is told as going on. */
function isOver(mention: TimelineMention, { canonical }: Sentence, period: ReportPeriod): boolean {
  if (mention.kind !== 'campaign' || mention.until === undefined || mention.until + 12 >= period.first) return false
  const clause = canonical.slice(Math.max(0, mention.start - 24), mention.end + 16)
  return GOING_ON.test(clause) && !ENDED.test(clause)
}

/** Whether a sentence follows the spirit of a meeting, not looks back on it. */
function isFollowed({ mention, sentence: { canonical } }: Place<TimelineMention>): boolean {
  return (
    mention.kind === 'meeting' &&
    FOLLOWING.test(canonical.slice(0, mention.start)) &&
    canonical.slice(mention.end, mention.end + 40).includes('精神') &&
    !LOOKING_BACK.test(canonical.slice(mention.end))
  )
}

function* staleMeeting(
  document: ReportDocument,
  period: ReportPeriod,
  places: readonly Place<TimelineMention>[],
  plans: readonly Place<FiveYearPlanMention>[],
) {
  const followed = places.filter(isFollowed).sort((a, b) => b.mention.from - a.mention.from)
  const newest = followed[0]
  if (newest === undefined || newest.mention.until === undefined || newest.mention.until + STALE > period.first) return
  const { mention, at, sentence } = newest
  const prepared = plans.filter((plan) => PREPARED.test(plan.sentence.canonical.slice(plan.mention.end))).map((plan) => plan.mention)
  const { clues, from, until } = evidenceOf(
    mention,
    places.map((place) => place.mention),
    prepared,
  )
  const guess = from === undefined || until === undefined ? '' : `，合起来像是${formatMonth(from)}至${formatMonth(until)}的材料`
  yield {
    range: rangeIn(document, at, sentence, mention),
    messageId: 'stale-meeting' as const,
    args: {
      year: period.year,
      name: mention.name,
      date: formatMonth(mention.from),
      next: mention.next ?? '',
      nextDate: formatMonth(mention.until ?? 0),
      evidence: `文中线索：${clues.join('、')}${guess}。`,
    },
  }
}

function* planSlips(document: ReportDocument, period: ReportPeriod, { mention, at, sentence }: Place<FiveYearPlanMention>) {
  const after = sentence.canonical.slice(mention.end, mention.end + 24).split(/[，。；]/)[0] ?? ''
  const { name, first, last } = mention
  const range = rangeIn(document, at, sentence, mention)
  const role = ROLE.exec(after)?.[1]
  if (role !== undefined) {
    const right = /收官|最后/.test(role) ? last : first
    const stated = datesOf(sentence).find(({ year, end }) => year !== undefined && end <= mention.start && mention.start - end < 8)?.year
    const year = stated ?? (isInPlan(document, at) ? undefined : period.year)
    const isRight = stated === undefined ? right >= period.year - 1 && right <= yearOfMonth(period.latest) + 1 : stated === right
    if (year !== undefined && !isRight) yield { range, messageId: 'plan-role' as const, args: { plan: name, first, last, role, right, year } }
  } else if (PREPARED.test(after) && !LOOKING_BACK.test(after) && (period.first > monthNumber(first + 2, 12) || period.latest < monthNumber(first - 3, 1))) {
    yield { range, messageId: 'plan-prepared' as const, args: { plan: name, first, last, year: period.year } }
  }
}

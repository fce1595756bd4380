import { parseOrdinalNumeral } from '../../document/chinese-numeral.js'
import { yearOfMonth } from '../../document/date-calendar.js'
import { isInPlan, reportPeriodOf, type ReportPeriod } from '../../document/date-period.js'
import { isInTitle } from '../../document/date-timeline.js'
import { sentenceQuestion, sentencesThat } from '../../document/gathering.js'
import type { PositionedBlock } from '../../document/outline.js'
import type { ReportDocument } from '../../document/report-document.js'
import { datesOf } from '../../document/date.js'
import { TIMELINE } from '../../lexicon/lexicon.generated.js'
import { defineRule } from '../../linting/rule.js'
import { matchesOf } from '../../text/matches.js'

const NUMERAL = '(\\d{1,3}|[一二三四五六七八九十百零]{1,6})'
const alternatives = (list: readonly { readonly names: readonly string[] }[]): string =>
  list
    .flatMap(({ names }) => names)
    .sort((a, b) => b.length - a.length)
    .join('|')
const ANNIVERSARY = new RegExp(`(${alternatives(TIMELINE.anniversaries)})(?:的)?${NUMERAL}周年(?!大会|以来|讲话)`, 'g')
const DAY = new RegExp(`第${NUMERAL}(?:个|届)[“‘]?(${alternatives(TIMELINE.days)})`, 'g')
/** What looks ahead to the year after: 筹备……, 今年 in a report written in January. */
const AHEAD = /筹备|筹划|谋划|策划|启动|准备|将|拟|今年|明年|来年|下一?年|新的一年|即将|计划/
/** What looks back to the year before. */
const BACK = /去年|上一?年|前年|往年|以来|回顾|学年|曾|延续|巩固|期间|(?:19|20)\d\d年/
const YEAR_SAID = /((?:19|20)\d\d)年(?:是|适逢|正值|恰逢|迎来|为)[^，。；]{0,12}$/

/** 建党99周年 in 2024, 第38个教师节 in 2024: the count must fit the year. */
export default defineRule<'document', 'wrong' | 'elsewhere'>({
  id: 'figures/anniversary',
  scope: 'document',
  severity: 'error',
  source: 'arithmetic',
  summary: '周年数、节日届次与年份对不上',
  summaryEn: 'The count of an anniversary or a day disagrees with the year',
  rationale: '周年数等于当年减去起始年，第几个教师节等于当年减去1984，都可以推算。对不上，多半是套用往年材料时漏改。',
  messages: {
    wrong: {
      what: '{year}年应是{right}（{year}－{base}＝{count}），文中写作“{written}”。',
      advice: '核对周年数和年份。',
      en: 'In {year} it is {right} ({year} − {base} = {count}), not “{written}”.',
    },
    elsewhere: {
      what: '“{written}”是{real}年（{base}＋{said}＝{real}），而报告写的是{year}年。',
      advice: '核对是否由往年材料改写；{year}年应是{right}。',
      severity: 'warning',
      en: '“{written}” was in {real} ({base} + {said}), but the report is about {year} ({right} expected).',
    },
  },
  examples: [
    {
      title: '句中写明了年份',
      text: '2024年工作总结\n\n2024年是⟦新中国成立70周年⟧，全区组织主题活动。',
      reports: ['wrong'],
      message: '2024年应是新中国成立75周年（2024－1949＝75），文中写作“新中国成立70周年”。',
    },
    {
      title: '与报告年份对不上',
      text: '2024年工作总结\n\n隆重庆祝⟦第36个教师节⟧，组织庆祝⟦建党一百周年⟧活动。',
      reports: ['elsewhere', 'elsewhere'],
      message: '“第36个教师节”是2020年（1984＋36＝2020），而报告写的是2024年。',
    },
    {
      title: '下一年的周年写进了总结',
      text: '2024年上半年工作总结\n\n2024年上半年，社区推进各项工作，各项任务按期完成，群众比较满意，现将有关情况和下半年的打算报告如下，请予审议。\n\n一、主要工作\n正文。\n\n二、下半年工作计划\n围绕⟦国庆七十六周年⟧开展文艺汇演。',
      reports: ['elsewhere'],
    },
    {
      title: '总结里的教师节',
      text: '2024年工作总结\n\n隆重庆祝⟦第41个教师节⟧，表彰优秀教师36名。',
      reports: ['elsewhere'],
      message: '“第41个教师节”是2025年（1984＋41＝2025），而报告写的是2024年。',
    },
    {
      title: '上一年的周年、届次写进了全年总结',
      text: '2024年工作总结\n\n今年是⟦中华人民共和国成立74周年⟧，全县组织歌咏活动。开展⟦第22个安全生产月⟧活动。',
      reports: ['elsewhere', 'elsewhere'],
    },
    {
      title: '下一年的计划、写作当年',
      text: '2024年工作总结\n\n2024年，全区推进各项工作，各项任务按期完成，群众比较满意，现将有关情况和下一年的打算报告如下，请予审议并提出宝贵意见。\n\n一、主要工作\n今年是新中国成立76周年，任务更重。\n\n二、2025年工作打算\n办好国庆76周年文艺汇演，庆祝第41个教师节。',
      reports: [],
    },
    {
      title: '对得上，上一年的，下一年的，回顾的',
      text: '2024年工作总结\n\n2024年是新中国成立75周年，庆祝第40个教师节，2019年是新中国成立70周年，2017年组织庆祝建军90周年时立项，学习庆祝中国共产党成立100周年大会精神，筹备建党104周年活动，落实《庆祝建党95周年方案》。',
      reports: [],
    },
  ],
  reads: () => [COUNTS.reading],
  readsAnyLine: true,
  *check(document) {
    const period = reportPeriodOf(document)
    for (const { at, sentence, found } of sentencesThat(document, COUNTS)) {
      for (const { index, written, base, said, right } of found) {
        if (isInTitle(sentence.canonical, index) || datesOf(sentence).some(({ year }) => year === base + said)) continue
        const stated = Number(YEAR_SAID.exec(sentence.canonical.slice(0, index))?.[1])
        const year = Number.isNaN(stated) ? period?.year : stated
        if (
          year === undefined ||
          (Number.isNaN(stated) ? period === undefined || fits(base + said, period, viewOf(document, at, sentence.canonical)) : base + said === year)
        )
          continue
        yield {
          range: document.toDocument(at, { start: sentence.start + index, end: sentence.start + index + written.length }),
          messageId: Number.isNaN(stated) ? 'elsewhere' : 'wrong',
          args: { year, base, count: year - base, right: right(year - base), written, said, real: base + said },
        }
      }
    }
  },
})

/** Whether a year is that of the report or one that it looks back or forward to. */
function fits(year: number, period: ReportPeriod, { isBack, isAhead }: { readonly isBack: boolean; readonly isAhead: boolean }): boolean {
  return year >= yearOfMonth(period.first) - (isBack ? 1 : 0) && year <= (isAhead ? yearOfMonth(period.latest) + 1 : yearOfMonth(period.last))
}

/** Whether a sentence may speak of the year before: only a year's own summary that says nothing of it does not. */
function looksBack({ profile }: ReportDocument, sentence: string): boolean {
  return profile.kind !== 'annual' || BACK.test(sentence)
}

/** Whether a sentence may speak of the year after: a plan does, but that of a half-year report ends with its year. */
function looksAhead(document: ReportDocument, at: PositionedBlock, sentence: string): boolean {
  const { kind } = document.profile
  if (AHEAD.test(sentence) || (kind !== 'annual' && kind !== 'half-year')) return true
  return kind === 'annual' && isInPlan(document, at)
}

function viewOf(document: ReportDocument, at: PositionedBlock, sentence: string): { isBack: boolean; isAhead: boolean } {
  return { isBack: looksBack(document, sentence), isAhead: looksAhead(document, at, sentence) }
}

const COUNTS = sentenceQuestion(({ canonical }) => [...countsIn(canonical)], /周年|第[\d一二三四五六七八九十百零]/)

function* countsIn(text: string) {
  for (const match of matchesOf(ANNIVERSARY, text)) {
    const name = match[1] as string
    yield {
      index: match.index,
      written: match[0],
      base: baseOf(TIMELINE.anniversaries, name),
      said: valueOf(match[2] as string),
      right: (count: number) => `${name}${count}周年`,
    }
  }
  for (const match of matchesOf(DAY, text)) {
    const name = match[2] as string
    yield {
      index: match.index,
      written: match[0],
      base: baseOf(TIMELINE.days, name),
      said: valueOf(match[1] as string),
      right: (count: number) => `第${count}个${name}`,
    }
  }
}

function baseOf(list: readonly { readonly names: readonly string[]; readonly base: number }[], name: string): number {
  return list.find(({ names }) => names.includes(name))?.base ?? 0
}

function valueOf(numeral: string): number {
  return /^\d/.test(numeral) ? Number(numeral) : parseOrdinalNumeral(numeral)
}

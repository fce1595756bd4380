import { parseOrdinalNumeral } from '../../document/chinese-numeral.js'
import { yearOfMonth } from '../../document/date-calendar.js'
import { reportPeriodOf, type ReportPeriod } from '../../document/date-period.js'
import { isInTitle } from '../../document/date-timeline.js'
import { datesOf } from '../../document/date.js'
import { TIMELINE } from '../../lexicon/lexicon.generated.js'
import { defineRule } from '../../linting/rule.js'

const NUMERAL = '(\\d{1,3}|[一二三四五六七八九十百零]{1,6})'
const alternatives = (list: readonly { readonly names: readonly string[] }[]): string => list.flatMap(({ names }) => names).sort((a, b) => b.length - a.length).join('|')
const ANNIVERSARY = new RegExp(`(${alternatives(TIMELINE.anniversaries)})(?:的)?${NUMERAL}周年(?!大会|以来|讲话)`, 'g')
const DAY = new RegExp(`第${NUMERAL}(?:个|届)(${alternatives(TIMELINE.days)})`, 'g')
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
    wrong: { what: '{year}年应是{right}（{year}－{base}＝{count}），文中写作“{written}”。', advice: '核对周年数和年份。', en: 'In {year} it is {right} ({year} − {base} = {count}), not “{written}”.' },
    elsewhere: { what: '“{written}”是{real}年（{base}＋{said}＝{real}），而报告写的是{year}年。', advice: '核对是否由往年材料改写；{year}年应是{right}。', severity: 'warning', en: '“{written}” was in {real} ({base} + {said}), but the report is about {year} ({right} expected).' },
  },
  examples: [
    { title: '句中写明了年份', text: '2024年工作总结\n\n2024年是⟦新中国成立70周年⟧，全区组织主题活动。', reports: ['wrong'], message: '2024年应是新中国成立75周年（2024－1949＝75），文中写作“新中国成立70周年”。' },
    { title: '与报告年份对不上', text: '2024年工作总结\n\n隆重庆祝⟦第36个教师节⟧，组织庆祝⟦建党一百周年⟧活动。', reports: ['elsewhere', 'elsewhere'], message: '“第36个教师节”是2020年（1984＋36＝2020），而报告写的是2024年。' },
    { title: '对得上，上一年的，下一年的，回顾的', text: '2024年工作总结\n\n2024年是新中国成立75周年，庆祝第40个教师节，2019年是新中国成立70周年，2017年组织庆祝建军90周年时立项，学习庆祝中国共产党成立100周年大会精神，筹备建党104周年活动，落实《庆祝建党95周年方案》。', reports: [] },
  ],
  *check(document) {
    const period = reportPeriodOf(document)
    for (const { at, sentence } of document.sentences()) {
      for (const { index, written, base, said, right } of countsIn(sentence.canonical)) {
        if (isInTitle(sentence.canonical, index) || datesOf(sentence).some(({ year }) => year === base + said)) continue
        const stated = Number(YEAR_SAID.exec(sentence.canonical.slice(0, index))?.[1])
        const year = Number.isNaN(stated) ? period?.year : stated
        if (year === undefined || (Number.isNaN(stated) ? fits(base + said, period) : base + said === year)) continue
        yield {
          range: document.toDocument(at, { start: sentence.start + index, end: sentence.start + index + written.length }),
          messageId: Number.isNaN(stated) ? 'elsewhere' : 'wrong',
          args: { year, base, count: year - base, right: right(year - base), written, said, real: base + said },
        }
      }
    }
  },
})

/** Whether a year is that of the report, the one before or one that it looks forward to. */
function fits(year: number, period: ReportPeriod | undefined): boolean {
  return period === undefined || (year >= yearOfMonth(period.first) - 1 && year <= yearOfMonth(period.latest) + 1)
}

function* countsIn(text: string) {
  for (const match of text.matchAll(ANNIVERSARY)) {
    const name = match[1] as string
    yield { index: match.index, written: match[0], base: baseOf(TIMELINE.anniversaries, name), said: valueOf(match[2] as string), right: (count: number) => `${name}${count}周年` }
  }
  for (const match of text.matchAll(DAY)) {
    const name = match[2] as string
    yield { index: match.index, written: match[0], base: baseOf(TIMELINE.days, name), said: valueOf(match[1] as string), right: (count: number) => `第${count}个${name}` }
  }
}

function baseOf(list: readonly { readonly names: readonly string[]; readonly base: number }[], name: string): number {
  return list.find(({ names }) => names.includes(name))?.base ?? 0
}

function valueOf(numeral: string): number {
  return /^\d/.test(numeral) ? Number(numeral) : parseOrdinalNumeral(numeral)
}

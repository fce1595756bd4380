import { reportPeriodOf } from '../../document/date-period.js'
import { sentenceQuestion, sentencesThat } from '../../document/gathering.js'
import { defineRule } from '../../linting/rule.js'
import { matchesOf } from '../../text/matches.js'

const SHORT =
  /(?<![\d.\-—～~至第近约达超逾满连续前过后历时为期])(\d\d)年(?=度(?![过假])|底(?![蕴色子气薪数线层部])|末|上半年|下半年|初(?![中级步期始心])|(?:0?[1-9]|1[0-2])月)/g

/** Years of two digits in one sentence; kept with it. */
const SHORT_YEARS = sentenceQuestion(({ canonical }) => matchesOf(SHORT, canonical), /\d\d年/)

/** 24年度: a year is written with four digits. */
export default defineRule<'document', 'short'>({
  id: 'figures/year-two-digits',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 15835',
  summary: '年份只写了两位数字',
  summaryEn: 'A year of two digits',
  rationale: 'GB/T 15835—2011第5.1.2条规定年份应写全四位数字，不简写；“24年”还会被读成二十四个年头。',
  messages: { short: { what: '年份写成了“{short}年”。', advice: '写全四位：“{full}年”。', en: 'The year is written “{short}年”.' } },
  examples: [
    {
      title: '年度、月份',
      text: '2024年工作总结\n\n完成⟦24⟧年度考核，⟦23⟧年12月启动项目。',
      reports: ['short', 'short'],
      message: '年份写成了“24年”。',
      fixed: '2024年工作总结\n\n完成2024年度考核，23年12月启动项目。',
    },
    {
      title: '时间的长短和写全的年份',
      text: '2024年工作总结\n\n连续24年开展评选，建校20年来，从教30年以上教师25人，2024年底完成，2023—24年度结转，从教25年底蕴深厚，坚守24年初心不改，第24年度报告。',
      reports: [],
    },
  ],
  reads: () => [SHORT_YEARS.reading],
  *check(document, { say }) {
    const period = reportPeriodOf(document)
    if (period === undefined) return
    for (const { at, sentence, found } of sentencesThat(document, SHORT_YEARS)) {
      for (const match of found) {
        const short = match[1] as string
        const full = 2000 + Number(short)
        if (Math.abs(full - period.year) > 2) continue
        const start = sentence.start + match.index
        const range = document.toDocument(at, { start, end: start + 2 })
        yield {
          range,
          messageId: 'short',
          args: { short, full },
          fixes: [{ title: say(`改为“${full}年”`, `Change to “${full}年”`), safety: 'unsafe', edits: [{ ...range, newText: String(full) }] }],
        }
      }
    }
  },
})

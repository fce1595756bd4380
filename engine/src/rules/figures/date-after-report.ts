import { formatMonth, monthNumber } from '../../document/date-calendar.js'
import { isInPlan, reportPeriodOf } from '../../document/date-period.js'
import { isInTitle } from '../../document/date-timeline.js'
import { datesOf, HAS_DATE } from '../../document/date.js'
import { sentenceQuestion, sentencesThat } from '../../document/gathering.js'
import { defineRule } from '../../linting/rule.js'
import type { Sentence } from '../../document/sentence.js'

const AS_OF = /截[至止](?!日期|时间|期限)到?[^，。；]{0,4}$/
const DONE = /^[^，。；]{0,4}，?[^，。；]{0,24}(?:完成了|已完成|已经|荣获|获评|召开了|举办了|开展了|通过了|顺利通过|印发了|圆满)/
const AHEAD =
  /将|拟|计划|预计|力争|争取|确保|目标|底前|年前|以前|之前|前完成|到期|去年|上年|规划|打算|即将|有效期|届时|可望|有望|期限|合同|贷款|租期|任期|届满|质保|后可/
/** 取缔213个: an act with its result, told as done where no word says so. */
const RESULT = /^份?[^。；]{0,40}(?:取缔|查处|拆除|整改|培训|检查|发放|清理|清运|评选|新增|排查|投入|改造|受理|办理|走访|慰问)了?[^，。；\d]{0,10}\d/
const START = /(?:^|[，。；：、）]) ?$/
const NOT_THEN = /^份?(?:[初中底]|\d{1,2}日)?(?:[起前秋汛]|开学|入学|招生|交付|施行|实施|投入)/

/** A report of 2024 that says 截至2026年5月, a half-year report that tells of September as done. */
export default defineRule<'document', 'as-of' | 'done'>({
  id: 'figures/date-after-report',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '已完成的事情晚于报告所述时期',
  summaryEn: 'Something done is dated after the time of the report',
  rationale: '总结写的是已经过去的事。“截至”的日期、已经完成的事项的日期晚于报告所述时期，不是日期写错，就是年份套改时漏改。',
  messages: {
    'as-of': {
      what: '“截至{date}”晚于报告所述时期：本报告写的是{year}年{half}。',
      advice: '核对截止日期和报告年份。',
      en: '“{date}” is later than the time of this report ({year}{half}).',
    },
    done: {
      what: '“{date}”的事写成已完成，而本报告写的是{year}年{half}。',
      advice: '核对日期；若是计划，改为将来的写法。',
      en: '“{date}” is told as done, but the report is about {year}{half}.',
    },
  },
  examples: [
    {
      title: '截至的日期在报告之后',
      text: '2024年工作总结\n\n截至⟦2025年10月⟧，全区完成改造任务32项。',
      reports: ['as-of'],
      message: '“截至2025年10月”晚于报告所述时期：本报告写的是2024年。',
    },
    { title: '半年总结写到九月已完成', text: '2024年上半年工作总结\n\n⟦9月⟧，完成了三所学校的食堂改造。截至⟦9月底⟧，开工率90%。', reports: ['done', 'as-of'] },
    { title: '半年总结写八月的成果', text: '2024年上半年工作总结\n\n⟦8月份⟧开展夜市整治，查处占道摊点46处。', reports: ['done'] },
    {
      title: '岁末年初、将来的事、上年的事',
      text: '2024年工作总结\n\n截至2024年12月31日，完成30项；截至2025年1月10日，全部销号。2026年6月前将完成了结工作。去年9月完成了验收。\n\n二、2025年工作计划\n到2027年9月，完成了的项目占八成。',
      reports: [],
    },
    {
      title: '半年总结里写七月',
      text: '2024年上半年工作总结\n\n截至7月5日，开工率90%。8月份将开展夜市整治，查处占道摊点。7月2日，走访企业12家。9月底前完成了结。计划10月培训村医26名。11月，参加全县竞赛，培训选手6名。2023年9月，完成了三所学校的改造。9月开学准备已经就绪，为12月迎检完成了自查。申报截止日期为11月30日。截至8月31日的体检预约已满。',
      reports: [],
    },
  ],
  reads: () => [DATES.reading],
  readsAnyLine: true,
  *check(document) {
    const period = reportPeriodOf(document)
    if (period === undefined) return
    const isHalf = document.profile.kind === 'half-year'
    for (const { at, sentence, found } of sentencesThat(document, DATES)) {
      for (const { start, end, year, month } of found) {
        if (!isLate(year, month, period, isHalf) || isInTitle(sentence.canonical, start)) continue
        const messageId = readingOf(sentence, start, end)
        if (messageId === undefined || isInPlan(document, at)) continue
        // 计划9月培训村医。11月参加竞赛，培训选手6名: the paragraph has gone over to what is to come
        if (messageId === 'done' && year === undefined && TO_COME.test(at.block.canonical.slice(0, sentence.start))) continue
        const stop = messageId === 'as-of' && '底末'.includes(sentence.canonical[end] ?? ' ') ? end + 1 : end
        yield {
          range: document.toDocument(at, { start: sentence.start + start, end: sentence.start + stop }),
          messageId,
          args: { date: sentence.canonical.slice(start, stop), year: period.year, half: isHalf ? '上半年' : '', latest: formatMonth(period.latest) },
        }
      }
    }
  },
})

const TO_COME = /(?<!上级|规划和|年度)计划|拟于|拟在|将[于在开组举继]|预计|下半年|下一步|后续/

/** A month without a year is late only in a half-year report, from August on: its writers run into July. */
const DATES = sentenceQuestion(datesOf, HAS_DATE)

function isLate(year: number | undefined, month: number | undefined, period: { readonly year: number; readonly latest: number }, isHalf: boolean): boolean {
  if (year !== undefined) return monthNumber(year, month ?? 1) > period.latest
  return isHalf && month !== undefined && month > 7 && month <= 12
}

function readingOf(sentence: Sentence, start: number, end: number): 'as-of' | 'done' | undefined {
  const { canonical } = sentence
  if (AHEAD.test(canonical) || datesOf(sentence).some((date) => date.start < start && date.year !== undefined)) return undefined
  // 截至8月31日的预约已满: a term that runs on
  if (AS_OF.test(canonical.slice(Math.max(0, start - 8), start))) return /^[底末]?的(?!数据|统计)/.test(canonical.slice(end, end + 5)) ? undefined : 'as-of'
  const rest = canonical.slice(end, end + 40)
  return START.test(canonical.slice(0, start)) && (DONE.test(rest) || RESULT.test(rest)) && !NOT_THEN.test(rest) ? 'done' : undefined
}

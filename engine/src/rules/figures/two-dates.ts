import { defineRule } from '../../linting/rule.js'
import { matchesOf } from '../../text/matches.js'

const TWO_DATES = /(?:^|[，。；、])((?:20\d\d年)?(\d{1,2})月(\d{1,2})日)，?由[^，。；]{2,16}，[^。；]{0,60}?(于(?:20\d\d年)?(\d{1,2})月(\d{1,2})日)/g

/** 9月28日由某局牵头，……于9月29日组成检查组: one act, two dates. */
export default defineRule<'sentence', 'two'>({
  id: 'figures/two-dates',
  scope: 'sentence',
  severity: 'info',
  source: 'practice',
  summary: '一件事写了两个日期',
  summaryEn: 'One act carries two dates',
  rationale: '一句话里同一主语的一件事，句首一个日期，后面又“于”另一个日期，读者不知道以哪个为准，多半是两稿拼接所致。',
  messages: {
    two: {
      what: '同一件事先写“{first}”，又写“{second}”。',
      advice: '核对以哪个日期为准；若是两件事，分成两句写。',
      en: 'One act is dated “{first}” and again “{second}”.',
    },
  },
  examples: [
    {
      title: '句首和句中各一个日期',
      text: '2024年工作总结\n\n5月8日由区应急局牵头，联合公安、消防等部门⟦于5月9日⟧组成两个检查组开展排查。',
      reports: ['two'],
      message: '同一件事先写“5月8日”，又写“于5月9日”。',
    },
    {
      title: '两件事、同一天',
      text: '2024年工作总结\n\n5月8日由区应急局牵头召开会议；各组于5月9日出动。6月1日由区教育局牵头，相关部门于6月1日集中检查。',
      reports: [],
    },
  ],
  triggers: ['，由', '日由'],
  *check({ canonical }) {
    for (const match of matchesOf(TWO_DATES, canonical)) {
      const [whole, first, month1, day1, second, month2, day2] = match as unknown as [string, string, string, string, string, string, string]
      if (month1 === month2 && day1 === day2) continue
      const end = match.index + whole.length
      yield { range: { start: end - second.length, end }, messageId: 'two', args: { first, second } }
    }
  },
})

import { isInTitle } from '../../document/date-timeline.js'
import { datesOf } from '../../document/date.js'
import { defineRule } from '../../linting/rule.js'

/** 12月30号, 2024年05月06日 in running text. */
export default defineRule<'sentence', 'day' | 'padded'>({
  id: 'figures/date-style',
  scope: 'sentence',
  severity: 'info',
  source: 'practice',
  summary: '正文日期写“号”，或者月、日编了虚位',
  summaryEn: 'A date written with 号, or with zeros in front of month or day',
  rationale: '公文里日期写“×月×日”，“号”是口语；月、日前面不补零，同成文日期一致。表格、编号里的日期不在此列。',
  messages: {
    day: { what: '“{written}”是口语的写法，公文写“{right}”。', advice: '改为“{right}”。', en: '“{written}” is spoken language; write “{right}”.' },
    padded: { what: '日期不补零，“{written}”应为“{right}”。', advice: '改为“{right}”。', en: 'Dates take no zeros in front: “{right}”, not “{written}”.' },
  },
  examples: [
    {
      title: '“号”和补零',
      text: '2024年工作总结\n\n⟦12月30号⟧召开会议，⟦2024年05月06日⟧下发通知。',
      reports: ['day', 'padded'],
      message: '“12月30号”是口语的写法，公文写“12月30日”。',
      fixed: '2024年工作总结\n\n12月30日召开会议，2024年05月06日下发通知。',
    },
    {
      title: '写对了的，楼号、文件题目、单独的月份',
      text: '2024年工作总结\n\n12月30日召开会议，5月8号楼交付，印发《2024年05月06日会议纪要》，10月、11月连续调度，12月20号台风登陆时无人伤亡。',
      reports: [],
    },
  ],
  triggers: ['月'],
  *check(sentence, { say }) {
    const { canonical, text } = sentence
    if (/^ ?[一二12]\S{0,20} ?$/.test(canonical)) return
    for (const { start, end, year, month, day } of datesOf(sentence)) {
      if (month === undefined || day === undefined || isInTitle(canonical, start)) continue
      const written = text.slice(start, end)
      const isSpoken = written.endsWith('号')
      if (isSpoken ? /^(?:[楼线院门机井地桥台令文车站矿泵炉]|工作面)/.test(canonical.slice(end)) : !/[年月]0\d/.test(written) && !/^0\d/.test(written)) continue
      const right = `${year === undefined ? '' : `${year}年`}${month}月${day}日`
      yield {
        range: { start, end },
        messageId: isSpoken ? 'day' : 'padded',
        args: { written, right },
        fixes: [{ title: say(`改为“${right}”`, `Change to “${right}”`), safety: 'unsafe', edits: [{ start, end, newText: right }] }],
      }
    }
  },
})

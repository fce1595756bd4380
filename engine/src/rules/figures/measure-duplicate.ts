import { figuresOf } from '../../document/figure.js'
import { defineRule } from '../../linting/rule.js'

/** Two measure words that never stand together behind a number, and what may follow so that they are words of their own. */
const DOUBLED =
  /^(?:.{1,2}次数(?![据字量值])|[所家]个(?![人体别性])|个[名位](?![师校医家人次置])|名位(?![次置])|位名(?![师校医家人次字])|[名项]个(?![人体别性])|个项(?![目链圈次])|人名(?![单师员册录]))/

/** 400多所次数, 12所个: a measure word too many. */
export default defineRule<'sentence', 'doubled'>({
  id: 'figures/measure-duplicate',
  scope: 'sentence',
  severity: 'warning',
  source: 'practice',
  summary: '数字后面的量词重复',
  summaryEn: 'Two measure words behind one number',
  rationale: '一个数后面只用一个量词：“检查学校400多所次”或“检查400多次”，不说“400多所次数”；“12所”不说“12所个”。多出来的量词往往是改稿时没有删干净。',
  messages: { doubled: { what: '“{text}”的量词重复或多字。', advice: '只留一个量词，如“{plain}”。', en: '“{text}” has a measure word too many.' } },
  examples: [
    { title: '所次数', text: '2024年工作总结\n\n检查食堂⟦120多所次数⟧。', reports: ['doubled'] },
    { title: '个名', text: '2024年工作总结\n\n选派⟦12个名⟧骨干教师支教。', reports: ['doubled'] },
    {
      title: '一个量词',
      text: '2024年工作总结\n\n检查食堂120多所次，培训300人次，认定12个名师工作室，立项3个项目，引进5位名师，采集20人次数据，核对8名个人账户。',
      reports: [],
    },
  ],
  triggers: ['次数', '所个', '家个', '个名', '个位', '名位', '位名', '名个', '项个', '个项', '人名'],
  *check(sentence, { say }) {
    for (const figure of figuresOf(sentence)) {
      if (figure.kind !== 'count') continue
      const unitStart = figure.numeral.end
      const doubled = DOUBLED.exec(sentence.canonical.slice(unitStart, unitStart + 6))?.[0]
      if (doubled === undefined) continue
      const end = unitStart + doubled.length
      const plain = sentence.text.slice(figure.numeral.start, end - 1)
      const fix = { title: say(`改为“${plain}”`, `Write ${plain}`), safety: 'unsafe' as const, edits: [{ start: end - 1, end, newText: '' }] }
      yield {
        range: { start: figure.numeral.start, end },
        messageId: 'doubled',
        args: { text: sentence.text.slice(figure.numeral.start, end), plain },
        fixes: [fix],
      }
    }
  },
})

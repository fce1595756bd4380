import { figuresOf } from '../../document/figure.js'
import { defineRule } from '../../linting/rule.js'
import { matchesOf } from '../../text/matches.js'

/** 5至3家: two counts of one measure word; what falls (由6至4个) is no range. */
const REVERSED = /(?<![\d.年月日第由从降减至到—～])(\d{1,4})[至～](\d{1,4})(?:[家名个所项处件场篇门人]|人次)(?![月年级组班])/g

/** 10～20%, 9～16亿元: both ends of a range need their % or 万, or it may be read two ways. */
export default defineRule<'sentence', 'bare' | 'reversed'>({
  id: 'figures/range-units',
  scope: 'sentence',
  severity: 'warning',
  source: 'GB/T 15835',
  summary: '数值范围的前一个数漏了“%”“万”“亿”',
  summaryEn: 'The first end of a range lacks its % or 万',
  rationale:
    'GB/T 15835—2011规定，表示数值范围时，前后两个数值的计量单位可以省略前一个，但以不引起歧义为限；百分号和“万”“亿”不能省：“9～16亿”可以读成9到16亿，也可以读成9亿到16亿。',
  messages: {
    bare: { what: '“{range}”中前一个数后面漏了“{unit}”。', advice: '改为“{first}{unit}{mark}{second}”。', en: 'The first number of “{range}” lacks “{unit}”.' },
    reversed: { what: '“{range}”前一个数比后一个数大。', advice: '范围从小写到大，请核对两个数。', en: '“{range}” goes from the greater to the lesser.' },
  },
  examples: [
    { title: '范围倒写', text: '2024年工作总结\n\n明年新建社区食堂⟦6至4家⟧。', reports: ['reversed'] },
    {
      title: '由大变小、比分、跨年的月份不是范围',
      text: '2024年工作总结\n\n审批环节由6至4个压缩为3个，11月至3月组织冬训，11至3月供暖，以5—3获胜，教室调整为6至4班。',
      reports: [],
    },
    { title: '百分号', text: '2024年工作总结\n\n力争普惠率提高⟦3—5%⟧。', reports: ['bare'], fixed: '2024年工作总结\n\n力争普惠率提高3%—5%。' },
    { title: '万', text: '2024年工作总结\n\n每校补助⟦5～10万元⟧。', reports: ['bare'], fixed: '2024年工作总结\n\n每校补助5万～10万元。' },
    {
      title: '写全的，和不会误读的',
      text: '2024年工作总结\n\n提高3%—5%，每校补助5万—10万元，每校选派5—8名教师，3～6岁儿童入园，2024—2026年实施。',
      reports: [],
    },
  ],
  triggers: [...'-—–－~～至到'],
  *check(sentence, { say }) {
    for (const match of matchesOf(REVERSED, sentence.canonical)) {
      const [range, first, second] = match as unknown as [string, string, string]
      if (Number(first) > Number(second)) yield { range: { start: match.index, end: match.index + range.length }, messageId: 'reversed', args: { range } }
    }
    const figures = figuresOf(sentence)
    for (const [i, second] of figures.entries()) {
      const first = figures[i - 1]
      if (first?.kind !== 'plain' || second.approximation !== 'range' || first.multiplier !== '' || first.style !== 'arabic' || second.style !== 'arabic')
        continue
      const unit = second.kind === 'percentage' ? second.unit : second.multiplier
      if (unit === '' || /[十百千余多]/.test(unit) || second.value === undefined || first.value === undefined) continue
      const mark = sentence.text.slice(first.end, second.start)
      // 2023-24万: an upper end below the lower one is no range
      const end = second.numeral.end + (second.kind === 'percentage' ? second.unit.length : 0)
      if (!/^[-—–~～至到]{1,2}$/.test(mark) || first.value.compare(second.value) >= 0) continue
      const args = {
        unit,
        mark,
        first: sentence.text.slice(first.start, first.end),
        second: sentence.text.slice(second.numeral.start, second.end),
        range: sentence.text.slice(first.start, second.end),
      }
      const fix = {
        title: say(`在“${args.first}”后补“${unit}”`, `Insert ${unit}`),
        safety: 'unsafe' as const,
        edits: [{ start: first.end, end: first.end, newText: unit }],
      }
      yield { range: { start: first.start, end: Math.max(end, second.end) }, messageId: 'bare', args, fixes: [fix] }
    }
  },
})

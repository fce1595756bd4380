import { daysInMonth } from '../../document/date-calendar.js'
import { signatureOf, type SignedDate } from '../../document/signature.js'
import { defineRule } from '../../linting/rule.js'

type MessageId = 'chinese' | 'padded' | 'day' | 'form'

/** GB/T 9704—2012 came into force in July 2012; before, the date was written in Chinese numerals. */
const IN_FORCE = 2013

/** 2025年1月8日: the date under a document is in Arabic numerals, with 年月日, without zeros in front. */
export default defineRule<'document', MessageId>({
  id: 'structure/date-form',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 9704',
  summary: '落款的成文日期写法不对',
  summaryEn: 'The date under a document is written in another form',
  rationale:
    'GB/T 9704—2012第7.3.5.4条：成文日期中的数字用阿拉伯数字，将年、月、日标全，年份标全称，月、日不编虚位（即1不编为01）。2012年7月以前的公文用汉字书写，不在此列。',
  messages: {
    chinese: {
      what: '成文日期用阿拉伯数字，“{written}”应为“{right}”。',
      advice: '改为“{right}”。',
      en: 'The date takes Arabic numerals: “{right}”, not “{written}”.',
    },
    padded: {
      what: '成文日期的月、日不编虚位，“{written}”应为“{right}”。',
      advice: '改为“{right}”。',
      en: 'Month and day take no zero in front: “{right}”, not “{written}”.',
    },
    day: {
      what: '成文日期写“日”不写“号”，“{written}”应为“{right}”。',
      advice: '改为“{right}”。',
      en: 'The date is written with 日: “{right}”, not “{written}”.',
    },
    form: {
      what: '成文日期要写“年”“月”“日”，“{written}”应为“{right}”。',
      advice: '改为“{right}”。',
      en: 'The date is written with 年, 月 and 日: “{right}”, not “{written}”.',
    },
  },
  examples: [
    {
      title: '编了虚位',
      text: '2024年工作总结\n\n2024年，全镇推进各项工作。\n\n清溪镇人民政府\n⟦2025年01月08日⟧',
      reports: ['padded'],
      message: '成文日期的月、日不编虚位，“2025年01月08日”应为“2025年1月8日”。',
      fixed: '2024年工作总结\n\n2024年，全镇推进各项工作。\n\n清溪镇人民政府\n2025年1月8日',
    },
    { title: '写了“号”', text: '2024年工作总结\n\n2024年，全镇推进各项工作。\n\n清溪镇人民政府\n⟦2024年12月30号⟧', reports: ['day'] },
    {
      title: '汉字日期，单位在同一行',
      text: '2024年工作总结\n\n2024年，全镇推进各项工作。\n\n清溪镇人民政府 ⟦二〇二五年一月十二日⟧',
      reports: ['chinese'],
      message: '成文日期用阿拉伯数字，“二〇二五年一月十二日”应为“2025年1月12日”。',
    },
    { title: '用点隔开', text: '2024年工作总结\n\n2024年，全镇推进各项工作。\n\n清溪镇人民政府\n⟦2024.12.30⟧', reports: ['form'] },
    {
      title: '写对了的，没有写日的',
      text: '2024年工作总结\n\n2024年，全镇推进各项工作。2024年05月06日的台账编号为2024.05.06。\n\n清溪镇人民政府\n2025年1月8日',
      reports: [],
    },
    { title: '旧标准的汉字日期', text: '2010年工作总结\n\n2010年，全镇推进各项工作。\n\n清溪镇人民政府\n二〇一一年一月八日', reports: [] },
  ],
  reads: () => [],
  *check(document, { say }) {
    const { date } = signatureOf(document)
    if (date?.day === undefined || date.day < 1 || date.day > daysInMonth(date.month, date.year) || !/^(?:19|20)\d\d$/.test(String(date.year))) return
    const slip = slipOf(date)
    if (slip === undefined) return
    const right = `${date.year}年${date.month}月${date.day}日`
    const range = document.toDocument(date.at, date)
    const fixes = date.at.block.isVerbatim(date)
      ? [{ title: say(`改为“${right}”`, `Change to “${right}”`), safety: 'unsafe' as const, edits: [{ ...range, newText: right }] }]
      : []
    yield { range, messageId: slip, args: { written: date.text, right }, fixes }
  },
})

function slipOf({ text, year }: SignedDate): MessageId | undefined {
  if (/^[一二]/.test(text)) return year >= IN_FORCE ? 'chinese' : undefined
  if (!text.includes('年')) return /[.\-/]/.test(text) ? 'form' : undefined
  if (text.endsWith('号')) return 'day'
  return /\D0\d/.test(text) ? 'padded' : undefined
}

import { defineRule } from '../../linting/rule.js'
import { matchesOf } from '../../text/matches.js'

const YEARS = /(?<![\d-])((?:19|20)\d\d)年?(-{1,2}|－|~)(?=(?:19|20)\d\d(?:[年）》]|学年))/g
const QUANTITIES = /(?<![\d\-A-Za-z./])(\d{1,6}(?:\.\d{1,4})?%?)([\-－~]|--)(?=\d{1,6}(?:\.\d{1,4})?[%岁个名人所次天月周亩家项条处米公吨元万亿年])/g

/** A span of years takes 一字线, a span of quantities 浪纹线; the hyphen is for phone numbers and codes. */
export default defineRule<'sentence', 'years' | 'quantities'>({
  id: 'punctuation/range-mark',
  scope: 'sentence',
  severity: 'info',
  source: 'GB/T 15834',
  summary: '起止年份、数值范围用了半字线或英文波浪号',
  summaryEn: 'Hyphen or tilde in a span of years or quantities',
  rationale:
    'GB/T 15834—2011第4.13条：连接号有短横线、一字线、浪纹线三种。时间的起止用一字线“—”，数值范围用浪纹线“～”（或一字线）；短横线用于电话号码、产品型号和用阿拉伯数字表示的年月日。',
  messages: {
    years: { what: '起止年份之间用了“{mark}”。', advice: '改为一字线“—”。', en: '“{mark}” between years; use “—”.' },
    quantities: { what: '数值范围用了“{mark}”。', advice: '改为浪纹线“～”。', en: '“{mark}” in a range of quantities; use “～”.' },
  },
  examples: [
    {
      title: '起止年份',
      text: '2024年工作总结\n\n制定三年行动方案（2024⟦-⟧2026年）。',
      reports: ['years'],
      fixed: '2024年工作总结\n\n制定三年行动方案（2024—2026年）。',
    },
    { title: '数值范围', text: '2024年工作总结\n\n面向3⟦-⟧6岁儿童家庭开展指导20次，每次10⟦~⟧15人。', reports: ['quantities', 'quantities'] },
    {
      title: '电话、日期、型号、正确的连接号',
      text: '2024年工作总结\n\n热线0551-6123456，2024-05-06印发，配备TX-200型设备，服务3～6岁儿童，2024—2026年实施。',
      reports: [],
    },
  ],
  triggers: [...'-－~'],
  *check(sentence, { say }) {
    const { canonical } = sentence
    for (const [pattern, messageId, newText] of [
      [YEARS, 'years', '—'],
      [QUANTITIES, 'quantities', '～'],
    ] as const) {
      for (const match of matchesOf(pattern, canonical)) {
        const mark = match[2] as string
        const end = match.index + match[0].length
        const range = { start: end - mark.length, end }
        if (messageId === 'quantities' && /^(?:19|20)\d\d$/.test(match[1] as string)) continue
        yield {
          range,
          messageId,
          args: { mark },
          fixes: [{ title: say(`改为“${newText}”`, `Change to “${newText}”`), safety: 'safe', edits: [{ ...range, newText }] }],
        }
      }
    }
  },
})

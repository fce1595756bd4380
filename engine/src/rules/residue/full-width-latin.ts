import { defineRule } from '../../linting/rule.js'
import { unitsBetween } from '../../linting/triggers.js'
import { matchesOf } from '../../text/matches.js'

/** Full-width letters with the digits among them. ＸＸ is a mask, and one letter alone may be meant to be wide. */
const RUN = /[Ａ-Ｚａ-ｚ０-９][Ａ-Ｚａ-ｚ０-９＋－．／＆]{0,38}[Ａ-Ｚａ-ｚ０-９]/g
const WIDE_LETTER = /[Ａ-Ｚａ-ｚ]/
const MASK = /^[Ｘｘ０-９]+$/
const TO_HALF = 0xfee0

/** Full-width letters (ＧＤＰ, ５Ｇ): what a text editor or a conversion made of plain ones. */
export default defineRule<'block', 'wide'>({
  id: 'residue/full-width-latin',
  scope: 'block',
  severity: 'info',
  source: 'practice',
  summary: '全角的英文字母',
  summaryEn: 'Full-width Latin letters',
  rationale: '“ＧＤＰ”“５Ｇ”里的字母、数字各占一个汉字的位置，多是旧编辑软件或文字识别留下的，查找时搜不到，排版时断行不齐。字母和夹在字母间的数字用半角。',
  messages: { wide: { what: '“{words}”用了全角字母，应为“{right}”。', advice: '改为半角。', en: '“{words}” is in full-width letters; “{right}” is meant.' } },
  examples: [
    {
      title: '全角的缩略语',
      text: '2024年工作总结\n\n人均⟦ＧＤＰ⟧增长5%，建成⟦５Ｇ⟧基站12个。',
      reports: ['wide', 'wide'],
      message: '“ＧＤＰ”用了全角字母，应为“GDP”。',
      fixAll: true,
      fixed: '2024年工作总结\n\n人均GDP增长5%，建成5G基站12个。',
    },
    { title: '半角字母、全角占位符、单个字母', text: '2024年工作总结\n\n人均GDP增长5%，Ａ类企业12家，ＸＸ街道获奖。', reports: [] },
  ],
  triggers: [...unitsBetween(0xff21, 0xff3a), ...unitsBetween(0xff41, 0xff5a)],
  *check({ text }, { say }) {
    if (!WIDE_LETTER.test(text)) return
    for (const match of matchesOf(RUN, text)) {
      if (!WIDE_LETTER.test(match[0]) || MASK.test(match[0])) continue
      const right = [...match[0]].map((character) => String.fromCharCode(character.charCodeAt(0) - TO_HALF)).join('')
      const range = { start: match.index, end: match.index + match[0].length }
      yield {
        range,
        messageId: 'wide',
        args: { words: match[0], right },
        fixes: [{ title: say(`改为“${right}”`, `Change to “${right}”`), safety: 'safe', edits: [{ ...range, newText: right }] }],
      }
    }
  },
})

import { defineRule } from '../../linting/rule.js'
import { pairsOf } from '../../linting/triggers.js'
import { matchesOf } from '../../text/matches.js'

const YEAR = /(?<![百千万十零〇一二三四五六七八九\d])[一二][零〇Oo0○九][零〇Oo0○一二三四五六七八九]{2}(?=年)/g
const SIGNS = /[零Oo0○]/g

/** 二零二四年: in a year, zero is 〇; and a date is written in one kind of numerals. */
export default defineRule<'sentence', 'zero' | 'mixed'>({
  id: 'figures/year-chinese',
  scope: 'sentence',
  severity: 'warning',
  source: 'GB/T 15835',
  summary: '汉字年份的“〇”写错，或者与阿拉伯数字混用',
  summaryEn: 'A wrong zero in a year in Chinese numerals, or two kinds of numerals in one date',
  rationale: 'GB/T 15835—2011第5.2.3条：阿拉伯数字“0”有“零”“〇”两种汉字形式，用作计量时写“零”，用作编号（年份属于编号）时写“〇”；同一个日期里不混用两种数字。',
  messages: {
    zero: {
      what: '年份“{year}”里的“{sign}”应写“〇”。',
      advice: '改为“{right}年”，公文中一般写阿拉伯数字“{digits}年”。',
      en: 'In the year “{year}”, “{sign}” should be “〇”.',
    },
    mixed: { what: '“{date}”里汉字年份和阿拉伯数字混用。', advice: '统一写“{digits}年”。', en: '“{date}” mixes Chinese and Arabic numerals.' },
  },
  examples: [
    {
      title: '用了“零”',
      text: '2024年工作总结\n\n⟦二零二四⟧年，全区教育工作稳中有进。',
      reports: ['zero'],
      message: '年份“二零二四”里的“零”应写“〇”。',
      fixed: '2024年工作总结\n\n二〇二四年，全区教育工作稳中有进。',
    },
    { title: '用了字母', text: '2024年工作总结\n\n项目启动于⟦二O二三⟧年。', reports: ['zero'] },
    { title: '汉字的年、数字的月', text: '2024年工作总结\n\n⟦二〇二四年8月⟧，全面启动改造。', reports: ['mixed'] },
    { title: '写对了的，计数的', text: '2024年工作总结\n\n二〇二四年八月启动，一九九八年建校，连续二十四年评选，二零零八班参加。', reports: [] },
  ],
  triggers: pairsOf('一二', '零〇Oo0○九'),
  *check({ canonical }, { say }) {
    for (const match of matchesOf(YEAR, canonical)) {
      const year = match[0]
      const start = match.index
      const digits = Array.from(year, (sign) => ('零〇Oo0○'.includes(sign) ? '0' : String('〇一二三四五六七八九'.indexOf(sign)))).join('')
      if (!/^(?:19|20)/.test(digits)) continue
      const sign = year.match(SIGNS)?.[0]
      if (sign !== undefined) {
        const range = { start, end: start + year.length }
        const right = year.replace(SIGNS, '〇')
        yield {
          range,
          messageId: 'zero',
          args: { year, sign, right, digits },
          fixes: [{ title: say(`改为“${right}”`, `Change to “${right}”`), safety: 'unsafe', edits: [{ ...range, newText: right }] }],
        }
        continue
      }
      const month = /^年(\d{1,2})月/.exec(canonical.slice(start + year.length, start + year.length + 5))
      if (month !== null) {
        const end = start + year.length + month[0].length
        yield {
          range: { start, end },
          messageId: 'mixed',
          args: { date: canonical.slice(start, end), digits },
          fixes: [
            { title: say(`改为“${digits}年”`, `Change to “${digits}年”`), safety: 'unsafe', edits: [{ start, end: start + year.length, newText: digits }] },
          ],
        }
      }
    }
  },
})

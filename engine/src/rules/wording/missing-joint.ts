import { defineRule } from '../../linting/rule.js'
import { matchesOf } from '../../text/matches.js'

const MEETINGS = /(党的(?:十[五六七八九]|二十)大)(?=党的(?:十[五六七八九]|二十)届)|((?:十[五六七八九]|二十)届[一二三四五六七、和]{1,13}中全会)(?=党的|全国)/g

/** 党的十九大党的十九届四中全会: two meetings in a row need a 、 or 和 between. */
export default defineRule<'sentence', 'missing'>({
  id: 'wording/missing-joint',
  scope: 'sentence',
  severity: 'info',
  source: 'practice',
  summary: '并列的会议之间漏了顿号或“和”',
  summaryEn: 'No mark and no 和 between two meetings named in a row',
  rationale: '并列的会议之间要用顿号或“和”隔开。连在一起多半是复制时丢了标点。',
  messages: { missing: { what: '“{before}”和后面的会议之间漏了顿号或“和”。', advice: '补上顿号或“和”。', en: 'A mark or 和 is missing behind “{before}”.' } },
  examples: [
    {
      title: '连在一起',
      text: '2024年工作总结\n\n贯彻⟦党的二十大⟧党的二十届三中全会精神。',
      reports: ['missing'],
      fixed: '2024年工作总结\n\n贯彻党的二十大和党的二十届三中全会精神。',
    },
    {
      title: '隔开的',
      text: '2024年工作总结\n\n贯彻党的二十大和党的二十届三中全会精神，学习党的二十大、二十届二中、三中全会精神，党的二十大党代表宣讲。',
      reports: [],
    },
  ],
  triggers: ['大党', '会党', '会全'],
  *check({ canonical }, { say }) {
    for (const { index, 0: before } of matchesOf(MEETINGS, canonical)) {
      const end = index + before.length
      yield {
        range: { start: index, end },
        messageId: 'missing',
        args: { before },
        fixes: [{ title: say('补上“和”', 'Add 和'), safety: 'unsafe', edits: [{ start: end, end, newText: '和' }] }],
      }
    }
  },
})

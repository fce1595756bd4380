import { defineRule } from '../../linting/rule.js'
import { matchesOf } from '../../text/matches.js'

const SESSION =
  /(?<![第\d.近续共过办了前后上历各满达计—～~\-至到、“零〇一二三四五六七八九十百])(\d{1,3})届(?=[^，。；、“”《》]{0,18}?(?:大赛|比赛|竞赛|运动会|艺术节|体育节|科技节|读书节|博览会|交易会|论坛|展演|年会|锦标赛|联赛|文化节|旅游节|马拉松|展览会))/g

/** 32届省青少年科技创新大赛: the number of a session takes 第. */
export default defineRule<'sentence', 'missing'>({
  id: 'wording/ordinal-session',
  scope: 'sentence',
  severity: 'warning',
  source: 'practice',
  summary: '届次前面漏了“第”字',
  summaryEn: 'The number of a session without 第',
  rationale: '“第32届”是届次，“32届”是届数。赛事、会议的名称漏了“第”，会被读成办了几十届。',
  messages: { missing: { what: '“{count}届”前面漏了“第”字。', advice: '写作“第{count}届”。', en: '“{count}届” lacks 第.' } },
  examples: [
    {
      title: '赛事',
      text: '2024年工作总结\n\n在⟦39届⟧全省青少年科技创新大赛中获一等奖3个。',
      reports: ['missing'],
      message: '“39届”前面漏了“第”字。',
      fixed: '2024年工作总结\n\n在第39届全省青少年科技创新大赛中获一等奖3个。',
    },
    {
      title: '届数、毕业年份、写全的',
      text: '2024年工作总结\n\n第39届大赛获奖，连续举办5届科技节，已办12届艺术节，2024届毕业生参加运动会，近3届比赛均获奖，十四届全国运动会。',
      reports: [],
    },
  ],
  triggers: ['届'],
  *check({ canonical }, { say }) {
    for (const match of matchesOf(SESSION, canonical)) {
      const start = match.index
      yield {
        range: { start, end: start + match[0].length },
        messageId: 'missing',
        args: { count: match[1] as string },
        fixes: [{ title: say('补上“第”', 'Add 第'), safety: 'unsafe', edits: [{ start, end: start, newText: '第' }] }],
      }
    }
  },
})

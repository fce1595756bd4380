import { defineRule } from '../../linting/rule.js'
import { pairsOf } from '../../linting/triggers.js'
import { matchesOf } from '../../text/matches.js'

/** “怎么干？”，is a question taken up as a word of the sentence; behind a colon the quote stands by itself. */
const STOPS = /。”[。，；]|(?<=：“[^“”]{1,80})[！？]”[。；]/g

/** A full stop on both sides of a closing quote. */
export default defineRule<'block', 'doubled'>({
  id: 'punctuation/quoted-stop',
  scope: 'block',
  severity: 'error',
  source: 'GB/T 15834',
  summary: '后引号内外都用了点号',
  summaryEn: 'A stop on both sides of a closing quote',
  rationale: 'GB/T 15834—2011：引文独立成句，句末点号放在引号里面；引文只是句子的一部分，点号放在引号外面。里外都用，必有一个是多余的。',
  messages: {
    doubled: {
      what: '后引号里外都有点号：“{marks}”。',
      advice: '引的是完整的一句话，保留里面的；只引几个词，保留外面的。',
      en: 'Stops on both sides of the closing quote: “{marks}”.',
    },
  },
  examples: [
    { title: '里外都有句号', text: '2024年工作总结\n\n会议强调：“安全无小事⟦。”。⟧', reports: ['doubled'] },
    {
      title: '问话当作句子的一部分，引号外面可以有点号',
      text: '2024年工作总结\n\n围绕“培养什么人？怎样培养人？”，各支部组织讨论。他问：“谁来带头⟦？”。⟧',
      reports: ['doubled'],
    },
    { title: '只有一个', text: '2024年工作总结\n\n会议强调：“安全无小事。”全年落实“一岗双责”。', reports: [] },
  ],
  triggers: pairsOf('。！？', '”'),
  *check(block, { say }) {
    for (const { 0: marks, index: start } of matchesOf(STOPS, block.canonical)) {
      const range = { start, end: start + 3 }
      const fix = (zh: string, en: string, newText: string) => ({ title: say(zh, en), safety: 'unsafe' as const, edits: [{ ...range, newText }] })
      yield {
        range,
        messageId: 'doubled',
        args: { marks },
        fixes: [fix('保留引号里面的', 'Keep the one inside', marks.slice(0, 2)), fix('保留引号外面的', 'Keep the one outside', marks.slice(1))],
      }
    }
  },
})

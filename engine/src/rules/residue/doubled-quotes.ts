import { defineRule } from '../../linting/rule.js'
import { matchesOf } from '../../text/matches.js'

type MessageId = 'doubled'

const AROUND = /““([^“”\n]{1,60})””|‘‘([^‘’\n]{1,60})’’/g
const LONE = /““|””|‘‘|’’/g

/** ““十四五””: a search-and-replace put quotes around quotes. */
export default defineRule<'block', MessageId>({
  id: 'residue/doubled-quotes',
  scope: 'block',
  severity: 'warning',
  source: 'practice',
  summary: '引号重叠',
  summaryEn: 'Doubled quotation marks',
  rationale: 'GB/T 15834—2011规定引号里面再用引号，外用双引号、内用单引号。两重双引号叠在一起，多是全文替换留下的。',
  messages: {
    doubled: {
      what: '“{words}”的引号重叠了。',
      advice: '去掉多余的一层；确是引号套引号的，里层用单引号。',
      en: 'The quotation marks of “{words}” are doubled.',
    },
  },
  examples: [
    { title: '两边都重叠', text: '2024年工作总结\n\n谋划⟦““十四五””⟧教育规划。', reports: ['doubled'], fixed: '2024年工作总结\n\n谋划“十四五”教育规划。' },
    { title: '单引号', text: '2024年工作总结\n\n推进⟦‘‘课后服务’’⟧提质。', reports: ['doubled'], fixed: '2024年工作总结\n\n推进‘课后服务’提质。' },
    { title: '重叠一处', text: '2024年工作总结\n\n开展⟦““⟧学校开放日”活动，“参观⟦””⟧人数众多。', format: 'plain', reports: ['doubled', 'doubled'] },
    { title: '引号套引号用单引号', text: '2024年工作总结\n\n他说：“要落实好‘双减’”。评选“文明校园”“书香校园”。', reports: [] },
  ],
  triggers: ['““', '””', '‘‘', '’’'],
  *check(block, { say }) {
    const { canonical } = block
    if (!/““|””|‘‘|’’/.test(canonical)) return
    let done = -1
    const wholes = new Map(matchesOf(AROUND, canonical).map((match) => [match.index, { start: match.index, end: match.index + match[0].length }]))
    for (const match of matchesOf(LONE, canonical)) {
      if (match.index < done) continue
      const whole = wholes.get(match.index)
      const range = whole ?? { start: match.index, end: match.index + 2 }
      done = range.end
      const edits = [
        { start: range.start, end: range.start + 1, newText: '' },
        { start: range.end - 1, end: range.end, newText: '' },
      ]
      yield {
        range,
        messageId: 'doubled',
        args: { words: block.text.slice(range.start, range.end) },
        fixes: whole === undefined ? [] : [{ title: say('去掉一层引号', 'Remove one pair'), safety: 'safe', edits, places: 1 }],
      }
    }
  },
})

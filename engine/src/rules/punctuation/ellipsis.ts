import { defineRule } from '../../linting/rule.js'
import { matchesOf } from '../../text/matches.js'

const FORMS = /。{3,20}|(?<=[\u4e00-\u9fff，、”])\.{3,20}|(?<!…)…(?!…)|…{3,20}/g
const WITH_ETC = /…{1,2}(?=等(?![级次候待])|之类)|(?<=等)…{1,2}/g

/** An ellipsis is six dots, and never stands together with 等. */
export default defineRule<'sentence', 'form' | 'etc'>({
  id: 'punctuation/ellipsis',
  scope: 'sentence',
  severity: 'warning',
  source: 'GB/T 15834',
  summary: '省略号写法不对，或与“等”并用',
  summaryEn: 'Ellipsis in a wrong form, or together with 等',
  rationale: 'GB/T 15834—2011：省略号的形式是“……”，占两个字位；省略号与“等”“等等”“之类”作用相同，不能并用。',
  messages: {
    form: { what: '省略号写作“{form}”。', advice: '改为“……”。', en: 'The ellipsis is written “{form}”; use “……”.' },
    etc: { what: '省略号与“等”“之类”并用。', advice: '保留一个，公文宜保留“等”。', en: 'Ellipsis together with 等; keep one.' },
  },
  examples: [
    { title: '三个点', text: '2024年工作总结\n\n建成阅览室、实验室、录播室⟦...⟧', reports: ['form'], fixed: '2024年工作总结\n\n建成阅览室、实验室、录播室……' },
    { title: '与“等”并用', text: '2024年工作总结\n\n开设书法、编程、足球⟦……⟧等社团32个。', reports: ['etc'] },
    { title: '正确的省略号', text: '2024年工作总结\n\n校园里，读书声、欢笑声、加油声……汇成一片。', reports: [] },
  ],
  triggers: ['…', '。。', '..'],
  *check(sentence, { say }) {
    const { canonical } = sentence
    for (const { 0: form, index: start } of matchesOf(WITH_ETC, canonical)) {
      const range = { start, end: start + form.length }
      yield { range, messageId: 'etc', fixes: [{ title: say('删去省略号', 'Delete the ellipsis'), safety: 'safe', edits: [{ ...range, newText: '' }] }] }
    }
    if (canonical.search(WITH_ETC) >= 0) return
    for (const { 0: form, index: start } of matchesOf(FORMS, canonical)) {
      const range = { start, end: start + form.length }
      yield {
        range,
        messageId: 'form',
        args: { form },
        fixes: [{ title: say('改为“……”', 'Change to “……”'), safety: 'safe', edits: [{ ...range, newText: '……' }] }],
      }
    }
  },
})

import { isInPlan } from '../../document/date-period.js'
import { defineRule } from '../../linting/rule.js'

const AHEAD = /(?<![^，。；：、])今年(?:将|拟|计划)(?!近)(?=[\u4e00-\u9fff])/g
const SOFTENED = /提出|明确|部署|规定|目标|年初|会议/
const AFTERWARDS = /下一?步|接下来|今后/

/** 今年将完成……: what a year's summary tells of its own year has been done. */
export default defineRule<'document', 'ahead'>({
  id: 'figures/future-in-summary',
  scope: 'document',
  severity: 'info',
  source: 'practice',
  summary: '全年总结里把当年的事写成将要做',
  summaryEn: 'A year’s summary tells of its own year as yet to come',
  rationale: '全年总结写的是做完的事。“今年将”“今年拟”常是年中材料没有改过来，读者不知道到底完成没有。',
  messages: {
    ahead: {
      what: '全年总结里写“{words}”，看不出是否已经完成。',
      advice: '写明完成情况；尚未完成的移到存在问题或下一步打算。',
      en: '“{words}” in a year’s summary does not tell whether it was done.',
    },
  },
  examples: [
    {
      title: '总结部分',
      text: '2024年工作总结\n\n启动巡查工作。⟦今年将⟧完成对8所学校的巡查。',
      reports: ['ahead'],
      message: '全年总结里写“今年将”，看不出是否已经完成。',
    },
    { title: '计划部分、半年总结、将近', text: '2024年工作总结\n\n今年将近2000人受益。\n\n二、2025年工作计划\n\n今年将完成对8所学校的巡查。', reports: [] },
    { title: '半年总结可以写后半年的事', text: '2024年上半年工作总结\n\n今年将完成对8所学校的巡查。', reports: [] },
  ],
  *check(document) {
    if (document.profile.kind !== 'annual') return
    for (const { at, sentence } of document.sentences()) {
      if (!sentence.canonical.includes('今年')) continue
      for (const match of sentence.canonical.matchAll(AHEAD)) {
        if (isInPlan(document, at) || SOFTENED.test(sentence.canonical) || AFTERWARDS.test(at.block.canonical.slice(0, sentence.start))) continue
        const start = sentence.start + match.index
        yield { range: document.toDocument(at, { start, end: start + match[0].length }), messageId: 'ahead', args: { words: match[0] } }
      }
    }
  },
})

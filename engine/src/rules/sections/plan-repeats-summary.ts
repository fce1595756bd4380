import type { ReportDocument } from '../../document/report-document.js'
import { partOfReport } from '../../document/section-part.js'
import { sentencesOf } from '../../document/sentence.js'
import { defineRule } from '../../linting/rule.js'
import { hasHan } from '../../text/characters.js'
import { rangeOf } from '../../text/range.js'

const MIN_HAN = 18
const SHOWN = 40

/** A sentence of the plan that stands word for word in the summary was copied, not planned. */
export default defineRule<'document', 'copied'>({
  id: 'sections/plan-repeats-summary',
  scope: 'document',
  severity: 'info',
  source: 'practice',
  summary: '计划里有照抄总结的句子',
  summaryEn: 'The plan repeats a sentence of the summary word for word',
  rationale: '计划写的是还没有做的事。与总结一字不差的句子，往往是复制后忘了改，看不出下一年和今年有什么不同。',
  messages: {
    copied: {
      what: '计划里的这一句与总结部分一字不差。',
      advice: '写明下一步要做什么、做到什么程度；确需延续的，可写“继续……”。',
      en: 'This sentence of the plan stands in the summary word for word.',
    },
  },
  examples: [
    {
      title: '复制了总结的一句',
      text: '云溪镇2023年工作总结和2024年工作计划\n\n2023年，云溪镇各项工作平稳有序。\n\n一、2023年工作情况\n\n引进项目6个。建立健全领导干部联系重点企业和重点项目制度。\n\n二、2024年工作计划\n\n6月底前引进项目4个。⟦建立健全领导干部联系重点企业和重点项目制度。⟧',
      reports: ['copied'],
    },
    {
      title: '计划有自己的内容',
      text: '云溪镇2023年工作总结和2024年工作计划\n\n2023年，云溪镇各项工作平稳有序。\n\n一、2023年工作情况\n\n引进项目6个。建立健全领导干部联系重点企业和重点项目制度。\n\n二、2024年工作计划\n\n6月底前引进项目4个。继续落实领导干部联系重点企业制度，每季度走访一遍。',
      reports: [],
    },
  ],
  *check(document, { say }) {
    const plan = partOfReport(document, 'next-plan')
    if (plan === undefined || document.profile.kind === 'plan') return
    const wanted = new Set(plan.sentences.flatMap(({ sentence }) => (hasHan(sentence.canonical, MIN_HAN) ? [sentence.canonical] : [])))
    if (wanted.size === 0) return
    const earlier = sentencesBefore(document, plan.heading.start, wanted)
    for (const { at, sentence } of plan.sentences) {
      const original = hasHan(sentence.canonical, MIN_HAN) ? earlier.get(sentence.canonical) : undefined
      if (original === undefined) continue
      const range = document.toDocument(at, rangeOf(sentence.start, Math.min(sentence.end, sentence.start + SHOWN)))
      yield { range, messageId: 'copied', related: [{ ...original, message: say('总结里的同一句', 'The same sentence in the summary') }] }
    }
  },
})

function sentencesBefore(document: ReportDocument, end: number, wanted: ReadonlySet<string>): ReadonlyMap<string, { start: number; end: number }> {
  const found = new Map<string, { start: number; end: number }>()
  for (const at of document.prose()) {
    if (at.start >= end) break
    for (const sentence of sentencesOf(at.block)) {
      if (!wanted.has(sentence.canonical)) continue
      const range = document.toDocument(at, sentence)
      if (range.start < end && !found.has(sentence.canonical)) found.set(sentence.canonical, range)
    }
  }
  return found
}

import { TermMatcher } from '../../lexicon/term-matcher.js'
import { WORDING } from '../../lexicon/lexicon.generated.js'
import { defineRule } from '../../linting/rule.js'

const PHRASES = new TermMatcher(WORDING.redundant.phrases.map((phrase) => ({ text: phrase.wrong, value: phrase })))
const FRAMES = [
  { pattern: /截[至止][^，。；]{2,16}?为止/g, note: '“截至”和“为止”重复' },
  { pattern: /(?<![^，。；：])(?:主要|究其|其|根本|直接)?原因(?:主要)?是(?:由于|因为)?[^，。；]{2,30}(?:造成|导致|引起)的/g, note: '“原因是……”和“……造成的”两句杂糅' },
]

/** 目的是为了, 截至12月为止: one thing said twice, or two sentence frames mixed. */
export default defineRule<'sentence', 'word' | 'frame'>({
  id: 'wording/redundant',
  scope: 'sentence',
  severity: 'info',
  source: 'practice',
  summary: '语意重复、句式杂糅',
  summaryEn: 'One thing said twice, or two sentence frames mixed',
  rationale: '公文要求简明。“目的是为了”“100%全覆盖”一个意思说了两遍；“原因是……造成的”是两种句式混在一起。',
  messages: {
    word: { what: '语意重复：{note}。', advice: '删去重复，写“{less}”。', en: 'Said twice: write “{less}”. {note}' },
    frame: { what: '{note}。', advice: '只用其中一种说法。', en: 'Two frames mixed: {note}' },
  },
  examples: [
    { title: '语意重复', text: '2024年工作总结\n\n实现学校⟦100%全覆盖⟧，⟦目的是为了⟧公平。', reports: ['word', 'word'], message: '语意重复：“100%”和“全覆盖”重复。', fixed: '2024年工作总结\n\n实现学校全覆盖，目的是为了公平。' },
    { title: '句式杂糅', text: '2024年工作总结\n\n⟦截至2024年12月底为止⟧，完成12项。⟦原因是经费不足造成的⟧。', reports: ['frame', 'frame'] },
    { title: '不重复的', text: '2024年工作总结\n\n实现全覆盖，覆盖率100%，目的是促进公平，截至12月底完成12项，到目前为止平稳，经费不足是造成进度慢的原因。', reports: [] },
  ],
  *check({ canonical }, { say }) {
    for (const { start, end, value } of PHRASES.match(canonical)) {
      const { note, less } = value
      yield { range: { start, end }, messageId: 'word', args: { note, less }, fixes: [{ title: say(`改为“${less}”`, `Change to “${less}”`), safety: 'unsafe', edits: [{ start, end, newText: less }] }] }
    }
    for (const { pattern, note } of FRAMES) {
      for (const match of canonical.matchAll(pattern)) yield { range: { start: match.index, end: match.index + match[0].length }, messageId: 'frame', args: { note } }
    }
  },
})

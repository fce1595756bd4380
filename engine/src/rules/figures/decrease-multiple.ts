import { Decimal } from '../../document/decimal.js'
import { figuresOf, isKnown } from '../../document/figure.js'
import { defineRule } from '../../linting/rule.js'

/** 减少两倍: what falls by as much as there is leaves nothing; a fall is given as a fraction or in per cent. */
export default defineRule<'sentence', 'times'>({
  id: 'figures/decrease-multiple',
  scope: 'sentence',
  severity: 'error',
  source: 'arithmetic',
  summary: '减少、下降用了“倍”',
  summaryEn: 'A decrease given in multiples',
  rationale: '减少一倍就是减到零，减少两倍就成了负数。减少、下降、缩短用分数或百分数表示：原为6、现为2，应说“下降三分之二”“下降66.7%”。',
  messages: {
    times: {
      what: '“{text}”不通：减少一倍已经是零。',
      advice: '改用分数或百分数，如“减少三分之二”“下降66.7%”。',
      en: '“{text}” makes no sense: a fall by one times leaves nothing.',
    },
  },
  examples: [
    { title: '下降两倍', text: '2024年工作总结\n\n校园安全事故比上年⟦下降两倍⟧。', reports: ['times'] },
    { title: '减少了1.5倍', text: '2024年工作总结\n\n纸质文件⟦减少了1.5倍⟧。', reports: ['times'] },
    { title: '增长用倍，下降用分数、不足一倍', text: '2024年工作总结\n\n投入增长2倍，事故下降三分之二，成本降低0.5倍，办理时限压缩一半。', reports: [] },
  ],
  triggers: ['倍'],
  *check(sentence) {
    for (const figure of figuresOf(sentence)) {
      if (figure.kind !== 'multiple' || !isKnown(figure) || figure.value.compare(Decimal.of(1)) < 0) continue
      const verb = /(?:减少|降低|下降|缩小|缩短|压缩|压减)了?$/.exec(figure.label)?.[0]
      if (verb === undefined) continue
      const start = sentence.canonical.lastIndexOf(verb, figure.start)
      yield { range: { start, end: figure.end }, messageId: 'times', args: { text: sentence.text.slice(start, figure.end) } }
    }
  },
})

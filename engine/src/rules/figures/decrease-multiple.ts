import { Decimal } from '../../document/decimal.js'
import { figuresOf, isKnown } from '../../document/figure.js'
import { defineRule } from '../../linting/rule.js'
import { PERCENTAGES } from '../../linting/triggers.js'

/** What may fall below zero. */
const MAY_BE_NEGATIVE = /利润|[盈亏净差]|收益|增[速幅加量]|增长|新增|效益|现金|余额|[结节]余|同比增|环比增/
/** Units of text that may say what falls. */
const WORDS_BEFORE = 24
const HUNDRED = Decimal.of(100)
const FALLS = /(?:减少|降低|下降|缩小|缩短|压缩|压减|压降)了?$/

/** 减少两倍, 下降120%: what falls by as much as there is leaves nothing; a fall is given as a fraction or in per cent below a hundred. */
export default defineRule<'sentence', 'times' | 'percent'>({
  id: 'figures/decrease-multiple',
  scope: 'sentence',
  severity: 'error',
  source: 'arithmetic',
  summary: '减少、下降用了“倍”，或超过100%',
  summaryEn: 'A decrease given in multiples or above 100%',
  rationale:
    '减少一倍就是减到零，减少两倍就成了负数。减少、下降、缩短用分数或百分数表示：原为6、现为2，应说“下降三分之二”“下降66.7%”；下降也不会超过100%（利润等可以为负的除外）。',
  messages: {
    times: {
      what: '“{text}”不通：减少一倍已经是零。',
      advice: '改用分数或百分数，如“减少三分之二”“下降66.7%”。',
      en: '“{text}” makes no sense: a fall by one times leaves nothing.',
    },
    percent: {
      what: '“{text}”不通：下降100%已经是零。',
      advice: '核对原来和现在的数：降幅＝减少的数÷原来的数。',
      en: '“{text}” makes no sense: a fall by 100% leaves nothing.',
    },
  },
  examples: [
    { title: '下降两倍', text: '2024年工作总结\n\n校园安全事故比上年⟦下降两倍⟧。', reports: ['times'] },
    { title: '减少了1.5倍', text: '2024年工作总结\n\n纸质文件⟦减少了1.5倍⟧。', reports: ['times'] },
    { title: '下降超过100%', text: '2024年工作总结\n\n投诉量同比⟦下降120%⟧。', reports: ['percent'] },
    {
      title: '可以为负的，或没有超过',
      text: '2024年工作总结\n\n利润下降130%，投诉量下降100%，事故减少46%，增幅下降了120%，当年新增贷款同比下降110%，财政结余下降105%。',
      reports: [],
    },
    { title: '增长用倍，下降用分数、不足一倍', text: '2024年工作总结\n\n投入增长2倍，事故下降三分之二，成本降低0.5倍，办理时限压缩一半。', reports: [] },
  ],
  triggers: ['倍', ...PERCENTAGES],
  *check(sentence) {
    for (const figure of figuresOf(sentence)) {
      const isPercent = figure.kind === 'percentage'
      if ((figure.kind !== 'multiple' && !isPercent) || !isKnown(figure)) continue
      const order = figure.value.compare(isPercent ? HUNDRED : Decimal.of(1))
      if (order < 0 || (isPercent && order === 0)) continue
      const verb = FALLS.exec(figure.label)?.[0]
      if (verb === undefined || (isPercent && MAY_BE_NEGATIVE.test(sentence.canonical.slice(Math.max(0, figure.start - WORDS_BEFORE), figure.start)))) continue
      const start = sentence.canonical.lastIndexOf(verb, figure.start)
      yield { range: { start, end: figure.end }, messageId: isPercent ? 'percent' : 'times', args: { text: sentence.text.slice(start, figure.end) } }
    }
  },
})

import { figuresOf, isKnown } from '../../document/figure.js'
import { defineRule } from '../../linting/rule.js'

type MessageId = 'mixed' | 'decimal'

/** 百分之31.2: the word for per cent goes with numerals in words. */
const SPELT_PERCENT = /百分之(\d{1,4}(?:\.\d{1,4})?)(?![\d%])/g

/** 3百20万, 2千5百人: a hundred or a thousand in the midst of Arabic digits. */
const TORN =
  /(?<![\d.．〔第])([1-9])(?:百(\d{1,2}|[1-9]十\d?)|千(\d{1,3}|[1-9]百\d{0,2}))(?=[余多]?[万亿]?(?:[个名人次场件户处家所项元亩篇册份台套条批吨间位]|平方米|公里))/g

/** 3千人: Arabic digits go with 万 and 亿 only. 一点九三个百分点 beside 6.93%: one style in a sentence. */
export default defineRule<'sentence', MessageId>({
  id: 'figures/numeral-style',
  scope: 'sentence',
  severity: 'warning',
  source: 'GB/T 15835',
  summary: '一个数里阿拉伯数字与汉字数字混用',
  summaryEn: 'Arabic and Chinese numerals mixed in one number',
  rationale: 'GB/T 15835—2011规定，同一个数值不能阿拉伯数字与汉字数字混用，只有“万”“亿”可以跟在阿拉伯数字后面作单位；同类数值在同一处应取同一种写法。',
  messages: {
    mixed: { what: '“{text}”混用了阿拉伯数字和汉字数字。', advice: '改为“{plain}”。', en: '“{text}” mixes Arabic and Chinese numerals.' },
    decimal: {
      what: '同一句里的百分数用阿拉伯数字，“{text}”却用汉字小数。',
      advice: '改为“{plain}”。',
      en: '“{text}” is in Chinese numerals beside Arabic percentages.',
      severity: 'info',
    },
  },
  examples: [
    { title: '3千人', text: '2024年工作总结\n\n参加活动的学生⟦3千人⟧。', reports: ['mixed'], fixed: '2024年工作总结\n\n参加活动的学生3000人。' },
    {
      title: '百分之31.2',
      text: '2024年工作总结\n\n随迁子女入学比例达⟦百分之31.2⟧。',
      reports: ['mixed'],
      fixed: '2024年工作总结\n\n随迁子女入学比例达31.2%。',
    },
    {
      title: '3百20万',
      text: '2024年工作总结\n\n投入资金⟦3百20⟧万元，受益学生⟦2千5百⟧人，购置装备⟦3百8十⟧套。',
      reports: ['mixed', 'mixed', 'mixed'],
      fixed: '2024年工作总结\n\n投入资金320万元，受益学生2千5百人，购置装备3百8十套。',
    },
    {
      title: '汉字小数',
      text: '2024年工作总结\n\n优秀率为6.9%，高于全市⟦一点九个百分点⟧。',
      reports: ['decimal'],
      fixed: '2024年工作总结\n\n优秀率为6.9%，高于全市1.9个百分点。',
    },
    {
      title: '“万”“亿”、千米、百分点',
      text: '2024年工作总结\n\n受益3万人，投资1.2亿元，修路5千米，提高2个百分点，藏书三千册，实施“百千万”工程，用电8千瓦时。',
      reports: [],
    },
  ],
  triggers: ['十', '百', '千', '点'],
  *check(sentence, { say }) {
    for (const match of sentence.canonical.matchAll(SPELT_PERCENT)) {
      const range = { start: match.index, end: match.index + match[0].length }
      const plain = `${match[1]}%`
      const fix = { title: say(`改为“${plain}”`, `Write ${plain}`), safety: 'unsafe' as const, edits: [{ ...range, newText: plain }] }
      yield { range, messageId: 'mixed', args: { text: match[0], plain }, fixes: [fix] }
    }
    const torn = Array.from(sentence.canonical.matchAll(TORN), (match) => ({ match, start: match.index, end: match.index + match[0].length }))
    for (const { match, start, end } of torn) {
      const range = { start, end }
      const plain = plainOf(match[1] ?? '', match[2], match[3] ?? '')
      const fix = { title: say(`改为“${plain}”`, `Write ${plain}`), safety: 'unsafe' as const, edits: [{ ...range, newText: plain }] }
      yield { range, messageId: 'mixed', args: { text: match[0], plain }, fixes: [fix] }
    }
    const figures = figuresOf(sentence).filter(({ numeral }) => !torn.some(({ start, end }) => numeral.start < end && start < numeral.end))
    const hasArabicPercent = figures.some(({ kind, style }) => kind === 'percentage' && style === 'arabic')
    for (const figure of figures) {
      if (!isKnown(figure) || !['count', 'money', 'percentage-point'].includes(figure.kind)) continue
      const range = { start: figure.numeral.start, end: figure.numeral.end + figure.unit.length }
      const text = sentence.text.slice(range.start, range.end)
      const isOver = /[余多]/.test(text)
      const isDecimal = figure.style === 'chinese' && figure.decimals > 0 && hasArabicPercent
      if (!isDecimal && figure.style !== 'mixed') continue
      const plain = `${figure.value}${isOver ? '余' : ''}${figure.unit}`
      const fix = { title: say(`改为“${plain}”`, `Write ${plain}`), safety: 'unsafe' as const, edits: [{ ...range, newText: plain }] }
      yield { range, messageId: isDecimal ? 'decimal' : 'mixed', args: { text, plain }, fixes: [fix] }
    }
  },
})

/** The number as digits: 3百20 is 320, 2千5百 is 2500, 2千5百30 is 2530. */
function plainOf(head: string, tens: string | undefined, rest: string): string {
  if (tens !== undefined) return String(Number(head) * 100 + tensOf(tens))
  const [hundreds, more] = rest.includes('百') ? rest.split('百') : ['0', rest]
  return String(Number(head) * 1000 + Number(hundreds) * 100 + Number(more))
}

/** 8十 is 80, 8十5 is 85. */
function tensOf(text: string): number {
  const [tens, ones] = text.split('十')
  return ones === undefined ? Number(text) : Number(tens) * 10 + Number(ones)
}

import { figuresOf, isKnown } from '../../document/figure.js'
import { defineRule } from '../../linting/rule.js'
import { matchesOf } from '../../text/matches.js'

type MessageId = 'mixed' | 'decimal'

/** 百分之31.2: the word for per cent goes with numerals in words. */
const SPELT_PERCENT = /百分之(\d{1,4}(?:\.\d{1,4})?)(?![\d%])/g

/** 3千2百万, 3百20万, 1千零26, 9万3千, 六十5, 一亿2千万: one number put together of both kinds of digits. */
const PIECED =
  /(?<![\d.])\d{1,4}[百千]零?\d{1,4}(?:[百十](?!分))?[万亿]?|(?<![\d.])\d{1,4}[万亿]\d{1,4}[百千](?![米瓦克分强佳年])万?|[二三四五六七八九]十\d(?=[个名人项次家件条户场份处台辆亩种篇册])|[一二两三四五六七八九十][万亿]\d{1,4}[百千]万?/g
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

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
      title: '两种数字拼成一个数',
      text: '2024年工作总结\n\n完成投资⟦3千2百万⟧元，查处车辆⟦1千零26⟧台，惠及群众⟦9万3千⟧人，撰写心得⟦六十5⟧篇，发放贷款⟦一亿2千万⟧元。',
      reports: ['mixed', 'mixed', 'mixed', 'mixed', 'mixed'],
      message: '“3千2百万”混用了阿拉伯数字和汉字数字。',
      fixed: '2024年工作总结\n\n完成投资3200万元，查处车辆1千零26台，惠及群众9万3千人，撰写心得六十5篇，发放贷款一亿2千万元。',
    },
    {
      title: '百分之31.2',
      text: '2024年工作总结\n\n随迁子女入学比例达⟦百分之31.2⟧。',
      reports: ['mixed'],
      fixed: '2024年工作总结\n\n随迁子女入学比例达31.2%。',
    },
    {
      title: '汉字小数',
      text: '2024年工作总结\n\n优秀率为6.9%，高于全市⟦一点九个百分点⟧。',
      reports: ['decimal'],
      fixed: '2024年工作总结\n\n优秀率为6.9%，高于全市1.9个百分点。',
    },
    {
      title: '“万”“亿”、千米、百分点',
      text: '2024年工作总结\n\n受益3万人，投资1.2亿元，修路5千米，提高2个百分点，藏书三千册，“百千万”第一百2024届，入选全国百强、十强，第十2家，前十5个，修路3千米，用电5百万千瓦时以内的除外，实施“百千万”工程，用电8千瓦时。',
      reports: [],
    },
  ],
  triggers: ['十', '百', '千', '点'],
  *check(sentence, { say }) {
    for (const match of matchesOf(SPELT_PERCENT, sentence.canonical)) {
      const range = { start: match.index, end: match.index + match[0].length }
      const plain = `${match[1]}%`
      const fix = { title: say(`改为“${plain}”`, `Write ${plain}`), safety: 'unsafe' as const, edits: [{ ...range, newText: plain }] }
      yield { range, messageId: 'mixed', args: { text: match[0], plain }, fixes: [fix] }
    }
    const pieced = [...sentence.canonical.matchAll(PIECED)].map(({ index, 0: text }) => ({ start: index, end: index + text.length, text }))
    for (const { start, end, text } of pieced) {
      const plain = plainOf(text)
      const fix = { title: say(`改为“${plain}”`, `Write ${plain}`), safety: 'unsafe' as const, edits: [{ start, end, newText: plain }] }
      yield { range: { start, end }, messageId: 'mixed', args: { text, plain }, fixes: [fix] }
    }
    const figures = figuresOf(sentence)
    const hasArabicPercent = figures.some(({ kind, style }) => kind === 'percentage' && style === 'arabic')
    for (const figure of figures) {
      if (!isKnown(figure) || !['count', 'money', 'percentage-point'].includes(figure.kind)) continue
      const range = { start: figure.numeral.start, end: figure.numeral.end + figure.unit.length }
      if (pieced.some(({ start, end }) => start < range.end && range.start < end)) continue
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

/** What a number pieced together comes to, with 万 where it is round. */
function plainOf(text: string): string {
  const [, hundreds = '', rest = ''] = /^(?:([^亿]{1,8})亿)?(.{0,16})$/.exec(text) ?? []
  const [, tens = '', ones = ''] = /^(?:([^万]{1,12})万)?(.{0,12})$/.exec(rest) ?? []
  const total = belowTenThousand(hundreds) * 1e8 + belowTenThousand(tens) * 1e4 + belowTenThousand(ones)
  return total % 1e4 === 0 ? `${total / 1e4}万` : `${total}`
}

/** 3千2百, 六十5, 零26: a number below ten thousand in digits of both kinds. */
function belowTenThousand(text: string): number {
  let total = 0
  let digit = 0
  for (const [token] of text.matchAll(/\d{1,4}|[一二两三四五六七八九十百千]/g)) {
    if (/\d/.test(token)) digit = Number(token)
    else if (token in PLACES) {
      total += (digit === 0 ? 1 : digit) * (PLACES[token] as number)
      digit = 0
    } else digit = '一二三四五六七八九'.indexOf(token === '两' ? '二' : token) + 1
  }
  return total + digit
}

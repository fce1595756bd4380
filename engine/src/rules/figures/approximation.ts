import { figuresOf, isKnown, type KnownFigure } from '../../document/figure.js'
import type { Sentence } from '../../document/sentence.js'
import { defineRule, type Report, type RuleContext } from '../../linting/rule.js'

type MessageId = 'doubled' | 'exact' | 'range'

const BEFORE = /(?:大约|将近|接近|超过|突破|至少|不少于|不低于|[约近超逾])$/
const AFTER = /^(?:左右|上下|以上|以下|以内)/
const OVER = /[余多]/
/** 30多吨余料, 60多名余姚籍学生: what begins with 余 behind the unit. */
const BEGINS_WORD = /^[料姚额热粮款震量杭]/
/** 310余多条, 36万多余元, 4千多万余件, 几十余场: 余 and 多 say it twice, 几 and 数 before them once more. */
const OVER_TWICE =
  /(?<=[\d一二三四五六七八九十百千万])(?:余多|多余)(?=[万亿元名个人项次家件条户场份处台辆亩种篇册])|[多余][万亿][余多](?=[元名个人项次家件条户场份处台辆亩])|[几数][十百千][余多](?=[名个人项次家件条户场份处台辆亩种篇册])/g

/** 约300余人, 近5万多, 2547余人次: one number, one word that says it is not exact, and never behind an exact number. */
export default defineRule<'sentence', MessageId>({
  id: 'figures/approximation',
  scope: 'sentence',
  severity: 'warning',
  source: 'practice',
  summary: '约数说法重复，或用在精确的数后面',
  summaryEn: 'An approximation said twice, or said of an exact number',
  rationale: '“约”“近”“超过”“余”“多”“左右”“以上”都表示约数，一个数只用一个；精确到个位的数后面不能再加“余”“多”；“5—8名”已是概数，后面不加“左右”。',
  messages: {
    doubled: { what: '“{text}”中“{first}”和“{second}”都表示约数，重复。', advice: '保留一个。', en: '“{first}” and “{second}” in “{text}” say the same.' },
    exact: {
      what: '“{number}”是精确的数，后面不能用“{word}”。',
      advice: '删去“{word}”，或者改写整数，如“{round}{word}”。',
      en: '“{number}” is exact; “{word}” does not go with it.',
    },
    range: { what: '“{text}”已是一个范围，不再加“{word}”。', advice: '删去“{word}”。', en: '“{text}” is a range already; “{word}” does not go with it.' },
  },
  examples: [
    {
      title: '“约”和“余”',
      text: '2024年工作总结\n\n培训教师⟦约300余人⟧。',
      reports: ['doubled'],
      message: '“约300余人”中“约”和“余”都表示约数，重复。',
      fixed: '2024年工作总结\n\n培训教师300余人。',
    },
    {
      title: '“余”和“多”',
      text: '2024年工作总结\n\n收集意见310⟦余多⟧条，追回资金36万⟦多余⟧元，业务量4千⟦多万余⟧件，举办活动⟦几十余⟧场。',
      reports: ['doubled', 'doubled', 'doubled', 'doubled'],
    },
    { title: '“超过”和“以上”', text: '2024年工作总结\n\n参与活动⟦超过500人以上⟧。', reports: ['doubled'] },
    { title: '精确的数加“余”', text: '2024年工作总结\n\n受益群众⟦2547余⟧人次。', reports: ['exact'], message: '“2547”是精确的数，后面不能用“余”。' },
    { title: '范围加“左右”', text: '2024年工作总结\n\n每校选派⟦5—8名左右⟧教师。', reports: ['range'] },
    {
      title: '一个约数词',
      text: '2024年工作总结\n\n培训教师300余人，参与群众达10万余人次，资金5.5万余元，近三年来共1540余幅，超额完成任务200多件，新增20名左右。',
      reports: [],
    },
    {
      title: '“节约”“附近”“多名”不是约数',
      text: '2024年工作总结\n\n节约经费30万元以上，清理三百多余额账户和多余人员，数十个，3万多元，学校附近5家以上商店，选派32多学科教师，改造20余多功能厅，清理30多余物资，回收30多吨余料，新增18名以上。',
      reports: [],
    },
  ],
  triggers: ['余', '多', '左右', '上下', '以上', '以下', '以内'],
  *check(sentence, context) {
    for (const { index, 0: words } of sentence.canonical.matchAll(OVER_TWICE)) {
      const [first, second] = [words[0] as string, words.at(-1) as string]
      const end = index + words.length
      // 几十余: which of the two is meant the writer knows
      const fixes =
        words.length > 2
          ? []
          : [{ title: context.say(`删去“${second}”`, `Remove ${second}`), safety: 'unsafe' as const, edits: [{ start: end - 1, end, newText: '' }] }]
      yield { range: { start: index, end }, messageId: 'doubled', args: { text: words, first, second }, fixes }
    }
    for (const figure of figuresOf(sentence)) {
      if (!isKnown(figure) || (figure.kind !== 'count' && figure.kind !== 'money' && figure.kind !== 'percentage') || figure.style === 'mixed') continue
      const report = doubled(sentence, figure, context) ?? exact(sentence, figure, context)
      if (report !== undefined) yield report
    }
  },
})

function doubled(sentence: Sentence, figure: KnownFigure, { say }: RuleContext): Report<MessageId> | undefined {
  const { canonical } = sentence
  const unitEnd = figure.numeral.end + figure.unit.length
  const tail = canonical.slice(unitEnd, figure.end)
  const after = AFTER.exec(tail)?.[0] ?? ((tail === '余' && !BEGINS_WORD.test(canonical.slice(figure.end))) || tail === '多' ? tail : '')
  const over = OVER.exec(canonical.slice(figure.numeral.start, figure.numeral.end))?.[0] ?? ''
  const before = figure.unitClass === 'duration-year' ? '' : (BEFORE.exec(canonical.slice(figure.start, figure.numeral.start))?.[0] ?? '')
  const text = sentence.text.slice(figure.start, figure.end)
  const cut = (start: number, word: string): Report['fixes'] => [
    { title: say(`删去“${word}”`, `Remove ${word}`), safety: 'unsafe', edits: [{ start, end: start + word.length, newText: '' }] },
  ]
  if (figure.approximation === 'range' || /[—–~～-]$/.test(canonical.slice(0, figure.start))) {
    return after === '左右' || after === '上下'
      ? {
          range: rangeWithFirst(canonical, figure),
          messageId: 'range',
          args: { text: canonical.slice(rangeWithFirst(canonical, figure).start, unitEnd), word: after },
          fixes: cut(unitEnd, after) as object & Report['fixes'],
        }
      : undefined
  }
  const words = [before, over, after].filter((word) => word !== '')
  const [first, second] = words
  if (first === undefined || second === undefined) return undefined
  return {
    range: { start: figure.start, end: figure.end },
    messageId: 'doubled',
    args: { text, first, second },
    fixes: (before === '' ? cut(unitEnd, after) : cut(figure.start, before)) as object & Report['fixes'],
  }
}

function rangeWithFirst(text: string, figure: KnownFigure): { start: number; end: number } {
  const head = /\d{1,8}[^，。；\d]{0,2}[-—–~～至到]{1,2}$/.exec(text.slice(Math.max(0, figure.start - 14), figure.start))?.[0] ?? ''
  return { start: figure.start - head.length, end: figure.end }
}

function exact(sentence: Sentence, figure: KnownFigure, { say }: RuleContext): Report<MessageId> | undefined {
  const numeral = sentence.canonical.slice(figure.numeral.start, figure.numeral.end)
  const word = /^\d[\d,]*[1-9]([余多])$/.exec(numeral)?.[1]
  if (word === undefined || numeral.length < 3) return undefined
  const number = numeral.slice(0, -1)
  const round = `${number.slice(0, -1)}0`
  return {
    range: figure.numeral,
    messageId: 'exact',
    args: { number, word, round },
    fixes: [
      { title: say(`删去“${word}”`, `Remove ${word}`), safety: 'unsafe', edits: [{ start: figure.numeral.end - 1, end: figure.numeral.end, newText: '' }] },
    ],
  }
}

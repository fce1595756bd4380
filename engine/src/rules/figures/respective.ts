import { described, written, type KnownPlacedFigure } from '../../figures/placed-figure.js'
import { figureFix, rewriteNumeral } from '../../figures/repair.js'
import { wrongRespectives, type RespectiveCount, type RespectiveShare } from '../../figures/respective.js'
import { sharePercent } from '../../figures/share-arithmetic.js'
import { soundRepairs } from '../../figures/slips-of-block.js'
import type { Block } from '../../markdown/block.js'
import { defineRule, type Report, type RuleContext } from '../../linting/rule.js'

type MessageId = 'count' | 'share'

/** 甲、乙、丙分别为A、B、C: as many values as things, and each share that of its own part. */
export default defineRule<'block', MessageId>({
  id: 'figures/respective',
  scope: 'block',
  severity: 'warning',
  source: 'arithmetic',
  summary: '“分别”前后的项数对不上，或分列的占比有一个不对',
  summaryEn: 'Things and values tied by “respectively” are not as many, or one of their shares is wrong',
  rationale:
    '“小学、初中、高中分别招聘42名、31名、27名”，前面几项，后面就应有几个数，一一对应。“分别占42%、31%、27%”，每个占比都能用前面对应的数重算；别的都对，只有一个不对，就是那一个有错。',
  messages: {
    count: {
      what: '“分别”前面是{count}项（{things}），后面是{values}个数（{list}），不能一一对应。',
      advice: '补上缺的一项，或者删去多的一项。',
      en: '{count} things ({things}) before “respectively”, {values} values ({list}) behind it.',
    },
    share: {
      what: '{claim}与文中数字不符：{formula}＝{expected}，其余各项占比都对得上。',
      advice: '核对{part}和{claim}。',
      severity: 'error',
      en: '{claim} does not agree: {formula} = {expected}; the other shares do.',
    },
  },
  examples: [
    {
      title: '三项两个数',
      text: '2024年工作总结\n\n小学、初中、高中分别招聘⟦42名、31名⟧。',
      reports: ['count'],
      message: '“分别”前面是3项（小学、初中、高中），后面是2个数（42名、31名），不能一一对应。',
    },
    {
      title: '三科两个数，三科写明了',
      text: '2024年工作总结\n\n物理、化学、生物三科合格率分别为⟦91.2%、88.6%⟧。七至九年级语文、数学、英语优秀率分别为⟦31%、28%⟧。',
      reports: ['count', 'count'],
    },
    {
      title: '前面三个数，后面两个增幅',
      text: '2024年工作总结\n\n小学招生420人、初中招生310人、高中招生260人，比上年分别增长⟦5%和3.2%⟧。',
      reports: ['count'],
    },
    {
      title: '分别占',
      text: '2024年工作总结\n\n小学教师420人、初中教师310人、高中教师270人，分别占42%、⟦38%⟧、27%。',
      reports: ['share'],
      message: '38%与文中数字不符：310÷1000＝31%，其余各项占比都对得上。',
      fixed: '2024年工作总结\n\n小学教师420人、初中教师310人、高中教师270人，分别占42%、31%、27%。',
    },
    {
      title: '对得上',
      text: '2024年工作总结\n\n小学、初中、高中分别招聘42名、31名和27名。小学25所、初中12所，比上年分别增加3所、1所。全县教师1200人，小学教师420人、初中教师310人、高中教师270人，分别占35%、25.8%、22.5%。',
      reports: [],
    },
    {
      title: '一个词里有两样、“等”、含“和”的名称',
      text: '2024年工作总结\n\n城乡居民收入分别增长5.2%、6.8%。教育、卫生等部门分别落实120万元、80万元、60万元。中小学、幼儿园分别为62所、48所、96所。语文、数学、外语三科分别有12人、15人、9人获奖。小学、初中三个年级组分别有5人、6人、4人。改革和创新、科技投入分别为12万元、8万元。',
      reports: [],
    },
  ],
  triggers: ['分别'],
  *check(block, context) {
    for (const slip of wrongRespectives(block)) yield slip.kind === 'count' ? countReport(slip) : shareReport(block, slip, context)
  },
})

function countReport({ things, count, values }: RespectiveCount): Report<MessageId> {
  const [first, last] = [values[0], values[values.length - 1]] as [KnownPlacedFigure, KnownPlacedFigure]
  const list = values.map(({ sentence, start, end }) => sentence.text.slice(start, end)).join('、')
  return { range: { start: first.at.start, end: last.at.end }, messageId: 'count', args: { things: things.slice(-30), count, values: values.length, list } }
}

function shareReport(block: Block, { claim, reading, isSum, parts }: RespectiveShare, { say }: RuleContext): Report<MessageId> {
  const percent = sharePercent(reading, claim.decimals)
  const [part] = reading.parts as [KnownPlacedFigure]
  const total = isSum ? reading.total.value.trimmed.toString() : block.text.slice(reading.total.numeralAt.start, reading.total.numeralAt.end)
  const numeral = rewriteNumeral(claim, percent)
  const fixes = numeral === undefined ? [] : [figureFix(claim, numeral, say(`把${written(claim)}改为${numeral}%`, `Change ${written(claim)} to ${numeral}%`))]
  return {
    range: claim.at,
    messageId: 'share',
    args: {
      claim: written(claim),
      part: written(part),
      formula: `${block.text.slice(part.numeralAt.start, part.numeralAt.end)}÷${total}`,
      expected: `${percent}%`,
    },
    related: parts.map((figure) => ({ ...figure.at, message: described(figure) })),
    fixes: fixes.length === 0 ? [] : soundRepairs(block, claim, fixes),
  }
}

import { Decimal } from '../../document/decimal.js'
import { differenceHolds, growthDirectionHolds, growthsOf, isConsistent, isImpossible, rateInterval, type Growth } from '../../figures/growth.js'
import { growthOf, wrongAdditions } from '../../figures/growth-added.js'
import { multipleGrowths, multipleHolds, timesOf, type MultipleGrowth } from '../../figures/growth-multiple.js'
import { written, type KnownPlacedFigure } from '../../figures/placed-figure.js'
import { figureFix, intervalWith, rewriteNumeral } from '../../figures/repair.js'
import { soundRepairs } from '../../figures/slips-of-block.js'
import type { Block } from '../../markdown/block.js'
import type { Fix } from '../../linting/finding.js'
import { defineRule, type Report, type RuleContext } from '../../linting/rule.js'

type MessageId = 'rate' | 'difference' | 'direction' | 'impossible' | 'doubtful' | 'multiple' | 'doubling' | 'added'

/** 从a增加到b，增长p; b，比上年增加d，增长p: the figures of a change must agree. */
export default defineRule<'block', MessageId>({
  id: 'figures/growth',
  scope: 'block',
  severity: 'error',
  source: 'arithmetic',
  summary: '增减前后的数与增减数、增减幅度不符',
  summaryEn: 'Values before and after a change do not agree with the change or its rate',
  rationale:
    '增长率＝增加数÷原数。“从a增加到b，增长p”，p应等于（b－a）÷a；“b，比上年增加d，增长p”，原数是b－d，p应等于d÷（b－d）。用现数作分母、升降说反，是常见的错。',
  messages: {
    rate: {
      what: '变化幅度应为{expected}%，文中写作{actual}：{formula}＝{expected}%。',
      advice: '核对各数。可能的改法：{repairs}。',
      en: 'The change is {expected}%, not {actual}: {formula} = {expected}%.',
    },
    difference: {
      what: '{from}与{to}相差{expected}，文中写作{actual}。',
      advice: '核对三个数。可能的改法：{repairs}。',
      en: '{from} and {to} differ by {expected}, not {actual}.',
    },
    direction: {
      what: '从{from}到{to}，与表示升降的词相反。',
      advice: '核对两个数的先后，或者改正表示升降的词。',
      en: 'From {from} to {to} goes against the words.',
    },
    impossible: {
      what: '{to}比原来多了{actual}，则原数不大于零。',
      advice: '核对两个数；“增加到”“增加了”意思不同，也请留意。',
      en: '{to} after a rise of {actual} leaves nothing before.',
    },
    doubtful: {
      what: '{actual}与前面的数算不拢：{formula}＝{expected}%。',
      advice: '请核实变化的是哪个数。可能的改法：{repairs}。',
      en: '{actual} agrees with none of the figures before: {formula} = {expected}%.',
      severity: 'warning',
    },
    multiple: {
      what: '从{from}到{to}是{times}倍，也就是增长{grown}倍，文中写作“增长{actual}”。',
      advice: '“增长几倍”不含原来的一倍；核对各数，或改为“是原来的几倍”。',
      en: 'From {from} to {to} is {times} times as much, a growth of {grown} times; the text says {actual}.',
    },
    doubling: {
      what: '从{from}到{to}是{times}倍，算不上“{actual}”。',
      advice: '翻一番是原来的2倍，翻两番是4倍；核对各数。',
      en: 'From {from} to {to} is {times} times as much, not “{actual}”.',
      severity: 'warning',
    },
    added: {
      what: '新增{added}，总数却由{from}变为{to}，相差{gap}。',
      advice: '核对三个数；另有增减的，写明原因。',
      en: '{added} were added, yet the total went from {from} to {to}, by {gap}.',
      severity: 'warning',
    },
  },
  examples: [
    {
      title: '比上年增加',
      text: '2024年工作总结\n\n参加研学学生9640人次，比上年增加1240人次，增长⟦12.9%⟧。',
      reports: ['rate'],
      message: '变化幅度应为14.8%，文中写作12.9%：1240÷（9640－1240）＝14.8%。',
      fixed: '2024年工作总结\n\n参加研学学生9640人次，比上年增加1240人次，增长14.8%。',
    },
    { title: '由……增加到', text: '2024年工作总结\n\n智慧教室由64间增加到102间，增长⟦37.3%⟧。', reports: ['rate'] },
    { title: '上年、今年先后说', text: '2024年工作总结\n\n上年完成税收8.4亿元，今年完成9.66亿元，增长⟦12%⟧。', reports: ['rate'] },
    {
      title: '比上年多培训',
      text: '2024年工作总结\n\n培训农民1500人次，比上年多培训300人次，增长⟦20%⟧。',
      reports: ['rate'],
      message: '变化幅度应为25%，文中写作20%：300÷（1500－300）＝25%。',
    },
    {
      title: '增幅写在增加数前面',
      text: '2024年工作总结\n\n接待来访9640人次，同比增长⟦12.8%⟧，增加1240人次。办理证照9640件，增长⟦12.8%⟧（净增1240件）。',
      reports: ['rate', 'rate'],
      message: '变化幅度应为14.8%，文中写作12.8%：1240÷（9640－1240）＝14.8%。',
    },
    { title: '两个数、增幅都有，增加数算错', text: '2024年工作总结\n\n智慧教室由64间增加到102间，增长59.4%，增加⟦48间⟧。', reports: ['difference'] },
    {
      title: '增幅在前，算得拢；可比价的增速',
      text: '2024年工作总结\n\n接待来访9640人次，同比增长14.8%，增加1240人次。完成地区生产总值120亿元，同比增长5.6%，增加8亿元。受理诉求9640件，增长12%，新增渠道3个。',
      reports: [],
    },
    { title: '压缩时限', text: '2024年工作总结\n\n办理时限由30天压缩到12天，压缩⟦50%⟧。', reports: ['rate'] },
    { title: '压减率', text: '2024年工作总结\n\n培训机构由120家压减到6家，压减率为⟦85%⟧。', reports: ['rate'] },
    { title: '年初、年末先后说', text: '2024年工作总结\n\n年初存栏2.40万头，年末2.70万头，增长⟦22.5%⟧。', reports: ['rate'] },
    { title: '与上年的数相比，中间夹着日均', text: '2024年工作总结\n\n接报警情3862起，日均10.6起，与上年的4215起相比下降⟦18.4%⟧。', reports: ['doubtful'] },
    { title: '差数算错', text: '2024年工作总结\n\n参训教师412人次，比上年的360人次增加⟦42人次⟧。', reports: ['difference'] },
    { title: '小数相减差了两个末位', text: '2024年工作总结\n\n人均藏书由26.4册增加到31.9册，增加⟦5.7册⟧。', reports: ['difference'] },
    {
      title: '小数相减差一个末位，可能是进位',
      text: '2024年工作总结\n\n人均藏书由26.4册增加到31.9册，增加5.6册。收入由1.25亿元增加到1.4亿元，增加0.16亿元。',
      reports: [],
    },
    { title: '与年初的数相比，前面还有新增数', text: '2024年工作总结\n\n新增企业15家，总数达到92家，较年初的80家净增⟦15家⟧。', reports: ['difference'] },
    { title: '升降说反', text: '2024年工作总结\n\n大班额由25个减少到⟦78个⟧。', reports: ['direction'] },
    { title: '原数不大于零', text: '2024年工作总结\n\n新增学位540个，比上年增加⟦600个⟧。', reports: ['impossible'] },
    { title: '变化的数有两种可能', text: '2024年工作总结\n\n现有教师800名，其中骨干教师120名，比上年增加20名，增长⟦25%⟧。', reports: ['doubtful'] },
    {
      title: '“增长几倍”多算了原来的一倍；翻番',
      text: '2024年工作总结\n\n订单班由8个增加到16个，增长⟦2倍⟧。获市级奖项9个，比上年的6个⟦翻了一番⟧。申请专利5件，同比⟦翻了两番⟧，去年为2件。',
      reports: ['multiple', 'doubling', 'doubling'],
      message: '从8个到16个是2倍，也就是增长1倍，文中写作“增长2倍”。',
    },
    {
      title: '倍数、翻番算得拢',
      text: '2024年工作总结\n\n订单班由8个增加到16个，增长1倍。专利由4件增加到16件，翻了两番。产值由1.1亿元增加到2.3亿元，翻了一番。学位由300个增加到1000个，增长2.3倍。获奖11个，比上年的6个翻了近一番。',
      reports: [],
    },
    {
      title: '新增的数与总数的变化不符',
      text: '2024年工作总结\n\n新增茶园260亩，总面积由1450亩增加到⟦1810亩⟧。新增网点6个，网点总数由20个增加到⟦28个⟧。灌溉面积由42.62万亩增加到⟦45.12万亩⟧，新增2.82万亩。',
      reports: ['added', 'added', 'added'],
      message: '新增260亩，总数却由1450亩变为1810亩，相差360亩。',
    },
    {
      title: '后面说的是另一样东西的变化',
      text: '2024年工作总结\n\n公务用车由36辆减少到30辆，燃油费用下降12.5%。申报材料由60份减少到24份，申报时限压缩50%。企业由120家增加到150家，从业人员增长6.5%。低保标准分别由每月680元、每年7200元提高到720元、7800元。',
      reports: [],
    },
    {
      title: '新增与总数相符；有进有退；说的是两样',
      text: '2024年工作总结\n\n新增茶园260亩，总面积由1450亩增加到1710亩。新增会员单位9家，单位总数由46家增加到54家。新增骨干教师12名，教师由180名增加到200名。新增会员3家，会员总数由40家增加到50家，其中由邻县划入7家。接管公厕8座，新建公厕6座，公厕总数由20座增加到34座。灌溉面积由42.62万亩增加到45.12万亩，新增2.5万亩。学校由46所增加到54所，新增学位800个。',
      reports: [],
    },
    {
      title: '与上年比的是列举的总数，或隔着完成计划的百分数',
      text: '2024年工作总结\n\n开展技能培训5400人次，其中职工3000人次、农民2400人次，同比去年的4500人次增长⟦22%⟧。招收学员1060人，完成计划1000人的106%，比上年的950人增长⟦13.6%⟧。',
      reports: ['doubtful', 'doubtful'],
      message: '22%与前面的数算不拢：（5400－4500）÷4500＝20%。',
    },
    {
      title: '同上，算得拢',
      text: '2024年工作总结\n\n开展技能培训5400人次，其中职工3000人次、农民2400人次，同比去年的4500人次增长20%。招收学员1060人，完成计划1000人的106%，比上年的950人增长11.6%。',
      reports: [],
    },
    {
      title: '算得拢',
      text: '2024年工作总结\n\n大班额由78个减少到25个，下降67.9%；教室由64间增加到102间，增长59.4%；参训412人次，比上年的360人次增加52人次，增长14.4%。',
      reports: [],
    },
    {
      title: '年初年末说的是两样；“与……相比”前面没有数',
      text: '2024年工作总结\n\n年初贷款余额86亿元，年末存款余额120亿元，比年初增加12亿元，增长11.1%。与上年的86件相比减少43件，下降50%；受理信访件43件，与2022年相比下降一半。接报警情3862起，日均10.6起，与上年的4215起相比下降8.4%。时限由30天压缩到12天，压缩60%，比全省标准缩短3天。',
      reports: [],
    },
    { title: '取整和“余”', text: '2024年工作总结\n\n资金由1.2亿元增加到1.35亿元，增长12.1%；受益学生1.3万余人，比上年增加3000余人，增长30%。', reports: [] },
    {
      title: '分别说几件事',
      text: '2024年工作总结\n\n城市标准由每月700元提高到735元，农村标准由每月500元提高到540元，分别提高5%和8%。小学、初中分别为25所、12所，比上年分别增加3所、1所，经费增长8%。',
      reports: [],
    },
  ],
  *check(block, context) {
    for (const growth of growthsOf(block)) {
      const report = reportOf(block, growth, context)
      if (report !== undefined) yield report
    }
    for (const growth of multipleGrowths(block)) if (!multipleHolds(growth)) yield multipleReport(block, growth)
    for (const { added, from, to } of wrongAdditions(block)) {
      const gap = plain(growthOf({ added, from, to }), to)
      const related = [added, from].map((figure) => ({ ...figure.at, message: written(figure) }))
      yield { range: to.at, messageId: 'added', args: { added: written(added), from: written(from), to: written(to), gap }, related }
    }
  },
})

function multipleReport(block: Block, growth: MultipleGrowth): Report<MessageId> {
  const { from, to, claim, isDoubling } = growth
  const times = timesOf(growth)
  return {
    range: claim,
    messageId: isDoubling ? 'doubling' : 'multiple',
    args: {
      from: written(from),
      to: written(to),
      times: times.trimmed.toString(),
      grown: times.minus(Decimal.of(1)).trimmed.toString(),
      actual: block.text.slice(claim.start, claim.end),
    },
    related: [from, to].map((figure) => ({ ...figure.at, message: written(figure) })),
  }
}

function reportOf(block: Block, growth: Growth, { say }: RuleContext): Report<MessageId> | undefined {
  const { from, to, difference, rate, others } = growth
  // 新增企业12家，总数达到86家，较年初的76家净增12家: what is less than the base is not what rose from it
  const isCertain = others.every((to) => !growthDirectionHolds({ ...growth, to }))
  if (isConsistent(growth) || (!isCertain && rate === undefined)) return undefined
  const related = [from, to, difference].filter((figure) => figure !== undefined).map((figure) => ({ ...figure.at, message: written(figure) }))
  if (isCertain && from !== undefined && !growthDirectionHolds(growth))
    return { range: (to.at.start > from.at.start ? to : from).at, messageId: 'direction', args: { from: written(from), to: written(to) }, related }
  if (isCertain && difference !== undefined && isImpossible(growth))
    return { range: difference.at, messageId: 'impossible', args: { to: written(to), actual: written(difference) }, related }
  if (isCertain && from !== undefined && difference !== undefined && !differenceHolds(growth)) {
    const expected = to.value.minus(from.value).abs()
    const fixes = soundRepairs(block, difference, fixOf(difference, expected, say))
    return {
      range: difference.at,
      messageId: 'difference',
      args: { from: written(from), to: written(to), expected: plain(expected, difference), actual: written(difference), repairs: titles(fixes) },
      related,
      fixes,
    }
  }
  return rate === undefined || rateInterval(growth) === undefined ? undefined : rateReport(block, growth, rate, related, say)
}

function rateReport(block: Block, growth: Growth, rate: KnownPlacedFigure, related: Report['related'] & object, say: RuleContext['say']): Report<MessageId> {
  const { from, to, difference, direction } = growth
  const change = difference?.value ?? to.value.minus((from as KnownPlacedFigure).value).abs()
  const base = from?.value ?? (direction < 0 ? to.value.plus(change) : to.value.minus(change))
  const expected = change.times(Decimal.of(100)).quotient(base, rate.decimals)
  const sign = direction < 0 ? '＋' : '－'
  const text = (figure: KnownPlacedFigure): string => figure.sentence.text.slice(figure.numeral.start, figure.numeral.end)
  const formula =
    difference === undefined
      ? `${direction < 0 ? `（${text(from as KnownPlacedFigure)}－${text(to)}）` : `（${text(to)}－${text(from as KnownPlacedFigure)}）`}÷${text(from as KnownPlacedFigure)}`
      : from === undefined
        ? `${text(difference)}÷（${text(to)}${sign}${text(difference)}）`
        : `${text(difference)}÷${text(from)}`
  const wanted = base.times(rate.value).quotient(Decimal.of(100), 10)
  const other = direction < 0 ? base.minus(wanted) : base.plus(wanted)
  const isRight = isConsistent({ ...growth, to: { ...to, value: other, interval: intervalWith(to, other) } })
  const fixes = soundRepairs(block, rate, [...fixOf(rate, expected, say), ...(difference === undefined && isRight ? fixOf(to, other, say) : [])])
  return {
    range: rate.at,
    messageId: growth.others.length === 0 ? 'rate' : 'doubtful',
    args: { expected: expected.toString(), actual: written(rate), formula, repairs: titles(fixes) },
    related,
    fixes,
  }
}

function fixOf(figure: KnownPlacedFigure, value: Decimal, say: RuleContext['say']): Fix[] {
  const numeral = rewriteNumeral(figure, value)
  return numeral === undefined
    ? []
    : [figureFix(figure, numeral, say(`把${written(figure)}改为${numeral}${figure.unit}`, `Change ${written(figure)} to ${numeral}${figure.unit}`))]
}

function titles(fixes: readonly Fix[]): string {
  return fixes.length > 0 ? fixes.map(({ title }) => title).join('；') : '查原始数据'
}

function plain(value: Decimal, like: KnownPlacedFigure): string {
  return (rewriteNumeral(like, value) ?? value.trimmed.toString()) + like.unit
}

import { rewriteNumeral, figureFix, intervalWith } from '../../figures/repair.js'
import { described, written, type KnownPlacedFigure } from '../../figures/placed-figure.js'
import { partFor, shareHolds, sharePercent, totalFor, type ShareReading } from '../../figures/share-arithmetic.js'
import { wrongShares, type ShareClaim } from '../../figures/share.js'
import { wrongRests, type RestShare } from '../../figures/share-rest.js'
import { soundRepairs } from '../../figures/slips-of-block.js'
import type { Block } from '../../markdown/block.js'
import type { Fix } from '../../linting/finding.js'
import { defineRule, type Report, type RuleContext } from '../../linting/rule.js'
import { PERCENTAGES } from '../../linting/triggers.js'

type MessageId = 'wrong' | 'doubtful' | 'rest'

/** 占比, 占……的, ……率: a percentage must be what its part and its whole give. */
export default defineRule<'block', MessageId>({
  id: 'figures/share',
  scope: 'block',
  severity: 'error',
  source: 'arithmetic',
  summary: '占比或比率与文中的部分数、总数算不拢',
  summaryEn: 'A share or rate that its part and whole do not give',
  rationale:
    '占比、开工率、整改率这类百分数，都可以用同一段里的部分数和总数重新算一遍。算不拢，说明三个数里至少有一个错了，常见的是沿用了旧数、换了口径或敲错了键。四舍五入、截尾、“万”“余”带来的出入都不算错；有一种读法算得拢，也不报。',
  messages: {
    wrong: { what: '{claim}与文中数字不符：{formula}＝{expected}。', advice: '核对三个数。{repairs}。', en: '{claim} does not agree: {formula} = {expected}.' },
    doubtful: {
      what: '{claim}与前文的数字算不拢：{formula}＝{expected}。',
      advice: '请核实这个百分数以哪个数为基数。{repairs}。',
      en: '{claim} agrees with none of the figures before it: {formula} = {expected}.',
      severity: 'warning',
    },
    rest: {
      what: '{claim}与文中数字不符：{part}÷（{part}＋{rest}）＝{expected}。',
      advice: '核对做了的、剩下的和百分数；总数另有所指的，写明总数。',
      en: '{claim} does not agree: {part} / ({part} + {rest}) = {expected}.',
      severity: 'warning',
    },
  },
  examples: [
    {
      title: '公办在园幼儿占比',
      text: '2024年工作总结\n\n全县现有幼儿园96所，在园幼儿12480人，其中公办园在园幼儿6240人，占比⟦56.3%⟧。',
      reports: ['wrong'],
      message: '56.3%与文中数字不符：6240÷12480＝50.0%。',
      fixed: '2024年工作总结\n\n全县现有幼儿园96所，在园幼儿12480人，其中公办园在园幼儿6240人，占比50.0%。',
    },
    { title: '总数写在“占”字后面', text: '2024年工作总结\n\n参加课后服务学生16920人，占应参加学生18240人的⟦95.1%⟧。', reports: ['wrong'] },
    { title: '开工率', text: '2024年工作总结\n\n全年安排校舍维修项目56个，已开工49个，开工率⟦92.5%⟧。', reports: ['wrong'] },
    {
      title: '普惠率是公办加民办普惠',
      text: '2024年工作总结\n\n全区在园幼儿9200人，公办园在园幼儿5060人，民办普惠性幼儿园在园幼儿2990人，普惠率⟦91.3%⟧。',
      reports: ['wrong'],
      message: '91.3%与文中数字不符：（2990＋5060）÷9200＝87.5%。',
    },
    {
      title: '比率在前，后面的数另有所指',
      text: '2024年工作总结\n\n完成率93.3%，已完成造林5.6万亩，计划6万亩。整改率96%，其中一般隐患整改120处、重大隐患排查126处。办结率98%，比上年多办结120件，受理量达126件。',
      reports: [],
    },
    { title: '总数在前一句里', text: '2024年工作总结\n\n今年全县参加中考4120人。总分A+206人，A+率为⟦6.2%⟧。', reports: ['wrong'] },
    {
      title: '比率写在两个数前面',
      text: '2024年工作总结\n\n隐患整改率⟦98.2%⟧，共排查隐患126处、整改120处。',
      reports: ['wrong'],
      message: '98.2%与文中数字不符：120÷126＝95.2%。',
    },
    { title: '比率夹在两个数中间', text: '2024年工作总结\n\n年度计划造林6000亩，完成率⟦93.3%⟧，完成5000亩。', reports: ['wrong'] },
    { title: '部分数没有写明属于哪个总数', text: '2024年工作总结\n\n招聘教师126名，硕士研究生41名，占⟦38.5%⟧。', reports: ['doubtful'] },
    {
      title: '分号后面接着说同一总数的占比；括注不妨碍',
      text: '2024年工作总结\n\n招聘教师240名，其中研究生60名，占25%；本科生168名，占⟦76%⟧。应届毕业生1240人，实现就业（含升学）1178人，就业率⟦98.5%⟧。毕业生640人，去向落实率90%，其中升学128人，升学率⟦22%⟧。',
      reports: ['doubtful', 'wrong', 'wrong'],
    },
    {
      title: '分号后面又说同一个率；总数在前一句',
      text: '2024年工作总结\n\n参加高考1126人，特控上线486人，上线率43.2%；本科上线1052人，上线率⟦94.3%⟧。现有护士426人。本科及以上268人，占62.9%；大专158人，占⟦36.1%⟧。',
      reports: ['doubtful', 'doubtful'],
    },
    {
      title: '分号后面是另一个总数',
      text: '2024年工作总结\n\n招聘教师240名，其中研究生60名，占25%；本科生168名，占70%。公办学校60所，占62.5%；教职工120名，占全县的3%。教师240名，其中研究生60名，占25%；党员80名，其中女党员60名，占75%。',
      reports: [],
    },
    {
      title: '做了的和剩下的',
      text: '2024年工作总结\n\n完成签约1140户，签约率⟦96.8%⟧，仅剩60户。',
      reports: ['rest'],
      message: '96.8%与文中数字不符：1140÷（1140＋60）＝95.0%。',
    },
    {
      title: '做了的和剩下的算得拢；总数另写',
      text: '2024年工作总结\n\n完成签约1140户，签约率95%，仅剩60户。受理提案126件，已办结120件，办结率95.2%，剩余6件。办结信访件119件，按期办结率100%，剩余6件。整改问题126个，整改率95.2%，剩余6个正在推进。',
      reports: [],
    },
    { title: '不合格率', text: '2024年工作总结\n\n抽检食品1850批次，不合格37批次，不合格率为⟦2.6%⟧。', reports: ['wrong'] },
    {
      title: '几类都是一个总数里的',
      text: '2024年工作总结\n\n全县120个村中，集体收入超10万元的有96个，占80%，超50万元的有30个，占⟦28%⟧。',
      reports: ['wrong'],
    },
    {
      title: '几类都算得拢；“不合格”不是合格',
      text: '2024年工作总结\n\n全县120个村中，集体收入超10万元的有96个，占80%，超50万元的有30个，占25%。抽检食品1850批次，不合格37批次，合格率为98%，不合格率为2%。',
      reports: [],
    },
    {
      title: '截尾和四舍五入都对',
      text: '2024年工作总结\n\n安排项目116个，已开工100个，开工率86%；投入资金6719万元，拨付2656万元，支付率39.5%。',
      reports: [],
    },
    { title: '部分数在“比上年多”之前', text: '2024年工作总结\n\n取得高级职称513人，比上年多198人，占全市3735人的13.73%。', reports: [] },
    { title: '超额完成的部分', text: '2024年工作总结\n\n全年改造320户，超额完成年度任务（300户）的6.7%。', reports: [] },
    { title: '基数不在文中', text: '2024年工作总结\n\n惠及学生98631人，占义务教育阶段学生总数的84.53%。购买学位13503个，民办在校生占比3.65%。', reports: [] },
    {
      title: '压减率比的是减去的部分，不是剩下的',
      text: '2024年工作总结\n\n校外培训机构由48家压减至6家，压减率87.5%；审批时限由20天压缩到9天，压缩率55%；热线坐席由40个精简为25个，精简率37.5%。',
      reports: [],
    },
    { title: '资产负债率', text: '2024年工作总结\n\n资产总额20.04亿元，负债总额10.02亿元，资产负债率⟦60.0%⟧。', reports: ['wrong'] },
    {
      title: '另一家的资产负债率',
      text: '2024年工作总结\n\n集团资产总额60亿元，净资产24亿元，负债36亿元，资产负债率60%，比年初的63%下降3个百分点。集团本部负债12亿元，资产负债率40%。',
      reports: [],
    },
    {
      title: '总数是0，算不出占比',
      text: '2024年工作总结\n\n新增学位0个，其中公办0个，占比55%。余0人三百余0人，其中女生1100人，占比55%。新增乡村学校0所，占学校总数10至0所的54.2%。',
      reports: [],
    },
    { title: '占位符不算', text: '2024年工作总结\n\n在园幼儿X人，其中公办在园幼儿6240人，占比56.3%。', reports: [] },
    { title: '约数有伸缩', text: '2024年工作总结\n\n受益学生约4.8万人，其中寄宿生1.2万余人，占26%。', reports: [] },
  ],
  triggers: PERCENTAGES,
  *check(block, context) {
    const wrong = wrongShares(block)
    for (const claim of wrong) yield reportOf(block, claim, context)
    for (const rest of wrongRests(block)) if (!wrong.some(({ claim }) => claim === rest.claim)) yield restReport(rest)
  },
})

function reportOf(block: Block, share: ShareClaim, { say }: RuleContext): Report<MessageId> {
  const { claim, keyed, isCertain } = share
  const formulas = keyed.map((reading) => `${formulaOf(reading)}${keyed.length > 1 ? `＝${sharePercent(reading, claim.decimals)}%` : ''}`)
  const first = keyed[0] as ShareReading
  const fixes = soundRepairs(
    block,
    claim,
    keyed.flatMap((reading) => repairsOf(claim, reading, say)),
  )
  const operands = [...new Set(keyed.flatMap(({ parts, total }) => [...parts, total]))]
  const repairs = fixes.length > 0 ? `可能的改法：${fixes.map(({ title }) => title).join('；')}` : '请查原始数据'
  return {
    range: claim.at,
    messageId: isCertain ? 'wrong' : 'doubtful',
    args: {
      claim: written(claim),
      repairs,
      formula: keyed.length > 1 ? formulas.slice(0, -1).join('，') + `，${formulaOf(keyed[keyed.length - 1] as ShareReading)}` : (formulas[0] ?? ''),
      expected: `${sharePercent(keyed.length > 1 ? (keyed[keyed.length - 1] as ShareReading) : first, claim.decimals)}%`,
    },
    related: operands.map((operand) => ({ ...operand.at, message: described(operand) })),
    fixes,
  }
}

function restReport({ claim, done, left, whole }: RestShare): Report<MessageId> {
  const [part, rest] = [done, left].map(({ sentence, numeral }) => sentence.text.slice(numeral.start, numeral.end))
  return {
    range: claim.at,
    messageId: 'rest',
    args: { claim: written(claim), part: part ?? '', rest: rest ?? '', expected: `${sharePercent({ parts: [done], total: whole }, claim.decimals)}%` },
    related: [done, left].map((figure) => ({ ...figure.at, message: described(figure) })),
  }
}

function formulaOf({ parts, total }: ShareReading): string {
  const plain = (figure: KnownPlacedFigure): string => figure.sentence.text.slice(figure.numeral.start, figure.numeral.end)
  const sum = parts.map(plain).join('＋')
  return `${parts.length > 1 ? `（${sum}）` : sum}÷${plain(total)}`
}

/** The percentage, the part or the total rewritten so that the other two agree; only those that do. */
function repairsOf(claim: KnownPlacedFigure, reading: ShareReading, say: RuleContext['say']): Fix[] {
  const last = reading.parts[reading.parts.length - 1] as KnownPlacedFigure
  const part = partFor(reading, claim.value)
  const total = totalFor(reading, claim.value)
  const percent = sharePercent(reading, claim.decimals)
  const candidates = [
    { figure: claim, value: percent, holds: true },
    {
      figure: last,
      value: part,
      holds: shareHolds({ ...reading, parts: [...reading.parts.slice(0, -1), { ...last, interval: intervalWith(last, part) }] }, claim.interval),
    },
    {
      figure: reading.total,
      value: total,
      holds: shareHolds({ ...reading, total: { ...reading.total, interval: intervalWith(reading.total, total) } }, claim.interval),
    },
  ]
  return candidates.flatMap(({ figure, value, holds }) => {
    const numeral = holds ? rewriteNumeral(figure, value) : undefined
    return numeral === undefined
      ? []
      : [figureFix(figure, numeral, say(`把${written(figure)}改为${numeral}${figure.unit}`, `Change ${written(figure)} to ${numeral}${figure.unit}`))]
  })
}

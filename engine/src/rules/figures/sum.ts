import { described, written, type KnownPlacedFigure } from '../../figures/placed-figure.js'
import { figureFix, intervalWith, rewriteNumeral } from '../../figures/repair.js'
import { sumOfValues } from '../../figures/share-arithmetic.js'
import { excess, sumHolds, wrongSums, type SumClaim } from '../../figures/sum.js'
import { soundRepairs } from '../../figures/slips-of-block.js'
import type { Block } from '../../markdown/block.js'
import type { Fix } from '../../linting/finding.js'
import { defineRule, type Report, type RuleContext } from '../../linting/rule.js'

type MessageId = 'unequal' | 'doubtful' | 'exceeds'

/** 其中, 合计, （……）: items and their total must agree. */
export default defineRule<'block', MessageId>({
  id: 'figures/sum',
  scope: 'block',
  severity: 'error',
  source: 'arithmetic',
  summary: '分项之和与总数不符，或“其中”的数超过总数',
  summaryEn: 'Items that do not make up their total, or exceed it',
  rationale:
    '“合计”“共”前面的分项加起来应等于总数；括号里分列的各项也是；“其中”是总数的一部分，不能比总数大；一、二、三等奖和公办、民办这类互不交叉又列全了的分项，加起来应等于总数。带“余”“约”或以“万”为单位的数按可能的范围比较。',
  messages: {
    unequal: {
      what: '各项之和是{sum}，与总数{total}不符：{formula}＝{sum}。',
      advice: '核对各项和总数。{repairs}。',
      en: 'The items come to {sum}, not {total}: {formula} = {sum}.',
    },
    doubtful: {
      what: '各项之和是{sum}，总数写的是{total}：{formula}＝{sum}。',
      advice: '请核实各项是否列全、有没有敲错。{repairs}。',
      en: 'The items come to {sum} and the total is {total}: {formula} = {sum}.',
      severity: 'warning',
    },
    exceeds: {
      what: '“其中”的数{sum}超过了总数{total}：{formula}。',
      advice: '部分不会大于总体，请核对。{repairs}。',
      en: 'A part of {sum} is more than its whole of {total}: {formula}.',
    },
  },
  examples: [
    {
      title: '“共”与前面的分项',
      text: '2024年工作总结\n\n表彰优秀教师82名、优秀班主任40名、先进工作者20名，共⟦140名⟧。',
      reports: ['unequal'],
      message: '各项之和是142，与总数140名不符：82＋40＋20＝142。',
      fixed: '2024年工作总结\n\n表彰优秀教师82名、优秀班主任40名、先进工作者20名，共142名。',
    },
    { title: '一二三等奖超过奖项总数', text: '2024年工作总结\n\n获省级奖项⟦6个⟧，其中一等奖3个，二等奖3个，三等奖1个。', reports: ['exceeds'] },
    {
      title: '部分大于总体',
      text: '2024年工作总结\n\n发展党员⟦26名⟧，其中一线教师35名。',
      reports: ['exceeds'],
      message: '“其中”的数35超过了总数26名：35＞26。',
    },
    { title: '括号里分列', text: '2024年工作总结\n\n接入平台学校⟦40所⟧（小学25所、初中11所、高中3所）。', reports: ['doubtful'] },
    {
      title: '新建、改扩建、维修；夏粮、秋粮；专科生、本科生',
      text: '2024年工作总结\n\n实施校舍项目⟦18个⟧，其中新建5个、改扩建8个、维修加固7个。粮食总产⟦24.6万吨⟧，其中夏粮10.3万吨，秋粮16.8万吨。在校生⟦6420人⟧，其中专科生5280人、本科生1240人。',
      reports: ['exceeds', 'exceeds', 'exceeds'],
    },
    {
      title: '“其中”另起一句；工程的三个阶段',
      text: '2024年工作总结\n\n粮食总产⟦24.6万吨⟧，平均亩产412公斤。其中夏粮10.3万吨，秋粮16.8万吨。今年安排重点项目⟦18个⟧，已完工6个、在建9个、前期4个。',
      reports: ['exceeds', 'exceeds'],
    },
    {
      title: '“其中”另起一句，说的是另一些；阶段加起来不到全部',
      text: '2024年工作总结\n\n粮食总产24.6万吨，油料总产3.2万吨。其中夏粮10.3万吨，秋粮16.8万吨。今年安排重点项目18个，已完工6个、在建9个、前期3个。去年结转项目12个，已完工6个、在建4个。',
      reports: [],
    },
    {
      title: '没有列全、可以交叉',
      text: '2024年工作总结\n\n实施校舍项目18个，其中新建5个、改扩建8个、维修加固2个。粮食总产24.6万吨，其中夏粮8.3万吨，秋粮14.8万吨。专任教师160人，其中本科学历150人、硕士学历40人。现有文保单位196处，其中国家级1处、省级4处、市级9处、县级32处，其余150处未定级。招生计划900人，其中本科生报到680人、专科生报到260人。',
      reports: [],
    },
    {
      title: '总数前面列的正是各项；学历；“分别为”',
      text: '2024年工作总结\n\n实施新建、改扩建学校项目⟦9个⟧，其中新建3个、改扩建5个。语文、数学、英语三个教研组共听课⟦86节⟧，其中语文32节、数学28节、英语24节。招聘医生⟦132名⟧，其中博士4名、硕士38名、本科80名。安排资金⟦86万元⟧，分别为：校园改造42万元、设备更新30万元、图书购置24万元。',
      reports: ['doubtful', 'doubtful', 'doubtful', 'doubtful'],
    },
    {
      title: '总数前面列的不止这几项；“分别为”算得拢；接着说的是另一件事',
      text: '2024年工作总结\n\n评选优秀教师、优秀班主任、优秀工作者80名，其中优秀教师50名、优秀班主任20名。安排资金96万元，分别为：校园改造42万元、设备更新30万元、图书购置24万元。启动建设项目5个，其中新建2个，续建3个，新增停车位300个。全区有幼儿园66所，其中公办24所、普惠性民办31所、其他民办11所。招聘教师30名，其中硕士8名、本科20名。',
      reports: [],
    },
    { title: '公办民办列全了却少', text: '2024年工作总结\n\n全县有幼儿园⟦96所⟧，其中公办58所、民办37所。', reports: ['doubtful'] },
    { title: '奖牌', text: '2024年工作总结\n\n省运会上获得8金19银19铜，共⟦47枚⟧奖牌。', reports: ['unequal'] },
    { title: '两个单位连写的“其中”', text: '2024年工作总结\n\n查处问题⟦18起⟧26人，其中奢靡之风问题11起15人、官僚主义问题9起11人。', reports: ['doubtful'] },
    { title: '已办的和未办的', text: '2024年工作总结\n\n监测对象⟦42户⟧136人，已消除风险31户102人，未消除风险13户34人。', reports: ['doubtful'] },
    { title: '剩余的写在分号后面', text: '2024年工作总结\n\n发现隐患⟦372处⟧，已整改363处，整改率97.6%；剩余19处正在整改。', reports: ['doubtful'] },
    { title: '企业资质等级互不交叉', text: '2024年工作总结\n\n全市有建筑业企业⟦268家⟧，其中特级1家、一级36家、二级134家、三级107家。', reports: ['exceeds'] },
    {
      title: '两个单位连写，算得拢或可以交叉',
      text: '2024年工作总结\n\n查处问题18起26人，其中奢靡之风问题11起15人、官僚主义问题7起11人。监测对象42户136人，已消除风险31户102人，未消除风险11户34人。帮扶脱贫户60户186人，其中低保户40户90人、残疾户30户70人。通报案例6批12起，其中区级2批5起、镇级3批6起。',
      reports: [],
    },
    {
      title: '算得拢',
      text: '2024年工作总结\n\n获奖21人，其中一等奖6名、二等奖10名、三等奖5名。投入资金580万元，其中设备420万元、平台90万元、培训70万元。',
      reports: [],
    },
    {
      title: '“以上”一层包着一层',
      text: '2024年工作总结\n\n获奖120项，其中省级以上30项、市级以上60项、县级以上120项。有资质企业120家，其中一级以上20家、二级以上60家、三级以上120家。',
      reports: [],
    },
    { title: '只列了一部分', text: '2024年工作总结\n\n专任教师186名，其中高级教师50名，女教师120名，党员76名，研究生80名。', reports: [] },
    { title: '单位不同或每校的数', text: '2024年工作总结\n\n举办培训3期、讲座5场，共300人参加。每校2名、每班1名，共120名。', reports: [] },
  ],
  *check(block, context) {
    for (const claim of wrongSums(block)) yield reportOf(block, claim, context)
  },
})

function reportOf(block: Block, claim: SumClaim, { say }: RuleContext): Report<MessageId> {
  const { total, items, relation, isCertain } = claim
  const plain = (figure: KnownPlacedFigure): string => figure.sentence.text.slice(figure.numeral.start, figure.numeral.end)
  const power = { '': 0, 万: 4, 亿: 8 }[total.multiplier] ?? 0
  const sum = `${sumOfValues(items).shift(-power).trimmed}${total.multiplier}`
  const list = items.map(plain).join('＋')
  const fixes = soundRepairs(block, total, repairsOf(claim, say))
  return {
    range: total.at,
    messageId: relation === 'at-most' ? 'exceeds' : isCertain ? 'unequal' : 'doubtful',
    args: {
      sum,
      total: written(total),
      formula: relation === 'at-most' ? `${list}${items.length > 1 ? `＝${sum}` : ''}＞${plain(total)}` : list,
      repairs: fixes.length > 0 ? `可能的改法：${fixes.map(({ title }) => title).join('；')}` : '请查原始数据',
    },
    related: items.map((item) => ({ ...item.at, message: described(item) })),
    fixes,
  }
}

/** The total, or one item, rewritten so that the rest agrees. */
function repairsOf(claim: SumClaim, say: RuleContext['say']): Fix[] {
  const { total, items } = claim
  const gap = excess(claim)
  const fix = (figure: KnownPlacedFigure, value: typeof gap, holds: boolean): Fix[] => {
    const numeral = holds ? rewriteNumeral(figure, value) : undefined
    return numeral === undefined
      ? []
      : [figureFix(figure, numeral, say(`把${written(figure)}改为${numeral}${figure.unit}`, `Change ${written(figure)} to ${numeral}${figure.unit}`))]
  }
  const sum = sumOfValues(items)
  const ofTotal = fix(total, sum, sumHolds({ total: { ...total, interval: intervalWith(total, sum) }, items, relation: 'equal' }))
  const ofItems = items.slice(0, 6).flatMap((item) => {
    const value = item.value.minus(gap)
    const rest = items.map((other) => (other === item ? { ...item, interval: intervalWith(item, value) } : other))
    return value.sign <= 0 ? [] : fix(item, value, sumHolds({ total, items: rest, relation: 'equal' }))
  })
  return [...ofTotal, ...ofItems]
}

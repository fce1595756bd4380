import { averageOf, wrongAverages, type Average } from '../../figures/average.js'
import { written } from '../../figures/placed-figure.js'
import { figureFix, rewriteNumeral } from '../../figures/repair.js'
import { defineRule, type Report, type RuleContext } from '../../linting/rule.js'

/** 人均, 户均, 班均, 月均: a total shared out. */
export default defineRule<'block', 'wrong'>({
  id: 'figures/average',
  scope: 'block',
  severity: 'warning',
  source: 'arithmetic',
  summary: '人均、户均、班均等平均数与总数、人数算不拢',
  summaryEn: 'An average that the total and the number of heads do not give',
  rationale:
    '“资助学生800人，发放资金120万元，人均1500元”，总数除以人数就是平均数。同一句里总数、人数、平均数都写了而算不拢，至少有一个数错了，或者平均的不是这个总数。有几个总数或几种人的，不比；标准（每人每年多少元）、可支配收入这类统计指标不比。',
  messages: {
    wrong: {
      what: '{claim}与文中数字算不拢：{formula}≈{expected}。',
      advice: '请核实总数、{over}和平均数；平均的若不是这个总数，请写明。',
      en: '{claim} does not agree: {formula} ≈ {expected}.',
    },
  },
  examples: [
    {
      title: '人均资助',
      text: '2024年工作总结\n\n资助困难学生800人，发放资金120万元，人均⟦1600元⟧。',
      reports: ['wrong'],
      message: '1600元与文中数字算不拢：120万元÷800人≈1500元。',
      fixed: '2024年工作总结\n\n资助困难学生800人，发放资金120万元，人均1500元。',
    },
    { title: '户均增收', text: '2024年工作总结\n\n带动农户460户增收598万元，户均增收⟦1.5万元⟧。', reports: ['wrong'] },
    { title: '班均人数', text: '2024年工作总结\n\n现有教学班24个班，学生1068人，班均⟦54人⟧。', reports: ['wrong'] },
    {
      title: '平均每栋、平均班额',
      text: '2024年工作总结\n\n改造楼房120栋，惠及居民4200户，平均每栋⟦45户⟧。现有36个教学班，学生1620人，平均班额⟦52人⟧。',
      reports: ['wrong', 'wrong'],
    },
    { title: '平均每期的人是人次', text: '2024年工作总结\n\n举办培训16期，培训1920人次，平均每期⟦130人⟧。', reports: ['wrong'] },
    { title: '亩产，面积在分号之前', text: '2024年工作总结\n\n粮食播种面积24000亩；总产量11040吨，平均亩产⟦520公斤⟧。', reports: ['wrong'] },
    {
      title: '除得尽却差一，小数点错了位',
      text: '2024年工作总结\n\n排查路口42处，安装反光镜84面，平均每处⟦3面⟧。资助学生2150人，发放资金258万元，人均⟦1.2万元⟧。',
      reports: ['wrong', 'wrong'],
    },
    {
      title: '以万为单位；平均每个小区',
      text: '2024年工作总结\n\n发放贷款480户2400万元，户均⟦6万元⟧。改造小区12个，惠及居民3000户，平均每个小区⟦350户⟧。',
      reports: ['wrong', 'wrong'],
    },
    {
      title: '总数和其中的几项',
      text: '2024年工作总结\n\n粮食播种面积6.24万亩，其中水稻4.12万亩、小麦2.12万亩，总产量3.12万吨，平均亩产⟦580公斤⟧。',
      reports: ['wrong'],
      message: '580公斤与文中数字算不拢：3.12万吨÷6.24万亩≈500公斤。',
    },
    { title: '案件罚款的件均', text: '2024年工作总结\n\n查处案件48件，罚没款72万元，件均⟦1.2万元⟧。', reports: ['wrong'] },
    { title: '月均', text: '2024年工作总结\n\n全年接听热线来电14640件，月均⟦1420件⟧。', reports: ['wrong'] },
    {
      title: '算得拢',
      text: '2024年工作总结\n\n资助困难学生800人，发放资金120万元，人均1500元。藏书12.8万册，现有学生4000人，生均图书32册。全年接听热线来电14640件，月均1220件。教学班24个班，学生1068人，班均44人。',
      reports: [],
    },
    {
      title: '平均的是其中一种',
      text: '2024年工作总结\n\n粮食播种面积8万亩，总产量3.4万吨，其中水稻亩产520公斤。粮食播种面积6.24万亩，其中水稻4.12万亩、小麦2.12万亩，总产量3.12万吨，水稻平均亩产580公斤。粮食播种面积8万亩；总产量3.4万吨，小麦平均亩产390公斤。现有教学班40个，学生1800人，小学平均班额42人。改造40栋，投入1200万元，平均每栋30万元。',
      reports: [],
    },
    {
      title: '几种人、几笔钱、标准和统计指标',
      text: '2024年工作总结\n\n资助小学生800人、初中生300人，发放资金120万元，人均1300元。投入资金200万元、配套资金90万元，惠及农户160户，户均1.5万元。为920名学生按每人每年1200元标准发放补助82万元。全县人口23.6万人，财政收入23亿元，人均可支配收入12600元。',
      reports: [],
    },
  ],
  triggers: ['均', '每', '亩'],
  *check(block, context) {
    for (const reading of wrongAverages(block)) yield reportOf(reading, context)
  },
})

function reportOf(reading: Average, { say }: RuleContext): Report<'wrong'> {
  const { average, total, heads, months } = reading
  const expected = `${averageOf(reading).toString()}${average.multiplier}${average.unit}`
  const numeral = rewriteNumeral(average, averageOf(reading).shift({ 万: 4, 亿: 8 }[average.multiplier] ?? 0))
  return {
    range: average.at,
    messageId: 'wrong',
    args: {
      claim: written(average),
      formula: `${written(total)}÷${heads === undefined ? String(months) : written(heads)}`,
      expected,
      over: heads === undefined ? '月数' : `${heads.unit.replace(/^个(?=.)/, '')}数`,
    },
    related: [total, heads].filter((figure) => figure !== undefined).map((figure) => ({ ...figure.at, message: written(figure) })),
    fixes:
      numeral === undefined
        ? []
        : [figureFix(average, numeral, say(`把${written(average)}改为${numeral}${average.unit}`, `Change ${written(average)} to ${numeral}${average.unit}`))],
  }
}

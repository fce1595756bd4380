import { Decimal } from '../../document/decimal.js'
import { figuresOf, isKnown } from '../../document/figure.js'
import { defineRule } from '../../linting/rule.js'
import { PERCENTAGES } from '../../linting/triggers.js'

type MessageId = 'over' | 'above'

const HUNDRED = Decimal.of(100)
/** Rates that are parts of a whole. 毛入学率, 完成率, 增长率 may exceed a hundred. */
const BOUNDED =
  /(?:覆盖率|合格率|及格率|优秀率|优良率|满意率|满意度|知晓率|入[学园]率|巩固率|普及率|普惠率|参与率|就业率|录取率|上线率|升学率|办结率|整改率|开工率|竣工率|达标率|持证率|上岗率|出勤率|到岗率|接种率|签约率|回收率|解决率|参保率|建档率|体检率|筛查率|规范管理率|签订率|配备率|安装率|登记率|定检率|到会率|到课率|毕业率|化解率|消除率|清零率|销号率|答复率|处置率|硬化率|治理率|公开率|知晓度|入住率|检出率|录用率|通过率|占比|占[^，。；率]{1,14}的)(?:[已均都也]|全部)?(?:达到了?|[达为是]|提高到|提升到|上升到|保持在?|稳定在)?了?$/
const UNBOUNDED =
  /毛入|拨备|流动性|完成率|增长|增速|保值|倍|目标任务|占[^，。；]{0,12}(?:任务|目标|计划|预算|指标|定额|同期|上年|去年)[^，。；]{0,4}的|比上年|同比|提高了?$|增加了?$/

/** 占全区18所学校的110%: the whole of a place stands with its number; 核定招生数、序时进度、岗位 are measures, which may be exceeded. */
const OF_WHOLE = /占(?:全[国省市州盟县区旗镇乡校院局系统街道]{1,2}|所有|总共?)[^，。；\d]{0,6}\d[\d.]{0,8}[^，。；\d]{1,10}的$/
const LONGEST_WHOLE = 40

function isOfWholeGiven(before: string): boolean {
  return OF_WHOLE.test(before) && !UNBOUNDED.test(before.slice(before.lastIndexOf('占')).replace(/\d[\d.]{0,8}[^，。；\d]{1,10}的$/, '数的'))
}

/** A share of a whole cannot exceed a hundred per cent. */
export default defineRule<'sentence', MessageId>({
  id: 'figures/rate-range',
  scope: 'sentence',
  severity: 'error',
  source: 'arithmetic',
  summary: '覆盖率、合格率、占比等超过100%',
  summaryEn: 'A share of a whole above 100%',
  rationale: '覆盖率、合格率、满意度、占比都是部分与总体之比，不会超过100%，也就没有“100%以上”。毛入学率、任务完成率、增长率可以超过100%，不在此列。',
  messages: {
    over: {
      what: '“{label}”不会超过100%，文中写作{value}。',
      advice: '查对原始数据；如果是完成率、毛入学率，请写明。',
      en: '“{label}” cannot exceed 100%; the text has {value}.',
    },
    above: { what: '“{value}”不通：“{label}”最高就是100%。', advice: '删去“以上”，或核对百分数。', en: '“{value}” makes no sense for “{label}”.' },
  },
  examples: [
    { title: '覆盖率超过100%', text: '2024年工作总结\n\n课后服务覆盖率达到⟦102%⟧。', reports: ['over'] },
    { title: '建档率、化解率也不会超过', text: '2024年工作总结\n\n居民建档率达⟦103.5%⟧，纠纷化解率为⟦101%⟧。', reports: ['over', 'over'] },
    { title: '100%以上', text: '2024年工作总结\n\n疫苗接种率达⟦100%以上⟧。', reports: ['above'], fixed: '2024年工作总结\n\n疫苗接种率达100%。' },
    {
      title: '占几所学校的百分之一百多',
      text: '2024年工作总结\n\n新增托管学校20所，占全区18所学校的⟦111.1%⟧。',
      reports: ['over'],
    },
    {
      title: '占任务数、占上年的可以超过',
      text: '2024年工作总结\n\n招生1100人，占年度计划1000人的110%。检查20所次，占全区18所学校的100%。实际报到660人，占核定招生数600人的110%。报名1500人，占招聘岗位50个的3000%。收入12亿元，占上年10亿元的120%。完成投资36.7亿元，占年度计划投资的112.9%。',
      reports: [],
    },
    {
      title: '可以超过100%的',
      text: '2024年工作总结\n\n学前教育毛入园率达101.2%，年度任务完成率为108%，投资增长率达120%，资产保值增值率为103%，入库税收占年度任务的101%，收入占上年同期的112%，群众满意度达99%以上，拨备覆盖率达214%。',
      reports: [],
    },
  ],
  triggers: PERCENTAGES,
  *check(sentence, { say }) {
    for (const figure of figuresOf(sentence)) {
      if (figure.kind !== 'percentage' || !isKnown(figure) || figure.value.compare(HUNDRED) < 0) continue
      const isBounded = BOUNDED.test(figure.label) && !UNBOUNDED.test(figure.label)
      if (!isBounded && !isOfWholeGiven(sentence.canonical.slice(Math.max(0, figure.start - LONGEST_WHOLE), figure.start))) continue
      const args = {
        label: (/[^，。；]{2,14}$/.exec(figure.label)?.[0] ?? '占比').replace(/(?:已|均)?(?:达到了?|[达为是])$/, ''),
        value: sentence.text.slice(figure.start, figure.end),
      }
      const range = { start: figure.start, end: figure.end }
      if (figure.value.compare(HUNDRED) > 0) yield { range, messageId: 'over', args }
      else if (figure.value.equals(HUNDRED) && figure.approximation === 'at-least' && sentence.canonical.slice(figure.numeral.end, figure.end) === '%以上') {
        yield {
          range,
          messageId: 'above',
          args,
          fixes: [{ title: say('删去“以上”', 'Remove 以上'), safety: 'unsafe', edits: [{ start: figure.end - 2, end: figure.end, newText: '' }] }],
        }
      }
    }
  },
})

import { written } from '../../figures/placed-figure.js'
import { figureFix, rewriteNumeral } from '../../figures/repair.js'
import { stageSlips } from '../../figures/stages.js'
import { defineRule } from '../../linting/rule.js'
import { pairsOf } from '../../text/triggers.js'

type MessageId = 'more' | 'all'

/** 发现20处，整改25处: a later stage of the same work cannot count more than the one before. */
export default defineRule<'block', MessageId>({
  id: 'figures/stages',
  scope: 'block',
  severity: 'warning',
  source: 'arithmetic',
  summary: '后一环节的数大于前一环节（整改多于发现、办结多于受理）',
  summaryEn: 'A later stage counts more than the one before it',
  rationale:
    '整改的问题是发现的问题的一部分，办结的是受理的一部分，获奖的是申报的一部分，竣工的是开工的一部分，数目不应更大；说“全部整改”，两个数应相等。若后一个数含有以前年度遗留的，应写明“含上年”。',
  messages: {
    more: {
      what: '后一环节{later}多于前一环节{earlier}。',
      advice: '请核实两个数；如含以前年度的，请写明。',
      en: 'The later stage, {later}, counts more than the earlier one, {earlier}.',
    },
    all: {
      what: '说是全部，但{later}与前面的{earlier}不等。',
      advice: '核对两个数，或者不用“全部”。',
      en: 'All are said to be dealt with, but {later} is not {earlier}.',
    },
  },
  examples: [
    {
      title: '整改多于发现',
      text: '2024年工作总结\n\n排查发现安全隐患236处，完成整改⟦263处⟧。',
      reports: ['more'],
      message: '后一环节263处多于前一环节236处。',
    },
    { title: '办结多于受理', text: '2024年工作总结\n\n受理群众诉求118件，按期办结⟦121件⟧。', reports: ['more'] },
    { title: '全部整改而数目不同', text: '2024年工作总结\n\n巡查发现问题50个，全部整改⟦48个⟧。', reports: ['all'] },
    {
      title: '顺序和数目都对',
      text: '2024年工作总结\n\n排查发现隐患372处，已整改365处；受理诉求218件，办结218件；推荐论文393篇，获得市级奖356篇。',
      reports: [],
    },
    {
      title: '含以前年度',
      text: '2024年工作总结\n\n发现问题20个，连同上年遗留问题共整改25个；发现隐患30处，整改33处（含上年3处）；检查学校60所，整改问题85个。',
      reports: [],
    },
  ],
  triggers: [
    ...pairsOf('整', '改治'),
    ...pairsOf('办', '结复理'),
    ...pairsOf('获', '奖批评得'),
    ...pairsOf('开竣完', '工'),
    ...['销号', '治理', '答复', '立项', '入选', '通过', '录取', '上线', '合格', '达线', '验收', '回收', '收回'],
  ],
  *check(block, { say }) {
    for (const { earlier, later, isAll } of stageSlips(block)) {
      const fixes = [
        [later, earlier],
        [earlier, later],
      ].flatMap(([figure, other]) => {
        const numeral = figure === undefined || other === undefined ? undefined : rewriteNumeral(figure, other.value)
        return numeral === undefined || figure === undefined
          ? []
          : [figureFix(figure, numeral, say(`把${written(figure)}改为${numeral}${figure.unit}`, `Change ${written(figure)} to ${numeral}${figure.unit}`))]
      })
      yield {
        range: later.at,
        messageId: isAll ? 'all' : 'more',
        args: { earlier: written(earlier), later: written(later) },
        related: [{ ...earlier.at, message: written(earlier) }],
        fixes,
      }
    }
  },
})

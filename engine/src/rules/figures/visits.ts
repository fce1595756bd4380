import { Decimal } from '../../document/decimal.js'
import { isComparable } from '../../document/figure.js'
import { isKnownPlaced, quantitiesOf, written } from '../../figures/placed-figure.js'
import { defineRule } from '../../linting/rule.js'

const VISIT = /(?:检查|督查|巡查|抽查|排查|走访|督导|暗访|指导)[^，。；]{0,10}$/

/** 检查机构283家 …… 检查2103家: more visits than there are places to visit; they are 家次. */
export default defineRule<'block', 'visits'>({
  id: 'figures/visits',
  scope: 'block',
  severity: 'info',
  source: 'practice',
  summary: '检查数远多于单位数，疑应为“家次”“所次”',
  summaryEn: 'More places visited than there are: visits, not places',
  rationale: '“家”“所”数的是单位，同一个单位查几遍仍是一家；数检查的遍数要用“家次”“所次”。同一段里先说检查机构283家，又说检查2103家，后一个数多半是家次。',
  messages: {
    visits: {
      what: '前面说检查{first}，这里说检查{second}，疑应为“{second}次”。',
      advice: '若数的是检查遍数，用“{unit}次”；若是单位数，请核对。',
      en: '{first} were inspected and then {second}: probably visits ({unit}次).',
    },
  },
  examples: [
    {
      title: '家应为家次',
      text: '2024年工作总结\n\n排查培训机构156家，开展消防检查⟦1240家⟧。',
      reports: ['visits'],
      fixed: '2024年工作总结\n\n排查培训机构156家，开展消防检查1240家次。',
    },
    { title: '已是家次，或数目相近', text: '2024年工作总结\n\n检查机构156家，开展消防检查1240家次；检查食堂80所，督查校车单位92所。', reports: [] },
  ],
  triggers: ['检查', '督查', '巡查', '抽查', '排查', '走访', '督导', '暗访', '指导'],
  *check(block, { say }) {
    const quantities = quantitiesOf(block)
    for (const [i, second] of quantities.entries()) {
      if (!isKnownPlaced(second) || !/^[家所户]$/.test(second.unit) || !VISIT.test(second.label)) continue
      const first = quantities
        .slice(Math.max(0, i - 3), i)
        .find((other) => other.sentenceIndex === second.sentenceIndex && isComparable(other, second) && VISIT.test(other.label))
      if (first === undefined || !isKnownPlaced(first) || second.value.compare(first.value.times(Decimal.of(3))) < 0) continue
      const at = second.numeralAt.end + second.unit.length
      yield {
        range: second.at,
        messageId: 'visits',
        args: { first: written(first), second: written(second), unit: second.unit },
        related: [{ ...first.at, message: written(first) }],
        fixes: [{ title: say(`改为“${written(second)}次”`, `Write ${written(second)}次`), safety: 'unsafe', edits: [{ start: at, end: at, newText: '次' }] }],
      }
    }
  },
})

import { described } from '../../figures/placed-figure.js'
import { ratioOf, wrongRatios } from '../../figures/ratio.js'
import { defineRule } from '../../linting/rule.js'

/** 医护比1∶1.24, 本科生与研究生之比9∶1: a ratio must be that of the two counts before it. */
export default defineRule<'block', 'wrong'>({
  id: 'figures/ratio',
  scope: 'block',
  severity: 'warning',
  source: 'arithmetic',
  summary: '师生比、医护比等比例与文中的两个数算不拢',
  summaryEn: 'A ratio that the two counts before it do not give',
  rationale:
    '师生比、生师比、医护比、床护比和“某某与某某之比”，都可以用同一段里的两个数重新算一遍。算不拢，不是数字有误，就是前后项写反了（师生比1∶14，生师比14∶1）。同一段里每一边各有一个数的才比。',
  messages: {
    wrong: {
      what: '“{name}{claim}”与文中数字算不拢：{first}、{second}，应为{expected}。',
      advice: '核对三个数，并看前项、后项有没有写反。',
      en: 'The ratio {claim} ({name}) does not agree with {first} and {second}: {expected}.',
    },
  },
  examples: [
    {
      title: '医护比',
      text: '2024年工作总结\n\n现有执业（助理）医师1150人、注册护士1426人，医护比为⟦1∶1.42⟧。',
      reports: ['wrong'],
      message: '“医护比1∶1.42”与文中数字算不拢：医师1150人、注册护士1426人，应为1∶1.24。',
    },
    {
      title: '前后项写反；两类人之比',
      text: '2024年工作总结\n\n全校在校学生3600人，专任教师240人，师生比为⟦15∶1⟧。\n\n全院有本科生2800人、研究生320人，本科生与研究生之比约为⟦12∶1⟧。',
      reports: ['wrong', 'wrong'],
    },
    {
      title: '算得拢、四舍五入、约数',
      text: '2024年工作总结\n\n现有医师1150人、注册护士1426人，医护比为1∶1.24。\n\n在校学生3610人，专任教师240人，生师比为15∶1。\n\n开放床位860张，注册护士426人，床护比约1∶0.5。',
      reports: [],
    },
    {
      title: '一边有几个数，或者数不在这一段',
      text: '2024年工作总结\n\n小学教师320人、初中教师240人，在校学生7200人，师生比为1∶14。\n\n我校师生比为1∶12.5，比分3:2，预备会8:30开始。',
      reports: [],
    },
  ],
  triggers: ['比'],
  *check(block) {
    for (const claim of wrongRatios(block)) {
      const [first, second] = [described(claim.first), described(claim.second)]
      yield {
        range: claim.range,
        messageId: 'wrong',
        args: { name: claim.name, claim: claim.text, first, second, expected: ratioOf(claim) },
        related: [
          { ...claim.first.at, message: first },
          { ...claim.second.at, message: second },
        ],
      }
    }
  },
})

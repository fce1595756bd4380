import { parseChineseInteger } from '../../document/numeral-chinese.js'
import { defineRule } from '../../linting/rule.js'
import { matchesOf } from '../../text/matches.js'

const NUMBER = '(\\d{1,4}|[一二三四五六七八九十]{1,3})'
const PLACE = '(?:排名|位列|名列|位居|排在|[列居排])'
const OF = new RegExp(
  `${NUMBER}[个家所](?:[县区市镇乡]|街道|单位|学校|企业|部门)[^，。；第\\d]{0,8}[中里内]，?[^，。；第\\d]{0,8}${PLACE}[^，。；第\\d]{0,6}第${NUMBER}(?![届批期季类条次轮学])`,
  'g',
)
const BEHIND = new RegExp(
  `${PLACE}[^，。；第\\d]{0,8}第${NUMBER}[位名]?（(?:(?:全[省市县区镇乡校园]|其中)?[共有]{1,2}|全[省市县区镇乡校园])${NUMBER}[个家所名](?![^）]{0,12}[、和及与]\\d)`,
  'g',
)

/** A rank cannot be below the last. */
export default defineRule<'sentence', 'beyond'>({
  id: 'figures/rank',
  scope: 'sentence',
  severity: 'error',
  source: 'arithmetic',
  summary: '名次超出了参加排名的总数',
  summaryEn: 'A rank beyond the number that is ranked',
  rationale: '“在全市9个县区中排名第11位”，名次比参加排名的数目还大，两个数必有一错。',
  messages: {
    beyond: { what: '一共{total}个，不会排到第{rank}。', advice: '核对名次和参加排名的总数。', en: 'There are {total}; none can be number {rank}.' },
  },
  examples: [
    { title: '名次大于总数', text: '2024年工作总结\n\n综合考核在全市9个县区中排名第⟦11⟧位。', reports: ['beyond'], message: '一共9个，不会排到第11。' },
    {
      title: '总数在括号里',
      text: '2024年工作总结\n\n营商环境评价位列全省第⟦88⟧名（共86个县）。金牌数位居全市第⟦12⟧（全市共11个县区）。',
      reports: ['beyond', 'beyond'],
    },
    {
      title: '名次在总数之内',
      text: '2024年工作总结\n\n综合考核在全市9个县区中排名第9位，群众满意度在全省86个县中位列第三。在全市12所学校中列第13批试点。总分位居全市第3（全市共11个县区）。考核列全市第12（全市11个县区、3个开发区）。',
      reports: [],
    },
  ],
  triggers: ['第'],
  *check(sentence) {
    const text = sentence.canonical
    const pairs = [
      ...matchesOf(OF, text).map((match) => ({ match, total: match[1], rank: match[2] })),
      ...matchesOf(BEHIND, text).map((match) => ({ match, total: match[2], rank: match[1] })),
    ]
    for (const { match, total, rank } of pairs) {
      const [m, n] = [numberOf(total ?? ''), numberOf(rank ?? '')]
      if (m === undefined || n === undefined || n <= m) continue
      const start = match.index + match[0].lastIndexOf(`第${rank}`) + 1
      yield { range: { start, end: start + (rank ?? '').length }, messageId: 'beyond', args: { total: m, rank: n } }
    }
  },
})

function numberOf(text: string): number | undefined {
  if (/^\d/.test(text)) return Number(text)
  const parsed = parseChineseInteger(text)
  return parsed === undefined || parsed.low !== parsed.high ? undefined : Number(parsed.high)
}

import { defineRule } from '../../linting/rule.js'
import type { TextRange } from '../../text/range.js'
import { pairsOf } from '../../linting/triggers.js'
import { matchesOf } from '../../text/matches.js'

type MessageId = 'chat' | 'mobile' | 'identity' | 'account'

const CHAT = /(?:[Qq]{2}(?:群|号|号码)?|微信号|加微信|[Vv][Xx]|微信(?:ID|id|[：:])) ?[：:]? ?(?:[1-9]\d{4,10}(?!\d)|[A-Za-z][A-Za-z0-9_-]{5,19})/g
const MOBILE = /(?<![\d.])1[3-9]\d{9}(?!\d|\.\d)/g
const IDENTITY = /(?<!\d)[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g
const ACCOUNT = /(?:账号|帐号|卡号|账户)[：:为是]? ?(\d{12,19})(?!\d)/g
/** A number that a notice gives on purpose. */
const GIVEN = /(?:联系|电话|咨询|热线|监督|举报|手机|值班|报名|投诉|邮编|传真)[^。；]{0,16}$/
const COUNTED = /^(?:余?[人名个次件份元平万亿吨户篇册]|㎡|%)/

/** Private numbers in a report: QQ and WeChat numbers, mobile phones, identity cards, bank accounts. */
export default defineRule<'block', MessageId>({
  id: 'residue/contact-number',
  scope: 'block',
  severity: 'warning',
  source: 'practice',
  summary: '正文里的QQ号、手机号、身份证号、银行账号',
  summaryEn: 'QQ, mobile, identity card and account numbers in the text',
  rationale:
    '工作报告不应出现个人的手机号、身份证号、银行账号（《个人信息保护法》）；QQ号、微信号多半是资料站留下的。文末“联系人、联系电话”和公布的咨询、监督电话不报。',
  messages: {
    chat: { what: '正文里有QQ号或微信号“{words}”，像是资料站留下的。', advice: '删去。', en: 'A QQ or WeChat number, “{words}”, stands in the report.' },
    mobile: { what: '正文里有手机号码“{words}”，涉及个人信息。', advice: '删去，或改用单位电话。', en: 'A mobile number, “{words}”, stands in the report.' },
    identity: {
      what: '正文里有身份证号码（尾号{words}），涉及个人信息。',
      advice: '删去或打码。',
      en: 'An identity card number (ending {words}) stands in the report.',
    },
    account: { what: '正文里有银行账号（尾号{words}）。', advice: '删去或打码。', en: 'A bank account number (ending {words}) stands in the report.' },
  },
  examples: [
    {
      title: 'QQ号和手机号',
      text: '2024年工作总结\n\n材料由专班汇总，⟦QQ123456789⟧，教师张老师⟦13800000000⟧负责。',
      reports: ['chat', 'mobile'],
      message: '正文里有QQ号或微信号“QQ123456789”，像是资料站留下的。',
    },
    { title: '身份证号和账号', text: '2024年工作总结\n\n资助学生（⟦110101201001011234⟧），发放账号⟦6222000000000000000⟧。', reports: ['identity', 'account'] },
    {
      title: '公布的电话、家长QQ群、大额数字',
      text: '2024年工作总结\n\n建立家长QQ群126个，开通咨询QQ群123456789，公布监督举报电话13900000000，工程投资13800000000元，12345热线办件3006件，贫困学生档案号20240101完整。\n\n（联系人：办公室，联系电话：13700000000）',
      reports: [],
    },
  ],
  triggers: ['微信', 'V', 'v', ...pairsOf('0123456789', '0123456789')],
  *check(block) {
    const { canonical } = block
    if (!/\d{5}|[Vv][Xx]|微信/.test(canonical)) return
    const places = (pattern: RegExp, group = 0): TextRange[] =>
      matchesOf(pattern, canonical).map((match) => {
        const start = match.index + match[0].length - (match[group] as string).length
        return { start, end: match.index + match[0].length }
      })
    const words = ({ start, end }: TextRange): string => block.text.slice(start, end)
    const tail = ({ start, end }: TextRange): string => canonical.slice(Math.max(start, end - 4), end)
    for (const range of places(CHAT)) {
      // a group that a notice invites to is no one's private number
      if (canonical.startsWith('群', range.start + 2) && GIVEN.test(canonical.slice(0, range.start))) continue
      yield { range, messageId: 'chat', args: { words: words(range) } }
    }
    for (const range of places(IDENTITY)) yield { range, messageId: 'identity', args: { words: tail(range) } }
    for (const range of places(ACCOUNT, 1)) yield { range, messageId: 'account', args: { words: tail(range) } }
    for (const range of places(MOBILE)) {
      if (GIVEN.test(canonical.slice(0, range.start)) || COUNTED.test(canonical.slice(range.end))) continue
      yield { range, messageId: 'mobile', args: { words: words(range) } }
    }
  },
})

import { guardedFinder, type GuardedTerm } from '../../lexicon/guarded-term.js'
import { WORDING } from '../../lexicon/lexicon.generated.js'
import { defineRule } from '../../linting/rule.js'

interface Confusable extends GuardedTerm {
  readonly right: string
  readonly safe?: boolean
  readonly level?: string
}

const WORDS: readonly Confusable[] = WORDING.confusables.words
const find = guardedFinder(WORDS)
/** 既使……也要: a concession. 既使群众受益，又促进增收 and 既使群众受益，也使企业得利 have 使 as a verb. */
const CONCESSION = /既使(?![用劲命馆领])(?![^。；]{0,60}[又更])(?=[^，。；]{1,24}，[^，。；]{0,8}(?:[也仍都][要不没应须得]|[也都][绝决必][不须]|仍[需然]))/g

/** 布署, 再接再励: words written with a character of the same sound or look. */
export default defineRule<'sentence', 'wrong' | 'variant'>({
  id: 'wording/confusable',
  scope: 'sentence',
  severity: 'warning',
  source: 'practice',
  summary: '音近、形近的错别字',
  summaryEn: 'A word written with a character of like sound or look',
  rationale: '错别字是核稿的头一项。词表只收确定的误写，并按前后字排除碰巧相连的情形（如“公布署名”“究竟争取”）。',
  messages: {
    wrong: { what: '“{wrong}”应为“{right}”。', advice: '改为“{right}”。', en: '“{wrong}” should be “{right}”.' },
    variant: { what: '“{wrong}”一般写作“{right}”。', advice: '建议统一写“{right}”。', severity: 'info', en: '“{wrong}” is usually written “{right}”.' },
  },
  examples: [
    {
      title: '同音字',
      text: '2024年工作总结\n\n认真⟦布署⟧，⟦再接再励⟧，建立⟦台帐⟧。',
      reports: ['wrong', 'wrong', 'wrong'],
      message: '“布署”应为“部署”。',
      fixAll: true,
      fixed: '2024年工作总结\n\n认真部署，再接再厉，建立台账。',
    },
    {
      title: '有上下文才算',
      text: '2024年工作总结\n\n明确⟦身分⟧认定办法，解决家庭经济⟦因难⟧，覆盖面和⟦复盖⟧率都有提高。',
      reports: ['wrong', 'wrong', 'wrong'],
    },
    {
      title: '更多的',
      text: '2024年工作总结\n\n紧紧⟦围饶⟧目标，落实⟦立德数人⟧任务，为发展⟦保驾护行⟧，树立良好⟦型象⟧，工作⟦取的⟧新成效，提高服务⟦水瓶⟧，增强创新⟦意思⟧，⟦深人⟧开展整治，召开⟦防讯⟧会议，回收⟦秸杆⟧。',
      reports: Array<'wrong'>(10).fill('wrong'),
    },
    {
      title: '单看像错字的',
      text: '2024年工作总结\n\n举办大型象棋赛，收取的费用，采取的了解渠道，水瓶子捐给福利院，意思表示真实，资深人员带教，吸收人才，各项日常管理，购置五千部手机，第二个班，竖立安全警示牌，习惯彻底改变，循环镜像，举措失当，毕竟选择不多，答辩别具一格，转折迁就，引导至现场，项目录象征性收费，东风彩旗，干部们，分类造就序列，整冶金行业，甚至力争第一，逐步署名，消防讯息，严格按照照片登记，高昂杨柳，直接侍弄花草。',
      reports: [],
    },
    {
      title: '扫描认错的字、成语里的别字、“既使……也”',
      text: '2024年工作总结\n\n加大监管⟦力庋⟧，将36户⟦列人⟧异常名录，⟦巳完成⟧整改，⟦竖持⟧为民，校园⟦焕然一心⟧，⟦以点代面⟧，⟦既使⟧困难再大，也要完成任务。',
      reports: Array<'wrong'>(7).fill('wrong'),
    },
    {
      title: '单看像认错的字',
      text: '2024年工作总结\n\n排列人员名单，引进人才，金融人才，缴纳人数，单位派人驻村，自动水管埋设，周末发生的事，既使群众受益，又促进增收，也带动就业，既使企业得利，也使职工受益，既使学生减负，家长也放心，既使用新设备，也不丢旧办法，市直机关于部分村，确保待遇落实，联和工会，若千方百计，监督辨认，研发崛起，海水份额，主管里程，参与情况，办公事务，形成贝类基地，二次供水，第二名，十二家企业，开创做大做强新路，先进和楷模，文凭籍贯，雕塑象征，配合谐波治理，营养份量，知己通过，商户人驻足，弘杨中学，建没建好。',
      reports: [],
    },
    { title: '两种写法都有人用', text: '2024年工作总结\n\n人员经费和⟦其它⟧支出。', reports: ['variant'] },
    {
      title: '碰巧连在一起的字',
      text: '2024年工作总结\n\n公布署名文章，究竟争取到多少，按装机容量补助，按排名奖励，全部份额到位，自身分析不足，支付校长培训费，自己完成，已及时办结，期末完成考核，周末来校，做风险评估，工做得细，快速反应问题，修复盖板，传授于人，开发韧性课程，交通迅速恢复，公函盖章，文脉博物馆开馆，会签定稿。',
      reports: [],
    },
  ],
  triggers: [...WORDS.map(({ wrong }) => wrong), '既使'],
  *check({ canonical }, { say }) {
    for (const { index, 0: wrong } of canonical.matchAll(CONCESSION)) {
      const range = { start: index, end: index + wrong.length }
      const fix = { title: say('改为“即使”', 'Change to “即使”'), safety: 'unsafe' as const, edits: [{ ...range, newText: '即使' }] }
      yield { range, messageId: 'wrong', args: { wrong, right: '即使' }, fixes: [fix] }
    }
    for (const { start, end, value } of find(canonical)) {
      const { wrong, right, safe, level } = value
      const range = { start, end }
      yield {
        range,
        messageId: level === 'info' ? 'variant' : 'wrong',
        args: { wrong, right },
        fixes: [{ title: say(`改为“${right}”`, `Change to “${right}”`), safety: safe === true ? 'safe' : 'unsafe', edits: [{ ...range, newText: right }] }],
      }
    }
  },
})

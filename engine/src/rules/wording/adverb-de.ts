import { defineRule } from '../../linting/rule.js'

/** Adverbs of the genre that hardly ever qualify a noun before these verbs. */
const STEADY = '坚定不移|坚持不懈|持之以恒|毫不动摇|毫不松懈|毫不放松|一以贯之|旗帜鲜明|因地制宜|扎扎实实|认认真真|踏踏实实|实实在在'
const PLAIN =
  '圆满|顺利|有效|认真|深入|扎实|全面|积极|充分|大力|切实|及时|严格|稳步|有力|极大|显著|明显|有序|成功|出色|较好|很好|逐步|快速|持续|高质量|高标准|全方位|多渠道|有条不紊|卓有成效'
const VERB =
  '抓好|抓紧|抓实|推进|推动|做好|完成|落实|开展|贯彻|坚持|加强|实施|执行|维护|促进|提高|提升|改善|增强|解决|保障|保证|通过|激发|调动|发挥|遏制|缓解|缩短|减轻|降低|防范|化解|丰富|拓展|改变|满足|巩固|组织|参加|参与|推广|带动|处置|扭转'
/** Behind these a verb is a noun: 推进力度, 落实情况. */
const NOUN =
  '力度|情况|工作|机制|模式|措施|方案|方式|方法|思路|路子|道路|步伐|态势|过程|体系|计划|政策|能力|精神|[者的率]|效果|成效|作用|水平|办法|途径|手段|路径|策略|格局|进度|条件|方针|成果|阶段|原则|作风|制度|活动|单位'
const DONE = new RegExp(`(?:${PLAIN}|${STEADY})的(?:${VERB})了`, 'g')
const AHEAD = new RegExp(`(?:${STEADY})的(?:${VERB}|抓(?!手)|走(?![向势]))(?!${NOUN})(?=[\\u4e00-\\u9fff“])`, 'g')

/** 圆满的完成了, 坚定不移的抓项目: before a verb the particle is 地. */
export default defineRule<'sentence', 'de'>({
  id: 'wording/adverb-de',
  scope: 'sentence',
  severity: 'warning',
  source: 'practice',
  summary: '状语后面的“地”写成了“的”',
  summaryEn: '的 for 地 behind an adverbial',
  rationale:
    '修饰动词用“地”，修饰名词用“的”。只报两种确定的情形：“圆满的完成了”这样后面有“了”、一定是动词的；“坚定不移的抓项目”这样副词性的四字词后面带动词和宾语的。“有效的推进措施”“卓有成效的工作”修饰的是名词，不报。',
  messages: { de: { what: '“{written}”的“的”应为“地”。', advice: '改为“{right}”。', en: 'Before a verb the particle is 地: “{right}”, not “{written}”.' } },
  examples: [
    {
      title: '后面有“了”',
      text: '2024年工作总结\n\n⟦圆满的完成了⟧各项任务，⟦有效的提高了⟧质量。',
      reports: ['de', 'de'],
      message: '“圆满的完成了”的“的”应为“地”。',
      fixed: '2024年工作总结\n\n圆满地完成了各项任务，有效的提高了质量。',
    },
    { title: '四字词', text: '2024年工作总结\n\n⟦坚定不移的抓⟧项目，⟦因地制宜的推进⟧改厕。', reports: ['de', 'de'] },
    {
      title: '修饰名词的，写对了的',
      text: '2024年工作总结\n\n探索有效的推进措施，取得圆满的成果，圆满地完成了任务，形成因地制宜的发展路子，落实坚持不懈的推进机制，有坚定不移的抓手，采取有力的保障措施，因地制宜的实施方案已印发，全面的落实情况见附表。',
      reports: [],
    },
  ],
  triggers: `${PLAIN}|${STEADY}`.split('|').map((word) => `${word.slice(-1)}的`),
  *check({ canonical }, { say }) {
    for (const pattern of [DONE, AHEAD]) {
      for (const match of canonical.matchAll(pattern)) {
        if (pattern === AHEAD && canonical[match.index + match[0].length] === '了') continue
        const at = match.index + match[0].indexOf('的')
        yield {
          range: { start: match.index, end: match.index + match[0].length },
          messageId: 'de',
          args: { written: match[0], right: match[0].replace('的', '地') },
          fixes: [{ title: say('“的”改为“地”', 'Change 的 to 地'), safety: 'unsafe', edits: [{ start: at, end: at + 1, newText: '地' }] }],
        }
      }
    }
  },
})

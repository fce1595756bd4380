import { defineRule } from '../../linting/rule.js'
import { matchesOf } from '../../text/matches.js'

/** Adverbs of the genre that hardly ever qualify a noun before these verbs. */
const STEADY =
  '坚定不移|坚持不懈|持之以恒|毫不动摇|毫不松懈|毫不放松|一以贯之|旗帜鲜明|因地制宜|扎扎实实|认认真真|踏踏实实|实实在在|齐心协力|同心协力|想方设法|千方百计|全力以赴|不遗余力|竭尽全力|尽心尽力|兢兢业业|勤勤恳恳|一丝不苟|循序渐进|锲而不舍|脚踏实地|不拘一格|理直气壮|大张旗鼓|雷厉风行|马不停蹄|夜以继日'
const PLAIN =
  '圆满|顺利|有效|认真|深入|扎实|全面|积极|充分|大力|切实|及时|严格|稳步|有力|极大|显著|明显|有序|成功|出色|较好|很好|逐步|快速|持续|高质量|高标准|全方位|多渠道|有条不紊|卓有成效'
const VERB =
  '抓好|抓紧|抓实|方便|便利|减少|反对|选拔|选用|支持|鼓舞|震慑|打击|推进|推动|做好|完成|落实|开展|贯彻|坚持|加强|实施|执行|维护|促进|提高|提升|改善|增强|解决|保障|保证|通过|激发|调动|发挥|遏制|缓解|缩短|减轻|降低|防范|化解|丰富|拓展|改变|满足|巩固|组织|参加|参与|推广|带动|处置|扭转'
/** Behind these a verb is a noun: 推进力度, 落实情况. */
const NOUN =
  '力度|情况|工作|机制|模式|措施|方案|方式|方法|思路|路子|道路|步伐|态势|过程|体系|计划|政策|能力|精神|[者的率]|效果|成效|作用|水平|办法|途径|手段|路径|策略|格局|进度|条件|方针|成果|阶段|原则|作风|制度|活动|单位|立场|态度|力量|结果|意见|氛围'
/** 千方百计的方便群众办事的举措: the whole clause qualifies what stands behind its last 的. */
const QUALIFIES = '(?![^，。；]{1,14}的(?:举措|措施|办法|经验|做法|机制|路子|案例|典型|事迹|队伍|格局|氛围|精神))'
const DONE = new RegExp(`(?:${PLAIN}|${STEADY})的(?:${VERB})了`, 'g')
const AHEAD = new RegExp(`(?:${STEADY})的(?:${VERB}|抓(?!手)|走(?![向势]))(?!${NOUN})${QUALIFIES}(?=[\\u4e00-\\u9fff“])`, 'g')

/** Verbs that 得 and how well it is done stand behind, at the end of a clause: 工作做的扎实，. */
const DOING = '[做干抓搞办管写讲]|完成|开展|落实|执行|进行|把握'
const DEGREE = '[很较不]|非常|比较|更加?|还?不够|十分|特别|越来越|相当'
const QUALITY = '[好细]|扎实|到位|出色|顺利|成功|圆满|细致|深入|理想|充分|及时|具体|突出'
/** 落实的不好，就通报: what befalls those that are so. */
const OF_THOSE = '，(?:[就则要须应由将较更最也]|予以|给予|一律|责令|实行|严肃|坚决|及时)'
const HOW = new RegExp(`(?:${DOING})的(?:(?:${DEGREE})(?:${QUALITY})|扎实(?:有效|有力)?|出色|漂亮)(?=[，。；！]|$)(?!${OF_THOSE})`, 'g')

/** 圆满的完成了, 坚定不移的抓项目: before a verb the particle is 地. */
export default defineRule<'sentence', 'de' | 'complement'>({
  id: 'wording/adverb-de',
  scope: 'sentence',
  severity: 'warning',
  source: 'practice',
  summary: '“地”“得”写成了“的”',
  summaryEn: '的 for 地 behind an adverbial, for 得 before a complement',
  rationale:
    '修饰动词用“地”，修饰名词用“的”，动词后面说做得怎样用“得”。只报三种确定的情形：“圆满的完成了”这样后面有“了”、一定是动词的；“坚定不移的抓项目”这样副词性的四字词后面带动词和宾语的；“做的扎实，”这样动词后面说做得怎样、一句到此为止的，用“得”。“有效的推进措施”“卓有成效的工作”修饰的是名词，不报。',
  messages: {
    de: { what: '“{written}”的“的”应为“地”。', advice: '改为“{right}”。', en: 'Before a verb the particle is 地: “{right}”, not “{written}”.' },
    complement: {
      what: '“{written}”的“的”应为“得”。',
      advice: '改为“{right}”。',
      en: 'Before how well it is done the particle is 得: “{right}”, not “{written}”.',
    },
  },
  examples: [
    {
      title: '后面有“了”',
      text: '2024年工作总结\n\n⟦圆满的完成了⟧各项任务，⟦有效的提高了⟧质量，⟦极大的方便了⟧群众，⟦旗帜鲜明的反对⟧“四风”。',
      reports: ['de', 'de', 'de', 'de'],
      message: '“圆满的完成了”的“的”应为“地”。',
      fixed: '2024年工作总结\n\n圆满地完成了各项任务，有效的提高了质量，极大的方便了群众，旗帜鲜明的反对“四风”。',
    },
    { title: '四字词', text: '2024年工作总结\n\n⟦坚定不移的抓⟧项目，⟦因地制宜的推进⟧改厕。', reports: ['de', 'de'] },
    {
      title: '动词后面说做得怎样',
      text: '2024年工作总结\n\n各项工作⟦做的扎实⟧，检查中发现台账⟦管的不够细⟧。大家想方设法的开展的走访也记录在册。',
      reports: ['complement', 'complement'],
      message: '“做的扎实”的“的”应为“得”。',
      fixed: '2024年工作总结\n\n各项工作做得扎实，检查中发现台账管的不够细。大家想方设法的开展的走访也记录在册。',
    },
    {
      title: '修饰名词的，写对了的',
      text: '2024年工作总结\n\n探索有效的推进措施，取得圆满的成果，圆满地完成了任务，形成因地制宜的发展路子，落实坚持不懈的推进机制，有坚定不移的抓手，因地制宜的支持政策，不拘一格的选拔机制，坚定不移的支持力量，旗帜鲜明的反对态度，推广因地制宜的选用良种的做法，极大的方便，有力的打击震慑，采取有力的保障措施，因地制宜的实施方案已印发，全面的落实情况见附表。做的好事很多，做的扎实工作得到肯定，开展的较好的单位有6个，要总结好做的不足，工作做得扎实。落实的不好，就通报；完成的较好，予以表彰。',
      reports: [],
    },
  ],
  triggers: [...`${PLAIN}|${STEADY}`.split('|'), ...'做干抓搞办管写讲成展实行握'].map((word) => `${word.slice(-1)}的`),
  *check({ canonical }, { say }) {
    for (const { index, 0: written } of matchesOf(HOW, canonical)) {
      const at = index + written.indexOf('的')
      yield {
        range: { start: index, end: index + written.length },
        messageId: 'complement',
        args: { written, right: written.replace('的', '得') },
        fixes: [{ title: say('“的”改为“得”', 'Change 的 to 得'), safety: 'unsafe', edits: [{ start: at, end: at + 1, newText: '得' }] }],
      }
    }
    for (const pattern of [DONE, AHEAD]) {
      for (const match of matchesOf(pattern, canonical)) {
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

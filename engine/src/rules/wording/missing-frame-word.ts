import { clausesOf } from '../../document/sentence.js'
import { defineRule } from '../../linting/rule.js'

const ENDING = /为(目标|指导|宗旨|主线|抓手|核心|载体|契机|导向|切入点|突破口|落脚点|出发点|统领|引领|中心)$/
/** What makes 为 a verb of its own: 作为, 成为, 定为, 以……为. */
const OPENER = /[以将用由按视]|把(?![握关控脉守])|坚持|围绕|聚焦|紧扣|锚定|突出|形成|构建|建立|打造|确立|树立|明确/
const VERB = /[作成定立变转化分列称评认确视选设译改升更命订]为[^为]{1,3}$/
const AROUND = /(?:紧紧|紧密|始终|全面)?围绕(?![^，。；]{0,40}?以)[^，。；以]{4,48}为(?:中心|核心|重点|目标)$/

/** 努力办好教育为目标: …为目标 needs its 以; 围绕…为中心 mixes two frames. */
export default defineRule<'sentence', 'missing' | 'mixed'>({
  id: 'wording/missing-frame-word',
  scope: 'sentence',
  severity: 'warning',
  source: 'practice',
  summary: '“以……为目标”缺了“以”，或与“围绕……”杂糅',
  summaryEn: '以 is missing before …为目标, or two frames are mixed',
  rationale: '“以……为目标”“以……为抓手”是固定的句式，缺了“以”句子不通；“围绕……为中心”是把“围绕……”和“以……为中心”混在一起。',
  messages: {
    missing: { what: '“……为{noun}”前面缺“以”，句子不通。', advice: '在这一句前加“以”，或改写。', en: '“…为{noun}” lacks 以 before it.' },
    mixed: { what: '“围绕……为{noun}”是两种句式杂糅。', advice: '写“围绕……”，或写“以……为{noun}”。', en: '“围绕…为{noun}” mixes two frames.' },
  },
  examples: [
    {
      title: '缺“以”',
      text: '2024年工作总结\n\n以新思想为指导，在县委的领导下，全县卫生健康系统主动作为，⟦努力建设群众放心的卫生院为目标⟧，扎实工作。',
      reports: ['missing'],
      message: '“……为目标”前面缺“以”，句子不通。',
    },
    {
      title: '句式杂糅',
      text: '2024年工作总结\n\n⟦围绕农村人居环境整治工作为中心⟧，加大投入，⟦紧紧围绕文旅强市为目标⟧，扎实推进。',
      reports: ['mixed', 'mixed'],
    },
    {
      title: '有“以”，承前省略，别的“为”',
      text: '2024年工作总结\n\n以提质为目标，以“送智扶贫，传经帮教”为抓手，以党建为统领、质量为核心、安全为导向，以项目为抓手，服务为宗旨，把创新作为核心，将其定为目标，始终围绕以质量为中心，坚持问题为导向，目标明确，成为抓手。',
      reports: [],
    },
  ],
  triggers: [...'目指宗主抓核载契导切突落出统引中'].map((unit) => `为${unit}`),
  *check(sentence) {
    const clauses = clausesOf(sentence)
    let before = ''
    let isChained = false
    for (const { start, end, canonical } of clauses) {
      const noun = ENDING.exec(canonical)?.[1]
      if (noun === undefined) {
        before += canonical
        isChained = false
        continue
      }
      const around = AROUND.exec(canonical)
      if (around !== null) yield { range: { start: start + around.index, end }, messageId: 'mixed', args: { noun } }
      else if (!isChained && isBare(canonical, before)) yield { range: { start: Math.max(start, end - 40), end }, messageId: 'missing', args: { noun } }
      // 以A为指导，B为目标 shares its 以 with the clause right before it
      before = ''
      isChained = true
    }
  },
})

/** Whether a clause that ends in 为目标 has no 以 in it, nor in what stands before it in the sentence since the last frame. */
function isBare(clause: string, before: string): boolean {
  return clause.length >= 8 && !OPENER.test(clause) && !VERB.test(clause) && !OPENER.test(before) && /^[^、]{0,60}$/.test(clause)
}

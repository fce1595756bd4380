import { defineRule } from '../../linting/rule.js'
import { matchesOf } from '../../text/matches.js'

const TWICE = /([\u4e00-\u9fff]{2,6})\1/g
const MARKS = '，。；：、！？（“ '
const OF_OF = /的的(?![确士])/g
/**
 * Particles that no writer doubles, each with what makes the first or the second of the two a part of a word: 存在在建项目,
 * 为了了解. On both sides stand Chinese characters.
 */
const DOUBLED_PARTICLE =
  /(?<=[\u4e00-\u9fff])(?:(?<![存所现正实潜内旨自好贵重不])在在(?![建校册岗职编读线园籍办库产研地外京用任家押途案逃世乡场位])|(?<![为除完罢终不])了了(?![解结然如断却事得不])|(?<!参|给)与与(?![会众民国企农其])|(?<!们)们们)(?=[\u4e00-\u9fff])/g
/** 一步一步, 研究研究, 非常非常: said twice on purpose. */
const ON_PURPOSE =
  /^(?:[一各每]|[二三四五六七八九十百千万零〇两]+$|非常|许多|很多|特别|十分|永远|多少|几个|哪里|研究|讨论|商量|考虑|打听|打扫|休息|锻炼|体验|了解|认识|观察|学习|交流|放松|活动|[来去走说看想试问谈聊讲]一?)/
/** 志愿服务活动活动: behind a noun, 活动 is no verb that is said twice on purpose. */
const EVENT = /(?:服务|主题|教育|实践|系列|宣传|竞赛|文体|文化|体育|党日|科技|读书|演讲|培训|检查|创建|慰问|[节周月日])$/
/** What ends a noun and is a verb too: 党组织/组织学习. Only at the start of a clause is it surely said twice. */
const NOUN_AND_VERB =
  /^(?:组织|领导|代表|管理|服务|监督|指导|保障|支持|检查|评估|培训|教育|规划|设计|生产|工作|报告|计划|宣传|合作|投资|保护|调查|治理|救助|帮扶|督导|引导|辅导|主管|主办|承办|编辑|导游|教练|裁判|评审|记录|调度|创新|改革|运营|经营|销售|采购|运输|研发|开发)$/
/** What may begin with the same word by right: 安全生产/生产经营单位, 各学校/学校食堂. */
const PROPER =
  /^(?:生产(?:经营|企业|单位|安全)|合作社|中心(?:小学|幼儿园|校|卫生院|城区|镇)|建设银行|人民(?:医院|法院|检察院|政府|银行|公园|日报|路)|交通(?:银行|运输)|工商银行|平安(?:保险|银行)|中国|和平|学校|教育(?:[局部厅]|工作|教学)|教师(?:节|进修)|农业(?:农村|银行)|文化(?:馆|站|和旅游)|体育[馆局场]|社会(?:组织|主义)|党员(?:干部|教师)|企业(?:家|职工)|项目(?:部|化)|工程(?:师|车)|问题(?:清单|导向)|.{2}[者型性化员])/

/** 新增新增: a word written twice in a row. */
export default defineRule<'sentence', 'word' | 'de' | 'particle'>({
  id: 'wording/repeated-word',
  scope: 'sentence',
  severity: 'warning',
  source: 'practice',
  summary: '词语连着写了两遍',
  summaryEn: 'A word written twice in a row',
  rationale: '“新增新增”“工程工程”多是修改时没有删干净。有意的重叠（一步一步、研究研究）和前后两个词碰巧相同（安全生产、生产经营单位）不在此列。',
  messages: {
    word: { what: '“{word}”连着写了两遍。', advice: '删去一个。', en: '“{word}” is written twice in a row.' },
    particle: { what: '“{word}”连着写了两遍。', advice: '删去一个。', en: '{word} is written twice in a row.' },
    de: { what: '“的”连着写了两遍。', advice: '删去一个。', en: '的 is written twice in a row.' },
  },
  examples: [
    {
      title: '两字词',
      text: '2024年工作总结\n\n产业园⟦新增新增⟧企业12家，抓好⟦项目项目⟧审批。',
      reports: ['word', 'word'],
      message: '“新增”连着写了两遍。',
      fixed: '2024年工作总结\n\n产业园新增企业12家，抓好项目项目审批。',
    },
    { title: '名词后面的“活动活动”', text: '2024年工作总结\n\n开展志愿服务⟦活动活动⟧28场，课间让学生活动活动。', reports: ['word'] },
    { title: '助词', text: '2024年工作总结\n\n解决群众反映⟦的的⟧问题。', reports: ['de'] },
    {
      title: '介词、“了”',
      text: '2024年工作总结\n\n各项工作⟦在在⟧全市前列，完成⟦了了⟧年度任务，群众⟦们们⟧满意。',
      reports: ['particle', 'particle', 'particle'],
      fixed: '2024年工作总结\n\n各项工作在全市前列，完成了了年度任务，群众们们满意。',
    },
    {
      title: '有意的重叠、碰巧相连',
      text: '2024年工作总结\n\n一步一步推进，层层落实，人人参与，非常非常重视，研究研究再定，落实落实再落实，督促安全生产生产经营单位整改，走访镇中心中心小学，的的确确有效，事事有回音，各项各项目，常态化化解，86个基层党组织组织学习，一级一级抓，存在在建项目，为了了解情况，所在在编人员，参与与会代表接待，企业现在在园120家。',
      reports: [],
    },
  ],
  *check({ canonical }, { segmenter, say }) {
    for (const match of matchesOf(TWICE, canonical)) {
      const word = match[1] as string
      const { index } = match
      if (
        (ON_PURPOSE.test(word) && !(word === '活动' && EVENT.test(canonical.slice(0, index)))) ||
        (NOUN_AND_VERB.test(word) && index > 0 && !MARKS.includes(canonical[index - 1] as string)) ||
        PROPER.test(canonical.slice(index + word.length)) ||
        canonical[index + 2 * word.length] === '再' ||
        !isCutBetween(canonical, index, word, segmenter.segment)
      )
        continue
      const second = { start: index + word.length, end: index + 2 * word.length }
      yield {
        range: { start: index, end: second.end },
        messageId: 'word',
        args: { word },
        fixes: [{ title: say(`删去一个“${word}”`, `Delete one “${word}”`), safety: 'unsafe', edits: [{ ...second, newText: '' }] }],
      }
    }
    for (const { index, 0: twice } of matchesOf(DOUBLED_PARTICLE, canonical)) {
      const word = twice[0] as string
      const fix = {
        title: say(`删去一个“${word}”`, `Delete one ${word}`),
        safety: 'unsafe' as const,
        edits: [{ start: index + 1, end: index + 2, newText: '' }],
      }
      yield { range: { start: index, end: index + 2 }, messageId: 'particle', args: { word }, fixes: [fix] }
    }
    for (const { index } of matchesOf(OF_OF, canonical)) {
      yield {
        range: { start: index, end: index + 2 },
        messageId: 'de',
        fixes: [{ title: say('删去一个“的”', 'Delete one 的'), safety: 'unsafe', edits: [{ start: index + 1, end: index + 2, newText: '' }] }],
      }
    }
  },
})

/** Whether the segmenter, too, takes both for words of their own: a cut before, between and behind them. */
function isCutBetween(text: string, at: number, word: string, segment: (text: string) => readonly string[]): boolean {
  const from = Math.max(0, at - 12)
  const wanted = new Set([at, at + word.length])
  let offset = from
  for (const piece of segment(text.slice(from, at + 2 * word.length + 12))) {
    wanted.delete(offset)
    offset += piece.length
  }
  return wanted.size === 0
}

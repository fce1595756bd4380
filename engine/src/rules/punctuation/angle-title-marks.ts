import { defineRule } from '../../linting/rule.js'
import { pairsOf } from '../../linting/triggers.js'

/** <<公路安全保护条例>>, ＜…＞, 〈…〉 by itself. */
const ANGLES = /(?:<<|<|＜＜|＜|〈〈|〈)(?!\/)([^<>＜＞〈〉《》\n]{4,60})(?:>>|>|＞＞|＞|〉〉|〉)/g
const KIND_OF_TEXT =
  /(?:条例|办法|方案|意见|通知|规定|细则|纲要|规划|指南|标准|[法函书]|报告|决定|决议|计划|制度|预案|要点|章程|手册|公约|清单|大纲|公告|公报|通报|准则|规则|规程|指引|讲话|纪要|文选|选编|汇编)(?:[（(][^（）()]{1,12}[）)])?$/

/** Angle brackets in the place of 《》. */
export default defineRule<'block', 'angle'>({
  id: 'punctuation/angle-title-marks',
  scope: 'block',
  severity: 'warning',
  source: 'GB/T 15834',
  summary: '书名号写成了尖括号',
  summaryEn: 'Angle brackets for title marks',
  rationale: 'GB/T 15834—2011规定文件名、书名用书名号《》，单书名号〈〉只用在书名号里面。“<<……条例>>”“＜……办法＞”是输入时用小于号、大于号拼出来的。',
  messages: {
    angle: {
      what: '“{title}”用了尖括号，应当用书名号。',
      advice: '改为“《{title}》”。',
      en: '“{title}” stands in angle brackets; title marks 《》 are meant.',
    },
  },
  examples: [
    {
      title: '用小于号、大于号拼的书名号',
      text: '2024年工作总结\n\n依据⟦<<公路安全保护条例>>⟧查处超限车辆，印发⟦＜值班工作制度（试行）＞⟧。',
      format: 'plain',
      reports: ['angle', 'angle'],
      message: '“公路安全保护条例”用了尖括号，应当用书名号。',
      fixed: '2024年工作总结\n\n依据《公路安全保护条例》查处超限车辆，印发＜值班工作制度（试行）＞。',
    },
    {
      title: '书名号里的单书名号、小于号、网页代码',
      text: '2024年工作总结\n\n转发《关于印发〈安全生产责任制规定〉的通知》，水质达标（pH<9，氨氮<1），按3<n的标准>分类，点击<通知>按钮，<b>重点制度</b>。',
      format: 'plain',
      reports: [],
    },
  ],
  triggers: [...pairsOf('<＜〈', '<＜〈'), '>', '＞', '〉'],
  *check(block, { say }) {
    const { text } = block
    for (const { index: start, 0: whole, 1: title = '' } of text.matchAll(ANGLES)) {
      if (!KIND_OF_TEXT.test(title) || !/^[\u4e00-\u9fff“]/.test(title) || isInTitle(text, start)) continue
      const range = { start, end: start + whole.length }
      const fix = { title: say(`改为“《${title}》”`, `Write 《${title}》`), safety: 'unsafe' as const, edits: [{ ...range, newText: `《${title}》` }] }
      yield { range, messageId: 'angle', args: { title }, fixes: [fix] }
    }
  },
})

/** Whether a place stands inside 《》, where 〈〉 are right. */
function isInTitle(text: string, at: number): boolean {
  return text.lastIndexOf('《', at) > text.lastIndexOf('》', at)
}

import { defineRule } from '../../linting/rule.js'

type MessageId = 'damaged'

const IN_QUESTION_MARKS = /\?([^?？。！\n]{4,60})\?/g
const KIND_OF_TEXT = /(?:条例|办法|方案|意见|通知|规定|细则|纲要|规划|指南|标准|读本|[法函书]|报告|决定|决议|计划|制度|预案|要点|章程|手册|倡议书|公约|清单|目录|大纲|公告|公报|通报|总结|准则|规则|规程|指引|宣言|一封信|讲话|纪要|实录|选编|汇编|文件)(?:（[^（）]{1,12}）)?$/
const WORKS = /^(?:一文|一书|一课|专题|的报道|报道|文章|等|的通知|的讲话|精神|节目|栏目|剧目)/
const ASKING = /[谁吗呢哪]|什么|怎么|怎样|如何|为何|是否|多少|几[个时]|干啥/

/** ?…? where 《…》 stood: a font or a conversion lost the title marks. */
export default defineRule<'block', MessageId>({
  id: 'residue/damaged-title-marks',
  scope: 'block',
  severity: 'warning',
  source: 'practice',
  summary: '书名号变成了问号',
  summaryEn: 'Title marks damaged into question marks',
  rationale: 'GB/T 15834—2011规定文件名、书名用书名号《》。转码或识别时书名号认不出来，就变成成对的问号：“?教育督导条例?”。真正的问句不报。',
  messages: { damaged: { what: '“?{title}?”的书名号变成了问号。', advice: '改为“《{title}》”。', en: 'The title marks around “{title}” became question marks.' } },
  examples: [
    { title: '文件名', text: '2024年工作总结\n\n贯彻⟦?教育督导条例?⟧，印发⟦?2024年校园安全工作实施方案（试行）?⟧。', reports: ['damaged', 'damaged'], message: '“?教育督导条例?”的书名号变成了问号。', fixed: '2024年工作总结\n\n贯彻《教育督导条例》，印发?2024年校园安全工作实施方案（试行）?。' },
    { title: '文章', text: '2024年工作总结\n\n⟦?探索发展路径——某县的实践?⟧专题报道被采用。', reports: ['damaged'] },
    { title: '真正的问句', text: '2024年工作总结\n\n围绕为了谁?我们怎么办?下一步干什么工作?三个问题开展讨论，解决“谁来管?按什么办法?”的困惑。', reports: [] },
  ],
  *check(block, { say }) {
    const { canonical, text } = block
    if (!text.includes('?')) return
    for (const match of text.matchAll(IN_QUESTION_MARKS)) {
      const title = match[1] as string
      const end = match.index + match[0].length
      if (ASKING.test(title) || !/[\u4e00-\u9fff]{2}/.test(title) || /^[\s，、]/.test(title)) continue
      if (!KIND_OF_TEXT.test(canonical.slice(match.index + 1, end - 1)) && !WORKS.test(text.slice(end))) continue
      yield {
        range: { start: match.index, end }, messageId: 'damaged', args: { title: title.slice(0, 40) },
        fixes: [{ title: say('改为书名号《》', 'Use title marks 《》'), safety: 'safe', edits: [{ start: match.index, end: match.index + 1, newText: '《' }, { start: end - 1, end, newText: '》' }] }],
      }
    }
  },
})

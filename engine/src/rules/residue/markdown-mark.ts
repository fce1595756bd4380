import type { PositionedBlock } from '../../document/outline.js'
import type { ReportDocument } from '../../document/report-document.js'
import { defineRule } from '../../linting/rule.js'
import type { TextRange } from '../../text/range.js'
import { matchesOf } from '../../text/matches.js'

const HEADING = /^ {0,3}#{1,6} (?=[\u4e00-\u9fff（《“\d])/
/** Bold that opens a line or a sentence and ends at a mark. ** before a counter is a mask: **县**局. */
const BOLD = /(?:^|(?<=[-•*] |\d[.、] ?|[）。；：]))\*\*(?![名人个县市区镇乡村校局省州街园班年月日元所家项])([^*\n]{2,40})\*\*(?=[：:。，；]|$)/g
/** A line that is a mark and nothing else: the fence of code, the rule between two parts of an answer. */
const FENCE = /^(?:```[a-z]{0,12}|-{3}|\*{3})$/

/** ## and ** in a text that is no Markdown: what a writing tool's answer leaves when it is pasted. */
export default defineRule<'document', 'mark'>({
  id: 'residue/markdown-mark',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '纯文本里留着Markdown记号',
  summaryEn: 'Marks of Markdown in a plain text',
  rationale:
    '“##”“**”是Markdown的标题、加粗记号，从写作软件、网页复制到纯文本里就成了多余的符号。Markdown文件里的不报；“**县”一类遮盖名称的星号由“占位符没有填”一条去说。',
  messages: { mark: { what: '“{mark}”是Markdown的记号，不是报告的内容。', advice: '删去这个记号。', en: '“{mark}” is a mark of Markdown.' } },
  examples: [
    {
      title: '标题和加粗',
      text: '清溪小学2024年工作总结\n\n2024年，学校认真履职，现将工作情况总结如下。\n\n⟦### ⟧一、教学工作\n⟦**安全工作**⟧：开展排查12次。',
      format: 'plain',
      reports: ['mark', 'mark'],
      message: '“###”是Markdown的记号，不是报告的内容。',
      fixAll: true,
      fixed: '清溪小学2024年工作总结\n\n2024年，学校认真履职，现将工作情况总结如下。\n\n一、教学工作\n安全工作：开展排查12次。',
    },
    { title: '代码围栏', text: '⟦```markdown⟧\n清溪小学2024年工作总结\n\n一、教学工作\n开展教研32次。\n⟦```⟧', format: 'plain', reports: ['mark', 'mark'] },
    { title: '答话之间的横线', text: '⟦---⟧\n\n清溪小学2024年工作总结\n\n一、教学工作\n开展教研32次。\n\n⟦***⟧', format: 'plain', reports: ['mark', 'mark'] },
    {
      title: '本工具的配置',
      text: '---\ngongwen:\n  year: 2024\n---\n清溪小学2024年工作总结\n\n一、教学工作\n开展教研32次。',
      format: 'plain',
      reports: [],
    },
    { title: 'Markdown文件里的', text: '# 清溪小学2024年工作总结\n\n## 一、教学工作\n\n**安全工作**：开展排查12次。', format: 'markdown', reports: [] },
    {
      title: '遮盖名称的星号、编号的井号',
      text: '清溪小学2024年工作总结\n\n2024年，**县**局和**镇政府、**小学联合开展排查，3#楼、#5机组检修，李**受到处分。',
      format: 'plain',
      reports: [],
    },
  ],
  reads: () => [({ text }) => (/[#*`]|^---$/.test(text) ? text : '')],
  *check(document, { say }) {
    if (document.format !== 'plain') return
    for (const at of document.prose()) {
      for (const { range, marks } of marksOf(at)) {
        const place = document.toDocument(at, range)
        const edits = marks.map((mark) => ({ ...document.toDocument(at, mark), newText: '' }))
        const mark = at.block.text.slice(marks[0]?.start, marks[0]?.end).trim()
        yield {
          range: place,
          messageId: 'mark',
          args: { mark },
          fixes: [{ title: say('删去记号', 'Remove the marks'), safety: 'safe', edits: isFence(at) ? [fenceLine(document, at)] : edits }],
        }
      }
    }
  },
})

interface Mark {
  readonly range: TextRange
  /** the marks alone */
  readonly marks: readonly TextRange[]
}

function isFence(at: PositionedBlock): boolean {
  return FENCE.test(at.block.text)
}

function fenceLine(document: ReportDocument, at: PositionedBlock): TextRange & { newText: string } {
  return { ...document.wholeLines(at.firstLine, at.lastLine), newText: '' }
}

function marksOf({ block: { text } }: PositionedBlock): Mark[] {
  if (FENCE.test(text)) return [{ range: { start: 0, end: text.length }, marks: [{ start: 0, end: text.length }] }]
  const heading = HEADING.exec(text)?.[0].length ?? 0
  const found: Mark[] = heading > 0 ? [{ range: { start: 0, end: heading }, marks: [{ start: 0, end: heading }] }] : []
  for (const match of matchesOf(BOLD, text)) {
    const end = match.index + match[0].length
    found.push({
      range: { start: match.index, end },
      marks: [
        { start: match.index, end: match.index + 2 },
        { start: end - 2, end },
      ],
    })
  }
  return found
}

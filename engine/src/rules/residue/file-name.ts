import type { PositionedBlock } from '../../document/outline.js'
import { removeLines } from '../../document/residue-removal.js'
import { defineRule } from '../../linting/rule.js'

type MessageId = 'file-name' | 'suffix' | 'page-number'

/** A file's name or a page number that came along with the text. */
export default defineRule<'document', MessageId>({
  id: 'residue/file-name',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '文件名、页码混进正文',
  summaryEn: 'File names and page numbers left in the text',
  rationale: '从文档或预览页面复制文稿时，文件名（……工作总结.docx）和页码（第1页/共14页）会单独成行留下来。附件清单里的文件名不报。',
  messages: {
    'file-name': { what: '“{name}”是文件名，不是报告的内容。', advice: '整行删除。', en: '“{name}” is a file name, not part of the report.' },
    suffix: { what: '标题带着文件的扩展名“{name}”。', advice: '删去扩展名。', en: 'The title carries the file extension “{name}”.' },
    'page-number': {
      what: '“{name}”是页码，不应出现在正文里。',
      advice: '整行删除；页码由排版生成。',
      en: '“{name}” is a page number that got into the text.',
    },
  },
  examples: [
    {
      title: '标题带扩展名',
      text: '某区教育局2024年工作总结⟦.docx⟧\n\n2024年，全区教育系统加强教师队伍建设，推进校园安全管理，各项工作取得新成效。',
      reports: ['suffix'],
      fixed: '某区教育局2024年工作总结\n\n2024年，全区教育系统加强教师队伍建设，推进校园安全管理，各项工作取得新成效。',
    },
    {
      title: '标题之外还有一行文件名',
      text: '⟦某区教育局2024年工作总结.docx⟧\n某区教育局2024年工作总结\n\n2024年，全区教育系统加强教师队伍建设，推进校园安全管理，各项工作取得新成效。',
      reports: ['file-name'],
      fixed: '某区教育局2024年工作总结\n\n2024年，全区教育系统加强教师队伍建设，推进校园安全管理，各项工作取得新成效。',
    },
    {
      title: '页码',
      text: '某区教育局2024年工作总结\n\n2024年，全区教育系统加强教师队伍建设，推进校园安全管理，各项工作取得新成效。\n\n⟦第1页 / 共14页⟧\n\n二是推进项目建设。',
      reports: ['page-number'],
    },
    {
      title: '附件清单里的文件名',
      text: '某区教育局2024年工作总结\n\n2024年，全区教育系统加强教师队伍建设，推进校园安全管理，各项工作取得新成效。\n\n附件：\n1.某区教育局2024年工作情况统计表.xlsx\n2.某区教育局2025年工作计划.docx',
      reports: [],
    },
  ],
  reads: () => [],
  *check(document, { say }) {
    for (const block of document.residue) {
      if (block.kind !== 'file-name' && block.kind !== 'page-number') continue
      const at = document.blocks[block.index] as PositionedBlock
      const part = block.parts?.[0]
      const range = part ?? { start: 0, end: at.block.text.length }
      const edit = part === undefined ? removeLines(document, [block]) : { ...document.toDocument(at, part), newText: '' }
      yield {
        range: document.toDocument(at, range),
        messageId: block.kind === 'page-number' ? 'page-number' : part === undefined ? 'file-name' : 'suffix',
        args: { name: at.block.text.slice(range.start, range.end).slice(0, 40) },
        fixes: [
          {
            title: part === undefined ? say('删除这一行', 'Delete this line') : say('删去扩展名', 'Remove the extension'),
            safety: block.isSafe ? 'safe' : 'unsafe',
            edits: [edit],
          },
        ],
      }
    }
  },
})

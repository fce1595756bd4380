import type { PositionedBlock } from '../../document/outline.js'
import { repeatedRunsOf } from '../../document/repeated-run.js'
import { defineRule } from '../../linting/rule.js'

const MAX_SHOWN = 60
const MAX_WORDS = 16

/** Paragraphs pasted twice: the text begins again behind its end, or a part stands in it a second time. */
export default defineRule<'document', 'repeated'>({
  id: 'residue/repeated-text',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '整片文字粘贴了两遍',
  summaryEn: 'A stretch of text pasted twice',
  rationale:
    '网页把正文放了两遍，或者复制时粘贴了两次，全文结束后又从头（从中间某段）来一遍。连续三段以上与前文逐字相同的，提示一次。一两段相同由“整句重复”说。',
  messages: {
    repeated: {
      what: '从“{words}”起的{count}段与前文逐字相同，像是粘贴了两遍。',
      advice: '核对后删去一处。',
      en: '{count} paragraphs from “{words}” on stand in the text already.',
    },
  },
  examples: [
    {
      title: '落款之后又来一遍',
      text: '清溪小学2024年工作总结\n\n一、队伍建设\n全年培训教师1200人次，新招聘教师86名，交流轮岗教师45名，教师队伍结构进一步优化。\n二、安全管理\n全年排查隐患126处，整改126处，没有发生安全责任事故，校园安全形势保持平稳。\n\n清溪小学\n2024年12月30日\n\n⟦一、队伍建设⟧\n全年培训教师1200人次，新招聘教师86名，交流轮岗教师45名，教师队伍结构进一步优化。\n二、安全管理\n全年排查隐患126处，整改126处，没有发生安全责任事故，校园安全形势保持平稳。',
      reports: ['repeated'],
      message: '从“一、队伍建设”起的4段与前文逐字相同，像是粘贴了两遍。',
    },
    {
      title: '各部分里相同的短标题',
      text: '2024年工作总结\n\n一、小学部\n（一）教学\n听课40节。\n（二）安全\n排查12次。\n二、初中部\n（一）教学\n听课36节。\n（二）安全\n排查16次。',
      reports: [],
    },
  ],
  *check(document, { say }) {
    for (const { blocks, first } of repeatedRunsOf(document)) {
      const at = blocks[0] as PositionedBlock
      const last = blocks[blocks.length - 1] as PositionedBlock
      const { text } = at.block
      const before = first[0] as PositionedBlock
      yield {
        range: document.toDocument(at, { start: 0, end: Math.min(text.length, MAX_SHOWN) }),
        messageId: 'repeated',
        args: { words: text.length > MAX_WORDS ? `${text.slice(0, MAX_WORDS)}…` : text, count: blocks.length },
        related: [{ ...document.toDocument(before, { start: 0, end: Math.min(text.length, MAX_SHOWN) }), message: say('前文在此', 'It stood here before') }],
        fixes: [
          {
            title: say(`删去后面的${blocks.length}段`, `Delete the second ${blocks.length} paragraphs`),
            safety: 'unsafe',
            edits: [{ ...document.wholeLines(at.firstLine, last.lastLine), newText: '' }],
          },
        ],
      }
    }
  },
})

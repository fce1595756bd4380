import { formatOrdinal } from '../../document/ordinal.js'
import type { Heading } from '../../document/outline.js'
import { siblingsByStyle } from '../../document/siblings.js'
import { defineRule } from '../../linting/rule.js'
import type { TextEdit } from '../../text/edit.js'

type MessageId = 'gap' | 'repeat' | 'back' | 'start'

/** 一、二、四: the ordinals of one level under one heading must run from one without gap, repeat or step back. */
export default defineRule<'document', MessageId>({
  id: 'structure/ordinal-sequence',
  scope: 'document',
  severity: 'error',
  source: 'GB/T 9704',
  summary: '同一层次的序号跳号、重号或倒退',
  summaryEn: 'Ordinals of one level skip, repeat or step back',
  rationale: 'GB/T 9704—2012 第7.3.3条规定文中结构层次序数依次用“一、”“（一）”“1.”“（1）”标注。同一标题下的序号应从一起，依次递增；跳号往往意味着丢了一段，重号往往是复制时忘了改。下一级序号在每个上级标题下重新从一开始，是对的。',
  messages: {
    gap: {
      what: '序号跳号：“{previous}”之后应为“{expected}”，文中写作“{actual}”。',
      advice: '核对是否漏了内容；若没有，把序号改为“{expected}”。',
      en: 'Ordinal skipped: “{previous}” should be followed by “{expected}”, not “{actual}”.',
    },
    repeat: { what: '序号重复：前一个已是“{previous}”，此处应为“{expected}”。', advice: '改为“{expected}”，并顺延其后的序号。', en: 'Ordinal repeated: “{previous}” has been used; “{expected}” expected.' },
    back: { what: '序号倒退：“{previous}”之后应为“{expected}”，文中写作“{actual}”。', advice: '改为“{expected}”，或把这一部分移到对应的上级标题下。', en: 'Ordinal steps back: “{previous}” should be followed by “{expected}”, not “{actual}”.' },
    start: { what: '这一层的序号从“{actual}”开始，应从“{expected}”开始。', advice: '核对前面是否漏了内容；若没有，改为“{expected}”。', en: 'The ordinals of this level start at “{actual}” instead of “{expected}”.' },
  },
  examples: [
    { title: '跳过了“三、”', text: '2024年工作总结\n\n一、党建工作\n正文。\n\n二、教学工作\n正文。\n\n⟦四、⟧安全工作\n正文。', reports: ['gap'], message: '序号跳号：“二、”之后应为“三、”，文中写作“四、”。', fixed: '2024年工作总结\n\n一、党建工作\n正文。\n\n二、教学工作\n正文。\n\n三、安全工作\n正文。' },
    { title: '“（二）”用了两次', text: '2024年工作总结\n\n一、主要工作\n（一）抓党建\n正文。\n（二）抓教学\n正文。\n⟦（二）⟧抓安全\n正文。', reports: ['repeat'] },
    { title: '“二、”之后又回到“一、”', text: '2024年工作总结\n\n一、党建工作\n正文。\n\n二、教学工作\n正文。\n\n⟦一、⟧安全工作\n正文。', reports: ['back'] },
    { title: '从“二、”开始', text: '2024年工作总结\n\n⟦二、⟧党建工作\n正文。\n\n三、教学工作\n正文。', reports: ['start'] },
    { title: '下一级在每个标题下重新编号', text: '2024年工作总结\n\n一、主要工作\n（一）抓党建\n正文。\n（二）抓教学\n正文。\n\n二、存在问题\n（一）师资不足\n正文。', reports: [] },
  ],
  *check(document, { say }) {
    for (const group of siblingsByStyle(document.outline)) {
      let expected = 1
      for (const [i, heading] of group.entries()) {
        const { ordinal, ordinalRange } = heading
        if (ordinal === undefined || ordinalRange === undefined) continue
        if (ordinal.value !== expected) {
          const previous = group[i - 1]
          const wanted = formatOrdinal(ordinal.style, expected, ordinal.counter)
          yield {
            range: ordinalRange,
            messageId: slipOf(ordinal.value, previous?.ordinal?.value),
            args: { actual: ordinal.text, expected: wanted, previous: previous?.ordinal?.text ?? '' },
            ...(previous?.ordinalRange && { related: [{ ...previous.ordinalRange, message: previous.title }] }),
            fixes: [{ title: say(`从此处起重新编号为“${wanted}”`, `Renumber from here on as “${wanted}”`), safety: 'safe', edits: renumber(group.slice(i), expected) }],
          }
        }
        // the count goes on from what stands there, so that one slip gives one finding
        expected = ordinal.value + 1
      }
    }
  },
})

function slipOf(value: number, previous: number | undefined): MessageId {
  if (previous === undefined) return 'start'
  return value === previous ? 'repeat' : value < previous ? 'back' : 'gap'
}

/** Numbers headings from `first` on, changing the numerals alone. */
function renumber(headings: readonly Heading[], first: number): TextEdit[] {
  return headings.flatMap(({ ordinal, ordinalRange }, i) => {
    if (ordinal === undefined || ordinalRange === undefined || ordinal.value === first + i) return []
    const start = ordinalRange.start + ordinal.numeral.start - ordinal.start
    const newText = formatOrdinal(ordinal.style, first + i, ordinal.counter).replace(/[（）、.第]|部分|[章节篇]/g, '')
    return [{ start, end: start + ordinal.numeral.end - ordinal.numeral.start, newText }]
  })
}

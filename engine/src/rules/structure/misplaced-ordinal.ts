import { introductionIn } from '../../document/siblings.js'
import { formatOrdinal } from '../../document/ordinal.js'
import type { Section } from '../../document/outline.js'
import { promoteSection } from '../../document/renumber.js'
import { levelSlipsOf } from '../../document/sibling-level-slips.js'
import { defineRule, type Report } from '../../linting/rule.js'

/** No report has more sections under one heading; beyond, nothing is judged. */
const MAX_SIBLINGS = 100

/** 一、实施…工程 二、实施…工程 （三）实施…工程: a heading worded like those of the level above, whose count it continues. */
export default defineRule<'document', 'misplaced'>({
  id: 'structure/misplaced-ordinal',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '标题的句式与上一层并列，序号却低了一层',
  summaryEn: 'A heading worded and numbered like the level above',
  rationale:
    '并列的标题句式一致，序号相接。“一、实施……工程”“二、实施……工程”之后出现“（三）实施……工程”，而它前面的“（一）”“（二）”句式并不相同，多半是把“三、”错写成了“（三）”，后面的层次跟着全错。',
  messages: {
    misplaced: {
      what: '“{actual}{title}”与上一层的“{sibling}”等标题句式相同、序号相接，似应为“{expected}”。',
      advice: '核对层次；如与它们并列，改为“{expected}”，其下各级一并提升。',
      en: '“{actual}{title}” reads like the headings above (“{sibling}”) and continues their count: “{expected}”?',
    },
  },
  examples: [
    {
      title: '“（三）”本应是“三、”',
      text: '2024年工作总结\n\n2024年，全局上下凝心聚力，真抓实干，圆满完成各项任务。\n\n一、实施强基工程，夯实基础\n\n（一）抓党建。发展党员3名。\n\n二、实施育人工程，提升质量\n\n（一）抓课程。开设课程12门。\n\n（二）抓教研。听课40节。\n\n⟦（三）实施安心工程⟧，守牢底线\n\n排查隐患12处。',
      reports: ['misplaced'],
      message: '“（三）实施安心工程，守牢底线”与上一层的“二、实施育人工程，提升质量”等标题句式相同、序号相接，似应为“三、”。',
    },
    {
      title: '下一层句式本来就与上一层相同',
      text: '2024年工作总结\n\n2024年，全局上下凝心聚力，真抓实干，圆满完成各项任务。\n\n一、实施强基工程，夯实基础\n\n（一）实施书香工程。购书300册。\n\n二、实施育人工程，提升质量\n\n（一）实施青蓝工程。结对12对。\n\n（二）实施名师工程。评选名师3名。\n\n（三）实施安心工程。排查隐患12处。',
      reports: [],
    },
  ],
  reads: () => [introductionIn],
  *check({ outline }, { say }) {
    const { slips } = levelSlipsOf(outline)
    for (const section of outline.sections) if (section.heading !== undefined && !slips.has(section.heading)) yield* misplaced(section, say)
  },
})

function* misplaced(section: Section, say: (zh: string, en: string) => string): Iterable<Report<'misplaced'>> {
  const { heading, parent } = section
  const above = parent?.heading
  if (heading?.ordinal === undefined || above?.ordinal === undefined || heading.form === 'item' || heading.depth > 0) return
  const offset = heading.ordinal.value - above.ordinal.value
  const frame = frameOf(above.title)
  if (offset < 1 || frame === '' || frameOf(heading.title) !== frame || !isWordedAbove(section, frame, offset)) return
  const expected = formatOrdinal(above.ordinal.style, heading.ordinal.value)
  const edits = offset === 1 ? promoteSection(section) : []
  yield {
    range: { start: heading.start, end: heading.titleRange.start + clauseLength(heading.title) },
    messageId: 'misplaced',
    args: { actual: heading.ordinal.text, title: heading.title, sibling: above.ordinal.text + above.title, expected },
    related: [{ ...above.titleRange, message: above.title }],
    ...(edits.length > 0 && {
      fixes: [{ title: say(`改为“${expected}”，下级一并提升`, `Make it “${expected}”, and raise what stands under it`), safety: 'unsafe' as const, edits }],
    }),
  }
}

/** Whether all headings of the level above have the frame, and those of its own level have it only from here on. */
function isWordedAbove({ heading, parent }: Section, frame: string, offset: number): boolean {
  if (parent?.parent === undefined || parent.parent.children.at(-1) !== parent || parent.children.length > MAX_SIBLINGS) return false
  const uncles = likeOrdinals(parent.parent, parent.heading?.ordinal?.style)
  if (uncles.length < 2 || !uncles.every(({ title }) => frameOf(title) === frame)) return false
  const siblings = likeOrdinals(parent, heading?.ordinal?.style)
  const first = siblings.findIndex((other) => other === heading) - offset + 1
  return siblings.every(({ title }, i) => (frameOf(title) === frame) === i >= first)
}

function likeOrdinals(parent: Section | undefined, style: string | undefined): NonNullable<Section['heading']>[] {
  return (parent?.children ?? []).flatMap(({ heading }) => (heading !== undefined && heading.ordinal?.style === style ? [heading] : []))
}

/** The first two and the last two characters of a title's first clause; empty when it is too short to tell. */
function frameOf(title: string): string {
  const clause = title.slice(0, clauseLength(title))
  return clause.length < 6 ? '' : `${clause.slice(0, 2)}…${clause.slice(-2)}`
}

function clauseLength(title: string): number {
  const mark = title.search(/[，,；;：:]/)
  return mark < 0 ? title.length : mark
}

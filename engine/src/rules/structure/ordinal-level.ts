import { namesakes } from '../../document/heading-depths.js'
import { endMarksIn } from '../../document/heading.js'
import { hasContent, isSignature, sequencesOf, introductionIn } from '../../document/siblings.js'
import { levelSlipsOf, type Reversal } from '../../document/sibling-level-slips.js'
import { formatOrdinal, ORDINAL_RANK, type Ordinal, type OrdinalStyle } from '../../document/ordinal.js'
import type { Heading, Outline, Section } from '../../document/outline.js'
import { defineRule, type Report } from '../../linting/rule.js'
import type { TextEdit } from '../../text/edit.js'

type MessageId = 'skip' | 'no-parent' | 'slipped' | 'reversed' | 'namesake'
/** The four levels of the standard, outermost first. */
const STANDARD: readonly OrdinalStyle[] = ['chinese', 'bracketed-chinese', 'digit', 'bracketed-digit']

type Say = (zh: string, en: string) => string

/** Ordinals go down one level at a time: no 1. under 一、 where （一） is used elsewhere, no （一） without 一、. */
export default defineRule<'document', MessageId>({
  id: 'structure/ordinal-level',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 9704',
  summary: '序号越级或缺少上一级',
  summaryEn: 'An ordinal skips a level or lacks the level above',
  rationale:
    'GB/T 9704—2012 第7.3.3条的层次是“一、”“（一）”“1.”“（1）”，由外到内，不宜越级。同一份材料里“一、”下有的用“（一）”，有的直接用“1.”，读者就分不清从属关系；全文只用“一、”和“1.”两层，或从“（一）”开始，不算错。',
  messages: {
    skip: {
      what: '“{parent}”下面直接用了“{actual}”，而其他同级标题下用的是“{expected}”。',
      advice: '全文同一层次用同一种序号，改为“{expected}”。',
      en: '“{actual}” stands directly under “{parent}”, while “{expected}” is used elsewhere.',
    },
    slipped: {
      what: '“{actual}”写错了层次：它接的是{level}的号，应为“{expected}”。',
      advice: '改为“{expected}”，前后的序号就都接得上；如果是漏了标题，补上标题。',
      en: '“{actual}” is on the wrong level: its number goes on from {level}: “{expected}”.',
      severity: 'error',
    },
    reversed: {
      what: '层次颠倒：“{outer}”下面套着“{inner}”，“{inner}”本是外一层的序号。',
      advice: '层次由外到内是“一、”“（一）”“1.”“（1）”；把这两层的序号对调。',
      en: 'Levels are reversed: “{inner}” stands under “{outer}”, though it is the outer one of the two.',
    },
    namesake: {
      what: '“{actual}”与紧接在它下面的一层用了同一种序号，分不出层次。',
      advice: '上一层用外一层的序号：{ladder}。',
      en: '“{actual}” has the same kind of ordinal as the level right under it.',
    },
    'no-parent': {
      what: '“{actual}”前面没有“{expected}”这一层，其他“{actual}”都在“{expected}”之下。',
      advice: '核对是否漏了上一级标题。',
      en: '“{actual}” has no “{expected}” above it, as others have.',
    },
  },
  examples: [
    {
      title: '“二、”下跳过了“（一）”',
      text: '2024年工作总结\n\n一、主要工作\n\n（一）抓党建\n发展党员3名。\n\n（二）抓教学\n听课40节。\n\n二、存在问题\n\n⟦1.⟧师资不足\n缺编12人。\n\n2.学位偏紧\n大班额2个。',
      reports: ['skip'],
      message: '“二、”下面直接用了“1.”，而其他同级标题下用的是“（一）”。',
      fixed:
        '2024年工作总结\n\n一、主要工作\n\n（一）抓党建\n发展党员3名。\n\n（二）抓教学\n听课40节。\n\n二、存在问题\n\n（一）师资不足\n缺编12人。\n\n（二）学位偏紧\n大班额2个。',
    },
    {
      title: '“（一）”前面少了“一、”',
      text: '2024年工作总结\n\n⟦（一）⟧抓党建\n发展党员3名。\n\n（二）抓教学\n听课40节。\n\n一、下一步打算\n\n（一）增加学位\n新建学校1所。',
      reports: ['no-parent'],
    },
    {
      title: '“三、”写成了“（三）”',
      text: '2024年工作总结\n\n一、抓党建\n\n发展党员3名。\n\n二、抓教学\n\n听课40节。\n\n⟦（三）⟧抓安全\n\n排查隐患12处。\n\n四、抓后勤\n\n改造食堂2个。',
      reports: ['slipped'],
      message: '“（三）”写错了层次：它接的是上一层的号，应为“三、”。',
      fixed: '2024年工作总结\n\n一、抓党建\n\n发展党员3名。\n\n二、抓教学\n\n听课40节。\n\n三、抓安全\n\n排查隐患12处。\n\n四、抓后勤\n\n改造食堂2个。',
    },
    {
      title: '“（二）”写成了“二、”',
      text: '2024年工作总结\n\n一、主要工作\n\n（一）抓党建\n\n发展党员3名。\n\n⟦二、⟧抓教学\n\n听课40节。\n\n（三）抓安全\n\n排查隐患12处。\n\n二、存在问题\n\n师资不足，缺编12人。',
      reports: ['slipped'],
      fixed:
        '2024年工作总结\n\n一、主要工作\n\n（一）抓党建\n\n发展党员3名。\n\n（二）抓教学\n\n听课40节。\n\n（三）抓安全\n\n排查隐患12处。\n\n二、存在问题\n\n师资不足，缺编12人。',
    },
    {
      title: '“第二部分”写成了“第二章”',
      text: '2024年工作总结\n\n第一部分 主要工作\n\n发展党员3名。\n\n⟦第二章⟧ 存在问题\n\n缺编12人。\n\n第三部分 下一步打算\n\n补充教师20名。',
      reports: ['slipped'],
      fixed: '2024年工作总结\n\n第一部分 主要工作\n\n发展党员3名。\n\n第二部分 存在问题\n\n缺编12人。\n\n第三部分 下一步打算\n\n补充教师20名。',
    },
    {
      title: 'Markdown 中“（二）”写成了“2.”',
      format: 'markdown',
      text: '# 2024年工作总结\n\n## 一、主要工作\n\n### （一）抓党建\n\n发展党员3名。\n\n### ⟦2.⟧抓教学\n\n听课40节。\n\n### （三）抓安全\n\n排查隐患12处。',
      reports: ['slipped'],
      fixed: '# 2024年工作总结\n\n## 一、主要工作\n\n### （一）抓党建\n\n发展党员3名。\n\n### （二）抓教学\n\n听课40节。\n\n### （三）抓安全\n\n排查隐患12处。',
    },
    {
      title: '“1.”下面套着“（一）”',
      text: '2024年工作总结\n\n⟦1.⟧抓党建\n\n（一）强组织\n\n发展党员3名。\n\n（二）强学习\n\n讲党课6次。\n\n2.抓教学\n\n（一）强教研\n\n听课40节。\n\n（二）强课堂\n\n评课36节。',
      reports: ['reversed'],
      message: '层次颠倒：“1.”下面套着“（一）”，“（一）”本是外一层的序号。',
      fixed:
        '2024年工作总结\n\n（一）抓党建\n\n1.强组织\n\n发展党员3名。\n\n2.强学习\n\n讲党课6次。\n\n（二）抓教学\n\n1.强教研\n\n听课40节。\n\n2.强课堂\n\n评课36节。',
    },
    {
      title: '两级 Markdown 标题用了同一种序号',
      format: 'markdown',
      text: '# 2024年工作总结\n\n## ⟦（一）⟧抓党建\n\n### （一）强组织\n\n发展党员3名。\n\n### （二）强学习\n\n讲党课6次。',
      reports: ['namesake'],
      fixed: '# 2024年工作总结\n\n## 一、抓党建\n\n### （一）强组织\n\n发展党员3名。\n\n### （二）强学习\n\n讲党课6次。',
    },
    {
      title: 'Markdown 中错的是“#”的个数，不在这里提示',
      format: 'markdown',
      text: '# 2024年工作总结\n\n## 一、主要工作\n\n### （一）抓党建\n\n发展党员3名。\n\n### （二）抓教学\n\n听课40节。\n\n### 二、存在问题\n\n缺编12人。\n\n## 三、下一步打算\n\n补充教师。',
      reports: [],
    },
    {
      title: '全文只用“一、”和“1.”两层',
      text: '2024年工作总结\n\n一、主要工作\n\n1.抓党建\n发展党员3名。\n\n2.抓教学\n听课40节。\n\n二、存在问题\n\n1.师资不足\n缺编12人。',
      reports: [],
    },
    {
      title: '第一篇之下是第一章，第一章之下是第一节',
      text: '2024年工作总结\n\n第一篇 工作回顾\n\n第一章 教学工作\n\n第一节 学前教育\n\n新建幼儿园2所。\n\n第二节 义务教育\n\n新建学校1所。\n\n第二章 存在问题\n\n缺编12人。\n\n第二篇 工作安排\n\n第一章 目标\n\n新增学位300个。\n\n第二章 措施\n\n补充教师20名。',
      reports: [],
    },
    { title: '全文从“（一）”开始', text: '2024年工作总结\n\n（一）抓党建\n发展党员3名。\n\n（二）抓教学\n听课40节。', reports: [] },
    {
      title: '清单直接列在“三、”之下',
      text: '2024年工作计划\n\n一、主要工作\n\n（一）抓党建\n发展党员3名。\n\n二、保障措施\n\n1.加强领导，成立专班，每月调度。\n\n2.落实经费，纳入预算，专款专用。',
      reports: [],
    },
  ],
  reads: () => [introductionIn, endMarksIn, ({ canonical }) => `${isSignature(canonical)}`],
  readsAnyLine: true,
  *check({ outline }, { say }) {
    const { slips, reversals } = levelSlipsOf(outline)
    for (const reversal of reversals) yield reversed(reversal, say)
    for (const [heading, style] of slips) yield slipped(heading, style, counterOf(outline, style), say)
    for (const heading of namesakes(outline)) if (!slips.has(heading)) yield namesake(heading, say)
    yield* skipped(outline, say)
    yield* withoutParent(outline)
  },
})

/** What 第…… counts in a document, for a style that has such a word. */
function counterOf({ headings }: Outline, style: OrdinalStyle): string | undefined {
  return headings.find(({ ordinal }) => ordinal?.style === style)?.ordinal?.counter || undefined
}

/** A number that goes on from another level. Reading it so is a guess, however good: the fix is the writer's to take. */
function slipped({ ordinal, ordinalRange, start, end }: Heading, style: OrdinalStyle, counter: string | undefined, say: Say): Report<MessageId> {
  const { text, value, style: own } = ordinal as Ordinal
  const expected = formatOrdinal(style, value, counter)
  const isOuter = ORDINAL_RANK[style] < ORDINAL_RANK[own]
  const range = ordinalRange ?? { start, end }
  return {
    range,
    messageId: 'slipped',
    args: { actual: text, expected, level: isOuter ? say('上一层', 'the level above') : say('下一层', 'the level below') },
    fixes: [{ title: say(`改为“${expected}”`, `Change to “${expected}”`), safety: 'unsafe', edits: [{ ...range, newText: expected }] }],
  }
}

/** （一） with （一）（二） right under it: what it should be can only be told from the standard's order. */
function namesake({ ordinal, ordinalRange, start, end }: Heading, say: Say): Report<MessageId> {
  const { text, value, style } = ordinal as Ordinal
  const range = ordinalRange ?? { start, end }
  const outer = STANDARD[STANDARD.indexOf(style) - 1]
  const newText = outer && formatOrdinal(outer, value)
  return {
    range,
    messageId: 'namesake',
    args: { actual: text, ladder: STANDARD.map((own) => `“${formatOrdinal(own, 1)}”`).join('') },
    fixes: newText === undefined ? [] : [{ title: say(`改为“${newText}”`, `Change to “${newText}”`), safety: 'unsafe', edits: [{ ...range, newText }] }],
  }
}

function reversed({ outer, inner }: Reversal, say: Say): Report<MessageId> {
  const [first, second] = [outer[0] as Heading, inner[0] as Heading]
  const [above, below] = [first.ordinal as Ordinal, second.ordinal as Ordinal]
  const restyle = (headings: readonly Heading[], style: OrdinalStyle): TextEdit[] =>
    headings.flatMap(({ ordinal, ordinalRange }) =>
      ordinal === undefined || ordinalRange === undefined ? [] : [{ ...ordinalRange, newText: formatOrdinal(style, ordinal.value) }],
    )
  const edits =
    above.style === 'circled' && inner.some(({ ordinal }) => (ordinal?.value ?? 0) > 20)
      ? []
      : [...restyle(outer, below.style), ...restyle(inner, above.style)].sort((a, b) => a.start - b.start)
  return {
    range: first.ordinalRange ?? first,
    messageId: 'reversed',
    args: { outer: above.text, inner: below.text },
    fixes: edits.length === 0 ? [] : [{ title: say('对调这两层的序号', 'Exchange the two styles'), safety: 'unsafe', edits }],
  }
}

/** 1. directly under 一、 where another 一、 has （一） under it. Lists of whole sentences may stand anywhere. */
function* skipped(outline: Outline, say: Say): Iterable<Report<MessageId>> {
  const { slips } = levelSlipsOf(outline)
  const usual = innerStyles(outline)
  for (const group of sequencesOf(outline)) {
    const first = group[0] as Section
    const above = first.parent?.heading?.ordinal
    const inner = above && usual.get(above.style)
    const own = first.heading?.ordinal
    if (first.heading === undefined || own === undefined || above === undefined || inner === undefined || ORDINAL_RANK[inner.style] >= ORDINAL_RANK[own.style])
      continue
    if (
      slips.has(first.heading) ||
      (first.parent?.heading !== undefined && slips.has(first.parent.heading)) ||
      first !== first.parent?.children[0] ||
      group.length < 2 ||
      !group.every(isTitled)
    )
      continue
    const expected = formatOrdinal(inner.style, 1)
    const edits = group.flatMap(({ heading }) =>
      heading?.ordinal === undefined || heading.ordinalRange === undefined
        ? []
        : [{ ...heading.ordinalRange, newText: formatOrdinal(inner.style, heading.ordinal.value) }],
    )
    yield {
      range: first.heading.ordinalRange ?? first.heading,
      messageId: 'skip',
      args: { parent: above.text, actual: own.text, expected },
      fixes: [{ title: say(`这一组改用“${expected}”`, `Use “${expected}” for this group`), safety: 'unsafe', edits }],
    }
  }
}

/** For each style, the outermost style that stands directly under it anywhere in the document. */
function innerStyles(outline: Outline): Map<string, Ordinal> {
  const { slips } = levelSlipsOf(outline)
  const usual = new Map<string, Ordinal>()
  for (const { heading, parent } of outline.sections) {
    if ((heading !== undefined && slips.has(heading)) || (parent?.heading !== undefined && slips.has(parent.heading))) continue
    const above = parent?.heading?.ordinal
    if (above === undefined || heading?.ordinal === undefined || ORDINAL_RANK[heading.ordinal.style] <= ORDINAL_RANK[above.style]) continue
    const known = usual.get(above.style)
    if (known === undefined || ORDINAL_RANK[heading.ordinal.style] < ORDINAL_RANK[known.style]) usual.set(above.style, heading.ordinal)
  }
  return usual
}

/** A section with a title of its own, and no line of a list. */
function isTitled(section: Section): boolean {
  const form = section.heading?.form
  return (form === 'line' || form === 'markdown') && section.heading?.endMark === '' && hasContent(section)
}

/** （一） before the first 一、, where other （一） stand under 一、. */
function* withoutParent(outline: Outline): Iterable<Report<MessageId>> {
  const { root, sections } = outline
  const first = root.children[0]?.heading
  const outer = root.children.find(({ heading }) => heading?.ordinal?.style === 'chinese')?.heading?.ordinal
  if (
    first?.ordinal?.style !== 'bracketed-chinese' ||
    first.ordinal.value !== 1 ||
    outer === undefined ||
    first.form === 'glued' ||
    levelSlipsOf(outline).slips.has(first)
  )
    return
  const isUsual = sections.some(({ heading, parent }) => heading?.ordinal?.style === 'bracketed-chinese' && parent?.heading?.ordinal?.style === 'chinese')
  if (isUsual) yield { range: first.ordinalRange ?? first, messageId: 'no-parent', args: { actual: first.ordinal.text, expected: formatOrdinal('chinese', 1) } }
}

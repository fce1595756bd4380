import { referenceEdits, referencesIn } from '../../document/heading-references.js'
import { formatOrdinal, type Ordinal } from '../../document/ordinal.js'
import type { Heading } from '../../document/outline.js'
import { renumberFrom } from '../../document/renumber.js'
import { levelSlipsOf } from '../../document/sibling-level-slips.js'
import { sequencesOf, introductionIn } from '../../document/siblings.js'
import type { Fix } from '../../linting/finding.js'
import { defineRule, type Report } from '../../linting/rule.js'

type MessageId = 'gap' | 'repeat' | 'back' | 'start' | 'swap'

/** A fix counts no further, so that a text of wrong ordinals alone does not cost the square of its length. */
const MAX_RENUMBERED = 200
const MAX_EDITS = 20_000

/** 一、二、四: the ordinals of one level under one heading must run from one without gap, repeat or step back. */
export default defineRule<'document', MessageId>({
  id: 'structure/ordinal-sequence',
  scope: 'document',
  severity: 'error',
  source: 'GB/T 9704',
  summary: '同一层次的序号跳号、重号或倒退',
  summaryEn: 'Ordinals of one level skip, repeat or step back',
  rationale:
    'GB/T 9704—2012 第7.3.3条规定文中结构层次序数依次用“一、”“（一）”“1.”“（1）”标注。同一标题下的序号应从一起，依次递增；跳号往往意味着丢了一段，重号往往是复制时忘了改。下一级序号在每个上级标题下重新从一开始，是对的。',
  messages: {
    gap: {
      what: '序号跳号：“{previous}”之后应为“{expected}”，文中写作“{actual}”。',
      advice: '核对是否漏了内容；若没有，把序号改为“{expected}”。',
      en: 'Ordinal skipped: “{previous}” should be followed by “{expected}”, not “{actual}”.',
    },
    repeat: {
      what: '序号重复：前一个已是“{previous}”，此处应为“{expected}”。',
      advice: '改为“{expected}”，并顺延其后的序号。',
      en: 'Ordinal repeated: “{previous}” has been used; “{expected}” expected.',
    },
    back: {
      what: '序号倒退：“{previous}”之后应为“{expected}”，文中写作“{actual}”。',
      advice: '改为“{expected}”，或把这一部分移到对应的上级标题下。',
      en: 'Ordinal steps back: “{previous}” should be followed by “{expected}”, not “{actual}”.',
    },
    swap: {
      what: '序号颠倒：此处应为“{expected}”，文中写作“{actual}”，与下一个对调了。',
      advice: '核对这两部分的先后次序，再把序号改对。',
      en: 'Ordinals swapped: “{expected}” expected here, not “{actual}”.',
    },
    start: {
      what: '这一层的序号从“{actual}”开始，应从“{expected}”开始。',
      advice: '核对前面是否漏了内容；若没有，改为“{expected}”。',
      en: 'The ordinals of this level start at “{actual}” instead of “{expected}”.',
    },
  },
  examples: [
    {
      title: '跳过了“三、”',
      text: '2024年工作总结\n\n一、党建工作\n正文。\n\n二、教学工作\n正文。\n\n⟦四、⟧安全工作\n正文。',
      reports: ['gap'],
      message: '序号跳号：“二、”之后应为“三、”，文中写作“四、”。',
      fixed: '2024年工作总结\n\n一、党建工作\n正文。\n\n二、教学工作\n正文。\n\n三、安全工作\n正文。',
    },
    {
      title: '文中提到的序号随着改',
      text: '2024年工作总结\n\n一、党建工作\n不足之处见第三部分。\n\n⟦三、⟧教学工作\n正文。',
      reports: ['gap'],
      fixed: '2024年工作总结\n\n一、党建工作\n不足之处见第二部分。\n\n二、教学工作\n正文。',
    },
    {
      title: '“（二）”用了两次',
      text: '2024年工作总结\n\n一、主要工作\n（一）抓党建\n正文。\n（二）抓教学\n正文。\n⟦（二）⟧抓安全\n正文。',
      reports: ['repeat'],
    },
    { title: '“二、”之后又回到“一、”', text: '2024年工作总结\n\n一、党建工作\n正文。\n\n二、教学工作\n正文。\n\n⟦一、⟧安全工作\n正文。', reports: ['back'] },
    { title: '从“二、”开始', text: '2024年工作总结\n\n⟦二、⟧党建工作\n正文。\n\n三、教学工作\n正文。', reports: ['start'] },
    {
      title: '两个序号对调',
      text: '2024年工作总结\n\n一、党建工作\n正文。\n\n⟦三、⟧教学工作\n正文。\n\n二、安全工作\n正文。\n\n四、后勤工作\n正文。',
      reports: ['swap'],
    },
    { title: '只有一处写错，后面接得上', text: '2024年工作总结\n\n一、党建工作\n正文。\n\n⟦五、⟧教学工作\n正文。\n\n三、安全工作\n正文。', reports: ['gap'] },
    {
      title: '冒号引出的两个清单各自编号',
      text: '2024年工作总结\n\n一、党建工作\n采取以下措施：\n1.组织学习。\n2.开展谈话。\n取得以下成效：\n1.学风更浓。\n2.作风更实。',
      reports: [],
    },
    {
      title: '两部分各从“一、”起',
      text: '2024年工作总结和2025年工作计划\n\n2024年，全局上下团结一心，较好地完成了上级下达的各项任务，现将一年来的工作情况和下一年的打算报告如下，请予审议，并提出意见。\n\n2024年工作总结\n\n一、党建工作\n正文。\n\n二、教学工作\n正文。\n\n2025年工作计划\n\n一、党建工作\n正文。',
      reports: [],
    },
    {
      title: '章的编号在各篇之间连续',
      text: '2024年工作总结\n\n第一篇 工作回顾\n\n第一章 教学工作\n听课40节。\n\n第二章 安全工作\n排查隐患12处。\n\n第二篇 工作安排\n\n第三章 目标\n新增学位300个。\n\n第四章 措施\n补充教师20名。',
      reports: [],
    },
    {
      title: '“第二部分”之下接着第一部分编号',
      text: '2024年工作总结\n\n第一部分 工作回顾\n\n一、教学工作\n听课40节。\n\n二、安全工作\n排查隐患12处。\n\n第二部分 工作安排\n\n三、目标\n新增学位300个。\n\n四、措施\n补充教师20名。',
      reports: [],
    },
    {
      title: '全文的事项连续编号',
      text: '2024年工作要点\n\n一、抓教学\n1.开展听课评课。\n2.组织质量监测。\n\n二、抓安全\n3.排查消防隐患。\n4.组织应急演练。\n\n三、抓后勤\n5.改造学生食堂。\n6.更新教室灯具。',
      reports: [],
    },
    {
      title: '序号后面就是月份',
      text: '2024年工作要点\n\n一、抓教学\n1.开展听课评课。\n2.3月底前完成课程计划修订。\n3.组织质量监测。',
      reports: [],
    },
    {
      title: '只有一处接着上一节编号',
      text: '2024年工作要点\n\n一、抓教学\n1.开展听课评课。\n2.组织质量监测。\n\n二、抓安全\n1.排查消防隐患。\n2.组织应急演练。\n\n三、抓后勤\n⟦3.⟧改造学生食堂。\n4.更新教室灯具。',
      reports: ['start'],
    },
    {
      title: '各篇之间连续编号，也不能跳',
      text: '2024年工作总结\n\n第一篇 工作回顾\n\n第一章 教学工作\n听课40节。\n\n第二章 安全工作\n排查隐患12处。\n\n第二篇 工作安排\n\n第三章 目标\n新增学位300个。\n\n⟦第五章⟧ 措施\n补充教师20名。',
      reports: ['gap'],
    },
    {
      title: '连续编号中间跳了一个；其中一个标题写错了层次',
      text: '2024年工作要点\n\n一、抓教学\n1.开展听课评课。\n2.组织质量监测。\n\n二、抓安全\n3.排查消防隐患。\n4.组织应急演练。\n\n三、抓后勤\n⟦6.⟧改造学生食堂。\n7.更新教室灯具。\n\n四、抓队伍\n8.招聘教师。\n9.开展培训。',
      reports: ['gap'],
      message: '序号跳号：“4.”之后应为“5.”，文中写作“6.”。',
    },
    {
      title: '下一级在每个标题下重新编号',
      text: '2024年工作总结\n\n一、主要工作\n（一）抓党建\n正文。\n（二）抓教学\n正文。\n\n二、存在问题\n（一）师资不足\n正文。',
      reports: [],
    },
  ],
  reads: () => [introductionIn, referencesIn],
  *check(document, { say }) {
    let spent = 0
    const before = predecessors(document.outline.headings)
    // a heading on the wrong level is the business of structure/ordinal-level, with the breaks that it causes
    const { slips, explained } = levelSlipsOf(document.outline)
    for (const sections of sequencesOf(document.outline)) {
      const group = sections.map(({ heading }) => heading as Heading)
      // below a heading that lost its level a count goes on from the one above
      const above = sections[0]?.parent?.heading
      let expected = above !== undefined && slips.has(above) ? (group[0]?.ordinal?.value ?? 1) : 1
      for (let i = 0; i < group.length; i++) {
        const heading = group[i] as Heading
        const value = heading.ordinal?.value ?? expected
        if (slips.has(heading)) continue
        if (value === expected || explained.has(heading) || beginsUnseen(heading, group[i - 1])) {
          expected = value + 1
          continue
        }
        const isSwapped = value === expected + 1 && group[i + 1]?.ordinal?.value === expected
        const numbers = renumberFrom(group.slice(i, i + (spent < MAX_EDITS ? MAX_RENUMBERED : 1)), expected)
        spent += numbers.length
        // 见第三部分 goes along; where it cannot be told which part is meant, somebody has to look
        const { edits: references, doubtful } = referenceEdits(document, numbers)
        const edits = [...numbers, ...references]
        const safety = doubtful.length === 0 && isMechanical(heading, group[i + 1], expected, before.get(heading)) ? 'safe' : 'unsafe'
        yield reportSlip(heading, group[i - 1], expected, isSwapped, { edits, safety }, say)
        if (isSwapped) i++
        expected = nextExpected(group, i, expected, isSwapped)
      }
    }
  },
})

/** The heading before each one, in reading order and of whatever level. */
function predecessors(headings: readonly Heading[]): Map<Heading, Heading | undefined> {
  return new Map(headings.map((heading, i) => [heading, headings[i - 1]]))
}

/**
 * Whether renumbering is all there is to do. It is not where the next heading has the number that is missing here (this one
 * may be no heading, or stand in the wrong place), nor where the number goes on from the level below (二、 meant （二）).
 */
function isMechanical(heading: Heading, next: Heading | undefined, expected: number, before: Heading | undefined): boolean {
  if (next?.ordinal?.value === expected) return false
  return (
    before?.ordinal === undefined || before.level <= heading.level || before.ordinal.value + 1 !== heading.ordinal?.value || heading.ordinal.value >= expected
  )
}

function reportSlip(
  heading: Heading,
  previous: Heading | undefined,
  expected: number,
  isSwapped: boolean,
  fix: Omit<Fix, 'title'>,
  say: (zh: string, en: string) => string,
): Report<MessageId> {
  const { style, value, counter, text } = heading.ordinal as Ordinal
  const wanted = formatOrdinal(style, expected, counter)
  return {
    range: heading.ordinalRange ?? heading,
    messageId: isSwapped ? 'swap' : slipOf(value, previous?.ordinal?.value),
    args: { actual: text, expected: wanted, previous: previous?.ordinal?.text ?? '' },
    ...(previous?.ordinalRange && { related: [{ ...previous.ordinalRange, message: previous.title }] }),
    fixes: [{ title: say(`从此处起重新编号为“${wanted}”`, `Renumber from here on as “${wanted}”`), ...fix }],
  }
}

/**
 * Whether a sequence may have begun unseen in the same paragraph: 二、 glued behind text with no 一、 before it, or 一、 after
 * 五、, where the title of a part stood between. Where line breaks were lost that is likelier than a lost section.
 */
function beginsUnseen({ isJoinedBefore, ordinal }: Heading, previous: Heading | undefined): boolean {
  const value = ordinal?.value ?? 0
  return isJoinedBefore && (previous === undefined || (value <= 2 && (previous.ordinal?.value ?? 0) > value))
}

/**
 * The number expected next, so that one slip gives one finding: the count goes on from what stands there, unless the
 * number behind shows that this one alone was mistyped.
 */
function nextExpected(group: readonly Heading[], i: number, expected: number, isSwapped: boolean): number {
  if (isSwapped) return expected + 2
  const following = group[i + 1]?.ordinal?.value
  return following === expected + 1 ? following : ((group[i] as Heading).ordinal?.value ?? expected) + 1
}

function slipOf(value: number, previous: number | undefined): MessageId {
  if (previous === undefined) return 'start'
  return value === previous ? 'repeat' : value < previous ? 'back' : 'gap'
}

import { skipBlanks } from '../../text/characters.js'
import type { Heading, Section } from '../../document/outline.js'
import { sequencesOf, introductionIn } from '../../document/siblings.js'
import { defineRule } from '../../linting/rule.js'
import { matchesOf } from '../../text/matches.js'

/** What opens a sentence behind a title: a verb with its adverb (认真学习), the time, or a space where the stop was. */
const OPENING =
  /(?<=[\u4e00-\u9fff”])[ \u3000](?=[\u4e00-\u9fff“\d])|(?<=[\u4e00-\u9fff”])(?:全年|今年以来|一年来|20\d\d年)|(?<=[\u4e00-\u9fff”])(?:深入|认真|大力|扎实|积极|持续|着力|严格|切实|充分|稳步|不断)(?:实施|推动|推进|开展|学习|贯彻|落实|做好|抓好|加强|发挥|完善|组织|提高|优化)/g
/** A time may hang on these inside a title: 做好2024年招生工作. */
const HANGS_ON = /[在到至自从于是和及与为以将对比较达的好成]$/
const MAX_TITLE = 40
const MIN_TITLE = 6
/** How much longer or shorter than its siblings' a title may be. */
const SLACK = 6

/** 1.聚焦……稳步提升认真学习……: a run-in heading whose 。 was lost, where its siblings have theirs. */
export default defineRule<'document', 'lost'>({
  id: 'structure/run-in-stop',
  scope: 'document',
  severity: 'info',
  source: 'practice',
  summary: '与正文接排的标题后面疑似漏了句号',
  summaryEn: 'A run-in heading seems to have lost its stop',
  rationale: '标题与正文接排时，标题后用句号与正文隔开。同一层的其他标题都有句号，这一个没有，标题和正文就连成了一句。',
  messages: {
    lost: {
      what: '标题“{title}”与正文之间疑似漏了句号，同一层的其他标题都有。',
      advice: '核对后在标题后补上句号。',
      en: 'The stop behind heading “{title}” seems to be lost; its siblings have theirs.',
    },
  },
  examples: [
    {
      title: '标题后漏了句号',
      text: '2024年工作总结\n\n一、主要工作\n\n1.⟦聚焦理论武装，学习教育走深走实⟧认真学习党的二十届三中全会精神，组织集中学习12次，撰写体会文章36篇，开展宣讲活动8场，覆盖党员200余人次。\n\n2.聚焦组织建设，堡垒作用不断增强。发展党员3名。\n\n3.聚焦廉政建设，干部作风持续好转。开展谈话20人次。',
      reports: ['lost'],
      fixed:
        '2024年工作总结\n\n一、主要工作\n\n1.聚焦理论武装，学习教育走深走实。认真学习党的二十届三中全会精神，组织集中学习12次，撰写体会文章36篇，开展宣讲活动8场，覆盖党员200余人次。\n\n2.聚焦组织建设，堡垒作用不断增强。发展党员3名。\n\n3.聚焦廉政建设，干部作风持续好转。开展谈话20人次。',
    },
    {
      title: '句号的位置上是空格，或紧接着写年份',
      text: '2024年工作总结\n\n一、主要工作\n\n（一）抓好党建工作。全年发展党员3名，召开党员大会12次。\n\n（二）⟦抓好教学工作⟧ 听课40节，开展教研活动36次。\n\n（三）⟦抓好安全工作⟧2024年排查隐患12处，全部整改到位。\n\n（四）抓好后勤工作。改造食堂2个，更新课桌椅500套。\n\n（五）抓好宣传工作。发稿12篇。',
      reports: ['lost', 'lost'],
    },
    {
      title: '年份是标题里的话',
      text: '2024年工作总结\n\n一、主要工作\n\n（一）抓好党建工作。全年发展党员3名，召开党员大会12次。\n\n（二）认真做好2024年招生工作，录取新生1200人，均按规定公示。\n\n（三）抓好后勤工作。改造食堂2个，更新课桌椅500套。',
      reports: [],
    },
    {
      title: '整句就是一条任务',
      text: '2024年工作总结\n\n一、主要工作\n\n1.各学校认真学习党的二十届三中全会精神，组织集中学习12次，撰写体会文章36篇，开展宣讲活动8场，覆盖党员200余人次。\n\n2.聚焦组织建设，堡垒作用不断增强。发展党员3名。\n\n3.聚焦廉政建设，干部作风持续好转。开展谈话20人次。',
      reports: [],
    },
  ],
  reads: () => [introductionIn],
  *check(document, { say }) {
    for (const group of sequencesOf(document.outline)) {
      const titled = group.flatMap(({ heading }) => (heading?.form === 'run-in' ? [heading] : []))
      if (titled.length < 2 || titled.length * 2 < group.length) continue
      for (const { heading } of group) {
        const length = heading === undefined ? undefined : lostStop(heading, titled)
        if (heading === undefined || length === undefined) continue
        const end = heading.titleRange.start + length
        yield {
          range: { start: heading.titleRange.start, end },
          messageId: 'lost',
          args: { title: heading.title.slice(0, length) },
          fixes: [
            {
              title: say('在标题后补上句号', 'Insert 。'),
              safety: 'unsafe',
              edits: [{ start: end, end: end + blanksAt(heading.title, length), newText: '。' }],
            },
          ],
        }
      }
    }
  },
})

/** Length of the title that an item begins with, when a sentence opens behind it and it is built like its siblings'. */
function lostStop({ form, title }: Heading, siblings: readonly NonNullable<Section['heading']>[]): number | undefined {
  if (form !== 'item') return undefined
  for (const match of matchesOf(OPENING, title.slice(0, MAX_TITLE + 4))) {
    const own = title.slice(0, match.index)
    const isLike = siblings.filter((other) => Math.abs(other.title.length - own.length) <= SLACK && commasOf(other.title) === commasOf(own)).length
    if (own.length >= MIN_TITLE && isLike * 2 > siblings.length && !HANGS_ON.test(own)) return match.index
  }
  return undefined
}

/** How many spaces stand where the stop was. */
function blanksAt(title: string, at: number): number {
  return skipBlanks(title, at) - at
}

function commasOf(title: string): number {
  return title.replace(/[^，,]/g, '').length
}

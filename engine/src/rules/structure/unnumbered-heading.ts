import { formatOrdinal } from '../../document/ordinal.js'
import { titlesIn } from '../../document/heading.js'
import type { Heading, Section } from '../../document/outline.js'
import { renumberFrom } from '../../document/renumber.js'
import { defineRule } from '../../linting/rule.js'

/** Parts of a document that take no ordinal beside 一、二、三、. */
const TAKES_NONE = /^(?:附[件表录图]|结语|结束语|前言|引言|序言|目录|说明|备注|参考|签名|概述|导语)/

/** What a plain line must begin with to name a part beside 一、; others may be labels inside a section. */
const NAMES_PART = /^(?:20\d\d年|下一?步|今后|明年|下半年|存在|面临)/
/** A fix counts no further. */
const MAX_RENUMBERED = 200

/** A heading without ordinal among numbered ones: 一 to 五, then 2022年工作打算. */
export default defineRule<'document', 'unnumbered'>({
  id: 'structure/unnumbered-heading',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 9704',
  summary: '同级标题都有序号，这一个没有',
  summaryEn: 'A heading without ordinal among numbered ones',
  rationale:
    'GB/T 9704—2012 第7.3.3条要求各层次用序号标注。前面各部分都编了号，最后的“工作打算”没有编号，既像是漏了序号，又会被看成上一部分的内容。另起一部分并且重新从“一、”编号的，不在此列。',
  messages: {
    unnumbered: {
      what: '标题“{title}”没有序号，与它并列的标题编到了“{previous}”。',
      advice: '加上序号“{expected}”，其后的标题顺延。',
      en: '“{title}” has no ordinal, while the headings beside it run up to “{previous}”.',
    },
  },
  examples: [
    {
      title: '工作打算没有序号',
      text: '2024年工作总结\n\n2024年，全局上下认真贯彻落实上级各项决策部署，凝心聚力，真抓实干，较好地完成了全年目标任务，现将有关情况总结如下，请予审议，不妥之处请指正。\n\n一、党建工作\n发展党员3名。\n\n二、教学工作\n听课40节。\n\n⟦2025年工作打算⟧\n继续抓好各项工作。',
      reports: ['unnumbered'],
      message: '标题“2025年工作打算”没有序号，与它并列的标题编到了“二、”。',
      fixed:
        '2024年工作总结\n\n2024年，全局上下认真贯彻落实上级各项决策部署，凝心聚力，真抓实干，较好地完成了全年目标任务，现将有关情况总结如下，请予审议，不妥之处请指正。\n\n一、党建工作\n发展党员3名。\n\n二、教学工作\n听课40节。\n\n三、2025年工作打算\n继续抓好各项工作。',
    },
    {
      title: 'Markdown 标题漏了序号，后面的顺延',
      format: 'markdown',
      text: '# 2024年工作总结\n\n## 一、党建工作\n\n发展党员3名。\n\n## 二、教学工作\n\n听课40节。\n\n## ⟦存在的问题⟧\n\n师资不足。\n\n## 三、下一步打算\n\n增加教师。',
      reports: ['unnumbered'],
      fixed:
        '# 2024年工作总结\n\n## 一、党建工作\n\n发展党员3名。\n\n## 二、教学工作\n\n听课40节。\n\n## 三、存在的问题\n\n师资不足。\n\n## 四、下一步打算\n\n增加教师。',
    },
    {
      title: '各部分里的小标签',
      text: '2024年工作总结\n\n2024年，全局上下认真贯彻落实上级各项决策部署，凝心聚力，真抓实干，较好地完成了全年目标任务，现将有关情况总结如下，请予审议，不妥之处请指正。\n\n一、党建工作\n主要成效\n发展党员3名。\n存在问题\n学习不够。\n\n二、教学工作\n主要成效\n听课40节。\n存在问题\n教研不够。',
      reports: [],
    },
    {
      title: '附件不编号',
      format: 'markdown',
      text: '# 2024年工作总结\n\n## 一、党建工作\n\n发展党员3名。\n\n## 二、教学工作\n\n听课40节。\n\n## 附表\n\n学校一览。',
      reports: [],
    },
    { title: '全文标题都不编号', format: 'markdown', text: '# 2024年工作总结\n\n## 党建工作\n\n发展党员3名。\n\n## 教学工作\n\n听课40节。', reports: [] },
    {
      title: '两部分各从“一、”起',
      text: '2024年工作总结和2025年工作计划\n\n2024年，全局上下认真贯彻落实上级各项决策部署，凝心聚力，真抓实干，较好地完成了全年目标任务，现将有关情况总结如下，请予审议，不妥之处请指正。\n\n一、党建工作\n发展党员3名。\n\n二、教学工作\n听课40节。\n\n2025年工作计划\n\n一、党建工作\n发展党员2名。',
      reports: [],
    },
  ],
  reads: () => [titlesIn],
  readsAnyLine: true,
  *check({ outline }, { say }) {
    for (const parent of [outline.root, ...outline.sections]) {
      let previous: Heading | undefined
      let count = 0
      let others = 0
      for (const [i, section] of parent.children.entries()) {
        const heading = section.heading as Heading
        if (heading.ordinal !== undefined) {
          count = heading.ordinal.style === previous?.ordinal?.style ? count + 1 : 1
          previous = heading
        } else if (previous?.ordinal !== undefined && count >= 2 && ++others <= count && isBeside(section, previous)) {
          const { style, value, counter, text } = previous.ordinal
          const expected = formatOrdinal(style, value + others, counter)
          const following = parent.children
            .slice(i + 1, i + MAX_RENUMBERED)
            .flatMap((other) => (other.heading?.ordinal?.style === style ? [other.heading] : []))
          const edits = [{ start: heading.titleRange.start, end: heading.titleRange.start, newText: expected }, ...renumberFrom(following, value + others + 1)]
          yield {
            range: heading.titleRange,
            messageId: 'unnumbered',
            args: { title: heading.title, previous: text, expected },
            fixes: [{ title: say(`加上序号“${expected}”`, `Insert “${expected}”`), safety: 'safe', edits }],
          }
        }
      }
    }
  },
})

/** Whether a heading without ordinal stands beside a numbered one, and is no attachment and no part with a count of its own. */
function isBeside({ heading, children }: Section, previous: Heading): boolean {
  if (heading === undefined || heading.depth !== previous.depth || TAKES_NONE.test(heading.title)) return false
  if (heading.depth === 0 && !NAMES_PART.test(heading.title)) return false
  return !children.some((child) => child.heading?.ordinal?.style === previous.ordinal?.style)
}

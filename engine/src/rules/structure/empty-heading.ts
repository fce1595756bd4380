import type { Section } from '../../document/outline.js'
import type { ReportDocument } from '../../document/report-document.js'
import { hasContent } from '../../document/siblings.js'
import { defineRule } from '../../linting/rule.js'

type MessageId = 'next' | 'end' | 'untitled'

/** A heading with nothing under it: the next heading of its level or above follows at once, or the text ends. */
export default defineRule<'document', MessageId>({
  id: 'structure/empty-heading',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '标题下面没有内容',
  summaryEn: 'A heading with nothing under it',
  rationale: '标题下面没有正文也没有下级标题，多半是写了提纲没有写内容，或者复制时丢了段落。',
  messages: {
    next: {
      what: '标题“{title}”下面没有内容，紧接着就是下一个标题。',
      advice: '补写内容；如不需要，删去这个标题并顺延序号。',
      en: 'Nothing stands under “{title}”: the next heading follows at once.',
    },
    end: {
      what: '标题“{title}”下面没有内容，全文到此结束。',
      advice: '核对后文是否丢失；如不需要，删去这个标题。',
      en: 'Nothing stands under “{title}”: the text ends here.',
    },
    untitled: {
      what: '序号“{title}”后面没有标题。',
      advice: '补上标题；如标题在下一行，与序号接成一行。',
      en: 'No title stands behind “{title}”.',
    },
  },
  examples: [
    {
      title: '标题之后紧接同级标题',
      text: '2024年工作总结\n\n一、党建工作\n全年发展党员3名。\n\n⟦二、教学工作⟧\n\n三、安全工作\n全年排查隐患12处。',
      reports: ['next'],
      message: '标题“二、教学工作”下面没有内容，紧接着就是下一个标题。',
    },
    { title: '全文停在标题上', text: '2024年工作总结\n\n一、主要工作\n\n（一）抓党建\n全年发展党员3名。\n\n⟦（二）抓教学⟧', reports: ['end'] },
    {
      title: '只有落款，也算没有内容',
      text: '2024年工作总结\n\n一、党建工作\n全年发展党员3名。\n\n⟦二、下一步打算⟧\n\n清溪小学\n2024年12月30日',
      reports: ['end'],
    },
    {
      title: '下面是下级标题或表格',
      format: 'markdown',
      text: '# 2024年工作总结\n\n## 一、主要工作\n\n### （一）抓党建\n\n全年发展党员3名。\n\n## 二、主要数据\n\n| 项目 | 数量 |\n| --- | --- |\n| 学校 | 3 |',
      reports: [],
    },
    {
      title: 'Markdown 标题下面没有内容',
      format: 'markdown',
      text: '# 2024年工作总结\n\n## ⟦一、党建工作⟧\n\n## 二、教学工作\n\n全年听课40节。',
      reports: ['next'],
    },
    {
      title: '下面只有写作软件的答话',
      text: '2024年工作总结\n\n一、党建工作\n以下是根据您的要求撰写的党建工作总结：\n\n二、教学工作\n全年听课40节。',
      reports: [],
    },
    { title: '只有序号', text: '2024年工作总结\n\n一、党建工作\n全年发展党员3名。\n\n⟦二、⟧\n\n全年听课40节。', reports: ['untitled'] },
    { title: '一行一条的清单', text: '2024年工作计划\n\n一、重点任务\n\n1.新建幼儿园\n2.改造运动场\n3.更新课桌椅\n\n二、保障措施\n加强领导。', reports: [] },
    {
      title: '编号的短句夹在较长的句子里，是清单',
      text: '2024年工作总结\n\n一、存在问题\n1.农村道路乱停乱放屡禁不绝。\n2.执法装备老旧，全队92台中有27台超期服役。\n3.宣传形式不够多样。\n\n二、下一步打算\n更新装备20台。',
      reports: [],
    },
    {
      title: '编号的短句，其他几条接着写了几句',
      text: '2024年工作总结\n\n一、存在问题\n1.服务供给不足。享受上门服务的不到5%。\n2.专业人才缺乏。\n3.设施陈旧。多数设备已用了十年。\n\n二、下一步打算\n更新装备20台。',
      reports: [],
    },
  ],
  reads: () => [],
  *check(document) {
    const { root, sections, headings } = document.outline
    const counts = new Map<Section, Map<string, Count>>()
    for (const parent of [root, ...sections]) counts.set(parent, countChildren(parent))
    for (const section of sections) {
      const { heading, parent } = section
      if (heading?.ordinalRange !== undefined && heading.title.trim() === '' && !heading.isJoinedBefore) {
        yield { range: heading.ordinalRange, messageId: 'untitled', args: { title: heading.ordinal?.text ?? '' } }
        continue
      }
      if (heading === undefined || parent === undefined || hasContent(section) || holdsResidue(document, section)) continue
      if (!isSectionAmong(section, counts.get(parent)?.get(styleOf(section)))) continue
      const title = `${heading.ordinal?.text ?? ''}${heading.title}`
      yield {
        range: { start: heading.start, end: heading.titleRange.end },
        messageId: heading === headings[headings.length - 1] ? 'end' : 'next',
        args: { title: title.length > 24 ? `${title.slice(0, 23)}…` : title },
      }
    }
  },
})

/** Whether what stands under the heading is a site's or a writing tool's: it was read and shown as such, and is not missing. */
function holdsResidue({ residue, blocks }: ReportDocument, { start, end }: Section): boolean {
  return residue.some(({ index, parts }) => {
    const at = blocks[index]
    return parts === undefined && at !== undefined && at.start > start && at.start < end
  })
}

/** How many children of one style a section has, and how many of them, its last child aside, have content of their own. */
interface Count {
  total: number
  full: number
  /** numbered sentences among them: then the numbers are those of a list */
  items: number
}

function countChildren(parent: Section): Map<string, Count> {
  const counts = new Map<string, Count>()
  for (const child of parent.children) {
    const count = counts.get(styleOf(child)) ?? { total: 0, full: 0, items: 0 }
    count.total++
    // under the last one the text of the whole may go on, but a Markdown heading has its own
    if (child.heading?.form === 'item' && child.children.length === 0) count.items++
    else if ((child !== parent.children.at(-1) || child.children.length > 0 || child.heading?.form === 'markdown') && hasContent(child)) count.full++
    counts.set(styleOf(child), count)
  }
  return counts
}

function styleOf({ heading }: Section): string {
  return heading?.ordinal?.style ?? ''
}

/** Whether a heading without content is a section and no line of a list: half of its siblings at least have content. */
function isSectionAmong({ heading }: Section, count: Count | undefined): boolean {
  if (heading === undefined || count === undefined) return false
  if (count.items > 0 && /[。；;.]/.test(heading.endMark)) return false
  // 1.服务供给不足。……2.专业人才缺乏。: among numbered sentences that run on, one that does not
  if (heading.endMark === '。' && heading.ordinal?.style === 'digit' && heading.form !== 'markdown') return false
  if (count.total > 1) return count.full > 0 && count.full * 2 >= count.total - 1
  if (heading.ordinal === undefined) return heading.depth > 0
  return heading.endMark === '' && (heading.ordinal.style === 'chinese' || heading.ordinal.style === 'bracketed-chinese')
}

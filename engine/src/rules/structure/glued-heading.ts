import type { Heading } from '../../document/outline.js'
import type { ReportDocument } from '../../document/report-document.js'
import { defineRule } from '../../linting/rule.js'
import type { TextEdit } from '../../text/edit.js'

type MessageId = 'both' | 'before' | 'after' | 'list'

const MAX_RANGE = 60
const MAX_BREAKS = 200

/** A heading that lost its line break: it stands inside a paragraph, or its text follows without a mark between. */
export default defineRule<'document', MessageId>({
  id: 'structure/glued-heading',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '标题与正文粘连，丢了换行或句号',
  summaryEn: 'A heading glued to text: a line break or a stop was lost',
  rationale: '从网页、邮件粘贴时常丢失换行，各级标题连成一段，标题与正文之间也没有标点，读者分不清哪里是标题。标题应另起一行；与正文接排的，标题后用句号隔开。',
  messages: {
    both: {
      what: '标题“{title}”夹在段落中间，后面的正文也没有隔开，疑似丢了换行。',
      advice: '在标题前后各换一行。',
      en: 'Heading “{title}” is stuck inside a paragraph: line breaks before and after it were lost.',
    },
    before: {
      what: '标题“{title}”没有另起一行，疑似丢了换行。',
      advice: '在标题前换行。',
      en: 'Heading “{title}” does not start a line: a line break was lost.',
    },
    after: {
      what: '标题“{title}”与后面的正文没有隔开，疑似丢了换行或句号。',
      advice: '在标题后换行，或补上句号。',
      en: 'Heading “{title}” runs into its text: a line break or a stop was lost.',
    },
    list: { what: '“{title}”没有另起一行。', advice: '序号引出的各部分宜各起一行。', en: '“{title}” does not start a line.', severity: 'info' },
  },
  examples: [
    {
      title: '各级标题连成一段',
      text: '2024年工作总结\n\n2024年，全局上下凝心聚力，真抓实干，圆满完成任务。现将有关情况报告如下。⟦一、2024年工作情况⟧⟦（一）抓实党建工作⟧一是强化学习。组织学习12次。二是规范组织。发展党员3名。⟦（二）抓实教学工作⟧一是深化教研。听课40节。二是强化管理。调研6次。⟦（三）抓实安全工作⟧。排查隐患12处。',
      reports: ['both', 'both', 'both', 'before'],
      message: '标题“一、2024年工作情况”夹在段落中间，后面的正文也没有隔开，疑似丢了换行。',
    },
    {
      title: '标题之后紧接年份',
      text: '2024年工作总结\n\n⟦一、2025年工作思路⟧2025年，全局将继续抓好各项工作，确保完成任务。',
      reports: ['after'],
      fixed: '2024年工作总结\n\n一、2025年工作思路\n2025年，全局将继续抓好各项工作，确保完成任务。',
    },
    {
      title: '段末接着下一个标题',
      text: '2024年工作总结\n\n一、主要工作\n\n全年发展党员3名，听课40节。⟦二、下一步打算⟧2025年，全局将继续抓好各项工作。',
      reports: ['both'],
    },
    {
      title: '段中的“（二）”，标题自有句号',
      text: '2024年工作总结\n\n一、主要工作\n\n（一）抓党建。全年发展党员3名。⟦（二）抓教学工作⟧。全年听课40节。（三）抓安全工作。全年演练6次。',
      reports: ['list'],
    },
    { title: '分号隔开的列举', text: '2024年工作总结\n\n重点抓好以下工作：（一）抓党建；（二）抓教学；（三）抓安全。', reports: [] },
    {
      title: '条款和年份',
      text: '2024年工作总结\n\n一、主要工作\n\n（一）贯彻《条例》第三条（一）项规定，到2024年，各校全部达标。截至2024年底，覆盖率100%。',
      reports: [],
    },
    { title: '二、三产业', text: '2024年工作总结\n\n积极发展现代农业。二、三产业比重持续提高，第一产业保持稳定。', reports: [] },
    { title: '标题与正文接排', text: '2024年工作总结\n\n（一）全面推进重点工作。2024年，全局完成任务12项。一是抓进度。二是抓质量。', reports: [] },
  ],
  reads: () => [],
  *check(document, { say }) {
    const pasted = pastedBlocks(document)
    const breaks = breaksOfBlocks(document)
    const listed = new Set<Heading['at']>()
    for (const heading of document.outline.headings) {
      const { isJoinedBefore, isJoinedAfter, ordinal, start, titleRange } = heading
      if (!isJoinedBefore && !isJoinedAfter) continue
      const edits = breaks.get(heading.at) ?? []
      const messageId = !isJoinedBefore ? 'after' : isJoinedAfter ? 'both' : pasted.has(heading.at) && !isSetOff(document, start) ? 'before' : 'list'
      // a run of （一） parted by stops may be meant; one word about it is enough
      if (messageId === 'list' && listed.has(heading.at)) continue
      if (messageId === 'list') listed.add(heading.at)
      const end = titleRange.end - start > MAX_RANGE ? (heading.ordinalRange?.end ?? start + MAX_RANGE) : titleRange.end
      const title = `${ordinal?.text ?? ''}${heading.title}`
      yield {
        range: { start, end },
        messageId,
        args: { title: title.length > 24 ? `${title.slice(0, 23)}…` : title },
        fixes:
          edits.length > MAX_BREAKS
            ? []
            : [{ title: say('本段的标题都另起一行', 'Set the headings of this paragraph on lines of their own'), safety: 'unsafe', edits }],
      }
    }
  },
})

/** Whether a tab or a wide gap parts the heading from the text before it, as conversion from other formats leaves it. */
function isSetOff({ text }: ReportDocument, start: number): boolean {
  return /\t|[ \u00a0\u3000]{2}$/.test(text.slice(Math.max(0, start - 3), start))
}

/** Blocks that hold more than a run of （一） parted by stops: a heading of the outer level, or one without any mark. */
function pastedBlocks(document: ReportDocument): Set<Heading['at']> {
  return new Set(
    document.outline.headings
      .filter(({ isJoinedBefore, isJoinedAfter, ordinal }) => isJoinedAfter || (isJoinedBefore && ordinal?.style === 'chinese'))
      .map(({ at }) => at),
  )
}

/** The line breaks that each block lacks; two headings in a row share the one between them. */
function breaksOfBlocks(document: ReportDocument): Map<Heading['at'], TextEdit[]> {
  const breaks = new Map<Heading['at'], TextEdit[]>()
  const newText = document.text.includes('\r\n') ? '\r\n' : '\n'
  for (const heading of document.outline.headings) {
    if (!heading.isJoinedBefore && !heading.isJoinedAfter) continue
    const found = lineBreaks(document, heading, newText)
    const known = breaks.get(heading.at)
    if (known === undefined) breaks.set(heading.at, found)
    else known.push(...found.filter(({ start }) => known.at(-1)?.start !== start))
  }
  return breaks
}

/** Line breaks in place of the blanks around a heading, of the kind that the text uses. */
function lineBreaks({ text }: ReportDocument, { start, titleRange, isJoinedBefore, isJoinedAfter }: Heading, newText: string): TextEdit[] {
  const edits: TextEdit[] = []
  if (isJoinedBefore) {
    const blank = /[ \t\u00a0\u3000]{0,20}$/.exec(text.slice(Math.max(0, start - 20), start))?.[0] ?? ''
    edits.push({ start: start - blank.length, end: start, newText })
  }
  if (isJoinedAfter) {
    const blank = /^[ \t\u00a0\u3000]{0,20}/.exec(text.slice(titleRange.end, titleRange.end + 20))?.[0] ?? ''
    edits.push({ start: titleRange.end, end: titleRange.end + blank.length, newText })
  }
  return edits
}

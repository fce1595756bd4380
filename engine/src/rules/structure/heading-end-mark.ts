import type { Heading, Section } from '../../document/outline.js'
import { hasContent, sequencesOf, introductionIn } from '../../document/siblings.js'
import { defineRule } from '../../linting/rule.js'
import type { TextEdit } from '../../text/edit.js'

type MessageId = 'odd' | 'all' | 'single'

/** A fix mends no more headings at once. */
const MAX_MENDED = 100

/** A heading alone on its line takes no 。；：， at its end. */
export default defineRule<'document', MessageId>({
  id: 'structure/heading-end-mark',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 15834',
  summary: '单独成行的标题末尾带有标点',
  summaryEn: 'A heading alone on its line ends with a mark',
  rationale:
    'GB/T 15834—2011 附录及公文惯例：单独成行的标题末尾不用句号、逗号、分号、冒号；标题与正文接排的，标题后用句号。问号、叹号和省略号可以保留。同一层的标题有的带、有的不带，最容易被退回修改。',
  messages: {
    odd: { what: '标题末尾带有“{mark}”，同一层的其他标题没有。', advice: '删去“{mark}”。', en: 'This heading ends with “{mark}”; its siblings do not.' },
    single: { what: '单独成行的标题末尾不用“{mark}”。', advice: '删去“{mark}”。', en: 'A heading alone on its line takes no “{mark}”.' },
    all: {
      what: '单独成行的标题末尾不用“{mark}”（同一层的标题都带有）。',
      advice: '删去“{mark}”；同一层的标题一并处理。',
      en: 'A heading alone on its line takes no “{mark}” (all its siblings have it).',
      severity: 'info',
    },
  },
  examples: [
    {
      title: '同一层只有一个标题带句号',
      text: '2024年工作总结\n\n一、主要工作\n\n（一）抓党建\n全年发展党员3名。\n\n（二）抓教学⟦。⟧\n全年听课40节。\n\n（三）抓安全\n全年排查隐患12处。',
      reports: ['odd'],
      message: '标题末尾带有“。”，同一层的其他标题没有。',
      fixed: '2024年工作总结\n\n一、主要工作\n\n（一）抓党建\n全年发展党员3名。\n\n（二）抓教学\n全年听课40节。\n\n（三）抓安全\n全年排查隐患12处。',
    },
    {
      title: '同一层都带句号',
      text: '2024年工作总结\n\n一、主要工作\n\n（一）抓党建⟦。⟧\n全年发展党员3名。\n\n（二）抓教学⟦。⟧\n全年听课40节。',
      reports: ['all', 'all'],
    },
    { title: '标题末尾的冒号', format: 'markdown', text: '# 2024年工作总结\n\n## 一、主要工作⟦：⟧\n\n全年完成任务12项。', reports: ['single'] },
    {
      title: '标题与正文接排，句号是对的',
      text: '2024年工作总结\n\n一、主要工作\n\n（一）抓党建。全年发展党员3名。\n\n（二）抓教学。全年听课40节。',
      reports: [],
    },
    {
      title: '一句一条的任务清单',
      text: '2024年工作计划\n\n一、重点任务\n\n1.新建幼儿园。\n2.改造运动场。\n3.更新课桌椅。\n\n二、保障措施\n加强领导。',
      reports: [],
    },
    {
      title: '清单之后接着写一段',
      text: '2024年述职报告\n\n一、存在不足\n\n1.学习不够深入。\n\n2.调研不够经常。\n\n以上报告如有不当，请批评指正。',
      reports: [],
    },
    {
      title: '同一层的标题多与正文接排，句号一致',
      text: '2024年工作总结\n\n一、主要工作\n\n（一）抓党建。全年发展党员3名。\n\n（二）抓教学。\n1.强教研。全年听课40节。\n2.强课堂。全年评课36节。\n\n（三）抓安全。全年排查隐患12处。',
      reports: [],
    },
    { title: '问号可以保留', text: '2024年工作总结\n\n一、我们为什么要办好食堂？\n因为师生需要。', reports: [] },
  ],
  reads: () => [introductionIn],
  *check(document, { say }) {
    for (const group of sequencesOf(document.outline)) {
      // among numbered sentences, a short one is a sentence too
      if (group.some(({ heading, children }) => (heading?.form === 'item' && children.length === 0) || /[；;]/.test(heading?.endMark ?? ''))) continue
      const alone = group.filter(({ heading }) => heading?.form === 'line' || heading?.form === 'markdown')
      // lines under which nothing stands are items of a list, each a sentence; under the last one the text may go on
      const full = alone.filter((section) => hasContent(section) && (alone.length === 1 || section !== section.parent?.children.at(-1)))
      if (full.length === 0 || full.length * 2 < alone.length - 1) continue
      const marked = alone.filter((section) => section.heading?.endMark !== '' && !isLikeRunIn(section, group))
      for (const section of marked) {
        const heading = section.heading as Heading
        const mark = heading.endMark
        const range = { start: heading.titleRange.end, end: heading.titleRange.end + mark.length }
        const kind = kindOf(alone, marked)
        const edits = (kind === 'all' ? marked.slice(0, MAX_MENDED) : [section]).map(removeMark)
        yield {
          range,
          messageId: kind,
          args: { mark },
          fixes: [{ title: say(`删去标题末尾的“${mark}”`, `Remove “${mark}”`), safety: kind === 'all' ? 'unsafe' : 'safe', edits }],
        }
      }
    }
  },
})

/** （二）抓教学。 among （一）抓党建。全年…… and （三）抓安全。全年……: with its stop it is like most of its siblings. */
function isLikeRunIn({ heading }: Section, group: readonly Section[]): boolean {
  if (heading?.endMark !== '。') return false
  const stopped = group.filter(({ heading: other }) => other?.form === 'run-in').length
  const bare = group.filter(({ heading: other }) => (other?.form === 'line' || other?.form === 'markdown') && other.endMark === '').length
  return stopped > bare
}

function removeMark({ heading }: Section): TextEdit {
  const { titleRange, endMark } = heading as Heading
  return { start: titleRange.end, end: titleRange.end + endMark.length, newText: '' }
}

function kindOf(alone: readonly Section[], marked: readonly Section[]): MessageId {
  if (alone.length === 1) return 'single'
  return marked.length === alone.length ? 'all' : 'odd'
}

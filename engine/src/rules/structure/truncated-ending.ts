import { endOf } from '../../document/line-edit.js'
import type { PositionedBlock } from '../../document/outline.js'
import type { ReportDocument } from '../../document/report-document.js'
import { isSignature } from '../../document/siblings.js'
import { defineRule } from '../../linting/rule.js'

type MessageId = 'open' | 'unmarked'

const MIN_PARAGRAPH = 30
/** What stands below the report's last paragraph. */
const CLOSING = /^(?:附件|附注|抄送|联系人)/
const MAX_TAIL = 24
const DATED_END = /20\d\d年\d{1,2}月\d{1,2}日 ?$/

/** The last paragraph breaks off: it ends with ，、；：, or with no mark where every other paragraph has one. */
export default defineRule<'document', MessageId>({
  id: 'structure/truncated-ending',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '全文结尾不完整',
  summaryEn: 'The text breaks off at its end',
  rationale: '最后一段停在逗号、顿号、分号或冒号上，或者别的段落都有句号、唯独它没有，多半是复制、下载时丢了后文。',
  messages: {
    open: {
      what: '全文停在“{mark}”上，后文可能丢失。',
      advice: '与原稿核对，补全后文；若已结束，改为句号。',
      en: 'The text breaks off at “{mark}”: the rest may be lost.',
    },
    unmarked: {
      what: '全文最后一段没有句末标点，而其他段落都有，后文可能丢失。',
      advice: '与原稿核对，补全后文或补上句号。',
      en: 'The last paragraph has no final mark, while all others have: the rest may be lost.',
    },
  },
  examples: [
    {
      title: '停在逗号上',
      text: '2024年工作总结\n\n一、党建工作\n\n全年发展党员3名。\n\n二、教学工作\n\n一是加强领导。⟦成立教学工作专班，⟧',
      reports: ['open'],
      message: '全文停在“，”上，后文可能丢失。',
    },
    {
      title: '落款之前停在冒号上',
      text: '2024年工作总结\n\n一、下一步打算\n\n全局上下继续努力，⟦重点抓好以下三项工作：⟧\n\n清溪区教育局\n2024年12月30日',
      reports: ['open'],
    },
    {
      title: '只有最后一段没有句号',
      text: '2024年工作总结\n\n2024年，全局上下凝心聚力，真抓实干，圆满完成全年各项目标任务。\n\n一、党建工作\n\n严格落实“三会一课”制度，全年开展集中学习12次，发展党员3名，党员队伍不断壮大。\n\n二、教学工作\n\n深化课堂教学改革，全年组织听课40节，开展专题教研12次，教师业务水平稳步提升。\n\n三、安全工作\n\n坚持每月排查隐患，全年共排查整改安全隐患12处，组织开展消防、⟦防震等各类应急疏散演练并督促各校做⟧',
      reports: ['unmarked'],
    },
    { title: '完整的结尾', text: '2024年工作总结\n\n一、党建工作\n\n全年发展党员3名。\n\n二、教学工作\n\n全年听课40节。', reports: [] },
    {
      title: '冒号之后是清单',
      text: '2024年工作总结\n\n一、下一步打算\n\n全局上下继续努力，重点抓好以下工作：\n\n1.优化幼儿园布局，新增学位300个。\n\n2.提高教育质量\n每月听课不少于4节。\n\n3.守牢安全底线。',
      reports: [],
    },
    {
      title: '落款和附件说明',
      text: '2024年工作总结\n\n一、党建工作\n\n全年发展党员3名。\n\n附件：1.学校一览表\n2.项目进度表\n\n清溪区教育局\n2024年12月30日',
      reports: [],
    },
  ],
  reads: () => [({ canonical }) => `${isClosed(canonical)}${isSignature(canonical)}${CLOSING.test(canonical)}${canonical.length >= MIN_PARAGRAPH}`, endOf(1)],
  readsAnyLine: true,
  *check(document) {
    const { body, last } = bodyOf(document)
    if (last === undefined || !isParagraph(last)) return
    const { canonical } = last.block
    const mark = canonical.at(-1) as string
    if ('，、；：'.includes(mark)) yield { range: document.toDocument(last, tailOf(canonical)), messageId: 'open', args: { mark } }
    else if (!isClosed(canonical) && canonical.length >= MIN_PARAGRAPH && !DATED_END.test(canonical)) {
      const long = body.filter((at) => at !== last && isParagraph(at) && at.block.text.length >= MIN_PARAGRAPH)
      if (long.length >= 3 && long.every(({ block }) => isClosed(block.canonical)))
        yield { range: document.toDocument(last, tailOf(canonical)), messageId: 'unmarked' }
    }
  },
})

/** The blocks of the report without titles and headings that stand alone, up to signature and attachments; `last` is nothing when a heading stands last. */
function bodyOf(document: ReportDocument): { body: PositionedBlock[]; last: PositionedBlock | undefined } {
  const { titles, headings } = document.outline
  const alone = new Set(headings.filter(({ form }) => form === 'line' || form === 'unnumbered' || form === 'markdown').map(({ at }) => at))
  const body: PositionedBlock[] = []
  let last: PositionedBlock | undefined
  for (const at of document.prose()) {
    if (titles.includes(at) || isSignature(at.block.canonical)) continue
    if (CLOSING.test(at.block.canonical)) break
    last = alone.has(at) ? undefined : at
    if (last !== undefined) body.push(at)
  }
  return { body, last }
}

function isParagraph({ block }: PositionedBlock): boolean {
  return block.kind === 'paragraph' || block.kind === 'list-item'
}

function isClosed(canonical: string): boolean {
  return /[。！？…][”’）》」]{0,3}$|[”）》]$/.test(canonical)
}

/** The last clause, cut to a length that can be pointed at. */
function tailOf(canonical: string): { start: number; end: number } {
  const end = canonical.length
  let start = end - 1
  while (start > 0 && end - start < MAX_TAIL && !'，。；、：！？'.includes(canonical[start - 1] as string)) start--
  return { start, end }
}

import { formatOrdinalNumeral } from '../../document/chinese-numeral.js'
import { enumerationsOf, type EnumerationItem, markersIn } from '../../document/enumeration.js'
import type { ReportDocument } from '../../document/report-document.js'
import { defineRule, type Report } from '../../linting/rule.js'

type MessageId = 'gap' | 'repeat' | 'start' | 'lone'

/** A fix counts on no further: longer enumerations than this are no enumerations. */
const MAX_RENUMBERED = 50

/** 一是……三是……: enumerations in running text count from one without gap or repeat, and have two items at least. */
export default defineRule<'document', MessageId>({
  id: 'structure/enumeration',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '“一是、二是”“第一，第二，”跳号、重号或只有一项',
  summaryEn: 'An enumeration in running text skips, repeats or has one item only',
  rationale: '“一是……二是……”“第一，……第二，……”应从一起依次递增。跳号说明漏了内容，重号往往是复制时忘了改；只有“一是”没有“二是”，说明后文没有写完或被删去。',
  messages: {
    gap: {
      what: '“{previous}”之后应为“{expected}”，文中写作“{actual}”。',
      advice: '核对是否漏了内容；若没有，改为“{expected}”。',
      en: '“{previous}” should be followed by “{expected}”, not “{actual}”.',
    },
    repeat: {
      what: '“{actual}”重复，此处应为“{expected}”。',
      advice: '改为“{expected}”，并顺延其后的各项。',
      en: '“{actual}” is repeated; “{expected}” expected.',
    },
    start: {
      what: '这一组从“{actual}”开始，前面没有“{expected}”。',
      advice: '核对前面是否漏了内容。',
      en: 'This enumeration starts at “{actual}” without “{expected}”.',
    },
    lone: {
      what: '只有“{actual}”，没有“{expected}”。',
      advice: '补写其余各项；如果只有一项，删去“{actual}”。',
      en: '“{actual}” stands alone, without “{expected}”.',
    },
  },
  examples: [
    {
      title: '跳过了“三是”',
      text: '2024年工作总结\n\n全年主要做了以下工作：一是抓党建，二是抓教学，⟦四是⟧抓安全。',
      reports: ['gap'],
      message: '“二是”之后应为“三是”，文中写作“四是”。',
      fixed: '2024年工作总结\n\n全年主要做了以下工作：一是抓党建，二是抓教学，三是抓安全。',
    },
    { title: '“二是”用了两次', text: '2024年工作总结\n\n一是抓党建。发展党员3名。二是抓教学。听课40节。⟦二是⟧抓安全。排查隐患12处。', reports: ['repeat'] },
    { title: '“一是”用了两次', text: '2024年工作总结\n\n一是抓党建。发展党员3名。⟦一是⟧抓教学。听课40节。三是抓安全。排查隐患12处。', reports: ['repeat'] },
    { title: '从“二是”开始', text: '2024年工作总结\n\n问题主要有：⟦二是⟧师资不足；三是学位偏紧。', reports: ['start'] },
    { title: '只有“一是”', text: '2024年工作总结\n\n问题主要有：⟦一是⟧师资不足，缺编12人。', reports: ['lone'] },
    { title: '“第一，”之后是“第三，”', text: '2024年工作总结\n\n第一，坚持党的领导。⟦第三⟧，坚持以人为本。', reports: ['gap'] },
    {
      title: '各段开头的“一是”“二是”',
      text: '2024年工作总结\n\n一是抓党建。发展党员3名。\n\n二是抓教学。听课40节。\n\n三是抓安全。排查隐患12处。',
      reports: [],
    },
    { title: '两组各自编号', text: '2024年工作总结\n\n一是抓党建，二是抓教学。存在两个问题：一是师资不足，二是学位偏紧。', reports: [] },
    {
      title: '不是列举',
      text: '2024年工作总结\n\n课后服务全区统一是学生自愿参加，位列全市第一是各校努力的结果，重要原因之一是投入增加，每周一是无书面作业日，第一、第二季度均完成任务。',
      reports: [],
    },
    { title: '“一是”前漏了标点，由“二是”可知', text: '2024年工作总结\n\n激发学校活力一是抓课程。开设课程12门。二是抓教研。听课40节。', reports: [] },
  ],
  reads: () => [markersIn],
  *check(document, { say }) {
    for (const items of enumerationsOf(document)) {
      const only = items.length === 1 ? items[0] : undefined
      if (only !== undefined) yield* checkLone(document, only)
      else yield* checkRun(document, items, say)
    }
  },
})

/** A single 一是 is a slip; a single item of another kind is a turn of phrase too often. */
function* checkLone(document: ReportDocument, item: EnumerationItem): Iterable<Report<MessageId>> {
  const rest = item.at.block.canonical.slice(item.marker.end)
  if (item.style !== '是' || item.value !== 1 || /[。，；](?:[二再另]|其次|同时|还有|此外|一是)/.test(rest)) return
  yield { range: document.toDocument(item.at, item.marker), messageId: 'lone', args: { actual: wordsOf(item), expected: wordsOf(item, 2) } }
}

function* checkRun(document: ReportDocument, items: readonly EnumerationItem[], say: (zh: string, en: string) => string): Iterable<Report<MessageId>> {
  let expected = 1
  for (const [i, item] of items.entries()) {
    if (item.value !== expected) {
      const previous = items[i - 1]
      const wanted = wordsOf(item, expected)
      yield {
        range: document.toDocument(item.at, item.marker),
        messageId: previous === undefined ? 'start' : item.value === previous.value ? 'repeat' : 'gap',
        args: { actual: wordsOf(item), expected: wanted, previous: previous === undefined ? '' : wordsOf(previous) },
        fixes: [
          {
            title: say(`从此处起改为“${wanted}”`, `Count from “${wanted}” on`),
            safety: 'safe',
            edits: items
              .slice(i, i + MAX_RENUMBERED)
              .map((other, k) => ({ ...document.toDocument(other.at, other.numeral), newText: formatOrdinalNumeral(expected + k) })),
          },
        ],
      }
    }
    expected = items[i + 1]?.value === expected + 1 ? expected + 1 : item.value + 1
  }
}

function wordsOf({ style, value }: EnumerationItem, as = value): string {
  const numeral = formatOrdinalNumeral(as)
  return style === '第' || style === '其' ? `${style}${numeral}` : `${numeral}${style}`
}

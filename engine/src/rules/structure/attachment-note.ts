import type { PositionedBlock } from '../../document/outline.js'
import type { ReportDocument } from '../../document/report-document.js'
import { defineRule, type Report } from '../../linting/rule.js'
import type { TextRange } from '../../text/range.js'

type MessageId = 'title-marks' | 'end-mark' | 'count'

const FIRST = /^( {0,12}附 {0,2}件 ?： ?(?:\d{1,2}[.．、] ?)?)([^ ].{1,60})$/
const NEXT = /^( {0,24}\d{1,2}[.．、] ?)([^ ].{1,60})$/
const PAGE = /^ {0,4}附 {0,2}件 ?(\d{1,2}) ?：?$/
/** A list of files to fetch, or an annex that is quoted with more words, is no note. */
const NO_NOTE = /\.(?:docx?|xlsx?|pdf|zip|rar|wps|jpg|png)|[。；，：].|点击|下载|见附|^无$/i

interface Named extends TextRange {
  readonly at: PositionedBlock
  readonly name: string
}

/** 附件：1.××统计表: names of annexes stand without 《》 and without a final mark, and as many as there are annexes. */
export default defineRule<'document', MessageId>({
  id: 'structure/attachment-note',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 9704',
  summary: '附件说明的写法不对',
  summaryEn: 'The note of annexes is written in another form',
  rationale:
    'GB/T 9704—2012第7.3.4条：附件说明写“附件：”和附件名称，附件名称后不加标点符号；有多个附件的，用阿拉伯数字标注顺序号（如“附件：1.××××”）。附件名称不加书名号，附件说明与文后的附件要一致。',
  messages: {
    'title-marks': { what: '附件说明里的附件名称不加书名号。', advice: '去掉“《》”。', en: 'Names of annexes take no 《》.' },
    'end-mark': { what: '附件名称后面不加“{mark}”。', advice: '删去“{mark}”。', en: 'The name of an annex takes no “{mark}” behind it.' },
    count: {
      what: '附件说明列了{listed}个附件，文后的附件编到“附件{pages}”。',
      advice: '核对附件说明和附件。',
      en: '{listed} annexes are listed, but the annexes run to {pages}.',
    },
  },
  examples: [
    {
      title: '书名号和分号',
      text: '2024年工作总结\n\n2024年，全镇推进各项工作，各项任务按期完成。\n\n附件：1.⟦《隐患排查台账》⟧⟦；⟧\n2.演练统计表\n\n清溪镇人民政府\n2025年1月8日',
      reports: ['title-marks', 'end-mark'],
      fixed: '2024年工作总结\n\n2024年，全镇推进各项工作，各项任务按期完成。\n\n附件：1.隐患排查台账；\n2.演练统计表\n\n清溪镇人民政府\n2025年1月8日',
    },
    {
      title: '个数不一致',
      text: '2024年工作总结\n\n2024年，全镇推进各项工作，各项任务按期完成。\n\n附件：1.隐患排查台账\n2.⟦演练统计表⟧\n\n清溪镇人民政府\n2025年1月8日\n\n附件1\n\n隐患排查台账\n\n附件2\n\n演练统计表\n\n附件3\n\n经费明细表',
      reports: ['count'],
      message: '附件说明列了2个附件，文后的附件编到“附件3”。',
    },
    {
      title: '写对了的，正文提到附件的',
      text: '2024年工作总结\n\n2024年，全镇推进各项工作，落实《关于加强安全工作的通知》；\n\n附件：1.隐患排查台账\n2.关于印发《实施方案》的通知\n\n清溪镇人民政府\n2025年1月8日\n\n附件1\n\n隐患排查台账\n\n附件2\n\n关于印发《实施方案》的通知',
      reports: [],
    },
    {
      title: '只有一个附件，下载的附件',
      text: '2024年工作总结\n\n2024年，全镇推进各项工作。\n\n附件：隐患排查台账\n\n附件：1.统计表.xlsx；\n\n清溪镇人民政府\n2025年1月8日',
      reports: [],
    },
  ],
  reads: () => [({ canonical }) => (canonical.length <= 90 ? canonical : '')],
  *check(document, { say }) {
    const names = namesOf(document)
    for (const { at, start, end, name } of names) {
      const mark = /[。；，、]$/.exec(name)?.[0] ?? ''
      const nameEnd = end - mark.length
      if (/^《[^《》]{2,50}》$/.test(name.slice(0, name.length - mark.length))) {
        const range = document.toDocument(at, { start, end: nameEnd })
        yield {
          range,
          messageId: 'title-marks',
          fixes: [{ title: say('去掉书名号', 'Remove 《》'), safety: 'unsafe', edits: [{ ...range, newText: at.block.text.slice(start + 1, nameEnd - 1) }] }],
        }
      }
      if (mark !== '') {
        const range = document.toDocument(at, { start: nameEnd, end })
        yield {
          range,
          messageId: 'end-mark',
          args: { mark },
          fixes: [{ title: say(`删去“${mark}”`, `Remove “${mark}”`), safety: 'unsafe', edits: [{ ...range, newText: '' }] }],
        }
      }
    }
    const count = countReport(document, names)
    if (count !== undefined) yield count
  },
})

/** The annexes named in the first note, in their order. */
function namesOf(document: ReportDocument): Named[] {
  const prose = document.prose()
  const first = prose.findIndex((at) => nameIn(at, FIRST) !== undefined)
  if (first < 0) return []
  const names = [nameIn(prose[first] as PositionedBlock, FIRST) as Named]
  if (!/\d/.test(prose[first]?.block.canonical.slice(0, 14) ?? '')) return names
  for (const at of prose.slice(first + 1)) {
    const name = nameIn(at, NEXT)
    if (name === undefined) break
    names.push(name)
  }
  return names
}

function nameIn(at: PositionedBlock, form: RegExp): Named | undefined {
  const { kind, canonical } = at.block
  const match = (kind === 'paragraph' || kind === 'list-item') && canonical.length <= 90 ? form.exec(canonical) : null
  const [, lead, rest] = match ?? []
  if (lead === undefined || rest === undefined || NO_NOTE.test(rest)) return undefined
  const name = rest.trimEnd()
  return { at, name, start: lead.length, end: lead.length + name.length }
}

function countReport(document: ReportDocument, names: readonly Named[]): Report<MessageId> | undefined {
  const last = names.at(-1)
  if (last === undefined) return undefined
  const pages = document
    .prose()
    .flatMap((at) => (at.start > last.at.start ? Number(PAGE.exec(at.block.canonical)?.[1] ?? 0) : 0))
    .filter((value) => value > 0)
  const highest = Math.max(0, ...pages)
  if (highest === 0 || highest === names.length) return undefined
  return { range: document.toDocument(last.at, last), messageId: 'count', args: { listed: names.length, pages: highest } }
}

import type { Block } from '../../markdown/block.js'
import { parseOrdinalNumeral } from '../../document/chinese-numeral.js'
import { enumerationsOf, type EnumerationItem, markersIn } from '../../document/enumeration.js'
import type { PositionedBlock } from '../../document/outline.js'
import type { ReportDocument } from '../../document/report-document.js'
import { sequencesOf, introductionIn } from '../../document/siblings.js'
import { defineRule, type Report } from '../../linting/rule.js'
import type { TextRange } from '../../text/range.js'

const ANNOUNCED = /([两二三四五六七八九十2-9])(?:个方面|个特点|个问题|方面|[项个点条件大])[^，。；：！？\d]{0,12}：$/
const ANNOUNCED_WITHIN = 36

/** The same closed by a full stop, which may say anything: only with words that announce. */
const ANNOUNCED_BEFORE_STOP =
  /(?<=从|以下|如下|重点抓好|重点做好|主要抓了|主要做了|主要存在)([两二三四五六七八九十2-9])(?:个方面|个问题|方面|项(?:重点)?工作|项任务)[^，。；：！？\d]{0,12}。$/

/** 从三个方面……：一是 to 四是: the count announced is the count given. */
export default defineRule<'document', 'count'>({
  id: 'structure/announced-count',
  scope: 'document',
  severity: 'warning',
  source: 'arithmetic',
  summary: '前面说了几项，后面列的项数对不上',
  summaryEn: 'The number of items announced is not the number given',
  rationale: '“从三个方面着手：一是……二是……三是……四是……”，说三个却列了四个，不是数字写错，就是改稿时增删了内容没有同步。',
  messages: {
    count: {
      what: '前面说“{announced}”，后面列出了{count}项（到“{last}”为止）。',
      advice: '核对项数：改前面的数字，或增删后面的内容。',
      en: '“{announced}” announced, but {count} items are given (up to “{last}”).',
    },
  },
  examples: [
    {
      title: '说三个方面，列了四项',
      text: '2024年工作总结\n\n重点抓好⟦三个方面的工作⟧：一是抓党建；二是抓教学；三是抓安全；四是抓后勤。',
      reports: ['count'],
      message: '前面说“三个方面的工作”，后面列出了4项（到“四是”为止）。',
    },
    { title: '说两个问题，只列了三项', text: '2024年工作总结\n\n主要存在⟦两个问题⟧：一是学位偏紧；二是师资不足；三是经费紧张。', reports: ['count'] },
    { title: '以句号引出', text: '2024年工作总结\n\n从⟦三个方面抓好落实⟧。一是抓党建；二是抓教学；三是抓安全；四是抓后勤。', reports: ['count'] },
    {
      title: '说三项任务，列了两项标题',
      text: '2024年工作总结\n\n一、下一步打算\n\n明年重点抓好⟦三项任务⟧：\n\n（一）抓党建\n发展党员3名。\n\n（二）抓教学\n听课40节。',
      reports: ['count'],
    },
    { title: '项数相符', text: '2024年工作总结\n\n重点抓好三个方面的工作：一是抓党建；二是抓教学；三是抓安全。', reports: [] },
    { title: '数字说的是别的', text: '2024年工作总结\n\n全年新建学校三所，主要做法是：一是抓统筹；二是抓进度。', reports: [] },
  ],
  reads: () => [introductionIn, markersIn, announcedAtEnd],
  readsAnyLine: true,
  *check(document) {
    for (const items of enumerationsOf(document)) {
      const [first] = items
      const last = items[items.length - 1]
      if (first === undefined || last === undefined || items.length < 2 || !'：。'.includes(first.markBefore) || first.markBefore === '' || !isWhole(items))
        continue
      const range = wrongCount(first.at.block.canonical.slice(0, first.markAt + 1), items.length)
      if (range !== undefined) yield reportAt(document, first.at, range, items.length, last.at.block.text.slice(last.marker.start, last.marker.end))
    }
    for (const group of sequencesOf(document.outline)) {
      const [first] = group
      const last = group[group.length - 1]?.heading?.ordinal
      const before = first?.parent?.ownBlocks.at(-1)
      if (
        first === undefined ||
        last === undefined ||
        before === undefined ||
        group.length < 2 ||
        last.style === 'chinese' ||
        first !== first.parent?.children[0]
      )
        continue
      if (last.value !== group.length || before === first.heading?.at) continue
      const range = wrongCount(before.block.canonical, group.length)
      if (range !== undefined) yield reportAt(document, before, range, group.length, last.text)
    }
  },
})

/** What a paragraph announces at its end. */
function announcedAtEnd({ canonical }: Block): string {
  const end = canonical.slice(-ANNOUNCED_WITHIN)
  return `${canonical.endsWith('。')}${(ANNOUNCED_BEFORE_STOP.exec(end) ?? ANNOUNCED.exec(end))?.[0] ?? ''}`
}

/** Where a text ends by announcing another count than the one given; offsets in the text. */
function wrongCount(text: string, count: number): TextRange | undefined {
  const match = (text.endsWith('。') ? ANNOUNCED_BEFORE_STOP : ANNOUNCED).exec(text.slice(-ANNOUNCED_WITHIN))
  if (match === null || valueOf(match[1] as string) === count) return undefined
  return { start: text.length - match[0].length, end: text.length - 1 }
}

function reportAt(document: ReportDocument, at: PositionedBlock, range: TextRange, count: number, last: string): Report<'count'> {
  return { range: document.toDocument(at, range), messageId: 'count', args: { announced: at.block.text.slice(range.start, range.end), count, last } }
}

function isWhole(items: readonly EnumerationItem[]): boolean {
  return items.every((item, i) => item.value === i + 1)
}

function valueOf(numeral: string): number {
  return numeral === '两' ? 2 : /\d/.test(numeral) ? Number(numeral) : parseOrdinalNumeral(numeral)
}

import { enumerationsOf, type EnumerationItem, markersIn } from '../../document/enumeration.js'
import { defineRule } from '../../linting/rule.js'

/** 一是……；二是……。三是……。: the items of one enumeration are parted by one kind of mark. */
export default defineRule<'document', 'mixed'>({
  id: 'structure/mixed-enumeration-marks',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 15834',
  summary: '同一组“一是、二是”之间的标点不一致',
  summaryEn: 'Items of one enumeration are parted by different marks',
  rationale: 'GB/T 15834—2011规定并列的分句之间用分号；各项内部已有句号的，各项之间用句号。同一组里有的用分号、有的用句号，层次就乱了。',
  messages: {
    mixed: {
      what: '“{item}”前用了“{mark}”，同组其他各项之间用的是“{usual}”。',
      advice: '改为“{usual}”，使同组各项之间的标点一致。',
      en: '“{mark}” before “{item}”, while the other items are parted by “{usual}”.',
    },
  },
  examples: [
    {
      title: '分号和句号混用',
      text: '2024年工作总结\n\n一是学位仍然偏紧；二是师资结构不够合理⟦。三是⟧经费保障不足。',
      reports: ['mixed'],
      message: '“三是”前用了“。”，同组其他各项之间用的是“；”。',
      fixed: '2024年工作总结\n\n一是学位仍然偏紧；二是师资结构不够合理；三是经费保障不足。',
    },
    {
      title: '各项内有句号，各项之间却有一处分号',
      text: '2024年工作总结\n\n一是抓党建。发展党员3名。二是抓教学。听课40节⟦；三是⟧抓安全。排查隐患12处。',
      reports: ['mixed'],
    },
    { title: '一处误用逗号', text: '2024年工作总结\n\n一是学位偏紧；二是师资不足⟦，三是⟧经费紧张；四是管理粗放。', reports: ['mixed'] },
    { title: '都用分号，最后用句号', text: '2024年工作总结\n\n一是学位偏紧；二是师资不足；三是经费紧张。今后将逐项改进。', reports: [] },
    { title: '各项内有句号，各项之间用句号', text: '2024年工作总结\n\n一是抓党建。发展党员3名。二是抓教学。听课40节。三是抓安全。排查隐患12处。', reports: [] },
  ],
  reads: () => [markersIn],
  *check(document, { say }) {
    for (const items of enumerationsOf(document)) {
      const parted = items.filter((item, i) => i > 0 && items[i - 1]?.at === item.at && '。；，'.includes(item.markBefore) && item.markBefore !== '')
      const usual = usualMark(items, parted)
      if (usual === undefined) continue
      for (const item of parted) {
        if (item.markBefore === usual) continue
        const { text } = item.at.block
        yield {
          range: document.toDocument(item.at, { start: item.markAt, end: item.marker.end }),
          messageId: 'mixed',
          args: { item: text.slice(item.marker.start, item.marker.end), mark: item.markBefore, usual },
          fixes: [
            {
              title: say(`改为“${usual}”`, `Change to “${usual}”`),
              safety: 'safe',
              edits: [{ ...document.toDocument(item.at, { start: item.markAt, end: item.markAt + 1 }), newText: usual }],
            },
          ],
        }
      }
    }
  },
})

/**
 * The mark that should part the items, or nothing when they agree or it cannot be told: 。 where an item has one inside;
 * else the mark that most have, and ； when the two are even.
 */
function usualMark(items: readonly EnumerationItem[], parted: readonly EnumerationItem[]): string | undefined {
  const marks = new Set(parted.map(({ markBefore }) => markBefore))
  if (parted.length < 2 || marks.size < 2) return undefined
  if (marks.has('。') && items.some((item, i) => hasInnerStop(item, items[i + 1]))) return marks.has('，') ? undefined : '。'
  const count = (mark: string): number => parted.filter(({ markBefore }) => markBefore === mark).length
  return ['；', '。', '，'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

function hasInnerStop(item: EnumerationItem, next: EnumerationItem | undefined): boolean {
  return next !== undefined && next.at === item.at && item.at.block.canonical.slice(item.marker.end, next.markAt).includes('。')
}

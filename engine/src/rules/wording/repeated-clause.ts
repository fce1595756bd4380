import { headingEnd, segmentsOf, type Segment } from '../../document/repetition.js'
import { defineRule, type Report } from '../../linting/rule.js'
import type { Block } from '../../markdown/block.js'

const LEAST = 8
/** Right behind each other even a name of the Party's is said twice by mistake. */
const LEAST_ADJACENT = 6
const LEAST_LISTED = 12
const LEAST_APART = 12
/** Items of one list need only be longer than a common noun. */
const LEAST_IN_LIST = 4
/** So many items of a list are remembered. */
const MOST_LISTED = 30
/** 优秀党务工作者5人 may well be granted twice, once by the city and once by the district. */
const LEAST_WITH_FIGURES = 18
/** 比上年增长，比上年增长 counts two things. */
const COMPARED = /^(?:[比较同环占达]|其中|分别)/
/** Openings that frame a sentence and names that come back by right. */
const FRAME =
  /^(?:[在以自从由对据与同比较经已均尚]|正在|目前|预计|根据|按照?|依据|依照|遵照|结合|围绕|针对|截[至止]|随着|为了?|通过|坚持以|紧扣|聚焦)|习近平|党中央|党的|领导下$|[”》]$|^[“《]|[局委办校院园府厅会镇乡村区县市部组站所队中心]$/

/** One clause said twice in a sentence, in two sentences running, or (when long) in one paragraph. */
export default defineRule<'block', 'near' | 'apart'>({
  id: 'wording/repeated-clause',
  scope: 'block',
  severity: 'warning',
  source: 'practice',
  summary: '同一分句说了两遍',
  summaryEn: 'A clause said twice',
  rationale: '同一句话或相邻两句里一字不差的分句，多半是修改时复制、移动留下的。标题后的正文重提标题、固定表述、题名、单位名称不在此列。',
  messages: {
    near: { what: '“{words}”在相邻处说了两遍。', advice: '删去一处，或改写。', en: '“{words}” is said twice close together.' },
    apart: { what: '“{words}”在同一段里说了两遍。', advice: '核对是否重复。', severity: 'info', en: '“{words}” is said twice in one paragraph.' },
  },
  examples: [
    {
      title: '同一句里',
      text: '2024年工作总结\n\n⟦开展意识形态风险排查整治行动⟧，加强网站管理，开展意识形态风险排查整治行动，做好舆情引导。',
      reports: ['near'],
      message: '“开展意识形态风险排查整治行动”在相邻处说了两遍。',
    },
    {
      title: '紧挨着的，哪怕是固定表述',
      text: '2024年工作总结\n\n我热爱教育事业，⟦认真学习党的二十大精神⟧，认真学习党的二十大精神，不断提高素质。',
      reports: ['near'],
    },
    {
      title: '标题照抄一遍就没有下文',
      text: '2024年工作总结\n\n（一）⟦加强队伍建设⟧。加强队伍建设。\n（二）强化日常监管。强化日常监管，检查企业36家。',
      reports: ['near'],
    },
    { title: '相邻两句', text: '2024年工作总结\n\n统筹推进各项工程。⟦加快学校建设项目进度⟧。一是加快学校建设项目进度，二是改善条件。', reports: ['near'] },
    {
      title: '一串并列里写了两遍',
      text: '2024年工作总结\n\n我们将以饱满的热情、务实的作风、⟦饱满的热情⟧，抓好各项工作。',
      reports: ['near'],
    },
    {
      title: '同一段里隔得较远',
      text: '2024年工作总结\n\n落实校园安全责任。⟦完成十二所学校食堂改造提升工程⟧。组织演练。加强值守。巡查到位。完成十二所学校食堂改造提升工程。',
      reports: ['apart'],
    },
    {
      title: '标题与正文、状语、名称、排比、短语',
      text: '2024年工作总结\n\n（一）加快学校建设项目进度。加快学校建设项目进度，新开工12个。按照县委统一部署要求，召开会议；按照县委统一部署要求，组织排查。印发《关于加强学校安全管理的通知》，落实《关于加强学校安全管理的通知》。比上年增长，比上年增长。县教育局机关党委、县教育局机关党委。获市级先进基层党组织2个，县级先进基层党组织2个、优秀党务工作者5人，区级优秀党务工作者5人、先进基层党组织2个，先进基层党组织2个。甲校主体完工，进行内部装饰装修施工；乙校刚刚封顶，进行内部装饰装修施工。资助建档立卡贫困家庭学生、残疾学生，走访建档立卡贫困家庭学生、留守儿童。',
      reports: [],
    },
  ],
  *check(block) {
    if (block.kind === 'table-row' || block.kind === 'heading') return
    const from = headingEnd(block)
    yield* adjacent(block, from)
    yield* inOneList(block)
    const seen = new Map<string, Segment>()
    for (const segment of segmentsOf(block)) {
      if (segment.han < LEAST || segment.start < from || segment.han < leastOf(segment) || FRAME.test(segment.words)) continue
      const before = seen.get(segment.words)
      seen.set(segment.words, segment)
      // 甲校……，正在进行内部装修；乙校……，正在进行内部装修: an ending may well come back
      if (before === undefined || !(before.isFirst || segment.isFirst || before.part === segment.part)) continue
      if (isAdjacent(block, before, segment)) continue
      const isNear = segment.sentence - before.sentence <= 1
      if (!isNear && segment.han < LEAST_APART) continue
      yield {
        range: { start: before.start, end: before.end },
        messageId: isNear ? 'near' : 'apart',
        args: { words: segment.words },
        related: [{ start: segment.start, end: segment.end, message: segment.words }],
      }
    }
  },
})

/** Items that stand twice in one list of 、, the first of them with what leads to the list: 以饱满的热情、务实的作风、饱满的热情. */
function* inOneList(block: Block): Generator<Report<'near'>> {
  let list: Segment[] = []
  for (const segment of segmentsOf(block)) {
    const last = list[list.length - 1]
    if (last !== undefined && (segment.start - last.end !== 1 || block.canonical[last.end] !== '、')) list = []
    const { words, han, start, end } = segment
    if (han >= LEAST_IN_LIST && !FRAME.test(words) && list.some((other, i) => (i === 0 ? other.words.endsWith(words) : other.words === words)))
      yield { range: { start, end }, messageId: 'near', args: { words } }
    if (list.length < MOST_LISTED) list.push(segment)
  }
}

/** Clauses that stand twice with nothing but a mark between. */
function* adjacent(block: Block, from: number): Generator<Report<'near'>> {
  let before: Segment | undefined
  for (const segment of segmentsOf(block)) {
    if (before !== undefined && before.words === segment.words && isAdjacent(block, before, segment)) {
      // a text may take up the words of its heading when it goes on; the bare heading once more says nothing
      if (before.start >= from || /^[。！]/.test(block.canonical.slice(segment.end))) {
        yield {
          range: { start: before.start, end: before.end },
          messageId: 'near',
          args: { words: segment.words },
          related: [{ start: segment.start, end: segment.end, message: segment.words }],
        }
      }
    }
    before = segment
  }
}

function isAdjacent(block: Block, before: Segment, segment: Segment): boolean {
  return (
    segment.han >= LEAST_ADJACENT &&
    !segment.isListed &&
    segment.start - before.end === 1 &&
    '，。；'.includes(block.canonical[before.end] ?? ' ') &&
    !/\d/.test(segment.words) &&
    !COMPARED.test(segment.words)
  )
}

function leastOf({ words, isListed }: Segment): number {
  if (/\d/.test(words)) return LEAST_WITH_FIGURES
  return isListed ? LEAST_LISTED : LEAST
}

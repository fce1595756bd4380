import { Join } from '../../document/joining.js'
import type { Outline, PositionedBlock } from '../../document/outline.js'
import type { ReportDocument } from '../../document/report-document.js'
import { sentencesOf, type Sentence } from '../../document/sentence.js'
import { joined } from '../../linting/joined.js'
import { defineRule } from '../../linting/rule.js'
import type { Block } from '../../markdown/block.js'
import { hasHan } from '../../text/characters.js'
import { keptOn, keptWith } from '../../text/kept.js'

/** A sentence in its paragraph; `index` is its number there. */
interface Said {
  readonly at: PositionedBlock
  readonly sentence: Sentence
  readonly index: number
  readonly key: string
}

/** A sentence and the one before it with the same words. */
interface Repetition {
  readonly said: Said
  readonly before: Said
  /** whether it stands right behind the other, word for word */
  readonly isAdjacent: boolean
}

const LEAST = 15
const WIDEST = 60

/** The words that are compared, without ordinal, figures and marks; nothing for a short sentence. Kept with it. */
function keyOf({ canonical }: Sentence): string | undefined {
  if (!/[。！]/.test(canonical) || !hasHan(canonical, LEAST)) return undefined
  return canonical
    .replace(/^(?:[一二三四五六七八九十]{1,2}是|（?[一二三四五六七八九十\d]{1,3}[）.、])/, '')
    .replace(/\d[\d.]*/g, '#')
    .replace(/[，。；：、 ]/g, '')
}

/** How many sentences a paragraph has, and those of them that may be compared. */
const sentencesIn = keptOn((block: Block) => {
  if (block.kind === 'heading' || block.kind === 'table-row') return { count: 0, keyed: [] }
  const sentences = sentencesOf(block)
  const keyed = sentences.flatMap((sentence, index) => {
    const key = keyOf(sentence)
    return key === undefined ? [] : [{ sentence, index, key }]
  })
  return { count: sentences.length, keyed }
})

const titlesOf = keptWith(({ titles }: Outline): ReadonlySet<PositionedBlock> => new Set(titles))

const REPETITIONS = new Join<Said, Repetition>({
  itemsAt: (at, { outline }) =>
    titlesOf(outline).has(at) ? [] : sentencesIn(at.block).keyed.map(({ sentence, index, key }) => ({ at, sentence, index, key })),
  keyOf: ({ key }) => key,
  sourceOf: ({ block }) => block,
  // what stands between two sentences keeps them apart
  besides({ block, index }, after, { blocks, outline, edit }) {
    if (sentencesIn(block).count > 0 === sentencesIn(after).count > 0) return []
    const next = blocks.findIndex((at, i) => i > index && edit?.changed.has(i) !== true && speaks(at, outline))
    return next < 0 ? [] : [next]
  },
  answers: (group, document) =>
    group.slice(1).map((said, i) => {
      const before = group[i] as Said
      return { said, before, isAdjacent: said.sentence.canonical === before.sentence.canonical && follows(said, before, document) }
    }),
})

/** Whether no other sentence of a paragraph stands between two. */
function follows(said: Said, { at, index }: Said, { blocks, outline }: ReportDocument): boolean {
  if (said.at === at) return said.index === index + 1
  if (said.index > 0 || index + 1 < sentencesIn(at.block).count) return false
  for (let i = at.index + 1; i < said.at.index; i++) {
    const between = blocks[i] as PositionedBlock
    if (speaks(between, outline)) return false
  }
  return true
}

/** Whether a block has sentences that part those above it from those below. */
function speaks(at: PositionedBlock, outline: Outline): boolean {
  return !at.isResidue && sentencesIn(at.block).count > 0 && !titlesOf(outline).has(at)
}

/** One sentence written twice in a report, figures aside. */
export default defineRule<'document', 'adjacent' | 'again'>({
  id: 'wording/repeated-sentence',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '同一个句子出现了两次',
  summaryEn: 'A sentence written twice',
  rationale: '全文里一字不差（或者只有数字不同）的长句，常见于拼接两份材料，或者把总结里的话原样抄进计划。',
  messages: {
    adjacent: { what: '这一句与前一句相同。', advice: '删去一句。', en: 'This sentence is the same as the one before.' },
    again: {
      what: '这一句前文已经写过：“{opening}……”',
      advice: '核对是否重复，或改写。',
      severity: 'info',
      en: 'This sentence was written before: “{opening}…”',
    },
  },
  examples: [
    {
      title: '紧接着又写一遍',
      text: '2024年工作总结\n\n组织全体教师开展师德专题教育和集中宣誓活动。⟦组织全体教师开展师德专题教育和集中宣誓活动。⟧',
      reports: ['adjacent'],
    },
    {
      title: '隔了一段，只有数字不同',
      text: '2024年工作总结\n\n全年新建改建学校食堂12个并全部投入使用。\n\n抓好安全。\n\n⟦全年新建改建学校食堂13个并全部投入使用。⟧',
      reports: ['again'],
      message: '这一句前文已经写过：“全年新建改建学校食堂12……”',
    },
    {
      title: '短句、标题、表格里的重复',
      text: '2024年工作总结\n\n## 一、加强教师队伍建设和师德师风建设工作\n\n工作取得新成效。工作取得新成效。\n\n## 二、加强教师队伍建设和师德师风建设工作\n\n| 项目 | 说明 |\n| --- | --- |\n| 甲 | 组织全体教师开展师德专题教育活动 |\n| 乙 | 组织全体教师开展师德专题教育活动 |',
      reports: [],
    },
  ],
  ...joined([REPETITIONS], ({ said: { at, sentence }, before, isAdjacent }, _, document) => {
    const { start } = sentence
    const earlier = document.toDocument(before.at, { start: before.sentence.start, end: Math.min(before.sentence.end, before.sentence.start + WIDEST) })
    return {
      range: document.toDocument(at, { start, end: Math.min(sentence.end, start + WIDEST) }),
      messageId: isAdjacent ? 'adjacent' : 'again',
      args: { opening: before.sentence.canonical.slice(0, 12) },
      related: [{ ...earlier, message: before.sentence.canonical.slice(0, 24) }],
    }
  }),
})

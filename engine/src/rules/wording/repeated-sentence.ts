import { Question } from '../../document/gathering.js'
import type { PositionedBlock } from '../../document/outline.js'
import type { ReportDocument } from '../../document/report-document.js'
import { sentencesOf, type Sentence } from '../../document/sentence.js'
import { defineRule } from '../../linting/rule.js'
import type { Block } from '../../markdown/block.js'
import { countHan } from '../../text/characters.js'

interface Said {
  readonly at: PositionedBlock
  readonly sentence: Sentence
  readonly order: number
}

const LEAST = 15
const WIDEST = 60

/** The words that are compared, without ordinal, figures and marks; nothing for a short sentence. Kept with it. */
function keyOf({ canonical }: Sentence): string | undefined {
  if (!/[。！]/.test(canonical) || countHan(canonical) < LEAST) return undefined
  return canonical
    .replace(/^(?:[一二三四五六七八九十]{1,2}是|（?[一二三四五六七八九十\d]{1,3}[）.、])/, '')
    .replace(/\d[\d.]*/g, '#')
    .replace(/[，。；：、 ]/g, '')
}

/** How many sentences a paragraph has, and those of them that may be compared. */
const SENTENCES = new Question((block) => {
  if (block.kind === 'heading' || block.kind === 'table-row') return undefined
  const sentences = sentencesOf(block)
  const keyed = sentences.flatMap((sentence, index) => {
    const key = keyOf(sentence)
    return key === undefined ? [] : [{ sentence, index, key }]
  })
  return { count: sentences.length, keyed }
})

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
  reads: () => [sharedIn],
  *check(document) {
    const seen = new Map<string, Said>()
    const titles = new Set(document.outline.titles)
    let order = 0
    for (const { at, answer } of document.ask(SENTENCES)) {
      if (titles.has(at)) continue
      const first = order
      order += answer.count
      for (const { sentence, index, key } of answer.keyed) {
        const said = { at, sentence, order: first + index }
        const before = seen.get(key)
        seen.set(key, said)
        if (before === undefined) continue
        const start = sentence.start
        const earlier = document.toDocument(before.at, { start: before.sentence.start, end: Math.min(before.sentence.end, before.sentence.start + WIDEST) })
        yield {
          range: document.toDocument(at, { start, end: Math.min(sentence.end, start + WIDEST) }),
          messageId: said.order === before.order + 1 && sentence.canonical === before.sentence.canonical ? 'adjacent' : 'again',
          args: { opening: before.sentence.canonical.slice(0, 12) },
          related: [{ ...earlier, message: before.sentence.canonical.slice(0, 24) }],
        }
      }
    }
  },
})

const countsOfDocument = new WeakMap<ReportDocument, Map<string, number>>()

/** How often each key stands in a report; those of the text before go on as those of the text now. */
function countsOf(document: ReportDocument): ReadonlyMap<string, number> {
  const known = countsOfDocument.get(document)
  if (known !== undefined) return known
  const { edit } = document
  const before = edit && countsOfDocument.get(edit.previous)
  const counts = before ?? new Map<string, number>()
  const add = (key: string, times: number): void => void counts.set(key, (counts.get(key) ?? 0) + times)
  if (edit !== undefined && before !== undefined) {
    for (const key of keysOf(edit.before.block)) add(key, -1)
    for (const key of keysOf(edit.after)) add(key, 1)
    countsOfDocument.delete(edit.previous)
  } else for (const { answer } of document.ask(SENTENCES)) for (const { key } of answer.keyed) add(key, 1)
  countsOfDocument.set(document, counts)
  return counts
}

function keysOf(block: Block): string[] {
  return SENTENCES.of(block)?.keyed.map(({ key }) => key) ?? []
}

/** What is read of a paragraph: its sentences that stand in the report a second time, with their places. */
function sharedIn(block: Block, document: ReportDocument): string {
  const counts = countsOf(document)
  const now = document.edit === undefined ? [] : keysOf(document.edit.after)
  const own = keysOf(block)
  const isShared = (key: string): boolean => own.indexOf(key) !== own.lastIndexOf(key) || (counts.get(key) ?? 0) > now.filter((other) => other === key).length
  const shared = SENTENCES.of(block)?.keyed.filter(({ key }) => isShared(key)) ?? []
  return shared.map(({ key, index, sentence }) => `${index}${key}${sentence.text}${sentence.canonical}`).join('\n')
}

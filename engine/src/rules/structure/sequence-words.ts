import { sentencesOf, type Sentence } from '../../document/sentence.js'
import { defineRule } from '../../linting/rule.js'
import { pairsOf } from '../../linting/triggers.js'

type MessageId = 'mixed' | 'order'

const WORD = /^(首先|其次|再次|最后|第[一二三四五六七八九十]|[一二三四五六七八九十]是)(?=[，、]|(?<=是))/
const RANK: Readonly<Record<string, number>> = { 首先: 1, 其次: 2, 再次: 3, 最后: 9 }

/** 首先……其次……第三: one series in one set of words, in their order. */
export default defineRule<'block', MessageId>({
  id: 'structure/sequence-words',
  scope: 'block',
  severity: 'warning',
  source: 'practice',
  summary: '“首先、其次”与“第三”混用，或次序颠倒',
  summaryEn: '首先/其次 mixed with 第三, or out of order',
  rationale: '同一段里列举几层意思，用一套序次语：“首先……其次……再次……最后”，或“第一……第二……第三”，或“一是……二是……三是”，不要混用，也不要颠倒。',
  messages: {
    mixed: {
      what: '前面用的是“{first}”，这里用了“{actual}”，序次语混用。',
      advice: '改为同一套序次语，如“{expected}”。',
      en: '“{actual}” after “{first}”: two sets of sequence words are mixed.',
      severity: 'info',
    },
    order: {
      what: '“{actual}”放在了“{first}”的后面，次序颠倒。',
      advice: '按“首先、其次、再次、最后”的次序排列。',
      en: '“{actual}” stands after “{first}”: out of order.',
    },
  },
  examples: [
    {
      title: '“首先、其次”之后用了“第三”',
      text: '2024年工作总结\n\n首先，坚持党的领导。其次，坚持以人为本。⟦第三⟧，坚持改革创新。',
      reports: ['mixed'],
      message: '前面用的是“首先”，这里用了“第三”，序次语混用。',
    },
    { title: '“一是”之后用了“第二”', text: '2024年工作总结\n\n一是坚持党的领导。⟦第二⟧，坚持以人为本。', reports: ['mixed'] },
    { title: '“再次”在“其次”之前', text: '2024年工作总结\n\n首先，坚持党的领导。再次，坚持改革创新。⟦其次⟧，坚持以人为本。', reports: ['order'] },
    { title: '一套序次语', text: '2024年工作总结\n\n首先，坚持党的领导。其次，坚持以人为本。再次，坚持改革创新。最后，坚持依法办事。', reports: [] },
    { title: '“首先”只是副词', text: '2024年工作总结\n\n首先要看到成绩。一是质量提升，二是安全稳定。第一，要坚定信心。第二，要真抓实干。', reports: [] },
  ],
  triggers: ['首先', '其次', '再次', '最后', ...pairsOf('第', '一二三四五六七八九十'), ...pairsOf('一二三四五六七八九十', '是')],
  *check(block) {
    let series: { word: string; rank: number; place: number }[] = []
    for (const sentence of sentencesOf(block)) {
      const word = wordOf(sentence)
      if (word === undefined) continue
      const kind = kindOf(word)
      const place = placeOf(word)
      const last = series[series.length - 1]
      const first = series[0]
      if (place === 1 || last === undefined || first === undefined) {
        series = [{ word, rank: kind, place }]
        continue
      }
      const range = { start: sentence.start, end: sentence.start + word.length }
      if (kind !== last.rank && place === last.place + 1)
        yield { range, messageId: 'mixed', args: { first: first.word, actual: word, expected: expectedOf(last.rank, place) } }
      else if (kind === 0 && last.rank === 0 && place < last.place) yield { range, messageId: 'order', args: { first: last.word, actual: word } }
      series.push({ word, rank: kind, place })
    }
  },
})

/** The sequence word that a sentence begins with. */
function wordOf({ canonical }: Sentence): string | undefined {
  return WORD.exec(canonical)?.[1]
}

/** 0 for 首先 and its kin, 1 for 第一, 2 for 一是. */
function kindOf(word: string): number {
  return word in RANK ? 0 : word.startsWith('第') ? 1 : 2
}

function placeOf(word: string): number {
  return RANK[word] ?? '一二三四五六七八九十'.indexOf(word.replace(/[第是]/g, '')) + 1
}

function expectedOf(kind: number, place: number): string {
  const numeral = '一二三四五六七八九十'[place - 1] ?? ''
  return kind === 0 ? (['首先', '其次', '再次'][place - 1] ?? '最后') : kind === 1 ? `第${numeral}` : `${numeral}是`
}

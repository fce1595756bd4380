import { defineRule } from '../../linting/rule.js'
import { unitsBetween } from '../../linting/triggers.js'
import { matchesOf } from '../../text/matches.js'

type MessageId = 'invisible'

// control characters are what this rule looks for
// eslint-disable-next-line no-control-regex
const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0000-\u0008\v\f\u000e-\u001f\u007f]/g
/** A joiner between emoji or a mark of Indic and Arabic script does its work. */
const JOINED = /[\p{Extended_Pictographic}\p{Script=Arabic}\p{Script=Mongolian}\p{Script=Tibetan}\ufe0f]/u

/** Zero-width and control characters: sites put them in to trace copies, and searches miss the words they split. */
export default defineRule<'block', MessageId>({
  id: 'residue/zero-width',
  scope: 'block',
  severity: 'warning',
  source: 'practice',
  summary: '文中夹着看不见的字符',
  summaryEn: 'Invisible characters inside the text',
  rationale: '零宽空格、软连字符、方向控制符、控制符看不见，却会使查找替换失灵、排版错乱；资料站常用它们给文稿打暗记。每段提示一次。',
  messages: {
    invisible: {
      what: '这一段夹着{count}个看不见的字符（{code}等）。',
      advice: '全部删去。',
      en: '{count} invisible characters ({code} and so on) in this paragraph.',
    },
  },
  examples: [
    {
      title: '零宽空格',
      text: '2024年工作总结\n\n加强教⟦\u200b⟧师队伍\u200b建设\u2060，提升质量。',
      reports: ['invisible'],
      message: '这一段夹着3个看不见的字符（U+200B等）。',
      fixed: '2024年工作总结\n\n加强教师队伍建设，提升质量。',
    },
    { title: '全角空格和普通文字', text: '2024年工作总结\n\n　　加强教师队伍建设，提升质量。', reports: [] },
  ],
  triggers: [
    '\u00ad',
    '\u180e',
    '\ufeff',
    '\u007f',
    ...unitsBetween(0x200b, 0x200f),
    ...unitsBetween(0x202a, 0x202e),
    ...unitsBetween(0x2060, 0x2064),
    ...unitsBetween(0, 8),
    ...unitsBetween(0xb, 0xc),
    ...unitsBetween(0xe, 0x1f),
  ],
  *check(block, { say }) {
    const places = matchesOf(INVISIBLE, block.text)
      .map(({ index }) => index)
      .filter((at) => block.text[at] !== '\u200d' || !JOINED.test(block.text.slice(at + 1, at + 3)))
    const first = places[0]
    if (first === undefined) return
    const code = `U+${block.text.charCodeAt(first).toString(16).toUpperCase().padStart(4, '0')}`
    const edits = places.map((at) => ({ start: at, end: at + 1, newText: '' }))
    yield {
      range: { start: first, end: first + 1 },
      messageId: 'invisible',
      args: { count: places.length, code },
      fixes: [{ title: say('删去看不见的字符', 'Remove the invisible characters'), safety: 'safe', edits }],
    }
  },
})

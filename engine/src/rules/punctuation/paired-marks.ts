import { reversedQuotes } from '../../document/reversed-quotes.js'
import { defineRule, type Report } from '../../linting/rule.js'

type MessageId = 'unclosed' | 'unopened' | 'reversed'

const PAIRS: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '《': '》', '〈': '〉', '（': '）', '【': '】', '「': '」' }
const OPENERS: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(PAIRS).map(([open, close]) => [close, open]))

/** Quotes and brackets must be paired within a paragraph; the first one that is not is reported. */
export default defineRule<'block', MessageId>({
  id: 'punctuation/paired-marks',
  scope: 'block',
  severity: 'error',
  source: 'GB/T 15834',
  summary: '引号、括号、书名号不成对',
  summaryEn: 'Quotes or brackets without their partner',
  rationale:
    'GB/T 15834—2011规定引号、括号、书名号由前后两部分组成，成对使用。缺了一半，读者不知道引到哪里为止，也常常说明复制时丢了字。跨段引用时每段开头用前引号、末段才用后引号，不算错。',
  messages: {
    unclosed: {
      what: '{mark} 后面没有与它配对的{partner}。',
      advice: '在引用或说明结束处补上；若是多打的，请删去。',
      en: '{mark} is never closed by {partner}.',
    },
    unopened: {
      what: '{mark} 前面没有与它配对的{partner}。',
      advice: '在引用或说明开始处补上；若是多打的，请删去。',
      en: '{mark} has no {partner} before it.',
    },
    reversed: {
      what: '“{words}”后面的引号方向反了，写成了前引号 “。',
      advice: '改为后引号 ”。',
      en: 'The quote behind “{words}” should be a closing one.',
    },
  },
  examples: [
    { title: '丢了前引号', text: '2024年工作总结\n\n全年开展书香校园⟦”⟧活动12次。', reports: ['unopened'], message: '后引号 ” 前面没有与它配对的前引号 “。' },
    {
      title: '后引号写成了前引号',
      text: '2024年工作总结\n\n坚持“一小区一方案⟦“⟧，开展“安全生产月⟦“⟧活动，落实《“十四五⟦“⟧规划》，推行“首问负责”。',
      reports: ['reversed', 'reversed', 'reversed'],
      message: '“一小区一方案”后面的引号方向反了，写成了前引号 “。',
      fixed: '2024年工作总结\n\n坚持“一小区一方案”，开展“安全生产月“活动，落实《“十四五“规划》，推行“首问负责”。',
    },
    { title: '丢了后引号', text: '2024年工作总结\n\n先后举办⟦“⟧少年科学营等活动，参加学生300人。', reports: ['unclosed'] },
    { title: '成对', text: '2024年工作总结\n\n印发《关于加强校园安全的通知》（试行），开展“安全月”活动，参观’99世博园旧址。', reports: [] },
  ],
  triggers: [...'“”‘’《》〈〉（）【】「」'],
  *check(block, { say }) {
    const text = block.canonical
    if (/^\s?“/.test(text) && !text.includes('”') && /[。！？]$/.test(text)) return
    const reversed = reversedQuotes(text)
    for (const { open, at } of reversed) {
      const range = { start: at, end: at + 1 }
      const fix = { title: say('改为后引号', 'Make it a closing quote'), safety: 'unsafe' as const, edits: [{ ...range, newText: '”' }] }
      yield { range, messageId: 'reversed', args: { words: block.text.slice(open + 1, at) }, fixes: [fix] }
    }
    const mended = reversed.reduce((whole, { at }) => `${whole.slice(0, at)}”${whole.slice(at + 1)}`, text)
    const report = firstUnpaired(mended)
    if (report !== undefined) yield report
  },
})

function firstUnpaired(text: string): Report<MessageId> | undefined {
  const open: { mark: string; at: number }[] = []
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x3400 && code <= 0x9fff) continue
    const mark = text[at] as string
    if (mark in PAIRS) open.push({ mark, at })
    else if (mark in OPENERS) {
      const partner = OPENERS[mark] as string
      if (open.length > 0 && open[open.length - 1]?.mark === partner) open.pop()
      else if (isListMark(text, at) || isYearMark(text, at)) continue
      else if (open.some((other) => other.mark === partner)) return unclosed(open[open.length - 1] as { mark: string; at: number })
      else return { range: { start: at, end: at + 1 }, messageId: 'unopened', args: { mark: named(mark), partner: named(partner) } }
    }
  }
  const last = open[0]
  return last === undefined ? undefined : unclosed(last)
}

/** A mark with its name in front: alone between quotes it could not be read. */
function named(mark: string): string {
  const name = '“”‘’「」'.includes(mark) ? '引号' : '《》〈〉'.includes(mark) ? '书名号' : '括号'
  return `${mark in PAIRS ? '前' : '后'}${name} ${mark}`
}

/** `1）` at the start of a list item. */
function isListMark(text: string, at: number): boolean {
  return text[at] === '）' && /(?:^|[。；，：\s])\d{1,2}$/.test(text.slice(Math.max(0, at - 3), at))
}

/** ’99: a year cut short. */
function isYearMark(text: string, at: number): boolean {
  return text[at] === '’' && /^\d\d(?!\d)/.test(text.slice(at + 1, at + 4))
}

function unclosed({ mark, at }: { mark: string; at: number }): Report<MessageId> {
  return { range: { start: at, end: at + 1 }, messageId: 'unclosed', args: { mark: named(mark), partner: named(PAIRS[mark] as string) } }
}

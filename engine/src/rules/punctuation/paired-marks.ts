import { Question, type Answered } from '../../document/gathering.js'
import { reversedQuotes } from '../../document/reversed-quotes.js'
import { defineRule, type Report } from '../../linting/rule.js'

type MessageId = 'unclosed' | 'unopened' | 'reversed'

const PAIRS: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '《': '》', '〈': '〉', '（': '）', '【': '】', '「': '」' }
const OPENERS: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(PAIRS).map(([open, close]) => [close, open]))

/** Quotes and brackets must be paired within a paragraph; the first one that is not is reported. */
export default defineRule<'document', MessageId>({
  id: 'punctuation/paired-marks',
  scope: 'document',
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
    {
      title: '换行断在书名号、引号中间的，不报；各缺一半的，照报',
      text: '2024年工作总结\n\n推进《临川县水网建设规划（2023—2035\n年）》实施，力争开工项目20个。\n\n开展⟦“⟧书香校园活动12次。\n\n组织安全演练⟦”⟧活动6次。',
      reports: ['unclosed', 'unopened'],
    },
    { title: '成对', text: '2024年工作总结\n\n印发《关于加强校园安全的通知》（试行），开展“安全月”活动，参观’99世博园旧址。', reports: [] },
  ],
  reads: () => [PAIRS_OF_BLOCK.reading],
  *check(document, { say }) {
    const answered = document.ask(PAIRS_OF_BLOCK)
    for (const [i, { at, answer }] of answered.entries()) {
      for (const { open, close } of answer.reversed) {
        const range = document.toDocument(at, { start: close, end: close + 1 })
        const fix = { title: say('改为后引号', 'Make it a closing quote'), safety: 'unsafe' as const, edits: [{ ...range, newText: '”' }] }
        yield { range, messageId: 'reversed', args: { words: at.block.text.slice(open + 1, close) }, fixes: [fix] }
      }
      const { unpaired } = answer
      if (unpaired === undefined || isBrokenLine(answered[i], answered[i + 1]) || isBrokenLine(answered[i - 1], answered[i])) continue
      yield { ...unpaired, range: document.toDocument(at, unpaired.range) }
    }
  },
})

/** What is wrong with the pairs of a block; offsets of its text. */
interface Pairs {
  readonly reversed: readonly { open: number; close: number }[]
  /** the block with its reversed quotes turned round */
  readonly mended: string
  readonly unpaired: Report<MessageId> | undefined
}

const PAIRS_OF_BLOCK = new Question(({ canonical }): Pairs | undefined => {
  if (/^\s?“/.test(canonical) && !canonical.includes('”') && /[。！？]$/.test(canonical)) return undefined
  const reversed = reversedQuotes(canonical)
  const mended = reversed.reduce((whole, { close }) => `${whole.slice(0, close)}”${whole.slice(close + 1)}`, canonical)
  const unpaired = firstUnpaired(mended)
  return reversed.length === 0 && unpaired === undefined ? undefined : { reversed, mended, unpaired }
})

/** Whether a page's width broke a line inside a pair: what one line opens the very next one closes, and together they are right. */
function isBrokenLine(first: Answered<Pairs> | undefined, second: Answered<Pairs> | undefined): boolean {
  return (
    first?.answer.unpaired?.messageId === 'unclosed' &&
    second?.answer.unpaired?.messageId === 'unopened' &&
    second.at.index === first.at.index + 1 &&
    !/[。！？；：]$/.test(first.at.block.canonical) &&
    firstUnpaired(first.answer.mended + second.answer.mended) === undefined
  )
}

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

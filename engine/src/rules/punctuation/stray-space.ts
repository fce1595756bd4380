import { readOrdinal } from '../../document/ordinal.js'
import { sentencesOf, type Sentence } from '../../document/sentence.js'
import { defineRule } from '../../linting/rule.js'
import type { Block } from '../../markdown/block.js'
import { isHan } from '../../text/characters.js'
import { matchesOf } from '../../text/matches.js'

const SPACES = / {1,20}/g
const MARKS = '，。；：、！？）》”'
const OPENERS = '（《“'
const LIST_START = /^(?:[一二三四五六七八九十]{1,3}[、是]|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十])/

/** A space between Chinese characters, or beside a Chinese mark, is left over from typing or copying. */
export default defineRule<'block', 'space' | 'beforeMark'>({
  id: 'punctuation/stray-space',
  scope: 'block',
  severity: 'warning',
  source: 'practice',
  summary: '汉字之间或标点旁边有多余的空格',
  summaryEn: 'Stray space inside Chinese text',
  rationale:
    '公文正文的汉字、数字、标点之间不空格。多余的空格多半是从网页、PDF复制时带来的，排版后会露出缺口。引号和书名号里分隔口号的空格（如“学宪法 讲宪法”）、职务与姓名之间、对齐用的空格不算。',
  messages: {
    space: { what: '“{before}”与“{after}”之间多了空格。', advice: '删除空格。', en: 'Stray space between “{before}” and “{after}”.' },
    beforeMark: { what: '标点“{mark}”旁边多了空格。', advice: '删除空格。', en: 'Stray space beside “{mark}”.' },
  },
  examples: [
    {
      title: '汉字之间',
      text: '2024年工作总结\n\n三所幼儿园被确认为⟦ ⟧市级示范园，全年接待参观12批次。',
      reports: ['space'],
      message: '“为”与“市”之间多了空格。',
      fixed: '2024年工作总结\n\n三所幼儿园被确认为市级示范园，全年接待参观12批次。',
    },
    { title: '数字与量词、年月之间', text: '2024年工作总结\n\n全年办结群众来信356⟦ ⟧件，2024⟦ ⟧年11月完成验收。', reports: ['space', 'space'] },
    { title: '逗号之前', text: '2024年工作总结\n\n坚持会前学法制度⟦ ⟧，全年学习12次。', reports: ['beforeMark'] },
    { title: '句号之后', text: '2024年工作总结\n\n景区获评国家级旅游景区。⟦ ⟧乡村建设步伐加快，新建公路12公里。', reports: ['beforeMark'] },
    {
      title: '口号、英文、对齐的姓名不算',
      text: '2024年工作总结\n\n开展“学宪法 讲宪法”活动，推广 AI 教学助手，参加 Scratch 编程比赛，局长 张明到会讲话。\n\n会议时间：12月26日14:30  地点：三楼会议室\n\n图2 办件量变化（单位：万件）\n\n**抓常规。** 全年听课40节。\n\n张 明',
      reports: [],
    },
  ],
  triggers: [' '],
  *check(block, { say }) {
    const fixes = (start: number, end: number) => [
      { title: say('删除空格', 'Delete the space'), safety: 'safe' as const, edits: [{ start, end, newText: '' }] },
    ]
    let previous: Sentence | undefined
    for (const sentence of sentencesOf(block)) {
      if (previous !== undefined && isStrayBetween(block, previous, sentence)) {
        const range = { start: previous.end, end: sentence.start }
        yield { range, messageId: 'beforeMark', args: { mark: block.text[previous.end - 1] as string }, fixes: fixes(range.start, range.end) }
      }
      for (const { start, end, mark, before, after } of spacesIn(sentence)) {
        const range = { start: sentence.start + start, end: sentence.start + end }
        if (!isBare(block, range.start, range.end)) continue
        if (mark !== undefined) yield { range, messageId: 'beforeMark', args: { mark }, fixes: fixes(range.start, range.end) }
        else yield { range, messageId: 'space', args: { before, after }, fixes: fixes(range.start, range.end) }
      }
      previous = sentence
    }
  },
})

/** Whether no Markdown mark stands beside the space: behind `**党建。**` one is needed. */
function isBare(block: Block, start: number, end: number): boolean {
  return block.isVerbatim({ start: start - 1, end: end + 1 })
}

/** A single space behind a full stop, before more Chinese of the same paragraph; a heading set off so is glued, not spaced. */
function isStrayBetween(block: Block, before: Sentence, after: Sentence): boolean {
  return (
    after.start - before.end === 1 &&
    block.text[before.end] === ' ' &&
    isBare(block, before.end, after.start) &&
    isHan(after.canonical.charCodeAt(0)) &&
    readOrdinal(after.text) === undefined &&
    !LIST_START.test(after.canonical) &&
    after.canonical.length > 8
  )
}

interface Space {
  readonly start: number
  readonly end: number
  /** the mark that the space stands beside, if it does */
  readonly mark: string | undefined
  readonly before: string
  readonly after: string
}

/** A label set off from the value before it: 时间：14:30  地点：三楼会议室. */
const SETS_LABEL = /^ {2,20}[\u4e00-\u9fff]{2,6}：/
const LONGEST_LABEL = 7
/** 图2 办件量变化（单位：万件）: the number of a figure or a table is set off from its caption. */
const CAPTION_NUMBER = /^ {0,4}(?:[图表]|附[图表件]) ?\d{1,3}(?:[-.—]\d{1,3})?$/

/** The stray spaces of a sentence, in its own offsets. */
function spacesIn({ canonical, text }: Sentence): Space[] {
  if (!canonical.includes(' ') || isSpacedOut(canonical)) return []
  return matchesOf(SPACES, canonical).flatMap(({ 0: spaces, index: start }) => {
    const end = start + spaces.length
    const before = canonical[start - 1]
    const after = canonical[end]
    if (
      before === undefined ||
      after === undefined ||
      /[\t\u3000]/.test(text.slice(start, end)) ||
      isInsideQuotation(canonical, start) ||
      SETS_LABEL.test(canonical.slice(start, end + LONGEST_LABEL)) ||
      isBesideName(canonical, start) ||
      CAPTION_NUMBER.test(canonical.slice(0, start))
    )
      return []
    const mark = MARKS.includes(after) ? after : MARKS.includes(before) || OPENERS.includes(before) ? before : undefined
    return mark !== undefined || joins(canonical, start, end) ? [{ start, end, mark, before: text[start - 1] as string, after: text[end] as string }] : []
  })
}

/** Whether the space stands inside “…” or 《…》, where it may part the halves of a slogan or a title. */
function isInsideQuotation(text: string, at: number): boolean {
  const head = text.slice(0, at)
  return head.lastIndexOf('“') > head.lastIndexOf('”') || head.lastIndexOf('《') > head.lastIndexOf('》')
}

/** A name set off from its post: 局长 张明, 记者 李华 摄. */
function isBesideName(text: string, at: number): boolean {
  return /(?:总理|主席|书记|[局校主院园镇县区市省州乡科处股]长|主任|记者|委员|代表)(?: ?[\u4e00-\u9fff]{2,4})?$/.test(text.slice(Math.max(0, at - 9), at))
}

/** Chinese on both sides, or a number and the Chinese that belongs to it. */
function joins(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1)
  const after = text.charCodeAt(end)
  if (isHan(before) && isHan(after)) return end - start === 1 && !LIST_START.test(text.slice(end, end + 6))
  const isNumber = (at: number): boolean => /[\d%]/.test(text[at] ?? '')
  return (isNumber(start - 1) && isHan(after)) || (isHan(before) && isNumber(end) && /\d{1,12}(?:\.\d+)?[\u4e00-\u9fff%]/.test(text.slice(end, end + 16)))
}

/** A title or signature set with spaces, a line of short words, or figures set digit by digit: alignment, not a slip. */
function isSpacedOut(text: string): boolean {
  const parts = text.split(/ +/)
  if (/\d \d/.test(text)) return true
  if (text.length <= 30 && !/[，。；：！？]/.test(text)) return true
  return parts.length > 1 && (text.length <= 12 || parts.filter((part) => part.length <= 2).length > parts.length / 2 || !/[，。；：、！？]/.test(text))
}

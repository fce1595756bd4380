import { Question } from '../../document/gathering.js'
import type { PositionedBlock } from '../../document/outline.js'
import type { ReportDocument } from '../../document/report-document.js'
import { defineRule } from '../../linting/rule.js'
import type { Block } from '../../markdown/block.js'
import type { TextEdit } from '../../text/edit.js'
import { keptOn } from '../../text/kept.js'
import { nextOf } from '../../text/matches.js'

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '(': '（', ')': '）', '.': '。' }
/** From this share on, half-width marks are how the whole text is written: one finding for all. */
const HABIT = 0.5
const HABIT_PLACES = 4

/** Whether a mark is the half-width form of its canonical one. Straight quotes go with the marks around them. */
function isHalfWidth(mark: string, canonical: string): boolean {
  return mark === '"' ? canonical !== mark : FULL[mark] === canonical
}

interface Place {
  readonly at: PositionedBlock
  readonly start: number
}

/** Half-width marks in Chinese text: one finding for a text written so throughout, one each for slips. */
export default defineRule<'document', 'habit' | 'slip'>({
  id: 'punctuation/half-width-marks',
  scope: 'document',
  severity: 'warning',
  source: 'GB/T 15834',
  summary: '中文里用了半角标点',
  summaryEn: 'Half-width punctuation in Chinese text',
  rationale:
    'GB/T 15834—2011的标点占一个字位，中文正文用全角标点。全文都用半角的，多半是从网页复制而来，合起来报一条，可一次改完；只是个别地方用了半角的，逐处指出。数字里的千分撇和小数点、时间“10:39”、网址、英文不算。',
  messages: {
    habit: {
      what: '全文使用半角标点，共{count}处，这是第一处。',
      advice: '用快速修复一次全部改为全角。',
      en: 'Half-width punctuation throughout: {count} places, of which this is the first.',
      severity: 'info',
    },
    slip: {
      what: '此处用了半角的“{mark}”，全文其他地方用全角。',
      advice: '改为“{full}”。',
      en: 'Half-width “{mark}” here; the rest of the text uses “{full}”.',
    },
  },
  examples: [
    {
      title: '个别半角逗号',
      text: '2024年工作总结\n\n全镇新建农村公路12公里⟦,⟧改造危桥3座，受益群众2300人。',
      reports: ['slip'],
      fixed: '2024年工作总结\n\n全镇新建农村公路12公里，改造危桥3座，受益群众2300人。',
    },
    {
      title: '全文半角',
      text: '2024年工作总结\n\n一年来⟦,⟧学校坚持立德树人,狠抓教学常规(含作业管理),成效明显.',
      reports: ['habit'],
      message: '全文使用半角标点，共6处，这是第一处。',
      fixed: '2024年工作总结\n\n一年来，学校坚持立德树人，狠抓教学常规（含作业管理），成效明显。',
    },
    {
      title: '数字、时间、英文、括号序号',
      text: '2024年工作总结\n\n全年支出1,234万元，10:39发出通知，登录 http://a.cn 查询 (see Table 1)，完成率100%。\n\n(1)抓常规，促规范。',
      reports: [],
    },
  ],
  reads: () => [HALF_WIDTH.reading, (block) => `${marksOf(block).full}`],
  *check(document, { say }) {
    const found: Place[] = []
    for (const { at, answer } of document.ask(HALF_WIDTH)) for (const start of answer) found.push({ at, start })
    const first = found[0]
    if (first === undefined) return
    const full = found.length < HABIT_PLACES ? 0 : document.prose().reduce((sum, { block }) => sum + marksOf(block).full, 0)
    if (found.length >= HABIT_PLACES && found.length >= (found.length + full) * HABIT) {
      const edits = found.map(({ at, start }) => replacement(document, at, start))
      yield {
        range: rangeOf(document, first.at, first.start),
        messageId: 'habit',
        args: { count: found.length },
        fixes: [{ title: say(`全部改为全角（${found.length}处）`, `Make all ${found.length} full-width`), safety: 'safe', edits }],
      }
      return
    }
    for (let i = 0; i < found.length; i++) {
      const { at, start } = found[i] as Place
      const mark = at.block.text[start] as string
      const partner = mark === '(' ? found[i + 1] : undefined
      const places = partner?.at === at && at.block.text[partner.start] === ')' && partner.start - start < 40 ? [start, partner.start] : [start]
      if (places.length === 2) i++
      const last = places[places.length - 1] as number
      const full = places.map((place) => at.block.canonical[place]).join('')
      yield {
        range: document.toDocument(at, { start, end: last + 1 }),
        messageId: 'slip',
        args: { mark: places.map((place) => at.block.text[place]).join(''), full },
        fixes: [{ title: say(`改为“${full}”`, `Change to “${full}”`), safety: 'safe', edits: places.map((place) => replacement(document, at, place)) }],
      }
    }
  },
})

const EITHER_WIDTH = /[，；：！？（）,;:!?()."]/g

/** How many full-width marks a block holds, and where its half-width ones stand; kept with it. */
const marksOf = keptOn(({ text, canonical }: Block): { readonly full: number; readonly half: readonly number[] } => {
  const half: number[] = []
  let full = 0
  for (let i = nextOf(EITHER_WIDTH, text, 0); i >= 0; i = nextOf(EITHER_WIDTH, text, i + 1)) {
    const mark = text[i] as string
    if ('，；：！？（）'.includes(mark)) full++
    else if (isHalfWidth(mark, canonical[i] as string) && !isOrdinalBracket(canonical, i) && !isLatinBracket(text, i)) half.push(i)
  }
  return { full, half }
})

const HALF_WIDTH = new Question((block) => {
  const { half } = marksOf(block)
  return half.length === 0 ? undefined : half
})

/** The brackets of (一) and (1) at the start of a line belong to the rule on ordinals. */
function isOrdinalBracket(canonical: string, at: number): boolean {
  const match = /^ ?[（(](?:[一二三四五六七八九十百]{1,5}|\d{1,3})[）)]/.exec(canonical)
  return match !== null && at < match[0].length
}

/** A bracket around Latin text keeps its width: (see Table 1). */
function isLatinBracket(text: string, at: number): boolean {
  if (text[at] === ')') return /\([ -'*-~]{1,60}$/.test(text.slice(Math.max(0, at - 61), at)) && !/\(\d[\d-]{0,12}$/.test(text.slice(Math.max(0, at - 14), at))
  return text[at] === '(' && /^\([ -'*-~]{0,60}[A-Za-z][ -'*-~]{0,60}\)/.test(text.slice(at, at + 124))
}

function rangeOf(document: ReportDocument, at: PositionedBlock, start: number): { start: number; end: number } {
  return document.toDocument(at, { start, end: start + 1 })
}

function replacement(document: ReportDocument, at: PositionedBlock, start: number): TextEdit {
  return { ...rangeOf(document, at, start), newText: at.block.canonical[start] as string }
}

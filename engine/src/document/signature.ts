import type { TextRange } from '../text/range.js'
import type { PositionedBlock } from './outline.js'
import type { ReportDocument } from './report-document.js'

/** The date under a report (成文日期); the range is an offset of the block's text. */
export interface SignedDate extends TextRange {
  readonly at: PositionedBlock
  readonly year: number
  readonly month: number
  readonly day: number | undefined
  /** the date as written, blanks at its ends left out */
  readonly text: string
}

/** Who signs (署名) and when; each only where the text has it. The unit's range is an offset of the block's text. */
export interface ReportSignature {
  readonly date: SignedDate | undefined
  readonly unit: (TextRange & { readonly at: PositionedBlock; readonly name: string }) | undefined
}

/** So many lines from the end a signature may stand: annexes' names, notes and the circle of readers may follow it. */
const LAST_LINES = 10
const MAX_UNIT = 32
const SIGNS = '〇一二三四五六七八九'
const DATE =
  /^(?:([^，。；：、\d]{4,32}?) {1,12})?(?:((?:19|20)\d\d) ?([年.\-/]) ?(\d{1,2}) ?[月.\-/] ?(?:(\d{1,2}) ?([日号])?)?|([一二][九〇零○OoＯ][〇零○OoＯ一二三四五六七八九]{2}) ?年 ?([一二三四五六七八九十]{1,3}|\d{1,2}) ?月 ?(?:([一二三四五六七八九十]{1,3}|\d{1,2}) ?[日号])?)$/
const UNIT =
  /^[\u4e00-\u9fffA-Za-z×·（）]{2,32}(?:[局委办镇乡园院馆站所队部厅科股室会校场中小处系]|委员会|政府|办事处|街道|中心|小学|中学|学校|幼儿园|学院|大学|集团|公司|医院|社区|支部|总支|党委|党组)$/
const signatures = new WeakMap<ReportDocument, ReportSignature>()

/** The signature among the last lines of a report, residue left out, read once. */
export function signatureOf(document: ReportDocument): ReportSignature {
  let found = signatures.get(document)
  if (found === undefined) {
    found = read(document)
    signatures.set(document, found)
  }
  return found
}

function read(document: ReportDocument): ReportSignature {
  const prose = document.prose()
  // a date under the title of a short text is none
  const last = prose.slice(Math.max(1, Math.ceil(prose.length / 2))).slice(-LAST_LINES)
  for (let i = last.length - 1; i >= 0; i--) {
    const at = last[i] as PositionedBlock
    const date = dateOf(at)
    if (date !== undefined) return { date, unit: unitBeside(at, date) ?? unitOf(last[i - 1]) ?? unitOf(last[i + 1]) }
  }
  const end = last.at(-1)
  return { date: undefined, unit: unitOf(end) }
}

/** A line that is nothing but a date, or a unit and its date. */
function dateOf(at: PositionedBlock): SignedDate | undefined {
  const { canonical } = at.block
  if (canonical.length > 60 || at.block.kind !== 'paragraph') return undefined
  const line = canonical.trim()
  const match = DATE.exec(line)
  if (match === null) return undefined
  const [, unit, year, , month, day, , chineseYear, chineseMonth, chineseDay] = match
  const from = canonical.indexOf(line) + (unit === undefined ? 0 : line.slice(unit.length).search(/[^ ]/) + unit.length)
  const end = canonical.indexOf(line) + line.length
  const text = canonical.slice(from, end)
  if (year !== undefined) return { at, start: from, end, year: Number(year), month: Number(month), day: day === undefined ? undefined : Number(day), text }
  const digits = Array.from(chineseYear ?? '', (sign) => Math.max(0, SIGNS.indexOf(sign))).join('')
  return {
    at,
    start: from,
    end,
    year: Number(digits),
    month: countOf(chineseMonth ?? ''),
    day: chineseDay === undefined ? undefined : countOf(chineseDay),
    text,
  }
}

/** 十二 and 12 are 12, 三十一 is 31. */
function countOf(numeral: string): number {
  if (/^\d/.test(numeral)) return Number(numeral)
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['零', numeral]
  return (tens === '零' ? 0 : tens === '' ? 1 : SIGNS.indexOf(tens as string)) * 10 + Math.max(0, SIGNS.indexOf(ones === '' ? '〇' : (ones as string)))
}

function unitBeside(at: PositionedBlock, { start }: SignedDate): ReportSignature['unit'] {
  const name = at.block.canonical.slice(0, start).trim()
  return UNIT.test(name) ? { at, name, start: at.block.canonical.indexOf(name), end: at.block.canonical.indexOf(name) + name.length } : undefined
}

function unitOf(at: PositionedBlock | undefined): ReportSignature['unit'] {
  if (at === undefined || at.block.kind !== 'paragraph' || at.block.canonical.length > MAX_UNIT + 40) return undefined
  const name = at.block.canonical.trim()
  if (!UNIT.test(name)) return undefined
  const start = at.block.canonical.indexOf(name)
  return { at, name, start, end: start + name.length }
}

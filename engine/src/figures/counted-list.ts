import { Decimal } from '../document/decimal.js'
import { figuresOf, isKnown, type KnownFigure } from '../document/figure.js'
import type { Sentence } from '../document/sentence.js'
import { parseChineseInteger } from '../document/numeral-chinese.js'
import type { TextRange } from '../text/range.js'

/** Members that a text names and the count that it gives for them; ranges are of the sentence. */
export interface CountedList {
  readonly members: readonly string[]
  /** where the count stands */
  readonly count: TextRange
  readonly stated: number
  /** whether 等 says that more members exist than are named */
  readonly isOpen: boolean
}

const TWO = Decimal.of(2)
const COUNTING_UNIT = /^(?:[个大项所家类种条位门支]|项目)$/
const QUOTED = /(?:[“《][^“”《》\n]{1,24}[”》](?:[、和与及]|以及)?){2,12}(等)?$/
/** Names of places and institutions: a word of two characters more before the ending. */
const PROPER = /^[\u4e00-\u9fff]{2,12}(?:小学|中学|幼儿园|学校|学院|[镇乡村]|街道|社区|[一二三四五六七八九十]中|[一二三四五六七八九十]小|实小)$/
/** Kinds of school and not names of schools. */
const GENERIC =
  /公办|民办|普惠|城区|城市|农村|乡村|乡镇|普通|职业|中等|高等|特殊教育学校$|寄宿|薄弱|小规模|新建|改建|扩建|各|全|中小学|初级|高级|义务教育|示范|优质|试点|部分|有关|相关|直属|九年一贯|完全|村小学|点学校/
const ENDING_LIST = /([\u4e00-\u9fff、]{5,80}?)(等)?$/

/** What stands right before the count of quoted members, and of members that are named. */
const ENDS_QUOTED = '”》、和与及等'
const ENDS_NAME = '学园校院镇乡村道区中小等'

/** “甲”“乙”等3个…… and 甲小学、乙小学、丙小学3所……: names right before their count. */
export function countedLists(sentence: Sentence): CountedList[] {
  const text = sentence.canonical
  return figuresOf(sentence).flatMap((figure) => {
    if (figure.kind !== 'count' || !isKnown(figure) || figure.approximation !== 'exact' || figure.decimals > 0) return []
    if (!(COUNTING_UNIT.test(figure.unit) || figure.unit === '名') || figure.value.compare(TWO) < 0) return []
    const last = text.charAt(figure.start - 1)
    if (!ENDS_QUOTED.includes(last) && !ENDS_NAME.includes(last)) return []
    const head = text.slice(Math.max(0, figure.start - 160), figure.start)
    const list =
      (ENDS_QUOTED.includes(last) ? quotedBefore(head) : undefined) ??
      (ENDS_NAME.includes(last) && /^[所家个]$/.test(figure.unit) ? namesBefore(head) : undefined)
    return list === undefined ? [] : [{ ...list, count: { start: figure.start, end: figure.end }, stated: toNumber(figure) }]
  })
}

function toNumber({ value }: KnownFigure): number {
  return Number(value.toString())
}

function quotedBefore(head: string): { members: string[]; isOpen: boolean } | undefined {
  const match = QUOTED.exec(head)
  if (match === null) return undefined
  // “甲”和“乙”、“丙” …: quotations that go on before the run are part of it
  return { members: match[0].match(/[“《][^“”《》\n]{1,24}[”》]/g) ?? [], isOpen: match[1] !== undefined }
}

function namesBefore(head: string): { members: string[]; isOpen: boolean } | undefined {
  const clause = /(?<![^，。；：（）\d])[^，。；：（）\d]*$/.exec(head)?.[0] ?? ''
  const match = ENDING_LIST.exec(clause)
  if (match === null) return undefined
  const members = (match[1] ?? '').split(/、|和(?=[\u4e00-\u9fff]{3})|及(?=[\u4e00-\u9fff]{3})/)
  // the words of the sentence before the first name cannot be told from it, so its ending alone is looked at
  if (
    members.length < 2 ||
    !members.every(
      (member, i) =>
        (i === 0 ? /(?:小学|中学|幼儿园|学校|学院|[镇乡]|街道|社区|[一二三四五六七八九十][中小]|实小)$/.test(member) : PROPER.test(member)) &&
        !GENERIC.test(i === 0 ? member.slice(-5) : member),
    )
  )
    return undefined
  return { members, isOpen: match[2] !== undefined }
}

const NAMED_SET = /“([两双二三四五六七八九十]{1,2})([^“”一两双二三四五六七八九十]{1,3})”[\u4e00-\u9fff]{0,6}（(?:即|包括|指)?：?([^（）\d，。；“”]{4,80})）/g

/** “三大节”：体育节、艺术节、科技节. */
const NAMED_BY_COLON = /“([两三四五六七八九])([大项][^“”]{1,6})”[\u4e00-\u9fff]{0,4}：([^。；，：“”（）\d]{4,80})(?=。)/g

/** “三名”工程（名校长、名教师、名班主任）, “三大节”：体育节、艺术节、科技节: the numeral in the name is the number of members in the brackets. */
export function namedSets(sentence: Sentence): CountedList[] {
  const sets: CountedList[] = []
  if (!sentence.canonical.includes('”')) return sets
  for (const match of [...sentence.canonical.matchAll(NAMED_SET), ...sentence.canonical.matchAll(NAMED_BY_COLON)]) {
    const numeral = (match[1] ?? '').replace('双', '二')
    const stated = parseChineseInteger(numeral)
    const members = (match[3] ?? '').split('、')
    if (stated === undefined || stated.low !== stated.high || members.length < 2 || members.some((member) => member.length > 12 || /等$/.test(member))) continue
    sets.push({
      members,
      count: { start: match.index, end: match.index + (match[1] ?? '').length + (match[2] ?? '').length + 2 },
      stated: Number(stated.high),
      isOpen: false,
    })
  }
  return sets
}

/** Whether the count goes with the members: equal, or with 等 not fewer than are named. */
export function countHolds({ members, stated, isOpen }: CountedList): boolean {
  if (members.length === stated) return true
  if (isOpen) return members.length < stated
  // 甲和乙中学、丙中学: a member may itself hold 和 or 与
  return members.length < stated && members.length + members.filter((member) => /[和与及]/.test(member)).length >= stated
}

import { Decimal } from '../document/decimal.js'
import { figuresOf, isKnown, isQuantity, type Figure } from '../document/figure.js'
import type { Sentence } from '../document/sentence.js'
import { marksOf, runBefore } from './clause-before.js'
import type { CountedList } from './counted-list.js'

/** Units that count things with names of their own; of 次, 期, 批 and the like the things listed may be what was done in each. */
const UNIT = /^(?:[个大项门支所家名位种]|项目)$/
/** What is counted that may hold several of the things listed: 教学楼、宿舍楼、食堂两个标段. */
const GROUPING =
  /^(?:标段|[批层班月]|阶段|小?组|梯队|片区|区域|地点|场地|板块|部分|方[向面]|系列|大?类|年级|学[期段年]|[年级]|季度|小时|工作日|校区|点位|窗口|系统|平台|维度|领域)/
const TWO = Decimal.of(2)
const CLAUSE_MARKS = marksOf('，。；：！？（）“”《》\n')
/** Nobody names more than so many. */
const MOST_NAMED = 20
/** Text before a count, or behind it, that a list is looked for in. */
const LONGEST_LIST = 120
/** A word of doing in the midst of a list begins another one: 组织教师、学生参加语文、数学等3科竞赛. */
const DOING =
  /[在对向把将被由从为以获]|参加|参与|开展|组织|举办|举行|推进|推动|实施|完成|加强|提升|提高|促进|召开|落实|强化|打造|做[好优实强]|抓[好实]|形成|建成|聚焦|围绕|坚持|带动|覆盖|涉及|包括|选派|聘请|邀请|安排|给予|与会/
const LONGEST_MEMBER = 14

/** Lists of plain names whose count stands right before or behind them: 护理、烹饪、电商等4个专业; 新建学校3所：甲、乙、丙。 */
export function plainLists(sentence: Sentence): CountedList[] {
  const text = sentence.canonical
  if (!text.includes('、')) return []
  const figures = figuresOf(sentence)
  return figures.flatMap((figure, i): CountedList[] => {
    if (figure.kind !== 'count' || !UNIT.test(figure.unit) || !isKnown(figure) || figure.approximation !== 'exact') return []
    if (figure.decimals > 0 || figure.value.compare(TWO) < 0 || GROUPING.test(figure.noun)) return []
    const count = { start: figure.start, end: figure.end }
    const stated = Number(figure.value.toString())
    if (stated > MOST_NAMED) return []
    const next = figures[i + 1]
    const before = listBefore(text, figure, previousQuantity(figures, i))
    if (before !== undefined) {
      if (before.isWhole || (before.members.length > stated && before.isOfCount && !goesOn(text, figure, next))) return [{ ...before, count, stated }]
      return before.members.length === stated ? countedAgain(figure, next, before) : []
    }
    const behind = listBehind(text, figure, next)
    if (behind === undefined) return []
    // 创建、巩固工作组和督查、考核工作组: by 和 they may be two
    const groups = behind.members.join('').split(JOINS).length
    if (behind.members.length > stated) return groups === 1 || groups > stated ? [{ ...behind, count, stated }] : []
    if (!behind.isWhole) return []
    return [{ members: behind.members.length < stated ? eachApart(behind.members) : behind.members, isOpen: false, count, stated }]
  })
}

/** 诵读、讲述、书写三个环节，四个环节环环相扣: right behind its list and its count a thing is counted as more. */
function countedAgain(figure: Figure, next: Figure | undefined, { members }: NamesFound): CountedList[] {
  if (next === undefined || figure.noun.length < 2 || next.start !== figure.end + figure.noun.length + 1) return []
  if (next.unit !== figure.unit || !next.noun.startsWith(figure.noun) || !isKnown(next) || next.value.compare(Decimal.of(members.length)) <= 0) return []
  return [{ members, isOpen: false, count: { start: next.start, end: next.end }, stated: Number(next.value.toString()) }]
}

const JOINS = /以及|[和与及]/

/** 甲、乙和丙: what 和 joins counts apart in a list that is too short otherwise. */
function eachApart(members: readonly string[]): readonly string[] {
  return members.flatMap((member) => {
    const names = member.split(JOINS)
    return names.every((name) => name.length >= 2) ? names : [member]
  })
}

/** 全国文明校园、省级绿色学校、市级平安校园等1项国家级、2项省级荣誉: whether more of the same is counted in the clause. */
function goesOn(text: string, figure: Figure, next: Figure | undefined): boolean {
  return next !== undefined && next.unit === figure.unit && /^[^，。；]{0,12}(?:[、和及与]|，另?)[^，。；]{0,4}$/.test(text.slice(figure.end, next.start))
}

/** Names that were found beside a count; `isWhole` where nothing says that there are more. */
type NamesFound = Pick<CountedList, 'members' | 'isOpen'> & { readonly isWhole: boolean }

/** Where the quantity before a figure ends in the sentence. */
function previousQuantity(figures: readonly Figure[], i: number): number {
  for (let at = i - 1; at >= 0; at--) if (isQuantity(figures[at] as Figure)) return (figures[at] as Figure).end
  return 0
}

/** The names right before a count, in one quotation or in the clause. */
function listBefore(text: string, figure: Figure, from: number): (NamesFound & { readonly isOfCount: boolean }) | undefined {
  const head = text.slice(Math.max(from, figure.start - LONGEST_LIST), figure.start)
  const isOpen = head.endsWith('等')
  const bare = isOpen ? head.slice(0, -1) : head
  if (bare.endsWith('”')) {
    const quoted = bare.slice(bare.lastIndexOf('“') + 1, -1)
    const isOneQuotation = bare.includes('“') && !/[”》][、和与及]?$/.test(bare.slice(0, bare.lastIndexOf('“')))
    return isOneQuotation && quoted.includes('、') && !/[，；。：]/.test(quoted)
      ? { members: quoted.split('、'), isOpen, isWhole: !isOpen, isOfCount: true }
      : undefined
  }
  // 合唱队、舞蹈队3支: without a word behind it the count may be of something else
  if (!isOpen && figure.noun === '') return undefined
  const clause = bare.slice(runBefore(bare, bare.length, CLAUSE_MARKS, LONGEST_LIST))
  if (!clause.includes('、') || clause.includes('等')) return undefined
  const parts = clause.split('、')
  const cut = parts.findLastIndex((part, i) => i > 0 && DOING.test(part))
  const members = cut < 0 ? parts : parts.slice(cut)
  if (members.length < 3 || !members.slice(1).every(isName)) return undefined
  const names = [withoutVerb(members[0] as string), ...members.slice(1)]
  return { members: names, isOpen, isWhole: false, isOfCount: isOpen || areThings(members[0] as string, names) }
}

/** What governs a list that its own count closes: 开设护理、烹饪、电商3个专业. Who does something, and where, is named without it. */
const HAVING = /(?:开设|设有|现有|设立|设置|下设|下辖|突出|抓住|抓好|紧扣|聚焦)了?$/

/** Whether a list without 等 is of the very things that are counted behind it; 食品方面2个问题, 一年级、二年级各2门 are not. */
function areThings(first: string, names: readonly string[]): boolean {
  const last = names[names.length - 1] as string
  const longest = Math.max(...names.slice(0, -1).map(({ length }) => length))
  return HAVING.test(first.slice(0, first.length - (names[0] as string).length)) && last.length <= longest && !/[各每均共和与及的]$/.test(last)
}

/** The first name of a list without the verb that governs it, as far as that is plain. */
function withoutVerb(first: string): string {
  return first.replace(
    /^[^，]{0,10}?(?:开设|设置|举办|改造|整治|评选|购置|配备|打造|培育|建成|抓好|选派|设有|现有|实施|新增|建设|推进|开展|组织|聚焦|围绕|加强|完成|突出|落实)了?(?=[\u4e00-\u9fff]{2})/,
    '',
  )
}

function isName(part: string): boolean {
  return part.length > 0 && part.length <= LONGEST_MEMBER
}

const OPENING = /^[^，。；：（）“”\d]{0,12}(，?分别[为是]：?|：|，即|，包括|（(?:分别[为是]|即)?：?)/
/** What a clause behind a list begins with that is no more of it. */
const GOES_ON = /^(?:[总共均都已每由将占年使让为]|合计|投资|其中|涉及|惠及|全部|预计|新增|覆盖|建成|计划|有效|进一步|实现|形成|受益|面积|服务|累计|目前)/
const LIST_END = /[。；：，！？]/

/** The names behind a count; `isWhole` where nothing says that more of them may follow. */
function listBehind(text: string, figure: Figure, next: Figure | undefined): NamesFound | undefined {
  const opening = OPENING.exec(text.slice(figure.end, figure.end + 24))
  if (opening === null) return undefined
  const words = opening[1] as string
  const isBracket = words.startsWith('（')
  const rest = text.slice(figure.end + opening[0].length, figure.end + opening[0].length + LONGEST_LIST)
  const { list, end } = isBracket ? inBracket(rest) : upToMark(rest)
  // 课题60项：国家级20项、省级40项: a list of counts that make it up
  const listAt = figure.end + opening[0].length
  if (next !== undefined && next.unitClass === figure.unitClass && next.start < listAt + end) return undefined
  if (list === undefined || !list.includes('、') || /^[一二三四五六七八九十]是|分别|：|》《|”“/.test(list)) return undefined
  const isOpen = /等[^、]{0,6}$|……$/.test(list) || words.includes('包括')
  const members = splitList(list.replace(/等[^、]{0,6}$/, ''))
  if (members.length < 2 || members.some((member) => member.length === 0 || member.length > LONGEST_MEMBER * 2 || /^[\d.]+[^\d、]{0,3}$/.test(member)))
    return undefined
  if (members.some((member, i) => i > 0 && /^(?:其中|[并且还也])/.test(member))) return undefined
  const after = rest.slice(end + 1)
  // 两个方面：抓学习、强素质，抓管理、促规范: behind the comma the list may go on
  if (rest[end] === '，' && !GOES_ON.test(after) && /[、和及与]/.test(/^[^。；]*/.exec(after)?.[0] ?? '')) return undefined
  return { members, isOpen, isWhole: !isBracket && !isOpen && (rest[end] === '。' || rest[end] === '，') }
}

function upToMark(rest: string): { list: string | undefined; end: number } {
  let depth = 0
  for (let at = 0; at < rest.length; at++) {
    const unit = rest[at] as string
    if ('（“《'.includes(unit)) depth++
    else if ('）”》'.includes(unit)) depth--
    else if (depth === 0 && LIST_END.test(unit)) return { list: rest.slice(0, at), end: at }
  }
  return { list: undefined, end: rest.length }
}

function inBracket(rest: string): { list: string | undefined; end: number } {
  const end = rest.indexOf('）')
  const list = end < 0 ? undefined : rest.slice(0, end)
  return { list: list !== undefined && /[，；。（]|^[含如除]/.test(list) ? undefined : list, end }
}

/** The items between 、 that stand in no brackets or quotation marks. */
function splitList(list: string): string[] {
  const items: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < list.length; at++) {
    const unit = list[at] as string
    if ('（“《'.includes(unit)) depth++
    else if ('）”》'.includes(unit)) depth--
    else if (unit === '、' && depth === 0) {
      items.push(list.slice(from, at))
      from = at + 1
    }
  }
  return [...items, list.slice(from)]
}

import type { Block } from '../markdown/block.js'
import { isDigit, isHan, isLetter } from '../text/characters.js'
import { Shelf } from '../text/kept.js'
import type { TextRange } from '../text/range.js'
import { matchesOf } from '../text/matches.js'

/** A place where something was to be filled in, or was masked. Offsets of `block.text`. */
export interface Placeholder extends TextRange {
  /** `mask`: X, ××, ＊＊, ___ for a name or a figure; `slot`: 【请填写】, {{…}}, TODO; `note`: （待核实） */
  readonly kind: 'mask' | 'slot' | 'note'
}

const placeholders = new Shelf<Block, readonly Placeholder[]>()

const RUN = /[Xx×]{1,12}|[*＊]{2,12}|[○◯]{2,8}|〇{2,8}|[_＿]{2,60}/g
const SLOT =
  /[【[{<＜]{1,2} ?(?:请?(?:在此|此处)?(?:填写|输入|插入|填入|补充)|请填|待填|待补|此处|单位名称|单位全称|学校名称|单位|姓名|日期|年份|时间|地点|数字|金额|名称|领导姓名|具体数字|具体内容)[^】\]}>＞\n]{0,20}[】\]}>＞]{1,2}|\{\{[^{}\n]{1,40}\}\}|\$\{[^{}\n]{1,40}\}|（(?:请|此处|在此|请在此|请在此处|此处请)(?:填写|填入|补充|插入|添加|附上|列出|展开)[^（）\n]{0,24}）|（填[写入][^（）\n]{0,12}）|（[^（）\n]{0,8}请[^（）\n]{1,8}(?:补|核实|核对|提供)[充上一下]{0,2}(?:数据|数字|材料|内容|案例)）|（(?:领导姓名|单位名称|单位全称|学校名称|具体(?:数字|数据|内容|名称|人数|时间))）|（请根据实际[^（）\n]{0,12}(?:修改|调整|填写|补充|增减)[^（）\n]{0,8}）|（ {1,12}）(?=[名人个所项次家年月日万亿元%])/g
const PROMPT = /[[【]键入[^\]】\n]{1,12}[\]】]|(?:单击|点击)(?:或点击)?此处(?:输入|添加|键入)[^，。；\n]{1,12}|<选择一项>|选择一项。/g
/** Blanks where a number was: 共　　人. */
const GAP = /(?<=[\u4e00-\u9fff][共为约计达有到])[ \u3000]{2,12}(?=[名人个所项次家元万亿%])/g
const NOTE =
  /[（【[](?:数据|数字|内容|名单|时间|此处|具体)?尚?待(?:补充|核实|核对|[核定填查]|更新|确认|完善)[^）】\]\n]{0,10}[）】\]]|[（【[](?:数据|数字|内容|名单|材料|图表|照片|案例)?(?:后补|稍后补充?|后续补充|随后补充)[）】\]]|(?<![A-Za-z])(?:TODO|TBD|FIXME)(?![A-Za-z])/g
/** A line that tells a drafter what to do: 备注：此处再加一个例子. 注：此处“学位”不含民办 is a footnote. */
const INSTRUCTION =
  /^ {0,4}(?:备注|注|批注)[:：] ?此处(?:内容|数据|部分)?(?:最好|建议|需要?|还[需要可]?|[再请待应要暂]|可以?){1,3}[^。，\n]{0,8}?(?:[加补插填写核改换]|展开|细化|更新|调整)[^。\n]{0,30}/g
/** ？？ at the start of a clause: somebody did not know. */
const UNKNOWN = /(?<=^|[，。；：])[?？]{2,6}(?=[\u4e00-\u9fff])/g
/** A comment that a plain text, or a wrong bracket, leaves to be read. */
const COMMENT = /[‹＜<]! ?-{2} {0,4}(?:待|请|此处|需要?|尚需|TODO)[^<>‹›＜＞\n]{0,40}-{2} ?[›＞>]/g
const NAMELESS = /某某某?/g
const SURNAMES =
  '王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'
/** What a mask stands in front of: counters, units, years, places, offices. */
const FOLLOWERS = '名人个所项次家户件篇期处场届年月日时天县市区镇乡村校局省州街园班组万亿元千百余多%位台套份批条座亩公平米吨学委部办科室院厅站队同集中小大某'
/** What makes X a term: X光, X射线, X证书. */
const TERMS = /^(?:[光线轴型形波]|射线|染色体|证书|坐标|档案|世代|连接|关节)/

/** The places of a block to be filled in, in reading order, computed once. `X年X月X日` is one place. */
export function placeholdersOf(block: Block): readonly Placeholder[] {
  let found = placeholders.get(block)
  if (found === undefined) {
    found = block.isProse ? read(block.canonical) : []
    placeholders.set(block, found)
  }
  return found
}

function read(text: string): Placeholder[] {
  const found: Placeholder[] = []
  const take = (kind: Placeholder['kind'], pattern: RegExp): void => {
    for (const match of matchesOf(pattern, text)) found.push({ kind, start: match.index, end: match.index + match[0].length })
  }
  if (/键入|此处|选择一项/.test(text)) take('slot', PROMPT)
  if (/[ \u3000]{2}/.test(text)) take('slot', GAP)
  if (/[‹＜<]!-/.test(text)) take('note', COMMENT)
  if (/[【[{<＜（$]/.test(text)) {
    take('slot', SLOT)
    take('note', NOTE)
  } else if (/TODO|TBD|FIXME/.test(text)) take('note', NOTE)
  if (/[Xx×*＊○◯〇_＿]/.test(text)) found.push(...masks(text))
  if (text.includes('注：此处')) take('note', INSTRUCTION)
  if (/[?？]{2}/.test(text)) take('mask', UNKNOWN)
  if (text.includes('某某'))
    for (const match of matchesOf(NAMELESS, text))
      if (!SURNAMES.includes(text[match.index - 1] ?? '　')) found.push({ kind: 'mask', start: match.index, end: match.index + match[0].length })
  return merge(text, found)
}

function masks(text: string): Placeholder[] {
  const stars = (text.match(/(?<!\*)\*\*(?!\*)/g) ?? []).length
  const found: Placeholder[] = []
  for (const match of matchesOf(RUN, text)) {
    if (isPageForm(text, match.index, match.index + match[0].length)) continue
    const range = maskAt(text, match.index, match.index + match[0].length, stars % 2 === 0)
    if (range !== undefined) found.push({ kind: 'mask', ...range })
  }
  return found
}

/** “第X页 共X页”: how pages are numbered, told in a sentence of typesetting. */
function isPageForm(text: string, start: number, end: number): boolean {
  return text[end] === '页' && /[第共]$/.test(text.slice(0, start)) && text.lastIndexOf('“', start) > text.lastIndexOf('”', start)
}

/** The mask that a run of signs is, a masked year's first digits included (`20XX`), or nothing. */
function maskAt(text: string, start: number, end: number, starsArePaired: boolean): TextRange | undefined {
  const sign = text[start] as string
  const before = text[start - 1] ?? ''
  const after = text[end] ?? ''
  const isFollowed = after !== '' && FOLLOWERS.includes(after)
  if ('Xx×'.includes(sign)) return letters(text, start, end, isFollowed)
  if ('*＊'.includes(sign)) {
    if (!isFollowed || isAlphanumeric(before) !== /\d/.test(before) || (end - start === 2 && sign === '*' && starsArePaired && stillBold(text, start)))
      return undefined
    return { start, end }
  }
  if ('○◯〇'.includes(sign)) return /[一二三四五六七八九十〇○零]/.test(before) || /[一二三四五六七八九十年]/.test(after) ? undefined : { start, end }
  return isAlphanumeric(before) || isAlphanumeric(after) ? undefined : { start, end }
}

/** Whether `**` opens or closes bold type: what stands before it is a blank, a mark or the start of the line. */
function stillBold(text: string, start: number): boolean {
  return start === 0 || !isHan(text.charCodeAt(start - 1)) || !FOLLOWERS.slice(0, 20).includes(text[start + 2] ?? '')
}

function letters(text: string, start: number, end: number, isFollowed: boolean): TextRange | undefined {
  const before = text[start - 1] ?? ''
  const after = text[end] ?? ''
  const year = /(?<![\d.])(?:1|2|19|20|19\d|20\d)$/.exec(text.slice(Math.max(0, start - 4), start))?.[0].length ?? 0
  if (year > 0 && year + end - start === 4 && /[年届级—\-－]/.test(after)) return { start: start - year, end }
  // the second half of X.X goes with the first
  if (before === '.' && /[Xx×]/.test(text[start - 2] ?? '')) return { start, end }
  if (isAlphanumeric(before) || (/[+＋\-–=<>&/.~^（(]/.test(before) && isAlphanumeric(text[start - 2] ?? ''))) return undefined
  if (before === '+' || after === '+' || before === '＋' || after === '＋' || /qq[:：]?$/i.test(text.slice(Math.max(0, start - 3), start))) return undefined
  const isCourseMark = after === 'e' && isHan(text.charCodeAt(end + 1)) && text[start] === 'X'
  if (isAlphanumeric(after) && !isCourseMark) return undefined
  if (/[-–=<>²³]/.test(after) || (before === ' ' && isLetter(text.charCodeAt(start - 2))) || (after === ' ' && isLetter(text.charCodeAt(end + 1))))
    return undefined
  if (/[、，]/.test(after) && /[YyZz]/.test(text[end + 1] ?? '')) return undefined
  if (end - start > 1) return /^(?:世纪|号线)/.test(text.slice(end)) ? undefined : { start, end }
  if (TERMS.test(text.slice(end))) return undefined
  // one small x or one × is a letter or a multiplication sign unless something is counted by it
  if (text[start] !== 'X') return isFollowed ? { start, end } : undefined
  return isHan(text.charCodeAt(end)) || isHan(text.charCodeAt(start - 1)) || /[%《“（]/.test(before + after) ? { start, end } : undefined
}

function isAlphanumeric(unit: string): boolean {
  const code = unit.charCodeAt(0)
  return unit !== '' && (isLetter(code) || isDigit(code))
}

/** Sorts, drops what stands inside another, and joins `X年X月X日` and `X.X`. */
function merge(text: string, found: readonly Placeholder[]): Placeholder[] {
  const merged: Placeholder[] = []
  for (const place of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged[merged.length - 1]
    if (last === undefined || place.start >= last.end + 3) {
      merged.push(place)
      continue
    }
    if (place.end <= last.end) continue
    if (/^(?:[年月日时.．·—-]|年度|日至)$/.test(text.slice(last.end, place.start))) merged[merged.length - 1] = { ...last, end: place.end }
    else merged.push(place)
  }
  // the counter of a date belongs to it: X年X月X日
  return merged.map((place) =>
    /[年月]/.test(text.slice(place.start, place.end)) && /[月日]/.test(text[place.end] ?? '') ? { ...place, end: place.end + 1 } : place,
  )
}

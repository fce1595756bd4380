import {
  HONEST_WORDS,
  LONE_PAGE_PARTS,
  PAGE_PARTS,
  REPORT_WORDS,
  RESIDUE_COMBINATIONS,
  RESIDUE_CONCEPTS,
  RESIDUE_LABELS,
  RESIDUE_PHRASES,
  RESIDUE_VOICES,
  WEB_WORDS,
  type ResidueKind,
  type ResidueSign,
} from '../lexicon/residue-phrases.js'
import type { Block } from '../markdown/block.js'
import { forEachRule, TriggerTable } from '../text/triggers.js'
import { isBlankCode, isHan, isLetter } from '../text/characters.js'
import { foldText } from './residue-folding.js'

/** From this score on a piece of text is a site's. */
export const RESIDUE_SCORE = 3

/** What a piece of text looks like, by itself, without its neighbours. */
export interface ResidueSignals {
  /** sum of the signs, likeness to a report taken off unless a sign decides alone */
  readonly score: number
  /** whether one sign alone decides */
  readonly isDecisive: boolean
  readonly kind: ResidueKind
  /** the signs, as the lexicon writes them */
  readonly evidence: readonly string[]
  /** how many different words of reports the text holds */
  readonly likeness: number
  /** the text as the lexicon writes phrases: lower case, without blanks */
  readonly plain: string
}

/** Longer lines are sentences; what they say counts, not what they are made of. */
const MAX_WEB_LINE = 48
/** So much of a line of web words is made of them, of several and of one. */
const WEB_SHARE = 0.6
const LONE_WEB_SHARE = 0.8
/** What evasive spelling hides. */
const HIDDEN_WORDS = ['公众号', '微信', 'qq', '素材', '资料', '范文', '公文', '下载', '关注', '更多', '文库']
const signalsOfBlock = new WeakMap<Block, ResidueSignals>()

/** The signals of a block, computed once. */
export function signalsOf(block: Block): ResidueSignals {
  let signals = signalsOfBlock.get(block)
  if (signals === undefined) {
    signals = readSignals(block.canonical)
    signalsOfBlock.set(block, signals)
  }
  return signals
}

interface Sign extends ResidueSign {
  readonly text: string
}

/**
 * The signals of a line or a sentence.
 *
 * @param canonical the text with canonical characters
 */
export function readSignals(canonical: string): ResidueSignals {
  const { plain, bare, jammers } = foldText(canonical)
  const signs = new Map<string, Sign>()
  const add = (sign: Sign): void => void signs.set(sign.text, sign)
  for (const { value } of RESIDUE_PHRASES.match(plain)) add(value)
  // a line with marks strewn in is read without them too
  if (jammers > 0 && bare.length <= 120) for (const { value } of RESIDUE_PHRASES.match(bare)) add(value)
  for (const sign of combinationSigns(jammers > 0 && bare.length <= 120 ? plain + bare : plain)) add(sign)
  for (const sign of [...contactSigns(plain), ...voiceSigns(plain)]) add(sign)
  for (const sign of labelSigns(canonical)) add(sign)
  const parts = weighPageParts(plain)
  if (parts > 0) add({ kind: 'page-tool', weight: parts, text: plain })
  if (isRowOfTitles(canonical)) add({ kind: 'page-tool', weight: 3, text: '并列的篇名' })
  if (isBreadcrumb(plain)) add({ kind: 'page-meta', weight: 3, text: '>' })
  if (jammers > 0) {
    const split = splitWords(plain, bare)
    if (split.length > 0) add({ kind: 'advert', weight: 3, text: `夹杂符号的“${split.join('、')}”` })
    else if (signs.size > 0) add({ kind: 'advert', weight: Math.min(jammers, 3) - 1, text: '夹杂符号' })
  }
  // what a heavier sign says already
  if (![...signs.values()].some(({ weight }) => weight >= 2) && isWebLine(plain)) add({ kind: 'page-tool', weight: 2, text: '网页用词' })
  const likeness = new Set(REPORT_WORDS.match(plain).map(({ value }) => value)).size
  const honest = HONEST_WORDS.match(plain).length * RESIDUE_SCORE
  return { ...weigh([...signs.values()], honest, likeness, /[。；]$/.test(plain)), likeness, plain }
}

/** Words that sites hide from filters, readable only when the marks strewn in are taken out. */
function splitWords(plain: string, bare: string): string[] {
  if (bare.length > 120) return []
  return HIDDEN_WORDS.filter((word) => bare.includes(word) && !plain.includes(word))
}

function weigh(
  signs: readonly Sign[],
  honest: number,
  likeness: number,
  isSentence: boolean,
): Pick<ResidueSignals, 'score' | 'isDecisive' | 'kind' | 'evidence'> {
  const weighty = signs.reduce<Sign | undefined>((best, sign) => (best === undefined || sign.weight > best.weight ? sign : best), undefined)
  const isDecisive = weighty !== undefined && weighty.weight - honest >= RESIDUE_SCORE
  const kind = weighty?.kind ?? 'page-tool'
  const sum = signs.reduce((total, { weight }) => total + weight, 0) - honest
  // buttons and metadata are no sentences; a notice may be one
  const asSentence = !isSentence ? 0 : kind === 'page-tool' || kind === 'page-meta' ? 2 : 1
  const penalty = isDecisive ? 0 : asSentence + (likeness >= 4 ? 2 : likeness >= 2 ? 1 : 0)
  return { score: Math.max(0, sum - penalty), isDecisive, kind, evidence: signs.filter(({ weight }) => weight > 0).map(({ text }) => text) }
}

/** Combinations of meanings. A combination that holds another adds nothing to it: the heaviest of one kind counts, and one more. */
function combinationSigns(plain: string): Sign[] {
  const found = new Map<string, string>()
  for (const { start, end, value } of RESIDUE_CONCEPTS.match(plain)) if (!found.has(value)) found.set(value, plain.slice(start, end))
  if (found.size < 2) return []
  return RESIDUE_COMBINATIONS.filter(({ concepts }) => concepts.every((concept) => found.has(concept)))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 2)
    .map(({ kind, weight, concepts }) => ({ kind, weight, text: concepts.map((concept) => found.get(concept) as string).join('…') }))
}

const QQ_NUMBER = /qq(?:群|号|号码|群号|咨询|交流\d?群|会员\d?群)?[:：]?[1-9]\d{4,10}/
const WECHAT_ID = /(?:微信|微信号|vx|wx|加微)[:：]?[a-z][a-z0-9_-]{4,19}/
const WEB_ADDRESS = /https?:\/\/|www\.[a-z0-9-]{2,40}\.[a-z]{2,4}/
/** A line that is an address and at most a few words. */
const LONE_ADDRESS = /^(?:https?:\/\/|www\.)[!-~]{4,120}[\u4e00-\u9fff]{0,8}$/
const PUBLIC_ADDRESS = /\.gov\.cn|\.edu\.cn/

const RECORD_NUMBER = /(?:icp[备证]|公网安备)\d{6,14}号|网站标识码[:：]?[a-z\d]{8,14}/

/** Which voices may be heard in a text, told by their cues. */
const VOICES = new TriggerTable(RESIDUE_VOICES.map(({ cue }) => cue))

/** What sites and writing tools say to their readers, and the numbers that a site's foot must bear. */
function voiceSigns(plain: string): Sign[] {
  const signs: Sign[] = []
  // what stands in quotes and title marks was said by somebody else
  const own = /[“《]/.test(plain) ? plain.replace(/“[^“”]{0,60}”|《[^《》]{0,60}》/g, '') : plain
  const bare = plain.replace(/[“”‘’「」『』]/g, '')
  forEachRule(VOICES.read(own, bare), (i) => {
    const { kind, weight, cue, pattern } = RESIDUE_VOICES[i] as (typeof RESIDUE_VOICES)[number]
    const isMachine = kind === 'ai-talk' || cue.some((word) => word === '您')
    const heard = isMachine ? own : bare
    const found = cue.some((word) => heard.includes(word)) ? pattern.exec(heard) : null
    if (found !== null) signs.push({ kind, weight, text: found[0] })
  })
  const record = RECORD_NUMBER.exec(plain)
  if (record !== null) signs.push({ kind: 'page-tool', weight: 3, text: record[0] })
  return signs
}

/** Numbers and addresses to get in touch by. The address of a public body is none. */
function contactSigns(plain: string): Sign[] {
  const signs: Sign[] = []
  const number = QQ_NUMBER.exec(plain)?.[0] ?? WECHAT_ID.exec(plain)?.[0]
  if (number !== undefined) signs.push({ kind: 'advert', weight: /领取|获取|代写|完整版/.test(plain) ? 3 : 2, text: number })
  if (WEB_ADDRESS.test(plain) && !PUBLIC_ADDRESS.test(plain))
    signs.push({ kind: 'advert', weight: /收集整理|资料库|文库|范文|公文写作|模板/.test(plain) ? 3 : LONE_ADDRESS.test(plain) ? 2 : 1, text: '网址' })
  return signs
}

const WIDE_LABEL = /^[\u4e00-\u9fff](?:[ \u3000]{1,6}[\u4e00-\u9fff]){1,3} {0,2}[：:]/
/** What sites call their goods: 文档名称：, 资源大小：. */
const ASSET_LABEL =
  /^(?:(?:文档|资源|素材|作品|商品|稿件)(?:名称|编号|大小|格式|类型|类别|分类|简介|描述|价格|标签|属性|页数|热度|评分|语言|id)[：:]|(?:文档|资源|素材|作品|商品|资料|课件)(?:简介|描述|详情|预览|评价)[：:]?$)/

/** A line that is nothing but labels and short values: `发布时间：2025-01-02 来源：某站`. */
function labelSigns(canonical: string): Sign[] {
  if (canonical.length > 200 || !/[：:\]】]|[介述情览价]$/.test(canonical)) return []
  // 索 引 号： is set wide to stand in a column
  const lower = canonical.toLowerCase().replace(WIDE_LABEL, (label) => label.replace(/[ \u3000]/g, ''))
  if (ASSET_LABEL.test(lower)) return [{ kind: 'share-notice', weight: RESIDUE_SCORE, text: ASSET_LABEL.exec(lower)?.[0] as string }]
  const labels = RESIDUE_LABELS.match(lower).filter(({ start, end }) => isLabel(lower, start, end))
  const first = labels[0]
  if (first === undefined || !isLead(lower.slice(0, first.start))) return []
  return labels.map(({ end, value }, i) => {
    const long = lower.slice(end, labels[i + 1]?.start ?? lower.length)
    // a long value is a sentence with a label; a source in brackets belongs to a table
    const isSlight = long.length > 40 || long.includes('。') || (labels.length === 1 && /^[（(]/.test(lower))
    return { ...value, weight: isSlight ? Math.min(value.weight, 1) : value.weight, text: value.text }
  })
}

/** Whether nothing stands before the first known label but brackets, or labels and values of their own: `流程编号：12    `. */
function isLead(before: string): boolean {
  return /^[\s【[（(]*$/.test(before) || /^[^，。；：:]{2,10}[：:][^，。；：:]{1,40}[ \u3000]{2}$/.test(before)
}

function isLabel(lower: string, start: number, end: number): boolean {
  const before = start === 0 || ' 【[（(|丨/，。；\t\u3000'.includes(lower[start - 1] as string)
  let at = end
  while (at < lower.length && isBlankCode(lower.charCodeAt(at))) at++
  const isBracketed = lower[start - 1] === '[' || lower[start - 1] === '【'
  return before && (lower[at] === '：' || lower[at] === ':' || (isBracketed && (lower[at] === ']' || lower[at] === '】')))
}

/** A number that a page counts by: `1.2万`, `36次`, `￥9.9`, `共4页`. */
const COUNT = /[￥¥]\d{1,6}(?:\.\d{1,2})?|[第共]?\d{1,9}(?:\.\d{1,2})?(?:[万wk]?(?:人次|[次人页份条个位分元%])|[万w]|[mk]b?)?/y

const LONGEST_PAGE_PARTS = 60
/** The marks that stand between the parts of a page. */
const BETWEEN_PARTS = ' []【】（）()|丨/／·>＞<：:,，、.。+↓▼#-'
/** The buttons and headings of pages by their first unit, in their order. */
const PAGE_PARTS_BY_HEAD = new Map<string, string[]>()
for (const name of PAGE_PARTS) {
  const alike = PAGE_PARTS_BY_HEAD.get(name[0] as string)
  if (alike === undefined) PAGE_PARTS_BY_HEAD.set(name[0] as string, [name])
  else alike.push(name)
}

/** Whether a text is longer than so many units without the marks around it. */
function isLongerThan(plain: string, most: number): boolean {
  if (plain.length <= most) return false
  let start = 0
  let end = plain.length
  while (start < end && BETWEEN_PARTS.includes(plain[start] as string)) start++
  while (end > start && BETWEEN_PARTS.includes(plain[end - 1] as string)) end--
  return end - start > most
}

/** How surely a line is made of the buttons of a page and nothing else: 3 of several, 2 of one or two with numbers. */
function weighPageParts(plain: string): number {
  if (isLongerThan(plain, LONGEST_PAGE_PARTS)) return 0
  const words = plain
    .replace(/[[\]【】（）()|丨/／·>＞<：:,，、.。+↓▼#-]/g, (mark, at: number) => (mark === '.' && /\d\.\d/.test(plain.slice(at - 1, at + 2)) ? mark : ' '))
    .trim()
  if (words === '' || words.length > LONGEST_PAGE_PARTS) return 0
  if (LONE_PAGE_PARTS.has(words)) return RESIDUE_SCORE
  let parts = 0
  let counts = 0
  for (let at = 0; at < words.length;) {
    const part = words[at] === ' ' ? ' ' : PAGE_PARTS_BY_HEAD.get(words[at] as string)?.find((name) => words.startsWith(name, at))
    COUNT.lastIndex = at
    const length = part?.length ?? COUNT.exec(words)?.[0].length
    if (length === undefined) return 0
    if (part === undefined) counts++
    else if (part !== ' ') parts++
    at += length
  }
  // a row of a table has a name and a number too
  if (counts > 0) return parts >= 3 ? RESIDUE_SCORE : parts > 0 ? 2 : 0
  return parts >= 2 ? RESIDUE_SCORE : 0
}

/** Chinese letters in a line of Latin ones show that it is the report's. */
const LATIN_LINE = /^[a-z][a-z0-9'",.:!()-]{11,160}$/

/** Whether a short line is mostly made of the words of web pages and programs, or of no Chinese at all. */
function isWebLine(plain: string): boolean {
  if (plain.length < 3 || plain.length > 160) return false
  if (LATIN_LINE.test(plain)) return true
  if (plain.length > MAX_WEB_LINE || plain.endsWith('。')) return false
  const words = WEB_WORDS.match(plain)
  if (words.length === 0) return false
  const covered = new Uint8Array(plain.length)
  for (const { start, end } of words) covered.fill(1, start, end)
  let letters = 0
  let known = 0
  for (let i = 0; i < plain.length; i++) {
    const code = plain.charCodeAt(i)
    if (!isHan(code) && !isLetter(code)) continue
    letters++
    known += covered[i] as number
  }
  const distinct = new Set(words.map(({ value }) => value)).size
  return known >= letters * (distinct >= 2 ? WEB_SHARE : LONE_WEB_SHARE)
}

const PAPER = /(?:总结|计划|报告|范文|怎么写|模板|材料|体会|演讲稿|发言稿)$/

/** Names of papers side by side with blanks between them, as pages link to them. */
function isRowOfTitles(canonical: string): boolean {
  if (canonical.length < 12 || canonical.length > 100 || /[，。；]/.test(canonical) || !PAPER.test(canonical.trimEnd())) return false
  return canonical.split(/[ |｜]{1,4}|：/).filter((name) => PAPER.test(name)).length >= 3
}

/** `首页 > 政务公开 > 工作总结`. */
function isBreadcrumb(plain: string): boolean {
  if (plain.length > 80 || !/[>＞»›]/.test(plain)) return false
  const steps = plain.split(/[>＞»›]{1,2}/)
  return (
    steps.length >= 2 &&
    /首页|主页|网|栏目|公文|范文|政务公开|信息公开/.test(steps[0] as string) &&
    steps.every((step) => step.length <= 24 && !/[。，；]/.test(step))
  )
}

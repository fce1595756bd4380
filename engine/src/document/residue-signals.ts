import {
  LABEL_WORDS,
  LONE_PAGE_PARTS,
  RESIDUE_COMBINATIONS,
  RESIDUE_LABELS,
  RESIDUE_VOICES,
  RESIDUE_WORDS,
  type ResidueKind,
  type ResidueSign,
  type ResidueWord,
} from '../lexicon/residue-phrases.js'
import type { TermMatch } from '../lexicon/term-matcher.js'
import type { Block } from '../markdown/block.js'
import { forEachRule, TriggerTable } from '../text/triggers.js'
import { Shelf } from '../text/kept.js'
import { isBlankCode } from '../text/characters.js'
import { bareOf, foldText, UnitKind } from './residue-folding.js'
import { isRowOfTitles, isWebLine, weighBreadcrumb } from './residue-line-forms.js'
import { weighPageParts } from './residue-page-parts.js'
import { RESIDUE_SCORE } from './residue-score.js'
import { matchesOf } from '../text/matches.js'

export { RESIDUE_SCORE } from './residue-score.js'

/** What a piece of text looks like, by itself, without its neighbours. */
export interface ResidueSignals {
  /** sum of the signs, likeness to a report taken off unless a sign decides alone */
  readonly score: number
  /** whether one sign alone decides */
  readonly isDecisive: boolean
  readonly kind: ResidueKind
  /** the signs, as the lexicon writes them */
  readonly evidence: readonly string[]
  /** whether it can go without a look: it speaks as a site does, or bears several signs that are nobody else's */
  readonly speaksForItself: boolean
  /** how many different words of reports the text holds */
  readonly likeness: number
  /** the text as the lexicon writes phrases: lower case, without blanks */
  readonly plain: string
}

/** What evasive spelling hides. */
const HIDDEN_WORDS = ['公众号', '微信', 'qq', '素材', '资料', '范文', '公文', '下载', '关注', '更多', '文库']
/** A line with more words of reports than this may be a writer's, whatever it says besides. */
const MOST_OWN_WORDS = 2
const signalsOfBlock = new Shelf<Block, ResidueSignals>()

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
  /** a label or a button: a word that a writer may have put on a line of its own, too */
  readonly isMark?: boolean
}

/**
 * The signals of a line or a sentence.
 *
 * @param canonical the text with canonical characters
 */
export function readSignals(canonical: string): ResidueSignals {
  const { plain, kinds, words, jammers } = foldText(canonical)
  const signs: Sign[] = []
  const bare = jammers > 0 ? bareOf(plain) : ''
  // a line with marks strewn in is read without them too
  const hasBare = jammers > 0 && bare.length <= 120
  addPhrases(words, signs)
  if (hasBare) addPhrases(RESIDUE_WORDS.match(bare), signs)
  for (const sign of hasBare ? combinationSigns(plain + bare, RESIDUE_WORDS.match(plain + bare)) : combinationSigns(plain, words)) add(signs, sign)
  if ((kinds & UnitKind.letter) !== 0) for (const sign of contactSigns(plain)) add(signs, sign)
  for (const sign of voiceSigns(plain, (kinds & UnitKind.quote) !== 0)) add(signs, sign)
  for (const sign of labelSigns(canonical)) add(signs, sign)
  const parts = weighPageParts(plain)
  if (parts > 0) add(signs, { kind: 'page-tool', weight: parts, text: plain, isMark: LONE_PAGE_PARTS.has(bareOf(plain)) })
  if (isRowOfTitles(canonical)) add(signs, { kind: 'page-tool', weight: 3, text: '并列的篇名' })
  const path = (kinds & UnitKind.arrow) === 0 ? 0 : weighBreadcrumb(plain)
  if (path > 0) add(signs, { kind: 'page-meta', weight: path, text: '>' })
  if (jammers > 0) {
    const split = splitWords(plain, bare)
    if (split.length > 0) add(signs, { kind: 'advert', weight: 3, text: `夹杂符号的“${split.join('、')}”` })
    else if (signs.length > 0) add(signs, { kind: 'advert', weight: Math.min(jammers, 3) - 1, text: '夹杂符号' })
  }
  // what a heavier sign says already
  if (!signs.some(({ weight }) => weight >= 2) && isWebLine(plain, kinds, words)) add(signs, { kind: 'page-tool', weight: 2, text: '网页用词' })
  const { likeness, honest: near } = ownWords(words)
  const isOwn = signs.length > 0 && (((kinds & UnitKind.quote) !== 0 && BUILT.test(plain)) || TENDED.test(plain))
  const honest = near + (isOwn ? 2 : 0)
  if (signs.length === 0) return { score: 0, isDecisive: false, kind: 'page-tool', evidence: NO_EVIDENCE, speaksForItself: false, likeness, plain }
  return { ...weigh(signs, honest * RESIDUE_SCORE, likeness, /[。；]$/.test(plain)), likeness, plain }
}

const NO_EVIDENCE: readonly string[] = []
const NO_SIGNS: readonly Sign[] = []

/** One sign of the same words takes the place of another. */
function add(signs: Sign[], sign: Sign): void {
  const known = signs.findIndex(({ text }) => text === sign.text)
  if (known < 0) signs.push(sign)
  else signs[known] = sign
}

function addPhrases(words: readonly TermMatch<ResidueWord>[], signs: Sign[]): void {
  for (const { value } of words) if (value.lexicon === 'phrase') add(signs, value.value)
}

/** How many different words of reports stand among some, and how many that are only near those of sites. */
function ownWords(words: readonly TermMatch<ResidueWord>[]): { likeness: number; honest: number } {
  const own: string[] = []
  let honest = 0
  for (const { value } of words) {
    if (value.lexicon === 'honest') honest++
    else if (value.lexicon === 'report' && !own.includes(value.value)) own.push(value.value)
  }
  return { likeness: own.length, honest }
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
): Pick<ResidueSignals, 'score' | 'isDecisive' | 'kind' | 'evidence' | 'speaksForItself'> {
  const weighty = signs.reduce<Sign | undefined>((best, sign) => (best === undefined || sign.weight > best.weight ? sign : best), undefined)
  const isDecisive = weighty !== undefined && weighty.weight - honest >= RESIDUE_SCORE
  const kind = weighty?.kind ?? 'page-tool'
  const sum = signs.reduce((total, { weight }) => total + weight, 0) - honest
  // buttons and metadata are no sentences; a notice may be one
  const asSentence = !isSentence ? 0 : kind === 'page-tool' || kind === 'page-meta' ? 2 : 1
  const penalty = isDecisive ? 0 : asSentence + (likeness >= 4 ? 2 : likeness >= 2 ? 1 : 0)
  return {
    score: Math.max(0, sum - penalty),
    isDecisive,
    kind,
    evidence: signs.filter(({ weight }) => weight > 0).map(({ text }) => text),
    speaksForItself:
      isDecisive &&
      likeness <= MOST_OWN_WORDS &&
      (weighty.isMark !== true || new Set(signs.filter(({ weight }) => weight >= 2).map(({ text }) => bareOf(text))).size >= 2),
  }
}

/** Combinations of meanings. A combination that holds another adds nothing to it: the heaviest of one kind counts, and one more. */
function combinationSigns(plain: string, words: readonly TermMatch<ResidueWord>[]): readonly Sign[] {
  if (!words.some(({ value }) => value.lexicon === 'concept')) return NO_SIGNS
  const found = new Map<string, string>()
  for (const { start, end, value } of words) if (value.lexicon === 'concept' && !found.has(value.value)) found.set(value.value, plain.slice(start, end))
  if (found.size < 2) return NO_SIGNS
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
function voiceSigns(plain: string, hasQuotes: boolean): Sign[] {
  const signs: Sign[] = []
  const isSentence = hasQuotes && /[。；]”?$/.test(plain)
  // what stands in quotes and title marks was said by somebody else
  const own = hasQuotes ? plain.replace(/“[^“”]{0,60}”|《[^《》]{0,60}》/g, '') : plain
  const bare = hasQuotes ? plain.replace(/[“”‘’「」『』]/g, '') : plain
  forEachRule(VOICES.read(own, bare), (i) => {
    const { kind, weight, cue, pattern } = RESIDUE_VOICES[i] as (typeof RESIDUE_VOICES)[number]
    const isMachine = kind === 'ai-talk' || cue.some((word) => word === '您')
    const heard = isMachine ? own : bare
    const found = cue.some((word) => heard.includes(word)) ? pattern.exec(heard) : null
    if (found !== null && !(isSentence && isQuoted(found[0], plain))) signs.push({ kind, weight, text: found[0] })
  })
  const record = RECORD_NUMBER.exec(plain)
  if (record !== null) signs.push({ kind: 'page-tool', weight: 3, text: record[0] })
  return signs
}

/** Whether a sentence has words inside a quotation: 引导语“点点蓝字关注”已经更换. */
function isQuoted(words: string, plain: string): boolean {
  return matchesOf(/“([^“”]{0,60})”/g, plain).some(([, quoted]) => (quoted as string).includes(words))
}

/** What a unit has built or taken off its own pages: 新增“打印本页”“关闭窗口”等功能. */
const BUILT =
  /(?:新增|增设|开设|设置|设立|优化|上线|开辟|推出|更换|取消|整合|设有|设)[^。；]{0,20}“[^“”]{1,16}”(?:[、和“][^。；]{0,40}”)?等?(?:[\d两三四五六七八九十]{1,3}[个项类大])?(?:主要)?(?:功能|栏目|按钮|按键|入口|模块|专栏|板块|版块|专区|频道|菜单)/

/** What was done about them, and whose task a label is: 返回顶部、分享按钮统一样式。 责任编辑：负责初审。 */
const TENDED = /(?:按钮|按键|入口|功能|操作提示)[^。；，]{0,8}(?:统一|[上下]线|修复|印制|使用率|改版|停用)[^“”！]{0,40}。$|^(?:责任)?编辑：负责[^！]{2,80}。$/

/** Numbers and addresses to get in touch by. The address of a public body is none. */
function contactSigns(plain: string): Sign[] {
  const signs: Sign[] = []
  const number = QQ_NUMBER.exec(plain)?.[0] ?? WECHAT_ID.exec(plain)?.[0]
  // 联系人：李明，微信：liming2024 is a letter's own
  if (number !== undefined)
    signs.push({ kind: 'advert', weight: /领取|获取|代写|完整版/.test(plain) ? 3 : /^[（(]?联系人[:：]/.test(plain) ? 1 : 2, text: number })
  if (WEB_ADDRESS.test(plain) && !PUBLIC_ADDRESS.test(plain))
    signs.push({ kind: 'advert', weight: /收集整理|资料库|文库|范文|公文写作|模板/.test(plain) ? 3 : LONE_ADDRESS.test(plain) ? 2 : 1, text: '网址' })
  return signs
}

const WIDE_LABEL = /^[\u4e00-\u9fff](?:[ \u3000]{1,6}[\u4e00-\u9fff]){1,3} {0,2}[：:]/
/** What sites call their goods: 文档名称：, 资源大小：. */
const ASSET_LABEL =
  /^(?:(?:文档|素材|商品)介绍[：:]|(?:文档|资源|素材|作品|商品|稿件)(?:名称|编号|大小|格式|类型|类别|分类|简介|描述|价格|标签|属性|页数|热度|评分|语言|id)[：:]|(?:文档|资源|素材|作品|商品|资料|课件)(?:简介|描述|详情|预览|评价)[：:]?$)/

/** Labels that only a page bears: what it leads to, where its reader is, how often it was read, what it sells. */
const PAGE_ONLY = /^(?:[上下]一[篇条]|[您你]|当前位置|文档|下载|上传|视力|浏览字|阅读字|网站标识)|次数$/

/** What the labels begin with, in lower case. */
const LABEL_STARTS: ReadonlySet<string> = new Set([...LABEL_WORDS.map((word) => word.slice(0, 1)), ...'文资素作商稿课'])
const OTHER_LEAD = /^[^，。；：:]{2,10}[：:]/
const BEFORE_LABEL = /[【[（(\s]/

/** The first unit behind brackets and blanks. */
function firstLetter(text: string): string {
  let at = 0
  while (at < text.length && BEFORE_LABEL.test(text[at] as string)) at++
  return text[at] ?? ''
}

/** A line that is nothing but labels and short values: `发布时间：2025-01-02 来源：某站`. */
function labelSigns(canonical: string): readonly Sign[] {
  if (canonical.length > 200 || !/[：:\]】]|[介述情览价]$/.test(canonical)) return NO_SIGNS
  // a label of its own may stand before the known ones
  if (!LABEL_STARTS.has(firstLetter(canonical).toLowerCase()) && !OTHER_LEAD.test(canonical)) return NO_SIGNS
  // 索 引 号： is set wide to stand in a column
  const lower = canonical.toLowerCase().replace(WIDE_LABEL, (label) => label.replace(/[ \u3000]/g, ''))
  if (ASSET_LABEL.test(lower))
    return [{ kind: 'share-notice', weight: RESIDUE_SCORE, text: ASSET_LABEL.exec(lower)?.[0] as string, isMark: !lower.startsWith('文档') }]
  const labels = RESIDUE_LABELS.match(lower).filter(({ start, end }) => isLabel(lower, start, end))
  const first = labels[0]
  if (first === undefined || !isLead(lower.slice(0, first.start))) return []
  return labels.map(({ end, value }, i) => {
    const long = lower.slice(end, labels[i + 1]?.start ?? lower.length)
    // a long value is a sentence with a label; a source in brackets belongs to a table
    const isSlight = long.length > 40 || long.includes('。') || (labels.length === 1 && /^[（(]|〔(?:19|20)\d\d〕\d{1,5}号$/.test(lower))
    return { ...value, weight: isSlight ? Math.min(value.weight, 1) : value.weight, text: value.text, isMark: !PAGE_ONLY.test(value.text) }
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

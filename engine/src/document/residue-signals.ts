import {
  HONEST_WORDS,
  LONE_PAGE_PARTS,
  PAGE_PARTS,
  REPORT_WORDS,
  RESIDUE_COMBINATIONS,
  RESIDUE_CONCEPTS,
  RESIDUE_LABELS,
  RESIDUE_PHRASES,
  type ResidueKind,
  type ResidueSign,
} from '../lexicon/residue-phrases.js'
import type { Block } from '../markdown/block.js'
import { isBlankCode } from '../text/characters.js'
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
  for (const sign of [...contactSigns(plain), ...offerSigns(plain)]) add(sign)
  for (const sign of labelSigns(canonical)) add(sign)
  if (isPageParts(plain)) add({ kind: 'page-tool', weight: 3, text: plain })
  if (isBreadcrumb(plain)) add({ kind: 'page-meta', weight: 3, text: '>' })
  if (jammers > 0) {
    const split = splitWords(plain, bare)
    if (split.length > 0) add({ kind: 'advert', weight: 3, text: `夹杂符号的“${split.join('、')}”` })
    else if (signs.size > 0) add({ kind: 'advert', weight: Math.min(jammers, 3) - 1, text: '夹杂符号' })
  }
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

const QQ_NUMBER = /qq(?:群|号|号码|群号|咨询)?[:：]?[1-9]\d{4,10}/
const WECHAT_ID = /(?:微信|微信号|vx|wx|加微)[:：]?[a-z][a-z0-9_-]{4,19}/
const WEB_ADDRESS = /https?:\/\/|www\.[a-z0-9-]{2,40}\.[a-z]{2,4}/
const PUBLIC_ADDRESS = /\.gov\.cn|\.edu\.cn/

const MATERIALS = '(?:资料|材料|素材|范文|文稿|公文|模板|总结|课件|文档|内容)'
/** `更多材料请关注……`, `关注公众号……获取更多资料` */
const OFFERS = [
  new RegExp(
    `(?:更多|海量|全套|完整版?)[^，。；：]{0,10}${MATERIALS}[，,]?[^。；]{0,8}(?:请(?:您|大家)?(?:关注|搜索|联系|咨询|访问|登录|移步|[加到在])|关注[^。；]{0,8}公?众号)`,
  ),
  new RegExp(
    `(?:搜索|关注|添加|加)[^，。；]{0,8}(?:公众号|微信)[^。；]{0,20}(?:获取|领取|下载|查看)[^，。；]{0,4}(?:更多|全套|完整)[^，。；]{0,6}${MATERIALS}`,
  ),
  /进入[^，。；]{0,12}小程序，?(?:查看|阅读|获取)(?:全文|更多|原文)/,
  /^本文档?由[^，。；]{1,16}(?:用户|会员|网友)(?:上传|分享|投稿)/,
  /完整版[?？]?(?:添加|加|请加|联系|咨询|私信)/,
]
const RECORD_NUMBER = /(?:icp[备证]|公网安备)\d{6,14}号|网站标识码[:：]?[a-z\d]{8,14}/

/** What a site offers for a click, and the numbers that a site's foot must bear. */
function offerSigns(plain: string): Sign[] {
  const signs: Sign[] = []
  for (const offer of OFFERS) {
    const found = offer.exec(plain)
    if (found !== null) signs.push({ kind: 'advert', weight: 3, text: found[0] })
  }
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
    signs.push({ kind: 'advert', weight: /收集整理|资料库|文库|范文|公文写作|模板/.test(plain) ? 3 : 1, text: '网址' })
  return signs
}

/** A line that is nothing but labels and short values: `发布时间：2025-01-02 来源：某站`. */
function labelSigns(canonical: string): Sign[] {
  if (canonical.length > 200 || !/[：:]/.test(canonical)) return []
  const lower = canonical.toLowerCase()
  const labels = RESIDUE_LABELS.match(lower).filter(({ start, end }) => isLabel(lower, start, end))
  const first = labels[0]
  if (first === undefined || lower.slice(0, first.start).replace(/[【[（(\s]/g, '') !== '') return []
  return labels.map(({ end, value }, i) => {
    const long = lower.slice(end, labels[i + 1]?.start ?? lower.length)
    // a long value is a sentence with a label; a source in brackets belongs to a table
    const isSlight = long.length > 40 || long.includes('。') || (labels.length === 1 && /^[（(]/.test(lower))
    return { ...value, weight: isSlight ? Math.min(value.weight, 1) : value.weight, text: value.text }
  })
}

function isLabel(lower: string, start: number, end: number): boolean {
  const before = start === 0 || ' 【[（(|丨/，。；\t\u3000'.includes(lower[start - 1] as string)
  let at = end
  while (at < lower.length && isBlankCode(lower.charCodeAt(at))) at++
  return before && (lower[at] === '：' || lower[at] === ':')
}

/** Whether nothing is left of a line when the buttons of a page are taken out. */
function isPageParts(plain: string): boolean {
  const words = plain.replace(/[[\]【】（）()|丨/／·>＞<：:,，、.。+-]/g, ' ').trim()
  if (words === '' || words.length > 60) return false
  if (LONE_PAGE_PARTS.has(words)) return true
  let parts = 0
  for (const piece of words.split(' ')) {
    let rest = piece
    while (rest !== '') {
      const part = PAGE_PARTS.find((name) => rest.startsWith(name))
      if (part === undefined) return false
      rest = rest.slice(part.length)
      parts++
    }
  }
  return parts >= 2
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

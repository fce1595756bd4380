import {
  LONE_PAGE_PARTS, PAGE_PARTS, REPORT_WORDS, RESIDUE_COMBINATIONS, RESIDUE_CONCEPTS, RESIDUE_LABELS, RESIDUE_PHRASES, type ResidueKind, type ResidueSign,
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
  for (const sign of contactSigns(plain)) add(sign)
  for (const sign of labelSigns(canonical)) add(sign)
  if (isPageParts(plain)) add({ kind: 'page-tool', weight: 3, text: plain })
  if (isBreadcrumb(plain)) add({ kind: 'page-meta', weight: 3, text: '>' })
  if (jammers > 0 && (signs.size > 0 || bare.length <= 30)) add({ kind: 'advert', weight: Math.min(jammers, 3) - 1, text: '夹杂符号' })
  const likeness = new Set(REPORT_WORDS.match(plain).map(({ value }) => value)).size
  return { ...weigh([...signs.values()], likeness), likeness, plain }
}

function weigh(signs: readonly Sign[], likeness: number): Pick<ResidueSignals, 'score' | 'isDecisive' | 'kind' | 'evidence'> {
  const weighty = signs.reduce<Sign | undefined>((best, sign) => (best === undefined || sign.weight > best.weight ? sign : best), undefined)
  const isDecisive = weighty !== undefined && weighty.weight >= RESIDUE_SCORE
  const sum = signs.reduce((total, { weight }) => total + weight, 0)
  const penalty = isDecisive ? 0 : likeness >= 4 ? 2 : likeness >= 2 ? 1 : 0
  return { score: Math.max(0, sum - penalty), isDecisive, kind: weighty?.kind ?? 'page-tool', evidence: signs.filter(({ weight }) => weight > 0).map(({ text }) => text) }
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

/** Numbers and addresses to get in touch by. The address of a public body is none. */
function contactSigns(plain: string): Sign[] {
  const signs: Sign[] = []
  const number = QQ_NUMBER.exec(plain)?.[0] ?? WECHAT_ID.exec(plain)?.[0]
  if (number !== undefined) signs.push({ kind: 'advert', weight: 2, text: number })
  if (WEB_ADDRESS.test(plain) && !PUBLIC_ADDRESS.test(plain)) signs.push({ kind: 'advert', weight: 1, text: '网址' })
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
    return { ...value, weight: long.length > 40 || long.includes('。') ? Math.min(value.weight, 1) : value.weight, text: value.text }
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
  return steps.length >= 2 && /首页|主页|网|栏目|公文|范文|政务公开|信息公开/.test(steps[0] as string) && steps.every((step) => step.length <= 24 && !/[。，；]/.test(step))
}

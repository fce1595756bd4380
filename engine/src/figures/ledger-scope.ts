import type { ReportDocument } from '../document/report-document.js'
import type { Sentence } from '../document/sentence.js'
import { keptWith } from '../text/kept.js'

const WHOLE = '[全我本][省市县区旗镇乡村校园局院]|全系统|全街道|我街道'
const PART = '(?:中心)?城区|城镇|农村|乡镇|乡村|城乡|市直|区直|县直|市属|区属|县属|直属|山区|主城区|义务教育阶段|学前教育阶段|高中阶段|小学阶段|初中阶段'
const NO_NAME =
  '(?![各全对在由从为将该本每]|新建|改建|扩建|公办|民办|普通|乡镇|农村|城区|所有|部分|其中|开展|建成|创建|申报|义务|完全|组织|指导|督促|支持|推动|推进|加快|要求|引导|帮助|九年|示范|优质|典型|美丽|重点|特色|行政|自然)'
const DOES = '(?=新建|改建|扩建|投入|完成|开展|举办|组织|招生|招收|现有|共有|建成)'
/** A school, a town or a village at the head of a clause, before what it did or has. */
const PLACE = `(?<=^|[，。；：、])${NO_NAME}(?:[\\u4e00-\\u9fff]{2,8}(?:小学|中学|(?<!中小)学校|幼儿园)|[\\u4e00-\\u9fff]{2,3}(?:社区|街道|[镇乡村]))${DOES}`
const SCOPE = new RegExp(`${PLACE}|${WHOLE}|${PART}`, 'y')
/** A scope word begins with one of these, or is a place at the head of a clause. */
const BEGINS_WORD = 1
const ENDS_CLAUSE = 2
const MARKS = new Uint8Array(0x10000)
for (const unit of '全我本中城农乡市区县直山主义学高小初') MARKS[unit.charCodeAt(0)] = BEGINS_WORD
for (const unit of '，。；：、') MARKS[unit.charCodeAt(0)] = ENDS_CLAUSE
const PARTS = new RegExp(`^(?:${PART})$`)
/** A scope word of a sentence. */
interface ScopeWord {
  readonly end: number
  readonly text: string
  readonly isPart: boolean
  /** the last scope up to here that counts beyond its own clause; empty when there is none */
  readonly whole: string
}
const scopesOfSentence = new WeakMap<Sentence, readonly ScopeWord[]>()

/**
 * What a figure is said of: the last scope word before it, for 全区 and schools in its sentence, for parts (城区, 农村) in its
 * own clause alone; empty when there is none.
 */
export function scopeAt(sentence: Sentence, at: number): string {
  let scopes = scopesOfSentence.get(sentence)
  if (scopes === undefined) {
    scopes = readScopes(sentence.canonical)
    scopesOfSentence.set(sentence, scopes)
  }
  let [low, high] = [0, scopes.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((scopes[middle] as ScopeWord).end <= at) low = middle + 1
    else high = middle
  }
  const last = scopes[low - 1]
  if (last === undefined) return ''
  const isOfClause = last.isPart && at - last.end <= LONGEST_CLAUSE && !/[，；、]/.test(sentence.canonical.slice(last.end, at))
  return isOfClause ? last.text : last.whole
}

/** A clause is not longer. */
const LONGEST_CLAUSE = 200

function readScopes(text: string): readonly ScopeWord[] {
  let scopes: ScopeWord[] | undefined
  let whole = ''
  let isHead = true
  for (let at = 0; at < text.length; at++) {
    const mark = MARKS[text.charCodeAt(at)]
    const word = isHead || mark === BEGINS_WORD ? scopeWordAt(text, at) : undefined
    isHead = mark === ENDS_CLAUSE
    if (word === undefined) continue
    const isPart = PARTS.test(word)
    if (!isPart) whole = word
    scopes = scopes ?? []
    scopes.push({ end: at + word.length, text: word, isPart, whole })
    at += word.length - 1
  }
  return scopes ?? NO_SCOPES
}

const NO_SCOPES: readonly ScopeWord[] = []

function scopeWordAt(text: string, at: number): string | undefined {
  SCOPE.lastIndex = at
  return SCOPE.exec(text)?.[0]
}

/** The scope words at the head of a metric, which the ledger keeps apart. */
export const SCOPE_HEAD = new RegExp(`^(?:${WHOLE}|(?:${PART})(?=[\\u4e00-\\u9fff]{2}))`)

const UNIT_SCOPE: readonly (readonly [RegExp, string])[] = [
  [/幼儿园$/, '园'],
  [/(?:小学|中学|学校|学院|中心校|职教中心)$/, '校'],
  [/([省市县区旗州])[\u4e00-\u9fff]{0,8}(?:局|委员会|委|办公室|中心|政府)$/, ''],
  [/([镇乡])(?:人民政府|[\u4e00-\u9fff]{0,10}(?:中心|站|所|办公室))?$/, ''],
  [/(街道)(?:办事处)?$/, ''],
]

/**
 * The letter behind 全 that means the whole of what a report is about (区 for a district's bureau): figures of 全区 and
 * figures without a scope are then of the same. Nothing when the unit's name does not tell.
 */
export const ownScope: (document: ReportDocument) => string | undefined = keptWith(({ profile }: ReportDocument) => {
  if (profile.unit === undefined) return undefined
  for (const [pattern, letter] of UNIT_SCOPE) {
    const match = pattern.exec(profile.unit)
    if (match !== null) return letter === '' ? match[1] : letter
  }
  return undefined
})

/** A scope for matching: empty for the whole of what the report is about. */
export function scopeKey(scope: string, own: string | undefined): string {
  if (/^[我本]/.test(scope) || /^全(?:局|系统)$/.test(scope)) return ''
  return own !== undefined && scope === `全${own}` ? '' : scope
}

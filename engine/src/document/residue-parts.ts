import type { ResidueKind } from '../lexicon/residue-phrases.js'
import type { Block } from '../markdown/block.js'
import { keptOn } from '../text/kept.js'
import type { TextRange } from '../text/range.js'
import { readSignals, RESIDUE_SCORE, signalsOf } from './residue-signals.js'
import { sentencesOf } from './sentence.js'
import { matchesOf } from '../text/matches.js'

/** Pieces of residue beside the report's own words. */
export interface ResidueParts {
  readonly kind: ResidueKind
  /** whether the pieces can go without a look: brackets and suffixes can, sentences cannot */
  readonly isCertain: boolean
  readonly evidence: readonly string[]
  /** in offsets of `block.text`, in order, not overlapping */
  readonly parts: readonly TextRange[]
  /** whether words of a report stand beside the pieces */
  readonly leavesReport: boolean
  /** whether brackets and labels hold all that is a site's: no site speaks beside them */
  readonly leavesSilence: boolean
}

/** Where a block stands. */
export interface BlockPlace {
  readonly isHead: boolean
  readonly isTail: boolean
  /** whether it could be the report's title, a column's name in front or a site's suffix behind it */
  readonly isTitle: boolean
}

interface Piece extends TextRange {
  readonly kind: ResidueKind
  readonly isCertain: boolean
  readonly evidence: string
}

const TITLE_WORDS = '总结|计划|报告|汇报|要点|打算|思路|小结'
const COLUMN = /^[【［[]([^】］\]]{2,20})[】］\]](?=[^【】]{4,60}$)/
const COLUMN_WORDS = /总结|计划|汇报|报告|范文|公文|材料|模板|文库|热门|精选|推荐|荐|最新|必备|原创|精品|资料|网/
const SITE_COLUMN = /范文|文库|模板|精选|热门|推荐|必备|精品|网$/
const SUFFIX = new RegExp(
  `(?<=${TITLE_WORDS})(?:[（(](?:精选|优秀|优质|热门|通用|推荐|汇总|集锦|锦集|合集|最新|实用|必备|经典|共)?(?![上中下前后第])[^（()）]{0,6}\\d{0,3}(?:篇|范文|模板)[）)]|(?:精选|优质|热门|通用|优秀|最新|汇总|合集|锦集)?\\d{1,3}篇|(?:优秀|精选|通用)?(?:范文|范例|范本|模板)(?:大全|参考|下载|精选)?(?:\\d{1,3}篇)?|[（(]\\d{1,3}页(?:珍藏|典藏)?版[）)]| ?第[一二三\\d]{1,2}篇)$`,
)
/** 标题： before a title, 小编按： before a lead: the label goes, what it names stays. */
const LABEL = /^ {0,4}(?:小编按[：:] ?|(?:标题|题目|文章标题)[：:] ?(?=[^。；]{4,50}$)|正文[：:]$)/
const BRACKETED = /[（(【[［]([^（）()【】[\]［］]{2,60})[）)】\]］]/g
/** Where nobody but a site borrows from; a report names its sources, too. */
const BORROWED_ANYWHERE = /网络|网友|文库|范文|公文|文秘|总结网/
const BORROWED =
  /^(?:本文|文章|内容|资料|图片|以上内容|文|图)?(?:来源|来自|转载自?|转自|摘自|源自)(?:于|自)?[:：]?(?:网络|网友|.{0,14}(?:网|网站|文库|公众号|客户端|微信))$/
const HIDDEN_WORDS = /[.…·]{1,12}此处隐藏\d{1,6}个?字[.…·]{0,12}/
const CREDIT = /(?:新华社|人民网|新华网|中新社|本报|本网|本台)(?:首席)?记者 {0,2}[\u4e00-\u9fff]{2,4}(?: {1,2}[\u4e00-\u9fff]{2,4})? {0,2}(?<!拍)摄/
const DATELINE = /^[（(]?(?:新华社|中新社|中新网|新华网|人民网|央广网|本报)[\u4e00-\u9fff]{2,6}\d{1,2}月\d{1,2}日(?:电|讯)[）)]?/
/** Not a row of figures: 教师数 3150 3200 50 1.6% of a table without its lines, | 3150 | 3200 | of one with them. */
const COPY_JAMMER = /(?:^|[\u4e00-\u9fff。，；]) {0,4}(?![\d.,%|+\- ]{11,200}$)((?:[!-~]{1,4} ){5,40}[!-~]{1,4})$/

/** *某*某*网*: a name strung on one mark inside a sentence. */
const STRUNG = /([*#~^&@])[\u4e00-\u9fff](?:\1[\u4e00-\u9fff]){2,20}\1?/
const INTERJECTION = /^ ?(?:好的|当然可以|当然|没问题|可以的?|明白了?|收到|sure|certainly|of course)[！!。，,~]{0,3} ?$/i

const partsOfBlock = keptOn((_: Block) => new Map<number, ResidueParts | undefined>())

/** The pieces of a block that are residue, or nothing; computed once for each place. The block as a whole is judged elsewhere. */
export function partsOf(block: Block, place: BlockPlace): ResidueParts | undefined {
  const known = partsOfBlock(block)
  const key = (place.isHead ? 1 : 0) + (place.isTail ? 2 : 0) + (place.isTitle ? 4 : 0)
  if (!known.has(key)) known.set(key, readParts(block, place))
  return known.get(key)
}

function readParts(block: Block, place: BlockPlace): ResidueParts | undefined {
  const narrow = [...titlePieces(block, place), ...labelPieces(block, place), ...bracketPieces(block), ...newsPieces(block)]
  const said = [...narrow, ...sentencePieces(block, narrow)]
  const pieces = [...said, ...besideMachine(block, said)]
  if (pieces.length === 0) return undefined
  const kept = withoutOverlaps(pieces)
  const first = kept[0] as Piece
  const parts = kept.map(({ start, end }) => ({ start, end }))
  return {
    kind: first.kind,
    isCertain: kept.every(({ isCertain }) => isCertain),
    evidence: kept.map(({ evidence }) => evidence),
    parts,
    leavesReport: leavesReport(block, parts),
    leavesSilence: said.length === narrow.length && isSilentBeside(block, kept),
  }
}

/** So much beside a bracket is a paragraph of its own. */
const MIN_BESIDE = 20

/** Whether a text is long enough without some pieces, and no site speaks in it then. */
function isSilentBeside(block: Block, pieces: readonly TextRange[]): boolean {
  const rest = pieces.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), block.canonical)
  return rest.trim().length >= MIN_BESIDE && readSignals(rest).score === 0
}

/** Where what a site put behind a title begins: `（精选12篇）`, `范文大全`; nothing when the title ends as titles do. */
export function siteSuffixOf(canonical: string): TextRange | undefined {
  const suffix = SUFFIX.exec(canonical)
  return suffix === null ? undefined : { start: suffix.index, end: canonical.length }
}

/** The name of a site's column in front of a title, and what sites put behind one. */
function titlePieces(block: Block, { isHead }: BlockPlace): Piece[] {
  const { canonical } = block
  if (!isHead || canonical.length > 80) return []
  const pieces: Piece[] = []
  const column = COLUMN.exec(canonical)
  if (column !== null && COLUMN_WORDS.test(column[1] as string) && new RegExp(TITLE_WORDS).test(canonical.slice(column[0].length))) {
    pieces.push({ start: 0, end: column[0].length, kind: 'page-meta', isCertain: SITE_COLUMN.test(column[1] as string), evidence: column[0] })
  }
  const suffix = siteSuffixOf(canonical)
  if (suffix !== undefined)
    pieces.push({ ...suffix, kind: 'editor-lead', isCertain: !canonical.includes('第', suffix.start), evidence: canonical.slice(suffix.start) })
  return pieces
}

/** What a collection of samples or a form puts before the title and the lead. */
function labelPieces(block: Block, { isHead }: BlockPlace): Piece[] {
  const label = isHead ? LABEL.exec(block.canonical)?.[0] : undefined
  if (label === undefined || (label.includes('题') && !new RegExp(TITLE_WORDS).test(block.canonical.slice(label.length)))) return []
  return [{ start: 0, end: label.length, kind: 'editor-lead', isCertain: false, evidence: label.trim() }]
}

/** `（本文来源于网络）`, `（会员资料，严禁外传）`, `……此处隐藏2061个字……`. */
function bracketPieces(block: Block): Piece[] {
  const { canonical } = block
  const pieces: Piece[] = []
  if (/[（(【[［]/.test(canonical)) {
    for (const match of matchesOf(BRACKETED, canonical)) {
      const inside = match[1] as string
      const plain = inside.replace(/ /g, '')
      const signals = BORROWED.test(plain) ? undefined : readSignals(inside)
      if (signals !== undefined && (!signals.isDecisive || signals.likeness >= 4)) continue
      pieces.push({
        start: match.index,
        end: match.index + match[0].length,
        kind: signals?.kind ?? 'editor-lead',
        isCertain: signals === undefined ? BORROWED_ANYWHERE.test(plain) : signals.speaksForItself && signals.likeness === 0,
        evidence: signals?.evidence[0] ?? plain,
      })
    }
  }
  const hidden = canonical.includes('此处隐藏') ? HIDDEN_WORDS.exec(canonical) : null
  if (hidden !== null) pieces.push({ start: hidden.index, end: hidden.index + hidden[0].length, kind: 'share-notice', isCertain: true, evidence: '此处隐藏' })
  const strung = /[*#~^&@]/.test(canonical) ? STRUNG.exec(canonical) : null
  if (strung !== null) pieces.push({ start: strung.index, end: strung.index + strung[0].length, kind: 'advert', isCertain: false, evidence: strung[0] })
  const jammer = COPY_JAMMER.exec(canonical)
  if (jammer !== null && (jammer[1] as string).split(' ').filter((word) => /[^A-Za-z0-9]/.test(word)).length >= 3) {
    pieces.push({
      start: canonical.length - (jammer[1] as string).length,
      end: canonical.length,
      kind: 'advert',
      isCertain: true,
      evidence: jammer[1] as string,
    })
  }
  return pieces
}

/** The agency's dateline at the start, the photographer's credit anywhere. */
function newsPieces(block: Block): Piece[] {
  const { canonical } = block
  const pieces: Piece[] = []
  const credit = canonical.includes('记者') ? CREDIT.exec(canonical) : null
  if (credit !== null) pieces.push({ start: credit.index, end: credit.index + credit[0].length, kind: 'news', isCertain: false, evidence: credit[0] })
  const dateline = DATELINE.exec(canonical)
  if (dateline !== null) pieces.push({ start: 0, end: dateline[0].length, kind: 'news', isCertain: false, evidence: dateline[0] })
  return pieces
}

/** Sentences that are a site's even without the pieces found in them already, among sentences that are not. */
function sentencePieces(block: Block, found: readonly Piece[]): Piece[] {
  if (signalsOf(block).evidence.length === 0) return []
  return sentencesOf(block).flatMap(({ start, end }) => {
    const inside = found.filter((piece) => piece.start >= start && piece.end <= end)
    const rest = inside.reduceRight((text, piece) => text.slice(0, piece.start - start) + text.slice(piece.end - start), block.canonical.slice(start, end))
    const { score, isDecisive, likeness, kind, evidence } = readSignals(rest)
    if (score < RESIDUE_SCORE || (!isDecisive && likeness >= 3) || likeness > 8) return []
    const sign = evidence[0] as string
    // a program's label (删除的内容：) stands before words that are the writer's
    const ends = kind === 'software' && /[:：]$/.test(sign) && block.canonical.startsWith(sign, start) ? start + sign.length : end
    return [{ start, end: ends, kind, isCertain: false, evidence: sign }]
  })
}

/** 好的！ 没问题。 我再改一版。 beside a sentence of a writing tool is its own too. */
function besideMachine(block: Block, pieces: readonly Piece[]): Piece[] {
  const said = pieces.filter(({ kind }) => kind === 'ai-talk')
  if (said.length === 0) return []
  return sentencesOf(block).flatMap(({ start, end }) => {
    const words = block.canonical.slice(start, end)
    // a blank may stand between two sentences
    const isBeside = said.some((piece) => Math.abs(piece.start - end) <= 1 || Math.abs(piece.end - start) <= 1)
    if (!isBeside || !(INTERJECTION.test(words) || isMachineLike(words))) return []
    return [{ start, end, kind: 'ai-talk' as const, isCertain: false, evidence: words }]
  })
}

function isMachineLike(words: string): boolean {
  const { kind, score, likeness } = readSignals(words)
  return kind === 'ai-talk' && score > 0 && likeness <= 1
}

function withoutOverlaps(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = []
  for (const piece of [...pieces].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept[kept.length - 1]
    if (last === undefined || piece.start >= last.end) kept.push(piece)
  }
  return kept
}

function leavesReport(block: Block, parts: readonly TextRange[]): boolean {
  let at = 0
  for (const part of [...parts, { start: block.canonical.length, end: block.canonical.length }]) {
    const rest = block.canonical.slice(at, part.start).trim()
    if (rest.length >= 12 && readSignals(rest).likeness >= 2) return true
    at = part.end
  }
  return false
}

/** A shorter sentence tells nothing by itself. */
const MIN_SENTENCE = 12

/** Whether a block begins with a report's own sentence, one that bears no sign of a site, before all that a site said in it. */
export function opensAsReport(block: Block): boolean {
  const first = partsOf(block, { isHead: false, isTail: false, isTitle: false })?.parts[0]?.start ?? 0
  if (first < MIN_SENTENCE) return false
  const { score, evidence, likeness } = readSignals(block.canonical.slice(0, first))
  return score === 0 && evidence.length === 0 && likeness >= 1 && /[。！？；]$/.test(block.canonical.slice(0, first).trimEnd())
}

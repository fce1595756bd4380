import { NOTICE_HEADINGS, PARTS_BESIDE, type ResidueKind } from '../lexicon/residue-phrases.js'
import type { Block } from '../markdown/block.js'
import { keptOn } from '../text/kept.js'
import { readOrdinal } from './ordinal.js'
import { markMail } from './residue-mail.js'
import { opensAsReport } from './residue-parts.js'
import { endOfList, markLabelRuns, markRelated, markRepeatedTitles, OWN_LABEL } from './residue-runs.js'
import type { ResidueReading } from './residue.js'
import { RESIDUE_SCORE, signalsOf } from './residue-signals.js'
import { pageSurface } from './residue-surface.js'
import { isTitleLike } from './residue-titles.js'
import { isWholly } from './residue-whole.js'

/** Lines that end a real report: signature, date, attachments, distribution, contact, notes. */
const CLOSING_LINE =
  /^(?:附件|附[:：]|抄送|抄报|主送|印发|联系人|联系电话|联系方式|咨询电话|注[:：]|注释|备注|签发人|[（(]此件|\d{4}年|二[〇○零0])|(?:[局委校园院所站会队处科部厅镇乡]|委员会|学校|小学|中学|大学|学院|幼儿园|政府|中心|办公室|办事处|公司|支部|总支|党委|党组|街道|社区)$|\d{1,2}月\d{1,2}日|印发$/
/** A line that is a site's name alone is no longer. */
export const MAX_NAME = 12
/** A weak line that is longer holds sentences, and the report's may be among them. */
const LONGEST_WEAK = 40
/** So many names of sites stand in no text; it keeps the search short in hostile ones. */
const MAX_NAMES = 200
const MAX_SANDWICH = 60
/** So many strange lines may stand between two lines of residue inside the report. */
const MAX_GAP = 2
/** So many strange lines may stand above the first line of residue. */
const MAX_START = 2
/** 学校概况  新闻动态  德育天地: words side by side, far apart or with bars between, that say nothing of each other. */
const MENU_ROW = /^[\u4e00-\u9fffA-Za-z]{2,10}(?:(?: {2,12}|[\u3000\t]{1,12}| ?[|｜] ?)[\u4e00-\u9fffA-Za-z]{2,10}){3,14}$/
/** What may stand above a title by right. */
const RED_HEAD = /文件$|[〔密急]|签发|第[\d一二三四五六七八九十]{1,4}[期号]/
/** From here on tables and forms follow. */
const ATTACHED = /^附[件表录:：]/
/** What a unit puts at the foot of its paper, besides `OWN_LABEL`. */
const FOOT_LABEL =
  /^(?:本期|版本|审稿|会签|拟稿|校对|打印|邮箱|传真|电话|地址|邮编|网址|责任|完成|审核|起草|撰写|编制|制作|印数|共印|值班|监督|举报|投诉|咨询|服务|报送|主题|目标|类别|密级)/
/** So many things of a page make a line outside the report doubtful. */
const MIN_SURFACE = 2
/** So many strange lines may stand behind the last line of residue. */
const MAX_END = 4
/** What stands in runs: each of two weak lines side by side bears the other out. */
const IN_RUNS: ReadonlySet<ResidueKind> = new Set(['page-meta', 'page-tool', 'share-notice'])

/** Judges the lines that only their neighbours give away. Adds to the reading's verdicts. */
export function markNeighbours(reading: ResidueReading): void {
  markNotices(reading)
  markMail(reading)
  markRelated(reading)
  markRepeatedTitles(reading)
  markNames(reading)
  markLabelRuns(reading)
  markWeakLines(reading)
  markBeside(reading)
  markSurfaces(reading)
  markMenus(reading)
  markCover(reading)
  markBetween(reading, 0, Math.min(reading.firstBody, reading.blocks.length))
  markBetween(reading, reading.lastBody + 1, reading.blocks.length)
  markBetween(reading, Math.min(reading.firstBody, reading.blocks.length), reading.lastBody + 1, MAX_GAP)
  settleTail(reading)
  markStart(reading)
  markEnd(reading)
}

const isNotice = keptOn(({ isProse, canonical }: Block): boolean => isProse && NOTICE_HEADINGS.has(canonical.replace(/[：:【】 *]/g, '')))

/** 温馨提示： and the numbered lines behind it go together when one of them is a site's. */
function markNotices({ blocks, signals, verdicts }: ResidueReading): void {
  blocks.forEach((block, i) => {
    if (!isNotice(block)) return
    const end = endOfList(blocks, i + 1)
    if (!signals.slice(i + 1, end).some(({ score }) => score >= RESIDUE_SCORE) && !(end === i + 1 && verdicts.has(i + 1))) return
    for (let k = i; k < end; k++) {
      const likeness = (signals[k] as (typeof signals)[number]).likeness
      if (likeness <= 4) verdicts.set(k, { index: k, kind: 'notice', isCertain: true, evidence: verdicts.get(k)?.evidence ?? [block.text] })
    }
  })
}

/** A short line alone that notices of the site name too, and the report does not. */
function markNames({ blocks, verdicts }: ResidueReading): void {
  const notices = [...verdicts.values()].filter(
    ({ isCertain, kind, parts }) => isCertain && parts === undefined && kind !== 'file-name' && kind !== 'user-phrase' && kind !== 'page-meta',
  )
  if (notices.length === 0) return
  const said = notices.map(({ index }) => signalsOf(blocks[index] as Block).plain).join('\n')
  const names: number[] = []
  const report: string[] = []
  blocks.forEach((block, i) => {
    if (!block.isProse || verdicts.has(i)) return
    if (names.length < MAX_NAMES && isLoneName(block) && said.includes(signalsOf(block).plain)) names.push(i)
    else report.push(signalsOf(block).plain)
  })
  const own = report.join('\n')
  for (const index of names) {
    const block = blocks[index] as Block
    if (!own.includes(signalsOf(block).plain)) verdicts.set(index, { index, kind: 'site-name', isCertain: true, evidence: [block.text] })
  }
}

function isLoneName(block: Block): boolean {
  const { canonical } = block
  return (
    canonical.length >= 2 &&
    canonical.length <= MAX_NAME &&
    !/[，。；：、！？\d]/.test(canonical) &&
    !isTitleLike(block) &&
    readOrdinal(canonical) === undefined &&
    !CLOSING_LINE.test(canonical)
  )
}

/** A line with a weak sign, beside a line that is certain. */
function markWeakLines({ blocks, signals, verdicts, firstBody, lastBody }: ResidueReading): void {
  const isCertain = (i: number): boolean => verdicts.get(i)?.isCertain === true && verdicts.get(i)?.parts === undefined
  blocks.forEach((block, i) => {
    const { score, likeness, kind, evidence } = signals[i] as (typeof signals)[number]
    // the pieces of a paragraph that a writing tool left are found one by one
    if (verdicts.has(i) || score === 0 || kind === 'ai-talk' || likeness >= 3 || block.text.length > 120 || isTitleLike(block) || opensAsReport(block)) return
    if (block.text.length > LONGEST_WEAK && !isWholly(block, likeness, kind)) return
    const edge = (i < firstBody || i > lastBody) && !block.canonical.endsWith('。') ? 1 : 0
    const beside = [i - 1, i + 1].filter(isCertain)
    // metadata of a page stands in runs
    const company = beside.some((k) => kind === 'page-meta' && verdicts.get(k)?.kind === 'page-meta') ? 2 : beside.length > 0 || isInRun(signals, i) ? 1 : 0
    if (score + edge + company >= RESIDUE_SCORE) verdicts.set(i, { index: i, kind, isCertain: false, evidence })
  })
}

/** Whether a line and one beside it both look like parts of a page, if not for certain. */
function isInRun(signals: ResidueReading['signals'], index: number): boolean {
  const isWeak = (at: number): boolean => {
    const sign = signals[at]
    return sign !== undefined && sign.score >= RESIDUE_SCORE - 1 && sign.likeness < 2 && IN_RUNS.has(sign.kind)
  }
  return isWeak(index) && (isWeak(index - 1) || isWeak(index + 1))
}

/** Menu words and buttons alone on a line, right beside parts of a page; a run of them is followed both ways. */
function markBeside({ blocks, verdicts }: ResidueReading): void {
  const isPart = (i: number): boolean => {
    const verdict = verdicts.get(i)
    return verdict !== undefined && verdict.parts === undefined && verdict.kind !== 'user-phrase' && verdict.kind !== 'news' && verdict.kind !== 'file-name'
  }
  const mark = (i: number, neighbour: number): void => {
    const block = blocks[i] as Block
    if (verdicts.has(i) || !block.isProse || block.kind === 'heading' || block.text.length > 8 || !isPart(neighbour)) return
    if (PARTS_BESIDE.has(signalsOf(block).plain)) verdicts.set(i, { index: i, kind: 'page-tool', isCertain: false, evidence: [block.text] })
  }
  for (let i = 1; i < blocks.length; i++) mark(i, i - 1)
  for (let i = blocks.length - 2; i >= 0; i--) mark(i, i + 1)
}

/** Lines between two lines of residue that are nothing a report has: any number above the report and below it, few inside. */
function markBetween(reading: ResidueReading, from: number, to: number, gap = Infinity): void {
  const marked: number[] = []
  for (let i = from; i < to; i++) if (reading.verdicts.has(i) && reading.verdicts.get(i)?.parts === undefined) marked.push(i)
  marked.forEach((start, k) => {
    const end = marked[k + 1]
    if (end === undefined || end - start - 1 > gap || reading.blocks.slice(start + 1, end).some((block) => !isForeign(block))) return
    for (let i = start + 1; i < end; i++) reading.verdicts.set(i, { index: i, kind: 'site-name', isCertain: false, evidence: ['前后都是网站残留'] })
  })
}

/** Below the report, among three certain lines and more, a doubtful one between the first and the last of them is certain. */
function settleTail({ signals, verdicts, lastBody }: ResidueReading): void {
  const tail = [...verdicts.values()].filter(({ index, parts }) => index > lastBody && parts === undefined).sort((a, b) => a.index - b.index)
  const certain = tail.filter(({ isCertain }) => isCertain)
  const [first, last] = [certain[0]?.index ?? 0, certain[certain.length - 1]?.index ?? 0]
  if (certain.length < 3) return
  for (const verdict of tail) {
    const { index } = verdict
    if (!verdict.isCertain && index > first && index < last && (signals[index] as (typeof signals)[number]).likeness <= 1)
      verdicts.set(index, { ...verdict, isCertain: true })
  }
}

/** Below the report, behind a certain line: what nothing of the report follows is the site's too, as far as it is nothing a report has. */
function markEnd({ blocks, verdicts, lastBody }: ResidueReading): void {
  const certain = [...verdicts.values()].filter(({ index, isCertain, parts }) => index > lastBody && isCertain && parts === undefined)
  const last = certain.reduce((most, { index }) => Math.max(most, index), 0)
  const rest = blocks.slice(last + 1)
  if (certain.length === 0 || rest.length > MAX_END || !rest.every((block, i) => verdicts.has(last + 1 + i) || isForeign(block))) return
  for (let i = last + 1; i < blocks.length; i++)
    if (!verdicts.has(i)) verdicts.set(i, { index: i, kind: 'site-name', isCertain: false, evidence: ['前面是网站残留'] })
}

/** Above the report: what stands before a certain line at the very top is the page's too, as far as it is nothing a report has. */
function markStart({ blocks, verdicts, firstBody }: ResidueReading): void {
  const first = [...verdicts.values()]
    .filter(({ isCertain, parts }) => isCertain && parts === undefined)
    .reduce((least, { index }) => Math.min(least, index), firstBody)
  if (first === 0 || first > MAX_START || first >= firstBody) return
  const above = blocks.slice(0, first)
  if (!above.every((block, i) => verdicts.has(i) || (isForeign(block) && !RED_HEAD.test(block.canonical)))) return
  for (let i = 0; i < first; i++) if (!verdicts.has(i)) verdicts.set(i, { index: i, kind: 'site-name', isCertain: false, evidence: ['后面是网站残留'] })
}

/** Lines outside the report that show two things and more of a page. */
function markSurfaces({ blocks, verdicts, firstBody, lastBody }: ResidueReading): void {
  for (let i = 0; i < blocks.length; i++) {
    if (i === firstBody) i = lastBody + 1
    const block = blocks[i]
    if (block === undefined || ATTACHED.test(block.canonical)) return
    if (verdicts.has(i) || !isForeign(block) || OWN_LABEL.test(block.canonical) || FOOT_LABEL.test(block.canonical) || /[。；]/.test(block.canonical)) continue
    if (pageSurface(block.canonical) >= MIN_SURFACE) verdicts.set(i, { index: i, kind: 'page-meta', isCertain: false, evidence: [block.text] })
  }
}

/** Rows of words above the title of the report, and beside residue above and below the report: the menu of a site. */
function markMenus({ blocks, verdicts, firstBody, lastBody }: ResidueReading): void {
  const title = blocks.findIndex((block) => isTitleLike(block))
  for (let i = 0; i < blocks.length; i++) {
    if (i === firstBody) i = lastBody + 1
    const block = blocks[i]
    if (block === undefined) return
    if (verdicts.has(i) || !block.isProse || !MENU_ROW.test(block.canonical)) continue
    if (i < title || verdicts.has(i - 1) || verdicts.has(i + 1)) verdicts.set(i, { index: i, kind: 'page-tool', isCertain: false, evidence: [block.text] })
  }
}

/** Whether a line could be a site's: short, no title, no heading, nothing that closes a report. */
function isForeign(block: Block): boolean {
  if (!block.isProse || block.kind === 'heading' || block.text.length > MAX_SANDWICH || signalsOf(block).likeness >= 2) return false
  return !isTitleLike(block) && !CLOSING_LINE.test(block.canonical) && !/^[—（(]/.test(block.canonical) && readOrdinal(block.text) === undefined
}

/** Fragments of a cover (2024 / 某局 / 工作总结), each on a line of its own, between residue and the title they repeat. */
function markCover({ blocks, verdicts, firstBody }: ResidueReading): void {
  for (let i = 0; i < Math.min(firstBody, blocks.length); i++) {
    if (verdicts.has(i)) continue
    let end = i
    while (end < blocks.length && !verdicts.has(end) && (blocks[end] as Block).text.length <= MAX_NAME) end++
    if (end - i >= 2 && verdicts.has(i - 1)) {
      const pieces = blocks.slice(i, end).map(({ canonical }) => canonical)
      const length = pieces.join('').length
      const isCoverOf = ({ canonical }: Block): boolean =>
        length * 2 >= canonical.length && length <= canonical.length && pieces.every((piece) => isSubsequence(piece, canonical))
      if (blocks.slice(end, end + 3).some((title) => isTitleLike(title) && isCoverOf(title))) {
        for (let k = i; k < end; k++) verdicts.set(k, { index: k, kind: 'cover', isCertain: false, evidence: pieces })
      }
    }
    i = Math.max(i, end - 1)
  }
}

function isSubsequence(part: string, whole: string): boolean {
  let at = 0
  for (const unit of part) {
    if (unit === ' ') continue
    at = whole.indexOf(unit, at) + 1
    if (at === 0) return false
  }
  return true
}

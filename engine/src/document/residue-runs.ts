import type { Block } from '../markdown/block.js'
import { keptOn } from '../text/kept.js'
import { readOrdinal } from './ordinal.js'
import { siteSuffixOf } from './residue-parts.js'
import type { ResidueReading } from './residue.js'
import { isTitleLike } from './residue-titles.js'

/** What announces a list of other pages. */
const LIST_HEAD = /(?:相关|推荐|热门|最新|往期|精彩|猜你|还看|还喜欢|延伸|同类)[^，。；]{0,8}[:：]?$/
const BULLET = /^(?:[●○•·▶►◆◇■□※★☆>＞-]{1,2}|\d{1,2}[.．、])/
const MAX_LISTED = 50
/** `索引号：…`, `撰稿：…`: a short label and a short value, nothing else. */
const LABELLED = /^[\u4e00-\u9fff][\u4e00-\u9fff \u3000]{1,9}[:：][^。；]{0,40}$/
/** Labels that a report or a form has of its own. */
export const OWN_LABEL = /^(?:附件|抄[送报]|主送|联系|汇报|述职|报告|单位|姓名|职务|填报|制表|签发|印发|部门|学校|地点|时间|主持|参加|记录)/
/** A label without a value. */
const ANNOUNCES = /[:：][ \u3000]{0,9}$/
/** Labels of web pages in one run weigh so much together before strange ones among them go too. */
const RUN_WEIGHT = 4

/** The titles listed under 相关文章： and 往期推荐 go with it. */
export function markRelated({ blocks, verdicts, lastBody }: ResidueReading): void {
  blocks.forEach((block, i) => {
    if (verdicts.get(i)?.kind !== 'page-tool' || !LIST_HEAD.test(block.canonical)) return
    const end = Math.max(endOfList(blocks, i + 1), endOfBullets(blocks, i + 1), endOfTitles(blocks, i + 1, i >= lastBody ? isTitleLike : isSamplesTitle))
    if (blocks.slice(i + 1, end).some(({ canonical }) => canonical.length > MAX_LISTED || /[。；，]/.test(canonical))) return
    for (let k = i + 1; k < end; k++) if (!verdicts.has(k)) verdicts.set(k, { index: k, kind: 'page-tool', isCertain: false, evidence: [block.text] })
  })
}

/** The index behind a list 1、2、3 that starts at an index; the index itself when none does. */
export function endOfList(blocks: readonly Block[], start: number): number {
  const first = readOrdinal(blocks[start]?.text ?? '')
  if (first === undefined || first.value !== 1) return start
  let end = start + 1
  for (
    let next = readOrdinal(blocks[end]?.text ?? '');
    next !== undefined && next.style === first.style && next.value === end - start + 1;
    next = readOrdinal(blocks[end]?.text ?? '')
  )
    end++
  return end
}

function endOfBullets(blocks: readonly Block[], start: number): number {
  let end = start
  while (end < blocks.length && isListed(blocks[end] as Block) && (BULLET.test((blocks[end] as Block).text) || (blocks[end] as Block).kind === 'list-item'))
    end++
  return end
}

/** Titles of other papers, one a line. */
function endOfTitles(blocks: readonly Block[], start: number, isTitle: (block: Block) => boolean): number {
  let end = start
  while (end < blocks.length && isListed(blocks[end] as Block) && (isTitle(blocks[end] as Block) || isSamplesTitle(blocks[end] as Block))) end++
  return end
}

/** What a collection calls its papers; inside the report a heading may be short and unnumbered too, but names none of these. */
const SAMPLES_TITLE = /(?:总结|计划|汇报|报告|述职|范文|心得|材料|体会|鉴定|申请书|发言稿)[^，。；]{0,12}$/

function isSamplesTitle(block: Block): boolean {
  return block.canonical.length >= 8 && readOrdinal(block.text) === undefined && SAMPLES_TITLE.test(block.canonical)
}

function isListed({ canonical, isProse }: Block): boolean {
  return isProse && canonical.length <= MAX_LISTED && !/[。；，]/.test(canonical)
}

/** `最新某局工作总结（通用5篇）` beside the report's own title: a copy of it that a site dressed up. */
export function markRepeatedTitles({ blocks, verdicts, firstBody }: ResidueReading): void {
  const titleOf = (block: Block | undefined): string => (block !== undefined && isShort(block) ? bareTitle(block.canonical) : '')
  blocks.forEach((block, i) => {
    if (!mayBeDressed(block) || titleOf(block) === '' || verdicts.has(i)) return
    const suffix = siteSuffixOf(block.canonical)
    if (suffix === undefined) return
    const core = bareTitle(block.canonical.slice(0, suffix.start))
    const isCopy = core.length >= 6 && blocks.slice(0, firstBody + 1).some((other, k) => k !== i && !verdicts.has(k) && titleOf(other) === core)
    if (isCopy) verdicts.set(i, { index: i, kind: 'sample-mark', isCertain: true, evidence: [block.canonical] })
  })
}

function isShort({ text, isProse }: Block): boolean {
  return text.length <= 80 && isProse
}

const mayBeDressed = keptOn((block: Block): boolean => isShort(block) && siteSuffixOf(block.canonical) !== undefined)

function bareTitle(canonical: string): string {
  return canonical.replace(/[ \u3000#]/g, '').replace(/^(?:最新|精选|热门|推荐)/, '')
}

/** Lines of labels and values in a run, some of them a web page's beyond doubt: the strange ones among them are too. */
export function markLabelRuns({ blocks, signals, verdicts }: ResidueReading): void {
  for (let start = 0; start < blocks.length; start++) {
    if (!isLabelled(blocks[start] as Block)) continue
    let behind = start
    while (behind < blocks.length && isLabelled(blocks[behind] as Block)) behind++
    let end = behind
    // 主要指标完成情况如下： behind a page's labels has no value because it announces what the report says next
    while (end > start && ANNOUNCES.test((blocks[end - 1] as Block).canonical) && signals[end - 1]?.score === 0) end--
    const run = signals.slice(start, end)
    const known = run.filter(({ score }) => score > 0)
    const weight = known.reduce((sum, { score }) => sum + score, 0)
    if (run.length >= 2 && weight >= RUN_WEIGHT && known.length * 2 >= run.length) {
      for (let i = start; i < end; i++) {
        if (!verdicts.has(i)) verdicts.set(i, { index: i, kind: 'page-meta', isCertain: false, evidence: [(blocks[i] as Block).text] })
      }
    }
    start = behind
  }
}

const isLabelled = keptOn(
  (block: Block): boolean =>
    block.isProse && block.kind !== 'heading' && block.text.length <= 60 && LABELLED.test(block.canonical) && !OWN_LABEL.test(block.canonical),
)

import type { ResidueReading, ResidueVerdict } from './residue.js'
import type { Block } from '../markdown/block.js'
import { keptOn } from '../text/kept.js'
import { contentsLines } from './residue-contents.js'

/** A verdict on a line whose place among the blocks is known elsewhere. */
export type ShapeVerdict = Omit<ResidueVerdict, 'index'>

const FILE_NAME = /^(?!附件)([^。！？；]{2,90}?)\.(?:docx?|pdf|wps|txt|pptx?|rar|zip)(?:[_ -]{0,2}第? ?\d{1,4} ?页)?$/i
const FILE_PAGE = /\.(?:docx?|pdf|wps|txt|pptx?)[_ -]{0,2}第 ?\d{1,4} ?页$/i
const PAGE_OF =
  /^[-—－·]{0,2} ?(?:第 ?\d{1,4} ?[页頁] ?[/／,，、|]? {0,2}[共总總] ?\d{1,4} ?[页頁]|[共总總] ?\d{1,4} ?[页頁] ?[/／,，、|]? {0,2}第 ?\d{1,4} ?[页頁]) ?[-—－·]{0,2}$/
const PAGE_DASHED = /^[-—－~～·•]{1,2} ?\d{1,3} ?[-—－~～·•]{1,2}$/
/** `2 / 11` is a page, or a row of a table. */
const PAGE_SLASHED = /^\d{1,4} {1,2}\/ {1,2}\d{1,4}$/
/** The head of a printed page with its number: `某局文件        - 3 -`. */
const RUNNING_HEAD = /^[^\s，。；：！？]{2,30}[ \u3000\t]{2,60}(?:[-—－] ?\d{1,3} ?[-—－]|第 ?\d{1,3} ?[页頁](?: ?[/／,，]? ?[共总] ?\d{1,3} ?[页頁])?)$/
const PAGE_ALONE = /^(?:第 ?(?:\d{1,4}|[一二三四五六七八九十]{1,3}) ?[页頁]|page ?\d{1,4} ?(?:of|\/) ?\d{1,4})$/i
const LONGEST_PAGE_LINE = 100
/** What pages count and stamp: `126人阅读`, `全部评论（0）`, `贡献于2024-11-02`. */
const COUNTER =
  /^(?:\d{1,7} ?[人次]已?(?:评价|阅读|浏览|下载|收藏|点赞|评论|赞同)|(?:全部|热门|最新)?评论 ?[（(]\d{1,6}[）)]|\d{1,5} ?[/／] ?\d{1,5} ?发表评论|(?:贡献|发表|上传|发布|更新|编辑)于 ?\d{4}[-/.年]\d{1,2}[^，。；]{0,30})$/
/** The credits of chat pages: `编辑｜小墨`. More bars make a row of a table. */
const CREDIT = /^(?:来源|素材|编辑|责编|审核|校对|作者|供稿|记者|摄影|监制|排版|编审) ?[｜丨|] ?[^｜丨|，。；]{1,14}$/
/** The time of a recording: `00:00 / 06:32`. */
const PLAYER = /^[^，。；]{0,20}\d{1,2}[:：]\d{2} ?\/ ?\d{1,2}[:：]\d{2}[^，。；]{0,30}$/
/** `#工作总结 #教育局`, `#年终总结#` */
const HASHTAG = /^#[^#\s，。；：！？]{2,16}#?$/
/** When a page was put up, to the minute: `某号 2024-02-11 08:00 某省`, `某号 昨天`. */
const STAMPED = /^[^，。；：:]{0,30}(?<!\d)20\d\d[-/.]\d{1,2}[-/.]\d{1,2} {1,2}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?[^，。；\d]{0,16}$/
/** `某人 12-20 16:33`, as chats put it above what is said. */
const SAID_AT = /^[\u4e00-\u9fffA-Za-z0-9_-]{2,14} {1,2}(?:\d{1,2}[-/.月]\d{1,2}日? {1,2})?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$/
const LATELY = /^[\u4e00-\u9fffA-Za-z]{2,14} (?:昨天|今天|前天|\d{1,2}小时前|\d{1,2}分钟前)$/
/** The name of a kind of paper that only sites sell: `工作总结模板（三）`. */
const TEMPLATE = /^[^，。；：！？]{0,20}(?:总结|计划|述职报告|心得体会)(?:范文|模板|范本)(?:[（(]?[一二三四五六七八九十\d]{1,3}篇?[）)]?|大全|精选|推荐)$/
/** `精选学校工作总结（四）`: one of a collection. */
const SELECTED = /^(?:精选|最新|热门)[^，。；：！？]{2,24}(?:总结|计划|报告|范文)(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}篇)?$/
/** 某馆活动现场（图/某号） */
const CAPTION = /^[▲△▼]? ?[^。；]{2,40}[（(](?:图|摄影|供图|图源)[/／:：][^（）()]{1,16}[）)]$/
/** What a chat page shows in the place of its pictures, and what it tells its reader to do with them. */
const PICTURE_MARK =
  /^(?:图片|动图|广告|[▼▲▽△↓↑☟⬇]{1,6}|[（(]? ?(?:点击|左右|上下|向[左右上下]|长按|双击)[^（）()，。；]{0,10}(?:查看|大图|放大|滑动|识别|观看)[^（）()，。；]{0,6}[）)]?)$/
const RELATED = /^[^。；]{0,30}相关(?:文章|范文|推荐|阅读|文档|热搜|搜索)[:：]$/
const DATELINE = /^[（(]?(?:新华社|中新社|中新网|新华网|人民网|央广网|本报)[\u4e00-\u9fff]{2,6}\d{1,2}月\d{1,2}日(?:电|讯)[）)]?$/
const SOURCE = /^[（(]?(?:文章|稿件|信息|内容)?来源[:：] ?[^。，；（）()]{2,20}(?:[网报社台]|客户端|公众号|微信|网站|日报|晚报|头条)[）)]$/
const REPORTERS = /^[（(](?:本报|本网|本台|新华社|见习)?(?:首席)?(?:记者|通讯员)[:： ]{0,2}[\u4e00-\u9fff ]{2,30}[）)]$/
const NEWS_LEAD =
  /^(?:[（(]?(?:本报|本网|本台)讯[）)]? ?[（(](?:首席|见习|实习)?(?:记者|通讯员)[^（）()。]{2,30}[）)]|(?:本报|本网|本台)?(?:首席|见习|实习)?记者[:： ] ?[^，。；]{2,20}(?:文[/／]图|摄影报道|报道|通讯员[:： ] ?[^，。；]{2,20}))$/
const SINGLE_SAMPLE = /^[【［[]?(?:篇|范文)[一二三四五六七八九十\d]{1,2}[:：] ?[^。，；！？【】]{2,40}(?:总结|计划|报告|汇报|范文)[】］\]]?$/
const SAMPLE =
  /^(?:[^。，；！？]{0,40}(?:总结|计划|报告|范文|汇报|材料|模板)[^。，；！？]{0,6}[ （(]{0,2}篇[一二三四五六七八九十\d]{1,3}[）)]?|[【［[]第[一二三四五六七八九十\d]{1,3}篇[】］\]]|[【［[]?(?:篇[一二三四五六七八九十\d]{1,3}|范文[一二三四五六七八九十\d]{1,3})[】］\]]?[:： ]{0,2}[^。，；！？]{0,40})$/
const SAMPLE_WORDS = /总结|计划|报告|范文|汇报|^[【［[]?(?:篇|第|范文)[一二三四五六七八九十\d]/
const TITLE_WORDS = /总结|计划|报告|汇报|要点|打算|思路|小结|材料|方案/

const LONGEST_LINE = 140

/** Whether a line may have a shape that tells, wherever it stands; most lines have none, and their place need not be asked. */
const mayTell = keptOn(({ canonical, isProse }: Block): boolean => {
  if (!isProse || canonical.length > LONGEST_LINE) return false
  if (canonical.startsWith('#') || FILE_NAME.test(canonical) || isSample(canonical)) return true
  return (pageNumber(canonical) ?? pageCounter(canonical) ?? newsLine(canonical) ?? stamp(canonical, true)) !== undefined
})

function isSample(canonical: string): boolean {
  return SAMPLE.test(canonical) && SAMPLE_WORDS.test(canonical)
}

/**
 * What a line's shape alone tells: file names, page numbers, news leads, marks between samples pasted together.
 *
 * @returns verdicts by block index
 */
export function readShapes({ blocks, firstBody, lastBody }: Pick<ResidueReading, 'blocks' | 'firstBody' | 'lastBody'>): Map<number, ShapeVerdict> {
  const verdicts = new Map<number, ShapeVerdict>()
  const samples: number[] = []
  blocks.forEach((block, i) => {
    if (!mayTell(block)) return
    const { canonical } = block
    if (isSample(canonical)) samples.push(i)
    const isEdge = i <= firstBody || i >= lastBody
    const verdict =
      fileName(block, i, blocks, isEdge) ??
      pageNumber(canonical) ??
      pageCounter(canonical) ??
      hashtags(blocks, i, isEdge) ??
      (isEdge ? newsLine(canonical) : undefined) ??
      stamp(canonical, isEdge)
    if (verdict !== undefined) verdicts.set(i, verdict)
  })
  for (const [i, verdict] of contentsLines(blocks)) if (!verdicts.has(i)) verdicts.set(i, verdict)
  // one part called 第一篇 is a report's own; samples come in twos
  for (const i of samples)
    if (samples.length >= 2 || SINGLE_SAMPLE.test((blocks[i] as Block).canonical))
      verdicts.set(i, { kind: 'sample-mark', isCertain: false, evidence: [(blocks[i] as Block).canonical] })
  return verdicts
}

/** A line that is a file's name. The only title of the report loses its ending, no more. */
function fileName(block: Block, index: number, blocks: readonly Block[], isEdge: boolean): ShapeVerdict | undefined {
  const { canonical } = block
  const match = FILE_NAME.exec(canonical)
  if (match === null || isAttachment(blocks, index)) return undefined
  const stem = match[1] as string
  // inside the report only a page of a file, or the report's own title with an ending
  const isOut = isEdge || FILE_PAGE.test(canonical)
  if (!TITLE_WORDS.test(stem)) return !isOut ? undefined : { kind: 'file-name', isCertain: false, evidence: [canonical] }
  const core = squeeze(stem).replace(/[（(][^（）()]{1,6}[）)]$/, '')
  const hasTitle = blocks.some(
    (other, i) =>
      i !== index &&
      !FILE_NAME.test(other.canonical) &&
      other.canonical.length <= 90 &&
      squeeze(other.canonical).endsWith(core.slice(-12)) &&
      !/分享|搜索/.test(other.canonical),
  )
  if (!isOut && !hasTitle) return undefined
  const isFirst = !blocks.slice(0, index).some((other) => FILE_NAME.test(other.canonical))
  if (hasTitle || !isFirst) return { kind: 'file-name', isCertain: true, evidence: [canonical] }
  return { kind: 'file-name', isCertain: true, evidence: [canonical.slice(stem.length)], parts: [{ start: stem.length, end: canonical.length }] }
}

/** Whether a file's name stands in a list of attachments. */
function isAttachment(blocks: readonly Block[], index: number): boolean {
  return (
    /^\d{1,2}[.．、]/.test((blocks[index] as Block).canonical) ||
    blocks.slice(Math.max(0, index - 6), index).some(({ canonical }) => /^附件(?!下载)/.test(canonical))
  )
}

function squeeze(text: string): string {
  return text.replace(/[ \u3000]/g, '')
}

function pageNumber(canonical: string): ShapeVerdict | undefined {
  if (!/\d/.test(canonical) || canonical.length > LONGEST_PAGE_LINE) return undefined
  if (PAGE_SLASHED.test(canonical)) return { kind: 'page-number', isCertain: false, evidence: [canonical] }
  if (RUNNING_HEAD.test(canonical)) return { kind: 'page-number', isCertain: false, evidence: [canonical] }
  return PAGE_OF.test(canonical) || PAGE_DASHED.test(canonical) || PAGE_ALONE.test(canonical)
    ? { kind: 'page-number', isCertain: true, evidence: [canonical] }
    : undefined
}

function pageCounter(canonical: string): ShapeVerdict | undefined {
  if (COUNTER.test(canonical) || RELATED.test(canonical) || CREDIT.test(canonical) || PLAYER.test(canonical))
    return { kind: 'page-tool', isCertain: true, evidence: [canonical] }
  if (PICTURE_MARK.test(canonical) || CAPTION.test(canonical)) return { kind: 'page-tool', isCertain: false, evidence: [canonical] }
  if (TEMPLATE.test(canonical) || SELECTED.test(canonical)) return { kind: 'sample-mark', isCertain: false, evidence: [canonical] }
  return NEWS_LEAD.test(canonical) ? { kind: 'news', isCertain: true, evidence: [canonical] } : undefined
}

/** Several hashtags, or one closed by a second #; one open # may be Markdown's. Inside a report that lists its topics they are its own. */
function hashtags(blocks: readonly Block[], index: number, isEdge: boolean): ShapeVerdict | undefined {
  const { canonical } = blocks[index] as Block
  if (!canonical.startsWith('#') || canonical.length > 80) return undefined
  const tags = canonical.split(/[ \u3000]{1,4}/)
  if (!tags.every((tag) => HASHTAG.test(tag)) || (tags.length === 1 && !(isEdge && canonical.endsWith('#')))) return undefined
  let above = index - 1
  while (blocks[above]?.canonical.startsWith('#') === true) above--
  // 话题： with its topics below it
  return blocks[above]?.canonical.endsWith('：') === true ? undefined : { kind: 'page-meta', isCertain: isEdge, evidence: [canonical] }
}

function stamp(canonical: string, isEdge: boolean): ShapeVerdict | undefined {
  return STAMPED.test(canonical) || (isEdge && (LATELY.test(canonical) || SAID_AT.test(canonical)))
    ? { kind: 'page-meta', isCertain: isEdge, evidence: [canonical] }
    : undefined
}

function newsLine(canonical: string): ShapeVerdict | undefined {
  return DATELINE.test(canonical) || SOURCE.test(canonical) || REPORTERS.test(canonical) ? { kind: 'news', isCertain: true, evidence: [canonical] } : undefined
}

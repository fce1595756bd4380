import type { TextRange } from '../text/range.js'
import { parseOrdinalNumeral } from './chinese-numeral.js'
import { Question } from './gathering.js'
import type { Heading, PositionedBlock } from './outline.js'
import type { Block } from '../markdown/block.js'
import type { ReportDocument } from './report-document.js'
import { matchesOf } from '../text/matches.js'

/** How the items of an enumeration in running text begin: `一是`, `一要`, `第一，`, `其一，`. */
export type EnumerationStyle = '是' | '要' | '第' | '其'

/** One item; ranges are offsets in the block's text. */
export interface EnumerationItem {
  readonly at: PositionedBlock
  readonly style: EnumerationStyle
  readonly value: number
  /** the words that mark the item, e.g. `一是` */
  readonly marker: TextRange
  /** the numeral in the marker */
  readonly numeral: TextRange
  /** the mark before the marker (canonical), empty at the start of a paragraph or where none stands */
  readonly markBefore: string
  /** offset of that mark, or of the marker when there is none */
  readonly markAt: number
}

const MARKER =
  /(?:^|(?<=[。；：，！？）” ]))(第|其)?([一二三四五六七八九十]{1,3})(是(?=[\u4e00-\u9fff“《\d])|要(?![素点件害领闻求职道塞案目])(?=[\u4e00-\u9fff“《])|(?=[，、]))/g
const UNMARKED_FIRST = /(?<![之第统唯单专万其周再同首另])一(?:是|要)(?=[\u4e00-\u9fff“《\d])/g
const lists = new WeakMap<ReportDocument, readonly (readonly EnumerationItem[])[]>()

/**
 * The enumerations in running text (一是……二是……；第一，……第二，……) in reading order, computed once. One may run over
 * several paragraphs of a section; a heading ends it. Items stand behind a mark or at the start of a paragraph: 统一是,
 * 之一是, 周一是 are none, nor is 一是一. A first item that lost its mark is found by the second.
 */
export function enumerationsOf(document: ReportDocument): readonly (readonly EnumerationItem[])[] {
  let found = lists.get(document)
  if (found === undefined) {
    found = read(document)
    lists.set(document, found)
  }
  return found
}

function read(document: ReportDocument): EnumerationItem[][] {
  const reader = new EnumerationReader()
  // headings of what is no prose of the report end nothing
  const headings = document.outline.headings.filter(({ at }) => !at.isResidue && at.block.isProse && at.block.kind !== 'table-row')
  let next = 0
  for (const { at, answer } of document.ask(MARKERS)) {
    const before = next
    while (next < headings.length && (headings[next] as Heading).at.index < at.index) next++
    if (next > before) reader.endSection()
    for (const marker of answer) {
      const item: EnumerationItem = { at, ...marker }
      const place = document.toDocument(at, item.marker).start
      for (; headings[next]?.at === at && (headings[next] as Heading).start <= place; next++) reader.endSection()
      reader.add(item)
    }
  }
  return mergeRepeatedFirsts(reader.finish())
}

const MARKERS = new Question((block) => {
  const markers = block.kind === 'table-row' ? [] : markersOf(block)
  return markers.length === 0 ? undefined : markers
})

/** What is read of a paragraph for its enumerations: all of it where it holds an item. */
export const markersIn = MARKERS.reading

/** An item, wherever its block stands. */
type Marker = Omit<EnumerationItem, 'at'>

function markersOf({ canonical }: Block): readonly Marker[] {
  if (!/[一二三四五六七八九十][是要，、]/.test(canonical)) return []
  const items: Marker[] = []
  for (const match of matchesOf(MARKER, canonical)) {
    const [whole, head, numeral, tail] = match as unknown as [string, string | undefined, string, string]
    const style = styleOf(head, tail, canonical.slice(match.index + whole.length))
    const value = parseOrdinalNumeral(numeral)
    if (style === undefined || value === 0) continue
    items.push(makeMarker(canonical, style, value, match.index, match.index + whole.length, match.index + (head?.length ?? 0), numeral.length))
  }
  return items
}

function styleOf(head: string | undefined, tail: string, after: string): EnumerationStyle | undefined {
  if (head === undefined) {
    // 一是一，二是二 is a saying
    if (tail === '' || /^[一二]，/.test(after)) return undefined
    return tail === '是' ? '是' : '要'
  }
  if (tail !== '') return undefined
  // 第一、第二季度 names two things
  return after.startsWith('、') && /^、第?[一二三四五六七八九十]/.test(after) ? undefined : head === '第' ? '第' : '其'
}

function makeMarker(canonical: string, style: EnumerationStyle, value: number, start: number, end: number, numeralAt: number, length: number): Marker {
  let markAt = start
  while (markAt > 0 && canonical[markAt - 1] === ' ') markAt--
  const mark = markAt > 0 && '。；：，！？'.includes(canonical[markAt - 1] as string) ? (canonical[markAt - 1] as string) : ''
  return {
    style,
    value,
    marker: { start, end },
    numeral: { start: numeralAt, end: numeralAt + length },
    markBefore: mark,
    markAt: mark === '' ? start : markAt - 1,
  }
}

class EnumerationReader {
  private readonly done: EnumerationItem[][] = []
  private readonly open = new Map<EnumerationStyle, EnumerationItem[]>()
  private searchedFrom = 0
  private block: PositionedBlock | undefined

  /** A heading stands here: no list goes on across it. */
  endSection(): void {
    this.open.clear()
  }

  add(item: EnumerationItem): void {
    if (this.block !== item.at) {
      this.block = item.at
      this.searchedFrom = 0
    }
    const run = this.open.get(item.style)
    const last = run?.[run.length - 1]
    if (run !== undefined && last !== undefined && belongs(item, last)) run.push(item)
    else this.begin(item)
    this.searchedFrom = item.marker.end
  }

  private begin(item: EnumerationItem): void {
    const first = item.value === 2 ? unmarkedFirst(item, this.searchedFrom) : undefined
    const run = first === undefined ? [item] : [first, item]
    this.open.set(item.style, run)
    this.done.push(run)
  }

  finish(): EnumerationItem[][] {
    return this.done
  }
}

/** Whether an item goes on with a list: not when it starts anew, nor from another paragraph unless it is the next. */
function belongs(item: EnumerationItem, last: EnumerationItem): boolean {
  if (item.value === 1) return false
  if (item.at === last.at || item.value === last.value + 1) return true
  return item.marker.start === 0 && last.marker.start === 0
}

/** The `一是` of a list whose mark was lost: it stands before the second item, behind a character. */
function unmarkedFirst(item: EnumerationItem, from: number): EnumerationItem | undefined {
  if (item.style !== '是' && item.style !== '要') return undefined
  const { canonical } = item.at.block
  let found: EnumerationItem | undefined
  for (const match of matchesOf(UNMARKED_FIRST, canonical.slice(from, item.marker.start))) {
    if (!match[0].endsWith(item.style)) continue
    const start = from + match.index
    found = { at: item.at, ...makeMarker(canonical, item.style, 1, start, start + 2, start, 1) }
  }
  return found
}

/** 一是……一是……三是: the second 一是 is a slip for 二是, and no list of its own. */
function mergeRepeatedFirsts(runs: EnumerationItem[][]): EnumerationItem[][] {
  const merged: EnumerationItem[][] = []
  for (const run of runs) {
    const before = merged[merged.length - 1]
    const isSlip =
      before?.length === 1 &&
      before[0]?.value === 1 &&
      before[0].style === run[0]?.style &&
      before[0].at === run[0]?.at &&
      run[0]?.value === 1 &&
      run[1]?.value === 3
    if (isSlip) before.push(...run)
    else merged.push(run)
  }
  return merged
}

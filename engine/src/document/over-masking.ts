import type { Block } from '../markdown/block.js'
import type { TextRange } from '../text/range.js'
import { matchesOf } from '../text/matches.js'
import { Shelf } from '../text/kept.js'

/** A word that a mask bit into. Offsets of `block.text`. */
export interface EatenWord extends TextRange {
  /** the word that probably stood there */
  readonly likely: string
}

const MASK = '(?:[Xx×]{1,4}|\\*{2,4})'
/** What stands around the mask, and the word whose part it replaced; the mask is the first group. */
const EATEN: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`实${MASK}区生产总值`, 'g'), '实现地区生产总值'],
  [new RegExp(`${MASK}区(?=工作者|矫正|营造|养老|居委|网格员|康复|卫生服务|党群服务中心|志愿者|教育学院|生产总值)`, 'g'), '社区（或地区）'],
  [new RegExp(`${MASK}乡(?=居民|融合|一体|统筹|差距|规划|低保|结合|环卫|客运|供水|医保|义务教育)`, 'g'), '城乡'],
  [new RegExp(`(?<=[\\u4e00-\\u9fff])${MASK}区(?=标准厂房|标准化厂房|招商|内企业|入驻企业|企业入驻|基础设施配套)`, 'g'), '园区'],
  [new RegExp(`全${MASK}[县区市](?![\\u4e00-\\u9fff]{0,3}(?:实验|局))`, 'g'), '全区（县、市）'],
  [new RegExp(`党的 ?${MASK} ?大`, 'g'), '党的二十大'],
  [new RegExp(`${MASK}(?=学习教育|知识宣讲|知识竞赛)`, 'g'), '党史'],
  [new RegExp(`(?<=讲)${MASK}(?=课)`, 'g'), '党'],
  [/“”|《》|党的和精神/g, '被删去的名称'],
]

const eatenWords = new Shelf<Block, readonly EatenWord[]>()

/** The words of a block that a mask bit into (`实X区生产总值`, `X区工作者`, `党的XX大`), computed once. */
export function eatenWordsOf(block: Block): readonly EatenWord[] {
  let found = eatenWords.get(block)
  if (found === undefined) {
    found = block.isProse && /[Xx×*]|“”|《》|党的和/.test(block.canonical) ? read(block.canonical) : []
    eatenWords.set(block, found)
  }
  return found
}

function read(text: string): EatenWord[] {
  const found: EatenWord[] = []
  for (const [pattern, likely] of EATEN) {
    for (const match of matchesOf(pattern, text)) {
      const range = { start: match.index, end: match.index + match[0].length }
      if (/[A-Za-z0-9+]/.test(text[range.start - 1] ?? '') || found.some((other) => other.start < range.end && range.start < other.end)) continue
      found.push({ ...range, likely })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

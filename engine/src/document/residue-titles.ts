import type { Block } from '../markdown/block.js'

const TITLE_LIKE = /(?:总结|计划|报告|汇报|要点|打算|思路|小结|安排|回顾)(?:[（(][^（()）]{1,12}[)）])?$/
const MAX_TITLE = 60

/** Whether a line could be a title of the report: short, without final mark, ending in the name of a kind of report. */
export function isTitleLike(block: Block): boolean {
  return block.text.length <= MAX_TITLE && TITLE_LIKE.test(block.canonical) && !/[。！？；：，>＞»]/.test(block.canonical)
}

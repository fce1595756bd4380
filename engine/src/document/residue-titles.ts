import type { Block } from '../markdown/block.js'

const TITLE_LIKE = /(?:总结|计划|报告|汇报|要点|打算|思路|小结|安排|回顾)(?:[（(][^（()）]{1,12}[)）])?$/
const MAX_TITLE = 60

/** What a site hides in a title is not the title's. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/

/** Whether a line could be a title of the report: short, without final mark, ending in the name of a kind of report. */
export function isTitleLike(block: Block): boolean {
  if (block.text.length > MAX_TITLE) return false
  const words = visibleIn(block)
  return TITLE_LIKE.test(words) && !/[。！？；：，>＞»]/.test(words)
}

/** The canonical text of a block without invisible characters. */
function visibleIn({ text, canonical }: Block): string {
  if (!INVISIBLE.test(text)) return canonical
  let words = ''
  for (let i = 0; i < text.length; i++) if (!INVISIBLE.test(text.charAt(i))) words += canonical.charAt(i)
  return words
}

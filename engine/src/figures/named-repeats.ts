import type { Sentence } from '../document/sentence.js'
import type { CountedList } from './counted-list.js'
import { matchesOf } from '../text/matches.js'

/** “四个坚持”： and “五个到位”，即: a number and the word that each of the things listed begins or ends with. */
const NAMED = /“([两三四五六七八九])个([\u4e00-\u9fff]{2})”[\u4e00-\u9fff]{0,4}(?:：|，即：?|（即?：?)/g
/** Longer than this no list of catchwords is. */
const LONGEST_LIST = 200

/**
 * The sets of a sentence that are named by a number and a word, and told by repeating the word: “三个坚持”：坚持学习、坚持务实、
 * 坚持廉洁. Only lists whose every item has the word are given; a list that goes on in the next sentence is none.
 */
export function namedRepeats({ canonical, block, end }: Sentence): CountedList[] {
  return matchesOf(NAMED, canonical).flatMap((match) => {
    const [whole, numeral, word] = match as unknown as [string, string, string]
    const after = block.canonical.slice(end, end + 8)
    const list = canonical.slice(match.index + whole.length, match.index + whole.length + LONGEST_LIST).split(/[。）]/, 1)[0] as string
    const members = itemsWith(word, list)
    if (members === undefined || new RegExp(`^(?:[一二三四五六七八九]是)?${word}`).test(after)) return []
    const stated = '两三四五六七八九'.indexOf(numeral) + 2
    // 坚决防住、坚决守住、坚决打赢，坚决做到不死一人: what follows the first comma tells what the three are for
    if (list.includes('、') && itemsWith(word, list.split('，', 1)[0] as string)?.length === stated) return []
    return [
      {
        members,
        count: { start: match.index, end: match.index + numeral.length + word.length + 3 },
        stated,
        isOpen: false,
      },
    ]
  })
}

/** The items of a list, where all begin or all end with a word. */
function itemsWith(word: string, list: string): string[] | undefined {
  const items = list
    .split(new RegExp(`[、，；]|(?<=${word})[和与及]|[和与及](?=${word})`))
    .map((item) => item.replace(/^(?:[一二三四五六七八九]是|[并以]及?)/, ''))
  if (items.length < 2 || /等$/.test(list)) return undefined
  return items.every((item) => item.startsWith(word)) || items.every((item) => item.endsWith(word)) ? items : undefined
}

import { formatOrdinalNumeral, parseOrdinalNumeral } from '@gongwen/engine'

const NUMERAL = '[一二三四五六七八九十]{1,3}'
/** 一是 at the start of a clause; 之一是 and 唯一是 are none */
const ITEM = new RegExp(`(?:^|[。；;：:，,])[ \\u3000]{0,4}(${NUMERAL})是`, 'g')
const TYPED = /(?:^[ \u3000\t]{0,8}|[。；;])([一二三四五六七八九十]{0,3}是?)$/

/** The next item of an enumeration, and how much of it has been typed before the place. */
export interface NextItem {
  readonly text: string
  readonly typed: string
}

/**
 * The next item of 一是……；二是…… at a place.
 *
 * @param before the line up to the place
 * @param above the nearest line above that holds words, for enumerations with an item a line
 * @returns nothing when no item goes before, or what was typed is the next item already
 */
export function nextItem(before: string, above: string): NextItem | undefined {
  const typed = TYPED.exec(before)?.[1]
  if (typed === undefined) return undefined
  const written = before.slice(0, before.length - typed.length)
  const last = lastItem(written) ?? (written.trim() === '' ? lastItem(above) : undefined)
  if (last === undefined || last >= 99) return undefined
  const text = `${formatOrdinalNumeral(last + 1)}是`
  return text === typed ? undefined : { text, typed }
}

function lastItem(text: string): number | undefined {
  const items = Array.from(text.matchAll(ITEM), ([, numeral]) => parseOrdinalNumeral(numeral as string))
  return items.at(-1)
}

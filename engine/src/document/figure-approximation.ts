import { BEGINS_APPROXIMATION, ENDS_APPROXIMATION, is } from './figure-characters.js'
import type { Approximation } from './figure-interval.js'
import type { Numeral } from './numeral.js'

const BEFORE: readonly (readonly [string, Approximation])[] = [
  ['不少于', 'at-least'],
  ['不低于', 'at-least'],
  ['不超过', 'at-most'],
  ['不高于', 'at-most'],
  ['不多于', 'at-most'],
  ['控制在', 'at-most'],
  ['大约', 'about'],
  ['大概', 'about'],
  ['将近', 'under'],
  ['接近', 'under'],
  ['不足', 'under'],
  ['不到', 'under'],
  ['超过', 'at-least'],
  ['突破', 'at-least'],
  ['至少', 'at-least'],
  ['最多', 'at-most'],
  ['高达', 'exact'],
  ['超', 'at-least'],
  ['逾', 'at-least'],
  ['约', 'about'],
  ['近', 'under'],
  ['上', 'about'],
  ['好', 'about'],
]
const AFTER: readonly (readonly [string, Approximation])[] = [
  ['及以上', 'at-least'],
  ['以上', 'at-least'],
  ['以下', 'at-most'],
  ['以内', 'at-most'],
  ['之内', 'at-most'],
  ['左右', 'about'],
  ['上下', 'about'],
  ['余', 'over'],
  ['多', 'over'],
]
/** 多 and 余 that begin another word. */
const OTHER_WORD = /^(?:多[元样层功媒边渠部数种形维方个项次名家所条]|余[下额热])/
/** 上 and 好 approximate only before a round Chinese numeral: 上千名, 好几百. */
const ONLY_ROUND = new Set(['上', '好'])
/** 近年, 最近, 附近, 邻近, 临近, 节约, 预约: the character belongs to the word before. */
const WORD_BEFORE: Readonly<Record<string, RegExp>> = { 近: /[最附邻临靠就走]$/, 约: /[节预签大条契公制违履合]$/, 上: /./, 超: /[赶高反]$/, 好: /./ }

/**
 * How near a figure says it is, from 余 inside the numeral and from the words around it, and the range with those words.
 *
 * @param unitEnd the end of the unit
 */
export function approximationAround(text: string, numeral: Numeral, unitEnd: number): { start: number; end: number; approximation: Approximation } {
  const before = is(ENDS_APPROXIMATION, text, numeral.start - 1) ? wordBefore(text, numeral) : undefined
  const after = is(BEGINS_APPROXIMATION, text, unitEnd) ? wordAfter(text, unitEnd) : undefined
  const start = numeral.start - (before?.[0].length ?? 0)
  const end = unitEnd + (after?.[0].length ?? 0)
  const approximation = after?.[1] ?? (before === undefined || before[1] === 'exact' ? (numeral.isOver ? 'over' : 'exact') : before[1])
  return { start, end, approximation: numeral.isOver && approximation === 'at-least' ? 'over' : approximation }
}

function wordAfter(text: string, unitEnd: number): readonly [string, Approximation] | undefined {
  return OTHER_WORD.test(text.slice(unitEnd, unitEnd + 2)) ? undefined : AFTER.find(([word]) => text.startsWith(word, unitEnd))
}

function wordBefore(text: string, numeral: Numeral): readonly [string, Approximation] | undefined {
  const head = text.slice(Math.max(0, numeral.start - 5), numeral.start)
  const found = BEFORE.find(([word]) => head.endsWith(word))
  if (found === undefined) return undefined
  const [word] = found
  if (ONLY_ROUND.has(word)) return numeral.multiplier !== '' && numeral.style === 'chinese' ? found : undefined
  return WORD_BEFORE[word]?.test(head.slice(0, -word.length)) === true ? undefined : found
}

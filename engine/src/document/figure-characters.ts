/**
 * What a character may be to a reader of figures, one bit each. A figure is read at tens of thousands of places of a report;
 * one look into a table tells most readers that they need not try.
 */
export const BEGINS_FIGURE = 1
/** opens a title, a quotation or a bracket in which numbers may be names */
export const OPENS_NAME = 2
export const IS_CHINESE_NUMERAL = 4
/** 万 and the like behind digits */
export const IS_MULTIPLIER = 8
/** joins the ends of a range: 5至8名 */
export const JOINS_RANGE = 16
/** ends what a figure's words are: a mark or a line's end */
export const ENDS_WORDS = 32
/** one of the words of `figure-approximation` before a figure ends with it */
export const ENDS_APPROXIMATION = 64
/** one of those behind a figure begins with it */
export const BEGINS_APPROXIMATION = 128
/** begins what makes an Arabic numeral an ordinal or a date */
export const BEGINS_ORDINAL_TAIL = 256
export const BEGINS_DATE_TAIL = 512
/** begins what is looked at behind a Chinese numeral that is no unit: 第一, 二期, 三分之一, 三点五, 二十余 */
export const BEGINS_CHINESE_TAIL = 1024
/** 余 and 多 behind a numeral: more than it says */
export const SAYS_OVER = 2048

const TABLE = new Uint16Array(0x10000)
for (const [bit, characters] of [
  [BEGINS_FIGURE, '0123456789零〇○一二两三四五六七八九十百千万亿几数Xx×＊*某'],
  [OPENS_NAME, '《〔“‘（'],
  [IS_CHINESE_NUMERAL, '零〇○一二两三四五六七八九十百千万亿'],
  [IS_MULTIPLIER, '十百千万亿'],
  [JOINS_RANGE, '-—–－~～至到'],
  [ENDS_WORDS, '，。；：、！？（）\n'],
  [ENDS_APPROXIMATION, '于过在约概近足到破少多达超逾上好'],
  [BEGINS_APPROXIMATION, '及以之左上余多'],
  [BEGINS_ORDINAL_TAIL, '号级届线楼路院团师营连环年星等季中小医'],
  [BEGINS_DATE_TAIL, '月日时点上下'],
  [BEGINS_CHINESE_TAIL, '年月日期届级号等线章节款中小季大次分点余多来几'],
  [SAYS_OVER, '余多'],
] as const)
  for (const character of characters) TABLE[character.charCodeAt(0)] = (TABLE[character.charCodeAt(0)] as number) | bit

/** Whether the UTF-16 unit at an offset is something to a reader of figures; nothing stands outside the text. */
export function is(kind: number, text: string, at: number): boolean {
  return at >= 0 && at < text.length && ((TABLE[text.charCodeAt(at)] as number) & kind) !== 0
}

/** The first place from an offset on whose unit is one of some kinds, or the end of the text. */
export function nextOf(kinds: number, text: string, from: number): number {
  let at = from
  while (at < text.length && ((TABLE[text.charCodeAt(at)] as number) & kinds) === 0) at++
  return at
}

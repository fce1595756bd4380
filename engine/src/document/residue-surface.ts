import { RESIDUE_WORDS } from '../lexicon/residue-phrases.js'
import { givesChannelTotals } from './residue-page-parts.js'
import { matchesOf } from '../text/matches.js'

const CLOCK = /(?<!\d)\d{1,2}:\d{2}(?!\d)/
const LATELY = /昨天|前天|刚刚|\d{1,2} ?(?:小时|分钟|天)前/
const FILE = /\.(?:docx?|pdf|pptx?|xlsx?|rar|zip|wps|txt)(?![a-z])/i
const SIZE = /\d ?[KMG]B(?![a-z])/i
const SERIAL = /[A-Z]{1,4}\d{6,20}|\d{12,24}/
const BARS = /[|｜丨•©»@]|>>/
/** Somebody speaks to somebody: a line of a report that is no sentence does not. */
const SPEAKER = /[您你](?!们)|我(?![们局校区县市省镇乡村院园部科处站所队国厅委行社司馆中])/
const LABEL = /[\u4e00-\u9fff]{2,8}[:：]/g
const BRACKETED_LABEL = /[[【][\u4e00-\u9fff]{2,8}[\]】]/g

/**
 * How many kinds of things a line shows that pages, chats and programs show and lines of reports do not: the time of day,
 * a file and its size, a serial number, bars and bullets, several labels in one line, words of the web, an "I" and a "you".
 * It tells nothing of a sentence; at the edge of a report two of them make a line doubtful.
 *
 * @param canonical a line with canonical characters
 */
export function pageSurface(canonical: string): number {
  const plain = canonical.toLowerCase().replace(/ /g, '')
  if (givesChannelTotals(plain)) return 0
  const hasWords = RESIDUE_WORDS.match(plain).some(({ value }) => value.lexicon === 'web')
  return (
    [CLOCK, LATELY, FILE, SIZE, SERIAL, BARS, SPEAKER].filter((pattern) => pattern.test(canonical)).length +
    Math.min(1, Math.floor(count(canonical, LABEL) / 2)) +
    Math.min(1, Math.floor(count(canonical, BRACKETED_LABEL) / 2)) +
    (hasWords ? 1 : 0)
  )
}

function count(text: string, pattern: RegExp): number {
  return matchesOf(pattern, text).length
}

/**
 * `npm run bench:keystroke [bytes]`: a character typed and taken back, again and again, in the session and through the server,
 * beside one pangu pass over the text. `npm run bench` prints the same. GONGWEN_KEYSTROKES sets how many (400 when not told).
 */
import { bundleEngine } from './bundle.mjs'
import { cpuMilliseconds, median, quantile } from './measure.mjs'
import { typingThroughServer } from './server.mjs'
import { reportOf } from './texts.mjs'

const SEED = 20_261_122

/** Numbers from 0 to 1, the same at each run. */
function* shares(seed) {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state / 2 ** 32
  }
}

/** Offsets spread over a text by a fixed seed, none on a line break: each kind of line as often as the text has characters of it. */
function placesAnywhere(text, count) {
  const places = []
  for (const share of shares(SEED)) {
    const at = Math.floor(share * text.length)
    if (text[at] !== '\n') places.push(at)
    if (places.length === count) return places
  }
}

/** The place in the middle of a report where what a pattern describes ends. */
function placeBehind(text, pattern) {
  const { index, 0: found } = text.slice(text.length >> 1).match(pattern)
  return (text.length >> 1) + index + found.length
}

/** Inside the words of a numbered line, and inside the running text of a long paragraph. */
const placeInItem = (text) => placeBehind(text, /^（[一二三四五六七八九十]）[\u4e00-\u9fff]{4}(?=[^\n]{60})/m)
const placeInParagraph = (text) => placeBehind(text, /^[\u4e00-\u9fff][^\n]{90}(?=[^\n]{60})/m)

/**
 * Milliseconds of processor time for a character typed at each place and taken back at the same: from the text handed over to
 * the findings ready, their number and those of the edited line read. Findings on other lines are told their offsets when
 * somebody reads them.
 */
export function typing(Session, text, places) {
  const session = new Session({ format: 'markdown' })
  session.update(text)
  const times = []
  const type = (now, at) => {
    const start = cpuMilliseconds()
    const { list } = session.update(now)
    const from = now.lastIndexOf('\n', at - 1) + 1
    const own = list.within(from, Math.max(from, now.indexOf('\n', at)))
    const time = cpuMilliseconds() - start
    if (!(list.length > own.length)) throw new Error('the keystroke found nothing')
    return time
  }
  for (const [i, at] of [...places.slice(0, 8), ...places].entries()) {
    const pair = [type(`${text.slice(0, at)}的${text.slice(at)}`, at), type(text, at)]
    if (i >= 8) times.push(...pair)
  }
  return times
}

/** Prints medians and late ones, `count` keystrokes each, beside one pangu pass over the text. */
export async function sayKeystrokes(say, Session, text, label, count, spacing) {
  const same = (at) => new Array(count >> 2).fill(at)
  for (const [what, times] of [
    ['One keystroke, in the session, at places all over the report', typing(Session, text, placesAnywhere(text, count >> 1))],
    ['One keystroke, in the session, in a paragraph', typing(Session, text, same(placeInParagraph(text)))],
    ['One keystroke, in the session, in a numbered line', typing(Session, text, same(placeInItem(text)))],
    ['One keystroke, through the server, all findings sent and read', await typingThroughServer(text, count >> 1)],
  ]) {
    const [middle, late] = [median(times), quantile(times, 0.99)]
    say(
      `\n${what}, ${label}: median ${middle.toFixed(2)} ms, ${(middle / spacing).toFixed(2)} × one pangu pass; p99 ${late.toFixed(2)} ms, ${(late / middle).toFixed(1)} × the median.`,
    )
  }
}

if (process.argv[1] === import.meta.filename) {
  const bytes = Number(process.argv[2] ?? 1_000_000)
  const { loadPeers } = await import('./peers.mjs')
  const { Session } = await import(await bundleEngine({ minify: true }))
  const text = reportOf(bytes)
  const { run } = (await loadPeers()).find(({ name }) => name === 'pangu')
  const passes = Array.from({ length: 12 }, () => {
    const start = cpuMilliseconds()
    run(text)
    return cpuMilliseconds() - start
  })
  await sayKeystrokes(console.log, Session, text, `${bytes / 1000} kB`, Number(process.env.GONGWEN_KEYSTROKES ?? 400), median(passes.slice(2)))
}

import { rangeOf, type TextRange } from '../text/range.js'
import { parseOrdinalNumeral } from './chinese-numeral.js'
import { divisionOf, type OrdinalStyle } from './ordinal.js'
import { matchesOf } from '../text/matches.js'

/** One number of a reference. Ranges are of the text that was read. */
export interface ReferenceStep extends TextRange {
  readonly numeral: TextRange
  readonly value: number
  readonly isChinese: boolean
  /** the style that the writing shows; undefined for 第三点, which any style may be */
  readonly style: OrdinalStyle | undefined
  /** 部分, 章, 节, 篇 behind 第……; empty for others */
  readonly counter: string
  /** words of the heading, where they are quoted with its number; else empty */
  readonly title: string
}

/** Words that read like a reference to a heading; whether there is such a heading is not known here. */
export interface ReferencePath extends TextRange {
  readonly steps: readonly ReferenceStep[]
  readonly isQuoted: boolean
  /** whether 见, 前文 or the like says that a heading of this text is meant */
  readonly isCued: boolean
  /** where the words say that the heading stands */
  readonly direction: 'before' | 'after' | undefined
}

const NUMERAL = '[一二三四五六七八九十百]{1,5}|\\d{1,2}'
/** 见, 前文 and 本报告 before a number that a path may begin with, or such a number that names a part and something in it. 意见 and 常见 hold no 见 of this kind. */
const START =
  /(详见|参见|(?<![意常罕听看])见|如)?(前文|上文|前述|下文|后文|本文|本报告|本总结|本计划|本方案|本汇报)?[的中]?(?=[第（“]第?（?[一二三四五六七八九十百\d]|[一二三四五六七八九十]{1,3}、?（[一二三四五六七八九十百\d])/g
/** What every path holds: each of the patterns below asks for one of these before a number, 二、 for a （ behind it. */
const NUMBERED = /[第（“][一二三四五六七八九十百\d]/
const PART = new RegExp(`第(${NUMERAL})(部分|[章节篇])(?:的(?=[第（]))?`, 'y')
const COUNTED = new RegExp(`第(?:（(${NUMERAL})）|(${NUMERAL}))(?:小?点|[项条])`, 'y')
const BRACKETED = new RegExp(`（(${NUMERAL})）`, 'y')
const BARE = /([一二三四五六七八九十]{1,3})、?(?=（[一二三四五六七八九十百\d])/y
const QUOTED = new RegExp(`“(?:（(${NUMERAL})）|([一二三四五六七八九十百]{1,5})、|(\\d{1,2})[.．])([^“”。；]{0,40})”`, 'y')
/** What stands behind 如（二） when it is a reference. */
const TOLD = /^(?:部分)?(?:中?所[述列示说]|提到|提出)/
/** Another paper is meant: 《方案》第三部分, 附件第二部分. */
const OTHER_PAPER = /(?:[》”〉]|附件|附表|方案|通知|文件|意见|办法|规定|条例|报告|规划|讲话|合同|章程|上级)的?$/

/**
 * Reads the words of a text that name headings by their numbers.
 *
 * @param canonical the canonical text of a block; ranges are of it
 * @example In `详见第三部分第（二）项` the path is `第三部分第（二）项`, of two steps.
 */
export function readReferencePaths(canonical: string): ReferencePath[] {
  const paths: ReferencePath[] = []
  if (!NUMBERED.test(canonical)) return paths
  let from = 0
  for (const match of matchesOf(START, canonical)) {
    const at = match.index + match[0].length
    if (at < from) continue
    const path = readPath(canonical, match.index, at, match[1] ?? '', match[2] ?? '')
    if (path === undefined) continue
    paths.push(path)
    from = path.end
  }
  return paths
}

function readPath(text: string, begin: number, at: number, verb: string, place: string): ReferencePath | undefined {
  const steps = readSteps(text, at)
  const last = steps[steps.length - 1]
  if (last === undefined) return undefined
  const isQuoted = text[at] === '“'
  const end = isQuoted ? last.end + last.title.length + 1 : last.end
  const isTold = TOLD.test(text.slice(end, end + 6))
  const isCued = place !== '' || (verb !== '' && verb !== '如') || (verb === '如' && isTold)
  // without 见 or 前文 only a part with something in it is sure to be a place, and not of another paper
  if (!isCued && (isQuoted || steps.length < 2 || steps[0]?.counter === '' || OTHER_PAPER.test(text.slice(Math.max(0, begin - 6), begin)))) return undefined
  const direction = /^[前上]/.test(place) ? 'before' : /^[下后]/.test(place) ? 'after' : undefined
  return { start: isQuoted ? at + 1 : at, end: isQuoted ? end - 1 : end, steps, isQuoted, isCued, direction }
}

function readSteps(text: string, at: number): ReferenceStep[] {
  const quoted = matchAt(QUOTED, text, at)
  if (quoted !== null) return quotedStep(quoted)
  const steps: ReferenceStep[] = []
  for (let from = at; steps.length < 3; from = (steps[steps.length - 1] as ReferenceStep).end) {
    const step = readStep(text, from, steps.length)
    if (step === undefined) break
    steps.push(step)
  }
  return steps
}

/** The step at an offset: 第三部分, 第（二）项, （二）, or 二、 before （一）. 第二点 needs something that it is a point of. */
function readStep(text: string, at: number, index: number): ReferenceStep | undefined {
  const part = index === 0 ? matchAt(PART, text, at) : null
  if (part !== null) return makeStep(part, part[1], divisionOf(part[2] ?? ''), part[2])
  const counted = matchAt(COUNTED, text, at)
  if (counted !== null && counted[1] !== undefined) return makeStep(counted, counted[1], bracketedStyle(counted[1]))
  if (counted !== null && index > 0) return makeStep(counted, counted[2], undefined)
  const bracketed = matchAt(BRACKETED, text, at)
  if (bracketed !== null) return makeStep(bracketed, bracketed[1], bracketedStyle(bracketed[1] as string))
  const bare = index === 0 ? matchAt(BARE, text, at) : null
  return bare === null ? undefined : makeStep(bare, bare[1], 'chinese')
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function bracketedStyle(numeral: string): OrdinalStyle {
  return /\d/.test(numeral) ? 'bracketed-digit' : 'bracketed-chinese'
}

/** The ordinal in quotation marks; its range ends before the heading's words. */
function quotedStep(match: RegExpExecArray): ReferenceStep[] {
  const [whole, bracketed, chinese, digit, title = ''] = match
  const numeral = bracketed ?? chinese ?? digit
  const style = bracketed !== undefined ? bracketedStyle(bracketed) : chinese !== undefined ? 'chinese' : 'digit'
  const step = makeStep(match, numeral, style)
  return step === undefined ? [] : [{ ...step, start: match.index + 1, end: match.index + whole.length - 1 - title.length, title }]
}

function makeStep(match: RegExpExecArray, numeral: string | undefined, style: OrdinalStyle | undefined, counter = ''): ReferenceStep | undefined {
  if (numeral === undefined) return undefined
  const value = /^\d/.test(numeral) ? Number(numeral) : parseOrdinalNumeral(numeral)
  if (value === 0) return undefined
  const start = match.index + match[0].indexOf(numeral)
  return {
    start: match.index,
    end: match.index + match[0].length,
    numeral: rangeOf(start, start + numeral.length),
    value,
    isChinese: !/^\d/.test(numeral),
    style,
    counter,
    title: '',
  }
}

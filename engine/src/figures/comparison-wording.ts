import type { Decimal } from '../document/decimal.js'
import type { Say } from '../text/say.js'
import type { CarriedSentence } from './compare-carried.js'
import type { KnownEntry } from './compare-match.js'
import type { PlanComparison } from './compare-plans.js'
import type { ComparisonFlag, MetricComparison, ReportComparison } from './compare.js'
import type { LedgerEntry } from './ledger.js'

const TENS: readonly (readonly [number, string])[] = [
  [8, '亿'],
  [4, '万'],
]

/** A value that was computed, written the way the figure beside it is: in 万 or 亿 where that has them. */
export function amount(value: Decimal, like: LedgerEntry, say: Say): string {
  if (like.kind === 'percentage') return `${value.trimmed.toString()}${say(' 个百分点', ' points')}`
  const power = TENS.find(([, letter]) => like.written.includes(letter))
  const number = power === undefined ? value : value.shift(-power[0])
  return `${number.trimmed.toString()}${power?.[1] ?? ''}${like.unit}`
}

/** A change with its sign, such as `+64人`. */
export function signed(value: Decimal, like: LedgerEntry, say: Say): string {
  if (value.isZero) return say('持平', 'same')
  return (value.sign > 0 ? '+' : '') + amount(value, like, say)
}

/** The change of a metric in per cent with its sign; empty where there is none. */
export function signedRate({ rate, change }: MetricComparison): string {
  return rate === undefined || change.isZero ? '' : `${rate.sign > 0 ? '+' : ''}${rate.toString()}%`
}

const KINDS: Readonly<Record<ComparisonFlag['kind'], readonly [zh: string, en: string]>> = {
  unchanged: ['与上年相同', 'unchanged'],
  jump: ['相差悬殊', 'jump'],
  direction: ['增减相反', 'direction'],
  change: ['增减不符', 'change'],
  former: ['上年数不符', 'last year’s value'],
  'plan-missed': ['未达计划', 'below plan'],
  'carried-over': ['照搬上年', 'carried over'],
}

/** What a kind of flag is called, for the tables. */
export function kindName(kind: ComparisonFlag['kind'], say: Say): string {
  return say(...KINDS[kind])
}

/**
 * What a flag says: the two figures, the arithmetic, what to look at.
 *
 * @param before what last year's report is called: 上年, or its year where it is older
 */
export function flagInWords(flag: ComparisonFlag, before: string, say: Say): string {
  if (flag.kind === 'carried-over') return carriedInWords(flag.sentence, before, say)
  const { entry, last } = flag
  const both = say(
    `${entry.metric}：今年${entry.written}，${before}${last.written}（${before}第 ${last.line} 行）`,
    `${entry.metric}: ${entry.written}, ${before} ${last.written} (line ${last.line})`,
  )
  switch (flag.kind) {
    case 'unchanged':
      return say(`${both}，一位不差，请核对是否照抄`, `${both}: the same to the digit, perhaps copied`)
    case 'jump':
      return say(`${both}，相差约十倍以上，请核对位数和“万”“亿”`, `${both}: about ten times apart, check the digits and 万 or 亿`)
    case 'plan-missed':
      return say(
        `${entry.metric}：今年${entry.written}，${before}报告计划${last.written}（${before}第 ${last.line} 行），没有达到，请核对或说明原因`,
        `${entry.metric}: ${entry.written}, planned ${last.written} (line ${last.line})`,
      )
    case 'former':
      return say(
        `${entry.metric}：今年报告所说的${before}数是${entry.written}，${before}报告写的是${last.written}（${before}第 ${last.line} 行）`,
        `${entry.metric}: ${before} is given as ${entry.written}, its own report has ${last.written} (line ${last.line})`,
      )
    case 'direction':
      return say(`${both}，${wayOf(flag.claim, entry, say)}，实际${isUp(entry, last) ? '增加' : '减少'}`, `${both}: the words say the opposite`)
    case 'change':
      return say(
        `${both}，应${isUp(entry, last) ? '增' : '减'}${expectedOf(flag, say)}，文中写作${flag.claim?.written ?? ''}`,
        `${both}: that is ${expectedOf(flag, say)}, the text has ${flag.claim?.written ?? ''}`,
      )
  }
}

function carriedInWords({ last, current }: CarriedSentence, before: string, say: Say): string {
  const isSame = last.text === current.text
  return say(
    `与${before}报告第 ${last.line} 行${isSame ? '一字不差' : '只差年份'}：${current.text}`,
    `as line ${last.line} of the report of ${before}${isSame ? '' : ' but for the year'}: ${current.text}`,
  )
}

function isUp(entry: KnownEntry, last: KnownEntry): boolean {
  return entry.value.compare(last.value) > 0
}

function wayOf(claim: KnownEntry | undefined, entry: KnownEntry, say: Say): string {
  const isClaimedUp = (claim?.change?.direction ?? entry.direction) > 0
  return say(`文中说${isClaimedUp ? '增加' : '减少'}${claim === undefined ? '' : claim.written}`, '')
}

function expectedOf({ expected, claim, entry }: Extract<ComparisonFlag, { expected: unknown }>, say: Say): string {
  if (expected === undefined || claim === undefined) return ''
  if (claim.kind === 'percentage') return `${expected.toString()}%`
  return claim.kind === 'percentage-point' ? `${expected.trimmed.toString()}${say('个百分点', ' points')}` : amount(expected, entry, say)
}

/** What last year's report is called in messages. */
export function nameOfLast({ lastYear, currentYear }: ReportComparison, say: Say): string {
  return currentYear - lastYear === 1 ? say('上年', 'last year') : say(`${lastYear}年`, String(lastYear))
}

const STATUSES: Readonly<Record<PlanComparison['status'], readonly [zh: string, en: string]>> = {
  met: ['达到', 'met'],
  missed: ['未达到', 'missed'],
  untold: ['未见交代', 'not told'],
}

/** What became of a plan. */
export function statusName(status: PlanComparison['status'], say: Say): string {
  return say(...STATUSES[status])
}

import { meet } from '../document/figure.js'
import { Join } from '../document/joining.js'
import type { ReportDocument } from '../document/report-document.js'
import { entriesAt, sourceOfEntries, type LedgerEntry } from './ledger.js'
import { ownScope, scopeKey } from './ledger-scope.js'
import { looksExchanged } from './mistyped.js'
import { comparableName, EXCHANGED_DIGITS, isOneThing, nameOf, type Restatement } from './restated.js'

/**
 * Figures that the lead sums up in and that the text has with two digits exchanged, under a longer or a shorter name: 粮食总产
 * 32.6万吨 and 总产36.2万吨, 公开招聘教师126名 and 招聘教师162名. What has the same name is a restatement already.
 */
export const EXCHANGED = new Join<LedgerEntry, Restatement>({
  itemsAt: (at, document) => entriesAt(at, document).filter((entry) => !entry.isInTable && comparableName(document, entry) !== undefined),
  // two values with digits exchanged are made of the same digits
  sourceOf: sourceOfEntries,
  keyOf: ({ unitClass, value }) => `${unitClass}|${sorted(value?.trimmed.toString() ?? '')}`,
  leads: isOfLead,
  answers: (group, document) => exchangedFromLead(group, document),
})

/** The characters of a short text in their order. */
function sorted(text: string): string {
  return text.length < 2 ? text : text.split('').sort().join('')
}

function isOfLead({ section }: LedgerEntry): boolean {
  return section === ''
}

function exchangedFromLead(group: readonly LedgerEntry[], document: ReportDocument): Restatement[] {
  const own = ownScope(document)
  const lead = group.filter(isOfLead)
  const body = group.filter((entry) => !isOfLead(entry))
  return body.flatMap((second) => {
    const first = lead.find((entry) => isSameButDigits(entry, second, own))
    // where the text has the lead's value too, the other is of something else
    if (first === undefined || body.some(({ interval }) => meet(interval, first.interval))) return []
    const isRestated = nameOf(first) === nameOf(second) && isOneThing(document, first, second)
    return isRestated ? [] : [{ first, second }]
  })
}

function isSameButDigits(first: LedgerEntry, second: LedgerEntry, own: string | undefined): boolean {
  return (
    first.year === second.year &&
    first.role === second.role &&
    scopeKey(first.scope, own) === scopeKey(second.scope, own) &&
    looksExchanged(first, second, EXCHANGED_DIGITS) &&
    isNamedAlike(nameOf(first), nameOf(second))
  )
}

/** What makes a thing one part of what it is called without it, or more than it. */
const NARROWER =
  /规上|规模|国内|国有|民营|城[镇乡区]|农村|乡[村镇]|重[点大]|[高新内外男女自和与及、]|人工|个体|[国省市县区]级|中央|地方|部分|主要|一般|存量|其中|线[上下]|[东西南北中]部/
/** What may stand between 招聘 and 教师 and leaves them what they are. */
const NO_NARROWER = /^(?:各[类级项种]|全[省市县区镇乡校]|了|共)$/

/**
 * Whether the words that a longer name has more make it a part: 规上工业产值 and 工业产值; 清理河道垃圾 in the text where the lead
 * sums up 清理垃圾.
 */
function isOfPart(short: string, long: string, isDetail: boolean): boolean {
  if (short === long) return false
  if (long.endsWith(short)) return NARROWER.test(long.slice(0, -short.length))
  if (!isDetail) return false
  let head = 0
  while (head < short.length && short[head] === long[head]) head++
  return head > 0 && long.endsWith(short.slice(head)) && !NO_NARROWER.test(long.slice(head, long.length - short.length + head))
}

/** Whether one name holds the other's characters in their order, and both end alike. */
function isNamedAlike(first: string, second: string): boolean {
  const [short, long] = first.length < second.length ? [first, second] : [second, first]
  if (short.length < 2 || short.slice(-2) !== long.slice(-2) || isOfPart(short, long, second === long)) return false
  let at = 0
  for (const character of long) if (character === short[at]) at++
  return at === short.length
}

import { meet } from '../document/figure.js'
import { Join } from '../document/joining.js'
import type { ReportDocument } from '../document/report-document.js'
import { entriesAt, type LedgerEntry } from './ledger.js'
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
  keyOf: ({ unitClass, value }) =>
    `${unitClass}|${Array.from(value?.trimmed.toString() ?? '')
      .sort()
      .join('')}`,
  leads: isOfLead,
  answers: (group, document) => exchangedFromLead(group, document),
})

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

/** Whether one name holds the other's characters in their order, and both end alike. */
function isNamedAlike(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < 2 || short.slice(-2) !== long.slice(-2)) return false
  let at = 0
  for (const character of long) if (character === short[at]) at++
  return at === short.length
}

import { moveOffset, touchesEdit, type ParagraphEdit } from '../document/paragraph-edit.js'
import type { ReportDocument } from '../document/report-document.js'
import { ceilToCodePoint, compareRanges, floorToCodePoint, rangeOf, type TextRange } from '../text/range.js'
import type { Finding } from './finding.js'
import type { Amendment, AnyRule, RuleContext } from './rule.js'

/** Whether what a rule found in the text before holds after its edit: it takes the same from the paragraph as it was and is. */
export function carries(rule: AnyRule, document: ReportDocument): boolean {
  const { edit } = document
  if (edit === undefined || edit.isItem || rule.scope !== 'document' || rule.reads === undefined) return false
  return rule.reads().every((read) => read(edit.before.block, document) === read(edit.after, document))
}

/** What a document's edit changes of a rule's findings, where the rule can tell; one that fails is asked again like any other. */
export function amendmentOf(rule: AnyRule, document: ReportDocument, context: RuleContext): Amendment | undefined {
  if (rule.scope !== 'document' || rule.amend === undefined) return undefined
  try {
    return rule.amend(document, context)
  } catch {
    return undefined
  }
}

/** Findings of a text before that hold still, and the rules that have to be asked again. */
export interface CarriedFindings {
  readonly findings: Finding[]
  readonly asked: ReadonlySet<string>
}

/**
 * Moves findings of the text before. Left out are those of rules to be asked again, those withdrawn, and those of blocks and
 * sentences in the edited paragraph. A rule that found something else at the very place of the edit is asked again, too.
 *
 * @param asked ids of rules to be asked again
 * @param isLocal whether a rule looks at blocks or sentences alone
 * @param withdrawn by rule, where it found what no longer holds
 */
export function carryFindings(
  findings: readonly Finding[],
  edit: ParagraphEdit,
  asked: ReadonlySet<string>,
  isLocal: (id: string) => boolean,
  withdrawn: ReadonlyMap<string, readonly TextRange[]>,
): CarriedFindings {
  const { start, end } = edit.before
  const more = new Set(asked)
  const kept: Finding[] = []
  for (const finding of findings) {
    const { ruleId } = finding
    if (more.has(ruleId) || isWithdrawn(withdrawn.get(ruleId), finding)) continue
    if (isLocal(ruleId)) {
      if (finding.end < start || finding.start > end) kept.push(finding)
    } else if (touches(finding, edit)) more.add(ruleId)
    else kept.push(finding)
  }
  const held = more.size === asked.size ? kept : kept.filter(({ ruleId }) => !more.has(ruleId))
  return { findings: held.map((finding) => moveFinding(finding, edit)), asked: more }
}

function isWithdrawn(ranges: readonly TextRange[] | undefined, { start, end }: Finding): boolean {
  return ranges !== undefined && ranges.length > 0 && ranges.some((range) => range.start === start && range.end === end)
}

function touches(finding: Finding, edit: ParagraphEdit): boolean {
  if (touchesEdit(edit, finding)) return true
  for (const place of finding.related) if (touchesEdit(edit, place)) return true
  for (const { edits } of finding.fixes) for (const change of edits) if (touchesEdit(edit, change)) return true
  return false
}

/** Whether a finding with all that belongs to it stands before an offset. */
function standsBefore({ end, related, fixes }: Finding, offset: number): boolean {
  if (end >= offset) return false
  for (const place of related) if (place.end >= offset) return false
  for (const { edits } of fixes) for (const change of edits) if (change.end >= offset) return false
  return true
}

/** Written out, as where it was made: a spread takes many times as long, and all findings behind the edit come by here. */
function moveFinding(finding: Finding, edit: ParagraphEdit): Finding {
  if (edit.shift === 0 || standsBefore(finding, edit.replaced.start)) return finding
  const { ruleId, messageId, severity, message, advice, start, end, related, fixes } = finding
  return {
    ruleId,
    messageId,
    severity,
    message,
    advice,
    start: moveOffset(edit, start),
    end: moveOffset(edit, end),
    related:
      related.length === 0
        ? related
        : related.map(({ message: words, start: from, end: to }) => ({ start: moveOffset(edit, from), end: moveOffset(edit, to), message: words })),
    fixes:
      fixes.length === 0
        ? fixes
        : fixes.map((fix) => ({
            ...fix,
            edits: fix.edits.map(({ newText, start: from, end: to }) => ({ start: moveOffset(edit, from), end: moveOffset(edit, to), newText })),
          })),
  }
}

/** The order of findings: by place, and at one place by rule; what a rule says at one place stays in its order. */
export function compareFindings(a: Finding, b: Finding): number {
  return compareRanges(a, b) || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0)
}

/** Two lists in order as one; of equals those of the first stand first. The second is the shorter one, after an edit. */
export function mergeFindings(a: readonly Finding[], b: readonly Finding[]): Finding[] {
  const merged: Finding[] = []
  let i = 0
  for (const finding of b) {
    const next = placeFor(a, finding, i)
    for (; i < next; i++) merged.push(a[i] as Finding)
    merged.push(finding)
  }
  for (; i < a.length; i++) merged.push(a[i] as Finding)
  return merged
}

/** The first place from `low` on behind which no finding comes before or with the given one. */
function placeFor(findings: readonly Finding[], finding: Finding, from: number): number {
  let low = from
  let high = findings.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareFindings(findings[middle] as Finding, finding) <= 0) low = middle + 1
    else high = middle
  }
  return low
}

/** Sorts, brings ranges into the text and onto whole characters, and drops what was said twice. */
export function tidy(findings: readonly Finding[], text: string): Finding[] {
  const clamp = ({ start, end }: TextRange): TextRange => {
    const from = floorToCodePoint(text, Math.min(Math.max(0, start), text.length))
    return rangeOf(from, Math.max(from, ceilToCodePoint(text, Math.min(Math.max(0, end), text.length))))
  }
  // nearly all are right as they are
  const isWithin = ({ start, end }: TextRange): boolean =>
    start >= 0 && start <= end && end <= text.length && floorToCodePoint(text, start) === start && ceilToCodePoint(text, end) === end
  return findings
    .map((finding) =>
      isWithin(finding) && finding.related.every(isWithin)
        ? finding
        : { ...finding, ...clamp(finding), related: finding.related.map((related) => ({ ...related, ...clamp(related) })) },
    )
    .sort(compareFindings)
    .filter((finding, i, sorted) => {
      for (let k = i - 1; k >= 0; k--) {
        const before = sorted[k] as Finding
        if (before.start !== finding.start || before.end !== finding.end || before.ruleId !== finding.ruleId) return true
        if (before.messageId === finding.messageId && before.message === finding.message) return false
      }
      return true
    })
}

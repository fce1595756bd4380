import { moveRange, touchesEdit, type ParagraphEdit } from '../document/paragraph-edit.js'
import type { ReportDocument } from '../document/report-document.js'
import { ceilToCodePoint, compareRanges, floorToCodePoint, rangeOf, type TextRange } from '../text/range.js'
import type { Finding } from './finding.js'
import type { Amendment, AnyRule, RuleContext } from './rule.js'

/** Whether what a rule found in the text before holds after its edit: it takes the same from the paragraph as it was and is. */
export function carries(rule: AnyRule, document: ReportDocument): boolean {
  const { edit } = document
  if (edit === undefined || rule.scope !== 'document' || rule.reads === undefined) return false
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
  const kept = findings.filter((finding) => {
    if (more.has(finding.ruleId)) return false
    if (isLocal(finding.ruleId)) return finding.end < start || finding.start > end
    if (withdrawn.get(finding.ruleId)?.some((range) => range.start === finding.start && range.end === finding.end) === true) return false
    if (!touches(finding, edit)) return true
    more.add(finding.ruleId)
    return false
  })
  const held = more.size === asked.size ? kept : kept.filter(({ ruleId }) => !more.has(ruleId))
  return { findings: held.map((finding) => moveFinding(finding, edit)), asked: more }
}

function touches(finding: Finding, edit: ParagraphEdit): boolean {
  return (
    touchesEdit(edit, finding) ||
    finding.related.some((place) => touchesEdit(edit, place)) ||
    finding.fixes.some(({ edits }) => edits.some((change) => touchesEdit(edit, change)))
  )
}

function moveFinding(finding: Finding, edit: ParagraphEdit): Finding {
  const { start } = edit.replaced
  const isBefore = ({ end }: TextRange): boolean => end < start
  if (isBefore(finding) && finding.related.every(isBefore) && finding.fixes.every(({ edits }) => edits.every(isBefore))) return finding
  const { ruleId, messageId, severity, message, advice, related, fixes } = finding
  const range = moveRange(edit, finding)
  return {
    ruleId,
    messageId,
    severity,
    message,
    advice,
    start: range.start,
    end: range.end,
    related: related.length === 0 ? related : related.map((place) => ({ ...place, ...moveRange(edit, place) })),
    fixes: fixes.length === 0 ? fixes : fixes.map((fix) => ({ ...fix, edits: fix.edits.map((change) => ({ ...change, ...moveRange(edit, change) })) })),
  }
}

/** The order of findings: by place, and at one place by rule; what a rule says at one place stays in its order. */
export function compareFindings(a: Finding, b: Finding): number {
  return compareRanges(a, b) || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0)
}

/** Two lists in order as one. */
export function mergeFindings(a: readonly Finding[], b: readonly Finding[]): Finding[] {
  if (b.length === 0) return [...a]
  const merged: Finding[] = []
  let i = 0
  for (const finding of b) {
    for (let other = a[i]; other !== undefined && compareFindings(other, finding) <= 0; other = a[++i]) merged.push(other)
    merged.push(finding)
  }
  for (; i < a.length; i++) merged.push(a[i] as Finding)
  return merged
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

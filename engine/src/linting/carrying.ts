import { moveOffset, touchesEdit, type LineEdit } from '../document/line-edit.js'
import type { ReportDocument } from '../document/report-document.js'
import type { LineIndex } from '../text/line-index.js'
import { ceilToCodePoint, floorToCodePoint, rangeOf, type TextRange } from '../text/range.js'
import type { Finding } from './finding.js'
import { compareFindings, endOf, findingNow, holdFinding, moveFinding, standsOn, startOf, type FindingList, type HeldFinding } from './finding-list.js'
import type { Amendment, AnyRule, RuleContext } from './rule.js'

/** Whether what a rule found in the text before holds after its edit: it takes the same from the paragraph as it was and is. */
export function carries(rule: AnyRule, document: ReportDocument): boolean {
  const { edit } = document
  if (edit === undefined || rule.scope !== 'document' || rule.reads === undefined) return false
  if (!edit.isInText && !(rule.readsAnyLine === true && edit.keepsShape && edit.isInside && isSameShape(edit, document))) return false
  return rule.reads().every((read) => read(edit.before.block, document) === read(edit.after, document))
}

/** Whether headings and ordinals are those of the text before. */
function isSameShape({ previous }: LineEdit, { outline }: ReportDocument): boolean {
  return previous.outline.shape === outline.shape
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
  readonly findings: readonly HeldFinding[]
  readonly asked: ReadonlySet<string>
}

/**
 * The findings of the text before that hold of the text now. Left out are those of rules to be asked again, those withdrawn, and
 * those of blocks and
 * sentences in the blocks that have changed. A rule that found something else at the very place of the edit is asked
 * again, too. Only findings with a place on the edited line are moved here: the others are held to lines that are as they were.
 *
 * @param asked ids of rules to be asked again
 * @param isLocal whether a rule looks at blocks or sentences alone
 * @param withdrawn by rule, where it found what no longer holds
 */
export function carryFindings(
  findings: FindingList,
  edit: LineEdit,
  asked: ReadonlySet<string>,
  isLocal: (id: string) => boolean,
  withdrawn: ReadonlyMap<string, readonly TextRange[]>,
): CarriedFindings {
  const { lines, blocks } = edit.previous
  const line = edit.before.firstLine
  const changed = new Set(Array.from(edit.changed.keys(), (index) => blocks[index]?.firstLine))
  const more = new Set(asked)
  const kept: HeldFinding[] = []
  for (const held of findings.entries) {
    const { ruleId } = held.finding
    if (more.has(ruleId) || isWithdrawn(withdrawn.get(ruleId), held, lines)) continue
    if (held.first > line || held.last < line) {
      if (changed.size === 1 || !(isLocal(ruleId) && changed.has(held.first))) kept.push(held)
    } else if (!isLocal(ruleId)) {
      const finding = findingNow(held, lines)
      if (touches(finding, edit)) more.add(ruleId)
      else
        kept.push(
          standsOn(held, line)
            ? holdFinding(
                moveFinding(finding, (offset) => moveOffset(edit, offset)),
                edit.lines,
              )
            : held,
        )
    }
  }
  return { findings: more.size === asked.size ? kept : kept.filter(({ finding }) => !more.has(finding.ruleId)), asked: more }
}

function isWithdrawn(ranges: readonly TextRange[] | undefined, held: HeldFinding, lines: LineIndex): boolean {
  return ranges !== undefined && ranges.length > 0 && ranges.some(({ start, end }) => startOf(held, lines) === start && endOf(held, lines) === end)
}

function touches(finding: Finding, edit: LineEdit): boolean {
  if (touchesEdit(edit, finding)) return true
  for (const place of finding.related) if (touchesEdit(edit, place)) return true
  for (const { edits } of finding.fixes) for (const change of edits) if (touchesEdit(edit, change)) return true
  return false
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

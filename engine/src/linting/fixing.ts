import { applyEdits, composeEdits, editsConflict, type TextEdit } from '../text/edit.js'
import type { Finding, Fix } from './finding.js'

/** Rounds after which fixing stops though there is more to do: a rule that fixes its own fix would go on for ever. */
export const MAX_ROUNDS = 10

/** A fix that was applied, and what it was for. Ranges are of the text of its round. */
export interface AppliedFix {
  readonly finding: Finding
  readonly fix: Fix
}

/** The safe fixes that can be applied together, first come first served, one a finding. */
export function collectSafeFixes(findings: readonly Finding[], accepts: (finding: Finding, fix: Fix) => boolean = () => true): AppliedFix[] {
  const applied: AppliedFix[] = []
  const edits: TextEdit[] = []
  for (const finding of findings) {
    const fix = finding.fixes.find((candidate) => candidate.safety === 'safe' && accepts(finding, candidate))
    if (fix === undefined || fix.edits.length === 0 || editsConflict(fix.edits, edits)) continue
    applied.push({ finding, fix })
    edits.push(...fix.edits)
  }
  return applied
}

/** The edits of every safe fix that can be applied together. */
export function collectSafeEdits(findings: readonly Finding[], accepts?: (finding: Finding, fix: Fix) => boolean): TextEdit[] {
  return collectSafeFixes(findings, accepts).flatMap(({ fix }) => fix.edits)
}

/** What fixing gave. */
export interface FixResult {
  readonly text: string
  readonly rounds: number
  /** the edits of the text before that do the same at once; undefined where a round changed what one before it had written */
  readonly edits: readonly TextEdit[] | undefined
  /** every round's fixes, in the order in which they were applied */
  readonly applied: readonly AppliedFix[]
  /** what is still found in the fixed text */
  readonly remaining: readonly Finding[]
}

/** Applies safe fixes and looks again until none is left, at most ten times. Figures are never among them. */
export function fixAll(text: string, lint: (text: string) => readonly Finding[]): FixResult {
  const applied: AppliedFix[] = []
  let current = text
  let edits: TextEdit[] | undefined = []
  for (let rounds = 0; ; rounds++) {
    const findings = lint(current)
    const fixes = collectSafeFixes(findings)
    if (fixes.length === 0 || rounds === MAX_ROUNDS) return { text: current, rounds, edits, applied, remaining: findings }
    const own: TextEdit[] = fixes.flatMap(({ fix }) => fix.edits)
    edits = edits === undefined ? undefined : composeEdits(edits, own)
    current = applyEdits(current, own)
    applied.push(...fixes)
  }
}

import { applyEdits, editsConflict, type TextEdit } from '../text/edit.js'
import type { Finding, Fix } from './finding.js'

/** Rounds after which fixing stops though there is more to do: a rule that fixes its own fix would go on for ever. */
export const MAX_ROUNDS = 10

/** The edits of every safe fix that can be applied together, first come first served, one fix a finding. */
export function collectSafeEdits(findings: readonly Finding[], accepts: (finding: Finding, fix: Fix) => boolean = () => true): TextEdit[] {
  const edits: TextEdit[] = []
  for (const finding of findings) {
    const fix = finding.fixes.find((candidate) => candidate.safety === 'safe' && accepts(finding, candidate))
    if (fix !== undefined && fix.edits.length > 0 && !editsConflict(fix.edits, edits)) edits.push(...fix.edits)
  }
  return edits
}

/** What fixing gave. */
export interface FixResult {
  readonly text: string
  readonly rounds: number
  /** what is still found in the fixed text */
  readonly remaining: readonly Finding[]
}

/** Applies safe fixes and looks again until none is left, at most ten times. Figures are never among them. */
export function fixAll(text: string, lint: (text: string) => readonly Finding[]): FixResult {
  let current = text
  for (let rounds = 0; ; rounds++) {
    const findings = lint(current)
    const edits = collectSafeEdits(findings)
    if (edits.length === 0 || rounds === MAX_ROUNDS) return { text: current, rounds, remaining: findings }
    current = applyEdits(current, edits)
  }
}

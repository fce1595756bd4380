import type { Finding } from '@gongwen/engine'

/** So many notes in the same words are shown one by one; of more, the first is shown and the others are named by place. */
const MOST_SHOWN = 3

/** A finding to show, and the later ones that would say the same. */
export interface ShownFinding {
  readonly finding: Finding
  /** in text order; empty unless folded */
  readonly alike: readonly Finding[]
}

/**
 * The findings as a person should read them, in their order: a note that one rule gives in the same words and with the same
 * fix at many places (each of eighty placeholders) is told once, so that the others are not lost between. Errors and
 * warnings are never folded: each is to be looked at where it stands.
 */
export function withAlikeFolded(findings: readonly Finding[]): ShownFinding[] {
  const groups = new Map<string, Finding[]>()
  const groupOf = findings.map((finding) => {
    const key = wordsOf(finding)
    if (key === undefined) return [finding]
    const group = groups.get(key) ?? []
    groups.set(key, group)
    group.push(finding)
    return group
  })
  return findings.flatMap((finding, i) => {
    const group = groupOf[i] as readonly Finding[]
    if (group.length <= MOST_SHOWN) return [{ finding, alike: [] }]
    return group[0] === finding ? [{ finding, alike: group.slice(1) }] : []
  })
}

/** All that a finding says; undefined for one that always stands alone. */
function wordsOf({ severity, ruleId, message, advice, related, fixes }: Finding): string | undefined {
  if (severity === 'error' || severity === 'warning' || related.length > 0) return undefined
  return JSON.stringify([ruleId, message, advice, fixes.map(({ title, safety }) => [title, safety])])
}

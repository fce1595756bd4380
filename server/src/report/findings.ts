import type { ReportFinding } from '@gongwen/messages'
import { groupOf, type Finding, type ReportDocument, type Section } from '@gongwen/engine'
import { isMechanical, type CheckedText } from '../checking/checked-text.js'
import { identityOf } from '../converters/diagnostic.js'
import { nameOf } from '../converters/outline.js'
import { toRange } from '../converters/positions.js'

/** So many characters of the words that a finding is about are shown. */
const MOST_WORDS = 40

/** The findings of a document in reading order. */
export function findingsOf(checked: CheckedText): ReportFinding[] {
  return checked.findings.map((finding) => ({
    id: identityOf(finding),
    ruleId: finding.ruleId,
    group: groupOf(finding.ruleId),
    severity: finding.severity,
    message: finding.message,
    advice: finding.advice ?? '',
    range: toRange(checked.document.lines, finding),
    words: wordsOf(checked.text, finding),
    section: sectionAt(checked.document, finding.start),
    fixes: finding.fixes.map((fix) => ({ title: fix.title, isSafe: isMechanical(finding, fix) })),
  }))
}

/** The words of a finding on one line; no half of a character beyond the basic plane is shown. */
function wordsOf(text: string, { start, end }: Finding): string {
  const words = Array.from(text.slice(start, Math.min(end, start + 4 * MOST_WORDS)).replace(/\s+/g, ' '))
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).join('')}…` : words.join('')
}

/** The heading of the innermost section at a place; empty above the first. */
function sectionAt({ outline }: ReportDocument, offset: number): string {
  let name = ''
  let sections: readonly Section[] = outline.root.children
  for (;;) {
    const inner = sections.find(({ start, end }) => start <= offset && offset < end)
    if (inner === undefined) return name
    if (inner.heading !== undefined) name = nameOf(inner.heading)
    sections = inner.children
  }
}

import type { Health, HealthFinding, HealthMetric, HealthSection, SeverityCounts } from '@gongwen/messages'
import { groupOf, ledgerOf, placeholdersOf, type Finding, type LedgerEntry, type Section } from '@gongwen/engine'
import { isMechanical, type CheckedText } from '../checking/checked-text.js'
import { nameOf } from '../converters/outline.js'
import { toEdits, toRange } from '../converters/positions.js'
import { NO_COUNTS } from '../protocol.js'

/** What the tree view shows of a report. */
export function healthOf(checked: CheckedText): Health {
  const { document, findings } = checked
  const inGroup = (group: string): HealthFinding[] => findings.filter(({ ruleId }) => groupOf(ruleId) === group).map((finding) => findingOf(checked, finding))
  return {
    counts: countsOf(findings),
    mechanical: checked.countMechanical(),
    sections: sectionsOf(checked),
    contradictions: inGroup('figures'),
    metrics: metricsOf(checked),
    residue: inGroup('residue'),
    placeholders: document.prose().flatMap((at) => placeholdersOf(at.block).map((place) => toRange(document.lines, document.toDocument(at, place)))),
  }
}

function findingOf(checked: CheckedText, finding: Finding): HealthFinding {
  const { lines } = checked.document
  const fix = finding.fixes.find((offered) => isMechanical(finding, offered))
  return {
    ruleId: finding.ruleId,
    severity: finding.severity,
    message: finding.message,
    advice: finding.advice ?? '',
    range: toRange(lines, finding),
    fix: fix === undefined ? null : { title: fix.title, edits: toEdits(lines, fix.edits) },
  }
}

function countsOf(findings: readonly Finding[]): SeverityCounts {
  const counts = { ...NO_COUNTS }
  for (const { severity } of findings) (counts as Record<keyof SeverityCounts, number>)[severity]++
  return counts
}

/** The outline; what is found above the first heading is a section without a name, in front of it. */
function sectionsOf(checked: CheckedText): HealthSection[] {
  const { root } = checked.document.outline
  const first = root.children[0]?.start ?? checked.text.length
  const above = checked.findings.filter(({ start }) => start < first)
  const children = root.children.map((section) => sectionOf(checked, section))
  if (above.length === 0) return children
  const title = checked.document.outline.titles[0]
  const range = toRange(checked.document.lines, title ?? { start: 0, end: 0 })
  return [{ name: '', range, counts: countsOf(above), findings: above.map((finding) => findingOf(checked, finding)), children: [] }, ...children]
}

function sectionOf(checked: CheckedText, section: Section): HealthSection {
  const { heading, start, end, children } = section
  const within = checked.findings.filter((finding) => start <= finding.start && finding.start < end)
  const own = within.filter((finding) => !children.some((child) => child.start <= finding.start && finding.start < child.end))
  return {
    name: heading === undefined ? '' : nameOf(heading),
    range: toRange(checked.document.lines, heading ?? section),
    counts: countsOf(within),
    findings: own.map((finding) => findingOf(checked, finding)),
    children: children.map((child) => sectionOf(checked, child)),
  }
}

/** The ledger by metric, in the order in which metrics are first given; figures without a metric say nothing in a list. */
function metricsOf({ document }: CheckedText): HealthMetric[] {
  const byKey = new Map<string, LedgerEntry[]>()
  for (const entry of ledgerOf(document)) {
    if (entry.metricKey === '') continue
    const known = byKey.get(entry.metricKey)
    if (known === undefined) byKey.set(entry.metricKey, [entry])
    else known.push(entry)
  }
  return [...byKey.values()].map((entries) => ({
    metric: entries[0]?.metric ?? '',
    mentions: entries.map(({ written, scope, year, role, start, end }) => ({
      written,
      scope,
      year: year ?? null,
      role,
      range: toRange(document.lines, { start, end }),
    })),
  }))
}

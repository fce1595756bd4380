import type { Health, HealthFinding, HealthFix, HealthMention, HealthMetric, HealthSection, MessageRange, SeverityCounts } from '@gongwen/messages'
import * as vscode from 'vscode'
import { describeCounts } from '../status-item.js'

/** What an entry of the view is drawn as: the worst severity under it, nothing wrong, or a figure. */
export type NodeIcon = 'error' | 'warning' | 'info' | 'pass' | 'figure'

/** An entry of the view. Plain data: two readings of the same text are equal. */
export interface HealthNode {
  /** the same for the same entry after an edit, so that it stays open */
  readonly id: string
  readonly label: string
  readonly description: string
  readonly tooltip: string
  /** what a screen reader says */
  readonly spoken: string
  readonly icon: NodeIcon
  readonly isOpen: boolean
  readonly children: readonly HealthNode[]
  /** where a click goes */
  readonly range: MessageRange | null
  readonly fix: HealthFix | null
  readonly ruleId: string | null
  /** what menus know the entry by */
  readonly kind: 'outline' | 'figures' | 'residue' | 'section' | 'metric' | 'mention' | 'finding' | 'fixableFinding'
}

type Parts = Partial<HealthNode> & Pick<HealthNode, 'id' | 'label' | 'kind'>

const MOST_WRITTEN = 3

/** The view's three groups. */
export function nodesOf(health: Health): HealthNode[] {
  return [outlineNode(health), figuresNode(health), residueNode(health)]
}

function node(parts: Parts): HealthNode {
  const { description = '', label } = parts
  return {
    description,
    tooltip: label,
    spoken: [label, description].filter((words) => words !== '').join(vscode.l10n.t(', ')),
    icon: 'pass',
    isOpen: false,
    children: [],
    range: null,
    fix: null,
    ruleId: null,
    ...parts,
  }
}

function outlineNode({ sections, counts }: Health): HealthNode {
  const description = describeCounts(counts)
  const label = vscode.l10n.t('Outline')
  return node({ id: 'outline', label, kind: 'outline', description, icon: iconOf(counts), isOpen: true, children: sectionNodes(sections, 'outline') })
}

/** Names may be equal: the second one of a name is told apart by its number. */
function sectionNodes(sections: readonly HealthSection[], parent: string): HealthNode[] {
  const ids = identifier(parent)
  return sections.map((section) => sectionNode(section, ids(section.name)))
}

function sectionNode({ name, counts, range, findings, children }: HealthSection, id: string): HealthNode {
  const total = counts.error + counts.warning + counts.info + counts.hint
  const label = name === '' ? vscode.l10n.t('Title and lead') : name
  return node({
    id,
    label,
    kind: 'section',
    range,
    icon: iconOf(counts),
    description: total === 0 ? '' : String(total),
    tooltip: `${label}\n${describeCounts(counts)}`,
    spoken: `${label}${vscode.l10n.t(', ')}${describeCounts(counts)}`,
    isOpen: counts.error + counts.warning > 0 && children.length > 0,
    children: [...findingNodes(findings, id), ...sectionNodes(children, id)],
  })
}

function findingNodes(findings: readonly HealthFinding[], parent: string): HealthNode[] {
  const ids = identifier(parent)
  return findings.map((finding) => findingNode(finding, ids(finding.ruleId)))
}

function findingNode({ ruleId, severity, message, advice, range, fix }: HealthFinding, id: string): HealthNode {
  const line = vscode.l10n.t('line {0}', range.start.line + 1)
  const name = vscode.l10n.t(', ')
  const fixable = fix === null ? '' : `${name}${vscode.l10n.t('can be fixed: {0}', fix.title)}`
  return node({
    id,
    label: message,
    kind: fix === null ? 'finding' : 'fixableFinding',
    description: line,
    tooltip: [message + advice, fix === null ? '' : vscode.l10n.t('can be fixed: {0}', fix.title), ruleId].filter((words) => words !== '').join('\n'),
    spoken: `${severityInWords(severity)}${name}${message}${name}${line}${fixable}`,
    icon: severity === 'hint' ? 'info' : severity,
    range,
    fix,
    ruleId,
  })
}

function figuresNode({ contradictions, metrics }: Health): HealthNode {
  const metricsText = metrics.length === 0 ? vscode.l10n.t('none') : vscode.l10n.t('metrics: {0}', metrics.length)
  return node({
    id: 'figures',
    label: vscode.l10n.t('Figures'),
    kind: 'figures',
    icon: worst(contradictions),
    description: contradictions.length === 0 ? metricsText : `${vscode.l10n.t('to check: {0}', contradictions.length)}${vscode.l10n.t(', ')}${metricsText}`,
    children: [...findingNodes(contradictions, 'figures'), ...metrics.map(metricNode)],
  })
}

function metricNode({ metric, mentions }: HealthMetric): HealthNode {
  const written = [...new Set(mentions.map((mention) => mention.written))]
  const [only, another] = mentions
  const id = `figures/metric/${metric}`
  return node({
    id,
    label: metric,
    kind: 'metric',
    icon: 'figure',
    description: written.slice(0, MOST_WRITTEN).join(vscode.l10n.t(', ')) + (written.length > MOST_WRITTEN ? '…' : ''),
    range: only?.range ?? null,
    children: another === undefined ? [] : mentions.map((mention, i) => mentionNode(mention, `${id}/${i}`)),
  })
}

function mentionNode({ written, scope, year, role, range }: HealthMention, id: string): HealthNode {
  const parts = [scope, year === null ? '' : String(year), roleInWords(role), vscode.l10n.t('line {0}', range.start.line + 1)]
  return node({ id, label: written, kind: 'mention', icon: 'figure', description: parts.filter((part) => part !== '').join(' '), range })
}

function residueNode({ residue }: Health): HealthNode {
  return node({
    id: 'residue',
    label: vscode.l10n.t('Residue and places to fill in'),
    kind: 'residue',
    icon: worst(residue),
    description: residue.length === 0 ? vscode.l10n.t('none') : String(residue.length),
    children: findingNodes(residue, 'residue'),
  })
}

function iconOf({ error, warning, info, hint }: SeverityCounts): NodeIcon {
  return error > 0 ? 'error' : warning > 0 ? 'warning' : info + hint > 0 ? 'info' : 'pass'
}

function worst(findings: readonly HealthFinding[]): NodeIcon {
  const has = (severity: HealthFinding['severity']): boolean => findings.some((finding) => finding.severity === severity)
  return has('error') ? 'error' : has('warning') ? 'warning' : findings.length > 0 ? 'info' : 'pass'
}

function severityInWords(severity: HealthFinding['severity']): string {
  if (severity === 'error') return vscode.l10n.t('error')
  return severity === 'warning' ? vscode.l10n.t('warning') : vscode.l10n.t('note')
}

function roleInWords(role: HealthMention['role']): string {
  switch (role) {
    case 'done':
      return ''
    case 'planned':
      return vscode.l10n.t('planned')
    case 'share':
      return vscode.l10n.t('share')
    case 'change':
      return vscode.l10n.t('change')
    case 'base':
      return vscode.l10n.t('before')
  }
}

/** Gives ids under a parent: by name, and by number where a name comes again. */
function identifier(parent: string): (name: string) => string {
  const seen = new Map<string, number>()
  return (name) => {
    const times = seen.get(name) ?? 0
    seen.set(name, times + 1)
    return `${parent}/${name}#${times}`
  }
}

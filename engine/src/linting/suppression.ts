import type { ReportDocument } from '../document/report-document.js'
import type { Finding } from './finding.js'
import type { Locale } from './linter.js'

/** A comment that silences rules. Lines are zero-based; `rules` is empty when every rule is meant. */
export interface Suppression {
  readonly kind: 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'disable-file'
  readonly rules: readonly string[]
  readonly reason: string
  readonly line: number
  readonly start: number
  readonly end: number
}

const COMMENT = /<!--[ \t]{0,8}gongwen-(disable-next-line|disable-line|disable-file|disable|enable)\b([^\n>]{0,300}?)-->/g

/** Reads comments such as `<!-- gongwen-disable-next-line figures/share: 口径不同 -->`, in any format of text. */
export function readSuppressions(document: ReportDocument): Suppression[] {
  if (!document.text.includes('gongwen-')) return []
  return Array.from(document.text.matchAll(COMMENT), (match) => {
    const [names, reason] = splitReason(match[2] as string)
    return {
      kind: match[1] as Suppression['kind'],
      rules: names.split(/[\s,，、]+/).filter(Boolean),
      reason,
      line: document.lines.lineAt(match.index),
      start: match.index,
      end: match.index + match[0].length,
    }
  })
}

function splitReason(text: string): [string, string] {
  const at = text.search(/[:：]/)
  return at < 0 ? [text.trim(), ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()]
}

/** Leaves out what comments silence, and reports a comment that silences nothing. */
export function applySuppressions(document: ReportDocument, findings: readonly Finding[], locale: Locale): Finding[] {
  const suppressions = readSuppressions(document)
  if (suppressions.length === 0) return [...findings]
  const used = new Set<Suppression>()
  const kept = findings.filter((finding) => {
    const by = silencer(suppressions, finding.ruleId, document.lines.lineAt(finding.start))
    if (by !== undefined) used.add(by)
    return by === undefined
  })
  for (const suppression of suppressions) if (suppression.kind !== 'enable' && !used.has(suppression)) kept.push(unused(suppression, locale))
  return kept.sort((a, b) => a.start - b.start || a.end - b.end)
}

function silencer(suppressions: readonly Suppression[], ruleId: string, line: number): Suppression | undefined {
  let region: Suppression | undefined
  for (const suppression of suppressions) {
    if (suppression.rules.length > 0 && !suppression.rules.some((rule) => ruleId === rule || ruleId.startsWith(`${rule}/`))) continue
    if (suppression.kind === 'disable-file') return suppression
    if (suppression.kind === 'disable-line' && suppression.line === line) return suppression
    if (suppression.kind === 'disable-next-line' && suppression.line + 1 === line) return suppression
    if (suppression.kind === 'disable' && suppression.line <= line) region = suppression
    if (suppression.kind === 'enable' && suppression.line <= line) region = undefined
  }
  return region
}

function unused({ start, end, rules }: Suppression, locale: Locale): Finding {
  const names = rules.length > 0 ? rules.join('、') : '全部规则'
  const message =
    locale === 'en' ? `This comment silences nothing (${rules.join(', ') || 'all rules'}).` : `这条屏蔽注释没有屏蔽任何问题（${names}），可以删除。`
  return { ruleId: 'structure/unused-suppression', messageId: 'unused', severity: 'info', message, advice: undefined, start, end, related: [], fixes: [] }
}

import type { ReportDocument } from '../document/report-document.js'
import type { SourceLine } from '../text/line-index.js'
import { compareRanges, type TextRange } from '../text/range.js'
import type { Finding, Fix } from './finding.js'
import { FindingList } from './finding-list.js'
import type { Locale } from './linter.js'
import { matchesOf } from '../text/matches.js'

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
  return matchesOf(COMMENT, document.text).map((match) => {
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
export function applySuppressions(document: ReportDocument, findings: FindingList, locale: Locale): FindingList {
  const suppressions = readSuppressions(document)
  if (suppressions.length === 0) return findings
  const used = new Set<Suppression>()
  const kept = findings.toArray().filter((finding) => {
    const by = silencer(suppressions, finding.ruleId, document.lines.lineAt(finding.start))
    if (by !== undefined) used.add(by)
    return by === undefined
  })
  for (const suppression of suppressions) if (suppression.kind !== 'enable' && !used.has(suppression)) kept.push(unused(document, suppression, locale))
  return FindingList.of(kept.sort(compareRanges), document.lines)
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

function unused(document: ReportDocument, suppression: Suppression, locale: Locale): Finding {
  const { start, end, rules } = suppression
  const names = rules.length > 0 ? rules.join('、') : '全部规则'
  const [message, title] =
    locale === 'en'
      ? [`This comment silences nothing (${rules.join(', ') || 'all rules'}).`, 'Delete this comment']
      : [`这条屏蔽注释没有屏蔽任何问题（${names}），可以删除。`, '删除这条屏蔽注释']
  // the reason in it is the writer's: it goes only when the writer says so
  const fixes: readonly Fix[] = [{ title, safety: 'unsafe', edits: [{ ...placeOf(document, suppression), newText: '' }] }]
  return { ruleId: 'structure/unused-suppression', messageId: 'unused', severity: 'info', message, advice: undefined, start, end, related: [], fixes }
}

/** A comment with what was written for it alone: its line, or the blanks before it. */
function placeOf({ text, lines }: ReportDocument, { line: number, start, end }: Suppression): TextRange {
  const line = lines.line(number) as SourceLine
  const before = text.slice(line.start, start)
  if (/^[\ufeff \t]*$/.test(before) && text.slice(end, line.end).trim() === '') {
    return { start: line.start + (before.startsWith('\ufeff') ? 1 : 0), end: line.next }
  }
  return { start: line.start + before.trimEnd().length, end }
}

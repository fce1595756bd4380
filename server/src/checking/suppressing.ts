import { readSuppressions, type Finding, type ReportDocument, type SourceLine, type TextEdit } from '@gongwen/engine'

/**
 * The edit that silences a finding's rule at its place: a comment on a line of its own above the finding's. Where a line
 * above would break what surrounds it (a table, front matter), the comment goes to the end of the line or silences the
 * rule in the whole file. The writer adds the reason after a colon.
 *
 * @returns nothing when no comment can be put there (in code)
 */
export function suppressionOf(document: ReportDocument, { ruleId, start }: Finding): TextEdit | undefined {
  const lineNumber = document.lines.lineAt(start)
  const line = document.lines.line(lineNumber) as SourceLine
  // a comment that already speaks of this line takes the rule in: one put between them would take its place
  const above = readSuppressions(document).find(({ kind, line: at }) => kind === 'disable-next-line' && at + 1 === lineNumber)
  if (above !== undefined) {
    const at = document.text.indexOf(above.kind, above.start) + above.kind.length
    return { start: at, end: at, newText: ` ${ruleId}` }
  }
  const block = document.blocks.find(({ firstLine, lastLine }) => firstLine <= lineNumber && lineNumber <= lastLine)
  switch (block?.block.kind) {
    case 'code':
      return undefined
    case 'table-row':
      return { start: line.end, end: line.end, newText: ` <!-- gongwen-disable-line ${ruleId} -->` }
    case 'front-matter': {
      const last = document.lines.line(block.lastLine) as SourceLine
      return { start: last.end, end: last.end, newText: `${breakOf(document)}<!-- gongwen-disable-file ${ruleId} -->` }
    }
    default: {
      const at = line.start + (document.text.startsWith('\ufeff') && line.start === 0 ? 1 : 0)
      return { start: at, end: at, newText: `<!-- gongwen-disable-next-line ${ruleId} -->${breakOf(document)}` }
    }
  }
}

/** The line break that the document uses. */
function breakOf(document: ReportDocument): string {
  const first = document.lines.line(0) as SourceLine
  return document.text.slice(first.end, first.next) || '\n'
}

/**
 * The edit that silences a finding's rule in the whole text: its name in a comment that does so already, or such a comment
 * at the top, behind front matter.
 */
export function fileSuppressionOf(document: ReportDocument, { ruleId }: Finding): TextEdit {
  const there = readSuppressions(document).find(({ kind, rules }) => kind === 'disable-file' && rules.length > 0)
  if (there !== undefined) {
    const at = document.text.indexOf(there.kind, there.start) + there.kind.length
    return { start: at, end: at, newText: ` ${ruleId}` }
  }
  const first = document.blocks[0]
  const comment = `<!-- gongwen-disable-file ${ruleId} -->`
  if (first?.block.kind === 'front-matter') {
    const last = document.lines.line(first.lastLine) as SourceLine
    return { start: last.end, end: last.end, newText: breakOf(document) + comment }
  }
  const at = document.text.startsWith('\ufeff') ? 1 : 0
  return { start: at, end: at, newText: comment + breakOf(document) }
}

/** A comment that silences with a place for the reason, as a snippet; nothing where none is written anew. */
export function withReason({ newText }: TextEdit, reason: string): string | undefined {
  if (!newText.includes(' -->')) return undefined
  return newText.replace(/[\\$}]/g, '\\$&').replace(' -->', `: \${1:${reason}} -->`)
}

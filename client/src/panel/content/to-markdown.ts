import type { Cell, Part, ReportContent } from './report-content.js'

/** So many blocks is a full bar. */
const BLOCKS = 10

/** The content as Markdown; words of the report are escaped, so that they show as they are. */
export function toMarkdown({ parts }: ReportContent): string {
  return `${parts.map(partOf).join('\n\n')}\n`
}

function partOf(part: Part): string {
  switch (part.kind) {
    case 'heading':
      return `${'#'.repeat(part.level)} ${escaped(part.text)}`
    case 'paragraph':
      return part.isStrong === true ? `**${escaped(part.text)}**` : opening(part.text)
    case 'list':
      return part.items
        .map(({ lead, text, details }) => [`- **${escaped(lead)}** ${escaped(text)}`, ...details.map((detail) => `  - ${opening(detail)}`)].join('\n'))
        .join('\n')
    case 'table': {
      const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
      return [
        row(part.columns.map(({ head }) => escaped(head))),
        row(part.columns.map(({ isNumeric }) => (isNumeric === true ? '---:' : '---'))),
        ...part.rows.map((cells) => row(cells.map(cellOf))),
      ].join('\n')
    }
  }
}

function cellOf(cell: Cell): string {
  if (typeof cell === 'string') return escaped(cell)
  return 'bars' in cell ? cell.bars.map(({ fraction }) => barInBlocks(fraction)).join('<br>') : escaped(cell.text)
}

/** A length in block characters: 0.7 is `███████░░░`. Something is never drawn as nothing. */
export function barInBlocks(fraction: number): string {
  const full = fraction <= 0 ? 0 : Math.min(BLOCKS, Math.max(1, Math.round(fraction * BLOCKS)))
  return '█'.repeat(full) + '░'.repeat(BLOCKS - full)
}

/** Words that begin a paragraph or an item: without what would make another block of them. */
function opening(text: string): string {
  return escaped(text)
    .replace(/^(\s*)([#+-])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
}

/** Words without what Markdown would read into them; a line break becomes a blank. */
function escaped(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_[\]<>|~]/g, '\\$&')
}

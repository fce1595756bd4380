import { escaped } from '../escaped.js'
import type { Bar, Cell, Part, ReportContent } from './report-content.js'

/** Nothing is loaded and nothing runs: the page is what it shows. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'"

const STYLE = `
:root { color-scheme: light dark; --good: #2e7d32; --look: #9a6700; --bad: #b3261e; --plain: #3b6ea5; --quiet: #8a8f98; --line: #d0d4da; }
@media (prefers-color-scheme: dark) { :root { --good: #81c784; --look: #e2b93d; --bad: #ff8a80; --plain: #7fb3e6; --quiet: #8a8f98; --line: #4a4f57; } }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 1.6rem; } h2 { margin-top: 2.2rem; padding-bottom: .2rem; border-bottom: 1px solid var(--line); font-size: 1.25rem; } h3 { font-size: 1.05rem; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; } th, td { padding: .35rem .5rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
li { margin: .4rem 0; } .detail { display: block; color: var(--quiet); font-size: .88rem; } svg { display: block; margin: .35em 0; }
.good { color: var(--good); } .look { color: var(--look); } .bad { color: var(--bad); } .quiet { color: var(--quiet); }
p.strong { padding: .5rem .9rem; border-inline-start: .35rem solid; font-size: 1.3rem; font-weight: 600; }
.bar-good { fill: var(--good); } .bar-look { fill: var(--look); } .bar-bad { fill: var(--bad); } .bar-plain { fill: var(--plain); } .bar-quiet { fill: var(--quiet); } .track { fill: none; stroke: var(--line); }
@media print { body { margin: 0; max-width: none; } tr { break-inside: avoid; } thead { display: table-header-group; } }
`

/** The content as one web page that needs nothing else: no script, no file, no connection. */
export function toHtml({ title, language, parts }: ReportContent): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${parts.map(partOf).join('\n')}
</main>
</body>
</html>
`
}

function partOf(part: Part): string {
  switch (part.kind) {
    case 'heading':
      return `<h${part.level}>${escaped(part.text)}</h${part.level}>`
    case 'paragraph':
      return `<p class="${part.isStrong === true ? 'strong ' : ''}${part.tone}">${escaped(part.text)}</p>`
    case 'list':
      return `<ul>\n${part.items.map(({ lead, tone, text, details }) => `<li><strong class="${tone}">${escaped(lead)}</strong> ${escaped(text)}${details.map((detail) => `<span class="detail">${escaped(detail)}</span>`).join('')}</li>`).join('\n')}\n</ul>`
    case 'table':
      return tableOf(part)
  }
}

function tableOf({ columns, rows }: Extract<Part, { kind: 'table' }>): string {
  const align = (column: number): string => (columns[column]?.isNumeric === true ? ' class="number"' : '')
  const head = columns.map((column, i) => `<th scope="col"${align(i)}>${escaped(column.head)}</th>`).join('')
  const body = rows.map((cells) => `<tr>${cells.map((cell, i) => `<td${align(i)}>${cellOf(cell)}</td>`).join('')}</tr>`)
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`
}

function cellOf(cell: Cell): string {
  if (typeof cell === 'string') return escaped(cell)
  if ('bars' in cell) return cell.bars.map(barOf).join('')
  return `<span class="${cell.tone}">${escaped(cell.text)}</span>`
}

/** Drawn for the eye alone: the same is told by the words beside it. */
function barOf({ fraction, tone }: Bar): string {
  const width = Math.round(Math.min(1, Math.max(0, fraction)) * 100)
  return `<svg aria-hidden="true" width="100%" height="10"><rect class="track" x="0.5" y="0.5" width="99%" height="9"/><rect class="bar-${tone}" width="${width}%" height="10"/></svg>`
}

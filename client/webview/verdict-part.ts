import { fill } from '../src/panel/fill.js'
import { EXPORT_FORMATS } from '../src/panel/panel-messages.js'
import { verdictOn } from '../src/panel/verdict.js'
import { button, element, type Child } from './dom.js'
import type { Page } from './page.js'

const MARKS = { ready: '✓', look: '!', mend: '✕' } as const

/** The verdict, what it is about, and what can be done. */
export function verdictPart(page: Page): Child {
  const { strings, report, model } = page
  const { level, title, why } = verdictOn(report, strings)
  return [
    element('p', { class: 'file' }, model.fileName),
    element(
      'div',
      { class: `verdict ${level}` },
      element('span', { class: 'mark', 'aria-hidden': 'true' }, MARKS[level]),
      element('div', {}, element('h1', { tabindex: -1, 'data-key': 'verdict' }, title), element('p', { class: 'why' }, why)),
    ),
    report.hidden > 0 ? element('p', { class: 'quiet' }, fill(strings.hidden, report.hidden)) : undefined,
    counts(page),
    facts(page),
    actions(page),
  ]
}

function counts({ report: { counts: found }, strings }: Page): HTMLElement {
  const severities = ['error', 'warning', 'info', 'hint'] as const
  return element(
    'ul',
    { class: 'counts', 'aria-label': strings.findings },
    severities.map((severity) =>
      element(
        'li',
        { class: `count ${severity}${found[severity] === 0 ? ' none' : ''}` },
        element('strong', {}, String(found[severity])),
        ' ',
        strings[severity],
      ),
    ),
  )
}

function facts({ report, strings }: Page): HTMLElement {
  const rows = [
    [strings.unit, report.unit ?? strings.unknown],
    [strings.kind, report.kind],
    [strings.year, report.year === null ? strings.unknown : String(report.year)],
    [strings.characters, report.characters.toLocaleString('en')],
    [strings.figureCount, report.figures.length.toLocaleString('en')],
  ] as const
  return element(
    'dl',
    { class: 'facts' },
    rows.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
  )
}

function actions({ report, strings, send }: Page): HTMLElement {
  return element(
    'div',
    { class: 'actions', role: 'group', 'aria-label': strings.actions },
    report.mechanical > 0 ? button('fix-all', fill(strings.fixAll, report.mechanical), () => send({ type: 'fixAll' }), { class: 'primary' }) : undefined,
    button('refresh', strings.refresh, () => send({ type: 'refresh' })),
    element('span', { class: 'label', id: 'export' }, strings.exportAs),
    EXPORT_FORMATS.map((format) => button(`export-${format}`, strings[format], () => send({ type: 'export', format }), { 'aria-describedby': 'export' })),
  )
}

import type { ReportFinding } from '@gongwen/messages'
import { GROUPS } from '../src/panel/content/build-content.js'
import { fill } from '../src/panel/fill.js'
import { button, element, type Child } from './dom.js'
import { jump, type Page } from './page.js'

/** The findings by group, each with its place, its repairs and its rule. */
export function findingsPart(page: Page): Child {
  const { report, strings } = page
  if (report.findings.length === 0) return element('p', {}, strings.noFindings)
  return GROUPS.map((group) => {
    const own = report.findings.filter((finding) => finding.group === group)
    if (own.length === 0) return undefined
    return [
      element('h3', {}, strings[group], ' ', element('span', { class: 'number' }, `(${own.length})`)),
      element(
        'ul',
        { class: 'findings' },
        own.map((finding) => item(page, finding)),
      ),
    ]
  })
}

function item(page: Page, finding: ReportFinding): HTMLElement {
  const { strings } = page
  const { id, severity, message, advice, range, words, section, ruleId } = finding
  const line = fill(strings.line, range.start.line + 1)
  return element(
    'li',
    { class: `finding ${severity}`, 'data-rule': ruleId },
    element('p', { class: 'message' }, element('span', { class: `severity ${severity}` }, strings[severity]), ' ', message, advice),
    element(
      'p',
      { class: 'place' },
      button(`jump ${id}`, line, jump(page, range), { class: 'link', 'aria-label': `${line}: ${words}` }),
      section === '' ? undefined : element('span', { class: 'quiet' }, section),
      words === '' ? undefined : element('q', {}, words),
    ),
    repairs(page, finding),
  )
}

function repairs({ strings, send }: Page, { id, range, fixes, message, ruleId }: ReportFinding): HTMLElement {
  const fix = (title: string, isSafe: boolean): HTMLElement =>
    button(`fix ${id} ${title}`, title, () => send({ type: 'fix', finding: id, range, title }), {
      class: isSafe ? 'safe' : 'unsafe',
      'aria-label': `${title}: ${message}`,
    })
  const safe = fixes.filter(({ isSafe }) => isSafe)
  const unsafe = fixes.filter(({ isSafe }) => !isSafe)
  return element(
    'div',
    { class: 'repairs' },
    safe.map(({ title }) => fix(title, true)),
    // a figure, or words that may be meant: each repair is named and none is taken but by the writer
    unsafe.length > 0 ? element('span', { class: 'label' }, strings.needsLook) : undefined,
    unsafe.map(({ title }) => fix(title, false)),
    button(`explain ${id}`, strings.explain, () => send({ type: 'explain', ruleId }), { class: 'link quiet', 'aria-label': `${strings.explain}: ${message}` }),
  )
}

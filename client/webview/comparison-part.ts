import type { ComparedMetric, ReportComparison, ReportFlag } from '@gongwen/messages'
import { barsOf } from '../src/panel/content/comparison-content.js'
import { fill } from '../src/panel/fill.js'
import { obstacleInWords } from '../src/panel/wording.js'
import { bar, button, element, type Child } from './dom.js'
import { jump, type Page } from './page.js'
import { table } from './table.js'

type Compared = Extract<ReportComparison, { obstacle: null }>

/** This year's figures beside last year's: what to look at again, and every metric that both reports give, drawn by year. */
export function comparisonPart(page: Page): Child {
  const { comparison } = page.report
  const { strings, send } = page
  const choose = (label: string): HTMLElement => button('choose-last', label, () => send({ type: 'chooseLast' }))
  if (comparison === null) return [element('p', {}, strings.noComparison), choose(strings.chooseLast)]
  if (comparison.obstacle !== null) return [element('p', {}, obstacleInWords(comparison.obstacle, strings)), choose(strings.chooseOther)]
  const { currentYear, lastYear, metrics, flags } = comparison
  return [
    element('p', {}, fill(strings.compared, currentYear, lastYear, page.model.lastName, metrics.length)),
    choose(strings.chooseOther),
    element('h3', {}, strings.lookAgain, ' ', element('span', { class: 'number' }, `(${flags.length})`)),
    flags.length === 0
      ? element('p', {}, strings.noFlags)
      : element(
          'ul',
          { class: 'findings' },
          flags.map((flag, i) => flagItem(page, flag, i)),
        ),
    metrics.length === 0 ? undefined : [element('h3', {}, strings.plot), plot(page, comparison)],
  ]
}

function flagItem(page: Page, { name, message, range, lastRange }: ReportFlag, i: number): HTMLElement {
  const { strings } = page
  const line = fill(strings.line, range.start.line + 1)
  return element(
    'li',
    { class: 'finding warning' },
    element('p', { class: 'message' }, element('span', { class: 'severity warning' }, name), ' ', message),
    element(
      'p',
      { class: 'place' },
      button(`flag ${i} ${message}`, line, jump(page, range), { class: 'link', 'aria-label': `${line}: ${message}` }),
      button(`flag-last ${i} ${message}`, strings.openLast, jump(page, lastRange, true), { class: 'link', 'aria-label': `${strings.openLast}: ${message}` }),
    ),
  )
}

/** A table whose rows hold a bar a year, the longer of which is the whole: metrics of many units stand under each other. */
function plot(page: Page, compared: Compared): Child {
  const { metrics, lastYear, currentYear } = compared
  const { strings } = page
  const head = [strings.metric, `${lastYear} / ${currentYear}`, strings.difference]
  const rows = metrics.map((metric, i) => plotRow(page, metric, compared, i))
  return table(strings.plot, head, rows, 'plot')
}

function plotRow(page: Page, metric: ComparedMetric, { lastYear, currentYear }: Compared, i: number): Child[] {
  const { last, current, change, rate, flags } = metric
  const name = metric.scope === '' ? metric.metric : `${metric.metric} (${metric.scope})`
  const [before, now] = barsOf(metric)
  const press = jump(page, last.range, true)
  const openLast = button(`metric-last ${i} ${name}`, last.written, press, { class: 'link', 'aria-label': `${last.written}: ${page.strings.openLast}` })
  return [
    [
      button(`metric ${i} ${name}`, name, jump(page, current.range), { class: 'link' }),
      flags.length === 0 ? undefined : element('span', { class: 'note look' }, flags.join(page.strings.separator)),
    ],
    element(
      'div',
      { class: 'years' },
      [element('span', { class: 'quiet' }, String(lastYear)), bar(before.fraction, before.tone), openLast],
      [element('span', { class: 'quiet' }, String(currentYear)), bar(now.fraction, now.tone), element('span', {}, current.written)],
    ),
    [change, rate === '' ? undefined : element('span', { class: 'note' }, rate)],
  ]
}

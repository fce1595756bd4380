import type { ReportFigure } from '@gongwen/messages'
import { stateTone } from '../src/panel/content/build-content.js'
import { fill } from '../src/panel/fill.js'
import { roleInWords, stateInWords } from '../src/panel/wording.js'
import { button, element, type Child } from './dom.js'
import { jump, type Page, type SortKey } from './page.js'

/** The figure ledger: a table that can be sorted by any column and narrowed by words. */
export function ledgerPart(page: Page): Child {
  const { report, strings, state } = page
  if (report.figures.length === 0) return element('p', {}, strings.noFigures)
  const count = element('span', { class: 'quiet', role: 'status', 'data-part': 'shown' })
  const body = element('tbody')
  const heads = element('tr')
  let { filter, sort } = state
  const draw = (): void => {
    const rows = sorted(matching(report.figures, filter, page), sort, page)
    body.replaceChildren(...rows.map((figure) => figureRow(page, figure)))
    count.textContent = fill(strings.shown, rows.length, report.figures.length)
    page.keep({ filter, sort })
  }
  const press = (key: SortKey): void => {
    sort = { key, isDescending: sort.key === key && !sort.isDescending }
    drawHeads()
    draw()
  }
  const drawHeads = (): void => {
    const focused = document.activeElement?.getAttribute('data-key')
    heads.replaceChildren(...columns(page).map(([key, label]) => columnHead(key, label, sort, press)))
    for (const each of heads.querySelectorAll('button')) if (each.dataset.key === focused) each.focus()
  }
  const box = element('input', {
    type: 'search',
    value: filter,
    placeholder: strings.filterHint,
    'data-key': 'filter',
    oninput: () => {
      filter = box.value
      draw()
    },
  })
  drawHeads()
  draw()
  return [
    element('p', { class: 'filter' }, element('label', {}, strings.filter, ' ', box), count),
    element(
      'div',
      { class: 'scrolled' },
      element('table', { class: 'ledger' }, element('caption', { class: 'hidden-text' }, strings.ledger), element('thead', {}, heads), body),
    ),
  ]
}

function columns({ strings }: Page): (readonly [SortKey, string])[] {
  return [
    ['metric', strings.metric],
    ['value', strings.value],
    ['unit', strings.unit],
    ['scope', strings.scope],
    ['year', strings.year],
    ['role', strings.role],
    ['section', strings.section],
    ['state', strings.state],
    ['line', strings.place],
  ]
}

/** A head that sorts; the same head again turns the order round. */
function columnHead(key: SortKey, label: string, sort: Page['state']['sort'], press: (key: SortKey) => void): HTMLElement {
  const isSorted = sort.key === key
  const direction = isSorted ? (sort.isDescending ? 'descending' : 'ascending') : 'none'
  const arrow = element('span', { class: 'arrow', 'aria-hidden': 'true' }, isSorted ? (sort.isDescending ? '▼' : '▲') : '')
  return element(
    'th',
    { scope: 'col', 'aria-sort': direction },
    button(`sort ${key}`, [label, arrow], () => press(key), { class: 'sort' }),
  )
}

function figureRow(page: Page, figure: ReportFigure): HTMLElement {
  const { strings } = page
  const { metric, written, unit, scope, year, role, section, state, note, range } = figure
  const line = fill(strings.line, range.start.line + 1)
  const cells: Child[] = [
    element('span', { title: written }, written),
    unit,
    scope,
    year === null ? '' : String(year),
    roleInWords(role, strings),
    section,
    [element('span', { class: stateTone(state) }, stateInWords(state, strings)), note === '' ? undefined : element('span', { class: 'note' }, note)],
    button(`figure-line ${range.start.line} ${range.start.character}`, line, jump(page, range), { class: 'link', 'aria-label': `${line}: ${written}` }),
  ]
  const name = button(`figure ${range.start.line} ${range.start.character}`, metric === '' ? '—' : metric, jump(page, range), {
    class: 'link',
    'aria-label': `${metric} ${written}: ${fill(strings.jumpTo, range.start.line + 1)}`,
  })
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, name),
    cells.map((cell) => element('td', {}, cell)),
  )
}

/** The figures that hold every word of the filter, in whatever column. */
function matching(figures: readonly ReportFigure[], filter: string, { strings }: Page): readonly ReportFigure[] {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return figures
  return figures.filter(({ metric, written, value, unit, scope, year, role, section, state, note }) => {
    const all = [metric, written, value, unit, scope, year, roleInWords(role, strings), section, stateInWords(state, strings), note].join('\n').toLowerCase()
    return words.every((word) => all.includes(word))
  })
}

function sorted(figures: readonly ReportFigure[], { key, isDescending }: Page['state']['sort'], { strings }: Page): readonly ReportFigure[] {
  const words = new Intl.Collator('zh-CN', { numeric: true })
  const compare = (a: ReportFigure, b: ReportFigure): number => {
    switch (key) {
      case 'line':
        return 0
      case 'value':
        return Number(a.value) - Number(b.value)
      case 'year':
        return (a.year ?? 0) - (b.year ?? 0)
      case 'role':
        return words.compare(roleInWords(a.role, strings), roleInWords(b.role, strings))
      case 'state':
        return words.compare(stateInWords(a.state, strings), stateInWords(b.state, strings))
      default:
        return words.compare(a[key], b[key])
    }
  }
  // what has no value stands behind all that has one, whichever way it is sorted
  const isEmpty = (figure: ReportFigure): number => (key !== 'line' && key !== 'role' && key !== 'state' && (figure[key] ?? '') === '' ? 1 : 0)
  const order = figures.map((figure, i) => ({ figure, i }))
  order.sort((a, b) => isEmpty(a.figure) - isEmpty(b.figure) || (isDescending ? -1 : 1) * (compare(a.figure, b.figure) || a.i - b.i))
  return order.map(({ figure }) => figure)
}

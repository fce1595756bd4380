import { element, type Child } from './dom.js'

/** A table with a name that is read out and not shown. The first cell of a row heads it. */
export function table(name: string, head: readonly Child[], rows: readonly (readonly Child[])[], kind: string): HTMLElement {
  return element(
    'div',
    { class: 'scrolled' },
    element(
      'table',
      { class: kind },
      element('caption', { class: 'hidden-text' }, name),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          head.map((cell) => element('th', { scope: 'col' }, cell)),
        ),
      ),
      element('tbody', {}, rows.map(row)),
    ),
  )
}

function row([first, ...rest]: readonly Child[]): HTMLElement {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, first),
    rest.map((cell) => element('td', {}, cell)),
  )
}

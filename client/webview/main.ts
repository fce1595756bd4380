/** The report panel's page: shows what the host sends, tells it what the writer presses. */
import { fill } from '../src/panel/fill.js'
import type { FromPanel, PanelModel, ToPanel } from '../src/panel/panel-messages.js'
import type { PanelStrings } from '../src/panel/panel-strings.js'
import { countsInWords } from '../src/panel/wording.js'
import { comparisonPart } from './comparison-part.js'
import { coveragePart, lengthsPart } from './coverage-part.js'
import { element, type Child } from './dom.js'
import { findingsPart } from './findings-part.js'
import { keepingFocus } from './focus.js'
import { ledgerPart } from './ledger-part.js'
import type { Page, PageState } from './page.js'
import { verdictPart } from './verdict-part.js'

declare function acquireVsCodeApi(): { postMessage(message: FromPanel): void; getState(): unknown; setState(state: PageState): void }

const editor = acquireVsCodeApi()
const app = document.getElementById('app') as HTMLElement
const status = document.getElementById('status') as HTMLElement
const START: PageState = { uri: '', last: null, sort: { key: 'line', isDescending: false }, filter: '', scroll: 0 }

let state: PageState = { ...START, ...(editor.getState() as Partial<PageState> | undefined) }
let strings: PanelStrings | undefined
/** what each part was last drawn from: a part that would be the same is left as it is */
const drawn = new Map<string, string>()
let told = ''
/** why the page could not be brought up to date */
let notice: HTMLElement | undefined

/** The parts below the verdict, in their order, with what each is drawn from. */
const PARTS = [
  { id: 'findings', title: 'findings', draw: findingsPart, of: ({ report }: Page) => report.findings },
  { id: 'coverage', title: 'coverage', draw: coveragePart, of: ({ report }: Page) => report.coverage },
  { id: 'lengths', title: 'lengths', draw: lengthsPart, of: ({ report }: Page) => [report.lengths, report.characters] },
  { id: 'comparison', title: 'comparison', draw: comparisonPart, of: ({ report, model }: Page) => [report.comparison, model.lastName] },
  { id: 'ledger', title: 'ledger', draw: ledgerPart, of: ({ report }: Page) => report.figures },
] as const

function keep(change: Partial<PageState>): void {
  state = { ...state, ...change }
  editor.setState(state)
}

function show(model: PanelModel): void {
  notice?.remove()
  if (strings === undefined) return
  const { report } = model
  if (report === null) {
    drawn.clear()
    app.replaceChildren(element('main', {}, element('h1', {}, model.fileName), element('p', {}, model.isMisread ? strings.misread : strings.noReport)))
    return
  }
  const page: Page = {
    strings,
    model,
    report,
    get state() {
      return state
    },
    send: (message) => editor.postMessage(message),
    keep,
  }
  const isFirst = drawn.size === 0
  if (isFirst) app.replaceChildren(...frame(strings))
  keepingFocus(() => {
    redraw('verdict', page, verdictPart, [report, model.fileName, strings])
    for (const { id, draw, of } of PARTS) redraw(id, page, draw, of(page))
  })
  if (isFirst) window.scrollTo(0, state.scroll)
  tell(fill(strings.updated, countsInWords(report.counts, strings)), isFirst)
}

/** The landmarks of the page; what is in them comes and goes, they stay. */
function frame(words: PanelStrings): HTMLElement[] {
  const links = PARTS.map(({ id, title }) =>
    element('li', {}, element('a', { href: `#${id}`, 'data-key': `to ${id}`, onclick: (event) => goTo(event, id) }, words[title])),
  )
  return [
    element('header', { id: 'verdict-part' }),
    element('nav', { 'aria-label': words.contents }, element('ul', {}, links)),
    element(
      'main',
      {},
      PARTS.map(({ id, title }) =>
        element(
          'section',
          { id, 'aria-labelledby': `${id}-title` },
          element('h2', { id: `${id}-title`, tabindex: -1 }, words[title]),
          element('div', { id: `${id}-part` }),
        ),
      ),
    ),
  ]
}

function goTo(event: Event, id: string): void {
  event.preventDefault()
  const title = document.getElementById(`${id}-title`)
  title?.scrollIntoView()
  title?.focus({ preventScroll: true })
}

function redraw(id: string, page: Page, draw: (page: Page) => Child, from: unknown): void {
  const key = JSON.stringify(from)
  if (drawn.get(id) === key) return
  drawn.set(id, key)
  document.getElementById(`${id}-part`)?.replaceChildren(element('div', {}, draw(page)))
}

/** Tells readers of the screen what changed, and only when it did; the first showing speaks for itself. */
function tell(words: string, isFirst: boolean): void {
  if (words !== told && !isFirst) status.textContent = words
  told = words
}

window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
  switch (data.type) {
    case 'strings':
      strings = data.strings
      return keep(data.state)
    case 'model':
      return show(data.model)
    case 'busy':
      return app.setAttribute('aria-busy', String(data.isBusy))
    case 'failed':
      // what was found before stays on the page, with a word that it is not the newest
      notice?.remove()
      notice = element('p', { class: 'notice', role: 'alert' }, data.message)
      if (drawn.size === 0) app.replaceChildren()
      app.prepend(notice)
      return
  }
})

let scrolling: ReturnType<typeof setTimeout> | undefined
window.addEventListener('scroll', () => {
  clearTimeout(scrolling)
  scrolling = setTimeout(() => keep({ scroll: window.scrollY }), 200)
})

editor.postMessage({ type: 'ready' })

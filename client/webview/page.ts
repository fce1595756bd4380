import type { MessageRange, ReportData } from '@gongwen/messages'
import type { PanelStrings } from '../src/panel/panel-strings.js'
import type { FromPanel, PanelModel } from '../src/panel/panel-messages.js'

/** A column of the ledger by which it can be sorted. */
export type SortKey = 'line' | 'metric' | 'value' | 'unit' | 'scope' | 'year' | 'role' | 'section' | 'state'

/** What the writer has set in the page; kept over reloads. */
export interface PageState {
  readonly uri: string
  readonly last: string | null
  readonly sort: { readonly key: SortKey; readonly isDescending: boolean }
  readonly filter: string
  readonly scroll: number
}

/** What the parts of the page are drawn from. */
export interface Page {
  readonly strings: PanelStrings
  readonly model: PanelModel
  readonly report: ReportData
  readonly state: PageState
  send(message: FromPanel): void
  /** keeps a change of the state */
  keep(change: Partial<PageState>): void
}

/** Has the editor show a place of the report, or of last year's. */
export function jump(page: Page, range: MessageRange, isInLast = false): () => void {
  return () => page.send({ type: 'jump', range, isInLast })
}

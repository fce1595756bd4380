import type { MessageRange, ReportData } from '@gongwen/messages'
import type { PanelStrings } from './panel-strings.js'

/** What the panel can be exported as. */
export const EXPORT_FORMATS = ['markdown', 'html', 'word'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** What the webview is shown. */
export interface PanelModel {
  readonly uri: string
  readonly fileName: string
  readonly lastName: string
  readonly version: number
  /** nothing when the document is no report, or cannot be read */
  readonly report: ReportData | null
  /** whether it cannot be read because it was opened in a wrong encoding */
  readonly isMisread: boolean
}

/** What the webview keeps over a reload of the window: the document is asked for again. */
export interface PanelState {
  readonly uri: string
  /** last year's report where the writer chose it */
  readonly last: string | null
}

/** From the host to the webview. */
export type ToPanel =
  | { readonly type: 'strings'; readonly strings: PanelStrings; readonly state: PanelState }
  | { readonly type: 'model'; readonly model: PanelModel }
  | { readonly type: 'busy'; readonly isBusy: boolean }
  | { readonly type: 'failed'; readonly message: string }

/** From the webview to the host. */
export type FromPanel =
  | { readonly type: 'ready' | 'refresh' | 'fixAll' | 'chooseLast' }
  | { readonly type: 'jump'; readonly range: MessageRange; readonly isInLast: boolean }
  | { readonly type: 'fix'; readonly finding: string; readonly range: MessageRange; readonly title: string }
  | { readonly type: 'explain'; readonly ruleId: string }
  | { readonly type: 'export'; readonly format: ExportFormat }

/** A message of the webview, or nothing when it is none: what comes out of a page is looked at before it is used. */
export function readMessage(raw: unknown): FromPanel | undefined {
  if (!isRecord(raw)) return undefined
  const { type, range, finding, title, ruleId, format, isInLast } = raw
  switch (type) {
    case 'ready':
    case 'refresh':
    case 'fixAll':
    case 'chooseLast':
      return { type }
    case 'jump':
      return isRange(range) ? { type, range, isInLast: isInLast === true } : undefined
    case 'fix':
      return isRange(range) && typeof finding === 'string' && typeof title === 'string' ? { type, range, finding, title } : undefined
    case 'explain':
      return typeof ruleId === 'string' ? { type, ruleId } : undefined
    case 'export': {
      const known = EXPORT_FORMATS.find((each) => each === format)
      return known === undefined ? undefined : { type, format: known }
    }
    default:
      return undefined
  }
}

/** What a panel was showing, from what its webview kept; nothing when that is something else. */
export function readState(raw: unknown): PanelState | undefined {
  if (!isRecord(raw) || typeof raw.uri !== 'string') return undefined
  return { uri: raw.uri, last: typeof raw.last === 'string' ? raw.last : null }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isRange(value: unknown): value is MessageRange {
  return isRecord(value) && isPosition(value.start) && isPosition(value.end)
}

function isPosition(value: unknown): boolean {
  return isRecord(value) && [value.line, value.character].every((number) => Number.isSafeInteger(number) && (number as number) >= 0)
}

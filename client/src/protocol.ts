/** The client's side of the messages that are the tool's own; server/src/protocol.ts is the other. */
import { NotificationType, RequestType } from 'vscode-languageclient'

/** How many findings of each severity a document has. */
export interface SeverityCounts {
  readonly error: number
  readonly warning: number
  readonly info: number
  readonly hint: number
}

/** What the server found in a document. */
export interface DocumentStatus {
  readonly uri: string
  /** -1 when the document is not open */
  readonly version: number
  /** false when the document is no report or is switched off */
  readonly isChecked: boolean
  readonly counts: SeverityCounts
}

/** Sent by the server after every check. */
export const StatusNotification = new NotificationType<DocumentStatus>('gongwen/status')

/** Asks the server to check a document now, unsaved changes included. */
export const CheckRequest = new RequestType<{ readonly uri: string }, DocumentStatus, void>('gongwen/check')

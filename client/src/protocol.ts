/** The client's side of the messages that are the tool's own; server/src/protocol.ts is the other. */
import { NotificationType, RequestType, type TextEdit } from 'vscode-languageclient'

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

/** What cleaning would do to a document. */
export interface CleaningPlan {
  readonly version: number
  /** false when the document is no report or is switched off */
  readonly isChecked: boolean
  /** takes out whole pieces of text that a site left */
  readonly removals: readonly TextEdit[]
  /** mends what a site or a conversion damaged */
  readonly repairs: readonly TextEdit[]
  /** how many places that is, as a writer counts them */
  readonly places: number
  /** how many more look like residue and were left for the writer */
  readonly left: number
}

/** Asks the server what cleaning would do to a document; nothing is changed. */
export const CleanRequest = new RequestType<{ readonly uri: string }, CleaningPlan, void>('gongwen/clean')

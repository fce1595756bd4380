import type { Severity } from '@gongwen/engine'
import { NotificationType, RequestType, type TextEdit } from 'vscode-languageserver'

/** How many findings of each severity a document has. */
export type SeverityCounts = Readonly<Record<Severity, number>>

/** What the status bar shows of a document. */
export interface DocumentStatus {
  readonly uri: string
  /** the version that the counts are of; -1 when the document is not open */
  readonly version: number
  /** false when the document is no report, is switched off, or is not open */
  readonly isChecked: boolean
  readonly counts: SeverityCounts
}

/** What a client says of itself in `initializationOptions`; one that says nothing gets the plain protocol. */
export interface ClientOptions {
  /** wants `gongwen/status` after every check */
  readonly status?: boolean
  /** has the command `gongwen.explainRule` */
  readonly explainRule?: boolean
}

/** Sent to clients that asked for it, after every check of a document and when one is closed. */
export const StatusNotification = new NotificationType<DocumentStatus>('gongwen/status')

/** Checks a document now, unsaved changes included, and answers with its counts. */
export const CheckRequest = new RequestType<{ readonly uri: string }, DocumentStatus, void>('gongwen/check')

/** What cleaning would do to a document. */
export interface CleaningPlan {
  readonly uri: string
  /** the version that the edits are of; -1 when the document is not open */
  readonly version: number
  /** false when the document is no report, is switched off, or is not open */
  readonly isChecked: boolean
  /** takes out whole pieces of text that a site left */
  readonly removals: readonly TextEdit[]
  /** mends what a site or a conversion damaged */
  readonly repairs: readonly TextEdit[]
  /** how many places that is, as a writer counts them: lines, marks, words */
  readonly places: number
  /** how many more look like residue and were left for the writer */
  readonly left: number
}

/** Says what cleaning would do to a document, unsaved changes included; nothing is changed. */
export const CleanRequest = new RequestType<{ readonly uri: string }, CleaningPlan, void>('gongwen/clean')

/** No findings at all. */
export const NO_COUNTS: SeverityCounts = { error: 0, warning: 0, info: 0, hint: 0 }

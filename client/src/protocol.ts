/** The client's side of the messages that are the tool's own; server/src/protocol.ts is the other. */
import { NotificationType, RequestType, type Position, type TextEdit } from 'vscode-languageclient'
import type { OtherText, ReportAnswer, ReportParams } from './panel/report-data.js'
import type { HealthAnswer } from './views/health-data.js'

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

/** Where the caret stands. */
export interface CaretPlace {
  readonly uri: string
  /** the version of the document that the position is of */
  readonly version: number
  readonly position: Position
}

/** Sent when the caret of an edited document moves: the server holds findings in a sentence back until it is left. */
export const CaretNotification = new NotificationType<CaretPlace>('gongwen/caret')

/** Sent when the writer has come to trust the folder. */
export const TrustedNotification = new NotificationType<void>('gongwen/trusted')

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

/** Asks the server for all that the report panel shows of a document, unsaved changes included. */
export const ReportRequest = new RequestType<ReportParams, ReportAnswer, void>('gongwen/report')

/** Asks for what the tree view shows of a document, unsaved changes included. */
export const HealthRequest = new RequestType<{ readonly uri: string }, HealthAnswer, void>('gongwen/health')

/** What a report is to be compared with. */
export interface CompareParams {
  readonly uri: string
  /** texts that may be last year's report, or the one that the writer chose */
  readonly others: readonly OtherText[]
}

/** How a report compares with last year's. */
export interface CompareAnswer {
  /** false when the document is no report, is switched off, or is not open */
  readonly isChecked: boolean
  /** which of the texts was taken for last year's report; null when none is */
  readonly last: string | null
  /** why the two cannot be compared */
  readonly obstacle: 'last-year-unknown' | 'current-year-unknown' | 'same-year' | 'wrong-order' | null
  /** how many places are to be looked at again */
  readonly flags: number
  /** the comparison; empty when there is none */
  readonly markdown: string
}

/** Compares a document, unsaved changes included, with last year's report. */
export const CompareRequest = new RequestType<CompareParams, CompareAnswer, void>('gongwen/compare')

/** Kinds of report that can be begun. */
export type ReportKind = 'annual' | 'half-year' | 'quarter' | 'term' | 'plan' | 'duty' | 'government'

/** A kind of report that can be begun, and what one written in the month asked of is usually about. */
export interface OfferedKind {
  readonly kind: ReportKind
  /** the year summed up; of a plan the year planned; of a term the year in which its school year began */
  readonly year: number
  /** which quarter or term; 1 for other kinds */
  readonly part: number
}

/** Which kinds of report can be begun; the month is today's. */
export const ReportKindsRequest = new RequestType<{ readonly year: number; readonly month: number }, readonly OfferedKind[], void>('gongwen/reportKinds')

/** Which report is to be begun. */
export interface NewReportParams extends OfferedKind {
  /** address of the workspace folder whose configuration counts */
  readonly folder: string | null
  /** empty when it is to be filled in later */
  readonly unit: string
}

/** A piece of a skeleton. */
export interface SkeletonPiece {
  readonly text: string
  /** whether it is to be written over */
  readonly isPlaceholder: boolean
}

/** A report that waits to be filled in: the pieces together are its Markdown. */
export interface NewReport {
  readonly title: string
  readonly pieces: readonly SkeletonPiece[]
}

/** Gives the skeleton of a report; nothing is written. */
export const NewReportRequest = new RequestType<NewReportParams, NewReport, void>('gongwen/newReport')

/** What a configuration file begins with, and the names that count, the usual one first. */
export interface ConfigurationTemplate {
  readonly names: readonly string[]
  readonly text: string
}

/** Gives the configuration file that a folder may begin with; nothing is written. */
export const ConfigurationTemplateRequest = new RequestType<{ readonly folder: string | null }, ConfigurationTemplate, void>('gongwen/configurationTemplate')

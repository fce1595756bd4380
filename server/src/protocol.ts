import type { ComparisonObstacle, Month, ReportTime, Severity, SkeletonKind } from '@gongwen/engine'
import { NotificationType, RequestType, type Position, type TextEdit } from 'vscode-languageserver'
import type { HealthAnswer } from './health/health-data.js'
import type { OtherText, ReportAnswer, ReportParams } from './report/report-data.js'

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
  /** false in a folder that the writer has not said to trust: its configuration files then do not count; they could switch checks off */
  readonly isTrusted?: boolean
  /** has the command `gongwen.explainRule` */
  readonly explainRule?: boolean
  /** has the command `gongwen.showReport`: code lenses run it with the document's address */
  readonly codeLens?: boolean
  /** address of the folder with the rules' pages, with a slash at the end */
  readonly rulePages?: string
}

/** Sent to clients that asked for it, after every check of a document and when one is closed. */
export const StatusNotification = new NotificationType<DocumentStatus>('gongwen/status')

/** Checks a document now, unsaved changes included, and answers with its counts. */
export const CheckRequest = new RequestType<{ readonly uri: string }, DocumentStatus, void>('gongwen/check')

/** Where the caret stands. */
export interface CaretPlace {
  readonly uri: string
  /** the version of the document that the position is of */
  readonly version: number
  readonly position: Position
}

/** Sent by clients that can, when an edited document's caret moves or may have: findings in a sentence wait until it is left. */
export const CaretNotification = new NotificationType<CaretPlace>('gongwen/caret')

/** Sent when the writer has come to trust the folder. */
export const TrustedNotification = new NotificationType<void>('gongwen/trusted')

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

/** Asks for all that the report panel shows of a document, unsaved changes included. */
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
  readonly obstacle: ComparisonObstacle | null
  /** how many places are to be looked at again */
  readonly flags: number
  /** the comparison; empty when there is none */
  readonly markdown: string
}

/** Compares a document, unsaved changes included, with last year's report. */
export const CompareRequest = new RequestType<CompareParams, CompareAnswer, void>('gongwen/compare')

/** A kind of report that can be begun, and what one written in the month asked of is usually about. */
export interface OfferedKind extends ReportTime {
  readonly kind: SkeletonKind
}

/** Which kinds of report can be begun; the month is today's. */
export const ReportKindsRequest = new RequestType<Month, readonly OfferedKind[], void>('gongwen/reportKinds')

/** Which report is to be begun. */
export interface NewReportParams extends ReportTime {
  /** address of the workspace folder whose configuration counts */
  readonly folder: string | null
  readonly kind: SkeletonKind
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

/** No findings at all. */
export const NO_COUNTS: SeverityCounts = { error: 0, warning: 0, info: 0, hint: 0 }

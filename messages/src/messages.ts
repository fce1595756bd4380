import type { HealthAnswer } from './health-data.js'
import type { MessageEdit, MessagePosition } from './places.js'
import type { OtherText, ReportAnswer, ReportParams } from './report-data.js'
import type { SeverityCounts } from './severity.js'

/** What the status bar shows of a document. */
export interface DocumentStatus {
  readonly uri: string
  /** the version that the counts are of; -1 when the document is not open */
  readonly version: number
  /** false when the document is no report, is switched off, or is not open */
  readonly isChecked: boolean
  /** whether it is not checked because it was opened in a wrong encoding; the counts then hold the finding that says so */
  readonly isMisread?: true
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
  /** has the command `workbench.action.editor.changeEncoding`, which opens the document in use in another encoding */
  readonly changeEncoding?: boolean
  /** address of the folder with the rules' pages, with a slash at the end */
  readonly rulePages?: string
}

/** Where the caret stands. */
export interface CaretPlace {
  readonly uri: string
  /** the version of the document that the position is of */
  readonly version: number
  readonly position: MessagePosition
}

/** What cleaning would do to a document. */
export interface CleaningPlan {
  readonly uri: string
  /** the version that the edits are of; -1 when the document is not open */
  readonly version: number
  /** false when the document is no report, is switched off, or is not open */
  readonly isChecked: boolean
  /** takes out whole pieces of text that a site left */
  readonly removals: readonly MessageEdit[]
  /** mends what a site or a conversion damaged */
  readonly repairs: readonly MessageEdit[]
  /** how many places that is, as a writer counts them: lines, marks, words */
  readonly places: number
  /** how many more look like residue and were left for the writer */
  readonly left: number
}

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

/** What a configuration file begins with, and the names that count, the usual one first. */
export interface ConfigurationTemplate {
  readonly names: readonly string[]
  readonly text: string
}

/** The requests by their methods: what is asked, and what is answered. */
export interface Requests {
  /** Checks a document now, unsaved changes included, and answers with its counts. */
  'gongwen/check': [{ readonly uri: string }, DocumentStatus]
  /** Says what cleaning would do to a document, unsaved changes included; nothing is changed. */
  'gongwen/clean': [{ readonly uri: string }, CleaningPlan]
  /** Asks for all that the report panel shows of a document, unsaved changes included. */
  'gongwen/report': [ReportParams, ReportAnswer]
  /** Asks for what the tree view shows of a document, unsaved changes included. */
  'gongwen/health': [{ readonly uri: string }, HealthAnswer]
  /** Compares a document, unsaved changes included, with last year's report. */
  'gongwen/compare': [CompareParams, CompareAnswer]
  /** Which kinds of report can be begun; the month is today's. */
  'gongwen/reportKinds': [{ readonly year: number; readonly month: number }, readonly OfferedKind[]]
  /** Gives the skeleton of a report; nothing is written. */
  'gongwen/newReport': [NewReportParams, NewReport]
  /** Gives the configuration file that a folder may begin with; nothing is written. */
  'gongwen/configurationTemplate': [{ readonly folder: string | null }, ConfigurationTemplate]
}

/** The notifications by their methods: what is told. */
export interface Notifications {
  /** Sent to clients that asked for it, after every check of a document and when one is closed. */
  'gongwen/status': DocumentStatus
  /** Sent by clients that can, when an edited document's caret moves or may have: findings in a sentence wait until it is left. */
  'gongwen/caret': CaretPlace
  /** Sent when the writer has come to trust the folder. */
  'gongwen/trusted': undefined
}

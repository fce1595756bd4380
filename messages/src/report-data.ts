import type { MessageRange } from './places.js'
import type { MessageSeverity, SeverityCounts } from './severity.js'

/* What the report panel shows of a document. */

/** A text beside the document that may be last year's report. */
export interface OtherText {
  readonly uri: string
  readonly format: 'markdown' | 'plain'
  readonly text: string
  /** whether the writer chose it: then it is compared whatever it looks like, or it is said why it cannot be */
  readonly isChosen: boolean
}

/** What the panel asks for. */
export interface ReportParams {
  readonly uri: string
  /** texts that may be last year's report; the server takes the one that is */
  readonly others?: readonly OtherText[]
}

/** The answer: no report when the document is none, is switched off, cannot be read, or is not open. */
export interface ReportAnswer {
  readonly uri: string
  /** the version that everything is of; -1 when the document is not open */
  readonly version: number
  readonly isChecked: boolean
  /** whether it cannot be read because it was opened in a wrong encoding */
  readonly isMisread?: true
  readonly report: ReportData | null
}

/** One document as the panel shows it. */
export interface ReportData {
  readonly title: string
  /** the kind's name in the language of messages */
  readonly kind: string
  readonly year: number | null
  readonly unit: string | null
  readonly counts: SeverityCounts
  /** findings below the severity that the settings show */
  readonly hidden: number
  /** findings that one click repairs, figures never among them */
  readonly mechanical: number
  /** characters of prose, white space and residue left out */
  readonly characters: number
  readonly findings: readonly ReportFinding[]
  readonly coverage: readonly ReportCoverage[]
  readonly lengths: readonly SectionLength[]
  readonly figures: readonly ReportFigure[]
  readonly comparison: ReportComparison | null
}

/** A finding. */
export interface ReportFinding {
  /** tells it from every other of its text; the same as in the `data` of its diagnostic */
  readonly id: string
  readonly ruleId: string
  readonly group: 'structure' | 'sections' | 'figures' | 'residue' | 'punctuation' | 'wording'
  readonly severity: MessageSeverity
  readonly message: string
  readonly advice: string
  readonly range: MessageRange
  /** the words that it is about, cut where they are many */
  readonly words: string
  /** the heading that it stands under; empty above the first */
  readonly section: string
  readonly fixes: readonly { readonly title: string; readonly isSafe: boolean }[]
}

/** A part that reports like this one have. */
export interface ReportCoverage {
  readonly id: string
  readonly name: string
  readonly requirement: 'required' | 'expected' | 'optional'
  readonly status: 'present' | 'embedded' | 'heading-only' | 'absent'
  /** where it stands; for an absent one where it would */
  readonly range: MessageRange
}

/** How long a section is. */
export interface SectionLength {
  readonly name: string
  /** 1 for the outermost, 0 for what stands above the first heading */
  readonly level: number
  readonly characters: number
  readonly findings: number
  readonly range: MessageRange
}

/** How far a figure is borne out: by arithmetic, by nothing but itself, or not at all. */
export type FigureState = 'wrong' | 'doubtful' | 'open' | 'checked' | 'stated'

/** A line of the figure ledger. */
export interface ReportFigure {
  readonly metric: string
  /** exact, in the base unit; null for what was left open (XX名, 数百) */
  readonly value: string | null
  readonly written: string
  readonly unit: string
  readonly scope: string
  readonly year: number | null
  readonly role: 'done' | 'planned' | 'share' | 'change' | 'base'
  readonly section: string
  readonly state: FigureState
  /** the arithmetic where there is one: 16388÷27478＝59.64%; or the message of a finding about it */
  readonly note: string
  readonly range: MessageRange
}

/** Why the two reports cannot be compared. */
export type ReportObstacle = 'last-year-unknown' | 'current-year-unknown' | 'same-year' | 'wrong-order'

/** This year's report beside last year's; `uri` is last year's. */
export type ReportComparison =
  | { readonly uri: string; readonly obstacle: ReportObstacle }
  | {
      readonly uri: string
      readonly obstacle: null
      readonly lastYear: number
      readonly currentYear: number
      readonly metrics: readonly ComparedMetric[]
      readonly flags: readonly ReportFlag[]
    }

/** A metric in both years. */
export interface ComparedMetric {
  readonly metric: string
  readonly scope: string
  readonly last: ComparedValue
  readonly current: ComparedValue
  /** with sign and unit */
  readonly change: string
  /** in per cent with sign; empty where there is none */
  readonly rate: string
  /** what is to be looked at again: names of its flags */
  readonly flags: readonly string[]
}

/** A value of one year. */
export interface ComparedValue {
  readonly written: string
  /** exact, in the base unit */
  readonly value: string
  readonly range: MessageRange
}

/** Something that the comparison says to look at again. */
export interface ReportFlag {
  /** what such a thing is called */
  readonly name: string
  readonly message: string
  readonly range: MessageRange
  readonly lastRange: MessageRange
}

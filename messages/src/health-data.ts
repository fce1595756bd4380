import type { MessageEdit, MessageRange } from './places.js'
import type { MessageSeverity, SeverityCounts } from './severity.js'

/* What the tree view 公文体检 shows of a document. */

/** A fix that one click may apply: mechanical, never of a figure. */
export interface HealthFix {
  readonly title: string
  readonly edits: readonly MessageEdit[]
}

/** A finding. */
export interface HealthFinding {
  readonly ruleId: string
  readonly severity: MessageSeverity
  /** what is wrong */
  readonly message: string
  /** what to do; empty where nothing is to be said */
  readonly advice: string
  readonly range: MessageRange
  readonly fix: HealthFix | null
}

/** A section, or what stands above the first heading. */
export interface HealthSection {
  /** ordinal and title as written; empty for what stands above the first heading */
  readonly name: string
  readonly range: MessageRange
  /** of the section with all that stands under it */
  readonly counts: SeverityCounts
  /** of the section itself, in reading order */
  readonly findings: readonly HealthFinding[]
  readonly children: readonly HealthSection[]
}

/** A metric and every figure that the report gives for it, in reading order. */
export interface HealthMetric {
  readonly metric: string
  readonly mentions: readonly HealthMention[]
}

/** A figure of a metric. */
export interface HealthMention {
  readonly written: string
  /** what it is said of, where the sentence names it; else empty */
  readonly scope: string
  readonly year: number | null
  readonly role: 'done' | 'planned' | 'share' | 'change' | 'base'
  readonly range: MessageRange
}

/** All that the view shows. */
export interface Health {
  readonly counts: SeverityCounts
  /** how many findings one click repairs */
  readonly mechanical: number
  /** what stands above the first heading first, where something is found there */
  readonly sections: readonly HealthSection[]
  /** findings about figures */
  readonly contradictions: readonly HealthFinding[]
  readonly metrics: readonly HealthMetric[]
  /** findings about residue, damage and places to be filled in */
  readonly residue: readonly HealthFinding[]
  /** every place to be filled in, whatever severity the settings show */
  readonly placeholders: readonly MessageRange[]
}

/** The answer to `gongwen/health`. */
export interface HealthAnswer {
  readonly uri: string
  /** the version that everything is of; -1 when the document is not open */
  readonly version: number
  /** null when the document is no report, is switched off, or is not open */
  readonly health: Health | null
}

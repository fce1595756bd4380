import type { TextEdit } from '../text/edit.js'
import type { TextRange } from '../text/range.js'
import type { Severity } from './severity.js'

/**
 * A way to mend a finding. `safe` is mechanical (numbering, brackets, punctuation, whole residue lines) and may be applied
 * without a look; `unsafe` needs the writer: every fix of a figure, and every one that could delete a sentence.
 */
export interface Fix {
  readonly title: string
  readonly safety: 'safe' | 'unsafe'
  /** non-overlapping; in a finding, relative to the whole text */
  readonly edits: readonly TextEdit[]
  /** how many places it mends, where that is not the number of its edits: lines of one deletion, pairs of marks */
  readonly places?: number
}

/** Another place that a finding is about. */
export interface RelatedPlace extends TextRange {
  readonly message: string
}

/** One thing that a reviewer would send the report back for. Plain data; every range is of the whole text. */
export interface Finding extends TextRange {
  /** `group/name` */
  readonly ruleId: string
  readonly messageId: string
  readonly severity: Severity
  /** what is wrong, with the arithmetic if any */
  readonly message: string
  /** what to do */
  readonly advice: string | undefined
  readonly related: readonly RelatedPlace[]
  readonly fixes: readonly Fix[]
}

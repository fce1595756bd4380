// Made by scripts/generate.ts from the files beside it. Do not edit.
import type { AnyRule } from '../linting/rule.js'
import structureOrdinalSequence from './structure/ordinal-sequence.js'
import punctuationDoubledMarks from './punctuation/doubled-marks.js'
import punctuationEllipsis from './punctuation/ellipsis.js'
import punctuationHalfWidthMarks from './punctuation/half-width-marks.js'
import punctuationListOfQuotes from './punctuation/list-of-quotes.js'
import punctuationMissingFinalStop from './punctuation/missing-final-stop.js'
import punctuationNestedMarks from './punctuation/nested-marks.js'
import punctuationPairedMarks from './punctuation/paired-marks.js'
import punctuationQuotedStop from './punctuation/quoted-stop.js'
import punctuationRangeMark from './punctuation/range-mark.js'
import punctuationStraySpace from './punctuation/stray-space.js'

/** Every rule, by group and name. */
export const RULES: readonly AnyRule[] = [
  structureOrdinalSequence,
  punctuationDoubledMarks,
  punctuationEllipsis,
  punctuationHalfWidthMarks,
  punctuationListOfQuotes,
  punctuationMissingFinalStop,
  punctuationNestedMarks,
  punctuationPairedMarks,
  punctuationQuotedStop,
  punctuationRangeMark,
  punctuationStraySpace,
]

// Made by scripts/generate.ts from the files beside it. Do not edit.
import type { AnyRule } from '../linting/rule.js'
import structureOrdinalSequence from './structure/ordinal-sequence.js'
import punctuationPairedMarks from './punctuation/paired-marks.js'

/** Every rule, by group and name. */
export const RULES: readonly AnyRule[] = [
  structureOrdinalSequence,
  punctuationPairedMarks,
]

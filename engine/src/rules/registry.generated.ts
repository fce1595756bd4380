// Made by scripts/generate.ts from the files beside it. Do not edit.
import type { AnyRule } from '../linting/rule.js'
import structureAddressee from './structure/addressee.js'
import structureAnnouncedCount from './structure/announced-count.js'
import structureAttachmentNote from './structure/attachment-note.js'
import structureDateForm from './structure/date-form.js'
import structureDocumentNumber from './structure/document-number.js'
import structureDuplicateHeading from './structure/duplicate-heading.js'
import structureEmptyHeading from './structure/empty-heading.js'
import structureEnumeration from './structure/enumeration.js'
import structureGluedHeading from './structure/glued-heading.js'
import structureHeadingDepth from './structure/heading-depth.js'
import structureHeadingEndMark from './structure/heading-end-mark.js'
import structureLoneHeading from './structure/lone-heading.js'
import structureLongHeading from './structure/long-heading.js'
import structureMisplacedOrdinal from './structure/misplaced-ordinal.js'
import structureMixedEnumerationMarks from './structure/mixed-enumeration-marks.js'
import structureOrdinalLevel from './structure/ordinal-level.js'
import structureOrdinalMarks from './structure/ordinal-marks.js'
import structureOrdinalSequence from './structure/ordinal-sequence.js'
import structureRunInStop from './structure/run-in-stop.js'
import structureSequenceWords from './structure/sequence-words.js'
import structureSignature from './structure/signature.js'
import structureTitle from './structure/title.js'
import structureTitleKind from './structure/title-kind.js'
import structureTruncatedEnding from './structure/truncated-ending.js'
import structureUnnumberedHeading from './structure/unnumbered-heading.js'
import sectionsHalfYearPeriod from './sections/half-year-period.js'
import sectionsLeadTransition from './sections/lead-transition.js'
import sectionsPlanRepeatsSummary from './sections/plan-repeats-summary.js'
import sectionsPlanWithoutTarget from './sections/plan-without-target.js'
import sectionsPlanYear from './sections/plan-year.js'
import sectionsPromisedPlan from './sections/promised-plan.js'
import sectionsRequiredSection from './sections/required-section.js'
import sectionsSectionOrder from './sections/section-order.js'
import sectionsSectionWithoutFacts from './sections/section-without-facts.js'
import sectionsThinSection from './sections/thin-section.js'
import figuresAnniversary from './figures/anniversary.js'
import figuresApproximation from './figures/approximation.js'
import figuresAverage from './figures/average.js'
import figuresDateAfterReport from './figures/date-after-report.js'
import figuresDateExists from './figures/date-exists.js'
import figuresDateOrder from './figures/date-order.js'
import figuresDateStyle from './figures/date-style.js'
import figuresDateWeekday from './figures/date-weekday.js'
import figuresDecreaseMultiple from './figures/decrease-multiple.js'
import figuresEnumerationCount from './figures/enumeration-count.js'
import figuresFullCoverage from './figures/full-coverage.js'
import figuresFutureInSummary from './figures/future-in-summary.js'
import figuresGrowth from './figures/growth.js'
import figuresImpliedBase from './figures/implied-base.js'
import figuresMeasureDuplicate from './figures/measure-duplicate.js'
import figuresMissingMeasureWord from './figures/missing-measure-word.js'
import figuresNumeralForm from './figures/numeral-form.js'
import figuresNumeralStyle from './figures/numeral-style.js'
import figuresPercentagePoint from './figures/percentage-point.js'
import figuresPercentagePointGap from './figures/percentage-point-gap.js'
import figuresPlanCompletion from './figures/plan-completion.js'
import figuresPlanDeadline from './figures/plan-deadline.js'
import figuresPlanGrowth from './figures/plan-growth.js'
import figuresPlanLength from './figures/plan-length.js'
import figuresPlanRepeatsFigure from './figures/plan-repeats-figure.js'
import figuresRangeUnits from './figures/range-units.js'
import figuresRank from './figures/rank.js'
import figuresRateRange from './figures/rate-range.js'
import figuresRatio from './figures/ratio.js'
import figuresRepeatedLargeNumber from './figures/repeated-large-number.js'
import figuresRespective from './figures/respective.js'
import figuresRestatedMetric from './figures/restated-metric.js'
import figuresShare from './figures/share.js'
import figuresShareIdentity from './figures/share-identity.js'
import figuresShareTotal from './figures/share-total.js'
import figuresStages from './figures/stages.js'
import figuresSum from './figures/sum.js'
import figuresTableChange from './figures/table-change.js'
import figuresTableTotal from './figures/table-total.js'
import figuresTimeline from './figures/timeline.js'
import figuresTwoDates from './figures/two-dates.js'
import figuresVisits from './figures/visits.js'
import figuresYearChinese from './figures/year-chinese.js'
import figuresYearConsistency from './figures/year-consistency.js'
import figuresYearForm from './figures/year-form.js'
import figuresYearTwoDigits from './figures/year-two-digits.js'
import residueContactNumber from './residue/contact-number.js'
import residueDamagedBrackets from './residue/damaged-brackets.js'
import residueDamagedQuotes from './residue/damaged-quotes.js'
import residueDamagedTitleMarks from './residue/damaged-title-marks.js'
import residueDoubledQuotes from './residue/doubled-quotes.js'
import residueFileName from './residue/file-name.js'
import residueFullWidthLatin from './residue/full-width-latin.js'
import residueMarkdownMark from './residue/markdown-mark.js'
import residueMaskLeak from './residue/mask-leak.js'
import residueMojibake from './residue/mojibake.js'
import residueOcrDigits from './residue/ocr-digits.js'
import residueOverMasking from './residue/over-masking.js'
import residuePlaceholder from './residue/placeholder.js'
import residuePreviewNumber from './residue/preview-number.js'
import residueRepeatedText from './residue/repeated-text.js'
import residueScrambledWord from './residue/scrambled-word.js'
import residueSiteText from './residue/site-text.js'
import residueTraditionalForm from './residue/traditional-form.js'
import residueWrongEncoding from './residue/wrong-encoding.js'
import residueZeroWidth from './residue/zero-width.js'
import punctuationAngleTitleMarks from './punctuation/angle-title-marks.js'
import punctuationDoubledMarks from './punctuation/doubled-marks.js'
import punctuationEllipsis from './punctuation/ellipsis.js'
import punctuationHalfWidthMarks from './punctuation/half-width-marks.js'
import punctuationListOfQuotes from './punctuation/list-of-quotes.js'
import punctuationMissingFinalStop from './punctuation/missing-final-stop.js'
import punctuationMixedListMarks from './punctuation/mixed-list-marks.js'
import punctuationNestedMarks from './punctuation/nested-marks.js'
import punctuationPairedMarks from './punctuation/paired-marks.js'
import punctuationQuotedStop from './punctuation/quoted-stop.js'
import punctuationRangeMark from './punctuation/range-mark.js'
import punctuationStraySpace from './punctuation/stray-space.js'
import wordingAdverbDe from './wording/adverb-de.js'
import wordingConfusable from './wording/confusable.js'
import wordingCutoffWord from './wording/cutoff-word.js'
import wordingFixedExpression from './wording/fixed-expression.js'
import wordingMemberOrder from './wording/member-order.js'
import wordingMissingFrameWord from './wording/missing-frame-word.js'
import wordingMissingJoint from './wording/missing-joint.js'
import wordingOrdinalSession from './wording/ordinal-session.js'
import wordingRedundant from './wording/redundant.js'
import wordingRepeatedClause from './wording/repeated-clause.js'
import wordingRepeatedSentence from './wording/repeated-sentence.js'
import wordingRepeatedWord from './wording/repeated-word.js'

/** Every rule, by group and name. */
export const RULES: readonly AnyRule[] = [
  structureAddressee,
  structureAnnouncedCount,
  structureAttachmentNote,
  structureDateForm,
  structureDocumentNumber,
  structureDuplicateHeading,
  structureEmptyHeading,
  structureEnumeration,
  structureGluedHeading,
  structureHeadingDepth,
  structureHeadingEndMark,
  structureLoneHeading,
  structureLongHeading,
  structureMisplacedOrdinal,
  structureMixedEnumerationMarks,
  structureOrdinalLevel,
  structureOrdinalMarks,
  structureOrdinalSequence,
  structureRunInStop,
  structureSequenceWords,
  structureSignature,
  structureTitle,
  structureTitleKind,
  structureTruncatedEnding,
  structureUnnumberedHeading,
  sectionsHalfYearPeriod,
  sectionsLeadTransition,
  sectionsPlanRepeatsSummary,
  sectionsPlanWithoutTarget,
  sectionsPlanYear,
  sectionsPromisedPlan,
  sectionsRequiredSection,
  sectionsSectionOrder,
  sectionsSectionWithoutFacts,
  sectionsThinSection,
  figuresAnniversary,
  figuresApproximation,
  figuresAverage,
  figuresDateAfterReport,
  figuresDateExists,
  figuresDateOrder,
  figuresDateStyle,
  figuresDateWeekday,
  figuresDecreaseMultiple,
  figuresEnumerationCount,
  figuresFullCoverage,
  figuresFutureInSummary,
  figuresGrowth,
  figuresImpliedBase,
  figuresMeasureDuplicate,
  figuresMissingMeasureWord,
  figuresNumeralForm,
  figuresNumeralStyle,
  figuresPercentagePoint,
  figuresPercentagePointGap,
  figuresPlanCompletion,
  figuresPlanDeadline,
  figuresPlanGrowth,
  figuresPlanLength,
  figuresPlanRepeatsFigure,
  figuresRangeUnits,
  figuresRank,
  figuresRateRange,
  figuresRatio,
  figuresRepeatedLargeNumber,
  figuresRespective,
  figuresRestatedMetric,
  figuresShare,
  figuresShareIdentity,
  figuresShareTotal,
  figuresStages,
  figuresSum,
  figuresTableChange,
  figuresTableTotal,
  figuresTimeline,
  figuresTwoDates,
  figuresVisits,
  figuresYearChinese,
  figuresYearConsistency,
  figuresYearForm,
  figuresYearTwoDigits,
  residueContactNumber,
  residueDamagedBrackets,
  residueDamagedQuotes,
  residueDamagedTitleMarks,
  residueDoubledQuotes,
  residueFileName,
  residueFullWidthLatin,
  residueMarkdownMark,
  residueMaskLeak,
  residueMojibake,
  residueOcrDigits,
  residueOverMasking,
  residuePlaceholder,
  residuePreviewNumber,
  residueRepeatedText,
  residueScrambledWord,
  residueSiteText,
  residueTraditionalForm,
  residueWrongEncoding,
  residueZeroWidth,
  punctuationAngleTitleMarks,
  punctuationDoubledMarks,
  punctuationEllipsis,
  punctuationHalfWidthMarks,
  punctuationListOfQuotes,
  punctuationMissingFinalStop,
  punctuationMixedListMarks,
  punctuationNestedMarks,
  punctuationPairedMarks,
  punctuationQuotedStop,
  punctuationRangeMark,
  punctuationStraySpace,
  wordingAdverbDe,
  wordingConfusable,
  wordingCutoffWord,
  wordingFixedExpression,
  wordingMemberOrder,
  wordingMissingFrameWord,
  wordingMissingJoint,
  wordingOrdinalSession,
  wordingRedundant,
  wordingRepeatedClause,
  wordingRepeatedSentence,
  wordingRepeatedWord,
]

/** The engine's public face: the only file that other folders import. Text and configuration in, findings out. */
export { RULES } from './rules/registry.generated.js'
export * from './text/range.js'
export * from './text/edit.js'
export * from './text/line-index.js'
export * from './text/characters.js'
export * from './text/say.js'
export { markdownTable, printable } from './text/printable.js'
export { canonicalise } from './text/canonical.js'
export { Block, type BlockKind } from './markdown/block.js'
export { splitAround, splitBlocks, BlockCache, type SplitBlock, type TextFormat } from './markdown/splitter.js'
export { ReportDocument, type DocumentOptions } from './document/report-document.js'
export { countCharacters } from './document/character-count.js'
export type { Heading, Outline, PositionedBlock, Section } from './document/outline.js'
export { readOrdinal, formatOrdinal, type Ordinal, type OrdinalStyle } from './document/ordinal.js'
export { convertToMarkdown, convertToPlain, demoteSection, promoteSection, renumberDocument } from './document/renumber.js'
export {
  canRestructure,
  restructure,
  DOCUMENT_RESTRUCTURINGS,
  SECTION_RESTRUCTURINGS,
  type DocumentRestructuring,
  type RestructuringEdits,
  type SectionRestructuring,
} from './document/restructure.js'
export { headingReferences, type DoubtfulEdit, type HeadingReference } from './document/heading-references.js'
export { expressionsAt, FIXED_EXPRESSIONS, type ExpressionMention, type FixedExpression } from './document/fixed-expressions.js'
export { placeholdersOf, type Placeholder } from './document/placeholder.js'
export { enumerationsOf, type EnumerationItem } from './document/enumeration.js'
export { parseOrdinalNumeral, formatOrdinalNumeral } from './document/chinese-numeral.js'
export { sentencesOf, clausesOf, type Clause, type Sentence } from './document/sentence.js'
export type { ProfileOverride, ReportField, ReportKind, ReportProfile, SchoolStage } from './document/profile.js'
export { sectionCoverage, type SectionCoverage } from './document/section-coverage.js'
export { skeletonOf, SKELETON_KINDS, type ReportSkeleton, type SkeletonKind, type SkeletonRequest } from './document/skeleton.js'
export { usualTimeOf, type Month, type ReportTime } from './document/usual-time.js'
export { newReport } from './linting/new-report.js'
export type { SectionStatus } from './document/section-evidence.js'
export type { SectionPlace } from './document/section-skeleton.js'
export type { SectionRequirement } from './document/section-taxonomy.js'
export { SECTION_IDS, type UserProfile, type UserSection } from './document/user-profile.js'
export type { ResidueBlock } from './document/residue.js'
export { resolveConfiguration, type Configuration, type ResolvedConfiguration, type RuleSetting } from './config/configuration.js'
export { lazySegmenter, platformSegmenter, type Segmenter } from './lexicon/segmenter.js'
export { TermMatcher, type Term, type TermMatch } from './lexicon/term-matcher.js'
export { Linter, type LinterOptions, type RuleTiming } from './linting/linter.js'
export { Session, lintText, type SessionOptions, type Snapshot } from './linting/session.js'
export { finish, type Steps } from './text/steps.js'
export { collectSafeEdits, collectSafeFixes, fixAll, MAX_ROUNDS, type AppliedFix, type FixResult } from './linting/fixing.js'
export {
  clean,
  cleanResidue,
  isCleanable,
  type CleanedKind,
  type Cleaning,
  type CleaningOptions,
  type LeftFinding,
  type LeftReason,
} from './linting/cleaning.js'
export { readSuppressions, type Suppression } from './linting/suppression.js'
export {
  groupOf,
  render,
  RULE_GROUPS,
  type AnyRule,
  type Rule,
  type RuleExample,
  type RuleGroup,
  type RuleMessage,
  type RuleOption,
  type RuleSource,
} from './linting/rule.js'
export { isAtLeast, SEVERITIES, type Severity } from './linting/severity.js'
export type { Finding, Fix, RelatedPlace } from './linting/finding.js'
export { Decimal } from './document/decimal.js'
export {
  figuresOf,
  isComparable,
  isKnown,
  isQuantity,
  type Approximation,
  type Figure,
  type FigureInterval,
  type FigureKind,
  type KnownFigure,
} from './document/figure.js'
export { formatChineseInteger, readNumeral, type Numeral, type NumeralStyle } from './document/numeral.js'
export { readUnit, type Unit, type UnitClass } from './document/unit.js'
export { quantitiesOf, type KnownPlacedFigure, type PlacedFigure } from './figures/placed-figure.js'
export { wrongShares, type ShareClaim } from './figures/share.js'
export { wrongSums, type SumClaim } from './figures/sum.js'
export { growthsOf, type Growth } from './figures/growth.js'
export { pointGaps, type PointGap } from './figures/point-gap.js'
export { stageSlips, type StageSlip } from './figures/stages.js'
export { wrongTableTotals, type TableTotal } from './figures/table-total.js'
export { wrongShareTotals, type ShareTotal } from './figures/share-total.js'
export { ledgerOf, type FigureRole, type LedgerChange, type LedgerEntry } from './figures/ledger.js'
export {
  compareReports,
  placeOfFlag,
  type ComparisonFlag,
  type ComparisonObstacle,
  type MetricComparison,
  type ReportComparison,
  type UnmatchedFigure,
} from './figures/compare.js'
export { flagInWords, kindName, nameOfLast, signed, signedRate } from './figures/comparison-wording.js'
export {
  comparisonAsMarkdown,
  comparisonNotes,
  comparisonTables,
  comparisonTitle,
  type ComparisonTable,
  type NamedComparison,
} from './figures/comparison-report.js'
export type { PlanComparison } from './figures/compare-plans.js'
export type { CarriedSentence, SentencePlace } from './figures/compare-carried.js'
export type { KnownEntry } from './figures/compare-match.js'
export { figureAt, mentionsOf, restatementsOf } from './figures/mentions.js'
export { rewritableNumeral, rewriteFigure, type RewritableNumeral } from './figures/rewriting.js'
export { checkedFigures, type CheckedFigure } from './figures/checked.js'

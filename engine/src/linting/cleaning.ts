import { resolveConfiguration } from '../config/configuration.js'
import { ReportDocument } from '../document/report-document.js'
import type { TextFormat } from '../markdown/splitter.js'
import { RULES } from '../rules/registry.generated.js'
import type { Finding } from './finding.js'
import { fixAll, type AppliedFix, type FixResult } from './fixing.js'
import { Linter, type Locale } from './linter.js'
import { groupOf } from './rule.js'

/** What cleaning needs to know of a text. */
export interface CleaningOptions {
  readonly format: TextFormat
  /** what the user counts as residue besides the lexicon */
  readonly residuePhrases?: readonly string[]
  readonly locale?: Locale
}

/**
 * Why something that looks like residue or damage was left alone: `figure`: to mend it is to change a figure; `doubtful`:
 * it may be the writer's own words; `lost`: what stood there cannot be known from the text.
 */
export type LeftReason = 'figure' | 'doubtful' | 'lost'

/** Something that cleaning would not touch; ranges are of the cleaned text. */
export interface LeftFinding {
  readonly finding: Finding
  readonly reason: LeftReason
}

/** How many places of one kind were cleaned: lines removed, marks or words mended. */
export interface CleanedKind {
  readonly ruleId: string
  readonly places: number
}

/** What cleaning gave. */
export interface Cleaning extends FixResult {
  readonly kinds: readonly CleanedKind[]
  readonly left: readonly LeftFinding[]
}

/** Brackets of ordinals that character recognition got wrong are damage, though another group's rule finds them. */
const DAMAGED_ORDINAL = { ruleId: 'structure/ordinal-marks', messageId: 'ocr' }
const FIGURE_RULE = 'residue/ocr-digits'

/** Whether a finding is one that cleaning is about. */
export function isCleanable({ ruleId, messageId }: Finding): boolean {
  return groupOf(ruleId) === 'residue' || (ruleId === DAMAGED_ORDINAL.ruleId && messageId === DAMAGED_ORDINAL.messageId)
}

/**
 * Removes what sites and tools left in a text and mends what they damaged, as far as that needs no look: the safe fixes of
 * residue, applied until none is left. No sentence of the report goes and no figure changes.
 *
 * @param lint checks a text; findings that are not about residue are passed over
 */
export function clean(text: string, lint: (text: string) => readonly Finding[]): Cleaning {
  const result = fixAll(text, (current) => lint(current).filter((finding) => isCleanable(finding)))
  const left = result.remaining.map((finding) => ({ finding, reason: reasonOf(finding) }))
  return { ...result, kinds: countKinds(result.applied), left }
}

/** Cleans a text by the residue rules alone, whatever kind of text it is. */
export function cleanResidue(text: string, { format, residuePhrases = [], locale = 'zh-CN' }: CleaningOptions): Cleaning {
  const rules = RULES.filter(({ id }) => groupOf(id) === 'residue' || id === DAMAGED_ORDINAL.ruleId)
  const linter = new Linter({ rules, configuration: resolveConfiguration({ enable: 'always' }), locale })
  return clean(text, (current) => linter.lint(new ReportDocument(current, format, { residuePhrases })))
}

function reasonOf({ ruleId, fixes }: Finding): LeftReason {
  if (ruleId === FIGURE_RULE) return 'figure'
  return fixes.length > 0 || ruleId === 'residue/site-text' ? 'doubtful' : 'lost'
}

function countKinds(applied: readonly AppliedFix[]): CleanedKind[] {
  const counts = new Map<string, number>()
  for (const { finding, fix } of applied) counts.set(finding.ruleId, (counts.get(finding.ruleId) ?? 0) + (fix.places ?? fix.edits.length))
  return [...counts].map(([ruleId, places]) => ({ ruleId, places }))
}

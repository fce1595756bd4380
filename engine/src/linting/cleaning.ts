import { resolveConfiguration } from '../config/configuration.js'
import { ReportDocument } from '../document/report-document.js'
import type { TextFormat } from '../markdown/splitter.js'
import { RULES } from '../rules/registry.generated.js'
import { fixAll, type FixResult } from './fixing.js'
import { Linter, type Locale } from './linter.js'
import { groupOf } from './rule.js'

/** What cleaning needs to know of a text. */
export interface CleaningOptions {
  readonly format: TextFormat
  /** what the user counts as residue besides the lexicon */
  readonly residuePhrases?: readonly string[]
  readonly locale?: Locale
}

const RESIDUE_RULES = RULES.filter(({ id }) => groupOf(id) === 'residue')

/**
 * Removes what sites and tools left in a text: the safe fixes of the group `residue`, applied until none is left. No
 * sentence of the report and no figure is touched; what needs a look stays in `remaining`.
 */
export function cleanResidue(text: string, { format, residuePhrases = [], locale = 'zh-CN' }: CleaningOptions): FixResult {
  const linter = new Linter({ rules: RESIDUE_RULES, configuration: resolveConfiguration({ enable: 'always' }), locale })
  return fixAll(text, (current) => linter.lint(new ReportDocument(current, format, { residuePhrases })))
}

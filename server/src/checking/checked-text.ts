import type { DocumentStatus, SeverityCounts } from '@gongwen/messages'
import {
  clean,
  collectSafeEdits,
  fixAll,
  isAtLeast,
  type Session,
  type Finding,
  type Fix,
  type Locale,
  type SessionOptions,
  type Snapshot,
  type TextEdit,
  type TextRange,
} from '@gongwen/engine'
import { NO_COUNTS } from '../protocol.js'
import type { Settings } from '../settings.js'
import { lineEdits } from './line-edits.js'

/** Whether one click may apply a fix: safe ones, and never one of a figure, whatever its rule says. */
export function isMechanical(finding: Finding, fix: Fix): boolean {
  return fix.safety === 'safe' && !finding.ruleId.startsWith('figures/')
}

/** One version of a document and what was found in it. Offsets are of `text`. */
export class CheckedText {
  /** the findings that the user wants to see, in reading order */
  readonly findings: readonly Finding[]
  private readonly repairs = new Map<string | undefined, readonly TextEdit[]>()

  constructor(
    readonly uri: string,
    readonly version: number,
    /** changes whenever the findings may; a client that has it has the findings */
    readonly resultId: string,
    readonly text: string,
    private readonly snapshot: Snapshot,
    private readonly options: SessionOptions,
    /** checks texts that the document may become; it belongs to the document and knows its blocks */
    private readonly trial: Session,
    private readonly settings: Settings,
  ) {
    this.findings = snapshot.findings.filter(({ severity }) => isAtLeast(severity, settings.minSeverity))
  }

  get document(): Snapshot['document'] {
    return this.snapshot.document
  }

  /** False for a text that is no report: every feature then keeps silent. */
  get isChecked(): boolean {
    return this.snapshot.isChecked
  }

  /** Whether the text was opened in a wrong encoding: that is then its one finding. */
  get isMisread(): boolean {
    return this.document.misreading !== undefined
  }

  /** How many findings are below the severity that the settings show. */
  get hidden(): number {
    return this.snapshot.findings.length - this.findings.length
  }

  /** What another text of the same writer is read by. */
  optionsBeside(format: SessionOptions['format']): SessionOptions {
    return { ...this.options, format }
  }

  get locale(): Locale {
    return this.options.locale ?? 'zh-CN'
  }

  /** Picks the language of a title. */
  say(zh: string, en: string): string {
    return this.locale === 'en' ? en : zh
  }

  /** How many findings one click would repair, of one rule or of all. */
  countMechanical(ruleId?: string): number {
    return this.findings.filter((finding) => (ruleId === undefined || finding.ruleId === ruleId) && finding.fixes.some((fix) => isMechanical(finding, fix)))
      .length
  }

  /**
   * The edits that one click makes: safe fixes, again and again until none is left, of one rule or of all. Figures are
   * not among them. Computed once for this version of the text.
   */
  mechanicalEdits(ruleId?: string): readonly TextEdit[] {
    let edits = this.repairs.get(ruleId)
    if (edits === undefined) {
      edits = this.repair((finding) => ruleId === undefined || finding.ruleId === ruleId)
      this.repairs.set(ruleId, edits)
    }
    return edits
  }

  /** The safe fixes of findings in a range, of those that change nothing outside of it. Offsets are of the whole text. */
  mechanicalEditsWithin({ start, end }: TextRange): readonly TextEdit[] {
    const isInside = (range: TextRange): boolean => start <= range.start && range.end <= end
    const inside = this.findings.filter(isInside).map((finding) => ({
      ...finding,
      fixes: finding.fixes.filter((fix) => isMechanical(finding, fix) && fix.edits.every(isInside)),
    }))
    return collectSafeEdits(inside)
  }

  private repair(accepts: (finding: Finding) => boolean): readonly TextEdit[] {
    const mechanical = (findings: readonly Finding[]): Finding[] =>
      findings.filter(accepts).map((finding) => ({ ...finding, fixes: finding.fixes.filter((fix) => isMechanical(finding, fix)) }))
    if (collectSafeEdits(mechanical(this.findings)).length === 0) return []
    const visible = (text: string): Finding[] => this.trial.update(text).findings.filter(({ severity }) => isAtLeast(severity, this.settings.minSeverity))
    const { text } = fixAll(this.text, (current) => mechanical(visible(current)))
    return lineEdits(this.text, text)
  }

  /** What cleaning makes of the text: the edits, how many places they are, and how many were left for the writer. */
  cleaning(): { readonly edits: readonly TextEdit[]; readonly places: number; readonly left: number } {
    const { text, edits, kinds, left } = clean(this.text, (current) => this.trial.update(current).findings)
    return {
      edits: edits ?? lineEdits(this.text, text),
      places: kinds.reduce((sum, { places }) => sum + places, 0),
      left: left.length,
    }
  }

  /** What the status bar shows, of the findings that the editor shows. */
  status(shown = this.findings): DocumentStatus {
    const counts: Record<keyof SeverityCounts, number> = { ...NO_COUNTS }
    for (const { severity } of shown) counts[severity]++
    return { uri: this.uri, version: this.version, isChecked: this.isChecked, ...(this.isMisread && { isMisread: true }), counts }
  }
}

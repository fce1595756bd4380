import { severityOf, type ResolvedConfiguration } from '../config/configuration.js'
import type { ReportDocument } from '../document/report-document.js'
import type { PositionedBlock } from '../document/outline.js'
import type { ReportProfile } from '../document/profile.js'
import { sentencesOf } from '../document/sentence.js'
import { readingLedger } from '../figures/ledger.js'
import { platformSegmenter, type Segmenter } from '../lexicon/segmenter.js'
import type { Block } from '../markdown/block.js'
import type { RuleSet } from '../text/triggers.js'
import { shiftRange, type TextRange } from '../text/range.js'
import type { Locale } from '../text/say.js'
import { amendmentOf, carries, carryFindings, tidy } from './carrying.js'
import type { Finding, Fix } from './finding.js'
import { FindingList, mergeHeld } from './finding-list.js'
import { NarrowRules } from './narrow-rules.js'
import { render, type Amendment, type AnyRule, type Report, type Rule, type RuleContext } from './rule.js'
import { readForWholeReport } from './reading-ahead.js'
import type { Severity } from './severity.js'
import { finish, type Steps } from '../text/steps.js'
import { applySuppressions } from './suppression.js'

export type { Locale } from '../text/say.js'

/** What a linter is made of. */
export interface LinterOptions {
  readonly rules: readonly AnyRule[]
  readonly configuration: ResolvedConfiguration
  readonly segmenter?: Segmenter
  readonly locale?: Locale
  /** when given, how long each rule takes is added up in it */
  readonly timing?: RuleTiming
}

/**
 * Time per rule, added up over all that a linter reads. What rules share (sentences, figures, the outline) is computed when
 * first asked for and counts for the rule that asked.
 */
export interface RuleTiming {
  /** milliseconds since any fixed moment; the engine has no clock of its own */
  readonly clock: () => number
  readonly milliseconds: Map<string, number>
}

interface Checkable<Target, Context> {
  check(target: Target, context: Context): Iterable<Report>
}

const NOTHING: readonly Finding[] = []

interface ActiveRule {
  readonly rule: AnyRule
  readonly severity: Severity
  readonly context: RuleContext
}

/**
 * Runs rules over documents. Findings of sentence and block rules are kept with the block object for as long as the
 * linter lives, so a block that did not change is not read again.
 */
export class Linter {
  private readonly active: readonly ActiveRule[]
  /** the rules about texts read in a wrong encoding; they are not among `active` */
  private readonly aboutMisread: readonly ActiveRule[]
  /** rules that look at more than a block, and their ids */
  private readonly wide: readonly ActiveRule[]
  private readonly wideIds: ReadonlySet<string>
  private readonly narrow: NarrowRules<ActiveRule>
  private readonly findingsOfBlock = new WeakMap<Block, readonly Finding[]>()
  /** what was found in a document, before comments silence any of it */
  private readonly findingsOf = new WeakMap<ReportDocument, FindingList>()
  private readonly locale: Locale

  constructor(private readonly options: LinterOptions) {
    const { rules, configuration, segmenter = platformSegmenter(), locale = 'zh-CN' } = options
    this.locale = locale
    const say = (zh: string, en: string): string => (locale === 'en' ? en : zh)
    const active = rules.flatMap((rule) => {
      const setting = configuration.rules[rule.id]
      const severity = severityOf(setting, rule.severity)
      if (severity === 'off') return []
      return [{ rule, severity, context: { options: optionsOf(rule, setting), segmenter, say } }]
    })
    this.active = active.filter(({ rule }) => rule.isForMisread !== true)
    this.aboutMisread = active.filter(({ rule }) => rule.isForMisread === true)
    this.wide = this.active.filter(({ rule }) => rule.scope === 'document' || rule.scope === 'section')
    this.wideIds = new Set(this.wide.map(({ rule }) => rule.id))
    this.narrow = new NarrowRules(this.active)
  }

  /** All findings of a document in reading order, ranges of the whole text; none when the text is not to be checked. */
  lint(document: ReportDocument): readonly Finding[] {
    return finish(this.linting(document)).toArray()
  }

  /** As `lint`, in steps: a block or a rule each. */
  *linting(document: ReportDocument): Steps<FindingList> {
    if (document.misreading !== undefined) return FindingList.of(this.checkMisread(document), document.lines)
    if (!this.isToBeChecked(document)) return FindingList.of([], document.lines)
    const findings = (yield* this.carrying(document)) ?? FindingList.of(yield* this.checkingAll(document), document.lines)
    this.findingsOf.set(document, findings)
    return applySuppressions(document, findings, this.locale)
  }

  /** What is said of a text read in a wrong encoding, report or not: nobody can tell. */
  private checkMisread(document: ReportDocument): Finding[] {
    if (this.options.configuration.enable === 'never') return []
    const findings: Finding[] = []
    for (const active of this.aboutMisread) this.checkWhole(active, document, findings)
    // comments that silence what nobody looked for are not to be reported as of no use
    return applySuppressions(document, FindingList.of(findings, document.lines), this.locale)
      .toArray()
      .filter((finding) => findings.includes(finding))
  }

  private *checkingAll(document: ReportDocument): Steps<readonly Finding[]> {
    const findings: Finding[] = []
    for (const at of document.prose()) {
      this.placeFindings(at, document, findings)
      readForWholeReport(at.block, document.taxonomy)
      yield
    }
    yield* readingLedger(document)
    for (const active of this.active) {
      this.checkWhole(active, document, findings)
      yield
    }
    return tidy(findings, document.text)
  }

  /** The findings of a text that an edit made of one checked before: what the edit does not concern is not looked at again. */
  private *carrying(document: ReportDocument): Steps<FindingList | undefined> {
    const { edit } = document
    const known = edit && this.findingsOf.get(edit.previous)
    if (edit === undefined || known === undefined || !isSameProfile(document.profile, edit.previous.profile)) return undefined
    const amended = new Map<string, Amendment>()
    const asked = new Set<string>()
    for (const { rule, context } of this.wide) {
      const amendment = amendmentOf(rule, document, context)
      if (amendment !== undefined) amended.set(rule.id, amendment)
      else if (!carries(rule, document)) asked.add(rule.id)
    }
    const withdrawn = new Map(Array.from(amended, ([id, { withdrawn: ranges }]) => [id, ranges]))
    const carried = carryFindings(known, edit, asked, (id) => !this.wideIds.has(id), withdrawn)
    const fresh: Finding[] = []
    for (const index of edit.changed.keys()) {
      const at = document.blocks[index] as PositionedBlock
      if (at.block.isProse) this.placeFindings(at, document, fresh)
    }
    for (const active of this.wide) {
      if (carried.asked.has(active.rule.id)) this.checkWhole(active, document, fresh)
      else for (const report of amended.get(active.rule.id)?.reports ?? []) fresh.push(this.toFinding(active, report))
      yield
    }
    return FindingList.ofHeld(mergeHeld(carried.findings, tidy(fresh, document.text), document.lines), document.lines)
  }

  private placeFindings(at: PositionedBlock, document: ReportDocument, into: Finding[]): void {
    for (const finding of this.blockFindings(at.block)) into.push(place(finding, at, document))
  }

  /** Runs a rule that looks at sections or at the document as a whole; others are passed over. */
  private checkWhole(active: ActiveRule, document: ReportDocument, into: Finding[]): void {
    if (active.rule.scope === 'section') {
      const context = { ...active.context, document }
      for (const section of document.outline.sections) this.run(active, active.rule, section, context, into)
    } else if (active.rule.scope === 'document') this.run(active, active.rule, document, active.context, into)
  }

  /** Whether a document is one that the configuration wants checked, and was read in its own encoding. */
  isToBeChecked(document: ReportDocument): boolean {
    const { enable } = this.options.configuration
    if (document.misreading !== undefined) return false
    return enable === 'always' || (enable === 'auto' && document.profile.isReport)
  }

  private blockFindings(block: Block): readonly Finding[] {
    let findings = this.findingsOfBlock.get(block)
    if (findings === undefined) {
      findings = this.checkBlock(block)
      this.findingsOfBlock.set(block, findings)
    }
    return findings
  }

  /** Findings of sentence and block rules, relative to the block's text. */
  private checkBlock(block: Block): readonly Finding[] {
    const findings: Finding[] = []
    const sentences = sentencesOf(block)
    const asked = this.narrow.askedOf(block, sentences)
    this.narrow.forEachOfBlock(asked, (active, rule) => this.run(active, rule, block, active.context, findings))
    sentences.forEach((sentence, place) => {
      const from = findings.length
      this.narrow.forEachOfSentence(asked[place] as RuleSet, (active, rule) => this.run(active, rule, sentence, active.context, findings))
      for (let i = from; i < findings.length; i++) findings[i] = moveFinding(findings[i] as Finding, (range) => shiftRange(range, sentence.start))
    })
    return findings.length === 0 ? NOTHING : findings
  }

  private run<Target, Context>(active: ActiveRule, rule: Checkable<Target, Context>, target: Target, context: Context, into: Finding[]): void {
    const { timing } = this.options
    if (timing === undefined) {
      this.collect(active, rule, target, context, into)
      return
    }
    const start = timing.clock()
    this.collect(active, rule, target, context, into)
    const { id } = active.rule
    timing.milliseconds.set(id, (timing.milliseconds.get(id) ?? 0) + timing.clock() - start)
  }

  private collect<Target, Context>(active: ActiveRule, rule: Checkable<Target, Context>, target: Target, context: Context, into: Finding[]): void {
    try {
      for (const report of rule.check(target, context)) into.push(this.toFinding(active, report))
    } catch (error) {
      into.push(this.internalError(active.rule, error))
    }
  }

  private toFinding({ rule, severity }: ActiveRule, report: Report): Finding {
    const message = (rule as Rule).messages[report.messageId]
    if (message === undefined) throw new Error(`rule ${rule.id} has no message ${report.messageId}`)
    const isEnglish = this.locale === 'en'
    return {
      ruleId: rule.id,
      messageId: report.messageId,
      severity: severity === rule.severity ? (message.severity ?? severity) : severity,
      message: render(isEnglish ? message.en : message.what, report.args),
      advice: isEnglish || message.advice === undefined ? undefined : render(message.advice, report.args),
      start: report.range.start,
      end: report.range.end,
      related: report.related ?? [],
      fixes: report.fixes ?? [],
    }
  }

  /** A rule that fails takes no other down with it; the writer is told once, at the start of what it read. */
  private internalError(rule: AnyRule, error: unknown): Finding {
    const reason = error instanceof Error ? error.message : String(error)
    const message = this.locale === 'en' ? `Internal error in rule ${rule.id}: ${reason}` : `规则 ${rule.id} 内部出错：${reason}`
    return { ruleId: rule.id, messageId: 'internal-error', severity: 'info', message, advice: undefined, start: 0, end: 0, related: [], fixes: [] }
  }
}

function isSameProfile(a: ReportProfile, b: ReportProfile): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

function optionsOf(rule: AnyRule, setting: ResolvedConfiguration['rules'][string] | undefined): Record<string, unknown> {
  const defaults = Object.fromEntries(Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default]))
  return typeof setting === 'object' ? { ...defaults, ...setting.options } : defaults
}

function moveFinding(finding: Finding, move: (range: TextRange) => TextRange, keepFix: (fix: Fix) => boolean = () => true): Finding {
  return {
    ...finding,
    ...move(finding),
    related: finding.related.length === 0 ? finding.related : finding.related.map((place) => ({ ...place, ...move(place) })),
    fixes:
      finding.fixes.length === 0
        ? finding.fixes
        : finding.fixes.filter(keepFix).map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, ...move(edit) })) })),
  }
}

/** A finding relative to a block's prose as one of the whole text. A fix that would eat Markdown marks is left out. */
function place(finding: Finding, at: PositionedBlock, document: ReportDocument): Finding {
  return moveFinding(
    finding,
    (range) => document.toDocument(at, range),
    (fix) => fix.edits.every((edit) => at.block.isVerbatim(edit)),
  )
}

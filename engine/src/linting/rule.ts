import type { BlockReading } from '../document/gathering.js'
import type { Section } from '../document/outline.js'
import type { ReportDocument } from '../document/report-document.js'
import type { Sentence } from '../document/sentence.js'
import type { Segmenter } from '../lexicon/segmenter.js'
import type { Block } from '../markdown/block.js'
import type { TextRange } from '../text/range.js'
import type { Fix, RelatedPlace } from './finding.js'
import type { Severity } from './severity.js'

/** The groups that rules belong to; the part of a rule's id before the slash. */
export const RULE_GROUPS = ['structure', 'sections', 'figures', 'residue', 'punctuation', 'wording'] as const
export type RuleGroup = (typeof RULE_GROUPS)[number]

/** Where a rule comes from. What a national standard or arithmetic proves may be an error; practice may not. */
export type RuleSource = 'GB/T 9704' | 'GB/T 15834' | 'GB/T 15835' | 'arithmetic' | 'practice'

/** What a rule looks at. A sentence rule sees nothing else, so its findings may be kept with the sentence. */
export interface ScopeTargets {
  /** ranges are relative to the sentence's text */
  readonly sentence: Sentence
  /** ranges are relative to the block's text (its prose) */
  readonly block: Block
  /** ranges are relative to the whole text */
  readonly section: Section
  /** ranges are relative to the whole text */
  readonly document: ReportDocument
}
export type RuleScope = keyof ScopeTargets

/** A message: what is wrong, with `{placeholders}`; what to do; both in one line of English with the same placeholders. */
export interface RuleMessage {
  readonly what: string
  readonly advice?: string
  readonly en: string
  /** when this message is graver or lighter than its rule */
  readonly severity?: Severity
}

/** A setting of a rule. */
export interface RuleOption {
  readonly default: string | number | boolean | readonly string[]
  readonly values?: readonly (string | number)[]
  readonly description: string
  readonly en: string
}

/**
 * A text and what the rule says of it; run as a test and printed in the documentation. Where the places matter, the text
 * marks each one as `⟦…⟧` and the findings must stand exactly there, in order.
 */
export interface RuleExample {
  readonly title: string
  readonly text: string
  /** ids of the messages expected, in reading order; empty for a text that must stay silent */
  readonly reports: readonly string[]
  readonly format?: 'markdown' | 'plain'
  /** the rendered message of the first finding, where its arithmetic or names matter */
  readonly message?: string
  /** the text after the first fix of the first finding, or after all safe fixes when `fixAll` is true */
  readonly fixed?: string
  readonly fixAll?: boolean
  readonly options?: Readonly<Record<string, unknown>>
}

/** What a rule yields: a place and a message. The ranges (fixes and related places too) are relative to its target. */
export interface Report<MessageId extends string = string> {
  readonly range: TextRange
  readonly messageId: MessageId
  readonly args?: Readonly<Record<string, string | number>>
  readonly related?: readonly RelatedPlace[]
  readonly fixes?: readonly Fix[]
}

/** What every rule is given besides its target. */
export interface RuleContext {
  readonly options: Readonly<Record<string, unknown>>
  readonly segmenter: Segmenter
  /** picks the language of a fix's title or a related place's message */
  say(zh: string, en: string): string
}

/** Section rules see the document that their section stands in; document rules have it as their target. */
export type ContextOf<S extends RuleScope> = S extends 'section' ? RuleContext & { readonly document: ReportDocument } : RuleContext

/** A rule, as `defineRule` takes it and the registry holds it. */
export interface Rule<S extends RuleScope = RuleScope, MessageId extends string = string> {
  /** `group/name` in kebab-case */
  readonly id: `${RuleGroup}/${string}`
  readonly scope: S
  readonly severity: Severity
  readonly source: RuleSource
  /** one line in Chinese: what the rule finds */
  readonly summary: string
  /** the same in English */
  readonly summaryEn: string
  /** why a reviewer minds; Chinese, a short paragraph, naming the clause of the standard where there is one */
  readonly rationale: string
  readonly options?: Readonly<Record<string, RuleOption>>
  readonly messages: Readonly<Record<MessageId, RuleMessage>>
  readonly examples: readonly RuleExample[]
  /**
   * for sentence and block rules: strings one of which stands in every text, as written or canonical, that the rule reports
   * something in; the rule is not asked about texts without. See `TriggerTable` for what else a trigger may say
   */
  readonly triggers?: readonly string[]
  /**
   * for document rules: all that the rule takes from a long paragraph well inside the report, besides the headings in it, its
   * first ten units and that it is there. While an edit of one paragraph leaves these readings as they were, what the rule
   * found holds still; ranges are moved. A rule that does not say is asked again after every edit. See `LineEdit`
   */
  reads?(): readonly BlockReading[]
  /**
   * whether what `reads` says is all that the rule takes from any line inside the report, too: a heading, a row, an item of a list,
   * short or long. Besides, it may take the line's kind, its place in the outline, and its headings' forms and ordinals, but no title
   */
  readonly readsAnyLine?: boolean
  /** for document rules: whether the rule is about texts read in a wrong encoding. It is asked about these alone, and no other rule is */
  readonly isForMisread?: boolean
  /**
   * for document rules that can tell what the document's edit (`LineEdit`) changes of what they found: such a rule needs
   * no `reads`. Nothing where it has to be asked again
   */
  amend?(document: ReportDocument, context: RuleContext): Amendment<MessageId> | undefined
  check(target: ScopeTargets[S], context: ContextOf<S>): Iterable<Report<MessageId>>
}

/** What an edit changes of a rule's findings. */
export interface Amendment<MessageId extends string = string> {
  /** where the rule found what no longer counts, or counts as one of `reports`; ranges of the text before */
  readonly withdrawn: readonly TextRange[]
  readonly reports: readonly Report<MessageId>[]
}

/** A rule of any scope. */
export type AnyRule = { [S in RuleScope]: Rule<S> }[RuleScope]

/** Types a rule: its messages' ids are checked where it yields them. */
export function defineRule<S extends RuleScope, MessageId extends string>(rule: Rule<S, MessageId>): Rule<S> {
  return rule as unknown as Rule<S>
}

/** The group of a rule's id. */
export function groupOf(ruleId: string): RuleGroup {
  return ruleId.slice(0, ruleId.indexOf('/')) as RuleGroup
}

/** Fills `{placeholders}`; one without an argument stays as it is, so that a test can see it. */
export function render(template: string, args: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{(\w{1,40})\}/g, (whole, name: string) => String(args[name] ?? whole))
}

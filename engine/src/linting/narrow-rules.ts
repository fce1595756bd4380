import type { Sentence } from '../document/sentence.js'
import type { Block } from '../markdown/block.js'
import { BITS, forEachRule, TriggerTable, type RuleSet } from '../text/triggers.js'
import type { AnyRule, Rule } from './rule.js'

type RulesOf<S extends 'block' | 'sentence', Active> = readonly { readonly active: Active; readonly rule: Rule<S> }[]

/**
 * The rules that look at no more than a block or a sentence. One table tells for both scopes what they look for, so that a
 * block is read through once: in its sets of rules stand the block rules, and from a word of their own on the sentence rules.
 */
export class NarrowRules<Active extends { readonly rule: AnyRule }> {
  private readonly ofBlocks: RulesOf<'block', Active>
  private readonly ofSentences: RulesOf<'sentence', Active>
  private readonly blockWords: number
  private readonly triggers: TriggerTable

  constructor(active: readonly Active[]) {
    this.ofBlocks = ofScope('block', active)
    this.ofSentences = ofScope('sentence', active)
    this.blockWords = Math.ceil(this.ofBlocks.length / BITS)
    this.triggers = tableOf(
      this.ofBlocks.map(({ active: { rule } }) => rule),
      this.ofSentences.map(({ active: { rule } }) => rule),
    )
  }

  /** The rules that each sentence of a block may concern, with what stands behind it up to the next; without sentences, all of the block. */
  askedOf({ canonical, text }: Block, sentences: readonly Sentence[]): RuleSet[] {
    if (sentences.length === 0) return [this.triggers.read(canonical, text)]
    return sentences.map(({ start }, i) => this.triggers.read(canonical, text, i === 0 ? 0 : start, sentences[i + 1]?.start))
  }

  /** Calls for each block rule that any of a block's sets holds, in order. */
  forEachOfBlock(asked: readonly RuleSet[], visit: (active: Active, rule: Rule<'block'>) => void): void {
    const all = asked.reduce((some, found) => some.map((word, i) => word | (found[i] as number)))
    const visitAt = (place: number): void => {
      const { active, rule } = this.ofBlocks[place] as RulesOf<'block', Active>[number]
      visit(active, rule)
    }
    forEachRule(all, visitAt, 0, this.blockWords)
  }

  /** Calls for each sentence rule that a sentence's set holds, in order. */
  forEachOfSentence(asked: RuleSet, visit: (active: Active, rule: Rule<'sentence'>) => void): void {
    const visitAt = (place: number): void => {
      const { active, rule } = this.ofSentences[place - this.blockWords * BITS] as RulesOf<'sentence', Active>[number]
      visit(active, rule)
    }
    forEachRule(asked, visitAt, this.blockWords)
  }
}

function ofScope<S extends 'block' | 'sentence', Active extends { readonly rule: AnyRule }>(scope: S, active: readonly Active[]): RulesOf<S, Active> {
  return active.flatMap((one) => (one.rule.scope === scope ? [{ active: one, rule: one.rule as unknown as Rule<S> }] : []))
}

let lastTable: { readonly rules: readonly AnyRule[]; readonly triggers: TriggerTable } | undefined

/** One table for all linters with the same rules: a linter is made for each text. */
function tableOf(ofBlocks: readonly AnyRule[], ofSentences: readonly AnyRule[]): TriggerTable {
  const rules = [...ofBlocks, ...ofSentences]
  if (lastTable === undefined || lastTable.rules.length !== rules.length || !lastTable.rules.every((rule, i) => rule === rules[i])) {
    const nobody: readonly string[][] = Array.from({ length: Math.ceil(ofBlocks.length / BITS) * BITS - ofBlocks.length }, () => [])
    lastTable = { rules, triggers: new TriggerTable([...ofBlocks.map(triggersOf), ...nobody, ...ofSentences.map(triggersOf)]) }
  }
  return lastTable.triggers
}

function triggersOf({ triggers }: AnyRule): readonly string[] | undefined {
  return triggers
}

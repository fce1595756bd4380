import { isBlankCode } from './characters.js'
import { PairTable } from './pair-table.js'

/** Rules in one word of a set. */
export const BITS = 32
/** Set on a unit's entry when two-unit triggers begin with it; the rest of the entry is the number of a set of rules. */
const BEGINS_PAIR = 0x8000
const SETS = 0x7fff
/** So few that the number of a set and that of a rule make one small integer. */
const MOST_RULES = 0x8000

/** Rules, one bit each, in words of 32. */
export type RuleSet = number[]

/**
 * Tells in one pass over a text which rules can report anything in it. A rule names its triggers: strings one of which
 * stands in every text that it reports something in. Of a string only the first two units are looked for; one that begins
 * with `^` counts at the start of the text alone, and `[a-z]` is every unit from one to the other. A rule without triggers is always asked.
 *
 * Most sentences trigger few rules, so the rules' own searches, regular expressions for the most part, are not run at all.
 */
export class TriggerTable {
  /** for each UTF-16 unit the number of the set of rules that it triggers, 0 for none */
  private readonly units = new Uint16Array(0x10000)
  private readonly starts = new Map<number, number>()
  private readonly pairs = new PairTable()
  /** sets of rules, one bit each; the first is of those that are always asked */
  private readonly sets: RuleSet[]
  /** the number of the set that another one becomes with a rule more, by set and rule */
  private readonly larger = new Map<number, number>()

  /** @param rules the triggers of each rule; a rule is known by its place in the list */
  constructor(rules: readonly (readonly string[] | undefined)[]) {
    const always: number[] = new Array<number>(Math.ceil(rules.length / BITS)).fill(0)
    this.sets = [always]
    rules.forEach((triggers, rule) => {
      if (triggers === undefined) addTo(always, rule)
    })
    rules.forEach((triggers, rule) => {
      for (const trigger of triggers ?? []) this.add(trigger, rule)
    })
  }

  /**
   * The rules that a text may concern, one bit each; `written` is looked at where it differs from `canonical`. Where only a
   * part of the texts is read, it is the same part of both. The start counts as a start with and without its blanks.
   */
  read(canonical: string, written: string, from = 0, to?: number): RuleSet {
    const found = (this.sets[0] as RuleSet).slice()
    this.scan(canonical, from, to ?? canonical.length, found)
    if (written !== canonical && canonical.slice(from, to) !== written.slice(from, to)) this.scan(written, from, to ?? written.length, found)
    return found
  }

  private scan(text: string, from: number, to: number, found: number[]): void {
    const { units, pairs } = this
    const { seconds } = pairs
    this.readStart(text, from, found)
    for (let i = from; i < to; i++) {
      const code = text.charCodeAt(i)
      const entry = units[code] as number
      if (entry === 0) continue
      if ((entry & SETS) !== 0) this.include(entry & SETS, found)
      if ((entry & BEGINS_PAIR) === 0) continue
      const second = text.charCodeAt(i + 1)
      if (((seconds[second] as number) & (1 << (code & 7))) === 0) continue
      const pair = pairs.get(code, second)
      if (pair !== 0) this.include(pair, found)
    }
  }

  private readStart(text: string, from: number, found: number[]): void {
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at)
      const start = this.starts.get(code)
      if (start !== undefined) this.include(start, found)
      if (!isBlankCode(code) && code !== 10) return
    }
  }

  private include(set: number, found: number[]): void {
    const own = this.sets[set] as RuleSet
    for (let word = 0; word < own.length; word++) found[word] = (found[word] as number) | (own[word] as number)
  }

  private add(trigger: string, rule: number): void {
    const first = trigger.charCodeAt(0)
    const second = trigger.charCodeAt(1)
    if (trigger.startsWith('^')) this.starts.set(second, this.with(this.starts.get(second) ?? 0, rule))
    else if (trigger.length === 1) this.addUnits(first, first, rule)
    else if (/^\[.-.\]$/s.test(trigger)) this.addUnits(second, trigger.charCodeAt(3), rule)
    else {
      this.pairs.set(first, second, this.with(this.pairs.get(first, second), rule))
      this.units[first] = (this.units[first] as number) | BEGINS_PAIR
    }
  }

  private addUnits(first: number, last: number, rule: number): void {
    let before = -1
    let set = 0
    for (let unit = first; unit <= last; unit++) {
      const entry = this.units[unit] as number
      // thousands of neighbours have the same rules
      if ((entry & SETS) !== before) set = this.with((before = entry & SETS), rule)
      this.units[unit] = (entry & BEGINS_PAIR) | set
    }
  }

  /** The number of the set that holds a rule besides those of a set. */
  private with(set: number, rule: number): number {
    const key = set * MOST_RULES + rule
    let number = this.larger.get(key)
    if (number === undefined) {
      const own = (this.sets[set] as RuleSet).slice()
      addTo(own, rule)
      number = this.sets.push(own) - 1
      this.larger.set(key, number)
    }
    return number
  }
}

function addTo(set: number[], rule: number): void {
  set[rule >> 5] = (set[rule >> 5] as number) | (1 << (rule & 31))
}

/** Calls for each rule of a reading, in order; for those of some words alone (32 rules each) where told which. */
export function forEachRule(found: RuleSet, visit: (rule: number) => void, firstWord = 0, endWord = found.length): void {
  for (let word = firstWord; word < endWord; word++) {
    for (let bits = found[word] as number; bits !== 0; bits &= bits - 1) visit(word * BITS + 31 - Math.clz32(bits & -bits))
  }
}

/** Every text of a unit of `first` and one of `second` behind it, as triggers. */
export function pairsOf(first: string, second: string): string[] {
  return Array.from(first, (a) => Array.from(second, (b) => a + b)).flat()
}

/** Every unit from `first` to `last`, as triggers: one that names the two, for there may be thousands between. */
export function unitsBetween(first: number, last: number): string[] {
  return [`[${String.fromCharCode(first)}-${String.fromCharCode(last)}]`]
}

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ReportDocument } from '../document/report-document.js'
import { sentencesOf } from '../document/sentence.js'
import { platformSegmenter } from '../lexicon/segmenter.js'
import { RULES } from '../rules/registry.generated.js'
import type { RuleSet } from '../text/triggers.js'
import { NarrowRules } from './narrow-rules.js'
import type { AnyRule, Report, Rule, RuleContext } from './rule.js'

const golden = join(import.meta.dirname, '../../../test/golden')
const texts = [
  ...RULES.filter(({ scope }) => scope === 'block' || scope === 'sentence').flatMap(({ examples }) => examples.map(({ text }) => text.replaceAll(/[⟦⟧]/g, ''))),
  ...readdirSync(golden)
    .filter((name) => /02\.(?:md|txt)$/.test(name))
    .map((name) => readFileSync(join(golden, name), 'utf8')),
]

// each rule's triggers are tested for themselves; here, that one pass over a block finds those of the block and of each sentence
describe('narrow rules', function () {
  this.timeout(60_000)
  const contextOf = (rule: AnyRule): RuleContext => ({
    options: Object.fromEntries(Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default])),
    segmenter: platformSegmenter(),
    say: (zh) => zh,
  })
  const narrow = new NarrowRules(RULES.map((rule) => ({ rule })))
  const blocks = texts.flatMap((text) => new ReportDocument(text, 'markdown').prose())

  it('asks every rule that has something to report, and each once', () => {
    for (const { block } of blocks) {
      const sentences = sentencesOf(block)
      const asked = narrow.askedOf(block, sentences)
      const found: string[] = []
      narrow.forEachOfBlock(asked, (_, { id }) => found.push(id))
      for (const rule of RULES)
        if (rule.scope === 'block' && reports(rule, block)) assert.equal(found.filter((id) => id === rule.id).length, 1, rule.id + block.text)
      sentences.forEach((sentence, i) => {
        const own: string[] = []
        narrow.forEachOfSentence(asked[i] as RuleSet, (_, { id }) => own.push(id))
        for (const rule of RULES)
          if (rule.scope === 'sentence' && reports(rule, sentence)) assert.equal(own.filter((id) => id === rule.id).length, 1, rule.id + sentence.text)
      })
    }
  })

  it('passes over most rules', () => {
    let [all, asked] = [0, 0]
    for (const { block } of blocks) {
      all += RULES.filter(({ scope }) => scope === 'block').length
      narrow.forEachOfBlock(narrow.askedOf(block, sentencesOf(block)), () => asked++)
    }
    assert.ok(asked < all / 2, `${asked} of ${all}`)
  })

  it('reads a block without sentences as a whole', () => {
    const block = new ReportDocument('（1）完成5项，，占50%', 'plain').prose()[0]?.block
    assert.ok(block !== undefined)
    assert.deepEqual(narrow.askedOf(block, []), narrow.askedOf(block, sentencesOf(block)))
  })

  function reports<Target>(rule: AnyRule, target: Target): boolean {
    const narrowRule = rule as unknown as Rule<'block'> & { check(target: Target, context: RuleContext): Iterable<Report> }
    return [...narrowRule.check(target, contextOf(rule))].length > 0
  }
})

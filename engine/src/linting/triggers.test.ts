import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ReportDocument } from '../document/report-document.js'
import { platformSegmenter } from '../lexicon/segmenter.js'
import { RULES } from '../rules/registry.generated.js'
import type { AnyRule, Report, RuleContext } from './rule.js'
import { forEachRule, pairsOf, TriggerTable, unitsBetween } from '../text/triggers.js'

const golden = join(import.meta.dirname, '../../../test/golden')
const texts = [
  ...RULES.flatMap(({ examples }) => examples.map(({ text }) => text.replaceAll(/[⟦⟧]/g, ''))),
  ...readdirSync(golden)
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .map((name) => readFileSync(join(golden, name), 'utf8')),
]

function rulesFor(table: TriggerTable, canonical: string, written = canonical): number[] {
  const found: number[] = []
  forEachRule(table.read(canonical, written), (rule) => found.push(rule))
  return found
}

describe('TriggerTable', () => {
  const table = new TriggerTable([undefined, ['号'], ['截止', '^，'], pairsOf('，、', '）')])

  it('always asks a rule without triggers', () => {
    assert.deepEqual(rulesFor(table, ''), [0])
    assert.deepEqual(rulesFor(table, '加强领导。'), [0])
  })

  it('finds single units, pairs, and units at the start', () => {
    assert.deepEqual(rulesFor(table, '教办5号'), [0, 1])
    assert.deepEqual(rulesFor(table, '截止目前'), [0, 2])
    assert.deepEqual(rulesFor(table, '，加强领导，'), [0, 2])
    assert.deepEqual(rulesFor(table, '加强，领导截'), [0])
    assert.deepEqual(rulesFor(table, '（甲、乙、）号截止'), [0, 1, 2, 3])
  })

  it('looks at the text as written where that differs', () => {
    assert.deepEqual(rulesFor(table, '加强 领导', '加强号领导'), [0, 1])
  })

  it('finds all units between two, other triggers of theirs kept', () => {
    const between = new TriggerTable([['乙'], unitsBetween(0x30, 0x39), ['5月']])
    assert.deepEqual(rulesFor(between, '第0项'), [1])
    assert.deepEqual(rulesFor(between, '9乙'), [0, 1])
    assert.deepEqual(rulesFor(between, '5月'), [1, 2])
    assert.deepEqual(rulesFor(between, '[-]'), [])
  })

  it('reads a part of a text, with pairs over its end and blanks before its start', () => {
    const found = (canonical: string, from: number, to?: number): number[] => {
      const rules: number[] = []
      forEachRule(table.read(canonical, canonical, from, to), (rule) => rules.push(rule))
      return rules
    }
    assert.deepEqual(found('5号。截止目前。', 0, 3), [0, 1])
    assert.deepEqual(found('5号。截止目前。', 3), [0, 2])
    assert.deepEqual(found('5号截止目前', 0, 3), [0, 1, 2])
    assert.deepEqual(found('甲。 ，乙', 2), [0, 2])
  })

  it('holds more rules than fit into one word', () => {
    const many = new TriggerTable(Array.from({ length: 70 }, (_, i) => (i % 2 === 0 ? ['甲'] : ['乙乙'])))
    assert.deepEqual(
      rulesFor(many, '乙乙'),
      Array.from({ length: 35 }, (_, i) => i * 2 + 1),
    )
    assert.equal(rulesFor(many, '甲乙乙').length, 70)
  })
})

// a trigger that was forgotten would silence its rule: all rules are run on all texts, triggers or not
describe('triggers of the rules', function () {
  this.timeout(60_000)
  const context: RuleContext = { options: {}, segmenter: platformSegmenter(), say: (zh) => zh }
  const optionsOf = (rule: AnyRule) => Object.fromEntries(Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default]))
  const documents = texts.flatMap((text) => [new ReportDocument(text, 'markdown'), new ReportDocument(text, 'plain')])

  it('are told by no rule that reads sections or documents', () => {
    const others = RULES.filter(({ scope, triggers }) => triggers !== undefined && scope !== 'block' && scope !== 'sentence')
    assert.deepEqual(
      others.map(({ id }) => id),
      [],
    )
  })

  for (const rule of RULES) {
    if (rule.triggers === undefined || (rule.scope !== 'block' && rule.scope !== 'sentence')) continue
    it(`stand in every text that ${rule.id} reports something in`, () => {
      const table = new TriggerTable([rule.triggers])
      const own = { ...context, options: optionsOf(rule) }
      const check = (target: { readonly text: string; readonly canonical: string }, reports: Iterable<Report>): void => {
        if (rulesFor(table, target.canonical, target.text).length === 0) assert.deepEqual([...reports], [], `no trigger in: ${target.text}`)
      }
      for (const document of documents) {
        if (rule.scope === 'block') for (const { block } of document.prose()) check(block, rule.check(block, own))
        else for (const { sentence } of document.sentences()) check(sentence, rule.check(sentence, own))
      }
    })
  }
})

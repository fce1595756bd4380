/** Every rule's examples, run: findings, places, messages, fixes; and after each fix the text is checked again. */
import assert from 'node:assert/strict'
import { applyEdits, fixAll, lintText, resolveConfiguration, RULES, type AnyRule, type Finding, type RuleExample } from '@gongwen/engine'
import { readMarks, writeMarks } from '../support/marked-text.js'

const only = process.env['GONGWEN_RULE']

function check(rule: AnyRule, example: RuleExample, text: string): readonly Finding[] {
  const rules = { [rule.id]: example.options === undefined ? ('on' as const) : { options: example.options } }
  const { findings } = lintText(text, { format: example.format ?? 'markdown', configuration: { enable: 'always', rules } })
  return findings
}

for (const rule of RULES.filter(({ id }) => only === undefined || id.startsWith(only))) {
  describe(rule.id, () => {
    for (const example of rule.examples) {
      const { text, ranges } = readMarks(example.text)
      it(`${example.reports.length > 0 ? '报' : '不报'}：${example.title}`, () => {
        const own = check(rule, example, text).filter((finding) => finding.ruleId === rule.id)
        assert.deepEqual(
          own.map(({ messageId }) => messageId),
          example.reports,
          `found: ${writeMarks(text, own)}\n${own.map(({ message }) => message).join('\n')}`,
        )
        if (ranges.length > 0) assert.equal(writeMarks(text, own), writeMarks(text, ranges))
        if (example.message !== undefined) assert.equal(own[0]?.message, example.message)
        for (const { message, advice } of own) assert.doesNotMatch(message + (advice ?? ''), /\{\w+\}|undefined|NaN/)
        if (example.fixed !== undefined) assert.equal(fixedText(rule, example, text, own), example.fixed)
      })
      it(`每个修改都有效、不带来新问题：${example.title}`, () => {
        const before = check(rule, example, text)
        for (const finding of before.filter(({ ruleId }) => ruleId === rule.id)) {
          for (const fix of finding.fixes) {
            const fixed = applyEdits(text, fix.edits)
            const after = check(rule, example, fixed)
            const count = (list: readonly Finding[]): number => list.filter(({ ruleId }) => ruleId === rule.id).length
            assert.ok(
              count(after) < count(before),
              `“${fix.title}” did not help:\n${fixed}\n${after.map(({ ruleId, message }) => `${ruleId} ${message}`).join('\n')}`,
            )
            const fresh = after.filter((now) => !before.some((then) => then.ruleId === now.ruleId && then.messageId === now.messageId))
            assert.deepEqual(
              fresh.map(({ ruleId, message }) => `${ruleId} ${message}`),
              [],
              `“${fix.title}” brought new findings:\n${fixed}`,
            )
          }
        }
      })
    }
  })
}

function fixedText(rule: AnyRule, example: RuleExample, text: string, own: readonly Finding[]): string {
  if (example.fixAll === true) return fixAll(text, (current) => check(rule, example, current).filter(({ ruleId }) => ruleId === rule.id)).text
  const edits = own[0]?.fixes[0]?.edits
  assert.ok(edits, 'the first finding has no fix')
  return applyEdits(text, edits)
}

describe('rules, as a whole', () => {
  it('there are some, each id once', () => {
    assert.ok(RULES.length > 0)
    assert.equal(new Set(RULES.map(({ id }) => id)).size, RULES.length)
    assert.equal(resolveConfiguration().enable, 'auto')
  })
  for (const rule of RULES) {
    it(`${rule.id}: both kinds of example, messages in two languages with the same placeholders, severity within its source`, () => {
      assert.ok(
        rule.examples.some(({ reports }) => reports.length > 0),
        'an example that is reported',
      )
      assert.ok(
        rule.examples.some(({ reports }) => reports.length === 0),
        'an example that stays silent',
      )
      const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
      for (const [id, message] of Object.entries(rule.messages)) {
        const chinese = placeholders(message.what + (message.advice ?? ''))
        for (const name of placeholders(message.en)) assert.ok(chinese.includes(name), `${id}: ${name} only in English`)
        for (const name of placeholders(message.what)) assert.ok(placeholders(message.en).includes(name), `${id}: ${name} only in Chinese`)
        assert.ok(
          rule.examples.some(({ reports }) => reports.includes(id)),
          `no example reports ${id}`,
        )
        if (rule.source === 'practice') assert.notEqual(message.severity ?? rule.severity, 'error')
      }
    })
  }
})

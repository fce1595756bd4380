/**
 * Reports of many offices and schools, written by us before the rules were looked at, with the slips that such texts have:
 * `⟦…⟧` marks what the figures, the structure and the sections are to be reported at. Everything else in them is right or is
 * beyond the rules, and nothing loud may stand there.
 */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { lintText } from '@gongwen/engine'
import { readMarks } from '../support/marked-text.js'

const FOLDER = new URL('../fixtures/unseen/', import.meta.url)
const GROUPS = /^(?:figures|structure|sections)\//

describe('reports that no rule was made for', () => {
  for (const name of readdirSync(FOLDER)) {
    it(name, () => {
      const { text, ranges } = readMarks(readFileSync(new URL(name, FOLDER), 'utf8'))
      const loud = lintText(text, { format: name.endsWith('.md') ? 'markdown' : 'plain' }).findings.filter(
        ({ ruleId, severity }) => GROUPS.test(ruleId) && (severity === 'error' || severity === 'warning'),
      )
      const touches = (a: { start: number; end: number }, b: { start: number; end: number }): boolean => a.start < b.end && b.start < a.end
      const missed = ranges.filter((range) => !loud.some((finding) => touches(finding, range)))
      const alarms = loud.filter((finding) => !ranges.some((range) => touches(finding, range)))
      assert.deepEqual(
        missed.map(({ start, end }) => text.slice(start, end)),
        [],
        'slips that are not found',
      )
      assert.deepEqual(
        alarms.map(({ start, end, ruleId, message }) => `${ruleId}「${text.slice(start, end)}」${message}`),
        [],
        'alarms where nothing is wrong',
      )
    })
  }
})

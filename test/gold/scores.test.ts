/**
 * Scores against the hand-labelled reports in ../shared. The levels below were reached; they may rise and not fall.
 * Where the shared material is absent the tests skip, saying so.
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAtLeast, lintText } from '@gongwen/engine'
import { checkJson } from '../support/check-json.js'
import { needsShared, sharedPath, sharedTexts } from '../support/shared.js'

interface Level {
  readonly texts: readonly string[]
  readonly gold: readonly string[]
  readonly recall: number
  readonly unlabelled: number
}

const LEVELS: Readonly<Record<string, Level>> = {
  samples: { texts: ['samples'], gold: ['gold'], recall: 0.97, unlabelled: 60 },
  departments: { texts: ['corpus', 'departments'], gold: ['corpus', 'departments', 'gold'], recall: 0.95, unlabelled: 12 },
  damaged: { texts: ['corpus', 'damaged'], gold: ['corpus', 'damaged', 'gold'], recall: 0.95, unlabelled: 30 },
}
/** Warnings and errors for 10,000 characters of well-edited government reports. */
const CLEAN_RATE = 0.8

describe('gold', function () {
  this.timeout(120_000)
  for (const [name, { texts, gold, recall, unlabelled }] of Object.entries(LEVELS)) {
    it(`${name}: recall at least ${recall}, no trap tripped, at most ${unlabelled} unlabelled`, function () {
      needsShared(this)
      const folder = mkdtempSync(join(tmpdir(), 'gongwen-gold-'))
      const findings = join(folder, 'findings.json')
      writeFileSync(findings, JSON.stringify(checkJson(sharedTexts(...texts))))
      const limits = ['--min-recall', String(recall), '--max-traps', '0', '--max-unlabelled', String(unlabelled)]
      const { status, stdout, stderr } = spawnSync(process.execPath, [sharedPath('eval/score.mjs'), findings, sharedPath(...gold), ...limits], {
        encoding: 'utf8',
      })
      rmSync(folder, { recursive: true })
      console.log(stdout.trimEnd().replace(/^/gm, '      '))
      assert.equal(status, 0, stdout + stderr)
    })
  }

  it(`clean corpus: fewer than ${CLEAN_RATE} warnings or errors for 10,000 characters`, function () {
    needsShared(this)
    let loud = 0
    let characters = 0
    for (const { text } of sharedTexts('corpus', 'clean')) {
      characters += text.length
      loud += lintText(text, { format: 'plain' }).findings.filter(({ severity }) => isAtLeast(severity, 'warning')).length
    }
    const rate = (loud / characters) * 10_000
    console.log(`      clean corpus: ${loud} warnings or errors in ${characters} characters, ${rate.toFixed(2)} for 10,000`)
    assert.ok(rate < CLEAN_RATE)
  })
})

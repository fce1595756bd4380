import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import assert from 'node:assert/strict'
import { reportText } from '../property/arbitraries.js'
import { piecesOf, soak } from '../soak/soak.js'

const golden = resolve(import.meta.dirname, '../golden')
const texts = ['school-annual-01.md', 'bureau-half-02.txt', 'plan-03.md', 'duty-02.txt'].map((name) =>
  readFileSync(resolve(golden, name), 'utf8').slice(0, 3000),
)

/** `npm run soak` works a server for 100,000 edits; this is the same for a moment. */
describe('language server: a day of work', function () {
  this.timeout(120_000)
  for (const isPulled of [true, false])
    it(`answers as a fresh check does, with edits, closings, renamings and settings in between (${isPulled ? 'pull' : 'push'})`, async () => {
      const seed = 20261122
      const figures = await soak({ edits: 400, documents: 6, seed, texts, pieces: piecesOf(reportText, seed), compareEvery: 50 }, isPulled)
      assert.ok(figures.compared >= 14 && figures.requests > 50, JSON.stringify(figures))
    })
})

/**
 * `npm run soak -- --edits 100000`: works the language server for long and prints what it took. A tenth of the way is a line:
 * edits, resident and heap memory after collection. Run with --expose-gc, as the script does.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { reportText } from '../property/arbitraries.js'
import { piecesOf, soak } from './soak.js'

const { values } = parseArgs({
  options: { edits: { type: 'string', default: '100000' }, documents: { type: 'string', default: '20' }, seed: { type: 'string', default: '20261122' } },
})
const golden = resolve(import.meta.dirname, '../golden')
const texts = readdirSync(golden)
  .filter((name) => /\.(?:md|txt)$/.test(name) && name !== 'README.md')
  .map((name) => readFileSync(join(golden, name), 'utf8'))
const seed = Number(values.seed)
const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`
for (const isPulled of [true, false]) {
  const began = performance.now()
  const figures = await soak(
    {
      edits: Math.floor(Number(values.edits) / 2),
      documents: Number(values.documents),
      seed,
      texts,
      pieces: piecesOf(reportText, seed),
      compareEvery: 1000,
      onProgress(done) {
        globalThis.gc?.()
        const { rss, heapUsed } = process.memoryUsage()
        console.log(
          `${isPulled ? 'pull' : 'push'} ${done} edits, ${((performance.now() - began) / 1000).toFixed(0)} s, rss ${megabytes(rss)}, heap ${megabytes(heapUsed)}`,
        )
      },
    },
    isPulled,
  )
  console.log(JSON.stringify(figures))
}

/**
 * `npm run fuzz -- --seconds 120`: changes texts at random and keeps those that reach code which none reached before, for as
 * long as asked. An input that breaks what must hold is printed and kept in test/fuzz/corpus, where the tests find it again.
 * (jazzer.js would do this, but its binary asks for a newer libc than machines of today have.)
 */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { Coverage } from './coverage.js'
import { corpusOf } from './corpus.js'
import { Mutator } from './mutate.js'
import { LIMIT, targetsOf, type Target } from './targets.js'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '120' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    target: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
})
const root = resolve(import.meta.dirname, '../..')

/** One script of engine and platform, so that coverage is about them and nothing else. */
async function bundle(): Promise<Parameters<typeof targetsOf>> {
  const outfile = join(tmpdir(), `gongwen-fuzz-${process.pid}.mjs`)
  await build({
    stdin: { contents: `export * as engine from '@gongwen/engine'; export * as platform from '@gongwen/platform'`, resolveDir: root },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outfile,
    external: ['nodejieba'],
    banner: { js: `import { createRequire as requireFrom } from "node:module"; const require = requireFrom(${JSON.stringify(join(root, 'package.json'))});` },
    logLevel: 'error',
  })
  const { engine, platform } = (await import(outfile)) as { engine: Parameters<typeof targetsOf>[0]; platform: Parameters<typeof targetsOf>[1] }
  return [engine, platform]
}

/** Fuzzes one target until `until`; gives the number of inputs tried and whether all of them held. */
async function fuzz(target: Target, coverage: Coverage, mutator: Mutator, until: number): Promise<{ tried: number; isSound: boolean }> {
  const pool = [...target.seeds, ...corpusOf(target.name)]
  let tried = 0
  for (const input of pool) await target.check(input)
  await coverage.news()
  while (performance.now() < until) {
    const batch = Array.from({ length: 8 }, () => mutator.mutate(mutator.pick(pool), mutator.pick(pool), LIMIT))
    for (const input of batch) {
      tried++
      try {
        await target.check(input)
      } catch (error) {
        console.error(`${target.name}: ${String(error)}\n${JSON.stringify(input)}`)
        save(target.name, input)
        return { tried, isSound: false }
      }
    }
    if ((await coverage.news()) > 0) {
      pool.push(...batch)
      if (values.keep) for (const input of batch.slice(0, 1)) save(target.name, input)
    }
  }
  return { tried, isSound: true }
}

function save(name: string, input: string): void {
  const folder = join(root, 'test/fuzz/corpus', name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, createHash('sha1').update(input, 'utf16le').digest('hex').slice(0, 12)), input, 'utf16le')
}

const targets = targetsOf(...(await bundle())).filter(({ name }) => values.target === undefined || values.target === name)
const coverage = new Coverage('gongwen-fuzz-')
await coverage.start()
const mutator = new Mutator(Number(values.seed), [])
console.log(`seed ${values.seed}`)
let failed = 0
for (const target of targets) {
  const own = new Mutator(mutator.random(2 ** 31), target.words)
  const { tried, isSound } = await fuzz(target, coverage, own, performance.now() + (Number(values.seconds) * 1000) / targets.length)
  console.log(`${target.name}: ${tried} inputs, ${coverage.size} blocks reached${isSound ? '' : ', BROKEN'}`)
  if (!isSound) failed++
}
coverage.stop()
process.exit(failed)

/**
 * `npm run fuzz -- --seconds 120`: changes texts at random and keeps those that reach code which none reached before, for as
 * long as asked. It goes on after an input that breaks what must hold; at the end the shortest input of each failure is printed
 * and kept in test/fuzz/corpus, where the tests find it again, and the exit code is the number of failures.
 * `--keep` keeps what reached new code too; `--distil FOLDER --most 40` takes over what of such a folder reaches most that the
 * corpus does not.
 * (jazzer.js would do this, but its binary asks for a newer libc than machines of today have.)
 */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { Coverage } from './coverage.js'
import { corpusOf, readCorpus } from './corpus.js'
import { Failures } from './failures.js'
import { Mutator } from './mutate.js'
import { LIMIT, targetsOf, type Target } from './targets.js'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '120' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    target: { type: 'string' },
    keep: { type: 'boolean', default: false },
    distil: { type: 'string' },
    most: { type: 'string', default: '40' },
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

/** Fuzzes one target for so many seconds, what is known being tried first; gives the number of new inputs. */
async function fuzz(target: Target, coverage: Coverage, mutator: Mutator, seconds: number): Promise<number> {
  const pool = [...target.seeds, ...corpusOf(target.name)]
  const vary = target.vary ?? ((m: Mutator, input: string, other: string): string => m.mutate(input, other, LIMIT))
  let tried = 0
  for (const input of pool) await attempt(target, input)
  await coverage.news()
  const until = performance.now() + seconds * 1000
  while (performance.now() < until) {
    const batch = Array.from({ length: 8 }, () => vary(mutator, mutator.pick(pool), mutator.pick(pool)))
    const sound: string[] = []
    for (const input of batch) {
      tried++
      if (await attempt(target, input)) sound.push(input)
    }
    if ((await coverage.news()) > 0) {
      // what broke something would only break it again
      pool.push(...sound)
      if (values.keep) for (const input of sound.slice(0, 1)) save(target.name, input)
    }
  }
  return tried
}

/** Whether an input holds; tells the first of each failure at once. */
async function attempt(target: Target, input: string): Promise<boolean> {
  try {
    await target.check(input)
    return true
  } catch (error) {
    if (failures.add(target.name, error, input)) console.error(`${target.name}: ${String(error).slice(0, 600)}`)
    return false
  }
}

/** Takes over from a folder of inputs those that reach most of what neither seeds, corpus nor those taken before reach. */
async function distil(target: Target, coverage: Coverage, folder: string, most: number): Promise<void> {
  for (const input of [...target.seeds, ...corpusOf(target.name)]) await attempt(target, input)
  await coverage.news()
  const gains: { input: string; gain: number }[] = []
  for (const input of readCorpus(folder).sort((a, b) => a.length - b.length)) {
    await attempt(target, input)
    gains.push({ input, gain: await coverage.news() })
  }
  const taken = gains
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain)
    .slice(0, most)
  for (const { input } of taken) save(target.name, input)
  console.log(`${target.name}: ${taken.length} of ${gains.length} inputs taken, for ${taken.reduce((sum, { gain }) => sum + gain, 0)} blocks`)
}

function save(name: string, input: string): void {
  const folder = join(root, 'test/fuzz/corpus', name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, createHash('sha1').update(input, 'utf16le').digest('hex').slice(0, 12)), input, 'utf16le')
}

const failures = new Failures()
const targets = targetsOf(...(await bundle())).filter(({ name }) => values.target === undefined || values.target === name)
const coverage = new Coverage(['gongwen-fuzz-', '/server/src/'])
await coverage.start()
const mutator = new Mutator(Number(values.seed), [])
console.log(`seed ${values.seed}`)
let inputs = 0
for (const target of targets) {
  const own = new Mutator(mutator.random(2 ** 31), target.words)
  if (values.distil === undefined) {
    const tried = await fuzz(target, coverage, own, Number(values.seconds) / targets.length)
    console.log(`${target.name}: ${tried} inputs, ${coverage.size} blocks reached`)
    inputs += tried
  } else await distil(target, coverage, join(values.distil, target.name), Number(values.most))
  target.end?.()
}
coverage.stop()
for (const { target, message, input, times } of failures.all()) {
  console.error(`\nBROKEN ${target}, ${times} times: ${message}\n${JSON.stringify(input)}`)
  save(target, input)
}
console.log(`fuzzing: ${inputs} inputs, ${failures.all().length} failures, seed ${values.seed}`)
process.exit(Math.min(100, failures.all().length))

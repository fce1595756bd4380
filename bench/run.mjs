/**
 * `npm run bench`: the engine, a keystroke, growth to 10 MB and the cold command line, beside peers on the same text in the
 * same run. What counts are the ratios of medians; milliseconds differ from machine to machine. All times are processor time.
 * GONGWEN_ROUNDS sets the rounds (15 when not told).
 */
import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { bundleEngine } from './bundle.mjs'
import { sayColdStarts } from './cold.mjs'
import { sayKeystrokes } from './keystroke.mjs'
import { race } from './measure.mjs'
import { reportOf } from './texts.mjs'

const ROUNDS = Number(process.env.GONGWEN_ROUNDS ?? 15)
const here = import.meta.dirname
if (!existsSync(join(here, 'node_modules'))) execFileSync('npm', ['ci', '--silent'], { cwd: here, stdio: 'inherit' })
const { loadPeers } = await import('./peers.mjs')
const lines = []
const say = (line = '') => {
  lines.push(line)
  console.log(line)
}

const engineFile = await bundleEngine({ minify: true })
const { lintText, Session } = await import(engineFile)
const peers = await loadPeers()

const ours = (text) => ({ name: 'gongwen', run: () => lintText(text, { format: 'markdown' }).findings.length })
const theirs = (text) => peers.filter(({ most }) => Buffer.byteLength(text) <= most).map(({ name, run }) => ({ name, run: () => run(text) }))

function table(title, rows) {
  const own = rows[0].milliseconds
  say(`\n## ${title}\n\n| | median ms | gongwen / peer | results |\n|---|---|---|---|`)
  for (const { name, milliseconds, count } of rows)
    say(`| ${name} | ${milliseconds.toFixed(2)} | ${name === rows[0].name ? '' : (own / milliseconds).toFixed(2)} | ${count} |`)
}

say(`# Benchmarks\n\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, medians of ${ROUNDS} interleaved rounds, processor time.`)
// first: behind the long measurements this machine charges every start of a process 0.1 s, ours and the peers' alike
sayColdStarts(say, ROUNDS)
for (const [label, bytes] of [
  ['72 kB', 72_000],
  ['504 kB', 504_000],
  ['1 MB', 1_000_000],
]) {
  const text = reportOf(bytes)
  const rows = await race([ours(text), ...theirs(text)], ROUNDS)
  table(`Full check, warm, ${label} (${text.length} characters)`, rows)
  const spacing = rows.find(({ name }) => name === 'pangu')
  await sayKeystrokes(say, Session, text, label, ROUNDS * 16, spacing.milliseconds)
}

say('\n## Growth\n\n| | ms | memory, MB | memory / text |\n|---|---|---|---|')
const growth = [1_000_000, 10_000_000].map((bytes) => {
  // in a process of its own, so that one text's memory is not another's
  const program = `
    import { reportOf } from ${JSON.stringify(join(here, 'texts.mjs'))}
    import { lintText } from ${JSON.stringify(engineFile)}
    const text = reportOf(${bytes})
    gc()
    const before = process.memoryUsage()
    let times = []
    let kept
    for (let i = 0; i < 3; i++) {
      const { user, system } = process.cpuUsage()
      kept = lintText(text, { format: 'markdown' })
      const after = process.cpuUsage()
      times.push((after.user + after.system - user - system) / 1000)
    }
    if (!(kept.findings.length > 0)) throw new Error('found nothing')
    gc()
    const after = process.memoryUsage()
    const used = after.heapUsed + after.external - before.heapUsed - before.external
    console.log(JSON.stringify({ milliseconds: times.sort((a, b) => a - b)[1], bytes: used, size: Buffer.byteLength(text) }))`
  const out = execFileSync(process.execPath, ['--expose-gc', '--max-old-space-size=4096', '--input-type=module', '-e', program], { encoding: 'utf8' })
  return JSON.parse(out)
})
for (const { milliseconds, bytes, size } of growth)
  say(`| ${(size / 1e6).toFixed(1)} MB | ${milliseconds.toFixed(0)} | ${(bytes / 1e6).toFixed(0)} | ${(bytes / size).toFixed(1)} |`)
const [small, large] = growth
say(`\nExponent ${(Math.log(large.milliseconds / small.milliseconds) / Math.log(large.size / small.size)).toFixed(2)}.`)

writeFileSync(join(here, 'RESULTS.md'), `${lines.join('\n')}\n`)

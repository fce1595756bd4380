/**
 * `npm run bench`: the engine, a keystroke, growth to 10 MB and the cold command line, beside peers on the same text in the
 * same run. What counts are the ratios of medians; milliseconds differ from machine to machine. All times are processor time.
 * GONGWEN_ROUNDS sets the rounds (15 when not told).
 */
import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { bundleEngine, work } from './bundle.mjs'
import { sayKeystrokes } from './keystroke.mjs'
import { cpuSeconds, median, race } from './measure.mjs'
import { reportOf } from './texts.mjs'

const ROUNDS = Number(process.env.GONGWEN_ROUNDS ?? 15)
const here = import.meta.dirname
if (!existsSync(join(here, 'node_modules'))) execFileSync('npm', ['ci', '--silent'], { cwd: here, stdio: 'inherit' })
const { loadPeers } = await import('./peers.mjs')
const require = createRequire(join(here, 'package.json'))
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

const file = join(work, '工作总结.md')
writeFileSync(file, reportOf(72_000))
const cold = {
  'node -e 0': ['-e', '0'],
  gongwen: [join(here, '../cli/bin/gongwen.js'), 'check', file],
  pangu: [
    '--input-type=module',
    '-e',
    `import * as p from ${JSON.stringify(require.resolve('pangu'))}; import fs from 'node:fs'; (p.pangu ?? p.default.pangu ?? p.default).spacingText(fs.readFileSync(${JSON.stringify(file)}, 'utf8'))`,
  ],
  autocorrect: [
    '-e',
    `require(${JSON.stringify(require.resolve('autocorrect-node'))}).lintFor(require('fs').readFileSync(${JSON.stringify(file)}, 'utf8'), 'r.md')`,
  ],
  markdownlint: [
    '--input-type=module',
    '-e',
    `import { lint } from ${JSON.stringify(join(here, 'node_modules/markdownlint/lib/exports-sync.mjs'))}; lint({ files: [${JSON.stringify(file)}] })`,
  ],
}
const seconds = Object.fromEntries(Object.keys(cold).map((name) => [name, []]))
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, args] of Object.entries(cold)) {
    const { seconds: used, status } = cpuSeconds(process.execPath, args)
    if (status !== (name === 'gongwen' ? 1 : 0)) throw new Error(`${name} ended with ${status}`)
    seconds[name].push(used)
  }
}
say('\n## Cold process, 72 kB, CPU seconds\n\n| | median s | gongwen / peer |\n|---|---|---|')
for (const name of Object.keys(cold))
  say(`| ${name} | ${median(seconds[name]).toFixed(3)} | ${name === 'gongwen' ? '' : (median(seconds.gongwen) / median(seconds[name])).toFixed(2)} |`)
writeFileSync(join(here, 'RESULTS.md'), `${lines.join('\n')}\n`)

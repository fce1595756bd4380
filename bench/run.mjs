/**
 * `npm run bench`: the engine, a keystroke and the cold command line, beside peers on the same text in the same run.
 * What counts are the ratios of medians; milliseconds differ from machine to machine.
 */
import { build } from 'esbuild'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { cpuSeconds, median, race } from './measure.mjs'
import { reportOf } from './texts.mjs'

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 15)
const here = import.meta.dirname
if (!existsSync(join(here, 'node_modules'))) execFileSync('npm', ['ci', '--silent'], { cwd: here, stdio: 'inherit' })
const require = createRequire(join(here, 'package.json'))
const work = mkdtempSync(join(tmpdir(), 'gongwen-bench-'))
const lines = []
const say = (line = '') => {
  lines.push(line)
  console.log(line)
}

const engineFile = join(work, 'engine.mjs')
await build({
  entryPoints: [join(here, '../engine/src/index.ts')],
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outfile: engineFile,
  logLevel: 'error',
})
const { lintText, Session } = await import(engineFile)
const pangu = await import(require.resolve('pangu'))
const panguSpacing = (text) => (pangu.pangu ?? pangu.default).spacingText(text)
const autocorrect = require('autocorrect-node')
const { lint: markdownlint } = await import(join(here, 'node_modules/markdownlint/lib/exports-sync.mjs'))

const ours = (text) => ({ name: 'gongwen', run: () => lintText(text, { format: 'markdown' }).findings.length })
const peers = (text) => [
  { name: 'pangu', run: () => panguSpacing(text).length - text.length },
  { name: 'markdownlint', run: () => markdownlint({ strings: { report: text } }).report.length },
  ...(Buffer.byteLength(text) < 700_000 ? [{ name: 'autocorrect', run: () => autocorrect.lintFor(text, 'report.md').lines.length }] : []),
]

function table(title, rows) {
  const own = rows[0].milliseconds
  say(`\n## ${title}\n\n| | median ms | gongwen / peer | results |\n|---|---|---|---|`)
  for (const { name, milliseconds, count } of rows)
    say(`| ${name} | ${milliseconds.toFixed(2)} | ${name === rows[0].name ? '' : (own / milliseconds).toFixed(2)} | ${count} |`)
}

say(`# Benchmarks\n\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, medians of ${ROUNDS} interleaved rounds.`)
for (const [label, bytes] of [
  ['72 kB', 72_000],
  ['1 MB', 1_000_000],
]) {
  const text = reportOf(bytes)
  table(`Full check, warm, ${label} (${text.length} characters)`, await race([ours(text), ...peers(text)], ROUNDS))
  const session = new Session({ format: 'markdown' })
  session.update(text)
  let flip = false
  const at = text.indexOf('。', text.length >> 1)
  const keystroke = {
    name: 'gongwen, one keystroke',
    run: () => {
      flip = !flip
      return session.update(flip ? `${text.slice(0, at)}的${text.slice(at)}` : text).findings.length
    },
  }
  const times = []
  for (let i = 0; i < ROUNDS * 2 + 4; i++) {
    const start = performance.now()
    if (!(keystroke.run() > 0)) throw new Error('the keystroke found nothing')
    if (i >= 4) times.push(performance.now() - start)
  }
  const [spacing] = await race([{ name: 'pangu', run: () => panguSpacing(text).length - text.length }], 5)
  say(`\nOne keystroke, ${label}: median ${median(times).toFixed(2)} ms, ${(median(times) / spacing.milliseconds).toFixed(2)} × one pangu pass.`)
}

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
rmSync(work, { recursive: true })

/**
 * `npm run bench:profile [bytes]`: where the engine's time goes on a text of so many bytes (72,000 when not told): milliseconds
 * per rule, and a CPU profile to open in Chrome's or VS Code's profiler. Warm, medians of several checks.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { Session as Inspector } from 'node:inspector/promises'
import { join } from 'node:path'
import { bundleEngine } from './bundle.mjs'
import { reportOf } from './texts.mjs'
import { median } from './measure.mjs'

const ROUNDS = 9
const WARM_UP = 5
const SHOWN = 25
const bytes = Number(process.argv[2] ?? 72_000)
const out = join(import.meta.dirname, 'profile')
mkdirSync(out, { recursive: true })
// not minified, and kept: names stay readable in the profile
const engineFile = await bundleEngine({ sourcemap: 'inline', outfile: join(out, 'engine.mjs') })
const { lintText } = await import(engineFile)
const text = reportOf(bytes)
for (let i = 0; i < WARM_UP; i++) lintText(text, { format: 'markdown' })

const whole = []
const rules = new Map()
for (let i = 0; i < ROUNDS; i++) {
  const milliseconds = new Map()
  const start = performance.now()
  lintText(text, { format: 'markdown', timing: { clock: () => performance.now(), milliseconds } })
  whole.push(performance.now() - start)
  for (const [rule, time] of milliseconds) rules.set(rule, [...(rules.get(rule) ?? []), time])
}
const rows = [...rules].map(([rule, times]) => [rule, median(times)]).sort((a, b) => b[1] - a[1])
const inRules = rows.reduce((sum, [, time]) => sum + time, 0)
console.log(
  `${text.length} characters: ${median(whole).toFixed(1)} ms, of which rules ${inRules.toFixed(1)} ms (what rules share counts for the first that asks)`,
)
for (const [rule, time] of rows.slice(0, SHOWN)) console.log(`${time.toFixed(2).padStart(9)}  ${rule}`)

const inspector = new Inspector()
inspector.connect()
await inspector.post('Profiler.enable')
await inspector.post('Profiler.start')
for (let i = 0; i < ROUNDS; i++) lintText(text, { format: 'markdown' })
const { profile } = await inspector.post('Profiler.stop')
inspector.disconnect()
const file = join(out, `gongwen-${bytes}.cpuprofile`)
writeFileSync(file, JSON.stringify(profile))
console.log(`\n${file}`)

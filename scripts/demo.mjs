/** `npm run demo`: installs and builds when needed, then checks the example report, as a writer would. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const run = (command, args) => spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status ?? 2
if (run(process.execPath, ['scripts/ensure-installed.mjs']) !== 0) process.exit(2)
if (run(process.execPath, ['scripts/build.mjs']) !== 0) process.exit(2)
const [example] = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.md'))
const status = run(process.execPath, ['cli/bin/gongwen.js', 'check', join('examples', example)])
// 1 means that there are findings, which is what the example is for
process.exitCode = status === 1 ? 0 : status

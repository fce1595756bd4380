/**
 * `npm run properties -- --cases 1000000 [--seed 7]`: every property, so many cases in all. Prints the seed, what each property
 * ran and how long it took, and last how many ran and how many failed.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { cases: { type: 'string', default: '100000' }, seed: { type: 'string' } } })
const { status } = spawnSync(
  process.execPath,
  ['node_modules/mocha/bin/mocha.js', '--no-config', '--import=tsx', '--timeout', '20000', 'test/property/*.test.ts'],
  {
    cwd: join(import.meta.dirname, '..'),
    stdio: 'inherit',
    env: { ...process.env, GONGWEN_TOTAL_CASES: values.cases, ...(values.seed !== undefined && { GONGWEN_SEED: values.seed }) },
  },
)
process.exitCode = status ?? 1

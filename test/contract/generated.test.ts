/** What is made from other files is up to date. */
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'

describe('generated files', () => {
  it('are fresh: `npm run generate` would change nothing', () => {
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/generate.ts', '--check'], { cwd: resolve(import.meta.dirname, '../..'), stdio: 'pipe' })
  }).timeout(60_000)
})

/**
 * `npm test`: everything. Installs when needed, builds, runs mocha, packs the extension and tries it in the real editor.
 * Where the editor's tools cannot be installed (no network, no root), that part is skipped and said to be.
 * The last line is `N passed, N failed`, from mocha's own counts.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const work = mkdtempSync(join(tmpdir(), 'gongwen-test-'))
const total = { passes: 0, failures: 0, pending: 0 }
let broken = 0

/** Runs a command to its end; a failure is counted and the rest goes on. */
function run(title, command, args, env = {}) {
  console.log(`\n—— ${title}`)
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  if (status !== 0) broken++
  return status === 0
}

/** Runs mocha and adds its counts; a run that leaves no counts is a failure of its own. */
function mocha(title, args, env = {}) {
  const stats = join(work, `${title}.json`)
  const before = broken
  run(title, process.execPath, ['node_modules/mocha/bin/mocha.js', '--reporter', 'test/support/counting-reporter.cjs', ...args], { ...env, MOCHA_STATS: stats })
  if (!existsSync(stats)) {
    total.failures++
    return
  }
  const counts = JSON.parse(readFileSync(stats, 'utf8'))
  for (const key of Object.keys(total)) total[key] += counts[key]
  // mocha's exit code says no more than its counts do
  broken = counts.failures > 0 ? before + 1 : before
  if (counts.passes + counts.failures + counts.pending === 0) total.failures++
}

run('构建', 'npm', ['run', '--silent', 'build'])
mocha('单元、属性、契约、命令行、语言服务', [])
if (process.argv.includes('--no-editor')) console.log('\n—— 编辑器测试：未运行（--no-editor）')
else if (run('打包', 'npm', ['run', '--silent', 'package'])) {
  const tools = process.env.E2E_TOOLS ?? join(root, '.cache/e2e-tools')
  console.log('\n—— 编辑器测试的工具')
  const ready = spawnSync('bash', ['test/e2e/tools/setup.sh', tools], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  const optional = process.env.CI === 'true' ? {} : { E2E_OPTIONAL: ready ? '' : '1' }
  const vsix = readdirSync(root)
    .filter((name) => /^gongwen-lint-.*\.vsix$/.test(name))
    .sort()
    .at(-1)
  mocha('真实编辑器', ['--config', 'test/e2e/.mocharc.json'], { ...optional, E2E_TOOLS: tools, GONGWEN_VSIX: join(root, vsix ?? '') })
}

rmSync(work, { recursive: true, force: true })
const failed = Math.max(total.failures, broken > 0 ? 1 : 0)
console.log(`\n${total.passes} passed, ${failed} failed${total.pending > 0 ? `, ${total.pending} skipped` : ''}`)
process.exitCode = failed > 0 ? 1 : 0

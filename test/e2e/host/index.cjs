// Loaded by the extension host (VS Code's `extensionTestsPath`): runs the suite with mocha and writes the results
// to `e2e-results.json` in the workspace, because only an exit code comes back from the host by itself.
const { readdirSync, writeFileSync } = require('node:fs')
const path = require('node:path')
const vscode = require('vscode')

/** @returns {Promise<void>} rejects when a test failed, which the host turns into exit code 1 */
exports.run = async function run() {
  const results = { loaded: false, tests: [] }
  try {
    const Mocha = require('mocha')
    const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: false })
    for (const name of readdirSync(__dirname).sort()) if (/^suite.*\.cjs$/.test(name)) mocha.addFile(path.join(__dirname, name))
    mocha.loadFiles()
    results.loaded = true
    const failures = await new Promise((resolve) => {
      mocha
        .run(resolve)
        .on('pass', (test) => results.tests.push({ title: test.fullTitle(), passed: true }))
        .on('pending', (test) => results.tests.push({ title: test.fullTitle(), passed: false, error: '被跳过' }))
        .on('fail', (test, error) => results.tests.push({ title: test.fullTitle(), passed: false, error: error.stack ?? String(error) }))
    })
    if (failures > 0) throw new Error(`${failures} 个测试失败`)
  } catch (error) {
    results.error = error.stack ?? String(error)
    throw error
  } finally {
    writeFileSync(path.join(vscode.workspace.workspaceFolders[0].uri.fsPath, 'e2e-results.json'), JSON.stringify(results))
  }
}

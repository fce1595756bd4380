/**
 * The editor's server, the browser's (from its bundle, with either segmenter that it may have) and the command line say the
 * same of every fixture, golden report, example, and shared sample.
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver'
import { decodeText } from '@gongwen/platform'
import { run } from '../../cli/src/run.js'
import { ServerDriver } from '../lsp/server-driver.js'
import { sharedPath } from '../support/shared.js'
import { connectToWorkerServer } from '../support/worker-server.js'

const root = resolve(import.meta.dirname, '../..')
const FOLDERS = [
  join(root, 'test/golden'),
  join(root, 'test/fixtures'),
  join(root, 'test/e2e/fixtures'),
  join(root, 'examples'),
  sharedPath('samples'),
  sharedPath('corpus'),
]
const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const

interface Place {
  readonly line: number
  readonly column: number
}
interface CheckedFinding {
  readonly ruleId: string
  readonly severity: keyof typeof SEVERITIES
  readonly message: string
  readonly advice?: string
  readonly start: Place
  readonly end: Place
}

function reports(): string[] {
  return FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:md|txt)$/.test(name))
      .map((name) => join(folder, name)),
  )
}

async function onCommandLine(path: string): Promise<string[]> {
  const output: string[] = []
  const sink = { write: (chunk: string | Uint8Array) => void output.push(chunk.toString()), isTTY: false }
  async function* nothing(): AsyncGenerator<Uint8Array> {
    // standard input is empty
  }
  await run(['check', path, '--format', 'json', '--min-severity', 'hint'], {
    stdin: nothing(),
    stdout: sink,
    stderr: { write: () => undefined, isTTY: false },
    cwd: root,
    env: {},
  })
  const result = JSON.parse(output.join('')) as { files: { findings: CheckedFinding[] }[] }
  return (result.files[0]?.findings ?? []).map(({ ruleId, severity, message, advice = '', start, end }) =>
    JSON.stringify([ruleId, SEVERITIES[severity], start.line - 1, start.column - 1, end.line - 1, end.column - 1, message + advice]),
  )
}

async function inTheEditor(driver: ServerDriver, path: string, text: string): Promise<string[]> {
  const languageId = path.endsWith('.md') ? 'markdown' : 'plaintext'
  const uri = await driver.open(text, { uri: `file://${encodeURI(path)}`, languageId })
  const diagnostics: Diagnostic[] = await driver.diagnostics(uri)
  await driver.close(uri)
  return diagnostics.map(({ code, severity, range, message }) =>
    JSON.stringify([code, severity, range.start.line, range.start.character, range.end.line, range.end.character, message]),
  )
}

const SETTINGS = { messageLanguage: 'zh-CN', minSeverity: 'hint' }

describe('editor, browser and command line', function () {
  this.timeout(180_000)
  const drivers = new Map<string, ServerDriver>()
  let asked: readonly string[] = []

  before(async () => {
    // built anew, so that it is the same sources that speak on all sides
    const built = spawnSync(process.execPath, ['scripts/build.mjs', 'browser-server'], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '' },
      encoding: 'utf8',
    })
    assert.equal(built.status, 0, built.stderr)
    const jieba = connectToWorkerServer({ assets: 'dist' })
    const intl = connectToWorkerServer({ assets: 'none' })
    asked = jieba.asked
    drivers.set('the editor’s server', await ServerDriver.start({ settings: SETTINGS }))
    drivers.set('the browser’s server with jieba', await ServerDriver.start({ settings: SETTINGS, connection: jieba.client }))
    drivers.set('the browser’s server with the platform’s segmenter', await ServerDriver.start({ settings: SETTINGS, connection: intl.client }))
  })
  after(() => {
    for (const driver of drivers.values()) driver.stop()
  })

  for (const path of reports()) {
    it(`agree on ${path.slice(resolve(root, '..').length + 1)}`, async () => {
      const { text } = await decodeText(readFileSync(path))
      const commandLine = (await onCommandLine(path)).sort()
      for (const [name, driver] of drivers) assert.deepEqual((await inTheEditor(driver, path, text)).sort(), commandLine, name)
    })
  }

  it('the browser’s server loaded its word list, once, when words were first asked for', () => {
    assert.deepEqual(asked, ['jieba-wasm/jieba_rs_wasm_bg.wasm'])
  })
})

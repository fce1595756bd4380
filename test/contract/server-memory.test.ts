/** How much memory the built server takes for the five shared samples, in a process of its own as the editor starts it. */
import assert from 'node:assert/strict'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createProtocolConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver/node'
import { decodeText } from '@gongwen/platform'
import { ServerDriver } from '../lsp/server-driver.js'
import { sharedPath } from '../support/shared.js'

const root = resolve(import.meta.dirname, '../..')
const SAMPLES = sharedPath('samples')
const MOST_BYTES = 150_000_000
/** A doubled word: whether it is one, the segmenter is asked, so its word list is loaded. */
const DOUBLED =
  '云岭县水利局2024年工作总结\n\n2024年，全县水利系统扎实推进各项工作，现将有关情况总结如下。\n\n一、推进项目建设\n\n全年实施供水供水工程12处，完成投资3600万元。\n'

/** Resident memory of a process, in bytes. */
function memoryOf({ pid }: ChildProcess): number {
  return Number(/^VmRSS:\s{1,20}(\d{1,12}) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024
}

/** Starts a server's bundle, has it check every sample, and reads its memory. */
async function measure(bundle: string): Promise<{ now: number; withWords: number; findings: number }> {
  const server = spawn(process.execPath, [bundle, '--node-ipc'], { env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const connection = createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server))
  const driver = await ServerDriver.start({ settings: { minSeverity: 'hint' }, connection })
  try {
    let findings = 0
    for (const name of readdirSync(SAMPLES).filter((each) => /\.(?:txt|md)$/.test(each))) {
      const { text } = await decodeText(readFileSync(join(SAMPLES, name)))
      findings += (await driver.diagnostics(await driver.open(text, { uri: `file:///${encodeURI(name)}`, languageId: 'plaintext' }))).length
    }
    const now = memoryOf(server)
    await driver.diagnostics(await driver.open(DOUBLED, { uri: 'file:///doubled.txt', languageId: 'plaintext' }))
    return { now, withWords: memoryOf(server), findings }
  } finally {
    driver.stop()
    server.kill()
  }
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`

describe('memory of the server after the five samples', function () {
  this.timeout(120_000)
  let alone: string

  before(function () {
    if (!existsSync(SAMPLES) || !existsSync('/proc/self/status')) this.skip()
    const built = spawnSync(process.execPath, ['scripts/build.mjs', 'server'], { cwd: root, env: { ...process.env, NODE_OPTIONS: '' }, encoding: 'utf8' })
    assert.equal(built.status, 0, built.stderr)
    // as in the package: no node_modules above it, so no nodejieba
    alone = mkdtempSync(join(tmpdir(), 'gongwen-memory-'))
    cpSync(join(root, 'dist/server'), join(alone, 'dist/server'), { recursive: true })
    for (const part of ['jieba-wasm', 'dict']) cpSync(join(root, 'dist', part), join(alone, 'dist', part), { recursive: true })
  })
  after(() => {
    if (alone !== undefined) rmSync(alone, { recursive: true, force: true })
  })

  it('without the native segmenter, as packed, stays below 150 MB', async () => {
    const { now, withWords, findings } = await measure(join(alone, 'dist/server/server.cjs'))
    console.log(`      without nodejieba: ${megabytes(now)}; ${megabytes(withWords)} once the word list is loaded`)
    assert.ok(findings > 100)
    assert.ok(now < MOST_BYTES, megabytes(now))
  })

  it('with the native segmenter', async () => {
    const { now, withWords, findings } = await measure(join(root, 'dist/server/server.cjs'))
    console.log(`      with nodejieba: ${megabytes(now)}; ${megabytes(withWords)} once the word list is loaded`)
    assert.ok(findings > 100)
  })
})

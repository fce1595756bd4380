// One code-server process: its own profile, its own extensions folder, its own process group.
import { execFile, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'
import { PATIENCE, until } from './waiting.mjs'

/** Nothing that talks to the network, suggests, greets or saves by itself; and a font that has Chinese characters. */
const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'editor.fontFamily': "'Noto Sans Mono CJK SC', monospace",
  'editor.minimap.enabled': false,
  'editor.wordBasedSuggestions': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
}

const QUIET_FLAGS = ['--auth', 'none', '--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--disable-getting-started-override']

/**
 * Installs the extensions into a fresh profile and starts code-server on a free port of 127.0.0.1.
 *
 * @param {object} options
 * @param {{ node: string, entry: string }} options.tools from `locateTools`
 * @param {string} options.home an empty folder that the caller removes after `stop`
 * @param {string[]} options.vsix extension packages to install
 * @param {Record<string, unknown>} [options.settings] user settings on top of the quiet ones
 */
export async function startCodeServer({ tools, home, vsix, settings = {} }) {
  const userData = path.join(home, 'data')
  const extensionsFolder = path.join(home, 'extensions')
  const temporary = path.join(home, 'tmp')
  const config = path.join(home, 'config.yaml')
  for (const folder of [path.join(userData, 'User'), extensionsFolder, temporary]) mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(userData, 'User/settings.json'), JSON.stringify({ ...QUIET_SETTINGS, ...settings }))
  writeFileSync(config, '')
  const profile = [tools.entry, '--config', config, '--user-data-dir', userData, '--extensions-dir', extensionsFolder]
  const environment = {
    ...process.env,
    HOME: home,
    XDG_DATA_HOME: home,
    XDG_CONFIG_HOME: home,
    TMPDIR: temporary,
    PATH: `${path.dirname(tools.node)}:${process.env.PATH}`,
  }
  for (const file of vsix) {
    await promisify(execFile)(tools.node, [...profile, '--install-extension', file, '--force'], {
      env: environment,
      timeout: PATIENCE,
    })
  }
  const port = await freePort()
  const child = spawn(
    tools.node,
    [...profile, ...QUIET_FLAGS, '--bind-addr', `127.0.0.1:${port}`],
    // A group of its own, so that the extension host and the language server can be stopped with it, by its id.
    { env: environment, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const log = []
  child.stdout.on('data', (chunk) => log.push(String(chunk)))
  child.stderr.on('data', (chunk) => log.push(String(chunk)))
  const stop = stopper(child)
  const server = {
    origin: `http://127.0.0.1:${port}`,
    authority: `127.0.0.1:${port}`,
    extensionsFolder,
    temporary,
    log,
    stop,
  }
  try {
    await until(
      'code-server 启动',
      () => answers(child, `${server.origin}/healthz`),
      () => log.join(''),
    )
  } catch (error) {
    await stop()
    throw error
  }
  return server
}

async function answers(child, address) {
  if (child.exitCode !== null || child.signalCode !== null) throw new Error(`code-server 已退出（${child.exitCode ?? child.signalCode}）`)
  try {
    return (await fetch(address)).ok
  } catch {
    return false // not listening yet: the only expected failure while it starts
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

/** Sends `signal` to the whole group; false when no process of it is left. */
function signalGroup(leader, signal) {
  try {
    process.kill(-leader, signal)
    return true
  } catch (error) {
    if (error.code === 'ESRCH') return false
    throw error
  }
}

/** A function that ends the process group politely, then by force; also run if the test process itself ends early. */
function stopper(child) {
  const endNow = () => signalGroup(child.pid, 'SIGKILL')
  process.once('exit', endNow)
  return async () => {
    signalGroup(child.pid, 'SIGTERM')
    const patience = Date.now() + 8_000
    await until('code-server 结束', () => {
      if (Date.now() > patience) signalGroup(child.pid, 'SIGKILL')
      return !signalGroup(child.pid, 0)
    })
    process.removeListener('exit', endNow)
  }
}

// The real editor for the end-to-end tests: code-server with the packed extension in a fresh profile, and a Chromium on it.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startCodeServer } from './support/code-server.mjs'
import { EditorWindow } from './support/editor-window.mjs'
import { PATIENCE } from './support/waiting.mjs'

export { REPOSITORY, SHOTS, locateTools, locateVsix, requireEnvironment } from './support/tools.mjs'
export { PATIENCE, readDiskUntil, until } from './support/waiting.mjs'
export { EditorWindow }

/** No sandbox (the tests run as root in a container), no background traffic, no host but this machine. */
const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

/**
 * Starts the editor. Everything it writes lives in one temporary folder, removed by `close`.
 *
 * @param {object} options
 * @param {ReturnType<import('./support/tools.mjs').locateTools>} options.tools
 * @param {string[]} options.vsix packages to install into the fresh profile
 * @param {Record<string, string | Uint8Array>} options.files the workspace’s files: name → text, written as UTF-8, or bytes
 * @param {Record<string, unknown>} [options.settings] further user settings
 * @returns {Promise<Editor>}
 */
export async function startEditor({ tools, vsix, files, settings }) {
  const root = mkdtempSync(path.join(tmpdir(), 'gongwen-e2e-'))
  const workspace = path.join(root, 'workspace')
  mkdirSync(workspace)
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(workspace, name), text)
  let server
  try {
    server = await startCodeServer({ tools, home: path.join(root, 'home'), vsix, settings })
    const { chromium } = createRequire(tools.playwright)('playwright-core')
    const browser = await chromium.launch({
      executablePath: tools.chromium,
      args: BROWSER_FLAGS,
      env: { ...process.env, TMPDIR: server.temporary },
    })
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US' })
    return new Editor({ root, workspace, server, browser, context })
  } catch (error) {
    await server?.stop()
    removeFolder(root)
    throw error
  }
}

export class Editor {
  constructor({ root, workspace, server, browser, context }) {
    this.root = root
    this.workspace = workspace
    this.server = server
    this.browser = browser
    this.context = context
  }

  /** Absolute path of a file of the workspace. */
  file(name) {
    return path.join(this.workspace, name)
  }

  /** The last part of what the server and the browser's console said: to be put into the message of a failure. */
  logTail(characters = 4000) {
    return this.server.log.join('').slice(-characters)
  }

  /** Opens the workspace in a new browser tab; resolves when the explorer lists its files. */
  openWorkspace() {
    return this.openFolder(this.workspace)
  }

  /** Opens a folder of this machine (a path) or of a virtual file system (a URI); resolves when the explorer lists its files. */
  async openFolder(folder) {
    const page = await this.#newPage()
    await page.goto(`${this.server.origin}/?folder=${encodeURIComponent(folder)}`)
    await page.waitForSelector('.monaco-workbench .explorer-folders-view .monaco-list-row', { timeout: PATIENCE })
    return new EditorWindow(page)
  }

  /**
   * The title of a command as the palette shows it, read from the installed extension's own manifest,
   * so that a change of wording does not break the tests.
   *
   * @param {string} extension `publisher.name`
   * @param {string} command the command's id
   * @returns {string} the title without the category
   */
  commandTitle(extension, command) {
    const folder = readdirSync(this.server.extensionsFolder).find((name) => name.toLowerCase().startsWith(`${extension}-`))
    if (!folder) throw new Error(`扩展 ${extension} 没有装进 ${this.server.extensionsFolder}`)
    const read = (name) => JSON.parse(readFileSync(path.join(this.server.extensionsFolder, folder, name), 'utf8'))
    const entry = read('package.json').contributes.commands.find((each) => each.command === command)
    if (!entry) throw new Error(`扩展的清单里没有命令 ${command}`)
    const key = /^%(.+)%$/.exec(entry.title)?.[1]
    return key ? read('package.nls.json')[key] : entry.title
  }

  /**
   * Runs `exports.run` of a CommonJS file inside the extension host, as `@vscode/test-electron` would.
   *
   * @param {object} options
   * @param {string} options.developmentPath folder of an extension under development (may be an empty shell)
   * @param {string} options.testsPath absolute path of the file that exports `run`
   * @returns {Promise<number>} 0 when `run` resolved, 1 when it rejected
   */
  async runInExtensionHost({ developmentPath, testsPath }) {
    let code
    await this.context.exposeFunction('codeAutomationExit', (exitCode) => {
      code = exitCode
    })
    await this.context.exposeFunction('codeAutomationLog', (kind, parts) => this.server.log.push(`[${kind}] ${parts.join(' ')}\n`))
    const page = await this.#newPage()
    await page.addInitScript(allowTestDriver)
    const remote = (file) => `vscode-remote://${this.server.authority}${encodeURI(file)}`
    const payload = [
      ['extensionDevelopmentPath', remote(developmentPath)],
      ['extensionTestsPath', remote(testsPath)],
    ]
    const query = new URLSearchParams({ folder: this.workspace, payload: JSON.stringify(payload) })
    await page.goto(`${this.server.origin}/?${query}`)
    const deadline = Date.now() + 3 * PATIENCE // the suite in there has waits of its own, one after the other
    while (code === undefined) {
      if (Date.now() > deadline) throw new Error(`扩展宿主里的测试没有结束\n${this.logTail()}`)
      await pause(100)
    }
    return code
  }

  /** Closes the browser, ends the server's processes and removes the temporary folder. */
  async close() {
    try {
      await this.browser.close()
    } finally {
      await this.server.stop()
      removeFolder(this.root)
    }
  }

  async #newPage() {
    const page = await this.context.newPage()
    page.on('console', (message) => this.server.log.push(`[${message.type()}] ${message.text()}\n`))
    return page
  }
}

/**
 * Runs in the page before its own scripts. A built workbench ignores `extensionTestsPath` unless its configuration
 * asks for the test driver, and code-server has no flag for that; so the configuration element is completed as soon
 * as the parser has inserted it. (Rewriting the page on its way makes Chromium refuse its WebSockets.)
 */
function allowTestDriver() {
  const observer = new MutationObserver(() => {
    const element = document.getElementById('vscode-workbench-web-configuration')
    const text = element?.getAttribute('data-settings')
    if (!text) return
    observer.disconnect()
    const configuration = JSON.parse(text)
    configuration.developmentOptions = { ...configuration.developmentOptions, enableSmokeTestDriver: true }
    element.setAttribute('data-settings', JSON.stringify(configuration))
  })
  observer.observe(document, { childList: true, subtree: true })
}

/** A process that has just been ended may still be closing files; rmSync tries again for it. */
function removeFolder(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}

/**
 * Adds the usual hooks to a suite whose tests are the steps of one story: after a failed step the rest is skipped,
 * and the failure carries a screenshot and the log.
 *
 * @param {() => { editor?: Editor, window?: EditorWindow }} current
 */
export function tellAsStory(current) {
  let broken = false
  beforeEach(function () {
    if (broken) this.skip()
  })
  afterEach(async function () {
    if (this.currentTest.state !== 'failed') return
    broken = true
    const { editor, window } = current()
    await window?.screenshot(`failed-${this.currentTest.title.replace(/[^\p{L}\p{N}]+/gu, '-')}`)
    if (editor) this.currentTest.err.message += `\n${editor.logTail()}`
  })
  after(async () => {
    await current().editor?.close()
  })
}

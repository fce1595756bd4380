/**
 * One language server under the fuzzer's messages. After each input it must still answer a known request on a known document
 * as it did at first; it is started anew only where the protocol leaves no other way (bytes that cut the stream) or when it broke.
 */
import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { CancellationTokenSource } from 'vscode-languageserver/node'
import { REPORT } from '../lsp/reports.js'
import { ServerDriver } from '../lsp/server-driver.js'
import { messageOf, type Message } from './messages.js'

const KNOWN = 'file:///known-good/report.md'
const SETTINGS = { messageLanguage: 'zh-CN' }
/** Within so many milliseconds a request is answered, and anything more is taken for never. */
const PATIENCE = 10_000
/** Behind bytes that cut the stream nothing may come any more. */
const BRIEFLY = 60
const INTERNAL_ERROR = -32603

/** Why an input broke the server; the message says what, so that alike failures are counted once. */
type Answer = { readonly isAnswered: true; readonly error?: { readonly code?: number; readonly message?: string } } | { readonly isAnswered: false }

export class FuzzedServer {
  private driver: ServerDriver | undefined
  private known = ''
  private readonly stray: unknown[] = []
  /** how many servers were started */
  started = 0

  /** Sends an input's messages and proves that the server lives. Throws what is wrong; the next input then has a new server. */
  async check(input: string): Promise<void> {
    const lines = input.split('\n').filter(Boolean)
    const collect = (error: unknown): void => void this.stray.push(error)
    process.on('uncaughtException', collect)
    process.on('unhandledRejection', collect)
    try {
      const driver = (this.driver ??= await this.start())
      const isWellTyped = lines.every((line) => /^[+=]/.test(line))
      const patience = lines.some((line) => line.startsWith('!')) ? BRIEFLY : PATIENCE
      const faults = await this.say(driver, lines, patience)
      const isAlive = await this.prove(driver, patience)
      assert.deepEqual(this.stray.map(String), [], 'an error that nobody caught')
      // nonsense may be answered by any error; what is well typed may not
      if (isWellTyped) assert.deepEqual([...faults, ...driver.logged.filter((line) => line.includes(' failed: '))], [])
      driver.logged.length = 0
      if (isAlive) await this.tidy(driver, lines)
      else this.stop()
    } catch (error) {
      this.stop()
      throw error
    } finally {
      this.stray.length = 0
      process.off('uncaughtException', collect)
      process.off('unhandledRejection', collect)
    }
  }

  stop(): void {
    this.driver?.stop()
    this.driver = undefined
  }

  private async start(): Promise<ServerDriver> {
    this.started++
    const driver = await ServerDriver.start({ settings: SETTINGS })
    // the client's end reads what is no message too, and says so on the console, which is no news here
    driver.client.onError(() => undefined)
    await driver.open(REPORT, { uri: KNOWN })
    this.known = JSON.stringify(await driver.diagnostics(KNOWN))
    assert.notEqual(this.known, '[]')
    return driver
  }

  /** Sends every line; gives the internal errors among the answers. */
  private async say(driver: ServerDriver, lines: readonly string[], patience: number): Promise<string[]> {
    const cancelling = new CancellationTokenSource()
    const asked: Promise<string | undefined>[] = []
    for (const line of lines) {
      if (line.startsWith('!')) driver.wire.write(JSON.parse(line.slice(1)) as string)
      else if (line.startsWith('~')) driver.wire.write(`Content-Length: ${Buffer.byteLength(line.slice(1))}\r\n\r\n${line.slice(1)}`)
      else if (line.startsWith('=')) driver.settings = JSON.parse(line.slice(1)) as Record<string, unknown>
      else asked.push(this.send(driver, messageOf(line), cancelling, patience))
    }
    await within(
      driver.letTimePass().catch(() => undefined),
      undefined,
      patience,
    )
    // a request that waits for changes, as workspace/diagnostic does, ends when it is cancelled
    cancelling.cancel()
    return (await Promise.all(asked)).filter((fault) => fault !== undefined)
  }

  private async send(
    driver: ServerDriver,
    { method, params, isRequest }: Message,
    { token }: CancellationTokenSource,
    patience: number,
  ): Promise<string | undefined> {
    if (!isRequest) return driver.client.sendNotification(method, params).then(() => undefined)
    const answer = await within<Answer, Answer>(
      driver.client.sendRequest(method, params, token).then(
        () => ({ isAnswered: true }),
        (error: unknown) => ({ isAnswered: true, error: error as { code?: number } }),
      ),
      { isAnswered: false },
      patience,
    )
    if (!answer.isAnswered) return `${method} is never answered`
    return answer.error?.code === INTERNAL_ERROR ? `${method}: ${answer.error.message}` : undefined
  }

  /** Whether the known request is answered, which it must be unless bytes cut the stream; as at first, if it is. */
  private async prove(driver: ServerDriver, patience: number): Promise<boolean> {
    driver.settings = SETTINGS
    await driver.client.sendNotification('workspace/didChangeConfiguration', { settings: null })
    // stopped before it answers, the request fails, which is nobody's concern any more
    const asked = driver.diagnostics(KNOWN).then(
      (found) => JSON.stringify(found),
      (error: unknown) => String(error),
    )
    const answer = await within(asked, undefined, patience)
    if (answer === undefined && patience === BRIEFLY) return false
    assert.equal(answer, this.known, 'the known request is answered otherwise than at first')
    return true
  }

  /** Closes what an input opened, so that inputs break the server by themselves or not at all. */
  private async tidy(driver: ServerDriver, lines: readonly string[]): Promise<void> {
    for (const uri of new Set(lines.flatMap(urisIn))) {
      if (uri !== KNOWN) await driver.client.sendNotification('textDocument/didClose', { textDocument: { uri } })
    }
    driver.published.length = 0
    driver.statuses.length = 0
  }
}

/** The addresses that a line names; none of a text that is no JSON. */
function urisIn(line: string): string[] {
  const uris: string[] = []
  try {
    JSON.parse(line.slice(1), (key, value: unknown) => (key === 'uri' && typeof value === 'string' ? void uris.push(value) : value))
  } catch {
    // damaged on purpose: the server refused it, so nothing was opened
  }
  return uris
}

async function within<Value, Other>(promise: Promise<Value>, otherwise: Other, milliseconds = PATIENCE): Promise<Value | Other> {
  const clock = new AbortController()
  // a promise that loses the race may fail later, which the race has seen
  const late = wait(milliseconds, otherwise, { signal: clock.signal }).catch(() => otherwise)
  try {
    return await Promise.race([promise, late])
  } finally {
    clock.abort()
  }
}

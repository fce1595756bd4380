/**
 * A server under a long day's work: random edits over many open documents with requests in flight, closings, renamings and
 * changed settings. What it answers is compared with a fresh check; what it publishes must not be stale.
 */
import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import { LineIndex, lintText, type TextFormat } from '@gongwen/engine'
import fc from 'fast-check'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { CheckRequest } from '../../server/src/index.js'
import { OLD_EDITOR, ServerDriver } from '../lsp/server-driver.js'

/** What a soak is made of, and how far it has come. */
export interface SoakOptions {
  readonly edits: number
  readonly documents: number
  readonly seed: number
  /** texts that the documents begin as, in turn */
  readonly texts: readonly string[]
  /** what edits put in */
  readonly pieces: readonly string[]
  /** findings are compared with a fresh check at every one of this many edits */
  readonly compareEvery: number
  /** called at every tenth of the way */
  readonly onProgress?: (done: number, figures: SoakFigures) => void
}

/** What happened in a soak. */
export interface SoakFigures {
  edits: number
  requests: number
  compared: number
  closings: number
  renamings: number
  reconfigurations: number
  /** requests answered by an error that says that the text has changed meanwhile; any other error fails the soak */
  overtaken: number
}

/** A document as the editor has it. */
interface Open {
  text: TextDocument
}

const REQUESTS = [
  'textDocument/diagnostic',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/inlayHint',
  'textDocument/hover',
  'textDocument/codeAction',
  'textDocument/completion',
  'textDocument/references',
] as const

/** UTF-16 units above which edits take away. */
const LONG = 12_000

/** Repeatable random numbers: one seed, one soak. */
function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/**
 * Works a server for as many edits as asked. Throws at the first answer that is an error, at a finding that differs from a
 * fresh check's, and at a published version older than one published before.
 */
export async function soak(options: SoakOptions, isPulled = true): Promise<SoakFigures> {
  const random = randomOf(options.seed)
  // messages come in while a text is checked, as in an editor
  const ports = { pause: () => setImmediate() }
  const driver = await ServerDriver.start({ ...(!isPulled && { capabilities: OLD_EDITOR }), settings: { messageLanguage: 'zh-CN' }, ports })
  const figures: SoakFigures = { edits: 0, requests: 0, compared: 0, closings: 0, renamings: 0, reconfigurations: 0, overtaken: 0 }
  const inFlight = new Set<Promise<void>>()
  let serial = 0
  let rules: Record<string, 'off' | 'warning'> = {}
  const begin = async (i: number): Promise<Open> => {
    const languageId = i % 4 === 3 ? 'plaintext' : 'markdown'
    return show(TextDocument.create(`file:///soak/${i}-${++serial}.md`, languageId, 1, options.texts[i % options.texts.length] as string))
  }
  const show = async (text: TextDocument): Promise<Open> => {
    const { uri, languageId, version } = text
    await driver.client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version, text: text.getText() } })
    return { text }
  }
  const documents: Open[] = []
  for (let i = 0; i < options.documents; i++) documents.push(await begin(i))

  const ask = (open: Open): void => {
    const { uri } = open.text
    const at = open.text.positionAt(random(open.text.getText().length + 1))
    const method = REQUESTS[random(isPulled ? REQUESTS.length : REQUESTS.length - 1) + (isPulled ? 0 : 1)] as string
    const params = { textDocument: { uri }, position: at, range: { start: at, end: at }, context: { diagnostics: [], includeDeclaration: true } }
    figures.requests++
    const asked = driver.client.sendRequest(method, params).then(
      () => undefined,
      (error: unknown) => {
        const { code, message } = error as { code?: number; message?: string }
        // ContentModified, RequestCancelled, ServerCancelled
        if (code === -32801 || code === -32800 || code === -32802) figures.overtaken++
        else throw new Error(`${method} of ${uri}: ${String(code)} ${String(message)}`)
      },
    )
    inFlight.add(asked)
    asked.finally(() => inFlight.delete(asked)).catch(() => undefined)
  }

  const edit = async (open: Open): Promise<void> => {
    const { length } = open.text.getText()
    const from = random(length + 1)
    const to = Math.min(length, from + (random(4) === 0 ? random(40) : 0))
    const piece = options.pieces[random(options.pieces.length)] as string
    // a text that grew long grows no more, so that memory says something about the server and not about the texts
    const text = length > LONG || random(5) === 0 ? '' : piece
    const change = { range: { start: open.text.positionAt(from), end: open.text.positionAt(length > LONG ? from + 200 : to) }, text }
    const version = open.text.version + 1
    TextDocument.update(open.text, [change], version)
    figures.edits++
    await driver.client.sendNotification('textDocument/didChange', { textDocument: { uri: open.text.uri, version }, contentChanges: [change] })
  }

  const compare = async (open: Open): Promise<void> => {
    const { uri, languageId, version } = open.text
    const format: TextFormat = languageId === 'markdown' ? 'markdown' : 'plain'
    const waiting = isPulled ? driver.diagnostics(uri) : undefined
    await driver.letTimePass()
    await waiting
    // findings in the sentence that was edited last are held back until the document is saved
    await driver.save(uri)
    await driver.letTimePass()
    await Promise.all(inFlight)
    // what is published is published when the check has ended that this waits for, too
    if (!isPulled) await driver.client.sendRequest(CheckRequest, { uri })
    await driver.settle()
    const published = driver.published.findLast((one) => one.uri === uri)
    const told = isPulled ? await driver.diagnostics(uri) : published?.diagnostics
    if (!isPulled) assert.equal(published?.version, version, `the newest text of ${uri} was not published`)
    const text = open.text.getText()
    const index = LineIndex.of(text)
    assert.deepEqual(
      told?.map(({ code, range, message }) => `${code} ${range.start.line}:${range.start.character}-${range.end.line}:${range.end.character} ${message}`),
      lintText(text, { format, configuration: { rules } })
        // the editor shows no hints unless it is told to
        .findings.filter(({ severity }) => severity !== 'hint')
        .map(({ ruleId, start, end, message, advice = '' }) => {
          const [a, b] = [index.positionAt(start), index.positionAt(end)]
          return `${ruleId} ${a.line}:${a.column}-${b.line}:${b.column} ${message}${advice}`
        }),
      `${uri} version ${version}`,
    )
    figures.compared++
  }

  const disturb = async (): Promise<void> => {
    const i = random(documents.length)
    const open = documents[i] as Open
    switch (random(4)) {
      case 0:
        await driver.client.sendNotification('textDocument/didClose', { textDocument: { uri: open.text.uri } })
        documents[i] = await begin(i)
        figures.closings++
        return
      case 1: {
        // an editor renames by closing the old name and opening the new one
        await driver.client.sendNotification('textDocument/didClose', { textDocument: { uri: open.text.uri } })
        documents[i] = await show(TextDocument.create(`file:///soak/renamed-${++serial}.md`, open.text.languageId, 1, open.text.getText()))
        figures.renamings++
        return
      }
      case 2:
        rules = { 'residue/placeholder': random(2) === 0 ? 'off' : 'warning' }
        driver.settings = { messageLanguage: 'zh-CN', rules }
        await driver.client.sendNotification('workspace/didChangeConfiguration', { settings: null })
        figures.reconfigurations++
        return
      default:
        await driver.save(open.text.uri)
    }
  }

  try {
    const tenth = Math.max(1, Math.floor(options.edits / 10))
    while (figures.edits < options.edits) {
      const open = documents[random(documents.length)] as Open
      await edit(open)
      if (random(3) === 0) ask(documents[random(documents.length)] as Open)
      if (random(200) === 0) await disturb()
      if (random(20) === 0) await driver.letTimePass()
      if (inFlight.size > 40) {
        await driver.letTimePass()
        await Promise.all(inFlight)
      }
      if (figures.edits % options.compareEvery === 0) await compare(documents[random(documents.length)] as Open)
      if (figures.edits % tenth === 0) {
        options.onProgress?.(figures.edits, figures)
        assertNotStale(driver)
      }
    }
    for (const open of documents) await compare(open)
    assertNotStale(driver)
    assert.deepEqual(driver.logged, [])
    return figures
  } finally {
    driver.stop()
  }
}

/** What was published of one document comes in the order of its versions; what was checked is then forgotten here. */
function assertNotStale(driver: ServerDriver): void {
  const newest = new Map<string, number>()
  for (const { uri, version } of driver.published) {
    if (version === undefined) continue
    assert.ok(version >= (newest.get(uri) ?? 0), `${uri}: version ${version} published after ${newest.get(uri)}`)
    newest.set(uri, version)
  }
  driver.published.splice(0, Math.max(0, driver.published.length - 400))
  driver.statuses.length = 0
}

/** Pieces of text that a soak types: drawn once from the arbitrary of reports. */
export function piecesOf(text: fc.Arbitrary<string>, seed: number): readonly string[] {
  return fc.sample(text, { numRuns: 300, seed }).map((piece) => piece.slice(0, 60))
}

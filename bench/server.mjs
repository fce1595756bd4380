import { PassThrough } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { bundle } from './bundle.mjs'
import { cpuMilliseconds } from './measure.mjs'

/**
 * Milliseconds of processor time for one character typed in the middle of a report and taken back, again and again, from
 * the edit sent to the findings read by the client: both ends of the wire are in it, and no editor.
 */
export async function typingThroughServer(text, keystrokes) {
  const { createServer, createConnection, createProtocolConnection, StreamMessageReader, StreamMessageWriter, platformSegmenter } = await import(
    await bundle(
      'server',
      `export { createServer } from './src/index.js'
       export { createConnection } from 'vscode-languageserver'
       export { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'
       export { platformSegmenter } from '@gongwen/engine'`,
    )
  )
  const [there, back] = [new PassThrough(), new PassThrough()]
  const watchDog = { shutdownReceived: false, initialize: () => undefined, exit: () => undefined }
  const server = createConnection((logger) => createProtocolConnection(new StreamMessageReader(there), new StreamMessageWriter(back), logger), watchDog)
  createServer(server, {
    segmenter: platformSegmenter(),
    readText: async () => undefined,
    readFolder: async () => [],
    parseFrontMatter: () => undefined,
    frontMatterProblems: async () => [],
    rulePage: () => undefined,
    // the pause that the server waits for before it checks costs nobody processor time
    schedule: (task) => {
      const waiting = setImmediate(task)
      return () => clearImmediate(waiting)
    },
    pause: () => turn(),
  })
  server.listen()
  const client = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there))
  client.onRequest('client/registerCapability', () => null)
  client.listen()
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } }, initializationOptions: {} })
  await client.sendNotification('initialized', {})
  const uri = 'file:///report.md'
  await client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } })
  const before = text.slice(0, text.indexOf('。', text.length >> 1)).split('\n')
  const start = { line: before.length - 1, character: before.at(-1).length }
  const end = { line: start.line, character: start.character + 1 }
  const times = []
  for (let i = -6; i < keystrokes; i++) {
    const change = i % 2 === 0 ? { range: { start, end: start }, text: '的' } : { range: { start, end }, text: '' }
    const began = cpuMilliseconds()
    await client.sendNotification('textDocument/didChange', { textDocument: { uri, version: i + 8 }, contentChanges: [change] })
    const { items } = await client.sendRequest('textDocument/diagnostic', { textDocument: { uri } })
    if (!(items.length > 0)) throw new Error('the keystroke found nothing')
    if (i >= 0) times.push(cpuMilliseconds() - began)
  }
  client.dispose()
  server.dispose()
  return times
}

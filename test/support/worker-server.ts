/** The browser's server, from its bundle, in a realm that has what a worker has and nothing of Node. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createContext, Script } from 'node:vm'
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createProtocolConnection,
  type DataCallback,
  type Disposable,
  type Message,
  type ProtocolConnection,
} from 'vscode-languageserver/node'

const root = resolve(import.meta.dirname, '../..')

/** The scope of a worker: the web's own functions that the server may use, and a port to whoever started it. */
interface Scope {
  onmessage?: (event: { data: unknown }) => void
  [name: string]: unknown
}

export interface WorkerServerOptions {
  /** answers for the bytes that the extension brings along; null for a page that allows no WebAssembly */
  readonly assets?: 'dist' | 'none'
  /** reads a file through the editor; undefined where there is none */
  readonly readFile?: (uri: string) => Uint8Array | undefined
}

/** Starts `dist/server/browser.js`; the connection is not listening yet. The names of assets asked for are noted in `asked`. */
export function connectToWorkerServer({ assets = 'dist', readFile = () => undefined }: WorkerServerOptions): { client: ProtocolConnection; asked: string[] } {
  const asked: string[] = []
  const port = new WorkerPort(join(root, 'dist/server/browser.js'))
  const client = createProtocolConnection(port.reader, port.writer)
  client.onRequest('gongwen/readAsset', ({ name }: { name: string }) => {
    asked.push(name)
    return assets === 'none' ? null : readFileSync(join(root, 'dist', name)).toString('base64')
  })
  client.onRequest('gongwen/readFile', ({ uri }: { uri: string }) => {
    const bytes = readFile(uri)
    return bytes === undefined ? null : Buffer.from(bytes).toString('base64')
  })
  client.onRequest('gongwen/readFolder', () => [])
  return { client, asked }
}

class WorkerPort {
  readonly reader = new PortReader()
  readonly writer: PortWriter

  constructor(bundle: string) {
    const scope: Scope = {
      ...{ TextDecoder, TextEncoder, URL, atob, btoa, setTimeout, clearTimeout, queueMicrotask, performance, structuredClone },
      console: { log: () => undefined, warn: () => undefined, error: () => undefined },
      addEventListener: () => undefined,
      // as between threads: copied, and not before whoever sends is through
      postMessage: (message: unknown) => void setImmediate(() => this.reader.receive(structuredClone(message) as Message)),
    }
    scope['self'] = scope
    this.writer = new PortWriter((message) => void setImmediate(() => scope.onmessage?.({ data: structuredClone(message) })))
    new Script(readFileSync(bundle, 'utf8'), { filename: bundle }).runInContext(createContext(scope))
  }
}

class PortReader extends AbstractMessageReader {
  private callback: DataCallback | undefined

  listen(callback: DataCallback): Disposable {
    this.callback = callback
    return { dispose: () => (this.callback = undefined) }
  }

  receive(message: Message): void {
    this.callback?.(message)
  }
}

class PortWriter extends AbstractMessageWriter {
  constructor(private readonly post: (message: Message) => void) {
    super()
  }

  async write(message: Message): Promise<void> {
    this.post(message)
  }

  end(): void {
    // a worker's port has no end
  }
}

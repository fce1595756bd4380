import { BrowserMessageReader, BrowserMessageWriter, type MessageTransports } from 'vscode-languageclient/browser'

/** What is used of a worker; the type checker knows no browser here. */
export interface ServerWorker {
  postMessage(message: unknown): void
  addEventListener(event: 'error', listener: (event: { readonly message?: string }) => void): void
  terminate(): void
}

type Port = ConstructorParameters<typeof BrowserMessageReader>[0]

/** Messages to and from a server in a worker. One that fails is ended, and the connection with it, so that it is started anew. */
export function transportsOf(worker: ServerWorker): MessageTransports {
  return { reader: new WorkerReader(worker), writer: new BrowserMessageWriter(worker as unknown as Port) }
}

class WorkerReader extends BrowserMessageReader {
  constructor(private readonly worker: ServerWorker) {
    super(worker as unknown as Port)
    worker.addEventListener('error', () => {
      worker.terminate()
      this.fireClose()
    })
  }

  override dispose(): void {
    super.dispose()
    this.worker.terminate()
  }
}

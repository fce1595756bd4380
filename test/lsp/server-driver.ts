import { PassThrough } from 'node:stream'
import { EventEmitter, once } from 'node:events'
import { platformSegmenter } from '@gongwen/engine'
import type { DocumentStatus } from '@gongwen/messages'
import { createServer, type ServerPorts, StatusNotification } from '../../server/src/index.js'
import { createConnection } from 'vscode-languageserver'
import {
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  type CodeAction,
  type ClientCapabilities,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentEdit,
  type TextEdit,
  LogMessageNotification,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'

/** What an editor of today says of itself. */
export const EDITOR: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
}

/** An editor that cannot ask for diagnostics. */
export const OLD_EDITOR: ClientCapabilities = {
  workspace: { configuration: true },
  textDocument: { publishDiagnostics: {} },
}

export interface DriverOptions {
  readonly capabilities?: ClientCapabilities
  readonly settings?: Record<string, unknown>
  readonly locale?: string
  readonly ports?: Partial<ServerPorts>
  readonly initializationOptions?: object
  readonly rootUri?: string
  /** a connection to a server that runs elsewhere, instead of one made here; ports and time are its own then */
  readonly connection?: ProtocolConnection
}

/** A server and the client that drives it, joined by two streams. Time stands still until `letTimePass`. */
export class ServerDriver {
  readonly client: ProtocolConnection
  readonly published: PublishDiagnosticsParams[] = []
  readonly statuses: DocumentStatus[] = []
  readonly logged: string[] = []
  readonly registered: string[] = []
  /** fires `refresh`, `published` and `asked` (for settings) */
  readonly events = new EventEmitter()
  refreshes = 0
  settings: Record<string, unknown>
  /** the editor's own setting `files.exclude` */
  excluded: Record<string, unknown> | null = null
  /** when set, answers to `workspace/configuration` wait for it */
  settingsGate: Promise<void> = Promise.resolve()
  /** the client's end of the stream, for what is no message */
  readonly wire = new PassThrough()
  private readonly timers = new Set<() => void>()
  private readonly documents = new Map<string, TextDocument>()

  private constructor(options: DriverOptions) {
    this.settings = options.settings ?? { messageLanguage: 'zh-CN' }
    this.client = options.connection ?? this.startServer(options)
    this.listen()
  }

  private startServer(options: DriverOptions): ProtocolConnection {
    const back = new PassThrough()
    const ports: ServerPorts = {
      segmenter: platformSegmenter(),
      readText: async () => undefined,
      readFolder: async () => [],
      parseFrontMatter: () => undefined,
      frontMatterProblems: async () => [],
      rulePage: (ruleId) => `https://docs.example/${ruleId}`,
      schedule: (task) => {
        this.timers.add(task)
        return () => this.timers.delete(task)
      },
      // a check is not interrupted: what was sent before is answered before
      pause: async () => undefined,
      ...options.ports,
    }
    const watchDog = { shutdownReceived: false, initialize: () => undefined, exit: () => undefined }
    const reader = new StreamMessageReader(this.wire)
    // a message that is cut off would be waited for with a timer that outlives the test
    reader.partialMessageTimeout = 0
    const server = createConnection((logger) => createProtocolConnection(reader, new StreamMessageWriter(back), logger), watchDog)
    createServer(server, ports)
    server.listen()
    return createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(this.wire))
  }

  /** Starts a server and shakes hands with it. */
  static async start(options: DriverOptions = {}): Promise<ServerDriver & { readonly initialized: InitializeResult }> {
    const driver = new ServerDriver(options)
    const { capabilities = EDITOR, locale = 'zh-cn', initializationOptions = { status: true, explainRule: true } } = options
    const initialized = await driver.client.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: options.rootUri ?? null,
      capabilities,
      locale,
      initializationOptions,
    })
    await driver.client.sendNotification('initialized', {})
    return Object.assign(driver, { initialized })
  }

  private listen(): void {
    const { client } = this
    client.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params)
      this.events.emit('published')
    })
    client.onNotification(StatusNotification, (status) => void this.statuses.push(status))
    client.onNotification(LogMessageNotification.type, ({ message }) => void this.logged.push(message))
    client.onRequest(DiagnosticRefreshRequest.type, () => {
      this.refreshes++
      this.events.emit('refresh')
    })
    client.onRequest(RegistrationRequest.type, ({ registrations }) => void this.registered.push(...registrations.map(({ method }) => method)))
    client.onRequest(ConfigurationRequest.type, async ({ items }) => {
      this.events.emit('asked')
      await this.settingsGate
      return items.map(({ section }) => (section === 'files.exclude' ? this.excluded : this.settings))
    })
    client.listen()
  }

  /** Opens a document. */
  async open(text: string, { uri = 'file:///report.md', languageId = 'markdown' } = {}): Promise<string> {
    this.documents.set(uri, TextDocument.create(uri, languageId, 1, text))
    await this.client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } })
    return uri
  }

  /** Replaces the first occurrence of `before` as an editor would: one incremental change, a new version. */
  async type(uri: string, before: string, after: string): Promise<void> {
    const document = this.document(uri)
    const at = document.getText().indexOf(before)
    if (at < 0) throw new Error(`no ${before} in ${uri}`)
    const change = {
      range: { start: document.positionAt(at), end: document.positionAt(at + before.length) },
      text: after,
    }
    const version = document.version + 1
    TextDocument.update(document, [change], version)
    await this.client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [change],
    })
  }

  async save(uri: string): Promise<void> {
    await this.client.sendNotification('textDocument/didSave', { textDocument: { uri } })
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri)
    await this.client.sendNotification('textDocument/didClose', { textDocument: { uri } })
  }

  /** Runs every delayed task, once everything sent before has been taken in. */
  async letTimePass(): Promise<void> {
    await this.settle()
    const tasks = [...this.timers]
    this.timers.clear()
    for (const task of tasks) task()
    await this.settle()
  }

  /** Resolves when the server has taken in everything sent so far: it answers in order. */
  async settle(): Promise<void> {
    await this.client.sendRequest('textDocument/hover', {
      textDocument: { uri: 'file:///none' },
      position: { line: 0, character: 0 },
    })
  }

  get pending(): number {
    return this.timers.size
  }

  /** Resolves when an event comes that `events` fires. */
  async next(event: 'published' | 'refresh' | 'asked'): Promise<void> {
    await once(this.events, event)
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.client.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    })
  }

  /** The diagnostics of a document, pulled in full. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri)
    if (report.kind !== 'full') throw new Error('expected a full report')
    return report.items
  }

  /** Code actions at the first occurrence of `at`, or of the whole document. */
  async actions(uri: string, at: string, only?: string[], diagnostics: Diagnostic[] = []): Promise<CodeAction[]> {
    const range = at === '' ? { start: { line: 0, character: 0 }, end: this.document(uri).positionAt(Infinity) } : this.rangeOf(uri, at)
    return this.client.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics, ...(only && { only }) },
    })
  }

  /** The text that a code action's edit gives, as the editor's own document applies it. */
  apply(uri: string, action: CodeAction): string {
    const { documentChanges, changes } = action.edit ?? {}
    const edits = (documentChanges as TextDocumentEdit[] | undefined)?.flatMap(({ edits: own }) => own as TextEdit[]) ?? changes?.[uri] ?? []
    return TextDocument.applyEdits(this.document(uri), edits)
  }

  /** The words that a range of a document covers. */
  words(uri: string, { range }: Pick<Diagnostic, 'range'>): string {
    return this.document(uri).getText(range)
  }

  rangeOf(uri: string, words: string): Diagnostic['range'] {
    const document = this.document(uri)
    const at = document.getText().indexOf(words)
    if (at < 0) throw new Error(`no ${words} in ${uri}`)
    return { start: document.positionAt(at), end: document.positionAt(at + words.length) }
  }

  private document(uri: string): TextDocument {
    const document = this.documents.get(uri)
    if (document === undefined) throw new Error(`${uri} is not open`)
    return document
  }

  stop(): void {
    this.client.dispose()
  }
}

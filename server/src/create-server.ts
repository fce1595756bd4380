import type { Locale } from '@gongwen/engine'
import { RULES } from '@gongwen/engine'
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  TextDocuments,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type RenameOptions,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { CheckedDocuments } from './checking/checked-documents.js'
import { ConfigurationFiles } from './checking/configuration-files.js'
import { EditPauses } from './checking/edit-pauses.js'
import { toConfigurationDiagnostic } from './converters/configuration-problem.js'
import { FIX_ALL_KIND, serveCodeActions } from './handlers/code-actions.js'
import { serveCleaning } from './handlers/cleaning.js'
import { serveCompletion, TRIGGER_CHARACTERS } from './handlers/completion.js'
import { Diagnostics } from './handlers/diagnostics.js'
import type { HandlerContext } from './handlers/handler-context.js'
import { serveHover } from './handlers/hover.js'
import { serveInlayHints } from './handlers/inlay-hints.js'
import { FIRST_TRIGGER, serveOnTypeFormatting } from './handlers/on-type-formatting.js'
import { serveOutline } from './handlers/outline.js'
import { serveRename } from './handlers/rename.js'
import { serveRestatements } from './handlers/restatements.js'
import { RESTRUCTURING_KINDS } from './handlers/restructuring-actions.js'
import type { ServerPorts } from './ports.js'
import type { ClientOptions } from './protocol.js'
import { SettingsSource } from './settings.js'

/**
 * Puts a server together on a connection; the caller then starts it with `connection.listen()`. Everything the server
 * knows of the world comes through the connection and the ports.
 */
export function createServer(connection: Connection, ports: ServerPorts): void {
  let capabilities: ClientCapabilities = {}
  let options: ClientOptions = {}
  let locale: Locale = 'en'
  const texts = new TextDocuments(TextDocument)
  const settings = new SettingsSource(connection, () => capabilities)
  const files = new ConfigurationFiles(ports, (uri, problems) => {
    connection.sendDiagnostics({ uri, diagnostics: problems.map(toConfigurationDiagnostic) }).catch((error: unknown) => connection.console.error(String(error)))
  })
  const documents = new CheckedDocuments(texts, settings, files, ports, () => locale)
  const context: HandlerContext = {
    connection,
    documents,
    files,
    client: () => ({ capabilities, options }),
    abilities: () => ({
      ...diagnosticAbilities(capabilities),
      rulePage: (ruleId) => (RULES.some(({ id }) => id === ruleId) ? ports.rulePage(ruleId) : undefined),
    }),
  }
  const pauses = new EditPauses(ports.schedule, (uri) => diagnostics.quiet(uri))
  const served = (): string[] => texts.keys().filter((uri) => documents.isServed(uri))
  const diagnostics = new Diagnostics({ ...context, settings, pauses, ports, served })
  serveCodeActions(context)
  serveCleaning(context)
  serveOutline(context)
  serveHover(context)
  serveCompletion(context)
  serveOnTypeFormatting(context, settings)
  serveRestatements(context)
  serveRename(context)
  serveInlayHints(context, settings)

  connection.onInitialize((params): InitializeResult => {
    capabilities = params.capabilities
    options = (params.initializationOptions ?? {}) as ClientOptions
    locale = localeOf(params)
    return { capabilities: serverCapabilities(capabilities), serverInfo: { name: 'gongwen' } }
  })
  connection.onInitialized(() => registerForChanges(connection, capabilities))
  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    settings.change(pushed)
    diagnostics.reconfigured()
    refreshInlayHints(connection, capabilities)
  })
  connection.onDidChangeWatchedFiles(() => {
    diagnostics.reconfigured()
    refreshInlayHints(connection, capabilities)
  })
  followTexts(texts, diagnostics)
  texts.listen(connection)
}

/** Tells diagnostics what happens to documents. The event of a change is also given for an opening, which is no edit. */
function followTexts(texts: TextDocuments<TextDocument>, diagnostics: Diagnostics): void {
  const opened = new Map<string, number>()
  texts.onDidOpen(({ document }) => {
    opened.set(document.uri, document.version)
    diagnostics.opened(document.uri)
  })
  texts.onDidChangeContent(({ document }) => {
    if (opened.get(document.uri) !== document.version) diagnostics.edited(document.uri)
    opened.delete(document.uri)
  })
  texts.onDidSave(({ document }) => diagnostics.saved(document.uri))
  texts.onDidClose(({ document }) => {
    opened.delete(document.uri)
    diagnostics.closed(document.uri)
  })
}

function serverCapabilities(client: ClientCapabilities): InitializeResult['capabilities'] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    ...(client.textDocument?.diagnostic !== undefined && {
      diagnosticProvider: { identifier: 'gongwen', interFileDependencies: false, workspaceDiagnostics: false },
    }),
    codeActionProvider: {
      codeActionKinds: ['quickfix', FIX_ALL_KIND, ...RESTRUCTURING_KINDS],
      ...(client.textDocument?.codeAction?.resolveSupport !== undefined && { resolveProvider: true }),
    },
    documentSymbolProvider: { label: '公文' },
    foldingRangeProvider: true,
    hoverProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: renameAbility(client),
    inlayHintProvider: true,
    completionProvider: { triggerCharacters: TRIGGER_CHARACTERS },
    documentOnTypeFormattingProvider: { firstTriggerCharacter: FIRST_TRIGGER },
  }
}

/** A client that cannot ask before it renames may only be told that renaming is there. */
function renameAbility({ textDocument }: ClientCapabilities): boolean | RenameOptions {
  return textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true
}

/** Hints depend on settings, and an editor does not know which. */
function refreshInlayHints(connection: Connection, { workspace }: ClientCapabilities): void {
  if (workspace?.inlayHint?.refreshSupport !== true) return
  connection.languages.inlayHint.refresh().catch((error: unknown) => connection.console.error(`gongwen: workspace/inlayHint/refresh failed: ${String(error)}`))
}

function diagnosticAbilities({ textDocument }: ClientCapabilities): { related: boolean; codeDescription: boolean } {
  const { diagnostic, publishDiagnostics } = textDocument ?? {}
  return {
    related: diagnostic?.relatedInformation === true || publishDiagnostics?.relatedInformation === true,
    codeDescription: diagnostic?.codeDescriptionSupport === true || publishDiagnostics?.codeDescriptionSupport === true,
  }
}

/** Chinese for a client that runs in Chinese, else English; the setting `gongwen.messageLanguage` comes before it. */
function localeOf({ locale }: InitializeParams): Locale {
  return /^zh\b/i.test(locale ?? '') ? 'zh-CN' : 'en'
}

async function registerForChanges(connection: Connection, { workspace }: ClientCapabilities): Promise<void> {
  const registrations: Promise<unknown>[] = []
  if (workspace?.didChangeConfiguration?.dynamicRegistration === true) {
    registrations.push(connection.client.register(DidChangeConfigurationNotification.type, { section: 'gongwen' }))
  }
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
    registrations.push(
      connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/.gongwenrc.{json,yaml,yml}' }],
      }),
    )
  }
  try {
    await Promise.all(registrations)
  } catch (error) {
    connection.console.warn(`gongwen: the client does not tell of changes: ${String(error)}`)
  }
}
